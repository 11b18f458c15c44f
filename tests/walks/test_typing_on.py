# SPDX-License-Identifier: MIT
"""Typing in the real window while everything moves: every character ends in the note in which it was typed."""

import random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from tests.store.filling import add_event

ROUNDS = 60


def hold(widget, key, times: int) -> None:
    """Hold a key down: presses that repeat themselves, with no release between them."""
    for number in range(times):
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
        )
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier))


def click_row(window, row: int) -> None:
    view = window.listing.view
    index = window.listing.model.index(row, 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def test_every_character_is_where_it_was_typed_whatever_is_clicked_held_down_or_closed(
    library, open_window, windows, qtbot
):
    events = [add_event(library, number) for number in range(1, 13)]
    chance, typed = random.Random(4), dict.fromkeys(events, "")
    window = open_window(library)
    for turn in range(ROUNDS):
        number = window.detail.event_id
        field = window.detail.notes._editors[0].writing
        field.setFocus()
        field.moveCursor(field.textCursor().MoveOperation.End)
        words = f"{turn} " + "abcde"[: chance.randint(0, 5)]
        QTest.keyClicks(field, words)
        typed[number] += words
        way = turn % 4
        if way == 0:  # a quick click away, before anything has been saved
            click_row(window, chance.randrange(len(events)))
        elif way == 1:  # an arrow key held down in the list
            window.listing.focus_list()
            hold(window.listing.view, chance.choice((Qt.Key.Key_Down, Qt.Key.Key_Up)), chance.randint(1, 15))
        elif way == 2:
            window.show_event(chance.choice(events))
        else:
            QApplication.processEvents()
    last = window.detail.event_id
    field = window.detail.notes._editors[0].writing
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "and closed")
    typed[last] += "and closed"
    windows.shut(window)  # as Alt+F4 does, in the middle of a word
    found = {event: "".join(note.text for note in db.notes(library, event)) for event in events}
    assert found == typed and sum(map(bool, typed.values())) > len(events) / 2
    assert all(len(db.notes(library, event)) <= 1 for event in events)
