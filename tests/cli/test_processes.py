# SPDX-License-Identifier: MIT
"""What only a real process shows: UTF-8 whatever the system's code page, Ctrl+C, closed pipes, a full output."""

import json
import os
import select
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from eqbrief.model import Filter
from eqbrief.store import Store, event_ids
from eqbrief.tasks import finish_intakes, keeping
from tests.cli.process import call, start
from tests.helpers.pages import Page, write_page

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX systems")


def test_output_is_utf8_and_only_json_whatever_the_system_prefers(tmp_path: Path) -> None:
    page = write_page(tmp_path / "page.html", Page(title="Café – “équité” für alle 😀"))
    status, out, err = call("read", page, "--json", env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert (status, err) == (0, "")
    assert json.loads(out)[0]["title"] == "Café – “équité” für alle 😀"
    assert "Café" in out


def test_the_version_needs_neither_store_nor_reader() -> None:
    code = (
        "import sys; from eqbrief.cli import run; run(['--version'], None); "
        "print(sorted({'eqbrief.store', 'eqbrief.reading', 'eqbrief.tasks', 'sqlite_utils'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert said.stdout.split(b"\n")[1].strip() == b"[]"


def test_a_window_is_asked_for_without_loading_what_parses_commands() -> None:
    code = (
        "import sys; from eqbrief.cli import run; from tests.cli.conftest import StandIn; "
        "[run(words, StandIn()) for words in ([], ['demo'], ['--library', 'L'], ['--self-test', '--json'])]; "
        "print('click' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert said.stdout.strip() == b"False"


@POSIX
def test_ctrl_c_stops_between_files_and_says_what_was_done(tmp_path: Path) -> None:
    folder, library = tmp_path / "pages", tmp_path / "library"
    folder.mkdir()
    for number in range(400):
        write_page(folder / f"{number:03}.txt", Page(title=f"Event number {number}"))
    with start("add", folder, library=library) as process:
        while process.poll() is None and len(list((library / "files").glob("*"))) < 3:
            select.select([], [], [], 0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    said = out.decode().splitlines()
    assert (process.returncode, err) == (130, b"")
    assert said[-1].startswith("Stopped: ")
    added = int(said[-1].split()[1])
    assert 0 < added < 400
    status, listed, _ = call("list", "--json", library=library)
    assert (status, len(json.loads(listed))) == (0, added)
    assert call("check", library=library)[0] == 0


TALK = (
    "BEGIN:VEVENT\r\nUID:{0}@larkmoor.example\r\nDTSTART:20240601T100000\r\nSUMMARY:Rota of ward {0}\r\nEND:VEVENT\r\n"
)


def written_down(library: Path) -> bool:
    """Say whether the library holds that something is being brought in; what is cut off before has left nothing."""
    try:
        with closing(sqlite3.connect(f"{(library / 'library.db').as_uri()}?mode=ro", uri=True)) as db:
            return db.execute("SELECT count(*) FROM intake").fetchone()[0] > 0
    except sqlite3.OperationalError:  # it is only being made
        return False


@POSIX
def test_a_killed_add_of_a_calendar_is_finished_at_the_next_start(tmp_path: Path) -> None:
    talks = "".join(TALK.format(number) for number in range(400))
    path = tmp_path / "days.ics"
    path.write_bytes(f"BEGIN:VCALENDAR\r\nX-WR-CALNAME:Larkmoor Days\r\n{talks}END:VCALENDAR\r\n".encode())
    found: set[int] = set()
    for turn in range(3):
        library = tmp_path / f"library {turn}"
        with start("add", path, library=library) as process:
            while process.poll() is None and not written_down(library):
                select.select([], [], [], 0.005)
            select.select([], [], [], 0.03 * turn)
            process.kill()
            process.communicate(timeout=60)
        store = Store.open(library)
        found.add(len(event_ids(store, Filter())))
        finish_intakes(store)
        assert len(event_ids(store, Filter())) == 400
        assert keeping.check(store) == []
        store.close()
    assert min(found) < 400, "every kill came too late to show anything"


@POSIX
def test_a_reader_that_goes_away_is_no_error_to_talk_of(tmp_path: Path) -> None:
    pages = [write_page(tmp_path / f"{number}.txt", Page(title=f"Event {number}")) for number in range(3)]
    with start("read", *pages * 40, "--json") as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        assert (process.wait(60), err) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    page = write_page(tmp_path / "page.txt")
    with Path("/dev/full").open("wb") as full:
        status, _, err = call("read", page, "--json", stdout=full)
    assert status == 1
    assert err.startswith("The result could not be written out")
    assert "Traceback" not in err


@POSIX
def test_a_terminal_is_shown_progress_and_lines_that_fit(tmp_path: Path) -> None:
    import pty

    write_page(tmp_path / "page.txt", Page(title="A title that goes on and on, " * 5))
    ours, theirs = pty.openpty()
    try:
        how = {"stdout": theirs, "stderr": theirs, "env": {"COLUMNS": "50"}}
        status, _, _ = call("add", tmp_path / "page.txt", library=tmp_path / "library", **how)
        said = os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert status == 0
    assert "\rReading page.txt 0 of 1" in said
    assert "A title that goes on" in said
    assert all(len(line.rstrip()) <= 50 for line in said.replace("\r", "\n").splitlines())
