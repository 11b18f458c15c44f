# SPDX-License-Identifier: MIT
"""What stands in a deck, slide by slide: text by its place, links, pictures, and what could not be read."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Place = Literal["title", "body", "table", "diagram", "chart", "notes"]
"""Where on a slide words stand; 'notes' are the speaker's."""

PLACES: tuple[Place, ...] = get_args(Place)

ReadingState = Literal["waiting", "read", "password", "failed"]
"""Whether a deck's file was read, still is to be, needs a password first, or cannot be read."""


def no_text() -> dict[Place, str]:
    """Give the text of a slide on which nothing stands."""
    return dict.fromkeys(PLACES, "")


@dataclass(frozen=True, slots=True)
class SlideLink:
    """A link on a slide: the words or the shape that it lies on, and the address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `text` has every place; lines end in '\\n', the cells of a table's row are divided by '\\t'.

    `number` counts from 1 in the order of the presentation, hidden slides too. `title` is one line, None where there
    is none. `alternatives` are the alternative texts of its pictures, `links` its links in reading order. `prints` has
    a short mark for each picture's content, by which another one in its place is known; not every format gives them.
    """

    number: int
    title: str | None = None
    hidden: bool = False
    text: dict[Place, str] = field(default_factory=no_text)
    pictures: int = 0
    alternatives: tuple[str, ...] = ()
    links: tuple[SlideLink, ...] = ()
    prints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read. `slide` is its number, None for the whole deck; `reason` has no full stop."""

    slide: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class DeckText:
    """All that was read from a deck's file. `format` is what its content is ('pptx', 'pdf', 'odp'…)."""

    format: str
    slides: tuple[Slide, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckReading:
    """How the reading of a deck stands: `slides` is how many there are, `unread` what of them could not be read.

    `reason` and `next_step` are a sentence each, '' unless the state is 'password' or 'failed'.
    `edition` is that of the reader.
    """

    state: ReadingState = "waiting"
    slides: int = 0
    unread: tuple[Unread, ...] = ()
    format: str = ""
    reason: str = ""
    next_step: str = ""
    read_at: str | None = None
    edition: int = 0


def say_unread(unread: tuple[Unread, ...]) -> list[str]:
    """Say what could not be read, a line for each reason: 'Slides 3, 7 and 9: pictures only, no text'."""
    by_reason: dict[str, list[int]] = {}
    lines: list[str] = []
    for one in unread:
        if one.slide is None:
            lines.append(one.reason[:1].upper() + one.reason[1:])
        else:
            by_reason.setdefault(one.reason, []).append(one.slide)
    for reason, numbers in by_reason.items():
        *first, last = map(str, numbers)
        named = f"Slides {', '.join(first)} and {last}" if first else f"Slide {last}"
        lines.append(f"{named}: {reason}")
    return lines


def content_hash(slide: Slide) -> str:
    """Give a hash in hex of what stands on a slide, wherever in a deck it stands: equal for a slide that was moved."""
    said = [slide.title, *(slide.text.get(place, "") for place in PLACES), slide.pictures, slide.alternatives]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()


def deck_text_from_json(plain: dict[str, Any]) -> DeckText:
    """Make a deck's text of what `to_json` gave."""
    return DeckText(
        plain["format"],
        tuple(_slide(slide) for slide in plain["slides"]),
        tuple(Unread(one["slide"], one["reason"]) for one in plain["unread"]),
    )


def _slide(plain: dict[str, Any]) -> Slide:
    return Slide(
        number=plain["number"],
        title=plain["title"],
        hidden=plain["hidden"],
        text={place: plain["text"].get(place, "") for place in PLACES},
        pictures=plain["pictures"],
        alternatives=tuple(plain["alternatives"]),
        links=tuple(SlideLink(one["text"], one["url"]) for one in plain["links"]),
        prints=tuple(plain.get("prints", ())),
    )
