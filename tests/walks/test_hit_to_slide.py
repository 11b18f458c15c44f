# SPDX-License-Identifier: MIT
"""From an event to the slide that holds some words, by keyboard alone: view, find, go there, note, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.model import Filter
from eqbrief.tasks import attach
from eqbrief.tasks.indexing import index_decks

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
    qtbot.waitUntil(lambda: window.detail.notes.head.state.text().startswith("Saved"))
    assert showing.on_show == (viewer.deck_id, there)
    while QApplication.focusWidget() is not viewer.stage.page:
        key(window, Qt.Key.Key_F6)
    key(window, Qt.Key.Key_Escape)
    assert viewer.find_bar.isHidden() and showing.active
    key(window, Qt.Key.Key_Escape)
    assert not showing.active and window.listing.isVisible()
    assert any("Compare with our own wards" in note.text for note in db.notes(filled_library, number))


def test_from_a_word_to_the_slide_that_holds_it(filled_library, open_window, qtbot):
    """Type a word that stands on one slide only, go down to it, and in: the viewer is there, with the word marked."""
    index_decks(filled_library)
    window = open_window(filled_library)
    key(window, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "biscuit")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text(), timeout=20000)
    key(window, Qt.Key.Key_Down)
    showing = window.detail.showing
    while window.listing.hit.kind != "slide":
        key(window, Qt.Key.Key_Down)
    hit = window.listing.hit
    qtbot.waitUntil(lambda: showing.on_show == (hit.deck[0], hit.slide), timeout=20000)
    assert window.listing.view.hasFocus() and hit.slide == 2
    viewer = showing.viewer
    qtbot.waitUntil(lambda: [word.text for word in viewer.stage.page._found] == ["biscuit"], timeout=20000)
    key(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: viewer.stage.page.hasFocus(), timeout=20000)
    assert not window.listing.isVisible() and viewer.number == 2
    key(window, Qt.Key.Key_Escape)
    key(window, Qt.Key.Key_Escape)
    assert window.listing.isVisible() and window.listing.hit == hit
