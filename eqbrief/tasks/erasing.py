# SPDX-License-Identifier: MIT
"""Erase a person from a library: previewed, said in full, and the one thing that cannot be undone."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.model import NameRecord, UserError
from eqbrief.store import Store
from eqbrief.tasks import keeping

_WRITTEN: dict[str, tuple[str, str]] = {
    "note": ("Note", "Edit the note."),
    "revision": ("Earlier state of a note", "It goes when the note is deleted and the bin is emptied."),
    "event": ("Event", "Edit the event's title, summary or text."),
    "session": ("Session", "Edit the event."),
    "question": ("Question", "Edit the event's questions."),
    "deck": ("Title of a deck", "Edit the event."),
    "recording": ("Title of a recording", "Edit the event."),
    "action": ("Action", "Edit or delete the action."),
    "term": ("Glossary", "Edit or reject the term."),
    "enquiry": ("Enquiry", "Delete the enquiry, or ask it again in other words."),
    "enquiry_row": ("Answer to an enquiry", "Ask the enquiry again, or leave the row out."),
    "saved_search": ("Saved search", "Delete the saved search."),
    "briefing": ("Briefing", "Edit the briefing, and write it anew."),
}
_KEPT: dict[str, tuple[str, str]] = {
    "source": ("Kept page", "It is the evidence for its event, and goes with the event when that leaves the bin."),
    "slide": ("Deck", "Attach a deck without the name, and delete this one."),
    "reading": ("Deck", "Attach a deck without the name, and delete this one."),
    "turn": ("Transcript", "Delete the transcript, or attach one without the name."),
    "transcript": ("Transcript", "Delete the transcript, or attach one without the name."),
}
_BACKUP = "Delete it when a newer backup is good; a restore of it brings the person back."


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that still holds the name: what it is, where, the words around it, and what can be done."""

    what: str
    event_id: int | None
    excerpt: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing takes away, and what it leaves to the person."""

    record: NameRecord
    names: tuple[str, ...]
    appearances: int
    notes: int
    mentions: tuple[Mention, ...]
    kept: tuple[Mention, ...]
    backups: tuple[str, ...]
    done: bool = False
    compacted: bool = True


def preview_erase(store: Store, number: int, second_place: Path | None = None) -> Erasure:
    """Show what erasing a person would take away and what it would leave; changes nothing.

    Raises:
        UserError: when there is none of this number.
    """
    record = db.name_record(store, "person", number)
    names = db.names_of_person(store, record.id)
    mentions, kept = _would_be_left(store, record.id, names)
    return Erasure(
        record,
        tuple(names),
        len(record.appearances),
        _notes_on(store, record),
        mentions,
        kept,
        tuple(backup.file for backup in keeping.backups(store.folder, second_place)),
    )


def erase_person(store: Store, number: int, second_place: Path | None = None) -> Erasure:
    """Erase a person. It cannot be undone; what the preview lists as left is left.

    Raises:
        UserError: when there is none of this number.
    """
    before = preview_erase(store, number, second_place)
    with store.change("person") as change:
        db.erase_record(store, change, before.record.id, before.names)
    compacted = db.compact(store)
    mentions, kept = _left(store, before.names)
    return Erasure(
        before.record,
        before.names,
        before.appearances,
        before.notes,
        mentions,
        kept,
        before.backups,
        done=True,
        compacted=compacted,
    )


def erasure_json(found: Erasure) -> dict[str, Any]:
    """Give a preview, or what was done."""
    return {
        "id": found.record.id,
        "uid": found.record.uid,
        "name": found.record.name,
        "names": list(found.names),
        "erased": found.done,
        "appearances": found.appearances,
        "notes": found.notes,
        "mentions": [_mention_json(one) for one in found.mentions],
        "kept": [_mention_json(one) for one in found.kept],
        "backups": [{"file": file, "next_step": _BACKUP} for file in found.backups],
    }


def said_left(found: Erasure) -> str:
    """Say in a sentence what still holds the name."""
    parts = [
        f"{len(found.mentions)} {'text' if len(found.mentions) == 1 else 'texts'} to edit" if found.mentions else "",
        f"{len(found.kept)} kept {'file' if len(found.kept) == 1 else 'files'}" if found.kept else "",
        f"{len(found.backups)} {'backup' if len(found.backups) == 1 else 'backups'}" if found.backups else "",
    ]
    said = ", ".join(part for part in parts if part)
    return f"Still holding the name: {said}." if said else "Nothing else holds the name."


def _notes_on(store: Store, record: NameRecord) -> int:
    """Count the notes on a person, which go with the record."""
    return len(db.notes_on(store, "person", [record.uid, *(one.uid for one in record.merged)]))


class _TakenBack(Exception):
    """Ends a change that was made only to see what it leaves."""


def _would_be_left(store: Store, number: int, names: list[str]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Erase within a change that is taken back, so that the preview lists exactly what will be left."""
    left: tuple[tuple[Mention, ...], tuple[Mention, ...]] = ((), ())
    with suppress(_TakenBack), store.change() as change:
        db.erase_record(store, change, number, names)
        left = _left(store, names)
        raise _TakenBack
    return left


def _left(store: Store, names: list[str] | tuple[str, ...]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    mentions: list[Mention] = []
    kept: dict[tuple[str, int | None], Mention] = {}
    for held in db.holdings(store, names):
        if held.table in _KEPT:
            what, step = _KEPT[held.table]
            kept.setdefault((what, held.event_id), Mention(what, held.event_id, held.excerpt, step))
        else:
            what, step = _WRITTEN.get(held.table, (held.table.replace("_", " ").capitalize(), "Edit or delete it."))
            mentions.append(Mention(what, held.event_id, held.excerpt, step))
    return tuple(mentions), tuple(kept.values())


def _mention_json(one: Mention) -> dict[str, Any]:
    return {"what": one.what, "event_id": one.event_id, "excerpt": one.excerpt, "next_step": one.next_step}


def confirm_name(found: Erasure, typed: str) -> None:
    """Refuse to go on unless the name was typed as it stands.

    Raises:
        UserError: when it was not.
    """
    if typed.strip() != found.record.name:
        raise UserError(
            "Erasing cannot be undone, so the name has to be given exactly.", f"Type “{found.record.name}” to confirm."
        )
