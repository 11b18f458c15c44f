# SPDX-License-Identifier: MIT
"""Write notes. What these functions return from is committed to disk; only then may anything say Saved."""

from collections.abc import Sequence

from eqbrief import store as db
from eqbrief.model import Tie, UserError
from eqbrief.store import Store
from eqbrief.tasks.histories import head_of
from eqbrief.tasks.stepping import follow_note


def save_note(
    store: Store,
    event_id: int | None,
    note_id: int | None,
    text: str,
    *,
    private: bool | None = None,
    tie: Tie | None = None,
) -> int:
    """Save a note's text, or make a new note, and give its id. Committed and flushed when it returns.

    `tie` is what a new note is tied to; one on a person or an organisation has no event.
    """
    with store.change("note") as change:
        if note_id is None:
            return db.add_note(store, change, event_id, text, private=bool(private), tie=tie)
        before = db.note(store, note_id)
        db.write_note(store, change, note_id, text, private=private)
        if before is not None and before.text != text:
            follow_note(store, change, before.uid, before.text, text)
        return note_id


def new_note(store: Store, event_id: int | None, text: str, *, private: bool = False, tie: Tie | None = None) -> int:
    """Write a new note on an event, or on what it is tied to, and give its id.

    Raises:
        UserError: when the text is empty.
    """
    if not text.strip():
        raise UserError("The note is empty.", "Write a line of text, then save it again.")
    return save_note(store, event_id, None, text, private=private, tie=tie)


def delete_note(store: Store, note_id: int) -> None:
    """Put a note in the bin; it can be brought back for 30 days."""
    delete_notes(store, [note_id])


def delete_notes(store: Store, note_ids: Sequence[int]) -> None:
    """Put notes in the bin, together: undoing it brings all of them back.

    Raises:
        UserError: when one of them is gone; then none is deleted.
    """
    note = db.note(store, note_ids[0]) if len(note_ids) == 1 else None
    named = f"Delete {len(note_ids)} notes" if len(note_ids) > 1 else "Delete a note"
    if note is not None and note.text.strip():
        named = f"Delete the note “{head_of(note.text)}”"
    with store.change("note", name=named) as change:
        for number in note_ids:
            db.bin_note(store, change, number)
