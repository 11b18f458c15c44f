# SPDX-License-Identifier: MIT
"""The field of a note: lists that go on, stresses by key, boxes that tick, and undo for all of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor

from eqbrief.gui.notes.signs import box_of
from eqbrief.gui.notes.writing import Writing
from tests.gui.looks import dress


@pytest.fixture
def field(qapp, qtbot):
    dress(qapp)
    made = Writing("Note")
    qtbot.addWidget(made)
    made.resize(320, 400)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def select(field: Writing, words: str) -> None:
    field.setTextCursor(field.document().find(words))
    assert field.textCursor().hasSelection()


def test_a_list_is_written_with_enter_and_tab_alone(field, qtbot):
    qtbot.keyClicks(field, "- one")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClicks(field, "deeper")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    qtbot.keyClicks(field, "two")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "plain")
    assert field.toPlainText() == "- one\n  - deeper\n- two\nplain"


def test_enter_inside_an_item_divides_it_and_before_its_sign_makes_room(field, qtbot):
    field.setPlainText("- one two")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "- one\n-  two"
    field.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "\n- one\n-  two"


def test_tab_outside_a_list_leaves_the_field(field, qtbot):
    field.setPlainText("plain")
    assert field.focusNextPrevChild(True) is not None and field.toPlainText() == "plain"


def test_stresses_go_round_the_selection_and_off_again(field):
    field.setPlainText("Ask the wards")
    select(field, "wards")
    field.put_marks("bold")
    assert field.toPlainText() == "Ask the **wards**"
    field.put_marks("bold")
    assert field.toPlainText() == "Ask the wards"
    select(field, "wards")
    field.put_marks("bold")
    select(field, "wards")
    field.put_marks("bold")
    assert field.toPlainText() == "Ask the wards"
    field.undo()
    assert field.toPlainText() == "Ask the **wards**"


def test_without_a_word_the_cursor_stands_between_the_marks(field, qtbot):
    field.put_marks("bold")
    qtbot.keyClicks(field, "both")
    assert field.toPlainText() == "**both**"


def test_a_link_waits_for_its_address(field, qtbot):
    field.setPlainText("See the guide")
    select(field, "the guide")
    field.put_link()
    qtbot.keyClicks(field, "https://larkmoor.example")
    assert field.toPlainText() == "See [the guide](https://larkmoor.example)"


def test_every_line_of_a_selection_becomes_a_box_and_one_undo_takes_all_back(field):
    field.setPlainText("one\ntwo\nthree")
    field.selectAll()
    field.make_line("check")
    assert field.toPlainText() == "- [ ] one\n- [ ] two\n- [ ] three"
    field.undo()
    assert field.toPlainText() == "one\ntwo\nthree"


def test_pressing_a_box_ticks_it_and_undo_opens_it(field, qtbot):
    field.setPlainText("First\n- [ ] ask Ada\n- [x] ask Rafiq")
    box = box_of(field, field.document().findBlockByNumber(1))
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert field.toPlainText() == "First\n- [x] ask Ada\n- [x] ask Rafiq"
    field.undo()
    assert field.toPlainText() == "First\n- [ ] ask Ada\n- [x] ask Rafiq"
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, int(box.center().y())))
    assert field.toPlainText() == "First\n- [ ] ask Ada\n- [x] ask Rafiq"


def test_boxes_are_painted_and_the_dash_is_not(field, qapp):
    from eqbrief.gui.theme import colour
    from tests.gui.looks import colours, near

    field.setPlainText("- [x] ask Ada")
    field.clearFocus()
    assert near(colours(field.viewport()), colour("accent").name()) > 60


def test_the_kind_of_each_line_is_told_to_those_who_hear_it(field, qtbot):
    from PySide6.QtGui import QAccessible

    told = []
    described = QAccessible.queryAccessibleInterface(field)
    field.setPlainText("## Head\n- [ ] ask\n  - deeper\n1. first\n> said\nplain")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(6):
        told.append(described.text(QAccessible.Text.Description))
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert told == [
        *("Heading 2", "Check box not ticked, list level 1", "Bullet, list level 2", "Number, list level 1"),
        *("Quotation", ""),
    ]
    field.setTextCursor(field.document().find("ask"))
    field.tick(field.textCursor().block(), True)
    field.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    assert described.text(QAccessible.Text.Description) == "Check box ticked, list level 1"
