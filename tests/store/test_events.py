# SPDX-License-Identifier: MIT
"""What was stored is read back: whole, as rows of a list, filtered and in order."""

import dataclasses

import pytest

from eqbrief import store as db
from eqbrief.model import Draft, Filter, Sort, UserError
from eqbrief.store import Store
from tests.store.filling import add_event, attach, draft, fill, note


def titles(store: Store, wanted: Filter) -> list[str]:
    return [card.title for card in db.event_cards(store, db.event_ids(store, wanted))]


def test_an_event_comes_back_as_its_draft(library: Store) -> None:
    number = add_event(library, text="The page.", language="en", timezone="Europe/London")
    found = db.event(library, number)
    assert found is not None
    stored = draft(text="The page.", language="en", timezone="Europe/London")
    same = {field.name for field in dataclasses.fields(Draft)} - {"address", "evidence"}
    assert {name: getattr(found.draft, name) for name in same} == {name: getattr(stored, name) for name in same}
    assert (found.state, found.starred, found.deleted_at, found.date) == ("to review", False, None, "2023-02-02")
    assert found.series is not None
    assert found.series.name == "Fair Shifts programme"
    assert [source.address for source in found.sources] == ["page 1.html"]


def test_there_is_none_of_an_unknown_number(library: Store) -> None:
    assert db.event(library, 77) is None
    assert db.event_cards(library, [77]) == []


def test_a_card_counts_what_hangs_on_its_event(library: Store) -> None:
    number = add_event(library)
    attach(library, number)
    note(library, number, "A note.")
    note(library, number, "")
    with library.change() as change:
        db.bin_note(library, change, note(library, number, "In the bin."))
    (card,) = db.event_cards(library, [number])
    assert (card.people, card.decks_here, card.decks_named, card.notes) == (2, 1, 1, 1)
    assert (card.date, card.publisher, card.starred) == ("2023-02-02", "Larkmoor Alliance", False)


def test_cards_come_in_the_order_asked_for(library: Store) -> None:
    first, second, third = fill(library)
    assert [card.id for card in db.event_cards(library, [second, third, first])] == [second, third, first]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("newest", ["b", "A", "c", "Undated"]),
        ("oldest", ["c", "A", "b", "Undated"]),
        ("title", ["A", "b", "c", "Undated"]),
    ],
)
def test_lists_sort(library: Store, sort: Sort, order: list[str]) -> None:
    for number, (title, day) in enumerate((("A", "2023-02"), ("b", "2023-03-01"), ("c", "2022"), ("Undated", None)), 1):
        add_event(library, number, title=title, starts_at=day, published_on=None)
    assert titles(library, Filter(sort=sort)) == order


def test_scopes_let_through_what_they_say(library: Store) -> None:
    first, second, third = fill(library)
    with library.change() as change:
        db.set_on_event(library, change, first, starred=1, state="reviewed")
        db.set_on_event(library, change, third, deleted_at="2024-01-01T00:00:00Z")
    found = db.event(library, first)
    assert found is not None
    assert found.series is not None
    ids = lambda scope, number=None: sorted(db.event_ids(library, Filter(scope=scope, id=number)))  # noqa: E731
    assert ids("all") == [first, second]
    assert ids("to review") == [second]
    assert ids("starred") == [first]
    assert ids("bin") == [third]
    assert ids("series", found.series.id) == [first, second]
    assert ids("topic", found.topics[1].id) == [first]
    assert ids("person", found.appearances[0].person_id) == [first, second]
    assert ids("organisation", found.appearances[1].organisation_ids[0]) == [first, second]
    assert ids("organisation", 999) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rotas", 2),
        ("ROTAS 100", 1),
        ("larkmoor", 2),
        ("umberley", 2),
        ("fair shifts", 2),
        ("2023-02-03", 1),
        ("heron", 0),
        ("100%", 1),
        ("_", 0),
        ("\\", 0),
        ("'", 0),
    ],
)
def test_words_narrow_the_list(library: Store, words: str, found: int) -> None:
    add_event(library, 1, title="Kinder rotas 100% of the time")
    add_event(library, 2)
    assert len(db.event_ids(library, Filter(words=words))) == found


def test_an_event_is_found_by_number_uid_or_part_of_its_title(library: Store) -> None:
    first, second, _ = fill(library)
    found = db.event(library, second)
    assert found is not None
    for words in (str(second), found.uid, "rotas 2"):
        assert db.find_event(library, words) == second
    with pytest.raises(UserError, match=r"may mean several events: .*1 Kinder rotas 1"):
        db.find_event(library, "Kinder")
    with pytest.raises(UserError, match="No event is called 'Nothing'"):
        db.find_event(library, "Nothing")
    assert first != second


def test_digits_mean_a_number_and_never_a_part_of_a_title(library: Store) -> None:
    event = add_event(library, 1, title="Kinder rotas of 2024")
    assert db.find_event(library, " 1 ") == event == 1
    assert db.find_event(library, "of 2024") == event
    for words in ("2024", "24", "99999999999999999999", "٢"):
        with pytest.raises(UserError, match=f"No event has the number '{words}'"):
            db.find_event(library, words)


@pytest.mark.parametrize("words", ["", "  ", "\t\n"])
def test_no_words_mean_no_event(library: Store, words: str) -> None:
    add_event(library)  # the only one, of which an empty text is a part
    with pytest.raises(UserError, match="No event was named"):
        db.find_event(library, words)
