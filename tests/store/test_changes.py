# SPDX-License-Identifier: MIT
"""One way to write: whole or not at all, told once, and taken back row by row."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief.model import REVIEW_STATES, DraftDeck, DraftPerson, UserError
from eqbrief.store import FIELDS, Store
from eqbrief.store.soundness import unsound
from tests.store.filling import KEYS, add_event, attach, draft, fill, note, passages, rows

LEANT_ON = ("person", "organisation", "topic", "series", "person_name", "organisation_name", "change_log")


def edit(store: Store, event: int, fields: list[str], **facts: Any) -> None:
    with store.change(name="Edit") as change:
        db.update_event(store, change, event, draft(9, **facts), KEYS, fields)
        db.mark_edited(change, event, fields)


def undo(store: Store) -> str:
    with store.change() as change:
        name, _, events = db.undo_last(store)
        for event in events:
            db.index_event(store, change, event)
    return name


def test_an_error_undoes_all_of_it_and_tells_nobody(library: Store) -> None:
    event = add_event(library)
    before, told = rows(library.folder), []
    library.listen(told.append)
    with pytest.raises(ZeroDivisionError), library.change("event", name="Half") as change:
        db.set_on_event(library, change, event, starred=1)
        raise ZeroDivisionError
    assert rows(library.folder) == before
    assert told == []


def test_nested_changes_join_and_are_told_once_after_the_commit(library: Store) -> None:
    event, told = add_event(library), []
    library.listen(lambda tables: told.append((tables, rows(library.folder)["event"][0])))
    with library.change("event", name="Star it") as outer:
        db.set_on_event(library, outer, event, starred=1)
        with library.change("note") as inner:
            assert inner is outer
            db.add_note(library, inner, event, "A heron stood in the rota.")
        assert told == []
    assert len(told) == 1
    assert told[0][0] >= {"event", "note"}
    assert 1 in told[0][1], "the listener reads what was committed"


def test_a_listener_that_ended_hears_nothing(library: Store) -> None:
    told = []
    end = library.listen(told.append)
    end()
    end()
    add_event(library)
    assert told == []


def test_writers_in_many_threads_wait_for_each_other(library: Store) -> None:
    event = add_event(library)

    def write(number: int) -> None:
        for turn in range(10):
            note(library, event, f"Thread {number}, turn {turn}")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    assert len(db.notes(library, event)) == 40


def test_undo_names_what_it_takes_back_newest_first(library: Store) -> None:
    event = add_event(library)
    with library.change("event", name="Star it") as change:
        db.set_on_event(library, change, event, starred=1)
    with library.change("event", name="Mark it") as change:
        db.set_on_event(library, change, event, state="reviewed")
    assert db.next_undo(library) == "Mark it"
    assert [undo(library), undo(library)] == ["Mark it", "Star it"]
    found = db.event(library, event)
    assert found is not None
    assert (found.state, found.starred) == ("to review", False)


def test_undoing_an_added_event_puts_it_in_the_bin_with_its_notes(library: Store) -> None:
    event = add_event(library)
    note(library, event, "Written after it was added.")
    assert undo(library).startswith("Add")
    found = db.event(library, event)
    assert found is not None
    assert found.deleted_at
    assert [kept.text for kept in found.notes] == ["Written after it was added."]
    assert db.find(library, "rotas", kinds=["event"]).hits == ()


def test_there_is_a_sentence_when_nothing_is_left_to_undo(library: Store) -> None:
    assert db.next_undo(library) is None
    with pytest.raises(UserError, match="nothing to undo"):
        undo(library)


def test_undo_refuses_what_was_changed_since_and_alters_nothing(library: Store) -> None:
    event = add_event(library)
    with library.change("event", name="Star it") as change:
        db.set_on_event(library, change, event, starred=1)
    with library.change("event") as change:
        db.set_on_event(library, change, event, starred=0)
    before = rows(library.folder)
    with pytest.raises(UserError, match="'Star it' cannot be undone"):
        undo(library)
    assert rows(library.folder) == before


def test_undo_never_touches_a_written_note(library: Store) -> None:
    event = add_event(library)
    edit(library, event, ["title"], title="Renamed")
    number = note(library, event, "Kept, whatever is undone.")
    undo(library)
    with library.change("note") as change:
        db.write_note(library, change, number, "Kept, and written on.")
    undo(library)
    assert [kept.text for kept in db.notes(library, event)] == ["Kept, and written on."]


def test_the_log_keeps_only_so_many_changes(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eqbrief.store.changes._MOST_KEPT", 3)
    event = add_event(library)
    for turn in range(6):
        with library.change("event", name=f"Turn {turn}") as change:
            db.set_on_event(library, change, event, starred=turn % 2)
    names = [row[2] for row in rows(library.folder)["change_log"]]
    assert names == ["Turn 3", "Turn 4", "Turn 5"] or names == ["Turn 4", "Turn 5"]


def test_what_another_process_wrote_is_noticed_once(library: Store) -> None:
    event = add_event(library)
    assert not library.changed_elsewhere()
    other = Store.open(library.folder)
    try:
        note(other, event, "From elsewhere.")
    finally:
        other.close()
    assert library.changed_elsewhere()
    assert not library.changed_elsewhere()
    note(library, event, "Our own.")
    assert not library.changed_elsewhere()


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
names = st.sampled_from(["Odalys Penhallow", "Tamsin Quill", "ODALYS PENHALLOW", "Bram Ó Liatháin"])
people = st.builds(
    DraftPerson,
    name=names,
    honorific=st.none() | words,
    roles=st.lists(words, max_size=2).map(tuple),
    organisations=st.lists(st.sampled_from(["Hollowbrook", "HOLLOWBROOK", "Pennywick Trust"]), max_size=2).map(tuple),
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "title": words,
        "series": st.none() | st.sampled_from(["Fair Shifts programme", "Other Shifts"]),
        "body": st.none() | words,
        "starts_at": st.none() | st.just("2022-11-05"),
        "topics": st.lists(st.sampled_from(["Rotas", "rotas", "Nights", "Pay"]), max_size=3).map(tuple),
        "people": st.lists(people, max_size=3).map(tuple),
        "questions": st.lists(words, max_size=3).map(tuple),
        "decks": st.lists(
            st.builds(DraftDeck, title=st.sampled_from(["Presentation", "Slides"])), max_size=2, unique=True
        ).map(tuple),
    },
)
steps = st.one_of(
    st.tuples(st.just("edit"), st.integers(0, 1), facts),
    st.tuples(st.just("set"), st.integers(0, 1), st.sampled_from(REVIEW_STATES).map(lambda state: {"state": state})),
    st.tuples(st.just("set"), st.integers(0, 1), st.integers(0, 1).map(lambda starred: {"starred": starred})),
    st.tuples(
        st.just("set"),
        st.integers(0, 1),
        st.sampled_from([None, "2024-01-01T00:00:00Z"]).map(lambda when: {"deleted_at": when}),
    ),
    st.tuples(st.just("deck"), st.integers(0, 1), st.just({})),
    st.tuples(st.just("bin a note"), st.integers(0, 1), st.just({})),
)


def take(store: Store, events: list[int], step: tuple[str, int, dict[str, Any]]) -> None:
    verb, which, values = step
    event = events[which]
    if verb == "edit":
        edit(store, event, [field for field in FIELDS if field in values], **values)
    elif verb == "set":
        with store.change(name="Set") as change:
            db.set_on_event(store, change, event, **values)
    elif verb == "deck":
        attach(store, event)
    elif left := db.notes(store, event):
        with store.change(name="Bin a note") as change:
            db.bin_note(store, change, left[0].id)


@settings(max_examples=25)
@given(st.lists(steps, max_size=8))
def test_undoing_everything_gives_the_first_state_row_by_row(taken: list[tuple[str, int, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        store = Store.create(Path(scratch, "library"))
        try:
            events = fill(store, 2)
            with store.change() as change:
                change.execute("DELETE FROM change_log")
            before, found = rows(store.folder, leave=LEANT_ON), passages(store.folder)
            for step in taken:
                take(store, events, step)
            assert unsound(store.db) == []
            while db.next_undo(store):
                undo(store)
            assert rows(store.folder, leave=LEANT_ON) == before
            assert [one for one in passages(store.folder) if one[2]] == [one for one in found if one[2]]
            assert unsound(store.db) == []
        finally:
            store.close()
