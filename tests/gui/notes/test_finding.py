# SPDX-License-Identifier: MIT
"""Find and replace within a note, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief.gui.notes.finding import FindBar
from eqbrief.gui.notes.writing import Writing
from tests.gui.looks import dress
from tests.helpers.named import unnamed

TEXT = "Rest and rotas.\n- rest 🙂 rest\n- arrest REST"


@pytest.fixture
def pair(qapp, qtbot):
    """Give a note and the bar, opened on it, in a window that has the attention."""
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    dress(qapp)
    around = QWidget()
    qtbot.addWidget(around)
    layout = QVBoxLayout(around)
    bar, field = FindBar(), Writing("Note")
    layout.addWidget(bar)
    layout.addWidget(field)
    around.resize(320, 400)
    around.show()
    around.activateWindow()
    field.setPlainText(TEXT)
    bar.open(field)
    qtbot.waitUntil(bar.words.hasFocus)
    yield bar, field
    del around


def chosen(field) -> tuple[int, str]:
    return field.textCursor().selectionStart(), field.textCursor().selectedText()


def test_places_are_counted_marked_and_stepped_through_both_ways(pair, qtbot):
    bar, field = pair
    qtbot.keyClicks(bar.words, "rest")
    assert bar.count.text() == "5 found" and len(field.extraSelections()) == 5
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 5" and chosen(field) == (0, "Rest")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert bar.count.text() == "3 of 5" and field.textCursor().selectedText() == "rest"
    QTest.keyClick(bar.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 5"
    for _ in range(4):
        bar.step(1)
    assert bar.count.text() == "1 of 5"
    bar.step(-1)
    assert bar.count.text() == "5 of 5" and bar.words.hasFocus()


def test_case_and_whole_words_narrow_it(pair, qtbot):
    bar, _field = pair
    qtbot.keyClicks(bar.words, "rest")
    bar.whole.setChecked(True)
    assert bar.count.text() == "4 found"
    bar.case.setChecked(True)
    assert bar.count.text() == "2 found"
    qtbot.keyClicks(bar.words, "zz")
    assert bar.count.text() == "Not found"


def test_one_is_replaced_at_a_time_and_all_as_one_step_of_undo(pair, qtbot):
    bar, field = pair
    qtbot.keyClicks(bar.words, "rest")
    bar.whole.setChecked(True)
    qtbot.keyClicks(bar.replacement, "sleep")
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert field.toPlainText() == TEXT and chosen(field) == (0, "Rest")
    QTest.keyClick(bar.replacement, Qt.Key.Key_Return)
    assert field.toPlainText().startswith("sleep and rotas.\n- rest") and bar.count.text() == "1 of 3"
    bar.replace_all()
    assert (
        field.toPlainText() == "sleep and rotas.\n- sleep 🙂 sleep\n- arrest sleep" and bar.count.text() == "Not found"
    )
    field.undo()
    assert field.toPlainText() == "sleep and rotas.\n- rest 🙂 rest\n- arrest REST"
    qtbot.waitUntil(lambda: bar.count.text().endswith("3") or bar.count.text() == "3 found")


def test_esc_puts_the_bar_away_and_leaves_the_cursor_at_what_was_found(pair, qtbot):
    bar, field = pair
    qtbot.keyClicks(bar.words, "arrest")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible() and field.hasFocus() and chosen(field)[1] == "arrest" and field.extraSelections() == []


def test_what_is_selected_is_looked_for(pair):
    bar, field = pair
    bar.close_bar()
    field.setTextCursor(field.document().find("rotas"))
    bar.open(field)
    assert bar.words.text() == "rotas" and bar.count.text() == "1 of 1"


def test_everything_has_a_name_and_a_note_that_goes_is_let_go(pair, qtbot):
    bar, field = pair
    qtbot.keyClicks(bar.words, "rest")
    assert unnamed(bar) == []
    field.setParent(None)
    field.deleteLater()
    qtbot.waitUntil(lambda: bar._field is None)
    bar.step(1)
    bar.replace_all()
    bar.close_bar()
