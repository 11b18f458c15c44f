# SPDX-License-Identifier: MIT
"""The review of an event: the short list of what it takes, when somebody last looked, and what has come since."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from eqbrief.model.dates import say_moment
from eqbrief.model.records import ReviewState

ReviewItem = Literal["page", "slides", "notes", "actions", "briefed"]

REVIEW_ITEMS: dict[ReviewItem, str] = {
    "page": "Page read",
    "slides": "Slides seen",
    "notes": "Notes written",
    "actions": "Actions agreed",
    "briefed": "Briefed",
}
"""What a review takes, in its order."""

_ONE_LOOK = timedelta(minutes=30)
"""Who comes back sooner goes on with the same look, so that what is new does not vanish with the first glance."""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One line of the list. `found`: what was done says so; `by_hand`: what the person says instead, if they do.

    `detail` is what was done, in words: '18 of 24 slides'.
    """

    item: ReviewItem
    found: bool
    detail: str = ""
    by_hand: bool | None = None

    @property
    def title(self) -> str:
        """What the line is called."""
        return REVIEW_ITEMS[self.item]

    @property
    def done(self) -> bool:
        """Whether it is ticked."""
        return self.found if self.by_hand is None else self.by_hand


@dataclass(frozen=True, slots=True)
class Look:
    """When an event was looked at: a look `began_at` a moment and was last seen to go on at `looked_at`.

    `since` is when the look before it ended: what came between the two was new at its beginning. None: it is the first.
    """

    looked_at: str
    began_at: str
    since: str | None = None

    def again(self, moment: str, *, changed: bool) -> "Look":
        """Give the look that begins when somebody comes to the event; `changed`: there is something they have not seen.

        What was new to the last look stays so for half an hour.
        """
        gap = datetime.fromisoformat(moment) - datetime.fromisoformat(self.looked_at)
        if abs(gap) > _ONE_LOOK:  # either way, since a clock may have been put back
            return Look(moment, moment, self.looked_at)
        if changed:
            return Look(moment, moment, self.since or self.looked_at)
        return replace(self, looked_at=moment)


@dataclass(frozen=True, slots=True)
class News:
    """One thing that is new at an event. `said` is how a sentence names it: 'date changed', '2 decks added'.

    `title` is how a list names it; `before` and `after` are its words, '' for nothing; `at` is when it came.
    """

    said: str
    title: str
    before: str = ""
    after: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class SinceLooked:
    """When somebody last looked at an event, and what is new to them."""

    at: str
    news: tuple[News, ...] = ()

    @property
    def said(self) -> str:
        """What is new in one phrase: '2 decks added, date changed'; '' for nothing."""
        return ", ".join(dict.fromkeys(one.said for one in self.news))

    @property
    def sentence(self) -> str:
        """All of it: 'Since you last looked on 3 March 2024: 2 decks added.'"""
        moment = say_moment(self.at)
        return f"Since you last looked {moment}: {self.said}." if self.news else f"You last looked {moment}."


@dataclass(frozen=True, slots=True)
class Review:
    """How far the review of an event is."""

    event_id: int
    state: ReviewState
    steps: tuple[ReviewStep, ...]
    look: Look | None = None

    @property
    def done(self) -> int:
        """How many lines of the list are ticked."""
        return sum(step.done for step in self.steps)

    @property
    def said(self) -> str:
        """How many of how many: '3 of 5'."""
        return f"{self.done} of {len(self.steps)}"
