# SPDX-License-Identifier: MIT
"""Review an event: the list of what it takes, ticked by what was done or by hand, and the way through the queue."""

from collections.abc import Sequence
from typing import Any

from eqbrief import store as db
from eqbrief.model import REVIEW_ITEMS, Review, ReviewItem, UserError, to_json
from eqbrief.store import Store
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.looking import since_looked


def tick(store: Store, event_id: int, item: str, done: bool) -> None:
    """Tick a line of an event's list by hand, or take its tick away, whatever was done; what says so anyway stays.

    Raises:
        UserError: when there is no such line, or the event is gone.
    """
    wanted = read_item(item)
    title = event_of(store, event_id).draft.title
    step = next(step for step in db.review_of(store, event_id).steps if step.item == wanted)
    if step.done == done:
        return
    verb = "Tick" if done else "Take the tick from"
    with store.change("review_tick", name=f"{verb} “{step.title}” of “{title}”") as change:
        db.set_tick(store, change, event_id, wanted, None if step.found == done else done)


def read_item(words: str) -> ReviewItem:
    """Give the line of the list that is meant by its key, its title or its first word: 'slides', 'Slides seen'.

    Raises:
        UserError: when there is none.
    """
    asked = words.strip().casefold()
    for item, title in REVIEW_ITEMS.items():
        if asked and asked in (item, title.casefold(), title.split()[0].casefold()):
            return item
    raise UserError(f"A review has no line '{words}'.", f"Use one of: {', '.join(REVIEW_ITEMS)}.")


def next_in_queue(store: Store, ids: Sequence[int], current: int | None, by: int) -> int | None:
    """Give the next of these events (`by` 1) or the one before (-1) that is still to be reviewed; None at the end.

    Without a current one among them, it is the first or the last.
    """
    waiting = db.still_to_review(store)
    order = ids if by > 0 else ids[::-1]
    first = order.index(current) + 1 if current in order else 0
    return next((number for number in order[first:] if number in waiting), None)


def review_json(store: Store, event_id: int) -> dict[str, Any]:
    """Give the review of an event as the command line promises it."""
    event, since = event_of(store, event_id), since_looked(store, event_id)
    return {
        "id": event.id,
        "uid": event.uid,
        "title": event.draft.title,
        "state": event.state,
        **review_facts(db.review_of(store, event_id)),
        "since": since.at if since else None,
        "news": [to_json(one) for one in since.news] if since else [],
    }


def review_facts(found: Review) -> dict[str, Any]:
    """Give what `show` tells of a review too: the list, and when the event was last looked at."""
    return {
        "done": found.done,
        "steps": [
            {
                "item": step.item,
                "title": step.title,
                "done": step.done,
                "by_hand": step.by_hand is not None,
                "detail": step.detail,
            }
            for step in found.steps
        ],
        "looked_at": found.look.looked_at if found.look else None,
    }
