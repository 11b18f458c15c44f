# SPDX-License-Identifier: MIT
"""What a search gives back: the hits, how many there are of each kind, and how the query was understood."""

from dataclasses import dataclass
from typing import Any, Literal

from eqbrief.model.query import Query

HitKind = Literal[
    "event", "person", "organisation", "topic", "session", "question", "deck", "slide", "note", "action", "transcript",
    "source", "term",
]  # fmt: skip

MOST_COUNTED = 1000
"""More of a kind than this are not counted: it reads '1,000+'."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found. `snippet` is HTML-escaped text in which <mark> is the only markup.

    `marked_title` and `around` are the same in two parts, for a list that shows the title by itself; `around` is ''
    where the words stand in the title alone.
    """

    kind: HitKind
    id: int
    event: tuple[int, str, str | None] | None
    title: str
    snippet: str
    deck: tuple[int, str] | None = None
    slide: int | None = None
    where: str | None = None
    marked_title: str = ""
    around: str = ""

    @property
    def said(self) -> str:
        """Its snippet as plain text."""
        import html  # noqa: PLC0415 - not needed by the first frame

        return html.unescape(self.snippet.replace("<mark>", "").replace("</mark>", ""))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a kind were found; `more` than that where counting was ended."""

    kind: HitKind
    number: int
    more: bool = False

    def __str__(self) -> str:
        return f"{self.number:,}{'+' * self.more}"


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query: hits by kind, the best first, and the tallies of all kinds, also of those not shown."""

    query: Query
    hits: tuple[Hit, ...] = ()
    tallies: tuple[Tally, ...] = ()

    @property
    def total(self) -> Tally:
        """How many were found in all."""
        number = sum(one.number for one in self.tallies)
        return Tally("event", min(number, MOST_COUNTED), number > MOST_COUNTED or any(one.more for one in self.tallies))


def hit_json(hit: Hit) -> dict[str, Any]:
    """Give a hit with the keys that DESIGN promises."""
    event, deck = hit.event, hit.deck
    return {
        "kind": hit.kind,
        "id": hit.id,
        "event": {"id": event[0], "title": event[1], "date": event[2]} if event else None,
        "title": hit.title,
        "snippet": hit.snippet,
        "deck": {"id": deck[0], "title": deck[1]} if deck else None,
        "slide": hit.slide,
        "where": hit.where,
    }
