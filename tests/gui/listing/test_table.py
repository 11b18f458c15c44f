# SPDX-License-Identifier: MIT
"""The events as a table: the same rows and the same choice as the cards, columns chosen, moved, sorted, remembered."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.layout import kept_layout
from eqbrief.gui.listing.columns import COLUMNS, USUAL
from eqbrief.gui.listing.table import EventTable
from eqbrief.gui.sidebar import Place
from eqbrief.model import Look
from tests.helpers.named import unnamed


@pytest.fixture
def table(window) -> EventTable:
    window.actions_["change_form"].trigger()
    shown = window.listing.forms.shown
    assert isinstance(shown, EventTable)
    return shown


def words(table: EventTable, row: int) -> dict[str, str]:
    places = {key: list(COLUMNS).index(key) for key in table.shown_columns() if key != "title"}
    return {key: str(table.model().index(row, place).data()) for key, place in places.items()}


def test_it_shows_what_the_cards_show_and_keeps_what_is_chosen(window) -> None:
    window.listing.choose_row(3)
    chosen = window.listing.selected()
    window.actions_["change_form"].trigger()
    table = window.listing.forms.shown
    assert table.isVisible() and not window.listing.view.isVisible()
    assert window.listing.selected() == chosen and window.detail.event_id == chosen[0]
    assert table.shown_columns() == list(USUAL)
    assert words(table, 0)["date"] == "23 January 2025"
    assert words(table, 0)["decks"] == "1 of 2"
    assert unnamed(window.listing) == []


def test_rows_are_walked_opened_and_selected_whole(window, table) -> None:
    table.setFocus()
    first = window.listing.model.id_at(0)
    window.listing.choose_row(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert window.detail.event_id == window.listing.model.id_at(1)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert window.listing.selected() == [first, window.listing.model.id_at(1)]
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert window.detail.isAncestorOf(QApplication.focusWidget())


def test_a_click_on_a_heading_sorts_and_a_second_turns_the_dates_round(window, table, qtbot) -> None:
    newest = window.listing.model.id_at(0)
    head = table.horizontalHeader()
    head.sectionClicked.emit(list(COLUMNS).index("title"))
    assert window.listing.sort == "title"
    head.setSortIndicator(list(COLUMNS).index("date"), Qt.SortOrder.AscendingOrder)
    head.sectionClicked.emit(list(COLUMNS).index("date"))
    assert window.listing.sort == "oldest" and window.listing.model.id_at(0) != newest
    assert head.sortIndicatorSection() == list(COLUMNS).index("date")


def test_when_an_event_was_looked_at_is_a_column_and_an_order(window, table, filled_library) -> None:
    numbers = [window.listing.model.id_at(row) for row in (3, 5)]
    with filled_library.change("look") as change:
        change.execute("DELETE FROM look")
        for number, moment in zip(numbers, ("2024-03-03T12:00:00.000Z", "2024-05-04T12:00:00.000Z"), strict=True):
            db.keep_look(filled_library, change, number, Look(moment, moment))
    next(item for item in table.columns_menu().actions() if item.text() == "Last looked at").trigger()
    assert words(table, 3)["looked"] == "3 March 2024"
    assert words(table, 3)["state"].endswith(", changed")
    assert words(table, 0)["looked"] == ""
    table.horizontalHeader().sectionClicked.emit(list(COLUMNS).index("looked"))
    assert window.listing.sort == "looked"
    assert [window.listing.model.id_at(row) for row in (0, 1)] == numbers[::-1]


def test_columns_are_chosen_and_remembered(window, table, filled_library, open_window) -> None:
    menu = table.columns_menu()
    items = {item.text(): item for item in menu.actions()}
    assert not items["Title"].isEnabled() and items["Date"].isChecked()
    items["Series"].trigger()
    items["People"].trigger()
    assert table.shown_columns() == ["title", "date", "publisher", "state", "decks", "notes", "series"]
    table.set_widths({"date": 222, "title": -4, "state": 10**9})
    again = open_window(filled_library, layout=kept_layout(window)).listing.forms
    assert again.kept() == window.listing.forms.kept() and again.kept()["widths"]["date"] == 222
    assert again.form == "table" and isinstance(again.shown, EventTable)


def test_directories_and_hits_are_cards_all_the_same(window, table, qtbot) -> None:
    window.sidebar.choose(Place("People", "people"))
    assert window.listing.view.isVisible() and not table.isVisible()
    window.top.search.setText("equality")
    qtbot.waitUntil(lambda: "found" in window.listing._head.text())
    assert window.listing.view.isVisible()
    window.top.search.clear()
    window.go_back()
    assert table.isVisible()


def test_nothing_to_show_takes_its_place_too(window, table) -> None:
    window.listing.show_filter(True)
    window.listing.filter.setText("zzz")
    window.listing.read()
    assert not table.isVisible() and window.listing._empty.isVisible()
    window.listing.filter.clear()
    window.listing.read()
    assert table.isVisible()


def test_what_is_selected_among_the_cards_is_whole_in_the_table(window) -> None:
    flags = QItemSelectionModel.SelectionFlag
    window.listing.view.selectionModel().select(window.listing.model.index(1), flags.ClearAndSelect)
    window.listing.show_form("table")
    rows = [(index.row(), index.column()) for index in window.listing.view.selectionModel().selectedIndexes()]
    assert sorted(rows) == [(1, column) for column in range(len(COLUMNS))]


@pytest.mark.parametrize(
    "kept", [None, 3, {"form": "table", "columns": 3, "widths": []}, {"form": "table", "columns": [1, "nonsense"]}]
)
def test_a_damaged_form_is_passed_over(filled_library, open_window, kept) -> None:
    window = open_window(filled_library, layout={"list": kept})
    assert window.listing.model.rowCount() > 3
    if window.listing.forms.form == "table":
        assert window.listing.forms.shown.shown_columns()[0] == "title"
