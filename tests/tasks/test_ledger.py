# SPDX-License-Identifier: MIT
"""What a newer copy of a page says otherwise, row by row, and what becomes of an event when rows are accepted."""

from dataclasses import replace

import pytest

from eqbrief.model import Draft, DraftDeck, DraftPerson
from eqbrief.tasks.ledger import BY_HAND, GONE, OTHERWISE, applied, differences
from tests.store.filling import draft

IMOGEN, RAFIQ = draft(1).people


def rows(ours: Draft, theirs: Draft, before: Draft | None = None, **more):
    return [(row.key, row.wins) for row in differences(ours, theirs, before, **more)]


def test_a_page_that_says_the_same_has_no_rows() -> None:
    assert differences(draft(1), draft(1), draft(1)) == ()
    assert differences(draft(1), draft(1), None) == ()


def test_three_fields_changed_are_three_rows() -> None:
    before = draft(1)
    chair = replace(IMOGEN, roles=("chief executive",))
    theirs = replace(before, title="Kinder rotas for all", starts_at="2023-02-09T10:00", people=(chair, RAFIQ))
    found = differences(before, theirs, before)
    assert [(row.label, row.before, row.after, row.wins) for row in found] == [
        ("Title", "Kinder rotas 1", "Kinder rotas for all", True),
        ("Held on", "2 February 2023", "9 February 2023, 10:00", True),
        (
            "Panel: Imogen Thistlewood",
            "Imogen Thistlewood · chair · director · Larkmoor Alliance",
            "Imogen Thistlewood · chair · chief executive · Larkmoor Alliance",
            True,
        ),
    ]
    after, fields = applied(before, theirs, {row.key for row in found})
    assert after == theirs
    assert fields == ["title", "starts_at", "people"]


def test_what_the_page_said_before_is_no_news_however_the_event_was_edited() -> None:
    before = draft(1)
    ours = replace(before, title="Mine", topics=("Mine",))
    assert differences(ours, before, before, edited=("title", "topics")) == ()


@pytest.mark.parametrize("edited", [("title",), ()])
def test_what_a_person_edited_wins_unless_they_say_otherwise(edited: tuple[str, ...]) -> None:
    before = draft(1)
    ours, theirs = replace(before, title="Mine"), replace(before, title="Theirs")
    (row,) = differences(ours, theirs, before, edited=edited)
    assert (row.wins, row.reason) == ((False, BY_HAND) if edited else (True, ""))
    assert applied(ours, theirs, {"title"}) == (theirs, ["title"])
    assert applied(ours, theirs, set()) == (ours, [])


def test_what_the_page_no_longer_says_stays_unless_accepted() -> None:
    before = draft(1)
    theirs = replace(before, summary=None, questions=())
    found = differences(before, theirs, before)
    assert [(row.key, row.after, row.wins, row.reason) for row in found] == [
        ("summary", "", False, GONE),
        ("questions", "", False, GONE),
    ]
    assert applied(before, theirs, {"summary"})[0].summary is None
    assert differences(before, theirs, None) == ()  # it may never have said so


def test_people_come_go_and_are_spelt_anew_in_a_row_each() -> None:
    before = draft(1)
    fresh = DraftPerson("Quentin Marrow", capacity="speaker")
    respelt = replace(RAFIQ, name="Rafiq Umberleigh 1")
    theirs = replace(before, people=(fresh, respelt))
    found = {row.key: row for row in differences(before, theirs, before)}
    assert set(found) == {"people.quentinmarrow", "people.rafiqumberley1", "people.imogenthistlewood"}
    assert found["people.imogenthistlewood"].after == ""
    assert found["people.quentinmarrow"].before == ""
    assert applied(before, theirs, set(found))[0].people == (fresh, respelt)
    assert applied(before, theirs, {"people.quentinmarrow"})[0].people == (fresh, RAFIQ, IMOGEN)
    assert applied(before, theirs, {"people.imogenthistlewood"})[0].people == (RAFIQ,)


def test_a_page_that_names_nobody_takes_nobody_away() -> None:
    assert rows(draft(1), replace(draft(1), people=(), decks=()), draft(1)) == []


def test_a_person_the_user_added_stays() -> None:
    before = draft(1)
    ours = replace(before, people=(*before.people, DraftPerson("Added By Hand")))
    assert rows(ours, before, before, edited=("people",)) == []
    theirs = replace(before, people=(IMOGEN,))
    found = differences(ours, theirs, before)
    assert [(row.key, row.wins) for row in found] == [("people.rafiqumberley1", True)]
    assert applied(ours, theirs, {found[0].key})[0].people == (IMOGEN, DraftPerson("Added By Hand"))


def test_another_page_of_the_event_adds_and_does_not_argue() -> None:
    ours = replace(draft(1), timezone=None)
    theirs = Draft(
        source="partner.html",
        kind="event",
        title="Webinar: Kinder rotas 1",
        timezone="Europe/London",
        topics=("Rotas", "Flexible working"),
        people=(replace(IMOGEN, roles=("chair of the board",)), DraftPerson("Quentin Marrow")),
        decks=(DraftDeck("Handout"),),
    )
    found = differences(ours, theirs, None, other_page=True)
    assert [(row.key, row.wins, row.reason) for row in found] == [
        ("title", False, OTHERWISE),
        ("timezone", True, ""),
        ("topics", True, ""),
        ("people.imogenthistlewood", False, OTHERWISE),
        ("people.quentinmarrow", True, ""),
        ("decks.handout", True, ""),
    ]
    after, _ = applied(ours, theirs, {row.key for row in found if row.wins}, other_page=True)
    assert after.title == "Kinder rotas 1"
    assert after.topics == ("Flexible working", "Topic 1", "Rotas")
    assert {person.name for person in after.people} == {IMOGEN.name, RAFIQ.name, "Quentin Marrow"}
    assert {deck.title for deck in after.decks} == {"Presentation", "Handout"}
    assert after.questions == ours.questions
