# SPDX-License-Identifier: MIT
"""Actions: kept with all that is known of them, in the order in which they are due, found, undone, never lost."""

import pytest

from eqbrief import store as db
from eqbrief.model import ActionEvidence, UserError
from eqbrief.store import Store, backing
from tests.store.filling import act, add_event, passages

LINE = ActionEvidence("note", "a-note-of-mine", "- [ ] Ask the ward")


def bin_event(store: Store, event: int, moment: str | None = "2023-04-01T09:00:00Z") -> None:
    with store.change("event", name="Delete") as change:
        db.set_on_event(store, change, event, deleted_at=moment)


def texts(store: Store, **wanted: object) -> list[str]:
    return [one.text for one in db.actions(store, **wanted)]  # type: ignore[arg-type]


def test_an_action_keeps_all_that_is_known_of_it(library: Store) -> None:
    event = add_event(library)
    number = act(library, event, "Ask for the rota", owner="Ward 3", due="2023-05-01", evidence=LINE)
    (kept,) = db.actions_of(library, event)
    assert kept == db.action(library, number)
    assert (kept.text, kept.owner, kept.person_id, kept.due) == ("Ask for the rota", "Ward 3", None, "2023-05-01")
    assert (kept.state, kept.outcome, kept.done_at, kept.evidence) == ("open", None, None, LINE)
    assert (kept.event_title, kept.event_date) == ("Kinder rotas 1", "2023-02-02")
    found = db.event(library, event)
    assert found is not None and found.actions == (kept,)
    assert (db.find_action(library, str(number)), db.find_action(library, kept.uid)) == (number, number)


def test_what_is_due_first_stands_first_and_what_is_done_last(library: Store) -> None:
    event, other = add_event(library), add_event(library, 2)
    dues = {"no day": None, "all of May": "2023-05", "the last of May": "2023-05-31", "June": "2023-06-01"}
    for text, due in dues.items():
        act(library, event, text, due=due)
    with library.change("action") as change:
        db.set_action(library, change, act(library, other, "done", due="2023-01-01"), state="done")
    assert texts(library) == ["the last of May", "all of May", "June", "no day"]
    assert texts(library, done=True) == ["the last of May", "all of May", "June", "no day", "done"]
    assert texts(library, event_id=other) == []
    assert db.counts(library).actions == 4


def test_search_finds_what_is_to_be_done_by_whom_and_what_came_of_it(library: Store) -> None:
    event = add_event(library)
    number = act(library, event, "Weigh the swallowtails", owner="Rafiq Umberley")
    with library.change("action") as change:
        db.set_action(library, change, number, outcome="Forty grams", state="done")
    for words in ("swallowtail", "umberley weigh", "grams"):
        assert ("action", number) in [(hit.kind, hit.id) for hit in db.find(library, words, kinds=("action",)).hits]
    with library.change("action") as change:
        db.remove_action(library, change, number)
    assert db.find(library, "swallowtails").hits == ()


def test_passages_are_the_same_when_an_event_is_indexed_anew(library: Store) -> None:
    event = add_event(library)
    act(library, event, "One", owner="Ward 3")
    act(library, event, "Two")
    before = passages(library.folder)
    with library.change() as change:
        db.index_event(library, change, event)
    assert passages(library.folder) == before
    assert [row[3:] for row in before if row[0] == "action"] == [("One", "Ward 3"), ("Two", "")]


def test_the_bin_hides_an_events_actions_and_gives_them_back(library: Store) -> None:
    event = add_event(library)
    number = act(library, event, "Weigh the swallowtails")
    bin_event(library, event)
    assert (texts(library), db.counts(library).actions, db.find(library, "swallowtails").hits) == ([], 0, ())
    bin_event(library, event, None)
    assert [one.id for one in db.actions(library)] == [number]
    assert [hit.kind for hit in db.find(library, "swallowtails").hits] == ["action"]


def test_an_event_that_goes_for_good_leaves_nothing_to_undo(library: Store) -> None:
    other = add_event(library, 2)
    act(library, other, "Stays")
    event = add_event(library)
    number = act(library, event, "Goes")
    with library.change("action", name="Edit “Goes”") as change:
        db.set_action(library, change, number, text="Goes too")
    bin_event(library, event)
    with library.change() as change:
        backing.remove_event(library, change, event)
    assert texts(library, done=True) == ["Stays"]
    assert db.next_undo(library) == "Add “Stays”"


def test_a_person_who_goes_leaves_the_owners_name(library: Store) -> None:
    event = add_event(library)
    person = db.person_by_key(library, "imogen thistlewood")
    assert person is not None and person[1] == "Imogen Thistlewood"
    assert db.person_by_key(library, "nobody") is None
    number = act(library, event, "Ask", owner=person[1], person_id=person[0])
    with library.change() as change:
        change.execute("DELETE FROM person WHERE id = ?", (person[0],))
    kept = db.action(library, number)
    assert kept is not None and (kept.owner, kept.person_id) == ("Imogen Thistlewood", None)


def test_what_is_gone_is_said(library: Store) -> None:
    assert db.action(library, 7) is None
    for words in ("7", "no-such-uid", ""):
        with pytest.raises(UserError, match="There is no action"):
            db.find_action(library, words)
    with pytest.raises(UserError, match="event is no longer in the library"):
        act(library, 77, "Nowhere")
    with pytest.raises(UserError, match="action is no longer"), library.change() as change:
        db.set_action(library, change, 7, text="Nothing")
    with pytest.raises(UserError, match="action is no longer"), library.change() as change:
        db.remove_action(library, change, 7)
