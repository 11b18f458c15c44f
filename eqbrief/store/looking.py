# SPDX-License-Identifier: MIT
"""When events were looked at, and what of them was seen, noted quietly: no undo, and no line of the change log."""

import json
from typing import Any

from eqbrief.model import Look
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

CHANGED = """EXISTS (
    SELECT 1 FROM look WHERE look.event_id = event.id AND (
        event.updated_at > look.looked_at
        OR EXISTS (SELECT 1 FROM deck WHERE deck.event_id = event.id AND deck.added_at > look.looked_at)
        OR EXISTS (SELECT 1 FROM source WHERE source.event_id = event.id AND source.added_at > look.looked_at)
        OR EXISTS (
            SELECT 1 FROM transcript
            WHERE transcript.event_id = event.id AND added_at > look.looked_at AND deleted_at IS NULL
        )
        OR EXISTS (
            SELECT 1 FROM action
            WHERE action.event_id = event.id AND max(created_at, coalesce(done_at, '')) > look.looked_at
        )
        OR EXISTS (
            SELECT 1 FROM note WHERE note.event_id = event.id AND created_at > look.looked_at AND deleted_at IS NULL
        )
    )
)"""
"""Whether an event has something that came after it was last looked at; one never looked at is not changed."""


def look_at(store: Store, event_id: int) -> Look | None:
    """Read when an event was last looked at; None when it never was."""
    row = store.db.execute("SELECT looked_at, began_at, since FROM look WHERE event_id = ?", (event_id,)).fetchone()
    return Look(row["looked_at"], row["began_at"], row["since"]) if row else None


def is_changed(store: Store, event_id: int) -> bool:
    """Say whether something of an event came after it was last looked at."""
    row = store.db.execute(f"SELECT {CHANGED} FROM event WHERE id = ?", (event_id,)).fetchone()
    return bool(row and row[0])


def keep_look(store: Store, change: Change, event_id: int, look: Look) -> None:
    """Note a look; nothing is noted of an event that is gone."""
    change.execute(
        """
        INSERT INTO look(uid, event_id, looked_at, began_at, since)
        SELECT :uid, id, :looked_at, :began_at, :since FROM event WHERE id = :event
        ON CONFLICT (event_id) DO UPDATE SET looked_at = :looked_at, began_at = :began_at, since = :since
        """,
        {
            "uid": _new_uid(),
            "event": event_id,
            "looked_at": look.looked_at,
            "began_at": look.began_at,
            "since": look.since,
        },
    )
    store.touch("look")


def keep_stay(store: Store, change: Change, event_id: int, moment: str, *, read: bool = False) -> None:
    """Note that an event on show is still looked at; `read`: its page to the end, of which the first time counts."""
    change.execute(
        """
        UPDATE look SET looked_at = :moment,
            page_read_at = CASE WHEN :read THEN coalesce(page_read_at, :moment) ELSE page_read_at END
        WHERE event_id = :event
        """,
        {"moment": moment, "read": read, "event": event_id},
    )
    store.touch("look")


def keep_slide_seen(store: Store, change: Change, deck_id: int, number: int) -> None:
    """Note that a slide of a deck was on show; those of another version of its file are forgotten."""
    row: Any = change.execute(
        """
        SELECT deck.sha256, deck_seen.sha256 AS seen_of, deck_seen.slides FROM deck
        LEFT JOIN deck_seen ON deck_seen.deck_id = deck.id WHERE deck.id = ?
        """,
        (deck_id,),
    ).fetchone()
    if row is None or row["sha256"] is None:
        return
    before = set(json.loads(row["slides"])) if row["seen_of"] == row["sha256"] else set[int]()
    if number in before:
        return
    change.execute(
        """
        INSERT INTO deck_seen(uid, deck_id, sha256, slides) VALUES (:uid, :deck, :sha256, :slides)
        ON CONFLICT (deck_id) DO UPDATE SET sha256 = :sha256, slides = :slides
        """,
        {
            "uid": _new_uid(),
            "deck": deck_id,
            "sha256": row["sha256"],
            "slides": json.dumps(sorted({*before, number})),
        },
    )
    store.touch("deck_seen")


def _new_uid() -> str:
    from uuid import uuid4  # noqa: PLC0415 - not needed by the first frame

    return str(uuid4())
