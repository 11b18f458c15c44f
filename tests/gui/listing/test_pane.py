# SPDX-License-Identifier: MIT
"""The list pane on a real library: what is chosen stays chosen by its id, whatever changes around it."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.listing.rows import Row
from eqbrief.gui.sidebar import ALL_EVENTS, Place
from eqbrief.model import Filter
from tests.gui.looks import dress
from tests.store.filling import add_event


@pytest.fixture
def pane(library, qapp, qtbot):
    """Show the list pane on a library of twelve events, one a day, the newest first."""
    dress(qapp)
    for number in range(1, 13):
        add_event(library, number, topics=("Rotas",) if number % 2 else ("Pay",))
    jobs = Jobs(library)
    made = ListPane(library, jobs)
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    made.show_place(ALL_EVENTS)
    yield made
    jobs.shutdown()


def titles(pane: ListPane) -> list[str]:
    from eqbrief.gui.listing.model import RowRole

    rows: list[Row] = [pane.model.data(pane.model.index(n), RowRole) for n in range(pane.model.rowCount())]
    return [row.title for row in rows]


def select(pane: ListPane, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for number, row in enumerate(rows):
        pane.view.selectionModel().setCurrentIndex(
            pane.model.index(row), flags.Select if number else flags.ClearAndSelect
        )


def test_a_place_is_shown_from_its_newest_event_and_counted(pane, qtbot):
    assert pane._head.text() == "12 events"
    assert titles(pane)[:2] == ["Kinder rotas 12", "Kinder rotas 11"]
    assert pane.selected() == [pane.model.id_at(0)]
    topic = next(each for each in db.topics(pane._store) if each.name == "Pay")
    with qtbot.waitSignal(pane.event_chosen) as blocker:
        pane.show_place(Place("Pay", filter=Filter("topic", topic.id)))
    assert pane._head.text() == "6 events"
    assert blocker.args == [pane.model.id_at(0)]


def test_what_is_chosen_stays_when_others_come_and_go(pane, library, qtbot):
    chosen = pane.model.id_at(5)
    pane.choose_id(chosen)
    with qtbot.assertNotEmitted(pane.event_chosen):
        with qtbot.waitSignal(pane._jobs.changed):
            add_event(library, 13, starts_at="2024-01-01")
        with qtbot.waitSignal(pane._jobs.changed):
            tasks.delete(library, [pane.model.id_at(1)])
    assert pane.selected() == [chosen] and pane.model.rowCount() == 12


def test_when_the_chosen_one_goes_its_neighbour_is_chosen(pane, library, qtbot):
    before = [pane.model.id_at(row) for row in range(12)]
    pane.choose_row(5)
    with qtbot.waitSignal(pane.event_chosen) as blocker:
        tasks.delete(library, [before[5]])
    assert blocker.args == [before[6]] and pane.selected() == [before[6]]
    pane.choose_row(10)
    tasks.delete(library, [before[11]])
    assert pane.selected() == [before[10]]


def test_several_stay_selected_by_their_ids(pane, library, qtbot):
    select(pane, 2, 4, 7)
    chosen = pane.selected()
    assert len(chosen) == 3
    add_event(library, 13, starts_at="2024-01-01")
    assert pane.selected() == chosen


def test_a_change_elsewhere_does_not_scroll_what_is_being_read(pane, library):
    pane.choose_row(0)
    pane.view.verticalScrollBar().setValue(600)
    add_event(library, 13, starts_at="2020-01-01")
    assert pane.view.verticalScrollBar().value() == 600


def test_the_order_changes_and_the_chosen_one_is_kept(pane, qtbot):
    chosen = pane.model.id_at(3)
    pane.choose_id(chosen)
    pane.set_sort("oldest")
    assert titles(pane)[0] == "Kinder rotas 1" and pane.selected() == [chosen]
    pane.set_sort("title")
    assert titles(pane)[1] == "Kinder rotas 10" and pane._sorting.text() == "By title"


def test_the_filter_narrows_as_one_types_and_esc_brings_all_back(pane, qtbot):
    pane.show_filter(True)
    qtbot.keyClicks(pane.filter, "umberley 12")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    # The one is called so, the other was on the 12th.
    assert titles(pane) == ["Kinder rotas 12", "Kinder rotas 11"] and pane._head.text() == "2 events"
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 12)
    qtbot.keyClicks(pane.filter, "zebra")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0)
    assert pane._empty.isVisible()
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    qtbot.keyClick(pane.filter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 12)
    assert not pane.filter.isVisible()


def test_people_and_organisations_are_lists_of_names(pane, qtbot):
    with qtbot.waitSignal(pane.name_chosen) as blocker:
        pane.show_place(Place("People", "people"))
    assert blocker.args[0] == "person" and pane._head.text() == "13 people"
    with qtbot.waitSignal(pane.name_chosen) as blocker:
        pane.show_place(Place("Organisations", "organisations"))
    assert blocker.args[0] == "organisation" and pane._head.text() == "2 organisations"
    assert pane.selected() == []


def test_lists_with_the_same_ids_are_told_apart(library, qapp, qtbot):
    dress(qapp)
    add_event(library, 1)
    jobs = Jobs(library)
    pane = ListPane(library, jobs)
    qtbot.addWidget(pane)
    pane.show_place(ALL_EVENTS)
    with qtbot.waitSignal(pane.name_chosen):
        pane.show_place(Place("People", "people"))
    with qtbot.waitSignal(pane.name_chosen) as blocker:
        pane.show_place(Place("Organisations", "organisations"))
    assert blocker.args[0] == "organisation"
    jobs.shutdown()


def test_what_a_search_found_is_shown_and_left_again(pane, library, qtbot):
    chosen = pane.model.id_at(4)
    pane.choose_id(chosen)
    hits = db.find(library, "wards").hits
    assert len(hits) > 3
    with qtbot.waitSignal(pane.hit_chosen) as blocker:
        pane.show_hits("wards", hits)
    assert pane._head.text() == f"{len(hits):,} found" and pane.selected() == []
    assert blocker.args == [hits[0]] and pane.hit == hits[0]
    with qtbot.waitSignal(pane.hit_chosen) as blocker:
        pane.show_hits("ward", list(reversed(hits)))
    assert blocker.args == [hits[-1]]
    with qtbot.waitSignal(pane.event_chosen) as blocker:
        pane.leave_hits()
    assert blocker.args == [chosen] and pane.selected() == [chosen]


def test_nothing_found_is_said_and_leaves_nothing_else_open(pane, qtbot):
    with qtbot.waitSignal(pane.nothing_chosen):
        pane.show_hits("<b>zebra", [])
    assert pane._head.text() == "Nothing found" and pane._empty.isVisible()


def test_every_empty_place_says_what_belongs_there(library, qapp, qtbot):
    from eqbrief.gui.kit import Button

    dress(qapp)
    jobs = Jobs(library)
    pane = ListPane(library, jobs)
    qtbot.addWidget(pane)
    pane.show()
    with qtbot.waitSignal(pane.nothing_chosen):
        pane.show_place(ALL_EVENTS)
    buttons = {each.text(): each for each in pane._empty.findChildren(Button)}
    assert set(buttons) == {"Add a page…", "Sample library"}
    for button, signal in (("Add a page…", pane.add_wanted), ("Sample library", pane.sample_wanted)):
        with qtbot.waitSignal(signal):
            buttons[button].click()
    said = set()
    for scope in ("to review", "starred", "bin", "topic"):
        pane.show_place(Place("", filter=Filter(scope, 1)))
        said.add(pane._empty.findChildren(type(pane._head))[-1].text())
    assert len(said) == 4
    jobs.shutdown()
