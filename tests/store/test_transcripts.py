# SPDX-License-Identifier: MIT
"""Transcripts in the library: found by their words, gone with the bin, and back by undo."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Turn, UserError
from eqbrief.store import Store
from tests.store.filling import add_event

TURNS = (
    Turn(3.0, 7.0, "Imogen Thistlewood", "Good morning to all three wards."),
    Turn(62.0, None, "Rafiq Umberley 1", "We call it co-production, as staff drew the rota."),
    Turn(3700.0, 3704.0, None, "Somebody asks about herons."),
)


@pytest.fixture
def number(library: Store) -> int:
    event = add_event(library)
    person = {one.printed.name: one.person_id for one in db.event(library, event).appearances}
    with library.change("transcript", name="Attach “Webinar”") as change:
        db.insert_transcript(
            library,
            change,
            event,
            title="Webinar",
            format="vtt",
            file="files/x/Webinar.vtt",
            sha256="0" * 64,
            turns=TURNS,
            people={"Rafiq Umberley 1": person["Rafiq Umberley 1"]},
        )
    return event


def said(library: Store, words: str) -> list[tuple[str, str]]:
    return [(hit.title, hit.snippet) for hit in db.find(library, words, kinds=["transcript"]).hits]


def test_turns_are_kept_with_their_times_and_people(library: Store, number: int) -> None:
    (found,) = db.transcripts_of(library, number)
    assert [(turn.starts_at, turn.ends_at, turn.speaker, turn.text) for turn in found.turns] == [
        (turn.starts_at, turn.ends_at, turn.speaker, turn.text) for turn in TURNS
    ]
    assert [turn.person_id is not None for turn in found.turns] == [False, True, False]
    assert db.transcript_of_turn(library, found.turns[1].id) == found.id


def test_who_said_it_and_when_is_found(library: Store, number: int) -> None:
    assert said(library, "co-production") == [
        ("Rafiq Umberley 1 · 1:02", "We call it <mark>co-production</mark>, as staff drew the rota.")
    ]
    assert [title for title, _ in said(library, "herons")] == ["1:01:40"]


def test_an_edit_of_the_event_leaves_it_found_and_the_bin_does_not(library: Store, number: int) -> None:
    tasks.edit_fields(library, number, {"title": "Kinder rotas told again"})
    assert said(library, "co-production")
    tasks.delete(library, [number])
    assert not said(library, "co-production")
    tasks.put_back(library, [number])
    assert said(library, "co-production")


def test_removing_and_attaching_are_undone(library: Store, number: int) -> None:
    (found,) = db.transcripts_of(library, number)
    tasks.remove_transcript(library, found.id)
    assert db.transcripts_of(library, number) == () and not said(library, "herons")
    assert tasks.undo(library) == "Remove “Webinar”"
    assert db.transcripts_of(library, number) == (found,) and said(library, "herons")
    tasks.undo(library)
    assert db.transcripts_of(library, number) == () and not said(library, "herons")


def test_a_speaker_is_named_by_hand_throughout_and_that_is_undone(library: Store, number: int) -> None:
    (found,) = db.transcripts_of(library, number)
    person = db.event(library, number).appearances[0].person_id
    tasks.name_speaker(library, found.id, "Imogen Thistlewood", person)
    assert db.transcripts_of(library, number)[0].turns[0].person_id == person
    tasks.undo(library)
    assert db.transcripts_of(library, number) == (found,)


def test_one_that_is_gone_is_said(library: Store) -> None:
    with pytest.raises(UserError, match="no longer"):
        db.transcript(library, 9)
