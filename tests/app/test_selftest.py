# SPDX-License-Identifier: MIT
"""The self-test visits everything, finds planted faults, and never waits for a person."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eqbrief.app.selftest import memory_mb
from eqbrief.gui import dialogs
from eqbrief.store import Store
from tests.store.filling import add_event, files

ROOT = Path(__file__).resolve().parents[2]

FAULTS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from eqbrief.app.selftest import self_test
from eqbrief.app.session import Session
from eqbrief.gui import dialogs
from eqbrief.gui.asking import tell
from eqbrief.model import UserError

def raises(*args):
    raise LookupError("planted")

def show(session, before=Session._show):
    before(session)
    QTimer.singleShot(0, lambda: tell(session.window, UserError("Would anybody answer?", "Nobody.")))
    session.jobs.ask("a fault", raises)
    QTimer.singleShot(0, session.window, lambda: raises())

dialogs.AboutDialog.__init__ = raises
Session._show = show
sys.exit(self_test(Path(sys.argv[1]), True))
"""


@pytest.fixture
def folder(library: Store) -> Path:
    """Give the folder of a closed library with one event."""
    add_event(library)
    library.close()
    return library.folder


def self_test(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", "--library", str(folder), "--self-test", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)


def test_the_self_test_visits_everything_and_changes_nothing(folder: Path) -> None:
    before = files(folder)
    done = self_test(folder, "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0 and found["ok"] and found["failed"] == []
    assert found["first_frame_at"] and found["rss_mb"] > 10
    assert {"overview", "source", "search", "bin", "people", "topic", "series", "desk", "edit"} <= set(found["panes"])
    assert f"{len(found['panes'])} panes and dialogs visited, 0 failed." in self_test(folder).stdout
    assert files(folder) == before


def test_every_dialog_is_among_what_is_visited(folder: Path) -> None:
    visited = set(json.loads(self_test(folder, "--json").stdout)["panes"])
    called = {name.removesuffix("Dialog").removeprefix("Command") for name in dialogs.__all__ if name != "make_report"}
    words = {"CrashReport": "crash report", "NewLibrary": "new library"}
    assert {words.get(name, name.lower()) for name in called} <= visited


def test_planted_faults_are_found_and_nobody_is_waited_for(folder: Path) -> None:
    command = [sys.executable, "-c", FAULTS, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)
    found = json.loads(done.stdout)
    assert done.returncode == 1 and not found["ok"]
    assert sorted(found["failed"]) == [
        "LookupError: planted",
        "LookupError: planted",
        "about: LookupError: planted",
        "asked: Would anybody answer? Nobody.",
    ]


@pytest.mark.parametrize("at", [0, 4096], ids=["its header", "its tables"])
def test_a_damaged_library_is_said_and_nothing_is_asked(folder: Path, at: int) -> None:
    file = folder / "library.db"
    whole = bytearray(file.read_bytes())
    whole[at:] = b"\xa5" * (len(whole) - at)
    file.write_bytes(whole)
    done = self_test(folder, "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert f"The library in '{folder}' is damaged and cannot be read." in done.stderr
    assert "Traceback" not in done.stderr


def test_an_empty_library_has_no_event_to_edit(library: Store) -> None:
    library.close()
    done = self_test(library.folder, "--json")
    found = json.loads(done.stdout)
    assert found["failed"] == [] and found["first_frame_at"] is None
    assert "edit" not in found["panes"] and "desk" in found["panes"]


def test_memory_is_not_told_where_the_system_does_not_say(monkeypatch) -> None:
    assert (memory_mb() or 0) > 10 or sys.platform == "win32"
    monkeypatch.setitem(sys.modules, "resource", None)  # as on Windows
    assert memory_mb() is None
