# SPDX-License-Identifier: MIT
"""The columns of the table of events, as data: what each is called, how wide it is at first, and what it says."""

from collections.abc import Callable
from dataclasses import dataclass

from eqbrief.model import EventCard, Sort, say_date, say_moment


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its first width in pixels, what it says of an event, and the order that it stands for."""

    heading: str
    width: int
    text: Callable[[EventCard], str]
    sort: Sort | None = None
    is_number: bool = False


def _count(number: int) -> str:
    return f"{number:,}" if number else ""


def _decks(card: EventCard) -> str:
    every = card.decks_here + card.decks_named
    return f"{card.decks_here} of {every}" if card.decks_named else _count(every)


def _state(card: EventCard) -> str:
    return (card.status or card.state).capitalize() + (", changed" if card.changed else "")


def _looked(card: EventCard) -> str:
    said = say_moment(card.looked_at or "").removeprefix("on ")
    return said[:1].upper() + said[1:]


COLUMNS: dict[str, Column] = {
    "title": Column("Title", 360, lambda card: card.title, "title"),
    "date": Column("Date", 150, lambda card: say_date((card.date or "")[:10]) or "Not known", "newest"),
    "publisher": Column("Publisher", 180, lambda card: card.publisher or ""),
    "series": Column("Series", 180, lambda card: card.series or ""),
    "state": Column("Review", 110, _state),
    "people": Column("People", 80, lambda card: _count(card.people), is_number=True),
    "decks": Column("Decks", 80, _decks, is_number=True),
    "notes": Column("Notes", 80, lambda card: _count(card.notes), is_number=True),
    "looked": Column("Last looked at", 150, _looked, "looked"),
    "starred": Column("Starred", 90, lambda card: "Starred" if card.starred else ""),
}
"""Every column by its key, in the order in which they stand until the person moves them."""

USUAL = ("title", "date", "publisher", "state", "people", "decks", "notes")
"""The columns that are shown until others are chosen; the title always is."""
