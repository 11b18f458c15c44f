# SPDX-License-Identifier: MIT
"""Which event of the library a page is about: a newer copy of its page, another page of it, or neither."""

from dataclasses import replace
from typing import Any

import pytest

from eqbrief import tasks
from eqbrief.model import Choice, Draft
from eqbrief.store import Store
from eqbrief.tasks.comparing import find_like
from tests.store.filling import add_event, draft

ELSE = {"summary": "Else.", "body": "Else.", "people": (), "questions": ("Else?",), "sessions": (), "decks": ()}
WEB = "https://larkmoor.example/events/rotas"


@pytest.mark.parametrize(
    ("facts", "likeness"),
    [
        ({}, "copy"),
        ({"title": "KINDER ROTAS 1"}, "copy"),
        ({"source": "copy.html"}, "copy"),
        ({"title": "Kinder rotas 1 – what we learnt"}, "copy"),
        ({"starts_at": "2022-01-01"}, "copy"),
        ({"publisher": "Other", "source": "copy.html"}, "likely"),
        ({"address": WEB, "publisher": "Other"}, "likely"),
        ({"source": "copy.html", "title": "Webinar: Kinder rotas 1"}, "copy"),
        ({"source": "copy.html", "title": "Webinar: Kinder rotas 1", "summary": "Else.", "people": ()}, "copy"),
        ({"source": "copy.html", "title": "Webinar: Kinder rotas 1", **ELSE}, "likely"),
        ({"starts_at": "2022-01-01", "source": "copy.html"}, "copy"),
        ({"starts_at": "2022-01-01", "source": "copy.html", **ELSE}, None),
        ({"title": "Kinder rotas 2", "source": "copy.html"}, None),
        ({"title": "Something else", "starts_at": "2022-01-01"}, None),
    ],
)
def test_a_page_is_known_by_address_title_publisher_and_day(
    library: Store, facts: dict[str, Any], likeness: str | None
) -> None:
    number = add_event(library)
    found = find_like(library, replace(draft(1), **facts))
    assert (found and (found[0], found[1][0])) == ((number, likeness) if likeness else None)


@pytest.mark.parametrize(
    ("facts", "likeness"),
    [
        ({"title": "Kinder rotas, a year on"}, "copy"),
        ({"starts_at": "2022-01-01"}, "copy"),
        ({"title": "Something else", "starts_at": "2022-01-01"}, "likely"),
    ],
)
def test_one_address_is_one_event_unless_all_else_differs(library: Store, facts: dict[str, Any], likeness: str) -> None:
    add_event(library, address=WEB)
    found = find_like(library, replace(draft(1), address=WEB, **facts))
    assert found is not None
    assert found[1] == (likeness, "It has the same address.")


@pytest.mark.parametrize(
    ("address", "is_same"),
    [
        ("http://www.larkmoor.example/events/rotas/", True),
        (f"{WEB}?utm_source=letter&fbclid=1#panel", True),
        (f"{WEB}?id=7", False),
        ("https://larkmoor.example/events/Rotas", False),
        ("https://[larkmoor.example/", False),
    ],
)
def test_an_address_is_the_same_whatever_leads_to_the_page(library: Store, address: str, is_same: bool) -> None:
    add_event(library, address=WEB)
    found = find_like(library, replace(draft(1), address=address, **ELSE))
    assert found is not None
    assert found[1][0] == ("copy" if is_same else "likely")


def test_what_a_person_edited_does_not_hide_the_event_from_its_page(library: Store) -> None:
    number = add_event(library)
    edited = {"title": "Rotas", "publisher": "Quillmere"}
    tasks.edit_fields(library, number, edited)
    found = find_like(library, replace(draft(1), source="copy.html"))
    assert found == (number, ("copy", "Title, publisher and day are the same."))


def test_a_page_called_as_any_page_is_known_only_by_title_and_day(library: Store) -> None:
    add_event(library, source="index.html")
    monthly = replace(draft(1), source="index.html", starts_at="2023-03-02", **ELSE)
    assert find_like(library, monthly) is None
    assert find_like(library, replace(draft(1), source="index.html", publisher="Other")) is not None


def test_an_event_that_is_named_is_compared_however_different(library: Store) -> None:
    number = add_event(library)
    found = tasks.compare(library, Draft(source="x", kind="event", title="Another", topics=("New",)), into=number)
    assert found is not None
    assert (found.event.id, found.likeness) == (number, "likely")
    assert [(row.key, row.wins) for row in found.differences] == [("title", False), ("topics", True)]
    assert tasks.compare(library, Draft(source="x", title="Another"), into=999) is None


def test_nothing_is_like_an_event_in_the_bin(library: Store) -> None:
    number = add_event(library)
    tasks.delete(library, [number])
    assert tasks.compare(library, draft(1)) is None


@pytest.mark.parametrize("form", ["page.html", "page.txt"])
def test_three_facts_changed_in_a_page_are_three_rows_and_notes_stay_to_the_byte(
    library: Store, sample_page, form: str
) -> None:
    (added,) = tasks.add(library, [sample_page(form)])
    assert added.event is not None
    number = added.event.id
    words = "# Rotas\n\n- [ ] Ask Imogen – “six weeks”?\t\n\n\n"
    tasks.new_note(library, number, words)
    tasks.star(library, [number], True)
    tasks.set_state(library, [number], "reviewing")
    role = ("Imogen Thistlewood", "chief people officer", "Larkmoor Alliance")
    facts = {"held": "21 March 2023", "chair": role, "questions": ("How did the wards begin?", "Who paid?")}
    newer = tasks.read_page(sample_page(form, **facts))
    assert newer.draft is not None
    found = tasks.compare(library, newer.draft)
    assert found is not None
    assert [(row.label, row.wins) for row in found.differences] == [
        ("Held on", True),
        ("Questions", True),
        ("Panel: Imogen Thistlewood", True),
    ]
    refused = Choice(accepted=frozenset({"starts_at"}))
    (updated,) = tasks.accept(library, newer, choice=refused)
    assert [row.key for row in updated.changes if row.wins] == ["starts_at"]
    event = tasks.event(library, number)
    assert event.draft.starts_at == "2023-03-21"
    assert event.draft.people[0].roles == ("director of people",)
    assert [note.text.encode() for note in event.notes] == [words.encode()]
    assert (event.starred, event.state) == (True, "reviewing")
    again = tasks.compare(library, newer.draft)
    assert again is not None
    assert again.differences == (), "what was refused is not asked again"
