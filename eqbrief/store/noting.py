# SPDX-License-Identifier: MIT
"""Write notes and keep their earlier states.

Notes stay out of the undo log: their history is theirs alone, so that undoing an edit never touches a word written.
"""

from datetime import datetime, timedelta
from typing import Any

from eqbrief.model import Tie, now
from eqbrief.store.changes import Change, gone
from eqbrief.store.histories import thin_out
from eqbrief.store.library import Store
from eqbrief.store.passages import index_note

_EVERY = timedelta(minutes=5)
_LARGE = 200
"""A revision is kept at most every five minutes of editing, and before so many characters go at once."""


def add_note(
    store: Store, change: Change, event_id: int | None, text: str, *, private: bool = False, tie: Tie | None = None
) -> int:
    """Write a new note on an event, or on what it is tied to, and give its id."""
    if event_id is not None and change.execute("SELECT 1 FROM event WHERE id = ?", (event_id,)).fetchone() is None:
        raise gone("event")
    if event_id is None and (tie is None or tie.kind not in ("person", "organisation")):
        raise ValueError("a note without an event is on a person or an organisation")
    moment = now()
    last = change.execute("SELECT coalesce(max(position), 0) FROM note WHERE event_id IS ?", (event_id,)).fetchone()[0]
    values = {"text": text, "private": int(private), "created_at": moment, "updated_at": moment}
    number = change.insert_uid("note", event_id=event_id, position=last + 1, **values, **_columns(tie))
    index_note(change, number)
    store.touch("note")
    return number


def write_note(store: Store, change: Change, number: int, text: str, *, private: bool | None = None) -> None:
    """Set a note's text, and whether it is private where given; its former state becomes a revision when it is due.

    A note that was deleted in the meantime comes back with its text, since somebody is still writing in it.
    """
    row = change.execute("SELECT event_id, text, private, updated_at FROM note WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise gone("note")
    if row["text"] != text and row["text"].strip() and _due(change, number, row["text"], text):
        change.execute(
            "INSERT INTO revision(note_id, text, made_at) VALUES (?, ?, ?)", (number, row["text"], row["updated_at"])
        )
        thin_out(change, number, now())
    secret = row["private"] if private is None else int(private)
    change.execute(
        "UPDATE note SET text = ?, private = ?, updated_at = ?, deleted_at = NULL WHERE id = ?",
        (text, secret, now(), number),
    )
    index_note(change, number)
    store.touch("note")


def tie_note(store: Store, change: Change, number: int, tie: Tie | None) -> None:
    """Tie a note to something else of its event; None for the event as a whole.

    Raises:
        UserError: when the note is gone.
    """
    change.update("note", number, **_columns(tie))
    index_note(change, number)
    store.touch("note")


def bin_note(store: Store, change: Change, number: int) -> None:
    """Put a note in the bin, where it stays for 30 days."""
    row = change.execute("SELECT event_id FROM note WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise gone("note")
    change.update("note", number, deleted_at=now())
    index_note(change, number)
    store.touch("note")


def unbin_note(store: Store, change: Change, number: int) -> None:
    """Take a note out of the bin.

    Raises:
        UserError: when it is gone for good.
    """
    change.update("note", number, deleted_at=None)
    index_note(change, number)
    store.touch("note")


def last_written(store: Store) -> tuple[int, int] | None:
    """Give the event and the id of the note of an event that was written last; None where there is none."""
    row = store.db.execute(
        """
        SELECT note.event_id, note.id FROM note JOIN event ON event.id = note.event_id
        WHERE note.deleted_at IS NULL AND event.deleted_at IS NULL ORDER BY note.updated_at DESC, note.id DESC LIMIT 1
        """
    ).fetchone()
    return (int(row["event_id"]), int(row["id"])) if row else None


def revisions(store: Store, number: int) -> list[tuple[str, str]]:
    """List a note's earlier states as (moment, text), newest first."""
    rows = store.db.execute("SELECT made_at, text FROM revision WHERE note_id = ? ORDER BY id DESC", (number,))
    return [(row["made_at"], row["text"]) for row in rows]


def _columns(tie: Tie | None) -> dict[str, Any]:
    if tie is None:
        return dict.fromkeys(("tie_kind", "tie_uid", "tie_number", "tie_title", "tie_words"))
    facts = {"tie_number": tie.number, "tie_title": tie.title or None, "tie_words": tie.words or None}
    return {"tie_kind": tie.kind, "tie_uid": tie.uid, **facts}


def _due(change: Change, number: int, before: str, after: str) -> bool:
    if len(before) - len(after) >= _LARGE:
        return True
    last = change.execute(
        "SELECT made_at FROM revision WHERE note_id = ? ORDER BY id DESC LIMIT 1", (number,)
    ).fetchone()
    if last is None:
        return True
    # Either way, since a clock that was put back must not stop revisions until it has caught up.
    return abs(datetime.fromisoformat(now()) - datetime.fromisoformat(last["made_at"])) >= _EVERY
