# SPDX-License-Identifier: MIT
"""One note alone in the window, and everything back as it was; Ctrl+F in a note finds in the note."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import store as db
from eqbrief.gui.kit import reading_width
from eqbrief.model import Filter

CONTROL = Qt.KeyboardModifier.ControlModifier


def seen(window) -> list[bool]:
    parts = (
        window.top,
        window.status,
        window.sidebar,
        window.listing,
        window.detail.showing,
        window.detail.notes.acting,
    )
    return [part.isVisible() for part in parts]


def test_a_note_stands_alone_and_esc_brings_the_rest_back(window, filled_library, qtbot):
    event = db.event_ids(filled_library, Filter(words="Leading through discomfort"))[0]
    window.show_event(event)
    before, sizes = seen(window), window.rooms.sizes()
    notes = window.detail.notes
    first, second = (editor.writing for editor in notes._editors[:2])
    second.setFocus()
    window.actions_["focus_on_note"].trigger()
    qtbot.waitUntil(lambda: not any(seen(window)))
    assert second.isVisible() and not first.isVisible() and second.hasFocus()
    qtbot.waitUntil(lambda: abs(second.width() - reading_width()) < 60)
    assert notes.head.words.text().endswith(" words")
    qtbot.keyClicks(second, "More. ")
    qtbot.waitUntil(lambda: notes.head.state.text().startswith("Saved"))
    QTest.keyClick(second, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: seen(window) == before)
    qtbot.waitUntil(second.hasFocus)
    assert first.isVisible() and all(abs(a - b) < 4 for a, b in zip(window.rooms.sizes(), sizes, strict=True))


def test_what_a_name_leads_to_is_seen(window, filled_library, qtbot):
    event = db.event_ids(filled_library, Filter(words="Leading through discomfort"))[0]
    window.show_event(event)
    field = window.detail.notes._editors[0].writing
    field.setFocus()
    window.actions_["focus_on_note"].trigger()
    field.selectAll()
    qtbot.keyClicks(field, "@Kwabena Osei-Larbi ")
    field.setTextCursor(field.document().find("Osei"))
    window.actions_["open_named"].trigger()
    qtbot.waitUntil(lambda: window.detail.names.isVisible())
    assert window.top.isVisible() and window.sidebar.isVisible()


def test_ctrl_f_in_a_note_finds_in_the_note_and_elsewhere_in_the_library(window, filled_library, qtbot):
    event = db.event_ids(filled_library, Filter(words="Leading through discomfort"))[0]
    window.show_event(event)
    field = window.detail.notes._editors[0].writing
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F, CONTROL)
    finder = window.detail.notes.finder.bar
    assert finder.isVisible() and finder.words.hasFocus()
    qtbot.keyClicks(finder.words, "chair")
    assert "found" in finder.count.text() or "of" in finder.count.text()
    other = window.detail.notes._editors[1].writing
    other.setFocus()
    assert finder._field is other
    finder.close_bar()
    window.listing.focus_list()
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert window.top.search.hasFocus()
