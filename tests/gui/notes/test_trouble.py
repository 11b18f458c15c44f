# SPDX-License-Identifier: MIT
"""A full disk and a locked library while somebody types: said, the text kept, and saved by itself once it can be."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief.gui.kit import Banner
from eqbrief.store import FILE
from tests.store.filling import add_event

PATIENCE = 30_000


@pytest.fixture
def notes(library, open_window, qtbot):
    """Give the notes of an event in the real window, the cursor in the first."""
    add_event(library)
    window = open_window(library)
    window.show_event(1)
    pane = window.detail.notes
    pane.focus_notes()
    qtbot.waitUntil(pane.writing.hasFocus)
    return pane


def said(pane) -> str:
    found = pane.findChild(Banner)
    return found.accessibleName() if found is not None else ""


def text(library) -> str:
    return "".join(note.text for note in db.notes(library, 1))


def test_a_library_that_another_program_has_locked(library, notes, qtbot):
    QTest.keyClicks(notes.writing, "First. ")
    notes.flush()
    qtbot.waitUntil(lambda: notes.head.state.text().startswith("Saved"), timeout=PATIENCE)
    other = sqlite3.connect(library.folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    QTest.keyClicks(notes.writing, "While it is locked. ")
    notes.flush()
    qtbot.waitUntil(lambda: notes.head.state.text() == "Not saved", timeout=PATIENCE)
    assert "will be saved as soon as it can be" in said(notes)
    QTest.keyClicks(notes.writing, "And on.")
    assert text(library) == "First. "
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: text(library) == "First. While it is locked. And on.", timeout=PATIENCE)
    qtbot.waitUntil(lambda: notes.head.state.text().startswith("Saved") and not said(notes), timeout=PATIENCE)


def test_a_disk_that_is_full(library, notes, qtbot):
    jobs = notes._jobs

    def room(pages: int) -> None:  # SQLite says the same of a file that may grow no further as of a full disk
        with qtbot.waitSignal(jobs.save(lambda: library.db.execute(f"PRAGMA max_page_count={pages}").fetchone()).done):
            pass

    QTest.keyClicks(notes.writing, "First. ")
    notes.flush()
    qtbot.waitUntil(lambda: notes.head.state.text().startswith("Saved"), timeout=PATIENCE)
    room(1)
    more = "word " * 20_000
    notes.writing.moveCursor(notes.writing.textCursor().MoveOperation.End)
    notes.writing.textCursor().insertText(more)
    notes.flush()
    qtbot.waitUntil(lambda: notes.head.state.text() == "Not saved", timeout=PATIENCE)
    assert "full" in said(notes) and library.folder.name in said(notes)
    QTest.keyClick(notes.writing, Qt.Key.Key_X)
    assert text(library) == "First. " and notes.writing.toPlainText() == f"First. {more}x"
    room(1 << 30)
    qtbot.waitUntil(lambda: text(library) == f"First. {more}x", timeout=PATIENCE)
    qtbot.waitUntil(lambda: notes.head.state.text().startswith("Saved") and not said(notes), timeout=PATIENCE)
