# SPDX-License-Identifier: MIT
"""All notes in one view: filtered, opened where they stand, several deleted and brought back by one undo."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.sidebar import NOTES
from eqbrief.model import Filter
from tests.gui.looks import dress
from tests.gui.test_golden import settle
from tests.helpers.named import unnamed


@pytest.fixture
def view(window):
    window.sidebar.choose(NOTES)
    return window.views.view


def titles(view) -> list[str]:
    return [line.title for line in view.list.lines()]


def test_every_note_stands_there_and_everything_is_named(window, view):
    assert len(titles(view)) == db.list_notes(window._store)[1] == 11
    assert view._line.text() == "11 notes"
    assert view.list.hasFocus()
    assert unnamed(view) == []
    sentences = [line.sentence for line in view.list.lines()]
    assert all("written " in sentence for sentence in sentences)
    assert sum(sentence.endswith("Private.") for sentence in sentences) == 2


def test_several_are_deleted_by_key_and_come_back_by_one_undo(window, view, qtbot):
    before = titles(view)
    QTest.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view._delete.text() == "Delete 3 notes"
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(view) == before[3:])
    assert window.actions_["undo"].text() == "Undo: Delete 3 notes"
    assert window.status._said.text() == "Deleted 3 notes · Ctrl+Z brings them back"
    assert view.list.currentIndex().row() in (0, 2)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: titles(view) == before)


def test_enter_opens_a_note_where_it_stands(window, view, qtbot):
    number = view.list.chosen()[0]
    event = db.note(window._store, number).event_id
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert window.detail.event_id == event and not window.rooms.covered
    editor = next(one for one in window.detail.notes._editors if one.page.number == number)
    qtbot.waitUntil(lambda: window.focusWidget() is editor.writing)


def test_a_note_on_a_person_opens_the_person(window, view, qtbot):
    store = window._store
    person = db.people(store)[0].id
    tasks.new_note(store, None, "Likes herons", tie=tasks.tie_name(store, "person", person))
    qtbot.waitUntil(lambda: titles(view)[0] == "Likes herons")
    view.list.setCurrentIndex(view.list.model().index(0, 0))
    view.open_note(view.list.current_key())
    assert window.detail.currentWidget() is window.detail.names


def test_a_note_whose_question_has_gone_says_so(window, view, qtbot):
    store = window._store
    event = db.event_ids(store, Filter(words="Rest, rotas"))[0]
    tasks.new_note(store, event, "A good answer", tie=tasks.tie_question(store, event, 2))
    qtbot.waitUntil(lambda: view.list.lines()[0].line.startswith("Question 2 · Rest, rotas"))
    found = tasks.event(store, event)
    tasks.edit(store, event, replace(found.draft, questions=()))
    qtbot.waitUntil(lambda: view.list.lines()[0].line.startswith("No longer there: question 2 · Rest, rotas"))
    assert view.list.lines()[0].icon == "warning"
    assert view.list.chosen(), "what is chosen stays chosen"


def test_words_and_kinds_narrow_them_and_nothing_left_is_said(window, view, qtbot):
    view.chips["private"].click()
    assert len(titles(view)) == 2
    view.filter.setText("no such word")
    qtbot.waitUntil(lambda: titles(view) == [])
    assert view._unmatched.isVisible() and not view._none.isVisible() and not view._delete.isEnabled()
    view.chips["all"].click()
    view.filter.setText("polite exit")
    qtbot.waitUntil(lambda: titles(view) == ["The polite exit"])


def test_of_several_private_ones_do_not_go_into_a_briefing(window, view):
    view.list.selectAll()
    assert len(view.pieces(window._store)) == 9
    view.chips["private"].click()
    assert view.pieces(window._store) == []
    view.list.setCurrentIndex(view.list.model().index(1, 0))
    assert len(view.list.chosen()) == 1, "one that is chosen by hand goes out"
    assert len(view.pieces(window._store)) == 1


def test_an_empty_library_teaches_what_stands_here(library, open_window):
    window = open_window(library)
    window.sidebar.choose(NOTES)
    view = window.views.view
    assert view._none.isVisible() and not view._unmatched.isVisible()
    assert view.filter.hasFocus()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_as_a_picture(filled_library, open_window, golden, qtbot, theme):
    with filled_library.change("note") as change:
        change.execute("UPDATE note SET updated_at = '2024-09-30T10:00:00.000Z'")
    window = open_window(filled_library, theme=theme)
    window.sidebar.choose(NOTES)
    settle(window, qtbot)
    golden(window, f"all-notes-{theme}")
    dress(QApplication.instance())
