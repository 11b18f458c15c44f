# SPDX-License-Identifier: MIT
"""The glossary is read, judged and followed by keyboard; what was rejected goes out of sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.detail.parts import NameLink
from eqbrief.gui.kit import Button
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.glossary import GlossaryView
from eqbrief.tasks.glossary import gather_terms

GLOSSARY = Place("Glossary", "glossary")


@pytest.fixture
def view(window, filled_library, qtbot) -> GlossaryView:
    gather_terms(filled_library)
    window.sidebar.choose(GLOSSARY)
    shown = window.views.view
    assert isinstance(shown, GlossaryView)
    qtbot.waitUntil(lambda: bool(shown.list.lines()), timeout=9000)
    return shown


def press(view: GlossaryView, text: str) -> None:
    button = next(one for one in view.findChildren(Button) if one.accessibleName() == text)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def choose(view: GlossaryView, short: str) -> None:
    keys = [line.title for line in view.list.lines()]
    view.list.setCurrentIndex(view.list.model().index(keys.index(short), 0))


def test_it_fills_itself_and_each_term_shows_where_it_stands(view, window, filled_library, qtbot):
    choose(view, "WRES")
    links = view.findChildren(NameLink)
    assert "Empowering the workforce to challenge discrimination" in [link.accessibleName() for link in links]
    assert QApplication.focusWidget() is view.list
    links[0].setFocus()
    QTest.keyClick(links[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.detail.event_id is not None)
    event = db.event(filled_library, window.detail.event_id)
    assert event is not None and event.draft.title == links[0].accessibleName()


def test_terms_are_accepted_and_rejected_by_keyboard(view, window, filled_library, qtbot):
    choose(view, "WRES")
    press(view, "Accept")
    qtbot.waitUntil(lambda: view.list.current().chip == "Accepted")
    press(view, "Reject")
    qtbot.waitUntil(lambda: "WRES" not in [line.title for line in view.list.lines()])
    assert "WRES" not in db.meanings(filled_library)
    view._rejected.setChecked(True)
    assert "WRES" in [line.title for line in view.list.lines()]
    assert window.actions_["undo"].isEnabled()


def test_typing_narrows_the_list(view):
    view._field.setText("delivery")
    assert [line.title for line in view.list.lines()] == ["EDS"]
    view._field.setText("no such words")
    assert view.list.lines() == [] and view._empty.isVisible()


def test_an_empty_glossary_teaches(library, open_window, qtbot):
    window = open_window(library)
    window.sidebar.choose(GLOSSARY)
    shown = window.views.view
    assert shown._empty.isVisible() and not shown._page.isVisible()


@pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints")
def test_letters_are_explained_where_they_are_read(window, filled_library, qtbot):
    gather_terms(filled_library)
    number = next(card.id for card in db.event_cards(filled_library, db.event_ids(filled_library, db_filter())))
    window.show_event(number)
    qtbot.waitUntil(lambda: any(text._explained for text in texts(window)), timeout=9000)
    text = next(text for text in texts(window) if text._explained)
    text.setFocus()
    QTest.keyClicks(text, "?")
    first = text._explained[0]
    assert text.textCursor().selectedText() == text.toPlainText()[first[0] : first[1]]
    assert text.say_next().endswith(text._explained[min(1, len(text._explained) - 1)][2])
    assert "Press ?" in text.accessibleDescription()


def db_filter():
    from eqbrief.model import Filter

    return Filter(words="Empowering")


def texts(window):
    from eqbrief.gui.kit import ReadingText

    return window.detail._column.findChildren(ReadingText)
