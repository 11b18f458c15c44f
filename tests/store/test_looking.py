# SPDX-License-Identifier: MIT
"""Looks are noted quietly, and events that changed since are known."""

import pytest

from eqbrief import store as db
from eqbrief.model import Filter, Look
from eqbrief.model.query import explain, parse
from tests.store.filling import act, add_event, attach, note

PAST, FUTURE = "2020-01-01T00:00:00.000Z", "2999-01-01T00:00:00.000Z"


def look(store, event: int, at: str) -> None:
    with store.change("look") as change:
        db.keep_look(store, change, event, Look(at, at))


def log(store) -> int:
    return store.db.execute("SELECT count(*) FROM change_log").fetchone()[0]


def test_a_look_is_kept_and_leaves_no_trace_in_the_log(library):
    event = add_event(library)
    before = log(library)
    look(library, event, PAST)
    look(library, event, FUTURE)
    with library.change() as change:
        db.keep_stay(library, change, event, PAST, read=True)
    assert db.look_at(library, event) == Look(PAST, FUTURE)
    assert log(library) == before


def test_a_look_at_an_event_that_is_gone_is_nothing(library):
    look(library, 77, PAST)
    assert db.look_at(library, 77) is None


def test_an_event_never_looked_at_is_not_changed(library):
    event = add_event(library)
    assert not db.is_changed(library, event)
    look(library, event, FUTURE)
    assert not db.is_changed(library, event)


@pytest.mark.parametrize("what", [note, act, lambda s, e, _t: attach(s, e)])
def test_what_comes_after_a_look_marks_the_event(library, what):
    event, other = add_event(library, 1), add_event(library, 2)
    for number in (event, other):
        quiet(library, number)
    what(library, event, "Ask the ward")
    assert db.is_changed(library, event)
    cards = {card.id: card for card in db.event_cards(library, [event, other])}
    assert (cards[event].changed, cards[other].changed) == (True, False)


def test_a_star_and_a_state_are_no_change(library):
    event = add_event(library)
    quiet(library, event)
    with library.change() as change:
        db.set_on_event(library, change, event, starred=1, state="reviewed")
    assert not db.is_changed(library, event)


def test_the_list_shows_what_was_looked_at_the_last_first(library):
    first, second, never = (add_event(library, n) for n in (1, 2, 3))
    look(library, first, FUTURE)
    look(library, second, PAST)
    assert db.event_ids(library, Filter("looked", sort="looked")) == [first, second]
    assert db.event_ids(library, Filter(sort="looked")) == [first, second, never]
    assert [card.looked_at for card in db.event_cards(library, [first, never])] == [FUTURE, None]


def test_what_changed_is_found_and_can_be_kept_as_a_search(library):
    event, other = add_event(library, 1), add_event(library, 2)
    for number in (event, other):
        quiet(library, number)
    act(library, other, "Ask the ward")
    assert db.events_found(library, "is:changed") == {other}
    assert db.events_found(library, "-is:changed") == {event}
    said = explain(parse("is:changed"))
    assert "changed since you looked" in said


def quiet(store, event: int) -> None:
    """Look at an event as it is: nothing of it came later."""
    moment = store.db.execute(
        "SELECT max(updated_at, (SELECT max(added_at) FROM source WHERE event_id = event.id)) FROM event WHERE id = ?",
        (event,),
    ).fetchone()[0]
    look(store, event, moment)
