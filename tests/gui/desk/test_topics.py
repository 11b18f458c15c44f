# SPDX-License-Identifier: MIT
"""Topics are added by Enter, by a comma and by leaving; each once; taken away by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.topics import TopicsField
from eqbrief.gui.kit import Chip
from tests.helpers.named import unnamed

# The list of completions is a window of its own, which the unseen platform can neither raise nor give the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def topics(qtbot) -> Iterator[TopicsField]:
    top = QWidget()
    qtbot.addWidget(top)
    field = TopicsField(Known({"topic": ("Workforce", "Race equality")}))
    QVBoxLayout(top).addWidget(field)
    field.put(("Rest",))
    top.show()
    top.activateWindow()
    field.setFocus()
    yield field


def test_typing_adds_in_the_librarys_spelling(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, "race EQUALITY")
    assert topics.take() == (("Rest", "Race equality"),)
    qtbot.keyClick(topics.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(topics.edit, "night work,")
    assert topics.take() == (("Rest", "Race equality", "night work"),)
    assert topics.edit.text() == ""


def test_each_topic_once(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, " rest ")
    assert topics.take() == (("Rest",),)
    qtbot.keyClick(topics.edit, Qt.Key.Key_Return)
    assert [chip.text() for chip in topics.findChildren(Chip) if not chip.isHidden()] == ["Rest"]


def test_leaving_the_field_keeps_what_was_typed(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, "Pay")
    topics.edit.clearFocus()
    assert topics.edit.text() == ""
    assert topics.take() == (("Rest", "Pay"),)


def test_backspace_takes_the_last_away_but_not_while_typing(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, "P")
    qtbot.keyClick(topics.edit, Qt.Key.Key_Backspace)
    assert topics.take() == (("Rest",),)
    qtbot.keyClick(topics.edit, Qt.Key.Key_Backspace)
    assert topics.take() == ((),)


def test_a_cross_takes_its_topic_and_the_keyboard_stays(qtbot, topics: TopicsField) -> None:
    topics.add("Pay")
    first = topics.findChildren(Chip)[0]
    with qtbot.waitSignal(topics.changed):
        first.removed.emit()
    assert topics.take() == (("Pay",),)
    assert QApplication.focusWidget() is topics.edit
    assert unnamed(topics) == []


def test_completion_finds_a_topic_in_its_middle(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, "equa")
    completer = topics.edit.completer()
    assert completer.currentCompletion() == "Race equality"
    popup = completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert topics.edit.text() == ""
    assert topics.take() == (("Rest", "Race equality"),)
    assert not popup.isVisible()


def test_a_click_on_a_completion_adds_it(qtbot, topics: TopicsField) -> None:
    qtbot.keyClicks(topics.edit, "work")
    popup = topics.edit.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    at = popup.visualRect(topics.edit.completer().completionModel().index(0, 0)).center()
    qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: topics.edit.text() == "")
    assert topics.take() == (("Rest", "Workforce"),)
