# SPDX-License-Identifier: MIT
"""Words planted in every kind and place are found right there, and what was deleted is not found any more.

A short form here; `python -m tests.bench.planted` plants 300 and deletes 200.
"""

import random
from dataclasses import dataclass

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import PLACES, DraftPerson, DraftSession, Hit, Slide, Tie, Turn, no_text
from eqbrief.store import Store
from eqbrief.store.soundness import unsound_search
from tests.store.filling import act, add_event, attach, note, show

_LETTERS = "bcdfgklmnprtvz"
_SLIDES = 6


@dataclass(frozen=True)
class Planted:
    """A made-up word and where it was put: the kind, the event (0: none), and of a slide its deck, number and place."""

    word: str
    kind: str
    event: int
    deck: int | None = None
    slide: int | None = None
    where: str | None = None


def plant(store: Store, events: int, seed: int = 7) -> list[Planted]:
    """Plant a word in every kind and place of so many events: 19 an event."""
    made = random.Random(seed)
    words = iter(dict.fromkeys("".join(made.choices(_LETTERS, k=9)) + "x" for _ in range(events * 40)))
    found: list[Planted] = []
    for number in range(1, events + 1):
        title, body, question, session, person, role, noted, acted, named = (next(words) for _ in range(9))
        said, topic, organisation, of_person = (next(words) for _ in range(4))
        event = add_event(
            store,
            number,
            title=f"Kinder {title} {number}",
            body=f"They spoke of {body} at length.",
            questions=(f"What of {question}?",),
            sessions=(DraftSession(f"Opening {session}", None, None, ()),),
            people=(
                DraftPerson(f"Wren {person}", roles=(f"head of {role}",), organisations=(f"Pennywick {organisation}",)),
            ),
            topics=(f"Topic {topic}",),
        )
        note(store, event, f"Ask them.\n\nAlso **{noted}**.")
        act(store, event, f"Send the {acted}")
        turns = [Turn(1.0, 4.0, "Wren", "Good morning."), Turn(4.0, 9.0, "Wren", f"Of {said} they spoke.")]
        with store.change(name="Attach") as change:
            facts = {"title": "Morning", "format": "vtt", "file": f"{number}.vtt", "sha256": f"{number}"}
            db.insert_transcript(store, change, event, **facts, turns=turns, people={})
        tie = Tie("person", next(one.uid for one in db.all_named(store, "person") if person in one.name))
        tasks.new_note(store, None, f"Met at the {of_person}.", tie=tie)
        deck = attach(store, event, f"deck {number} ".encode() * 99, f"Deck {named}.pptx")
        slides: list[Slide] = []
        for at, place in enumerate(PLACES, 1):
            text, word = no_text(), next(words)
            text[place] = f"about {word} and more"
            slides.append(Slide(at, text["title"] or None, text=text))
            where = "speaker-notes" if place == "notes" else place
            found.append(Planted(word, "slide", event, deck, at, where))
        show(store, deck, *slides)
        found += [
            Planted(word, kind, event)
            for word, kind in (
                (title, "event"), (body, "event"), (question, "question"), (session, "session"), (person, "person"),
                (role, "person"), (noted, "note"), (acted, "action"), (named, "deck"), (said, "transcript"),
            )
        ]  # fmt: skip
        found += [Planted(topic, "topic", 0), Planted(organisation, "organisation", 0), Planted(of_person, "note", 0)]
    return found


def is_right(one: Planted, hit: Hit) -> bool:
    """Say whether a hit names exactly the place where the word was planted, and marks it."""
    spot = (hit.deck[0] if hit.deck else None, hit.slide, hit.where)
    there = (hit.event[0] if hit.event else 0) == one.event
    marked = f"<mark>{one.word}</mark>" in hit.snippet.lower()
    return hit.kind == one.kind and there and marked and spot == (one.deck, one.slide, one.where)


def lost(store: Store, planted: list[Planted]) -> list[Planted]:
    """List the words that are not found right where they were planted."""
    return [one for one in planted if not any(is_right(one, hit) for hit in db.find(store, one.word).hits)]


def kept_on(store: Store, gone: list[Planted]) -> list[Planted]:
    """List the words that are found although they are gone."""
    return [one for one in gone if db.find(store, one.word).hits]


def delete(store: Store, events: list[int]) -> None:
    """Delete events by every way there is: into the bin, or their parts one by one."""
    for at, event in enumerate(events):
        if at % 2:
            tasks.delete(store, [event])
            continue
        stored = db.event(store, event)
        assert stored is not None
        tasks.edit_fields(store, event, {"title": "Kinder rotas", "body": "Nothing.", "questions": ""})
        for each in stored.notes:
            tasks.delete_note(store, each.id)
        for each in stored.actions:
            tasks.delete_action(store, each.id)


@pytest.fixture
def planted(library: Store) -> list[Planted]:
    return plant(library, 4)


def test_every_planted_word_is_found_where_it_is(library: Store, planted: list[Planted]) -> None:
    assert len(planted) == 76
    assert lost(library, planted) == []
    moved = [Planted(one.word, one.kind, one.event, one.deck, (one.slide or 0) + 1, one.where) for one in planted]
    assert len(lost(library, moved)) == len(planted), "a check that finds everything right proves nothing"


def test_deleted_words_are_not_found(library: Store, planted: list[Planted]) -> None:
    delete(library, [1, 2])
    gone = [
        one
        for one in planted
        if one.event == 2 or (one.event == 1 and one.kind in ("event", "question", "note", "action"))
    ]
    assert len(gone) == 21
    assert kept_on(library, gone) == []
    assert lost(library, [one for one in planted if one.event > 2]) == []
    assert unsound_search(library.db) == []
