# SPDX-License-Identifier: MIT
"""Another program runs within limits, and is ended whole when it is late or no longer wanted."""

import sys
import threading
import time
from pathlib import Path

import pytest

from eqbrief.files import running
from eqbrief.files.limited import TooSlow
from eqbrief.files.running import Stopped, run_limited

WAIT = "import os, subprocess, sys, threading; open('pids', 'a').write(f'{os.getpid()} ');"
PARENT = f"""{WAIT}
subprocess.Popen([sys.executable, '-c', {(WAIT + "threading.Event().wait(60)")!r}])
threading.Event().wait(60)"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="the limits are Linux's")


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def alive(folder: Path) -> list[int]:
    """List the processes that wrote their number into the folder and still run a moment later."""
    numbers = [int(number) for number in (folder / "pids").read_text().split()]
    until = time.monotonic() + 3
    while (left := [number for number in numbers if runs(number)]) and time.monotonic() < until:
        threading.Event().wait(0.01)
    return left


def runs(number: int) -> bool:
    """Say whether a process runs; one that has ended may still be listed, until somebody asks after it."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_its_exit_code_is_given_and_it_runs_in_its_folder(tmp_path):
    code = "import os; open('out', 'w').write(os.environ['WORD']); raise SystemExit(3)"
    assert run_limited(python(code), seconds=20, folder=tmp_path, variables={"WORD": "drawn"}) == 3
    assert (tmp_path / "out").read_text() == "drawn"


@linux
def test_one_that_is_late_is_ended_with_what_it_started(tmp_path):
    began = time.monotonic()
    with pytest.raises(TooSlow):
        run_limited(python(PARENT), seconds=1.5, folder=tmp_path)
    assert time.monotonic() - began < 8
    assert len((tmp_path / "pids").read_text().split()) == 2
    assert alive(tmp_path) == []


@linux
def test_one_that_is_no_longer_wanted_is_ended_with_what_it_started(tmp_path):
    both = lambda: (tmp_path / "pids").exists() and len((tmp_path / "pids").read_text().split()) == 2  # noqa: E731
    with pytest.raises(Stopped):
        run_limited(python(PARENT), seconds=30, folder=tmp_path, stop=both)
    assert alive(tmp_path) == []


@linux
def test_what_it_leaves_behind_is_ended_too(tmp_path):
    leave = PARENT.rpartition("\n")[0] + "\nimport time\nwhile len(open('pids').read().split()) < 2: time.sleep(0.01)"
    assert run_limited(python(leave), seconds=30, folder=tmp_path) == 0
    assert alive(tmp_path) == []


@linux
def test_memory_and_the_length_of_files_are_limited(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "MEMORY_LIMIT", 300 << 20)
    monkeypatch.setattr(running, "FILE_LIMIT", 1000)
    swell = "try: bytearray(1 << 30)\nexcept MemoryError: raise SystemExit(7)"
    assert run_limited(python(swell), seconds=20, folder=tmp_path) == 7
    long = "import os; os.write(os.open('long', os.O_CREAT | os.O_WRONLY), bytes(5000))"
    run_limited(python(long), seconds=20, folder=tmp_path)
    assert (tmp_path / "long").stat().st_size == 1000


def test_a_program_that_is_not_there_is_a_failure(tmp_path):
    assert run_limited([str(tmp_path / "nothing")], seconds=20, folder=tmp_path) != 0
