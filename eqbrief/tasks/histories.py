# SPDX-License-Identifier: MIT
"""Bring back what notes were: an earlier state beside the one there is, a deleted note to where it was."""

from eqbrief import store as db
from eqbrief.model import Note, Revision, UserError, local_clock, say_date
from eqbrief.store import Store

_HEAD = 40


def note_history(store: Store, note_id: int) -> tuple[Note, list[Revision]]:
    """Give a note as it is, and its earlier states, newest first.

    Raises:
        UserError: when the note is gone.
    """
    note = db.note(store, note_id)
    if note is None:
        raise UserError("This note is no longer in the library.", "Choose another one.")
    return note, db.history(store, note_id)


def restore_beside(store: Store, revision_id: int) -> int:
    """Make a new note of an earlier state, beside the one that it is of, and give its id; nothing is written over.

    Raises:
        UserError: when that state, or its note, is gone.
    """
    state = db.revision(store, revision_id)
    note = db.note(store, state.note_id) if state else None
    if state is None or note is None:
        raise UserError("This state is no longer kept.", "Choose another one: the older, the fewer are kept.")
    with store.change("note", name="Restore an earlier note") as change:
        number = db.add_note(store, change, note.event_id, state.text, private=note.private, tie=note.tie)
    return number


def bring_back_note(store: Store, note_id: int) -> None:
    """Take a note out of the bin.

    Raises:
        UserError: when it is gone for good.
    """
    note = db.note(store, note_id)
    if note is None:
        raise UserError("This note is no longer in the bin.", "Notes stay there for 30 days.")
    with store.change("note", name=f"Bring back the note “{head_of(note.text)}”") as change:
        db.unbin_note(store, change, note_id)


def head_of(text: str) -> str:
    """Give the first words of a text, without its signs."""
    line = next((line.strip("#>*-+[] \t") for line in text.split("\n") if line.strip("#>*-+[] \t")), "")
    return line if len(line) <= _HEAD else f"{line[: _HEAD - 1].rstrip()}…"


def said_when(moment: str) -> str:
    """Write a moment as people read it: '20 February 2024, 09:12'."""
    return f"{say_date(moment[:10])}, {local_clock(moment)}"
