# SPDX-License-Identifier: MIT
"""Notes tied to parts of an event: found again after the page is added again and the deck is another."""

import random
from dataclasses import replace

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DeckText, Placed, Slide, Tie, UserError, no_text, said_tie
from eqbrief.tasks.tying import event_places
from tests.store.filling import KEYS, add_event, attach, draft, put

WORDS = [
    "rota",
    "ward",
    "night",
    "nurse",
    "porter",
    "shift",
    "rest",
    "survey",
    "chart",
    "staff",
    "leave",
    "team",
    "pay",
    "bank",
    "plan",
    "trial",
    "month",
    "board",
]


def put_questions(library, event: int, *questions: str) -> None:
    with library.change(name="Add again") as change:
        db.update_event(library, change, event, replace(draft(), questions=questions), KEYS, ("questions",))


def where(library, event: int) -> list[str]:
    found = event_places(library, event)
    return [said_tie(note.tie, found[note.id]) for note in db.notes(library, event) if note.tie]


def test_a_note_on_a_question_stays_with_its_words_when_the_page_is_added_again(library):
    event = add_event(library)
    tasks.new_note(library, event, "On beginning", tie=tasks.tie_question(library, event, 1))
    tasks.new_note(library, event, "On the event")
    assert where(library, event) == ["Question 1"]
    put_questions(library, event, "Who paid for it?", "What would you do differently?", "How did the wards begin?")
    assert where(library, event) == ["Question 3"]
    put_questions(library, event, "Who paid for it?", "And how did the wards begin?")
    assert where(library, event) == ["Question 2"]
    put_questions(library, event, "Who paid for it?")
    assert where(library, event) == ["No longer there: question 1"]
    assert [note.text for note in db.notes(library, event)] == ["On beginning", "On the event"]


def test_a_note_on_a_session_stays_with_its_title(library):
    event = add_event(library)
    tasks.new_note(library, event, "Late start", tie=tasks.tie_session(library, event, 1))
    assert where(library, event) == ["Session · Opening"]


@pytest.mark.parametrize(("tie", "number"), [(tasks.tie_question, 9), (tasks.tie_question, 0), (tasks.tie_session, 2)])
def test_what_is_not_there_is_no_tie(library, tie, number):
    with pytest.raises(UserError):
        tie(library, add_event(library), number)


def test_a_note_on_a_person_is_of_no_event_and_is_found_by_search(library):
    add_event(library)
    person = next(one for one in db.all_named(library, "person") if one.name == "Imogen Thistlewood")
    number = tasks.new_note(library, None, "Knows the rota by heart", tie=tasks.tie_name(library, "person", person.id))
    (note,) = db.notes_on(library, "person", [person.uid])
    assert (note.id, note.event_id, note.tie.title) == (number, None, "Imogen Thistlewood")
    sql = "SELECT kind, place, event_id FROM passage WHERE record_id = ? AND kind = 'note'"
    assert tuple(library.db.execute(sql, (number,)).fetchone()) == ("note", "person", None)
    tasks.delete_note(library, number)
    assert db.notes_on(library, "person", [person.uid]) == ()
    tasks.undo(library)
    assert len(db.notes_on(library, "person", [person.uid])) == 1


def test_a_note_of_no_event_must_be_tied_to_a_name(library):
    with pytest.raises(ValueError, match="without an event"):
        tasks.save_note(library, None, None, "Loose")


def test_a_deck_that_was_not_read_leaves_the_note_at_its_number(library):
    event = add_event(library)
    deck = db.deck(library, attach(library, event))
    tasks.new_note(library, event, "Look", tie=Tie("slide", deck.uid, 4, deck.offered.title, "Rotas"))
    (note,) = db.notes(library, event)
    assert event_places(library, event)[note.id] == Placed(deck.id, 4, deck.offered.title)


def put_slides(library, event: int, deck: int | None, texts: list[str]) -> int:
    """Give an event's deck another file, with these slides read from it, and give the deck's id."""
    data = "\n".join(texts).encode()
    if deck is None:
        deck = attach(library, event, data, "Rotas.pptx")
    else:
        with library.change(name="Replace") as change:
            file, sha256 = put(library, f"files/new {len(data)}.pptx", data)
            db.put_file(library, change, deck, file=file, sha256=sha256, size_bytes=len(data), format="pptx")
    parts = [text.partition("\n") for text in texts]
    slides = tuple(
        Slide(number, title, text={**no_text(), "title": title, "body": body})
        for number, (title, _, body) in enumerate(parts, 1)
    )
    with library.change("reading") as change:
        db.keep_reading(library, change, db.deck(library, deck).sha256, DeckText("pptx", slides), 1)
    return deck


def test_a_hundred_notes_stay_with_their_slides_when_the_deck_is_replaced(library):
    """Slides inserted, moved, edited, deleted: each note is where its slide is, or said to be unplaced."""
    chance, event = random.Random(11), add_event(library)
    before = [f"Point {n} of the plan\n{' '.join(chance.choices(WORDS, k=12))}" for n in range(1, 101)]
    deck = put_slides(library, event, None, before)
    for number in range(1, 101):
        tasks.new_note(library, event, f"On {number}", tie=tasks.tie_slide(library, deck, number))
    kept = [text for text in before if chance.random() > 0.15]
    for _ in range(12):
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
        kept.insert(chance.randrange(len(kept)), f"Added {chance.random()}\n{' '.join(chance.choices(WORDS, k=12))}")
    after = [text + " and more" if chance.random() < 0.2 else text for text in kept]
    put_slides(library, event, deck, after)
    found, gone = event_places(library, event), 0
    for number, note in enumerate(db.notes(library, event)):
        truth = next((at for at, text in enumerate(after, 1) if text.startswith(before[number])), None)
        assert found[note.id] == (Placed(deck, truth, "Rotas.pptx") if truth else Placed(None))
        gone += truth is None
    assert gone > 5
    with library.change("deck", name="Take the deck away") as change:
        change.delete("deck", deck)
    other = put_slides(library, event, None, ["Something new\nat the front", *after])
    moved = event_places(library, event)
    assert all(moved[note.id].id == other for note in db.notes(library, event) if found[note.id].is_placed)


def test_there_is_no_tie_to_a_slide_that_is_not_there(library):
    event = add_event(library)
    deck = put_slides(library, event, None, ["One\nslide"])
    with pytest.raises(UserError, match="no slide 2"):
        tasks.tie_slide(library, deck, 2)
