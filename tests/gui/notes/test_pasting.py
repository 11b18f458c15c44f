# SPDX-License-Identifier: MIT
"""Pasting with looks, in pieces, and never anything of it lost."""

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.aids import Aids
from eqbrief.gui.notes.writing import Writing
from tests.bench.typing import long_note
from tests.gui.looks import dress

PART = (
    "<h2>Head</h2><p>Plain <b>words</b> <a href='https://larkmoor.example'>link</a></p><ul><li>one<ul><li>two</ul></ul>"
)
READ = "## Head\n\nPlain **words** [link](https://larkmoor.example)\n\n- one\n  - two"


@pytest.fixture
def jobs(library):
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def field(library, jobs, qapp, qtbot):
    dress(qapp)
    made = Writing("Note")
    qtbot.addWidget(made)
    made.aids = Aids(library, jobs, made)
    made.aids.attach(made, None)
    made.resize(420, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def copied(html: str = "", text: str = "") -> QMimeData:
    made = QMimeData()
    if html:
        made.setHtml(html)
    made.setText(text)
    return made


def arrive(field, qtbot) -> None:
    qtbot.waitUntil(lambda: field.pasting._place is None, timeout=30_000)


def test_looks_become_markdown_as_one_step_of_undo(field, qtbot):
    said = []
    field.aids.said.connect(said.append)
    qtbot.keyClicks(field, "Before ")
    field.insertFromMimeData(copied(f"{PART}<img src='https://larkmoor.example/a.png'>", "plain"))
    arrive(field, qtbot)
    assert field.toPlainText() == f"Before {READ}"
    assert said == ["1 picture was left out of what you pasted: a note is text"]
    field.undo()
    assert field.toPlainText() == "Before "


def test_markup_of_no_structure_is_taken_as_its_plain_text(field, qtbot):
    field.insertFromMimeData(copied("<div><span>a</span></div><div>b</div>", "a\nb"))
    arrive(field, qtbot)
    assert field.toPlainText() == "a\nb"


def test_long_markup_is_read_beside_the_window_and_what_is_typed_meanwhile_stands_behind_it(field, qtbot):
    many = 120
    begun = time.thread_time()
    field.insertFromMimeData(copied(PART * many, "the plain text"))
    assert time.thread_time() - begun < 0.1 and field.toPlainText() == ""
    qtbot.keyClicks(field, " typed")
    qtbot.waitUntil(lambda: "Head" in field.toPlainText(), timeout=9000)
    arrive(field, qtbot)
    t = field.toPlainText()
    print(t.find("typed"), len(t), repr(t[t.find("typed") - 30 :][:60]))
    assert field.toPlainText().count("## Head") == many and field.toPlainText().endswith("two typed")


def test_a_megabyte_is_put_in_by_pieces_and_goes_with_one_undo(field, qtbot):
    text = long_note(300_000)
    begun = time.thread_time()
    field.insertFromMimeData(copied(text=text))
    assert time.thread_time() - begun < 0.5 and len(field.toPlainText()) < len(text)
    arrive(field, qtbot)
    assert field.toPlainText() == text
    field.undo()
    assert field.toPlainText() == ""


def test_what_is_on_its_way_when_the_note_is_left_is_put_in_at_once(field, qtbot):
    other = QLineEdit(field.parentWidget())
    qtbot.addWidget(other)
    other.show()
    field.insertFromMimeData(copied(PART * 120, "the plain text"))
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: not field.hasFocus())
    assert field.toPlainText() == "the plain text"
    qtbot.wait(1500)
    assert field.toPlainText() == "the plain text"
    text = long_note(60_000)
    field.selectAll()
    field.insertFromMimeData(copied(text=text))
    field.finish()
    assert field.toPlainText() == text


def test_of_two_pasted_in_one_breath_neither_is_lost(field, qtbot):
    field.insertFromMimeData(copied(PART * 60, "the first, plain"))
    field.insertFromMimeData(copied("<p>and <b>second</b></p>", "second"))
    arrive(field, qtbot)
    assert field.toPlainText() == "the first, plainand **second**"


def test_copying_within_notes_copies_markdown_and_plain_pasting_takes_words_alone(field, qtbot):
    field.setPlainText("- **bold** words")
    field.selectAll()
    field.copy()
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
    QApplication.clipboard().setMimeData(copied(PART, "Head words"))
    field.selectAll()
    field.paste_plainly()
    assert field.toPlainText() == "Head words"
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    arrive(field, qtbot)
    assert field.toPlainText() == f"Head words{READ}"


def test_undo_amid_a_long_paste_takes_all_of_it_back(field, qtbot):
    qtbot.keyClicks(field, "Before ")
    field.insertFromMimeData(copied(text=long_note(60_000)))
    assert field.pasting._place is not None
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(200)
    assert field.toPlainText() == "Before "
