# SPDX-License-Identifier: MIT
"""A question shows all its words, gives the key of the button pressed, and 'cancel' for Esc."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from eqbrief.gui.asking import Question, ask, confirm, tell
from eqbrief.gui.kit import Label
from eqbrief.model import UserError
from tests.gui.looks import dress
from tests.helpers.named import unnamed

LONG = "Leave anyway? What was read and what you corrected here is forgotten; the saved pages stay as they are. " * 3
ANSWERS = [("leave", "Leave anyway"), ("stay", "Go on here")]


@pytest.fixture
def parent(qtbot, qapp) -> QWidget:
    dress(qapp)
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def when_asked(do) -> None:
    """Do something with the next question, as soon as it is open."""

    def look() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, Question):
            do(question)
            question.reject()  # or a test that fails would wait for ever
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def press(text: str):
    return lambda question: next(b for b in question.findChildren(QPushButton) if b.text() == text).click()


@pytest.mark.parametrize(("text", "key"), [("Leave anyway", "leave"), ("Go on here", "stay")])
def test_the_pressed_button_is_the_answer(parent: QWidget, text: str, key: str) -> None:
    when_asked(press(text))
    assert ask(parent, "Leave?", LONG, ANSWERS) == key


def test_enter_gives_the_last_answer_and_escape_none(qtbot, parent: QWidget) -> None:
    when_asked(lambda question: qtbot.keyClick(question, Qt.Key.Key_Return))
    assert ask(parent, "Leave?", LONG, ANSWERS) == "stay"
    when_asked(lambda question: qtbot.keyClick(question, Qt.Key.Key_Escape))
    assert ask(parent, "Leave?", LONG, ANSWERS) == "cancel"


@pytest.mark.parametrize("size", [100, 200])
def test_every_word_is_seen(qtbot, qapp, size: int) -> None:
    dress(qapp, "light", size)
    question = Question(None, "3 pages are not stored yet.", LONG, ANSWERS)
    qtbot.addWidget(question)
    question.show()
    question.grab()
    for label in question.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
    assert unnamed(question) == []
    dress(qapp)


def test_an_error_is_told_and_can_be_overruled(parent: QWidget) -> None:
    error = UserError("It has macros.", "Open it only if you know who made it.")
    said: list[str] = []

    def read(question: Question) -> None:
        said.extend(label.text() for label in question.findChildren(Label))
        press("OK")(question)

    when_asked(read)
    tell(parent, error)
    assert said == ["It has macros.", "Open it only if you know who made it."]
    when_asked(press("Open"))
    assert confirm(parent, error, "Open")
    when_asked(press("Cancel"))
    assert not confirm(parent, error, "Open")
