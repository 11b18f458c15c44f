# SPDX-License-Identifier: MIT
"""The list of a review: what was done by itself, as the tables tell it, and what was ticked by hand."""

import json
from collections.abc import Callable
from typing import Any

from eqbrief.model import REVIEW_ITEMS, Review, ReviewItem, ReviewStep
from eqbrief.store.changes import Change, gone
from eqbrief.store.library import Store
from eqbrief.store.looking import look_at


def review_of(store: Store, event_id: int) -> Review:
    """Read how far the review of an event is.

    Raises:
        UserError: when the event is gone.
    """
    event = store.db.execute("SELECT uid, state FROM event WHERE id = ?", (event_id,)).fetchone()
    if event is None:
        raise gone("event")
    ticks = {
        row["item"]: bool(row["done"])
        for row in store.db.execute("SELECT item, done FROM review_tick WHERE event_id = ?", (event_id,))
    }
    steps = tuple(
        ReviewStep(item, *_FOUND[item](store, event_id, event["uid"]), by_hand=ticks.get(item)) for item in REVIEW_ITEMS
    )
    return Review(event_id, event["state"], steps, look_at(store, event_id))


def set_tick(store: Store, change: Change, event_id: int, item: ReviewItem, done: bool | None) -> None:
    """Say by hand whether a line of the list is done; None leaves it to what was done."""
    row = change.execute("SELECT id FROM review_tick WHERE event_id = ? AND item = ?", (event_id, item)).fetchone()
    if row is None and done is not None:
        change.insert_uid("review_tick", event_id=event_id, item=item, done=int(done))
    elif row is not None and done is not None:
        change.update("review_tick", row["id"], done=int(done))
    elif row is not None:
        change.delete("review_tick", row["id"])
    store.touch("review_tick")


def still_to_review(store: Store) -> set[int]:
    """Give the ids of the events whose review is not finished."""
    rows = store.db.execute("SELECT id FROM event WHERE deleted_at IS NULL AND state IN ('to review', 'reviewing')")
    return {row["id"] for row in rows}


def _page(store: Store, event_id: int, _uid: str) -> tuple[bool, str]:
    row = store.db.execute("SELECT page_read_at FROM look WHERE event_id = ?", (event_id,)).fetchone()
    return bool(row and row["page_read_at"]), ""


def _slides(store: Store, event_id: int, _uid: str) -> tuple[bool, str]:
    """Count the slides of the decks that are here and those that were on show; hidden ones need not be."""
    rows = store.db.execute(
        """
        SELECT deck.sha256, deck.pages, deck_seen.sha256 AS seen_of, deck_seen.slides AS seen,
            (SELECT json_group_array(slide.number) FROM slide JOIN reading ON reading.id = slide.reading_id
             WHERE reading.sha256 = deck.sha256 AND NOT slide.hidden) AS numbers
        FROM deck LEFT JOIN deck_seen ON deck_seen.deck_id = deck.id
        WHERE deck.event_id = ? AND deck.file IS NOT NULL
        """,
        (event_id,),
    ).fetchall()
    total = here = 0
    for row in rows:
        shown: set[int] = set(json.loads(row["seen"])) if row["seen_of"] == row["sha256"] else set()
        numbers = set(json.loads(row["numbers"])) or set(range(1, (row["pages"] or 0) + 1))
        total += len(numbers)
        here += len(numbers & shown)
    if not rows:
        return False, "no deck here"
    return bool(total) and here == total, f"{here} of {total} slides" if total else "slides not counted yet"


def _notes(store: Store, event_id: int, _uid: str) -> tuple[bool, str]:
    number = _count(
        store,
        """
        SELECT count(*) FROM note
        WHERE event_id = ? AND deleted_at IS NULL AND trim(text, ' ' || char(9, 10, 13)) <> ''
        """,
        event_id,
    )
    return number > 0, _counted(number, "note")


def _actions(store: Store, event_id: int, _uid: str) -> tuple[bool, str]:
    number = _count(store, "SELECT count(*) FROM action WHERE event_id = ?", event_id)
    return number > 0, _counted(number, "action")


def _briefed(store: Store, _event_id: int, uid: str) -> tuple[bool, str]:
    """Look for the event in the briefings: one that was issued tells, one that is being gathered does not yet."""
    rows = store.db.execute(
        """
        SELECT title, issued_at FROM briefing WHERE instr(outline, ?) > 0
        ORDER BY issued_at IS NULL, issued_at DESC, opened_at DESC
        """,
        (json.dumps(uid),),
    ).fetchall()
    if not rows:
        return False, ""
    issued = rows[0]["issued_at"] is not None
    return issued, f"in “{rows[0]['title']}”{'' if issued else ', not issued yet'}"


_FOUND: dict[ReviewItem, Callable[[Store, int, str], tuple[bool, str]]] = {
    "page": _page,
    "slides": _slides,
    "notes": _notes,
    "actions": _actions,
    "briefed": _briefed,
}


def _count(store: Store, sql: str, number: int) -> int:
    row: Any = store.db.execute(sql, (number,)).fetchone()
    return int(row[0])


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""
