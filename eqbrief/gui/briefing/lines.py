# SPDX-License-Identifier: MIT
"""The lines of a briefing's outline: its title page, its sections, and below each what was put into it. No widgets."""

from dataclasses import dataclass

from eqbrief.briefing import Document, Material
from eqbrief.briefing.checking import is_gone
from eqbrief.briefing.document import Heading
from eqbrief.briefing.evidence import action_of
from eqbrief.briefing.prose import line
from eqbrief.model import Briefing, Piece, Section, say_date

TITLE = "title"
SECTION_ICONS = {
    "summary": "text-align-left",
    "said": "calendar-blank",
    "people": "users",
    "questions": "chat-circle-dots",
    "evidence": "target",
    "actions": "check-square",
    "text": "article",
    "glossary": "book-open",
    "sources": "link-simple",
}
PIECE_ICONS = {
    "event": "calendar-blank",
    "person": "user",
    "slide": "presentation",
    "question": "chat-circle-dots",
    "note": "note-pencil",
    "action": "check-square",
    "term": "book-open",
    "text": "quotes",
    "table": "table",
    "plan": "target",
}
_DETAILED = ("summary", "said", "people", "questions", "evidence", "actions")
_SHOWS = {"": "picture", "picture": "picture", "text": "as text", "table": "as table"}


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line. `uid` is the section's or the piece's, TITLE for the title page; `deep` is 1 for a piece."""

    uid: str
    text: str
    icon: str
    side: str = ""
    deep: int = 0
    gone: bool = False

    @property
    def sentence(self) -> str:
        """The line as one sentence."""
        inside = "in the section above" if self.deep else ""
        gone = "no longer in the library" if self.gone else ""
        return ", ".join(part for part in (self.text.rstrip("."), self.side, inside, gone) if part) + "."


def lines_of(briefing: Briefing, material: Material, document: Document | None) -> list[OutlineLine]:
    """List the lines in order."""
    lines = [OutlineLine(TITLE, "Title, audience, date", "text-t")]
    for section in briefing.sections:
        lines.append(
            OutlineLine(
                section.uid, line(section.title), SECTION_ICONS[section.kind], _side(section, briefing, document)
            )
        )
        lines += [_piece_line(piece, section, material) for piece in section.pieces]
    return lines


def _piece_line(piece: Piece, section: Section, material: Material) -> OutlineLine:
    event = material.events.get(piece.event)
    gone = is_gone(piece, material)
    text, side = line(piece.heading), ""
    if piece.kind == "event" and event:
        text, side = text or line(event.draft.title), say_date((event.date or "").partition("T")[0])
    elif piece.kind == "slide":
        shown = material.slides.get((piece.record, piece.slide or 0))
        title = line(shown.slide.title) if shown else ""
        text = text or f"Slide {piece.slide}{', ' + title if title else ''}"
        side = _SHOWS.get(piece.show, "") if shown and (shown.picture or piece.show) else "as text"
    elif piece.kind == "note" and event:
        note = next((one for one in event.notes if one.uid == piece.record), None)
        words = line(piece.text or (note.text if note else ""))
        text, side = text or f"Note: {words.lstrip('#*- ')[:80]}", "passage" if piece.text else ""
    elif piece.kind == "person":
        person = material.people.get(piece.record)
        text = text or (person.name if person else "")
    elif piece.kind == "action" and event:
        action = next((one for one in event.actions if one.uid == piece.record), None)
        text = text or (action.text if action else "")
    elif piece.kind == "plan":
        text, side = text or line(action_of(piece, material)), "whole" if not piece.text else ""
    elif piece.kind == "term":
        text, side = text or piece.record, line(piece.text)[:40]
    elif piece.kind == "table" and piece.record in material.enquiries:
        enquiry, answers = material.enquiries[piece.record]
        text, side = text or line(enquiry.name), _counted(len(answers), "answer")
    elif piece.kind == "text" and piece.speaker:
        text, side = text or f"{line(piece.speaker)}: {line(piece.text)[:100]}", "said"
    text = text or line(piece.text)[:100] or "Something that is gone"
    return OutlineLine(piece.uid, text, PIECE_ICONS[piece.kind], "gone" if gone else side, 1, gone)


def _side(section: Section, briefing: Briefing, document: Document | None) -> str:
    """Say at the right how much stands in a section."""
    if section.kind == "sources" and document:
        return str(len(document.references)) if document.references else ""
    if section.kind in ("summary", "text") and section.lead.strip():
        return _counted(len(section.lead.split()), "word")
    if section.kind == "said":
        number = len(briefing.events())
        themed = "by theme" if section.grouped == "theme" else ""
        return ", ".join(part for part in (_counted(number, "event") if number else "", themed) if part)
    if section.kind == "glossary" and document:
        return _rows(document, line(section.title), "term")
    return str(len(section.pieces)) if section.pieces else f"in {section.detail}" if section.kind in _DETAILED else ""


def _rows(document: Document, heading: str, noun: str) -> str:
    here = False
    for block in document.blocks:
        if isinstance(block, Heading):
            here = block.level == 1 and block.text == heading
        elif here and (rows := getattr(block, "rows", None)):
            return _counted(len(rows), noun)
    return "none used"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
