# SPDX-License-Identifier: MIT
"""What stands in each kind of section: the pieces that were put into it, or else what the events have."""

from collections.abc import Callable, Iterable

from eqbrief.briefing.document import Block, Cite, Heading, Item, Listing, Paragraph, Table, Text, plain
from eqbrief.briefing.evidence import evidence
from eqbrief.briefing.material import Citing, Material, events_of, shared_notes
from eqbrief.briefing.pieces import QUESTIONS, note_place, piece_blocks
from eqbrief.briefing.prose import line, markdown, paragraphs
from eqbrief.briefing.themes import by_theme
from eqbrief.model import Action, Appearance, Briefing, Event, Piece, Section, say_date, say_period

Body = Callable[[Section, Briefing, Material, Citing], list[Block]]

_BRIEF_QUESTIONS = 5


def _summary(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """Give the events’ summaries: as a list where there are several, and nothing where own words stand instead."""
    events = events_of(briefing, material)
    if section.lead.strip() and section.detail == "brief":
        return []
    said = [event for event in events if line(event.draft.summary)]
    if len(said) == 1:
        return list(paragraphs(said[0].draft.summary, citing.to(said[0]), look="lead"))
    items = tuple(_of_event(event, line(event.draft.summary), citing) for event in said)
    return [Listing(items)] if items else []


def _said(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """By event, or by theme: what pages say, then slides, notes and passages in the order chosen."""
    blocks: list[Block] = []
    if section.grouped == "theme":
        tables = [piece for piece in section.pieces if piece.kind == "table" and not line(piece.theme)]
        for theme, pieces in by_theme((piece for piece in section.pieces if piece not in tables), material):
            blocks.append(Heading(theme, 2))
            for piece in pieces:
                whole = piece.kind == "event" and piece.record in material.events
                blocks += (
                    _event(material.events[piece.record], [piece], section, material, citing, 3)
                    if whole
                    else piece_blocks(piece, material, citing, 3)
                )
        return [*blocks, *(block for piece in tables for block in piece_blocks(piece, material, citing, 2))]
    for uid, pieces in _by_event(section.pieces):
        if event := material.events.get(uid):
            blocks += _event(event, pieces, section, material, citing, 2)
        else:
            blocks += [block for piece in pieces for block in piece_blocks(piece, material, citing, 2)]
    return blocks


def _event(
    event: Event, pieces: list[Piece], section: Section, material: Material, citing: Citing, level: int
) -> list[Block]:
    """Give an event under a heading of this level: the day and by whom, what the page says, then its pieces."""
    own = next((piece for piece in pieces if piece.kind == "event"), None)
    blocks: list[Block] = [Heading(line((own and own.heading) or event.draft.title), level), _about(event, citing)]
    if own:
        blocks += markdown(own.lead, below=level)
        blocks += _event_body(event, section, own, citing, level)
    for piece in pieces:
        if piece.kind != "event":
            blocks += piece_blocks(piece, material, citing, level + 1)
    return blocks


def _about(event: Event, citing: Citing) -> Paragraph:
    draft = event.draft
    when = say_period(draft.starts_at, draft.ends_at, weekday=True) or say_date(event.date)
    facts = (when, line(draft.publisher), line(draft.series), line(draft.status))
    said = " · ".join(dict.fromkeys(fact for fact in facts if fact))
    return Paragraph((Text(said), Cite((citing.to(event),), named=True)) if said else (), "quiet")


def _event_body(event: Event, section: Section, own: Piece, citing: Citing, level: int) -> list[Block]:
    detail = own.show or section.detail
    blocks: list[Block] = []
    if detail == "full" and event.draft.body and event.draft.body.strip():
        blocks += markdown(event.draft.body, citing.to(event), below=level)
    elif line(event.draft.summary):
        blocks += paragraphs(event.draft.summary, citing.to(event))
    chosen = {piece.record for piece in section.pieces if piece.kind == "note"}
    notes = [note for note in shared_notes(event) if note.uid not in chosen] if detail == "full" else []
    if notes:
        blocks.append(Heading("Our notes" if len(notes) > 1 else "Our note", level + 1))
        for note in notes:
            blocks += markdown(note.text, citing.to(event, note_place(note)), below=level + 1)
    return blocks


def _people(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """Everyone who took part, as printed on that day."""
    chosen = [material.people[piece.record] for piece in section.pieces if piece.record in material.people]
    by_id = {event.id: event for event in material.events.values()}
    rows = [(by_id[one.event_id], one) for person in chosen for one in person.appearances if one.event_id in by_id]
    if not any(piece.kind == "person" for piece in section.pieces):
        rows = [(event, one) for event in events_of(briefing, material) for one in event.appearances]
    if not rows:
        return []
    if section.detail == "brief":
        return [_people_in_brief(rows, citing)]
    cells = tuple(
        (
            plain(_name(one)),
            plain(one.printed.capacity.capitalize()),
            plain(line("; ".join(one.printed.roles))),
            plain(line("; ".join(one.printed.organisations)), citing.to(event)),
        )
        for event, one in rows
    )
    if len({event.id for event, _one in rows}) > 1:
        return [_people_by_event(rows, citing)]
    return [Table("Who took part, as on that day", ("Name", "Part", "Role", "Organisation"), cells, (4, 2, 5, 4))]


def _people_in_brief(rows: list[tuple[Event, Appearance]], citing: Citing) -> Listing:
    """Give a line an event: who took part, and who led it."""
    names: dict[int, list[str]] = {}
    for event, one in rows:
        led = one.printed.capacity in ("chair", "moderator", "host")
        names.setdefault(event.id, []).append(f"{_name(one)}{f' ({one.printed.capacity})' if led else ''}")
    events = {event.id: event for event, _one in rows}
    return Listing(tuple(_of_event(event, ", ".join(names[number]), citing) for number, event in events.items()))


def _of_event(event: Event, words: str, citing: Citing) -> Item:
    """Give words about an event as an item that its title opens."""
    return Item((Text(f"{line(event.draft.title)}: ", strong=True), *plain(words, citing.to(event), named=True)))


def _people_by_event(rows: list[tuple[Event, Appearance]], citing: Citing) -> Table:
    cells = tuple(
        (
            plain(_name(one)),
            plain(one.printed.capacity.capitalize()),
            plain(line(", ".join((*one.printed.roles, *one.printed.organisations)))),
            plain(line(event.draft.title), citing.to(event), named=True),
        )
        for event, one in rows
    )
    header = ("Name", "Part", "Role and organisation", "Event")
    return Table("Who took part, as on that day", header, cells, (4, 2, 5, 5))


def _name(one: Appearance) -> str:
    printed = one.printed
    return line(" ".join(part for part in (printed.honorific, printed.name) if part))


def _questions(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """Questions that panels answered, by event where there are several."""
    chosen = [piece for piece in section.pieces if piece.kind != "event"]
    if chosen:
        return [block for piece in chosen for block in piece_blocks(piece, material, citing, 2)]
    events = [event for event in events_of(briefing, material) if event.draft.questions]
    blocks: list[Block] = []
    for event in events:
        asked = event.draft.questions[: _BRIEF_QUESTIONS if section.detail == "brief" else None]
        if len(events) > 1:
            blocks.append(Heading(line(event.draft.title), 2))
        cite = citing.to(event, QUESTIONS)
        blocks.append(Listing(tuple(Item(plain(line(text), cite)) for text in asked)))
    return blocks


def _actions(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """What is to be done, by whom and by when; in brief only what is open."""
    wanted = {piece.record for piece in section.pieces if piece.kind == "action"}
    events = material.events.values() if wanted else events_of(briefing, material)
    found = [
        (event, action)
        for event in events
        for action in event.actions
        if (action.uid in wanted if wanted else section.detail == "full" or action.state == "open")
    ]
    found.sort(key=lambda pair: (pair[1].state == "done", pair[1].due or "9999"))
    if not found:
        return []
    rows = tuple(
        (
            plain(line(action.text), citing.to(event)),
            plain(line(action.owner) or "Nobody yet"),
            plain(say_date(action.due) or "No date"),
            plain(_state(action)),
        )
        for event, action in found
    )
    return [Table("What is to be done", ("What", "Who", "By when", "State"), rows, (6, 3, 3, 3))]


def _state(action: Action) -> str:
    if action.state == "open":
        return "Open"
    return f"Done: {line(action.outcome)}" if action.outcome else "Done"


def _text(section: Section, briefing: Briefing, material: Material, citing: Citing) -> list[Block]:
    """Pieces in the order chosen."""
    return [block for piece in section.pieces for block in piece_blocks(piece, material, citing, 2)]


def _by_event(pieces: Iterable[Piece]) -> list[tuple[str, list[Piece]]]:
    """Gather pieces by their event, in the order in which the events come first."""
    grouped: dict[str, list[Piece]] = {}
    for piece in pieces:
        grouped.setdefault(piece.record if piece.kind == "event" else piece.event, []).append(piece)
    return list(grouped.items())


BODIES: dict[str, Body] = {
    "summary": _summary,
    "said": _said,
    "people": _people,
    "questions": _questions,
    "evidence": evidence,
    "actions": _actions,
    "text": _text,
}
