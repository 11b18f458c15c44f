# SPDX-License-Identifier: MIT
"""What is told about a person across events: who may be the same, what they said, who spoke for whom."""

from dataclasses import dataclass
from typing import Literal

from eqbrief.model.records import Named

SaidKind = Literal["talk", "session", "deck", "question", "turn"]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two records that are likely one, the more seen first, with how likely (0 to 1) and why."""

    one: Named
    other: Named
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said at an event: a talk as printed, a session, deck or question that names them, or a turn.

    `at` is the second of the recording where a turn of a transcript begins; `times` counts the turns that a row stands
    for. `slide` is the one of a deck that names them, the first where its title does, None while it is not read.
    """

    kind: SaidKind
    event_id: int
    event_title: str
    event_date: str | None
    text: str
    record_id: int | None = None
    at: float | None = None
    times: int = 1
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One row of the table of who spoke for whom: its name, and how many appearances in each column."""

    name: str
    counts: tuple[int, ...]
    id: int | None = None

    @property
    def total(self) -> int:
        """All appearances of the row."""
        return sum(self.counts)
