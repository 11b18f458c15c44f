# SPDX-License-Identifier: MIT
"""A page while it is put together: its pieces in order, and beside them the draft that reading it must give."""

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.reading.varied.facts import Facts, Person

Sort = Literal["title", "heading", "label", "text", "lines", "list", "rows", "offers", "small"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a page. `lines` are its lines, bullets, rows with tabs, or offers that a web page links."""

    sort: Sort
    lines: tuple[str, ...]


@dataclass(slots=True)
class Sheet:
    """Pieces of a page, and what is said by them under the names of a draft's fields."""

    facts: Facts
    pieces: list[Piece] = field(default_factory=list[Piece])
    says: dict[str, Any] = field(default_factory=lambda: {"kind": "event", "people": [], "decks": []})

    def put(self, sort: Sort, *lines: str) -> None:
        """Add a piece."""
        self.pieces.append(Piece(sort, lines))

    def add_person(self, person: Person, capacity: str, *, posts: bool = True) -> None:
        """Note that a person is presented; `posts`: with role and organisation."""
        known = next((one for one in self.says["people"] if one["name"] == person.name), None)
        entry = known or {"name": person.name, "honorific": None, "credentials": None, "roles": [], "organisations": []}
        order = ("chair", "moderator", "host", "panellist", "speaker")
        before = entry.get("capacity", "speaker")
        entry["capacity"] = min(before, capacity, key=order.index) if known else capacity
        entry["honorific"] = entry["honorific"] or person.honorific
        entry["credentials"] = entry["credentials"] or person.credentials
        if posts:
            entry["roles"], entry["organisations"] = list(person.roles), list(person.organisations)
        if known is None:
            self.says["people"].append(entry)
