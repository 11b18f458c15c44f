# SPDX-License-Identifier: MIT
"""Commands on what is on the screen, by their keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def key(window, name: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, name, modifiers)


def test_the_panes_go_and_come_by_their_keys(window):
    for name, pane in (
        (Qt.Key.Key_F7, window.sidebar),
        (Qt.Key.Key_F8, window.listing),
        (Qt.Key.Key_F9, window.detail.notes),
    ):
        key(window, name)
        assert not pane.isVisible()
        key(window, name)
        assert pane.isVisible()


def test_the_keys_lead_to_decks_notes_filter_and_search(window):
    key(window, Qt.Key.Key_D, CONTROL | SHIFT)
    assert window.detail._tabs.current() == "decks" and window.detail._tabs.hasFocus()
    key(window, Qt.Key.Key_J, CONTROL)
    assert QApplication.focusWidget() is window.detail.notes._editors[0].writing
    key(window, Qt.Key.Key_N, CONTROL | SHIFT)
    assert QApplication.focusWidget() is window.detail.notes._editors[-1].writing
    key(window, Qt.Key.Key_F, CONTROL | SHIFT)
    assert window.listing.filter.hasFocus()
    key(window, Qt.Key.Key_K, CONTROL)
    assert window.top.search.hasFocus()


def test_notes_are_saved_at_once_when_asked(window, qtbot):
    key(window, Qt.Key.Key_J, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "Now. ")
    key(window, Qt.Key.Key_S, CONTROL)
    assert not window.detail.notes._pause.isActive()
    qtbot.waitUntil(lambda: window.detail.notes.head.state.text().startswith("Saved"))


def test_hidden_notes_are_shown_when_they_are_asked_for(window):
    key(window, Qt.Key.Key_F9)
    key(window, Qt.Key.Key_J, CONTROL)
    assert window.detail.notes.isVisible() and window.actions_["notes_pane"].isChecked()


def test_the_notes_are_reached_where_they_have_only_a_tab(window, qtbot):
    window.resize(1000, 800)
    QApplication.processEvents()
    assert not window.detail.notes.isVisible()
    key(window, Qt.Key.Key_J, CONTROL)
    assert window.detail.notes.isVisible()
    assert QApplication.focusWidget() is window.detail.notes._editors[0].writing
