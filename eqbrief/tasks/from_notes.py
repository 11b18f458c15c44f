# SPDX-License-Identifier: MIT
"""Make an action of a line of a note; the line becomes a box that is ticked with it."""

from eqbrief import store as db
from eqbrief.model import ActionEvidence, UserError, now
from eqbrief.store import Store
from eqbrief.tasks.acting import add_line
from eqbrief.tasks.stepping import bound_to
from eqbrief.tasks.ticking import boxes, pair


def action_from_line(store: Store, note_id: int, words: str, *, own_name: str = "") -> int:
    """Add an action of the words of a note's line, and give its id; that of an action which the line is already.

    Raises:
        UserError: when the note is gone or the line is empty.
    """
    note = db.note(store, note_id)
    if note is None or note.event_id is None:
        raise UserError("This note can have no actions.", "Write the action below the notes of an event.")
    words = words.strip()
    paired = pair(bound_to(store, note.uid), note.text)
    lines = [box for box in boxes(note.text) if box.words == words]
    here = [number for number, box in paired.items() if box.words == words]
    if here and len(here) >= len(lines):
        return here[0]
    evidence = ActionEvidence("note", note.uid, words)
    with store.change("action", name=f"Add the action “{words[:48]}”") as change:
        number = add_line(store, note.event_id, words, own_name=own_name, evidence=evidence)
        if next((box.ticked for box in lines[len(here) :]), False):
            db.set_action(store, change, number, state="done", done_at=now())
    return number
