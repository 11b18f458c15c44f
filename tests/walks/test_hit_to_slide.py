# SPDX-License-Identifier: MIT
"""From an event to the slide that holds some words, by keyboard alone: view, find, go there, note, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.model import Filter
from eqbrief.tasks import attach

CONTROL = Qt.KeyboardModifier.ControlModifier
DECK = resource("sample", "decks", "Night staff wellbeing 110624.pdf")


def key(window, name: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, name, modifiers)


def test_from_the_event_to_a_slide_and_back(filled_library, open_window, qtbot):
    number = db.event_ids(filled_library, Filter())[0]
    attach(filled_library, number, DECK)
    window = open_window(filled_library)
    window.listing.choose_id(number)
    key(window, Qt.Key.Key_F5)
    showing = window.detail.showing
    qtbot.waitUntil(lambda: showing.on_show is not None, timeout=20000)
    viewer = showing.viewer
    qtbot.waitUntil(lambda: viewer.stage.is_drawn, timeout=20000)
    assert viewer.deck_id in {one.id for one in db.decks_of(filled_library, [number])}
    assert viewer.stage.page.hasFocus()
    key(window, Qt.Key.Key_PageDown)
    assert viewer.number == 2
    key(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "staff")
    assert viewer.slides.slides.found
    key(window, Qt.Key.Key_Return)
    assert viewer.number in viewer.slides.slides.found
    there = viewer.number
    key(window, Qt.Key.Key_J, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "Compare with our own wards")
    qtbot.waitUntil(lambda: window.detail.notes._state.text().startswith("Saved"))
    assert showing.on_show == (viewer.deck_id, there)
    while QApplication.focusWidget() is not viewer.stage.page:
        key(window, Qt.Key.Key_F6)
    key(window, Qt.Key.Key_Escape)
    assert viewer.find_bar.isHidden() and showing.active
    key(window, Qt.Key.Key_Escape)
    assert not showing.active and window.listing.isVisible()
    assert any("Compare with our own wards" in note.text for note in db.notes(filled_library, number))
