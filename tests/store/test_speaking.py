# SPDX-License-Identifier: MIT
"""What a person said is what names them: talks, sessions, decks and questions of their own events, newest first."""

from eqbrief import store as db
from eqbrief.model import DraftPerson, Slide, no_text
from eqbrief.store import Store
from tests.store.filling import add_event, attach, show

ADA = "Ada Quill"


def said(store: Store, *names: str) -> list[tuple[str, str, int | None]]:
    number = next(card.id for card in db.people(store) if card.name == ADA)
    return [(one.kind, one.text, one.slide) for one in db.said_by_person(store, number, names or (ADA,))]


def test_decks_and_questions_that_name_a_person_are_theirs_at_their_own_events_only(library: Store) -> None:
    people = (DraftPerson(ADA, spoke_on="Rotas that breathe"),)
    mine = add_event(library, 1, people=people, questions=("Ada Quill, what next?", "And Ada Quilliam?"))
    other = add_event(library, 2, people=(DraftPerson("Tom Whitlock"),), questions=("What did Ada Quill say?",))
    deck = attach(library, mine)
    for where in (deck, attach(library, other, b"other " * 900)):
        show(
            library,
            where,
            Slide(1, text={**no_text(), "title": "Rotas"}),
            Slide(2, text={**no_text(), "body": "with ADA QUILL and others"}),
            Slide(3, text={**no_text(), "body": "Ada Quill again"}),
        )
    title = db.deck(library, deck).offered.title
    assert said(library) == [
        ("talk", "Rotas that breathe", None),
        ("deck", title, 2),
        ("question", "Ada Quill, what next?", None),
    ]
    assert said(library, "Ada") == [("talk", "Rotas that breathe", None)], "a first name alone names nobody"


def test_a_deck_named_after_a_person_is_theirs_before_it_is_read(library: Store) -> None:
    event = add_event(library, 1, people=(DraftPerson(ADA),), questions=())
    deck = attach(library, event, name="Ada Quill – rotas.pptx")
    title = db.deck(library, deck).offered.title
    assert (said(library), "Ada Quill" in title) == ([("deck", title, None)], True)
