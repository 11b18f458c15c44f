# SPDX-License-Identifier: MIT
"""Say of a listing, before it is stored, which of its events are new and what it tells of the others otherwise."""

from dataclasses import replace

from eqbrief import store as db
from eqbrief.model import Difference, Draft, ListingNews
from eqbrief.store import Store
from eqbrief.tasks.ledger import differences
from eqbrief.tasks.pages import Page
from eqbrief.tasks.schedules import gone_from, listing_name, moved, part_names


def news_of(store: Store, page: Page, draft: Draft) -> ListingNews | None:
    """Lay a listing beside the events of an earlier copy of it, or of pages of their own; None where there are none.

    Only what is told otherwise than before is looked at closely, so that a thousand events take no time that is felt.
    """
    listing, parts = listing_name(draft, page.name), part_names(draft)
    earlier = db.parts(store, listing)
    known_as = moved(draft, parts, earlier)
    found = [
        db.part_made(store, listing, known_as.get(part, part)) or db.made_alone(store, event)
        for event, part in zip(draft.events, parts, strict=True)
    ]
    if not any(found):
        return None
    events = tuple(
        None if made is None else _rows(store, replace(event, source=draft.source), made)
        for event, made in zip(draft.events, found, strict=True)
    )
    gone = gone_from(draft, {*parts, *known_as.values()}, earlier)
    names = db.named_events(store, [one.id for one in gone])
    return ListingNews(events, tuple(names[one.id] for one in gone if one.id in names))


def _rows(store: Store, event: Draft, made: db.MadePart) -> tuple[Difference, ...]:
    if made.is_binned or made.said == db.said_by(event):
        return ()
    before = db.event(store, made.id)
    if before is None:
        return ()
    last = db.read_said(made.said) if made.said else None
    return differences(before.draft, event, last, edited=before.edited, other_page=made.part is None)
