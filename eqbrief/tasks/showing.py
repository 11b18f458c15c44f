# SPDX-License-Identifier: MIT
"""Write events as the JSON that DESIGN promises to scripts and other programs."""

from typing import Any

from eqbrief.model import Deck, Event, EventCard, Note, to_json
from eqbrief.store import Store
from eqbrief.tasks.decks import with_state


def event_json(store: Store, event: Event) -> dict[str, Any]:
    """Give an event as the draft's keys and id, uid, state, starred, decks, notes, actions, sources."""
    return {
        "id": event.id,
        "uid": event.uid,
        **to_json(event.draft),
        "state": event.state,
        "starred": event.starred,
        "decks": [deck_json(with_state(store, deck)) for deck in event.decks],
        "notes": [note_json(note) for note in event.notes],
        "actions": [],
        "sources": to_json(event.sources),
    }


def deck_json(deck: Deck) -> dict[str, Any]:
    """Give a deck as what the page offers and what is here of it; `size_bytes` is what the page prints."""
    return {
        "id": deck.id,
        "uid": deck.uid,
        **to_json(deck.offered),
        "state": deck.state,
        "file": deck.file,
        "sha256": deck.sha256,
        "file_size_bytes": deck.size_bytes,
    }


def note_json(note: Note) -> dict[str, Any]:
    """Give a note with its text in Markdown."""
    return to_json(note)


def card_json(card: EventCard, uid: str) -> dict[str, Any]:
    """Give a row of the list of events."""
    return {"id": card.id, "uid": uid, **{k: v for k, v in to_json(card).items() if k != "id"}}
