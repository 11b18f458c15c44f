# SPDX-License-Identifier: MIT
"""A child process that crashes, hangs, swells or talks nonsense ends in an exception, and the next request works."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from eqbrief.files import limited
from eqbrief.files.limited import Child, Crashed, TooSlow

CHILD = """
import os, signal, sys, threading
from eqbrief.files.limited import limit_myself, serve

def answer(request):
    limit_myself(5)
    what = request["do"]
    if what == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if what == "hang":
        threading.Event().wait(60)
    if what == "swell":
        try:
            return {"got": len(bytearray(1 << 30))}
        except MemoryError:
            return {"got": "no memory"}
    if what == "write":
        try:
            with open(request["path"], "wb") as file:
                file.write(b"x")
        except OSError as error:
            return {"got": type(error).__name__}
    if what == "nonsense":
        sys.stdout.buffer.write(b"no json\\n"); sys.stdout.buffer.flush()
    if what == "long":
        return {"got": "x" * request["size"]}
    if what == "picture":
        return {"got": "picture"}, b"\\n{x}\\n" * request["size"]
    if what == "short":
        sys.stdout.buffer.write(b'{"bytes that follow": 9}\\n123'); sys.stdout.buffer.flush(); os._exit(0)
    return {"got": request.get("value"), "pid": os.getpid(), "folder": sys.path[0]}

def main():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    serve(answer)
"""


@pytest.fixture
def child(tmp_path: Path, monkeypatch):
    """Give a child process of the test's own."""
    (tmp_path / "child_of_tests.py").write_text(CHILD, encoding="utf-8")
    before = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), *([before] if before else [])]))
    made = Child("child_of_tests")
    yield made
    made.close()


def test_one_process_answers_many_requests_and_is_gone_when_closed(child: Child) -> None:
    first = child.ask({"do": "echo", "value": "Kölner Straße\n“x”"}, 20)
    second = child.ask({"do": "echo", "value": 2}, 20)
    assert (first["got"], second["got"]) == ("Kölner Straße\n“x”", 2)
    assert first["pid"] == second["pid"]
    child.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first["pid"], 0)


@pytest.mark.parametrize(
    ("what", "trouble", "seconds"), [("crash", Crashed, 20), ("hang", TooSlow, 1.0), ("nonsense", Crashed, 20)]
)
def test_after_any_trouble_the_next_request_works(child: Child, what: str, trouble, seconds: float) -> None:
    before = child.ask({"do": "echo", "value": 1}, 20)["pid"]
    with pytest.raises(trouble):
        child.ask({"do": what}, seconds)
    after = child.ask({"do": "echo", "value": 1}, 20)
    assert after["got"] == 1
    assert after["pid"] != before


def test_a_process_that_was_killed_meanwhile_is_replaced(child: Child) -> None:
    before = child.ask({"do": "echo"}, 20)["pid"]
    os.kill(before, 9)
    os.waitpid(before, 0)
    assert child.ask({"do": "echo", "value": 3}, 20)["got"] == 3


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")
def test_memory_and_writing_are_limited(child: Child, tmp_path: Path) -> None:
    assert child.ask({"do": "swell"}, 20)["got"] == "no memory"
    assert child.ask({"do": "write", "path": str(tmp_path / "out")}, 20)["got"] == "OSError"
    assert (tmp_path / "out").stat().st_size == 0


def test_an_answer_that_is_too_long_is_not_taken(child: Child, monkeypatch) -> None:
    monkeypatch.setattr(limited, "ANSWER_LIMIT", 100_000)
    assert len(child.ask({"do": "long", "size": 50_000}, 20)["got"]) == 50_000
    with pytest.raises(Crashed, match="too long"):
        child.ask({"do": "long", "size": 3_000_000}, 20)


def test_a_fresh_process_follows_after_many_requests(child: Child, monkeypatch) -> None:
    monkeypatch.setattr(limited, "MOST_REQUESTS", 2)
    pids = [child.ask({"do": "echo"}, 20)["pid"] for _ in range(3)]
    assert pids[0] == pids[1] != pids[2]


def test_the_child_runs_this_program_and_nothing_of_the_current_folder(child: Child, tmp_path, monkeypatch) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "json.py").write_text("raise SystemExit('not ours')", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    assert Path(child.ask({"do": "echo"}, 20)["folder"]) == Path(limited.__file__).parents[2]


def test_bytes_follow_an_answer_whatever_they_are(child: Child) -> None:
    plain, data = child.ask_with_data({"do": "picture", "size": 700_000}, 20)
    assert (plain["got"], data) == ("picture", b"\n{x}\n" * 700_000)
    assert child.ask_with_data({"do": "echo", "value": 4}, 20) == (child.ask({"do": "echo", "value": 4}, 20), b"")


def test_fewer_bytes_than_were_named_are_no_answer(child: Child) -> None:
    with pytest.raises(Crashed, match="ended without"):
        child.ask_with_data({"do": "short"}, 20)
    assert child.ask({"do": "echo", "value": 5}, 20)["got"] == 5


def test_a_process_that_was_started_ahead_takes_the_first_request(child: Child) -> None:
    child.start()
    process = child._process
    child.start()
    assert child._process is process is not None
    assert child.ask({"do": "echo"}, 20)["pid"] == process.pid


def test_who_is_asking_is_freed_when_another_thread_ends_the_process(child: Child) -> None:
    child.ask({"do": "echo"}, 20)
    ending = threading.Timer(0.1, child.interrupt)
    ending.start()
    began = time.monotonic()
    with pytest.raises(Crashed):
        child.ask({"do": "hang"}, 20)
    ending.join()
    assert time.monotonic() - began < 5
    assert child.ask({"do": "echo", "value": 6}, 20)["got"] == 6
