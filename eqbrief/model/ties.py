# SPDX-License-Identifier: MIT
"""What a note is tied to, and where that is now: a slide, a question, a session, a moment, a person, a body."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from eqbrief.model.transcripts import say_time

TieKind = Literal["slide", "question", "session", "transcript", "person", "organisation"]
"""What a note can be tied to; without a tie it is about its event as a whole."""

TIE_KINDS: tuple[TieKind, ...] = get_args(TieKind)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a note was tied to when it was written. Nothing of it changes when decks and pages do.

    `uid` is that of the deck, the question, the session, the transcript, the person or the organisation. `number` is
    the slide's or the question's, or the moment in seconds. `title` is what the deck, the session or the person was
    called; `words` are what stood on the slide or was asked: by them it is found again in another version.
    """

    kind: TieKind
    uid: str
    number: int | None = None
    title: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where what a note is tied to is now: the record's id and the number there; no id where it cannot be placed."""

    id: int | None
    number: int | None = None
    title: str = ""

    @property
    def is_placed(self) -> bool:
        """Whether it was found."""
        return self.id is not None


def said_tie(tie: Tie, placed: Placed | None = None) -> str:
    """Write what a note is tied to: 'Slide 12 · Presentation 200224', 'Question 5', '12:31 · Recording'.

    What cannot be placed any more is said so, by what it was: 'No longer there: slide 12 · Presentation 200224'.
    """
    number = placed.number if placed is not None and placed.is_placed else tie.number
    title = (placed.title if placed is not None and placed.is_placed else "") or tie.title
    said = _WORDS[tie.kind](number, title)
    if placed is not None and not placed.is_placed:
        return f"No longer there: {said[:1].lower()}{said[1:]}"
    return said


_WORDS: dict[TieKind, Callable[[int | None, str], str]] = {
    "slide": lambda number, title: " · ".join(part for part in (f"Slide {number}", title) if part),
    "question": lambda number, _title: f"Question {number}",
    "session": lambda _number, title: f"Session · {title}",
    "transcript": lambda number, title: " · ".join(part for part in (say_time(number or 0), title) if part),
    "person": lambda _number, title: title,
    "organisation": lambda _number, title: title,
}
