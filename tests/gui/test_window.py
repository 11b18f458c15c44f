# SPDX-License-Identifier: MIT
"""The window as a whole: its panes by keyboard, back, narrow and wide, what is dropped on it, what it remembers."""

import gc

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.files import resource
from eqbrief.gui.asking import Question
from eqbrief.gui.desk import Desk
from eqbrief.gui.layout import kept_layout
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter
from tests.gui.meeting import meet
from tests.helpers.named import unnamed
from tests.store.filling import add_event


def key(window, name: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget() or window, name, modifiers)


def inside(pane) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def resize(window, width: int) -> None:
    window.resize(width, 900)
    QApplication.processEvents()


def show(window, number: int) -> None:
    window.show_event(number)
    QApplication.processEvents()


def test_it_opens_on_the_newest_event_with_the_keyboard_in_the_list(window):
    assert window.listing._head.text() == f"{window.listing.model.rowCount()} events"
    assert window.detail.event_id == window.listing.model.id_at(0)
    assert inside(window.listing) and not window.top._back.isEnabled()
    assert window.windowTitle() == "EqBrief – Race equality"


def test_f6_goes_round_the_panes_and_shift_f6_back(window):
    round_ = [window.detail._tabs, window.detail.notes, window.top, window.sidebar, window.listing]
    for pane in round_:
        key(window, Qt.Key.Key_F6)
        assert inside(pane) or pane is QApplication.focusWidget(), pane
    for pane in [*reversed(round_[:-1]), window.listing]:
        key(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert inside(pane) or pane is QApplication.focusWidget(), pane


def test_f6_passes_over_a_pane_with_nothing_in_it(library, open_window):
    window = open_window(library)
    seen = set()
    for _ in range(6):
        key(window, Qt.Key.Key_F6)
        seen |= {name for name in ("top", "sidebar", "listing", "detail") if inside(getattr(window, name))}
    assert {"top", "sidebar", "listing"} <= seen


def test_back_goes_through_all_that_was_shown(window):
    places = [Place("Starred", filter=Filter("starred")), Place("People", "people"), Place("Bin", filter=Filter("bin"))]
    first = window.listing.model.id_at(2)
    window.listing.choose_id(first)
    for place in places:
        window.sidebar.choose(place)
    for place in [*reversed(places[:-1])]:
        key(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert window.listing.place == place
    key(window, Qt.Key.Key_Escape)
    assert window.listing.place.title == "All events" and window.detail.event_id == first
    assert not window.top._back.isEnabled()
    window.go_back()
    assert window.listing.place.title == "All events"


def test_searching_as_one_types_and_esc_back_to_where_one_was(window, qtbot):
    window.listing.choose_row(3)
    before = window.detail.event_id
    key(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.top.search
    qtbot.keyClicks(window.top.search, "what three tru")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    qtbot.keyClicks(window.top.search, "zzz")
    qtbot.waitUntil(lambda: window.listing._head.text() == "Nothing found")
    for odd in ('"', "A&E", "O'Neill", "co-production", "(", "NEAR("):
        window.top.search.setText(odd)
        qtbot.waitUntil(lambda: "ound" in window.listing._head.text() and window.top.search.text() != "zzz")
    window.top.search.setText("equality")
    qtbot.waitUntil(lambda: window.listing.model.rowCount() > 3 and "found" in window.listing._head.text())
    key(window, Qt.Key.Key_Down)
    assert inside(window.listing) and window.listing.hit is not None
    key(window, Qt.Key.Key_Escape)
    assert window.detail.event_id == before and window.listing.selected() == [before]
    assert window.top.search.text() == ""


def test_a_topic_that_was_found_lists_its_events(window, qtbot):
    topic = db.topics(window._store)[0]
    window.top.search.setText(topic.name)
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    row = next(n for n, hit in enumerate(window.listing._hits) if hit.kind == "topic")
    window.listing.focus_list()
    window.listing.choose_row(row)
    assert window.detail.currentWidget() is window.detail._topic
    key(window, Qt.Key.Key_Return)
    assert window.listing.place.filter.scope == "topic" and window.listing.model.rowCount() == topic.events


def test_keys_that_a_text_field_knows_too_never_reach_the_event(window, qtbot):
    store, before = window._store, window.listing.model.rowCount()
    control = Qt.KeyboardModifier.ControlModifier
    window.top.search.setFocus()
    qtbot.keyClicks(window.top.search, "two words")
    key(window, Qt.Key.Key_Backspace, control)
    assert window.top.search.text() == "two "
    window.top.search.clear()
    writing = window.detail.notes._editors[0].writing
    writing.setFocus()
    qtbot.keyClicks(writing, "two words")
    key(window, Qt.Key.Key_Backspace, control)
    assert writing.toPlainText().startswith("two #")
    key(window, Qt.Key.Key_Z, control)
    assert not writing.toPlainText().startswith("two #")
    key(window, Qt.Key.Key_K, control)
    assert QApplication.focusWidget() is window.top.search
    window.detail.notes.flush()
    qtbot.waitUntil(lambda: not window.detail.notes.keeper.waiting)
    assert len(db.event_ids(store, Filter())) == before


def test_below_nine_hundred_pixels_the_detail_covers_the_list_and_back_returns(window, qtbot):
    resize(window, 880)
    assert window.listing.isVisible() and not window.detail.isVisible()
    window.listing.focus_list()
    key(window, Qt.Key.Key_Return)
    assert window.detail.isVisible() and not window.listing.isVisible() and inside(window.detail)
    assert window.top._back.isEnabled()
    key(window, Qt.Key.Key_Escape)
    assert window.listing.isVisible() and not window.detail.isVisible() and inside(window.listing)
    at = window.listing.view.visualRect(window.listing.model.index(1)).center()
    qtbot.mouseClick(window.listing.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.detail.isVisible() and window.detail.event_id == window.listing.model.id_at(1)
    person = db.event(window._store, window.detail.event_id).appearances[0].person_id
    window.show_name("person", person)
    assert window.detail.isVisible()
    show(window, window.listing.model.id_at(0) or 1)
    assert window.detail.isVisible()
    resize(window, 1440)
    assert window.listing.isVisible() and window.detail.isVisible()


def test_panes_can_be_hidden_and_the_layout_is_remembered(filled_library, open_window, qtbot):
    window = open_window(filled_library)
    for name in ("sidebar", "notes_pane"):
        window.actions_[name].trigger()
    assert not window.sidebar.isVisible() and not window.detail.notes.isVisible()
    window.listing.set_sort("title")
    window.rooms.setSizes([0, 500, 900])
    kept = kept_layout(window)
    again = open_window(filled_library, layout=kept)
    assert not again.sidebar.isVisible() and not again.detail.notes.isVisible() and again.listing.isVisible()
    assert again.listing.sort == "title" and abs(again.listing.width() - window.listing.width()) < 8
    assert not again.actions_["sidebar"].isChecked()


def test_a_narrow_window_does_not_forget_the_notes_and_the_list(filled_library, open_window):
    window = open_window(filled_library, size=(880, 700))
    window.listing.focus_list()
    key(window, Qt.Key.Key_Return)
    assert kept_layout(window)["hidden"] == []
    wider = open_window(filled_library, size=(1000, 700))
    assert not wider.detail.notes.isVisible() and kept_layout(wider)["hidden"] == []


@pytest.mark.parametrize(
    "damaged",
    [
        {"geometry": "abc", "sizes": "x", "detail": [], "hidden": 3, "sort": []},
        {"geometry": "é", "sizes": [1, "a"], "hidden": [[]], "sort": "sideways"},
        {"geometry": 7, "sizes": [-5, 10**6, 0, 4], "detail": [True, None]},
    ],
)
def test_a_damaged_layout_is_passed_over(library, open_window, damaged):
    window = open_window(library, layout=damaged)
    assert window.sidebar.isVisible() and window.listing.sort == "newest"


def drop(window, target, *paths) -> bool:
    """Drop files on a widget as the system does; give whether it took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, copy, left = QPoint(20, 20), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, copy, mime, left, Qt.KeyboardModifier.NoModifier)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, mime, left, Qt.KeyboardModifier.NoModifier))
    return True


def test_a_dropped_page_opens_the_desk(window, sample_page, qtbot):
    met = meet(window, Desk, lambda desk: desk.reject())
    assert drop(window, window, sample_page("page.html"))
    qtbot.waitUntil(lambda: bool(met))
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_a_deck_dropped_on_an_event_is_attached(window, qtbot):
    number = window.detail.event_id
    before = len([deck for deck in db.event(window._store, number).decks if deck.file])
    deck = resource("sample", "decks", "Small tests fairer wards.pptx")
    assert drop(window, window.detail, deck)
    qtbot.waitUntil(lambda: len([d for d in db.event(window._store, number).decks if d.file]) == before + 1)
    qtbot.waitUntil(lambda: window.status._said.text() == "1 deck attached")


def test_every_focusable_widget_has_a_name_on_every_page(window, qtbot):
    for number in [window.listing.model.id_at(row) for row in range(window.listing.model.rowCount())]:
        show(window, number)
        for tab in ("overview", "panel", "decks", "questions", "source"):
            window.detail.choose_tab(tab)
            assert unnamed(window.detail._page) == [], (number, tab)
    window.detail.choose_tab("overview")
    window.detail.add_topic()
    window.listing.show_filter(True)
    for place in (Place("People", "people"), Place("Organisations", "organisations")):
        window.sidebar.choose(place)
    window.sidebar.choose(Place("Bin", filter=Filter("bin")))
    assert unnamed(window) == []


def test_closing_saves_what_was_typed(filled_library, open_window, qtbot):
    window = open_window(filled_library)
    number = window.detail.event_id
    qtbot.keyClicks(window.detail.notes._editors[-1].writing, "The last word")
    with qtbot.waitSignal(window.closed):
        window.close()
    assert [note.text for note in db.notes(filled_library, number)][-1].startswith("The last word")


def test_where_closing_cannot_save_it_says_so_and_stays(filled_library, open_window, qtbot):
    import sqlite3

    window = open_window(filled_library)
    filled_library.db.execute("PRAGMA busy_timeout = 50").fetchone()
    other = sqlite3.connect(filled_library.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = window.detail.notes._editors[-1].writing
    qtbot.keyClicks(writing, "The last word")
    met = meet(window, Question, lambda question: qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return))
    window.detail.notes._pause.stop()
    window.detail.notes._latest.stop()
    assert not window.close() and len(met) == 1
    assert window.isVisible() and writing.toPlainText().startswith("The last word")
    other.execute("ROLLBACK")
    other.close()
    assert window.close()
    gc.collect()  # the error's traceback holds the connection that was refused
    assert any(n.text.startswith("The last word") for n in db.notes(filled_library, window.detail.event_id))


def read_menu(said: list[str]) -> None:
    menu = QApplication.activePopupWidget()
    said.extend(item.text() for item in menu.actions())
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_the_row_holds_what_can_be_done_with_it(window):
    shown: list[str] = []
    QTimer.singleShot(50, window, lambda: read_menu(shown))
    window.listing.view.customContextMenuRequested.emit(QPoint(30, 30))
    assert shown == [
        "Star", "Mark as reviewed", "Edit…", "Copy reference", "Who speaks here", "Add to briefing",
        "Tag as evidence…", "Delete", "Put back",
    ]  # fmt: skip
    shown.clear()
    window.sidebar.choose(Place("People", "people"))
    QTimer.singleShot(50, window, lambda: read_menu(shown))
    window.listing.view.customContextMenuRequested.emit(QPoint(30, 30))
    assert shown == ["Add to briefing"]


def test_the_menu_names_what_would_be_undone(window, qtbot):
    number = window.detail.event_id
    starred = db.event(window._store, number).starred
    tasks.star(window._store, [number], not starred)
    assert window.detail._header._star.isChecked() is not starred
    assert window.actions_["undo"].text().startswith("Undo: Remove the star from “" if starred else "Undo: Star “")
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: db.event(window._store, number).starred is starred)
    qtbot.waitUntil(lambda: window.detail._header._star.isChecked() is starred)
    qtbot.waitUntil(lambda: window.status._said.text().startswith("Undone: "))


def test_the_only_event_is_chosen_again_when_its_deletion_is_undone(library, open_window, qtbot):
    add_event(library, 1)
    window = open_window(library)
    number = window.detail.event_id
    window.actions_["delete"].trigger()
    qtbot.waitUntil(lambda: window.listing.model.rowCount() == 0)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: window.detail.event_id == number)
    assert window.listing.selected() == [number]
