# SPDX-License-Identifier: MIT
"""Look a briefing over before it goes out: what would fail a reader and how to mend it, and what is in order."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from eqbrief.briefing import outline
from eqbrief.briefing.composing import Composed
from eqbrief.briefing.document import Table
from eqbrief.briefing.evidence import action_of
from eqbrief.briefing.material import Material
from eqbrief.briefing.news import news
from eqbrief.briefing.pieces import slide_alternative
from eqbrief.briefing.prose import closed_up, line
from eqbrief.model import Briefing, Piece, Section, SectionKind

Mend = Literal["", "title", "describe", "look", "take out", "brief", "as text", "close up"]
"""What a press on a finding's button does; the first three lead to where words of the person are wanted."""

LONG_ROWS = 40
UNTITLED = "Briefing"
_IN_BRIEF: dict[SectionKind, str] = {"people": "A line an event", "actions": "Only open ones"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check. `mend` says what a press on `button` does with the section or piece `uid`."""

    text: str
    good: bool = False
    button: str = ""
    mend: Mend = ""
    uid: str = ""


def check(
    briefing: Briefing, material: Material, made: Composed, *, since: str = "", waiting: Collection[str] = ()
) -> list[Finding]:
    """List what would fail a reader, then what is in order.

    What is new is told since the briefing was issued, else since the moment `since`; `waiting` are the uids of decks
    whose slides are still being drawn.
    """
    found = [*_title(briefing), *_pieces(briefing, material, waiting), *_sections(briefing, made)]
    found += _headings(briefing)
    return [*found, *_in_order(briefing, material, made), *_news(briefing, material, since)]


def mended(briefing: Briefing, finding: Finding) -> Briefing:
    """Give the briefing with a fault mended; as it is where that needs words of the person."""
    mend = _MENDS.get(finding.mend)
    return mend(briefing, finding.uid) if mend else briefing


def _title(briefing: Briefing) -> Iterator[Finding]:
    if line(briefing.title) in ("", UNTITLED):
        yield Finding("It has no title of its own.", button="Write one", mend="title")


def _pieces(briefing: Briefing, material: Material, waiting: Collection[str]) -> Iterator[Finding]:
    for piece in briefing.pieces:
        if is_gone(piece, material):
            yield _to_take_out(f"{_named(piece)} is no longer in the library.", piece.uid)
        elif piece.kind == "slide":
            yield from _slide(piece, material, waiting)
        elif piece.kind == "note":
            note = next((one for one in material.events[piece.event].notes if one.uid == piece.record), None)
            if note and note.private:
                stays = "A note is private now, and stays out."
                yield _to_take_out("A private note goes out: you chose it." if piece.by_hand else stays, piece.uid)


def _slide(piece: Piece, material: Material, waiting: Collection[str]) -> Iterator[Finding]:
    shown = material.slides.get((piece.record, piece.slide or 0))
    if shown is None:
        words = f"Slide {piece.slide} cannot be read: its deck is not here, or has no such slide."
        yield _to_take_out(words, piece.uid)
    elif piece.show not in ("", "picture"):
        return
    elif shown.picture and not slide_alternative(piece, shown):
        words = f"Slide {shown.slide.number} has no description for people who cannot see it."
        yield Finding(words, button="Write one", mend="describe", uid=piece.uid)
    elif not shown.picture and piece.record not in waiting:
        words = f"Slide {shown.slide.number} cannot be drawn on this computer; its words stand in place of the picture."
        yield Finding(words, button="Show it as text", mend="as text", uid=piece.uid)


def _to_take_out(words: str, uid: str) -> Finding:
    return Finding(words, button="Take it out", mend="take out", uid=uid)


def is_gone(piece: Piece, material: Material) -> bool:
    """Say whether what a piece shows is no longer in the library."""
    if piece.kind == "term":
        return False
    if piece.kind == "table":
        return piece.record not in material.enquiries
    if piece.kind == "plan":
        return action_of(piece, material) is None
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
    if piece.kind == "plan":
        return f"Action {line(piece.text)} of a framework" if piece.text else "A framework"
    return f"“{line(piece.text)[:60]}”" if piece.text else names.get(piece.kind, "A piece")


def _sections(briefing: Briefing, made: Composed) -> Iterator[Finding]:
    for section in briefing.sections:
        body = made.bodies[section.uid]
        if not body:
            words = f"“{line(section.title)}” has nothing in it, and is left out."
            yield _to_take_out(words, section.uid)
        for block in body:
            if isinstance(block, Table) and len(block.rows) > LONG_ROWS:
                yield _long(section, block)


def _long(section: Section, table: Table) -> Finding:
    """Say that a table is long, with what makes it shorter where something does."""
    words = f"A table is long: {table.caption or table.header[0]}, {len(table.rows)} rows."
    whole = next((piece for piece in section.pieces if piece.kind == "table" and piece.show != "brief"), None)
    if section.detail == "full" and section.kind in _IN_BRIEF:
        return Finding(words, button=_IN_BRIEF[section.kind], mend="brief", uid=section.uid)
    if whole is not None:
        return Finding(words, button="One answer an event", mend="brief", uid=whole.uid)
    return Finding(words, button="Show", mend="look", uid=section.uid)


def _headings(briefing: Briefing) -> Iterator[Finding]:
    """Find own words whose headings skip a level. They are closed up in what goes out; the words can be, too."""
    for owner in (*briefing.sections, *briefing.pieces):
        if any(closed_up(text) != "\n".join(text.splitlines()) for text in (owner.lead, _own_words(owner))):
            named = f"“{line(owner.title)}”" if isinstance(owner, Section) else _named(owner)
            yield Finding(
                f"Headings in the words of {named} skip a level.",
                button="Close them up",
                mend="close up",
                uid=owner.uid,
            )


def _own_words(owner: Section | Piece) -> str:
    return owner.text if isinstance(owner, Piece) and owner.kind == "note" else ""


def _in_order(briefing: Briefing, material: Material, made: Composed) -> Iterator[Finding]:
    yield Finding("Headings, contrast, tables and language in order", good=True)
    number = len(made.document.references)
    if number:
        yield Finding(f"Every statement leads to one of {number} sources" if number > 1 else "One source", good=True)
    chosen = set(briefing.events())
    events = [event for uid, event in material.events.items() if uid in chosen]
    withheld = sum(note.private and bool(note.text.strip()) for event in events for note in event.notes)
    if withheld:
        yield Finding(f"Private notes left out ({withheld})", good=True)


def _news(briefing: Briefing, material: Material, since: str) -> Iterator[Finding]:
    if told := news(briefing, material, since):
        yield Finding(told, good=True)


def _in_brief(briefing: Briefing, uid: str) -> Briefing:
    section = briefing.section(uid)
    if section is not None:
        return briefing.with_section(replace(section, detail="brief"))
    return _with(briefing, uid, lambda piece: replace(piece, show="brief"))


def _close_up(briefing: Briefing, uid: str) -> Briefing:
    section = briefing.section(uid)
    if section is not None:
        return briefing.with_section(replace(section, lead=closed_up(section.lead)))
    return _with(briefing, uid, lambda one: replace(one, lead=closed_up(one.lead), text=closed_up(one.text)))


def _with(briefing: Briefing, uid: str, alter: Callable[[Piece], Piece]) -> Briefing:
    piece = next((piece for piece in briefing.pieces if piece.uid == uid), None)
    return outline.change_piece(briefing, alter(piece)) if piece else briefing


_MENDS: dict[Mend, Callable[[Briefing, str], Briefing]] = {
    "take out": outline.remove,
    "brief": _in_brief,
    "as text": lambda briefing, uid: _with(briefing, uid, lambda piece: replace(piece, show="text")),
    "close up": _close_up,
}
