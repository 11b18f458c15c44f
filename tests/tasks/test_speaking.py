# SPDX-License-Identifier: MIT
"""Who speaks for whom is counted from what was printed, over the chosen events, by each of the ways."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DraftPerson
from eqbrief.store import Store
from eqbrief.tasks.speaking import GROUPS, table_json, who_speaks
from tests.store.filling import add_event


@pytest.fixture
def spoken(library: Store) -> Store:
    """Give a library with two events; Ada chairs both, once for two bodies, and Tom speaks for none."""
    chair = DraftPerson("Ada Quill", capacity="chair", organisations=("Larkmoor", "Pennywick"))
    add_event(
        library, 1, starts_at="2023-02-01", topics=("Pay",), people=(chair, DraftPerson("Tom", capacity="panellist"))
    )
    add_event(
        library,
        2,
        starts_at="2024-02-01",
        topics=("Pay", "Rotas"),
        people=(DraftPerson("Ada Quill", capacity="chair", organisations=("Larkmoor",)),),
    )
    return library


def rows(store: Store, by, events=None) -> list[tuple[str, tuple[int, ...]]]:
    return [(row.name, row.counts) for row in who_speaks(store, by, events).rows]


def test_it_counts_by_organisation_and_capacity(spoken: Store) -> None:
    table = who_speaks(spoken)
    assert table.columns == ("chair", "panellist")
    assert rows(spoken, "organisation") == [
        ("Larkmoor", (2, 0)),
        ("No organisation printed", (0, 1)),
        ("Pennywick", (1, 0)),
    ]
    assert (table.events, table.total) == (2, 4)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("year", [("2023", (1, 1)), ("2024", (1, 0))]),
        ("topic", [("Pay", (2, 1)), ("Rotas", (1, 0))]),
        ("capacity", [("chair", (2, 0)), ("panellist", (0, 1))]),
        ("person", [("Ada Quill", (2, 0)), ("Tom", (0, 1))]),
    ],
)
def test_it_counts_in_other_ways(spoken: Store, by, expected) -> None:
    assert rows(spoken, by) == expected


def test_only_the_chosen_events_count_and_none_of_the_bin(spoken: Store) -> None:
    assert rows(spoken, "year", [2]) == [("2024", (1,))]
    tasks.delete(spoken, [2])
    assert rows(spoken, "year") == [("2023", (1, 1))]
    assert rows(spoken, "year", [2]) == []


def test_merged_records_count_as_one(spoken: Store) -> None:
    with spoken.change() as change:
        larkmoor, pennywick = (db.find_record(spoken, "organisation", name) for name in ("Larkmoor", "Pennywick"))
        db.merge_records(spoken, change, "organisation", larkmoor, pennywick)
    assert rows(spoken, "organisation")[0] == ("Larkmoor", (2, 0))


def test_the_table_reads_as_json(spoken: Store) -> None:
    plain = table_json(who_speaks(spoken, "year"))
    assert plain["rows"][0] == {"id": 2023, "name": "2023", "chair": 1, "panellist": 1, "total": 2}
    assert set(GROUPS) == {"organisation", "topic", "year", "capacity", "person"}
