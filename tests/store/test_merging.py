# SPDX-License-Identifier: MIT
"""A merge can be taken back at any time: afterwards every table but the change log is as if it had never been."""

import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief.model import DraftPerson, Filter, UserError
from eqbrief.store import Store
from eqbrief.store.merging import KINDS, Kind
from eqbrief.store.soundness import unsound
from tests.store.filling import KEYS, add_event, note

ADA, A_QUILL, TOM = "Ada Quill", "A. Quill", "Tom Whitlock"
FAR, NEAR = "Pennywick Hospitals", "Pennywick Hospitals Group"
RANDOM_COLUMNS = ("uid", "_at", "folder", "address", "file")


def people(*names: str, organisation: str = FAR) -> tuple[DraftPerson, ...]:
    return tuple(DraftPerson(name, organisations=(organisation,)) for name in names)


@pytest.fixture
def peopled(library: Store) -> Store:
    """Give a library in which Ada is printed in two ways, and her organisation too."""
    add_event(library, 1, people=people(ADA, TOM))
    add_event(library, 2, people=people(A_QUILL, organisation=NEAR))
    return library


def number_of(store: Store, kind: Kind, name: str) -> int:
    return next(one.id for one in db.all_named(store, kind) if one.name == name)


def merge(store: Store, kind: Kind, kept: str, other: str) -> None:
    with store.change(name="Merge") as change:
        db.merge_records(store, change, kind, number_of(store, kind, kept), number_of(store, kind, other))


def unmerge(store: Store, kind: Kind, name: str) -> None:
    with store.change(name="Unmerge") as change:
        db.unmerge_record(store, change, kind, number_of(store, kind, name))


