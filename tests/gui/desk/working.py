# SPDX-License-Identifier: MIT
"""What the tests of the desk do with it and ask of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from eqbrief import store as db
from eqbrief.gui.asking import Question
from eqbrief.gui.desk import Desk
from eqbrief.gui.desk.items import items_of
from eqbrief.gui.desk.sheet import FormSheet, SentenceSheet
from eqbrief.gui.kit import Label
from eqbrief.model import Filter
from eqbrief.store import Store
from eqbrief.tasks import Page


def put(desk: Desk, *pages: Page, pasted: bool = False) -> None:
    """Lay pages on the desk as reading does."""
    desk._have_read(items_of(desk._store, pages, pasted=pasted))


def titles(library: Store) -> list[str]:
    return sorted(card.title for card in db.event_cards(library, db.event_ids(library, Filter())))


def states(desk: Desk) -> list[str]:
    return [item.state for item in desk.queue.items]


def form(desk: Desk) -> FormSheet:
    sheet = desk.sheets.currentWidget()
    assert isinstance(sheet, FormSheet)
    return sheet


def sentence(desk: Desk) -> str:
    sheet = desk.sheets.currentWidget()
    assert isinstance(sheet, SentenceSheet)
    return " ".join(label.text() for label in sheet.findChildren(Label))


def settled(desk: Desk) -> Callable[[], bool]:
    return lambda: desk._storing == 0 and "storing" not in states(desk)


def answer(key: str) -> list[str]:
    """Press the button of the next question that opens; what it said is in the list that is given back."""
    said: list[str] = []

    def press() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Question):
            QTimer.singleShot(5, press)
            return
        said.extend(label.text() for label in question.findChildren(Label))
        for button in question.findChildren(QPushButton):
            if button.text() == key:
                button.click()
        question.reject()  # or a test that fails would wait for ever

    QTimer.singleShot(0, press)
    return said
