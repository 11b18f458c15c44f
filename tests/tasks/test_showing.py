# SPDX-License-Identifier: MIT
"""Events as the JSON that is promised to other programs."""

import json
from dataclasses import fields

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Draft, DraftDeck, EventCard, draft_from_json, to_json
from eqbrief.store import Store
from eqbrief.tasks.pages import Page
from eqbrief.tasks.showing import with_states

DRAFT = Draft("page.html", "event", "Rotas", starts_at="2024-02-20", decks=(DraftDeck("Slides", 2_300_000),), text="t")


def add(library: Store) -> int:
    (added,) = tasks.accept(library, Page("page.html", b"page", DRAFT))
    assert added.event is not None
    return added.event.id


def test_an_event_has_the_drafts_keys_and_its_own(library: Store) -> None:
    event = tasks.event(library, add(library))
    plain = tasks.event_json(library, event)
    own = {"id", "uid", "state", "starred", "decks", "notes", "actions", "sources", "transcripts", "tags", "review"}
    assert set(plain) == {field.name for field in fields(Draft)} | own
    assert json.loads(json.dumps(plain)) == json.loads(json.dumps(to_json(plain)))


def test_what_is_shown_can_be_read_back_as_a_draft(library: Store) -> None:
    event = tasks.event(library, add(library))
    assert draft_from_json(json.loads(json.dumps(tasks.event_json(library, event)))) == event.draft


def test_a_deck_says_what_the_page_offers_and_what_is_here(library: Store) -> None:
    event = tasks.event(library, add(library))
    (deck,) = tasks.event_json(library, event)["decks"]
    assert (deck["title"], deck["size_bytes"], deck["state"], deck["file"]) == ("Slides", 2_300_000, "named", None)


def test_states_are_looked_up_on_the_disk(library: Store) -> None:
    number = add(library)
    with library.change("deck") as change:
        deck = tasks.event(library, number).decks[0].id
        db.put_file(library, change, deck, file="files/gone.pptx", sha256="0" * 64, size_bytes=1, format="pptx")
    event = tasks.event(library, number)
    assert [deck.state for deck in event.decks] == ["here"]
    assert [deck.state for deck in with_states(library, event).decks] == ["missing"]


def test_notes_and_cards(library: Store) -> None:
    number = add(library)
    tasks.new_note(library, number, "Text", private=True)
    (note,) = db.notes(library, number)
    assert tasks.note_json(note)["private"] is True
    (card,) = db.event_cards(library, [number])
    plain = tasks.card_json(card)
    assert plain["uid"] == tasks.event(library, number).uid
    assert set(plain) == {field.name for field in fields(EventCard)}
