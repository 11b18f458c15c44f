# SPDX-License-Identifier: MIT
"""The directories show who took part in what is not in the bin."""

import pytest

from eqbrief import store as db
from eqbrief.model import DraftPerson, UserError
from eqbrief.store import Store
from tests.store.filling import add_event, fill


def bin_event(store: Store, number: int) -> None:
    with store.change() as change:
        db.set_on_event(store, change, number, deleted_at="2024-01-01T00:00:00Z")


def test_counts_agree_with_the_lists(library: Store) -> None:
    first, second, third = fill(library)
    bin_event(library, third)
    with library.change() as change:
        db.set_on_event(library, change, second, starred=1, state="reviewed")
    counted = db.counts(library)
    assert (counted.events, counted.to_review, counted.starred, counted.binned) == (2, 1, 1, 1)
    assert counted.people == len(db.people(library)) == 3
    assert counted.organisations == len(db.organisations(library)) == 2
    assert [(topic.name, topic.events) for topic in counted.topics] == [
        ("Flexible working", 2),
        ("Topic 1", 1),
        ("Topic 2", 1),
    ]
    assert [(one.name, one.events) for one in counted.series] == [("Fair Shifts programme", 2)]
    assert first != second


def test_an_empty_library_counts_nothing(library: Store) -> None:
    counted = db.counts(library)
    assert (counted.events, counted.people, counted.organisations, counted.topics, counted.series) == (0, 0, 0, (), ())


def test_a_person_is_listed_with_where_they_were_last_seen(library: Store) -> None:
    for number, (day, where) in enumerate((("2023-05-01", "Newer"), ("2021-05-01", "Older")), 1):
        person = DraftPerson("Odalys Penhallow", organisations=(where,))
        add_event(library, number, starts_at=day, people=(person,))
    (card,) = db.people(library)
    assert (card.name, card.line, card.events) == ("Odalys Penhallow", "Newer", 2)
    record = db.name_record(library, "person", card.id)
    assert [appearance.event_date for appearance in record.appearances] == ["2023-05-01", "2021-05-01"]


def test_words_narrow_a_directory(library: Store) -> None:
    fill(library)
    assert [card.name for card in db.people(library, "UMBERLEY 2")] == ["Rafiq Umberley 2"]
    assert [card.name for card in db.people(library, "larkmoor")] == ["Imogen Thistlewood"]
    assert db.people(library, "nobody") == []
    assert [card.line for card in db.organisations(library, "pennywick")] == ["3 people"]
    assert [card.line for card in db.organisations(library, "larkmoor")] == ["1 person"]


def test_a_record_leaves_out_events_in_the_bin(library: Store) -> None:
    first, second, _ = fill(library)
    bin_event(library, first)
    (chair,) = db.people(library, "thistlewood")
    assert chair.events == 2
    assert {one.event_id for one in db.name_record(library, "person", chair.id).appearances} == {second, second + 1}
    (place,) = db.organisations(library, "larkmoor")
    assert len(db.name_record(library, "organisation", place.id).appearances) == 2


def test_who_is_gone_is_said(library: Store) -> None:
    with pytest.raises(UserError, match="This person is no longer in the library"):
        db.name_record(library, "person", 77)


def test_every_name_is_listed_for_completion(library: Store) -> None:
    fill(library)
    assert [named.name for named in db.all_named(library, "topic")] == [
        "Flexible working",
        "Topic 0",
        "Topic 1",
        "Topic 2",
    ]
    assert all(named.uid for named in db.all_named(library, "organisation"))


def test_publishers_are_those_of_events_that_are_here(library: Store) -> None:
    first, second = add_event(library, publisher="pennywick"), add_event(library, 2, publisher="Larkmoor")
    add_event(library, 3, publisher="Larkmoor")
    assert first and db.publishers(library) == ["Larkmoor", "pennywick"]
    bin_event(library, first)
    assert second and db.publishers(library) == ["Larkmoor"]
