# SPDX-License-Identifier: MIT
"""Write events as the JSON that DESIGN promises to scripts and other programs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from eqbrief.model import Deck, Event, Note, tag_json, to_json
from eqbrief.store import Store, review_of, tags, transcripts_of
from eqbrief.tasks.acting import action_json
from eqbrief.tasks.filing import with_state
from eqbrief.tasks.reviewing import review_facts
from eqbrief.tasks.transcripts import transcript_json
from eqbrief.tasks.tying import places_of

__all__ = ["deck_json", "event_json", "note_json", "notes_json", "with_states"]


def event_json(store: Store, event: Event) -> dict[str, Any]:
    """Give an event as the draft's keys and those of what the library adds to it, from id and uid to its review."""
    return {
        "id": event.id,
        "uid": event.uid,
        **to_json(event.draft),
        "state": event.state,
        "starred": event.starred,
        "decks": [deck_json(deck) for deck in with_states(store, event).decks],
        "notes": [note_json(note) for note in event.notes],
        "actions": [action_json(action) for action in event.actions],
        "sources": to_json(event.sources),
        "transcripts": [transcript_json(one) for one in transcripts_of(store, event.id)],
        "tags": [tag_json(one) for one in tags(store, event_id=event.id)],
        "review": review_facts(review_of(store, event.id)),
    }


def with_states(store: Store, event: Event) -> Event:
    """Give an event whose decks say whether their files are still where they were put."""
    return replace(event, decks=tuple(with_state(store, deck) for deck in event.decks))


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


def notes_json(store: Store, notes: Sequence[Note]) -> list[dict[str, Any]]:
    """Give notes, each with what it is tied to and where that is now."""
    placed = places_of(store, notes)
    return [{**note_json(note), "place": to_json(placed.get(note.id))} for note in notes]
