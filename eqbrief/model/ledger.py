# SPDX-License-Identifier: MIT
"""What a newer copy of a page says otherwise than the library, row by row, for a person to accept or refuse."""

from dataclasses import dataclass
from typing import Literal

from eqbrief.model.records import Difference, Named

Likeness = Literal["copy", "likely", "same"]
"""How a draft is like an event: 'copy', a newer copy of its page; 'likely', the same event under another address, to
be asked about; 'same', the very bytes that are kept already."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft beside the event that it is likely to be about. `reason` says in words why it is taken for that."""

    event: Named
    likeness: Likeness
    differences: tuple[Difference, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListingNews:
    """What a newer copy of a listing says of its events: for each, None where it is not here yet, else what differs.

    `gone` are the events that are here and that it no longer has.
    """

    events: tuple[tuple[Difference, ...] | None, ...]
    gone: tuple[Named, ...] = ()

    @property
    def new(self) -> int:
        """Count the events that are not here yet."""
        return sum(rows is None for rows in self.events)

    @property
    def changed(self) -> int:
        """Count the events that are here and that it tells otherwise."""
        return sum(bool(rows) for rows in self.events)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a draft that is like an event. None in `accepted`: what wins by itself.

    `apart` makes an event of its own of it; else it goes `into` the event of this id, or where adding would put it.
    """

    accepted: frozenset[str] | None = None
    apart: bool = False
    into: int | None = None
