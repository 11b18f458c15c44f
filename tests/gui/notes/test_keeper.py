# SPDX-License-Identifier: MIT
"""What is called saved is on disk, whatever stands in the way: a busy lane, a locked library, a full disk."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.keeper import Keeper, Page
from tests.store.filling import add_event

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def jobs(library, qtbot):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def keeper(library, jobs):
    made = Keeper(library, jobs)
    yield made
    made.forget()


def new(event: int, text: str) -> Page:
    return Page(event, None, text, False, "", False)


def texts(library, event: int) -> list[str]:
    return [note.text for note in db.notes(library, event)]


def test_saved_is_said_only_once_it_is_on_disk(keeper, library, jobs, qtbot):
    event, said, go_on = add_event(library), [], threading.Event()
    jobs.save(lambda: go_on.wait(10))
    page = new(event, "Ask the wards")
    keeper.state.connect(lambda state, _error: said.append((state, texts(library, event))))
    keeper.typed(page)
    keeper.save_all()
    qtbot.wait(120)
    assert said == [("saving", [])] and page in keeper.unsaved
    go_on.set()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1] == ("saved", ["Ask the wards"])
    assert keeper.unsaved == () and page.number is not None


def test_an_older_state_never_lands_on_a_newer_one(keeper, library, jobs, qtbot):
    """Typing goes on while the lane is held up, and the window closes: the lane's turn comes last."""
    event, go_on = add_event(library), threading.Event()
    jobs.save(lambda: go_on.wait(10))
    page = new(event, "Ask")
    keeper.typed(page)
    keeper.save_all()
    qtbot.wait(30)
    page.text = "Ask the wards"
    assert keeper.save_now() is None
    go_on.set()
    jobs.shutdown()
    assert texts(library, event) == ["Ask the wards"]


def test_a_new_note_is_made_once_though_two_threads_save_it(keeper, library, jobs, qtbot):
    event = add_event(library)
    for number in range(25):
        page = new(event, f"Note {number}")
        keeper.typed(page)
        keeper.save_all()
        jobs._start_waiting()
        assert keeper.save_now() is None
    jobs.shutdown()
    assert texts(library, event) == [f"Note {number}" for number in range(25)]


def test_an_empty_new_note_is_nothing(keeper, library):
    event = add_event(library)
    keeper.typed(new(event, " \n"))
    assert keeper.unsaved == () and keeper.save_now() is None
    assert texts(library, event) == []


def test_a_locked_library_keeps_the_text_and_saves_it_by_itself_later(keeper, library, jobs, qtbot):
    event, states = add_event(library), []
    jobs.save(lambda: library.db.execute("PRAGMA busy_timeout = 100").fetchone())
    keeper.state.connect(lambda state, error: states.append((state, error)))
    keeper._again.setInterval(150)
    other = sqlite3.connect(library.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page = new(event, "Ask the wards")
    keeper.typed(page)
    keeper.save_all()
    qtbot.waitUntil(lambda: any(state == "failed" for state, _ in states))
    assert next(error for state, error in states if error).next_step
    states[:] = [(state, None) for state, _ in states]
    assert page in keeper.unsaved and texts(library, event) == []
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: states[-1][0] == "saved")
    assert texts(library, event) == ["Ask the wards"]


FULL = """
import resource, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from eqbrief import store as db
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.keeper import Keeper, Page
from eqbrief.store import Store
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
app = QApplication([])
store = Store.open(Path(sys.argv[1]))
jobs = Jobs(store)
keeper = Keeper(store, jobs)
keeper._again.setInterval(100)
page = Page(1, None, "what the wards said " * 60_000, False, "", False)
def told(state, error):
    print(state, error.what if error else "", error.next_step if error else "", len(keeper.unsaved), flush=True)
    if state == "failed":
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if state == "saved":
        app.quit()
keeper.state.connect(told)
keeper.typed(page)
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
keeper.save_all()
app.exec()
jobs.shutdown()
print("kept", db.notes(store, 1)[0].text == page.text)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is a POSIX one")
def test_a_full_disk_keeps_the_text_and_saves_it_once_there_is_room(library):
    add_event(library)
    library.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(library.folder)], capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    failed = next(line for line in lines if line.startswith("failed"))
    assert "full" in failed and failed.endswith(" 1")
    assert lines[-2].startswith("saved") and lines[-1] == "kept True"


def test_a_deleted_note_comes_back_with_the_words_that_were_never_saved(keeper, library, qtbot):
    event = add_event(library)
    page = new(event, "Ask the wards about cost")
    keeper.typed(page)
    job = keeper.delete(page)
    with qtbot.waitSignal(job.done):
        pass
    keeper.save_all()
    assert texts(library, event) == [] and keeper.unsaved == ()
    assert tasks.undo(library) == "Delete the note “Ask the wards about cost”"
    assert texts(library, event) == ["Ask the wards about cost"]


def test_a_note_that_was_being_saved_when_it_was_deleted_stays_deleted(keeper, library, jobs, qtbot):
    event, go_on = add_event(library), threading.Event()
    jobs.save(lambda: go_on.wait(10))
    page = new(event, "Ask")
    keeper.typed(page)
    keeper.save_all()
    page.text = "Ask more"
    job = keeper.delete(page)
    qtbot.wait(20)
    go_on.set()
    with qtbot.waitSignal(job.done):
        pass
    keeper.save_all()
    with qtbot.waitSignal(jobs.save(lambda: None).done):
        pass
    assert texts(library, event) == []
