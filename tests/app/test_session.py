# SPDX-License-Identifier: MIT
"""The whole program as processes of its own: one window per library, a crash that loses nothing, another library."""

import subprocess
import sys
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.store import Store
from tests.store.filling import add_event

ROOT = Path(__file__).resolve().parents[2]

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from eqbrief.app.session import Session, application

session = Session(application())
"""


@pytest.fixture
def play(tmp_path):
    """Give a function that runs a script after START in a process of its own and gives what it printed."""

    def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", START + script, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=ROOT)

    return run


@pytest.fixture
def folder(library: Store) -> Path:
    """Give the folder of a closed library with one event."""
    add_event(library)
    library.close()
    return library.folder


RAISED = """
session.open_library(Path(sys.argv[1]))
print("open", session.window is not None, flush=True)
seen = []
session._come_forward = lambda: (print("raised", flush=True), QTimer.singleShot(0, session.window.close))
if session.window is not None:
    QTimer.singleShot(20000, session.app.quit)
    sys.exit(session.run())
"""


def test_the_second_window_on_a_library_raises_the_first(folder, play):
    first = subprocess.Popen(
        [sys.executable, "-c", START + RAISED, str(folder)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "open True\n"
    # It listens once its first frame stands, so a start in the same blink is refused and not heard.
    second = play("QTimer.singleShot(1500, session.app.quit); session.app.exec()\n" + RAISED, folder)
    assert second.stdout == "open False\n", second.stderr
    assert first.stdout.read() == "raised\n"
    assert first.wait(20) == 0
    first.stdout.close()
    assert play(RAISED.replace("20000", "200"), folder).stdout == "open True\n"


CRASH = """
from eqbrief.gui.dialogs import CrashReport

def crash():
    window = session.window
    window.detail.notes.focus_notes()
    QTest.keyClicks(window.detail.notes._editors[0].writing, "The last word")
    QTimer.singleShot(200, look)
    raise LookupError(f"Kinder rotas at {sys.argv[1]}")

def look():
    dialog = QApplication.activeModalWidget()
    print(type(dialog).__name__)
    print("\\n".join(each.toPlainText() for each in dialog.findChildren(QPlainTextEdit)), flush=True)
    dialog.close()
    QTimer.singleShot(0, session.window.close)

from PySide6.QtWidgets import QPlainTextEdit
session.open_library(Path(sys.argv[1]))
QTimer.singleShot(600, crash)
sys.exit(session.run())
"""


def test_a_bug_saves_the_notes_and_shows_a_report_without_a_word_of_the_library(folder, play):
    done = play(CRASH, folder)
    assert done.returncode == 0, done.stderr
    kind, _, report = done.stdout.partition("\n")
    assert kind == "CrashReport" and "LookupError" in report
    assert "Kinder" not in report and str(folder) not in report and "last word" not in report
    assert "LookupError" in done.stderr
    store = Store.open(folder)
    assert [note.text for note in db.notes(store, 1)] == ["The last word"]
    store.close()


SWITCH = """
session.open_library(Path(sys.argv[1]))

def switch():
    session._switch(Path(sys.argv[2]))

def look():
    print(session.store.folder.name if session.store else None, session.settings.recent[:1], flush=True)
    session.window.close()

QTimer.singleShot(500, switch)
QTimer.singleShot(1800, look)
sys.exit(session.run())
"""


def test_another_library_is_opened_in_place_of_the_first(folder, play, tmp_path):
    other = tmp_path / "Other library"
    Store.create(other).close()
    done = play(SWITCH, folder, other)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split(maxsplit=2)[:2] == ["Other", "library"]


def test_a_library_that_cannot_be_opened_says_so_and_the_first_comes_back(folder, play, tmp_path):
    broken = tmp_path / "Not a library"
    broken.mkdir()
    (broken / "library.db").write_bytes(b"SQLite format 3\0" + bytes(200))
    script = SWITCH.replace(
        "def look():",
        "def answer():\n"
        "    dialog = QApplication.activeModalWidget()\n"
        "    print(dialog.accessibleName(), flush=True)\n"
        "    dialog.accept()\n\n"
        "QTimer.singleShot(1200, answer)\n\n"
        "def look():",
    ).replace("1800", "2600")
    done = play(script, folder, broken)
    assert done.returncode == 0, done.stderr
    said, shown = done.stdout.splitlines()
    assert "not an EqBrief library" in said and shown.startswith(folder.name)


REDRAW = """
from dataclasses import replace
session.open_library(Path(sys.argv[1]))

def enlarge():
    session.window.show_event(1)
    QTest.keyClicks(session.window.detail.notes._editors[0].writing, "Kept")
    session.window.library._take_settings(replace(session.window.library.settings, text_size=200))
    session.window.library.redraw_wanted.emit()

def look():
    window = session.window
    print(window.detail.event_id, window.top.height(), window.top.search.height() <= window.top.height())
    print(window.detail.notes._editors[0].writing.toPlainText(), flush=True)
    window.close()

QTimer.singleShot(500, enlarge)
QTimer.singleShot(1800, look)
sys.exit(session.run())
"""


def test_another_size_of_text_lays_the_window_out_anew_on_the_same_event(folder, play):
    store = Store.open(folder)
    add_event(store, 2)
    store.close()
    done = play(REDRAW, folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["1 100 True", "Kept"]


WRITE = """
session.open_library(Path(sys.argv[1]))
window = session.window
window.open_chosen()
window.show_event(int(sys.argv[2]))
field = window.detail.notes.writing
field.setFocus()
QTest.keyClicks(field, "half a sent")
window.detail.notes.flush()
window.detail.notes.keeper.state.connect(lambda state, _error: state == "saved" and os._exit(9))
QTimer.singleShot(9000, session.app.quit)
session.run()
"""

COME_BACK = """
session.open_library(Path(sys.argv[1]))
def look():
    window = session.window
    field = QApplication.focusWidget()
    text = field.toPlainText() if hasattr(field, "toPlainText") else ""
    print(window.detail.event_id, text, field.textCursor().position() if text else "", flush=True)
    window.close()
QTimer.singleShot(1500, look)
sys.exit(session.run())
"""


def test_after_a_kill_the_note_that_was_written_opens_first_and_after_closing_the_newest_event(library, play):
    older, newer = add_event(library, 1), add_event(library, 2, starts_at="2024-05-05")
    library.close()
    assert play("import os\n" + WRITE, library.folder, str(older)).returncode == 9
    assert play(COME_BACK, library.folder).stdout.split("\n")[0] == f"{older} half a sent 11"
    assert play(COME_BACK, library.folder).stdout.split()[0] == str(newer)
