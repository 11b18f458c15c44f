# SPDX-License-Identifier: MIT
"""Carry a tick from a note to its actions and back, inside the change that makes it."""

from eqbrief import store as db
from eqbrief.model import Action, now
from eqbrief.store import Change, Store
from eqbrief.tasks.ticking import Bound, follow, in_step


def bound_to(store: Store, note_uid: str) -> list[Bound]:
    """List the actions that came from a note, in the order in which they were made."""
    return [
        Bound(action.id, action.evidence.text, action.state == "done")
        for action in db.actions_from(store, note_uid)
        if action.evidence is not None
    ]


def follow_note(store: Store, change: Change, note_uid: str, before: str, after: str) -> None:
    """Give the actions of a note that is written anew the state and the words of their lines."""
    bound = bound_to(store, note_uid)
    if not bound:
        return
    known = {one.id: one for one in bound}
    for made in follow(before, after, bound):
        was = known[made.id]
        if made.done != was.done:
            change.name = change.name or f"{'Mark as done:' if made.done else 'Reopen'} “{made.words[:48]}”"
            done = {"state": "done", "done_at": now()} if made.done else {"state": "open", "done_at": None}
            db.set_action(store, change, made.id, **done)
        if made.words != was.words:
            with change.unlogged():
                db.set_action(store, change, made.id, **_words(store, made.id, was.words, made.words))


def step_notes(store: Store, change: Change, note_uid: str) -> None:
    """Tick and open the boxes of a note as its actions are; a note in the bin stays as it is."""
    note = db.note_by_uid(store, note_uid)
    if note is None:
        return
    text = in_step(note.text, bound_to(store, note_uid))
    if text != note.text:
        db.write_note(store, change, note.id, text)


def step_event(store: Store, change: Change, event_id: int) -> None:
    """Bring all notes of an event in step with their actions, as after an undo."""
    for uid in {one.evidence.uid for one in db.actions_of(store, event_id) if _from_note(one) and one.evidence}:
        step_notes(store, change, uid)


def _from_note(action: Action) -> bool:
    return action.evidence is not None and action.evidence.kind == "note"


def _words(store: Store, number: int, before: str, after: str) -> dict[str, str]:
    """Give an action the new words of its line; its own text too, where that was all of the line."""
    found = db.action(store, number)
    values = {"evidence_text": after}
    return {**values, "text": after} if found is not None and found.text == before else values
