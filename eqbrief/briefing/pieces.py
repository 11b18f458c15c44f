# SPDX-License-Identifier: MIT
"""One thing that was put into a briefing as blocks: a slide as picture, text or table, a passage, a question."""

from collections.abc import Callable

from eqbrief.briefing.document import Block, Heading, Item, Listing, Paragraph, Picture, Table, Text, plain
from eqbrief.briefing.material import Asked, Citing, Material, ShownSlide
from eqbrief.briefing.prose import line, markdown, paragraphs
from eqbrief.model import Event, Note, Piece, say_date, say_time
from eqbrief.model.asking import EnquiryRow

OUR_NOTE = "our note"
QUESTIONS = "questions to the panel"
SLIDE = "slide {} of “{}”"


def piece_blocks(piece: Piece, material: Material, citing: Citing, level: int) -> list[Block]:
    """Give the blocks of one piece; its heading, where it has one, is of this level."""
    event = material.events.get(piece.event)
    body = _KINDS.get(piece.kind)
    found = body(piece, event, material, citing, level) if body and event else []
    title = line(piece.heading)
    if piece.kind == "table" and piece.record in material.enquiries:
        asked = material.enquiries[piece.record]
        title, found = title or line(asked[0].name), _answers(asked, piece.show == "brief", material, citing)
    heading = [Heading(title, level)] if title else []
    return [*heading, *markdown(piece.lead, below=level), *found]


def note_place(note: Note) -> str:
    """Say that words are of a note of ours, and what it is on: 'our note on slide 12 of “Presentation 200224”'."""
    tie = note.tie
    if tie is None:
        return OUR_NOTE
    on = {
        "slide": f" on slide {tie.number}" + (f" of “{line(tie.title)}”" if tie.title else ""),
        "question": f" on question {tie.number}",
        "session": f" on the session “{line(tie.title)}”",
        "transcript": f" at {say_time(tie.number or 0)} of the transcript",
    }
    return OUR_NOTE + on.get(tie.kind, f" on {line(tie.title)}")


def slide_alternative(piece: Piece, shown: ShownSlide) -> str:
    """Give the words for those who cannot see a slide: what was written for it, what the deck has, what it says."""
    if piece.alternative.strip():
        return line(piece.alternative)
    text = shown.slide.text
    said = [shown.slide.title or "", *shown.slide.alternatives, text["body"], text["table"], text["diagram"]]
    words = line(". ".join(part for part in said if part.strip()))
    return f"Slide {shown.slide.number}: {words[:400]}" if words else ""


def _slide(piece: Piece, event: Event, material: Material, citing: Citing, level: int) -> list[Block]:
    shown = material.slides.get((piece.record, piece.slide or 0))
    if shown is None:
        return list(paragraphs(piece.text, citing.to(event, f"slide {piece.slide}"), look="quote"))
    slide = shown.slide
    cite = citing.to(event, SLIDE.format(slide.number, line(shown.deck)))
    caption = plain(f"Slide {slide.number}{f', {line(slide.title)}' if slide.title else ''}", cite)
    if shown.picture and piece.show in ("", "picture"):
        return [Picture(shown.picture, slide_alternative(piece, shown), caption, shown.width, shown.height)]
    if piece.show == "table" and (table := _table(slide.text["table"], line(slide.title), cite)):
        return [table]
    return [Paragraph((Text(f"Slide {slide.number}{': ' + line(slide.title) if slide.title else ''}", strong=True),)),
            *_lines(slide.text["body"] or slide.text["diagram"] or slide.text["table"], cite)]  # fmt: skip


def _lines(text: str, cite: int) -> list[Block]:
    said = [line(one) for one in text.splitlines() if one.strip()]
    return [Listing(tuple(Item(plain(one, cite)) for one in said))] if said else []


def _table(text: str, caption: str, cite: int) -> Table | None:
    rows = [[line(cell) for cell in row.split("\t")] for row in text.splitlines() if row.strip()]
    if len(rows) < 2:
        return None
    across = max(len(row) for row in rows)
    header = tuple(rows[0] + [""] * (across - len(rows[0])))
    body = tuple(
        tuple(plain(cell, *([cite] if at == len(row) - 1 else [])) for at, cell in enumerate(row)) for row in rows[1:]
    )
    return Table(caption, header, body)


def _question(piece: Piece, event: Event, material: Material, citing: Citing, level: int) -> list[Block]:
    return list(paragraphs(piece.text, citing.to(event, QUESTIONS), look="lead"))


def _note(piece: Piece, event: Event, material: Material, citing: Citing, level: int) -> list[Block]:
    note = next((one for one in event.notes if one.uid == piece.record), None)
    if note is None or (note.private and not piece.by_hand):
        return []  # a note that was made private since, or deleted, does not go out
    return markdown(piece.text or note.text, citing.to(event, note_place(note)), below=level)


def _action(piece: Piece, event: Event, material: Material, citing: Citing, level: int) -> list[Block]:
    action = next((one for one in event.actions if one.uid == piece.record), None)
    return list(paragraphs(action.text, citing.to(event))) if action else []


def _passage(piece: Piece, event: Event, material: Material, citing: Citing, level: int) -> list[Block]:
    """Give words that were said or stand somewhere, with whose they are where that is known."""
    speaker = line(piece.speaker)
    quoted = list(paragraphs(piece.text, citing.to(event, piece.place, speaker), look="quote"))
    if speaker and quoted and isinstance(quoted[0], Paragraph):
        quoted[0] = Paragraph((Text(f"{speaker}: ", strong=True), *quoted[0].content), "quote")
    return quoted


def _answers(asked: Asked, brief: bool, material: Material, citing: Citing) -> list[Block]:
    """Give an enquiry's answers as a table: which event, who, where, and the passage with its reference.

    In brief it is the first answer of each event.
    """
    enquiry, answers = asked
    events = {event.id: event for event in material.events.values()}
    if brief:
        answers = tuple({row.event_id: row for row in reversed(answers)}.values())[::-1]
    known = [(events[row.event_id], row) for row in answers if row.event_id in events]
    rows = tuple(
        (
            plain(", ".join(part for part in (line(event.draft.title), say_date((event.date or "")[:10])) if part)),
            plain(line(row.person)),
            plain(_where(row)),
            plain(line(row.text), citing.to(event, _answer_place(row), row.person), named=True),
        )
        for event, row in known
    )
    number = f"{len(rows):,} answer{'' if len(rows) == 1 else 's'}"
    caption = f"{number} from the library, asked on {say_date(enquiry.asked_at[:10])}"
    return [Table(caption, ("Event", "Person", "Where", "Passage"), rows, (5, 3, 3, 8))] if rows else []


def _where(row: EnquiryRow) -> str:
    """Say where an answer stands; of a transcript the moment alone, since who speaks is said beside it."""
    said = line(row.says)
    return f"Transcript, {said.rpartition(' · ')[2]}" if row.kind == "transcript" else said


def _answer_place(row: EnquiryRow) -> str:
    said = _where(row)
    return said[:1].lower() + said[1:] if row.kind != "event" else ""


_KINDS: dict[str, Callable[[Piece, Event, Material, Citing, int], list[Block]]] = {
    "slide": _slide,
    "question": _question,
    "note": _note,
    "action": _action,
    "text": _passage,
}