def tables(store: Store, *, made: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Read every table but the log, the search index too; without `made`, leave out what differs by chance."""
    connection = sqlite3.connect(store.file)
    try:
        found: dict[str, list[tuple[Any, ...]]] = {}
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            if name == "change_log" or name.startswith("sqlite_"):
                continue
            listed = [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')")]
            kept = [column for column in listed if made or not column.endswith(RANDOM_COLUMNS)]
            found[name] = connection.execute(f"SELECT {', '.join(kept)} FROM '{name}' ORDER BY 1").fetchall()
        return found
    finally:
        connection.close()


def test_two_records_become_one_and_what_was_printed_stays(peopled: Store) -> None:
    merge(peopled, "person", ADA, A_QUILL)
    record = db.name_record(peopled, "person", number_of(peopled, "person", A_QUILL))
    assert (record.name, record.other_names) == (ADA, (A_QUILL,))
    assert [one.printed.name for one in record.appearances] == [A_QUILL, ADA]
    assert {one.person_id for one in record.appearances} == {record.id}
    assert [one.name for one in record.merged] == [A_QUILL]
    assert [(card.name, card.events) for card in db.people(peopled)] == [(ADA, 2), (TOM, 1)]
    assert db.counts(peopled).people == 2
    assert db.event_ids(peopled, Filter("person", record.id)) == [2, 1]
    assert db.person_by_key(peopled, KEYS.person(A_QUILL)) == (record.id, ADA)


def test_organisations_too(peopled: Store) -> None:
    merge(peopled, "organisation", NEAR, FAR)
    (card,) = db.organisations(peopled)
    assert (card.name, card.line, card.events) == (NEAR, "3 people", 2)
    record = db.name_record(peopled, "organisation", card.id)
    assert {name for one in record.appearances for name in one.printed.organisations} == {NEAR, FAR}
    assert {number for one in record.appearances for number in one.organisation_ids} == {card.id}
    assert db.counts(peopled).organisations == 1
    assert db.event_ids(peopled, Filter("organisation", card.id)) == [2, 1]


def test_merges_upon_merges_come_apart_in_any_order(peopled: Store) -> None:
    before = tables(peopled)
    merge(peopled, "person", A_QUILL, TOM)
    merge(peopled, "person", ADA, A_QUILL)
    assert db.group_of(peopled, "person", number_of(peopled, "person", ADA)) == (1, 2, 3)
    unmerge(peopled, "person", A_QUILL)
    assert db.root_of(peopled, "person", number_of(peopled, "person", TOM)) == number_of(peopled, "person", A_QUILL)
    unmerge(peopled, "person", TOM)
    assert tables(peopled) == before


def test_merging_twice_or_in_a_circle_is_refused(peopled: Store) -> None:
    merge(peopled, "person", ADA, A_QUILL)
    for kept, other in ((ADA, A_QUILL), (A_QUILL, ADA), (ADA, ADA)):
        with pytest.raises(UserError, match="one person already"):
            merge(peopled, "person", kept, other)
    with pytest.raises(UserError, match="not merged"):
        unmerge(peopled, "person", TOM)


def test_a_merge_is_undone_as_any_change(peopled: Store) -> None:
    before = tables(peopled)
    merge(peopled, "person", ADA, A_QUILL)
    assert db.undo_last(peopled)[0] == "Merge"
    assert tables(peopled) == before


def test_what_is_printed_later_goes_back_too(peopled: Store) -> None:
    merge(peopled, "person", ADA, A_QUILL)
    add_event(peopled, 3, people=people(A_QUILL))
    assert {card.name: card.events for card in db.people(peopled)} == {ADA: 3, TOM: 1}
    unmerge(peopled, "person", A_QUILL)
    assert {card.name: card.events for card in db.people(peopled)} == {ADA: 1, TOM: 1, A_QUILL: 2}


def test_an_organisation_is_never_a_part_of_itself(peopled: Store) -> None:
    far, near = (number_of(peopled, "organisation", name) for name in (FAR, NEAR))
    with peopled.change() as change:
        db.set_parent(peopled, change, far, near)
        with pytest.raises(UserError, match="part of itself"):
            db.set_parent(peopled, change, near, far)
    parent = db.name_record(peopled, "organisation", far).parent
    assert parent is not None and parent.name == NEAR
    assert [one.name for one in db.name_record(peopled, "organisation", near).units] == [FAR]
    assert db.parents(peopled)[far].name == NEAR


def test_a_name_given_by_hand_ties_what_is_printed_so(peopled: Store) -> None:
    ada = number_of(peopled, "person", ADA)
    with peopled.change(name="Call") as change:
        db.add_name(peopled, change, "person", ada, "Mrs Whitlock", KEYS.person("Mrs Whitlock"))
    add_event(peopled, 3, people=people("MRS WHITLOCK"))
    assert {card.name: card.events for card in db.people(peopled)}[ADA] == 2


def test_better_rules_merge_what_they_find_to_be_one(peopled: Store) -> None:
    keys: dict[Kind, Callable[[str], str]] = {"person": lambda name: name[0] + name[-1], "organisation": str.casefold}
    with peopled.change() as change:
        assert db.rekey(peopled, change, keys, 9) == 1
    assert db.derived_version(peopled, "match keys") == 9
    assert [card.name for card in db.people(peopled)] == [ADA, TOM]
    assert unsound(peopled.db) == []


EDITS: tuple[Callable[[Store, int], Any], ...] = (
    lambda store, n: add_event(
        store, 100 + n, people=people((ADA, A_QUILL, TOM)[n % 3], organisation=(FAR, NEAR)[n % 2])
    ),
    lambda store, n: _bin(store, 1 + n % 2, "2024-01-01T00:00:00Z"),
    lambda store, n: _bin(store, 1 + n % 2, None),
    lambda store, n: note(store, 1 + n % 2, f"A thought {n}"),
    lambda store, n: _repeople(store, 1 + n % 2, people((TOM, A_QUILL, ADA)[n % 3], organisation=(NEAR, FAR)[n % 2])),
    lambda store, n: _rename(store, (ADA, A_QUILL, TOM)[n % 3]),
    lambda store, n: _reindex(store),
)


def _bin(store: Store, number: int, moment: str | None) -> None:
    with store.change(name="Delete") as change:
        db.set_on_event(store, change, number, deleted_at=moment)


def _repeople(store: Store, number: int, panel: tuple[DraftPerson, ...]) -> None:
    from dataclasses import replace

    found = db.event(store, number)
    assert found is not None
    with store.change(name="Edit") as change:
        db.update_event(store, change, number, replace(found.draft, people=panel), KEYS, ["people"])


def _rename(store: Store, name: str) -> None:
    with store.change(name="Call") as change:
        db.add_name(
            store, change, "person", number_of(store, "person", name), f"{name} MBE", KEYS.person(f"{name} MBE")
        )


def _reindex(store: Store) -> None:
    with store.change() as change:
        db.index_names(change)
        for number in db.event_ids(store, Filter()):
            db.index_event(store, change, number)


@settings(max_examples=12, deadline=None)
@given(
    edits=st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 5)), max_size=6),
    kind=st.sampled_from(KINDS),
)
def test_merge_and_unmerge_leave_nothing_behind_whatever_happens_between(
    edits: list[tuple[int, int]], kind: Kind
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        found = []
        for merged in (True, False):
            store = Store.create(Path(scratch, str(merged)))
            add_event(store, 1, people=people(ADA, TOM))
            add_event(store, 2, people=people(A_QUILL, organisation=NEAR))
            pair = (ADA, A_QUILL) if kind == "person" else (FAR, NEAR)
            if merged:
                merge(store, kind, *pair)
            for which, n in edits:
                EDITS[which](store, n)
            if merged:
                unmerge(store, kind, pair[1])
            assert unsound(store.db) == []
            found.append(tables(store, made=False))
            store.close()
        assert found[0] == found[1]
