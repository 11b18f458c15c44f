# SPDX-License-Identifier: MIT
"""List events for scripts and for a terminal, a screenful at a time however many there are.

It stands apart from `showing` so that listing never loads what reads pages.
"""

from typing import Any

from eqbrief import store as db
from eqbrief.model import EventCard, Filter, to_json
from eqbrief.store import Store

_AT_ONCE = 500
"""SQLite takes some 32,000 values in one statement."""


def list_events(store: Store, words: str = "", limit: int | None = None) -> list[EventCard]:
    """List the events that a query holds for, newest first; without one, all of them."""
    ids = db.event_ids(store, Filter())
    if words.strip():
        found = db.events_found(store, words)
        ids = [number for number in ids if number in found]
    ids = ids[:limit]
    return [
        card for start in range(0, len(ids), _AT_ONCE) for card in db.event_cards(store, ids[start : start + _AT_ONCE])
    ]


def card_json(card: EventCard) -> dict[str, Any]:
    """Give a row of the list of events."""
    return {"id": card.id, "uid": card.uid, **to_json(card)}
