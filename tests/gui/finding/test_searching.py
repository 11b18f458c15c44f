# SPDX-License-Identifier: MIT
"""Searching in the window: narrowed, completed, corrected, saved, kept as a table; by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.dialogs import one_line
from eqbrief.gui.kit import ReadingText
from eqbrief.gui.sidebar import KEPT, Line, Place
from eqbrief.tasks import searching
from tests.store.filling import note

_LINE = Qt.ItemDataRole.UserRole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def nothing_kept(filled_library) -> None:
    """Begin without the searches and enquiries of the sample library."""
    with filled_library.change("saved_search", "enquiry") as change:
        change.execute("DELETE FROM saved_search")
        change.execute("DELETE FROM enquiry")


def lines(window) -> list[Line]:
    model = window.sidebar._model
    return [model.item(row).data(_LINE) for row in range(model.rowCount())]


def kept(window) -> list[Line]:
    return [line for line in lines(window) if line.place and line.place.shows in KEPT]


def search(window, qtbot, typed: str) -> None:
    head = window.listing.found_head
    head._title.setText("")
    window.top.search.setText(typed)
    qtbot.waitUntil(lambda: "ound" in head.title())


def test_results_are_narrowed_to_a_kind_while_all_are_counted(window, qtbot) -> None:
    search(window, qtbot, "staff")
    head = window.listing.found_head
    kinds = {hit.kind for hit in window.listing._hits}
    assert {"event", "question"} <= kinds
    counts = [chip.text() for chip in head._chips.values()]
    head._chips["question"].click()
    qtbot.waitUntil(lambda: {hit.kind for hit in window.listing._hits} == {"question"})
    assert [chip.text() for chip in head._chips.values()] == counts
    window.go_back()
    assert head.kind == "" and not head.isVisible()


def test_a_quotation_mark_that_is_never_closed_asks_for_the_words_where_the_phrase_is_not(window, qtbot) -> None:
    search(window, qtbot, '"discomfort leading')
    assert {hit.kind for hit in window.listing._hits} >= {"event"}
    search(window, qtbot, '"through discomfort')
    assert all("discomfort" in hit.snippet.lower() for hit in window.listing._hits)


@pytest.mark.parametrize(("typed", "found"), [("in:note claims proof", "claims"), ("in:action indicator", "")])
def test_a_note_is_shown_at_the_line_and_takes_the_keyboard_only_on_enter(
    window, qtbot, typed: str, found: str
) -> None:
    notes, field = window.detail.notes, window.top.search
    field.setFocus()
    search(window, qtbot, typed)
    qtbot.waitUntil(lambda: window.detail.event_id == window.listing._hits[0].event[0])
    assert window.focusWidget() is field
    if found:
        (editor,) = [one for one in notes._editors if one.page.number == window.listing._hits[0].id]
        qtbot.waitUntil(lambda: editor.writing.textCursor().selectedText().startswith(found))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(window.listing.view, Qt.Key.Key_Return)
    assert notes.isAncestorOf(window.focusWidget())


def test_names_are_completed_while_typing(window, qtbot) -> None:
    field, names = window.top.search, window.searching.names
    field.setFocus()
    qtbot.keyClicks(field, "topic:lead")
    qtbot.waitUntil(lambda: names.names() == ["Leadership"])
    qtbot.keyClick(names._popup(), Qt.Key.Key_Down)
    qtbot.keyClick(names._popup(), Qt.Key.Key_Return)
    assert field.text() == "topic:Leadership "
    qtbot.keyClicks(field, "person:jocel")
    qtbot.waitUntil(lambda: bool(names.names()))
    qtbot.keyClick(names._popup(), Qt.Key.Key_Down)
    qtbot.keyClick(names._popup(), Qt.Key.Key_Return)
    assert field.text() == 'topic:Leadership person:"Jocelyn Abernathy-Cole" '
    qtbot.keyClicks(field, "kind:sl")
    assert names.names() == ["slide"]
    qtbot.keyClick(names._popup(), Qt.Key.Key_Escape)
    assert names.names() == []


def test_a_close_spelling_is_offered_and_taken(window, qtbot) -> None:
    search(window, qtbot, "discomfrt ")
    near = window.listing.found_head._near
    qtbot.waitUntil(near.isVisible)
    window.listing.found_head.query_wanted.emit("discomfort")
    qtbot.waitUntil(lambda: window.listing.found_head.title().endswith("found") and bool(window.listing._hits))
    assert window.top.search.text() == "discomfort"


def test_a_search_is_saved_tells_what_is_new_and_is_forgotten_with_undo(
    window, filled_library, qtbot, monkeypatch
) -> None:
    monkeypatch.setattr(one_line, "ask_line", lambda *_args: "Hard talks")
    search(window, qtbot, "discomfort")
    window.actions_["save_search"].trigger()
    qtbot.waitUntil(lambda: [line.text for line in kept(window)] == ["Hard talks"])
    with qtbot.waitSignal(window._jobs.changed):
        note(filled_library, 1, "More discomfort.")
    window.kept.count()
    qtbot.waitUntil(lambda: kept(window)[0].new == 1)
    assert kept(window)[0].counted == "1 new"
    window.go_back()
    (line,) = kept(window)
    assert line.place is not None
    window.sidebar.choose(line.place)
    assert window.top.search.text() == "discomfort"
    qtbot.waitUntil(lambda: db.saved_searches(filled_library)[0].seen != frozenset())
    window.kept.count()
    qtbot.waitUntil(lambda: kept(window)[0].new == 0 and (kept(window)[0].count or 0) > 1)
    window.sidebar.mark(line.place)
    window.sidebar.focus_list()
    qtbot.keyClick(window.sidebar.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: kept(window) == [])
    assert tasks.undo(filled_library) == "Delete the search “Hard talks”"
    qtbot.waitUntil(lambda: len(kept(window)) == 1)


def test_saved_searches_are_counted_when_the_window_opens(filled_library, open_window, qtbot) -> None:
    searching.save_search(filled_library, "Staff", "staff")
    window = open_window(filled_library)
    qtbot.waitUntil(lambda: (kept(window)[0].count or 0) > 10)


def test_typing_on_leaves_the_saved_search(window, filled_library, qtbot) -> None:
    saved = searching.save_search(filled_library, "Staff", "staff")
    window.sidebar.choose(Place(saved.name, "search", id=saved.id))
    qtbot.waitUntil(lambda: bool(window.listing._hits))
    assert window.sidebar._place.shows == "search"
    search(window, qtbot, "staff night")
    assert window.sidebar._place == window.listing.place


def test_nothing_is_not_saved(window, monkeypatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("eqbrief.gui.finding.searching.tell", lambda _window, error: said.append(error.what))
    window.actions_["save_search"].trigger()
    window.actions_["keep_answers"].trigger()
    assert said == ["There is no search to keep."] * 2


def test_the_index_is_rebuilt_in_the_background(window, filled_library, qtbot) -> None:
    with filled_library.change("passage") as change:
        change.execute("DELETE FROM passage WHERE kind = 'question'")
    assert not db.find(filled_library, "kind:question").hits
    with qtbot.waitSignal(window.searching.said, timeout=20_000) as said:
        window.actions_["rebuild_index"].trigger()
    assert said.args[0].startswith("Indexed ")
    assert db.find(filled_library, "kind:question").hits


def test_answers_are_kept_as_a_table_and_worked_through_by_keyboard(window, filled_library, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(one_line, "ask_line", lambda *_args: "What is said of nights?")
    search(window, qtbot, "night staff")
    window.actions_["keep_answers"].trigger()
    qtbot.waitUntil(lambda: window.views.view is not None)
    view = window.views.view
    assert QApplication.focusWidget() is view.table
    shown = view.answers.rowCount()
    assert shown > 3
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: view.answers.rowCount() == shown - 1)
    assert view._all.text() == "Left out 1"
    view._all.click()
    assert view.answers.rowCount() == shown
    view.copy()
    assert len(QApplication.clipboard().text().splitlines()) == shown
    assert view.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Event: ")
    view.table.selectRow(1)
    row = view.answers.rows[1]
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert window.detail.event_id == row.event_id and not view.isVisible()
    window.go_back()
    assert window.views.view is view
    view.delete()
    qtbot.waitUntil(lambda: db.enquiries(filled_library) == [])
    qtbot.waitUntil(lambda: window.listing.isVisible())


def test_the_words_are_marked_in_the_page_that_opens_and_brought_into_sight(window, qtbot) -> None:
    search(window, qtbot, "directorate kind:event")
    window.listing.choose_row(0)
    qtbot.waitUntil(lambda: any(text._marks for text in window.detail.findChildren(ReadingText)))
    texts = [text for text in window.detail.findChildren(ReadingText) if text._marks]
    start, end = texts[0]._marks[0]
    assert texts[0].toPlainText()[start:end].casefold().startswith("directorate")


def test_a_person_opens_and_so_does_a_note_on_a_person(window, filled_library, qtbot) -> None:
    search(window, qtbot, "jocelyn kind:person")
    window.listing.choose_row(0)
    assert window.detail.currentWidget() is window.detail.names
    number = window.listing.hit.id
    tasks.save_note(
        filled_library, None, None, "Ask about the zebras", tie=tasks.tie_name(filled_library, "person", number)
    )
    search(window, qtbot, "zebras")
    (hit,) = window.listing._hits
    assert (hit.kind, hit.event) == ("note", None)
    window.listing.choose_row(0)
    assert window.detail.currentWidget() is window.detail.names
    assert db.whose_note(filled_library, hit.id) == ("person", number)
