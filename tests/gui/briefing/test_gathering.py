# SPDX-License-Identifier: MIT
"""One key puts whatever is shown or chosen anywhere in the window into the briefing, and it is said what it took."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.gui.acting import ActionRow
from eqbrief.gui.detail.naming.rows import SaidRow
from eqbrief.gui.detail.parts import QuestionRow
from eqbrief.gui.kit import Button, IconButton, ReadingText
from eqbrief.gui.sidebar import Place
from eqbrief.model import Event, Filter, Piece
from eqbrief.store import Store
from eqbrief.tasks import attach
from eqbrief.tasks import briefing as tasks

PEOPLE = Place("People", "people")


@pytest.fixture(autouse=True)
def board(filled_library: Store) -> int:
    """Give an empty briefing that things are added to."""
    return tasks.new_briefing(filled_library, "Board paper")


def pieces(store: Store) -> tuple[Piece, ...]:
    found = db.current_briefing(store)
    assert found is not None
    return found.pieces


def one_with(store: Store, has) -> Event:
    events = (db.event(store, number) for number in db.event_ids(store, Filter()))
    return next(one for one in events if one and has(one))


def press(window, qtbot, store: Store, *, more: int = 1) -> tuple[Piece, ...]:
    """Press the key where the keyboard is, and give what came into the briefing."""
    before = len(pieces(store))
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(pieces(store)) == before + more)
    qtbot.waitUntil(lambda: "“Board paper”" in window.status._said.text())
    return pieces(store)[-more:]


def shown_text(window, qtbot) -> ReadingText:
    """Give the first text of the event that is shown; those of the one before go on the next turn."""
    column = window.detail._column
    qtbot.waitUntil(lambda: any(one.isVisible() for one in column.findChildren(ReadingText)))
    return next(one for one in column.findChildren(ReadingText) if one.isVisible())


def select_rows(window, *rows: int) -> None:
    model, chosen = window.listing.model, QItemSelection()
    for row in rows:
        chosen.select(model.index(row), model.index(row))
    flags = QItemSelectionModel.SelectionFlag
    window.listing.view.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)


def test_events_selected_in_the_list(window, filled_library, qtbot) -> None:
    window.listing.focus_list()
    select_rows(window, 0, 1, 2)
    press(window, qtbot, filled_library, more=3)
    assert window.status._said.text().startswith("3 added to “Board paper” · ")
    assert window.actions_["undo"].text() == "Undo: Add 3 things to the briefing “Board paper”"
    select_rows(window, 2, 3)
    press(window, qtbot, filled_library)
    qtbot.waitUntil(lambda: window.status._said.text().startswith("1 added to “Board paper”; 1 was there already"))
    window.events.undo()
    qtbot.waitUntil(lambda: len(pieces(filled_library)) == 3)


def test_people_selected_in_their_list_and_the_one_on_the_page(window, filled_library, qtbot) -> None:
    window.sidebar.choose(PEOPLE)
    window.listing.focus_list()
    select_rows(window, 0, 1)
    found = press(window, qtbot, filled_library, more=2)
    assert {piece.kind for piece in found} == {"person"}
    window.listing.choose_row(2)
    (button,) = [one for one in window.detail.names.findChildren(Button) if one.text() == "Add to briefing"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pieces(filled_library)) == 3)
    assert pieces(filled_library)[-1].record == db.name_record(filled_library, *window.detail.names.shown).uid


def test_an_organisation_is_met_with_a_way_on(window, filled_library, qtbot, monkeypatch) -> None:
    from eqbrief.gui.commands import briefing as commands

    told = []
    monkeypatch.setattr(commands, "tell", lambda _parent, error: told.append(error))
    window.sidebar.choose(Place("Organisations", "organisations"))
    window.listing.focus_list()
    window.briefings.add_to_briefing()
    assert len(told) == 1 and told[0].next_step.startswith("Add the people") and not pieces(filled_library)


def test_what_a_person_said(window, filled_library, qtbot) -> None:
    for card in db.people(filled_library):
        window.show_name("person", card.id)
        page = window.detail.names
        qtbot.wait(30)
        if page._columns["said"].findChildren(SaidRow):
            break
    page._tabs.choose("said")
    qtbot.waitUntil(lambda: bool(page._columns["said"].findChildren(SaidRow)))
    page.focus_first()
    (said,) = press(window, qtbot, filled_library)
    assert said.kind in ("text", "slide", "question") and said.event


def test_a_question_by_key_and_by_its_button(window, filled_library, qtbot) -> None:
    event = one_with(filled_library, lambda one: len(one.draft.questions) > 1)
    window.show_event(event.id)
    window.detail.choose_tab("questions")
    first, second = window.detail._column.findChildren(QuestionRow)[:2]
    first.findChildren(IconButton)[0].setFocus()
    (asked,) = press(window, qtbot, filled_library)
    assert (asked.kind, asked.text) == ("question", event.draft.questions[0])
    adding = next(one for one in second.findChildren(IconButton) if "to the briefing" in one.accessibleName())
    qtbot.mouseClick(adding, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [one.text for one in pieces(filled_library)] == list(event.draft.questions[:2]))


def test_an_action_beside_its_event_and_those_of_all_events(window, filled_library, qtbot) -> None:
    event = one_with(filled_library, lambda one: any(action.state == "open" for action in one.actions))
    window.show_event(event.id)
    row = window.detail.notes.acting.rows[0]
    row.focus_text()
    (action,) = press(window, qtbot, filled_library)
    assert (action.kind, action.record) == ("action", row.action.uid)
    window.sidebar.choose(Place("Actions", "actions"))
    view = window.views.view
    others = [one for one in view.shown if one.uid != action.record]
    view.chips["all"].setFocus()
    press(window, qtbot, filled_library, more=len(others))
    view.findChild(ActionRow).focus_text()
    window.briefings.add_to_briefing()
    qtbot.waitUntil(lambda: window.status._said.text().startswith("It is in “Board paper” already"))


def test_words_selected_on_the_page_of_an_event_and_in_a_note(window, filled_library, qtbot) -> None:
    event = one_with(filled_library, lambda one: bool(one.notes) and bool(one.draft.summary))
    window.show_event(event.id)
    text = shown_text(window, qtbot)
    cursor = text.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 4)
    text.setTextCursor(cursor)
    text.setFocus()
    (passage,) = press(window, qtbot, filled_library)
    assert (passage.kind, passage.event) == ("text", event.uid) and passage.text == cursor.selectedText().strip()
    window.detail.notes.focus_notes()
    (note,) = press(window, qtbot, filled_library)
    assert (note.kind, note.record, note.text) == ("note", event.notes[0].uid, "")


def test_a_slide_in_its_place_and_in_a_window_of_its_own(window, filled_library, qtbot) -> None:
    number = window.detail.event_id
    deck = attach(filled_library, number, resource("sample", "decks", "Presentation 140323.pptx"))
    window.detail.show_deck(deck.id, 2)
    qtbot.waitUntil(lambda: window.detail.showing.viewer.number == 2, timeout=9000)
    window.detail.showing.enter()
    (slide,) = press(window, qtbot, filled_library)
    assert (slide.kind, slide.record, slide.slide) == ("slide", deck.uid, 2)
    window.detail.showing.open_window(deck.id, 3)
    (own,) = window.detail.showing._windows
    qtbot.waitUntil(lambda: own.viewer.number == 3, timeout=9000)
    own.activateWindow()
    own.viewer.focus_slide()
    qtbot.waitUntil(lambda: own.isActiveWindow() and own.isAncestorOf(QApplication.focusWidget() or window))
    (slide,) = press(window, qtbot, filled_library)
    assert slide.slide == 3
    own.close()


def test_turns_of_a_transcript(window, filled_library, qtbot) -> None:
    event = one_with(filled_library, lambda one: db.transcript_count(filled_library, one.id) > 0)
    window.show_event(event.id)
    window.detail.choose_tab("transcript")
    page = window.detail._speaking._page
    page.view.setFocus()
    page.view.setCurrentIndex(page.view.model().index(0))
    (turn,) = press(window, qtbot, filled_library)
    said = page.transcripts[0].turns[0]
    assert turn.text == " ".join(said.text.split()) and turn.speaker and turn.place.startswith("transcript, ")


def test_a_term_of_the_glossary(window, filled_library, qtbot) -> None:
    from eqbrief.tasks.glossary import gather_terms, new_term

    gather_terms(filled_library)
    new_term(filled_library, "QZX", "Quiet zone exchange")
    window.sidebar.choose(Place("Glossary", "glossary"))
    term = window.views.view.chosen()
    (piece,) = press(window, qtbot, filled_library)
    assert (piece.kind, piece.record, piece.text) == ("term", term.short, term.long)
    document = tasks.document_of(filled_library, db.current_briefing(filled_library))
    assert term.long in str(document.blocks)


def test_every_hit_that_is_selected(window, filled_library, qtbot) -> None:
    window.top.search.setText("equality")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    window.listing.focus_list()
    kinds = [hit.kind for hit in window.listing._hits]
    rows = [row for row, kind in enumerate(kinds) if kind in ("event", "question")][:3]
    select_rows(window, *rows)
    press(window, qtbot, filled_library, more=len(rows))
    assert len(rows) == 3


def test_where_nothing_is_chosen_that_is_said(window, filled_library, qtbot) -> None:
    window.briefings.open_briefing()
    window.briefings.add_to_briefing()
    assert window.status._said.text().startswith("Choose something first")
