# SPDX-License-Identifier: MIT
"""Read from the library all that a briefing is composed from."""

from eqbrief import store as db
from eqbrief.briefing import Document, Material, compose
from eqbrief.model import Briefing, Event, NameRecord
from eqbrief.store import Store


def document_of(store: Store, briefing: Briefing) -> Document:
    """Compose a briefing's document of what the library holds now."""
    return compose(briefing, material_of(store, briefing))


def material_of(store: Store, briefing: Briefing) -> Material:
    """Read all that a briefing is composed from; what is in the bin, or gone, is left out."""
    people = _people(store, briefing)
    numbers = {one.event_id for person in people.values() for one in person.appearances}
    wanted = {uid for piece in briefing.pieces for uid in (piece.event, piece.record) if uid}
    numbers |= set(db.events_by_uid(store, wanted).values())
    found = (db.event(store, number) for number in sorted(numbers))
    events: dict[str, Event] = {one.uid: one for one in found if one is not None and one.deleted_at is None}
    return Material(events, people=people)


def _people(store: Store, briefing: Briefing) -> dict[str, NameRecord]:
    uids = {piece.record for piece in briefing.pieces if piece.kind == "person"}
    return {one.uid: one for uid in sorted(uids) if (one := db.person_by_uid(store, uid)) is not None}
