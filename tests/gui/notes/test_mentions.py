# SPDX-License-Identifier: MIT
"""Names offered while one writes: by keys alone, as one step of undo, never in the way of an input method."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief.gui.notes.mentions import Mentions
from eqbrief.gui.notes.writing import Writing
from tests.gui.looks import dress
from tests.store.filling import add_event


@pytest.fixture
def jobs(library):
    from eqbrief.gui.jobs import Jobs

    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def field(library, jobs, qapp, qtbot):
    dress(qapp)
    add_event(library, 1)
    event = add_event(library, 2)
    made = Writing("Note")
    qtbot.addWidget(made)
    made.mentions = Mentions(library, jobs, made)
    made.mentions.attach(made, event)
    made.resize(420, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def press(key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def offer(field, qtbot, typed: str) -> list[str]:
    qtbot.keyClicks(field, typed)
    qtbot.waitUntil(lambda: field.offering is not None and field.offering.isVisible())
    return field.offering.names()


def test_enter_takes_the_first_person_and_undo_takes_it_back(field, qtbot):
    names = offer(field, qtbot, "Ask @umb")
    assert names == ["Rafiq Umberley 2", "Rafiq Umberley 1"]
    press(Qt.Key.Key_Return)
    assert field.toPlainText() == "Ask @Rafiq Umberley 2 " and not field.offering.isVisible()
    field.undo()
    assert field.toPlainText() == "Ask @umb" and not field.offering.isVisible()
    field.redo()
    assert field.toPlainText() == "Ask @Rafiq Umberley 2 "


def test_arrows_choose_and_tab_takes(field, qtbot):
    offer(field, qtbot, "@")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert field.toPlainText() == "@Rafiq Umberley 2 " and field.hasFocus()


def test_esc_puts_the_list_away_until_the_next_name(field, qtbot):
    left = []
    field.escaped.connect(lambda: left.append(True))
    offer(field, qtbot, "@um")
    press(Qt.Key.Key_Escape)
    assert not field.offering.isVisible() and not left
    qtbot.keyClicks(field, "b")
    qtbot.wait(120)
    assert not field.offering.isVisible()
    offer(field, qtbot, " and @um")


def test_typing_on_narrows_the_list_and_ends_it(field, qtbot):
    assert len(offer(field, qtbot, "[[")) == 1  # not the event of the note itself
    press(Qt.Key.Key_Return)
    assert field.toPlainText() == "[[Kinder rotas 1]] "
    offer(field, qtbot, "#flex")
    qtbot.keyClicks(field, "zz")
    qtbot.waitUntil(lambda: not field.offering.isVisible())
    assert field.toPlainText().endswith("#flexzz")


def test_brackets_that_are_closed_already_are_taken_along(field, qtbot):
    field.setPlainText("see []")
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    field.setPlainText("see [[]], then")
    cursor.setPosition(6)
    field.setTextCursor(cursor)
    offer(field, qtbot, "kin")
    press(Qt.Key.Key_Return)
    assert field.toPlainText() == "see [[Kinder rotas 1]], then"


def test_nothing_is_offered_while_a_word_is_being_composed(field, qtbot):
    offer(field, qtbot, "@")
    QApplication.sendEvent(field, QInputMethodEvent("ラ", []))
    assert not field.offering.isVisible()
    commit = QInputMethodEvent()
    commit.setCommitString("Raf")
    QApplication.sendEvent(field, commit)
    qtbot.waitUntil(lambda: field.offering is not None and field.offering.isVisible())
    assert field.toPlainText() == "@Raf"


def test_the_list_has_a_name(field, qtbot):
    offer(field, qtbot, "@")
    shown = QAccessible.queryAccessibleInterface(field.offering.list)
    assert shown.text(QAccessible.Text.Name) == "Names of people" and field.hasFocus()


def test_ctrl_and_a_click_or_the_key_open_what_is_named(field, qtbot):
    wanted, addresses, said = [], [], []
    field.mentions.wanted.connect(wanted.append)
    field.mentions.address_wanted.connect(addresses.append)
    field.mentions.said.connect(said.append)
    field.setPlainText("Ask @Imogen Thistlewood, see [the guide](https://larkmoor.example/a), @Nobody Here and no more")
    at = field.textCursor()
    at.setPosition(8)
    qtbot.mouseClick(
        field.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, field.cursorRect(at).center()
    )
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted[0].kind == "person" and wanted[0].name == "Imogen Thistlewood"
    for words in ("guide", "Nobody", "more"):
        field.setTextCursor(field.document().find(words))
        field.open_here()
        qtbot.wait(60)
    assert addresses == ["https://larkmoor.example/a"]
    assert said == ["Nothing in this library is called “Nobody Here”", "There is no name or link where the cursor is"]
    assert len(wanted) == 1
