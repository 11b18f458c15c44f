# SPDX-License-Identifier: MIT
"""Look a briefing over before it goes out: what would fail a reader and how to mend it, and what is in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eqbrief.briefing.document import Document, Table
from eqbrief.briefing.material import Material, shared_notes
from eqbrief.briefing.pieces import slide_alternative
from eqbrief.briefing.prose import line
from eqbrief.briefing.sections import is_empty
from eqbrief.model import Briefing, Piece, say_date

Mend = Literal["", "title", "describe", "take out", "brief", "look"]
LONG_ROWS = 40
UNTITLED = "Briefing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check. `mend` says what a press on `button` does with the section or piece `uid`."""

    text: str
    good: bool = False
    button: str = ""
    mend: Mend = ""
    uid: str = ""


def check(briefing: Briefing, material: Material, document: Document) -> list[Finding]:
    """List what would fail a reader, then what is in order."""
    found = [*_title(briefing), *_pieces(briefing, material), *_sections(briefing, material), *_tables(document)]
    return [*found, *_in_order(briefing, material, document), *_news(briefing, material)]


def _title(briefing: Briefing) -> Iterator[Finding]:
    if line(briefing.title) in ("", UNTITLED):
        yield Finding("It has no title of its own.", button="Write one", mend="title")


def _pieces(briefing: Briefing, material: Material) -> Iterator[Finding]:
    for piece in briefing.pieces:
        if is_gone(piece, material):
            yield _to_take_out(f"{_named(piece)} is no longer in the library.", piece.uid)
            continue
        shown = material.slides.get((piece.record, piece.slide or 0)) if piece.kind == "slide" else None
        if shown and shown.picture and piece.show in ("", "picture") and not slide_alternative(piece, shown):
            words = f"Slide {shown.slide.number} has no description for people who cannot see it."
            yield Finding(words, button="Write one", mend="describe", uid=piece.uid)
        event = material.events.get(piece.event)
        note = next((one for one in event.notes if one.uid == piece.record), None) if event else None
        if piece.kind == "note" and note and note.private:
            stays = "A note is private now, and stays out."
            yield _to_take_out("A private note goes out: you chose it." if piece.by_hand else stays, piece.uid)


def _to_take_out(words: str, uid: str) -> Finding:
    return Finding(words, button="Take it out", mend="take out", uid=uid)


def is_gone(piece: Piece, material: Material) -> bool:
    """Say whether what a piece shows is no longer in the library."""
    if piece.kind == "term":
        return False
    if piece.kind == "table":
        return piece.record not in material.enquiries
    if piece.kind == "person":
        return piece.record not in material.people
    event = material.events.get(piece.event)
    if event is None:
        return True
    if piece.kind == "note":
        return all(note.uid != piece.record for note in event.notes)
    return piece.kind == "action" and all(action.uid != piece.record for action in event.actions)


def _named(piece: Piece) -> str:
    names = {"event": "An event", "note": "A note", "action": "An action", "person": "A person", "slide": "A slide"}
    return f"“{line(piece.text)[:60]}”" if piece.text else names.get(piece.kind, "A piece")


def _sections(briefing: Briefing, material: Material) -> Iterator[Finding]:
    for section in briefing.sections:
        if section.kind not in ("glossary", "sources") and is_empty(section, briefing, material):
            words = f"“{line(section.title)}” has nothing in it, and is left out."
            yield _to_take_out(words, section.uid)


def _tables(document: Document) -> Iterator[Finding]:
    for block in document.blocks:
        if isinstance(block, Table) and len(block.rows) > LONG_ROWS:
            yield Finding(f"A table is long: {block.caption or block.header[0]}, {len(block.rows)} rows.")


def _in_order(briefing: Briefing, material: Material, document: Document) -> Iterator[Finding]:
    yield Finding("Headings, language and table headers in order", good=True)
    number = len(document.references)
    if number:
        yield Finding(f"Every statement leads to one of {number} sources" if number > 1 else "One source", good=True)
    chosen = set(briefing.events())
    events = [event for uid, event in material.events.items() if uid in chosen]
    withheld = sum(note.private and bool(note.text.strip()) for event in events for note in event.notes)
    if withheld:
        yield Finding(f"Private notes left out ({withheld})", good=True)


def _news(briefing: Briefing, material: Material) -> Iterator[Finding]:
    """Say what was written since the briefing was last saved as a file."""
    if not briefing.issued_at:
        return
    since, chosen = briefing.issued_at, set(briefing.events())
    events = [event for uid, event in material.events.items() if uid in chosen]
    notes = sum(note.updated_at > since for event in events for note in shared_notes(event))
    actions = sum(action.updated_at > since for event in events for action in event.actions)
    counted = ((notes, "note"), (actions, "action"))
    parts = [f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in counted if number]
    day = say_date(since.partition("T")[0])
    if parts:
        yield Finding(f"New or changed since it was saved on {day}: {' and '.join(parts)}.", good=True)
