# SPDX-License-Identifier: MIT
"""Drafts become rows; names become records kept across events; the page that made an event is known again."""

import json

import pytest

from eqbrief import store as db
from eqbrief.model import DraftDeck, DraftPerson, UserError
from eqbrief.store import FIELDS, Store
from tests.store.filling import KEYS, add_event, attach, draft, rows


def update(store: Store, number: int, fields: list[str], **facts) -> None:
    with store.change("event", name="Edit") as change:
        db.update_event(store, change, number, draft(1, **facts), KEYS, fields)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Renamed"),
        ("publisher", None),
        ("series", "Another series"),
        ("series", None),
        ("starts_at", "2024-02"),
        ("topics", ("Pay", "Nights")),
        ("people", (DraftPerson("Odalys Penhallow", "Prof", "RN", "host", ("a, b", "c"), ("X and Y", "Z")),)),
        ("questions", ()),
        ("recordings", ()),
        ("sessions", ()),
        ("decks", (DraftDeck("Other slides", 5, "pdf", 3, "slides.pdf"),)),
    ],
)
def test_one_field_is_set_and_every_other_left(library: Store, field: str, value: object) -> None:
    number = add_event(library)
    before = db.event(library, number)
    update(library, number, [field], **{field: value})
    after = db.event(library, number)
    assert before is not None
    assert after is not None
    assert getattr(after.draft, field) == value
    assert {name for name in FIELDS if getattr(after.draft, name) != getattr(before.draft, name)} == {field}


def test_an_event_without_a_title_gets_one(library: Store) -> None:
    number = add_event(library, title=None)
    update(library, number, ["title"], title="")
    found = db.event(library, number)
    assert found is not None
    assert found.draft.title == "Untitled event"


def test_names_that_mean_one_are_one_record_and_every_spelling_is_kept(library: Store) -> None:
    for number, name in enumerate(("Imogen Thistlewood", "IMOGEN THISTLEWOOD"), 1):
        add_event(library, number, people=(DraftPerson(name, organisations=("Larkmoor",)),))
    (person,) = db.people(library)
    assert (person.name, person.events) == ("Imogen Thistlewood", 2)
    record = db.name_record(library, "person", person.id)
    assert record.other_names == ("IMOGEN THISTLEWOOD",)
    assert {appearance.printed.name for appearance in record.appearances} == {
        "Imogen Thistlewood",
        "IMOGEN THISTLEWOOD",
    }


def test_a_deck_that_is_here_stays_when_the_page_names_it_no_more(library: Store) -> None:
    number = add_event(library)
    deck = attach(library, number)
    update(library, number, ["decks"], decks=())
    found = db.event(library, number)
    assert found is not None
    assert [kept.id for kept in found.decks] == [deck]


def test_what_was_edited_by_hand_is_remembered_each_once(library: Store) -> None:
    number = add_event(library)
    with library.change() as change:
        db.mark_edited(change, number, ["title", "body"])
        db.mark_edited(change, number, ["title"])
    found = db.event(library, number)
    assert found is not None
    assert found.edited == ("body", "title")


def test_a_page_is_known_again_by_its_hash_also_in_the_bin(library: Store) -> None:
    number = add_event(library)
    (source,) = rows(library.folder)["source"]
    sha256 = next(value for value in source if isinstance(value, str) and len(value) == 64)
    assert db.event_of_source(library, sha256=sha256) == (number, False)
    with library.change() as change:
        db.set_on_event(library, change, number, deleted_at="2024-01-01T00:00:00Z")
    assert db.event_of_source(library, sha256=sha256) == (number, True)
    assert db.event_of_source(library, sha256="0" * 64) is None


def test_editing_what_is_gone_is_said_and_writes_nothing(library: Store) -> None:
    before = rows(library.folder)
    with pytest.raises(UserError, match="event is no longer in the library"):
        update(library, 77, ["title"])
    with pytest.raises(UserError, match="no longer"), library.change() as change:
        db.mark_edited(change, 77, ["title"])
    assert rows(library.folder) == before


def test_sessions_keep_their_people_whatever_they_are_called(library: Store) -> None:
    number = add_event(library)
    (session,) = rows(library.folder)["session"]
    assert json.loads(session[-1]) == ["Imogen Thistlewood"]
    assert number == session[2]
