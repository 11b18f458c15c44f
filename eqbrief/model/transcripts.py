# SPDX-License-Identifier: MIT
"""The words of a recording with their times: what a file says, and what the library keeps of it."""

from dataclasses import dataclass
from typing import Literal

TranscriptFormat = Literal["vtt", "srt", "docx"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said without a break. `starts_at` and `ends_at` are seconds from the recording's beginning.

    `speaker` is the name as the file has it, None where it names nobody; `ends_at` is None where the file tells only
    when a turn begins. `id` and `person_id` are those of the library, 0 and None before it is stored.
    """

    starts_at: float
    ends_at: float | None
    speaker: str | None
    text: str
    id: int = 0
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class TranscriptText:
    """All that was read from a transcript's file."""

    format: TranscriptFormat
    turns: tuple[Turn, ...]

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers' names, each once, in the order in which they first speak."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns if turn.speaker))


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript of an event. `file` is its path within the library."""

    id: int
    uid: str
    event_id: int
    title: str
    format: TranscriptFormat
    file: str
    sha256: str
    turns: tuple[Turn, ...] = ()


def read_time(text: str) -> int | None:
    """Read a moment of a recording as players show it, '4:07' or '1:02:09', in seconds; None for what is none."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() and len(part) <= 3 for part in parts):
        return None
    hours, minutes, seconds = [0] * (3 - len(parts)) + [int(part) for part in parts]
    return hours * 3600 + minutes * 60 + seconds


def say_time(seconds: float) -> str:
    """Write a moment of a recording as players show it: '4:07', '1:02:09'."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
