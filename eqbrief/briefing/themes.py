# SPDX-License-Identifier: MIT
"""Put what was said in order by what it is about: the theme that a person gave it, else the topic of its event."""

from collections import Counter
from collections.abc import Iterable

from eqbrief.briefing.material import Material
from eqbrief.briefing.prose import line
from eqbrief.model import Piece

OTHER = "Other themes"


def by_theme(pieces: Iterable[Piece], material: Material) -> list[tuple[str, list[Piece]]]:
    """Gather pieces by their themes, in the order in which these come first; what has none stands last."""
    listed = list(pieces)
    often = _how_often(listed, material)
    grouped: dict[str, list[Piece]] = {}
    for piece in listed:
        grouped.setdefault(line(piece.theme) or usual_theme(piece, material, often) or OTHER, []).append(piece)
    if OTHER in grouped:
        grouped[OTHER] = grouped.pop(OTHER)
    return list(grouped.items())


def usual_theme(piece: Piece, material: Material, often: Counter[str] | None = None) -> str:
    """Give the topic of a piece's event that most of the briefing's events share, the first of equals; '' for none."""
    topics = _topics(piece, material)
    return max(topics, key=lambda topic: (often or {}).get(topic, 0), default="")


def themes_of(pieces: Iterable[Piece], material: Material) -> list[str]:
    """List the themes that pieces have or could have, for who names one by hand."""
    listed = list(pieces)
    given = {line(piece.theme) for piece in listed} - {""}
    return sorted({*given, *_how_often(listed, material)}, key=str.casefold)


def _how_often(pieces: list[Piece], material: Material) -> Counter[str]:
    events = {piece.event: piece for piece in pieces if piece.event}
    return Counter(topic for piece in events.values() for topic in _topics(piece, material))


def _topics(piece: Piece, material: Material) -> list[str]:
    event = material.events.get(piece.event)
    return [topic for one in event.draft.topics if (topic := line(one))] if event else []
