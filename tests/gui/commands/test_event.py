# SPDX-License-Identifier: MIT
"""Commands on the chosen events, by their keys, on the real window."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.asking import Question
from eqbrief.gui.desk import EditEvent
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter
from tests.gui.meeting import meet, press


def said(window, qtbot, text: str) -> None:
    qtbot.waitUntil(lambda: window.status._said.text().startswith(text))


def choose(window, *rows: int) -> list[int]:
    """Select rows of the list and give their ids."""
    flags = QItemSelectionModel.SelectionFlag
    for number, row in enumerate(rows):
        index = window.listing.model.index(row)
        window.listing.view.selectionModel().setCurrentIndex(index, flags.Select if number else flags.ClearAndSelect)
    return window.listing.selected()


def test_several_are_starred_at_once_and_unstarred_only_when_all_are(window, qtbot):
    numbers = choose(window, 0, 1, 2)
    window.actions_["toggle_star"].trigger()
    said(window, qtbot, "Starred 3 events")
    assert all(card.starred for card in db.event_cards(window._store, numbers))
    window.actions_["toggle_star"].trigger()
    said(window, qtbot, "Removed the star from 3 events")
    assert not any(card.starred for card in db.event_cards(window._store, numbers))


def test_the_review_state_is_set_by_command(window, qtbot):
    (number,) = choose(window, 4)
    for name, state in (
        ("mark_reviewing", "reviewing"),
        ("mark_reviewed", "reviewed"),
        ("mark_to_review", "to review"),
    ):
        window.actions_[name].trigger()
        qtbot.waitUntil(lambda state=state: db.event(window._store, number).state == state)
        said(window, qtbot, f"Marked as {state}: 1 event")


def test_deleting_goes_to_the_bin_and_comes_back_by_undo_or_from_the_bin(window, qtbot):
    store, before = window._store, window.listing.model.rowCount()
    number, neighbour = window.listing.model.id_at(3), window.listing.model.id_at(4)
    choose(window, 3)
    window.listing.focus_list()
    qtbot.keyClick(window.listing.view, Qt.Key.Key_Delete)
    said(window, qtbot, "Deleted 1 event · Ctrl+Z brings it back")
    assert window.listing.model.rowCount() == before - 1 and window.detail.event_id == neighbour
    window.actions_["undo"].trigger()
    said(window, qtbot, "Undone: Delete “")
    assert window.listing.model.rowCount() == before
    window.listing.choose_id(number)
    window.actions_["delete"].trigger()
    qtbot.waitUntil(lambda: window.listing.model.row_of(number) < 0)
    window.sidebar.choose(Place("Bin", filter=Filter("bin")))
    assert window.detail.event_id == number
    window.actions_["delete"].trigger()
    window.actions_["put_back"].trigger()
    qtbot.waitUntil(lambda: db.event(store, number).deleted_at is None)
    said(window, qtbot, "Put back 1 event")


def test_undoing_with_nothing_to_undo_says_so(library, open_window, qtbot):
    window = open_window(library)
    met = meet(window, Question, press("OK"))
    window.events.undo()
    qtbot.waitUntil(lambda: bool(met) and QApplication.activeModalWidget() is None)
    assert "nothing to undo" in met[0]


def test_a_reference_is_copied_for_each_chosen_event(window, qtbot):
    numbers = choose(window, 0, 1)
    window.actions_["copy_reference"].trigger()
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == 2 and window.status._said.text() == "2 references copied"
    first = db.event(window._store, numbers[0]).draft
    assert lines[0].startswith(f"{first.title}, ") and lines[0].endswith(str(first.publisher))


def test_the_next_and_the_previous_event(window):
    second = window.listing.model.id_at(1)
    window.actions_["next_event"].trigger()
    assert window.detail.event_id == second
    window.actions_["previous_event"].trigger()
    window.actions_["previous_event"].trigger()
    assert window.detail.event_id == window.listing.model.id_at(0)


def test_editing_opens_the_form(window):
    met = meet(window, EditEvent, lambda dialog: dialog.reject())
    window.actions_["edit_event"].trigger()
    assert len(met) == 1 and window.isVisible()


def test_without_events_no_command_does_anything(library, open_window):
    window = open_window(library)
    names = ("toggle_star", "mark_reviewed", "delete", "put_back", "copy_reference", "edit_event", "add_topic")
    for name in (*names, "next_event", "new_note", "open_deck", "attach_deck", "go_to_notes", "save_notes"):
        window.actions_[name].trigger()
    assert window.status._said.text() == "" and QApplication.activeModalWidget() is None
