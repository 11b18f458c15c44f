# SPDX-License-Identifier: MIT
"""Change what stands in a briefing and in which order. Each function gives the briefing as it then is."""

from dataclasses import replace
from uuid import uuid4

from eqbrief.model import Briefing, Piece, PieceKind, Section, SectionKind

HOMES: dict[PieceKind, SectionKind] = {
    "event": "said",
    "slide": "said",
    "note": "said",
    "text": "said",
    "table": "said",
    "question": "questions",
    "action": "actions",
    "person": "people",
    "term": "glossary",
    "plan": "evidence",
}
"""The kind of section that a piece goes into when it is added."""

_LAST: tuple[SectionKind, ...] = ("glossary", "sources")


def add(briefing: Briefing, *pieces: Piece) -> Briefing:
    """Put pieces at the end of the sections they belong to; what is there already stays as it is."""
    known = {_key(one) for one in briefing.pieces}
    new: dict[SectionKind, list[Piece]] = {}
    for piece in pieces:
        if _key(piece) not in known:
            known.add(_key(piece))
            new.setdefault(HOMES[piece.kind], []).append(piece)
    for kind, more in new.items():
        if all(section.kind != kind for section in briefing.sections):
            briefing = add_section(briefing, kind)
        home = next(section for section in briefing.sections if section.kind == kind)
        briefing = briefing.with_section(replace(home, pieces=(*home.pieces, *more)))
    return briefing


def _key(piece: Piece) -> tuple[object, ...]:
    """Give what is equal for two pieces that are the same thing."""
    return piece.kind, piece.record, piece.event, piece.slide, piece.text


def add_section(briefing: Briefing, kind: SectionKind, heading: str = "") -> Briefing:
    """Add a section, before the glossary and the sources where there are any."""
    sections = list(briefing.sections)
    at = len(sections)
    while at and kind not in _LAST and sections[at - 1].kind in _LAST:
        at -= 1
    sections.insert(at, Section(str(uuid4()), kind, heading))
    return replace(briefing, sections=tuple(sections))


def remove(briefing: Briefing, uid: str) -> Briefing:
    """Take a section or a piece out."""
    kept = (section for section in briefing.sections if section.uid != uid)
    return replace(
        briefing,
        sections=tuple(
            replace(section, pieces=tuple(piece for piece in section.pieces if piece.uid != uid)) for section in kept
        ),
    )


def move(briefing: Briefing, uid: str, by: int) -> Briefing:
    """Move a section or a piece one place up (-1) or down (1); a piece goes on into the next section that takes it."""
    sections = list(briefing.sections)
    at = next((at for at, section in enumerate(sections) if section.uid == uid), None)
    if at is not None:
        to = at + by
        if 0 <= to < len(sections):
            sections[at], sections[to] = sections[to], sections[at]
        return replace(briefing, sections=tuple(sections))
    for at, section in enumerate(sections):
        place = next((place for place, piece in enumerate(section.pieces) if piece.uid == uid), None)
        if place is None:
            continue
        if 0 <= place + by < len(section.pieces):
            pieces = list(section.pieces)
            pieces[place], pieces[place + by] = pieces[place + by], pieces[place]
            return briefing.with_section(replace(section, pieces=tuple(pieces)))
        return _over_the_edge(briefing, at, place, by)
    return briefing


def put(briefing: Briefing, uid: str, section_uid: str, at: int) -> Briefing:
    """Put a piece at a place of a section, as when it is dropped there; where it cannot stand, nothing changes."""
    piece = next((piece for piece in briefing.pieces if piece.uid == uid), None)
    home = briefing.section(section_uid)
    if piece is None or home is None or not takes(home, piece):
        return briefing
    before = next((place for place, one in enumerate(home.pieces) if one.uid == uid), None)
    at -= before is not None and before < at
    home = remove(briefing, uid).section(section_uid) or home
    pieces = (*home.pieces[:at], piece, *home.pieces[at:])
    return remove(briefing, uid).with_section(replace(home, pieces=pieces))


def put_section(briefing: Briefing, uid: str, at: int) -> Briefing:
    """Put a section at a place among the sections."""
    section = briefing.section(uid)
    if section is None:
        return briefing
    before = briefing.sections.index(section)
    rest = [one for one in briefing.sections if one.uid != uid]
    rest.insert(at - (before < at), section)
    return replace(briefing, sections=tuple(rest))


def takes(section: Section, piece: Piece) -> bool:
    """Say whether a piece can stand in a section: its own kind's, or one of one's own words."""
    own_words = section.kind == "text" and piece.kind not in ("event", "plan")
    return section.kind == HOMES[piece.kind] or own_words


def change_piece(briefing: Briefing, piece: Piece) -> Briefing:
    """Give the briefing with a piece in place of the one with its uid."""
    for section in briefing.sections:
        if any(one.uid == piece.uid for one in section.pieces):
            pieces = tuple(piece if one.uid == piece.uid else one for one in section.pieces)
            return briefing.with_section(replace(section, pieces=pieces))
    return briefing


def _over_the_edge(briefing: Briefing, at: int, place: int, by: int) -> Briefing:
    piece = briefing.sections[at].pieces[place]
    others = briefing.sections[at + 1 :] if by > 0 else briefing.sections[:at][::-1]
    target = next((section for section in others if takes(section, piece)), None)
    if target is None:
        return briefing
    return put(briefing, piece.uid, target.uid, 0 if by > 0 else len(target.pieces))
