# SPDX-License-Identifier: MIT
"""Who speaks for whom: the chart and the table say the same, over the events that were chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from eqbrief import tasks
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.speakers import SpeakersView
from eqbrief.model import Filter
from tests.gui.looks import colours

SPEAKERS = Place("Who speaks for whom", "speakers")


@pytest.fixture
def view(window, qtbot) -> SpeakersView:
    window.sidebar.choose(SPEAKERS)
    shown = window.views.view
    assert isinstance(shown, SpeakersView)
    qtbot.waitUntil(lambda: shown._table is not None)
    return shown


def cells(view: SpeakersView, row: int) -> list[str]:
    return [view.table.item(row, column).text() for column in range(view.table.columnCount())]


def test_the_table_has_the_figures_of_the_chart(view):
    assert view._table.rows[0].name in view.chart.accessibleDescription()
    assert cells(view, 0)[0] == view._table.rows[0].name
    assert cells(view, 0)[-1] == str(view._table.rows[0].total)
    assert view.table.rowCount() == len(view._table.rows)
    assert "Nothing about a person is guessed" in view._line.text()
    assert len(colours(view.chart)) > 3, "bars are painted"


def test_it_counts_by_year_and_over_one_topic(view, qtbot):
    view.by.setCurrentIndex(2)
    view.by.activated.emit(2)
    qtbot.waitUntil(lambda: view._table.by == "year")
    before = view._table.total
    view.events.setCurrentIndex(2)
    view.events.activated.emit(2)
    qtbot.waitUntil(lambda: view._table.total < before)
    assert view.events.currentText().startswith("Topic: ")


def test_it_counts_over_the_events_that_were_selected_in_the_list(window, qtbot):
    window.listing.choose_row(0)
    chosen = window.listing.selected()
    window.actions_["show_speakers"].trigger()
    view = window.views.view
    qtbot.waitUntil(lambda: view._table is not None and view._table.events == len(chosen))
    assert view.events.currentText() == tasks.event(window._store, chosen[0]).draft.title
    assert window.sidebar.view.currentIndex().isValid(), "the sidebar says where the window is"
    view.events.setCurrentIndex(0)
    view.events.activated.emit(0)
    qtbot.waitUntil(lambda: view._table.events > len(chosen))


def test_a_row_opens_what_it_stands_for(view, window, qtbot):
    view.table.setCurrentCell(0, 0)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.listing.isVisible())
    assert window.listing.place.filter == Filter("organisation", view._table.rows[0].id)


def test_it_counts_again_when_an_event_goes(view, window, filled_library, qtbot):
    before = view._table.events
    tasks.delete(filled_library, [1])
    qtbot.waitUntil(lambda: view._table.events == before - 1)


def test_it_teaches_where_there_is_nobody(library, open_window, qtbot):
    window = open_window(library)
    window.sidebar.choose(SPEAKERS)
    shown = window.views.view
    qtbot.waitUntil(lambda: shown._table is not None)
    assert shown._empty.isVisible() and not shown._column.isVisible()
