# SPDX-License-Identifier: MIT
"""The glossary's nouns: an acronym with one meaning, and where it was found written out."""

from dataclasses import dataclass
from typing import Any, Literal

from eqbrief.model.draft import to_json

TermState = Literal["found", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym and what it means. `times` is how often it is written out, `events` at how many events."""

    id: int
    uid: str
    short: str
    long: str
    state: TermState
    edited: bool
    times: int
    events: int
    also: tuple[str, ...] = ()
    """What else the acronym means in the library."""


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Where a term is written out: the event, and whether on its page (source), a slide or in a note."""

    event_id: int
    event_title: str
    event_date: str | None
    kind: str
    record_id: int
    times: int


def term_json(term: Term, places: tuple[TermPlace, ...] | None = None) -> dict[str, Any]:
    """Give a term as the command line shows it, with its places where they were read."""
    plain = to_json(term)
    if places is None:
        return plain
    return {**plain, "places": [to_json(place) for place in places]}
