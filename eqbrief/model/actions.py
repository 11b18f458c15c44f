# SPDX-License-Identifier: MIT
"""What somebody means to do about an event: an action with its owner, its due date and the evidence behind it."""

from dataclasses import dataclass
from typing import Literal

ActionState = Literal["open", "done"]
Ground = Literal["note", "question"]
"""What an action can come from."""


@dataclass(frozen=True, slots=True)
class ActionEvidence:
    """What an action came from. `uid` is the note's or the question's; `text` the words as they stood there then.

    The words are kept for themselves, so that they outlast a note that is deleted and a page that is added again.
    """

    kind: Ground
    uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do about an event. `text`, `owner` and `outcome` are one line each.

    `owner` is a name, `person_id` the person of the library whom it means, None for any other. `due` is ISO 8601 at
    the precision that was given: a day, with a time too, a month or a year. `done_at` is a moment in UTC.
    """

    id: int
    uid: str
    event_id: int
    text: str
    owner: str | None = None
    person_id: int | None = None
    due: str | None = None
    state: ActionState = "open"
    outcome: str | None = None
    done_at: str | None = None
    evidence: ActionEvidence | None = None
    created_at: str = ""
    updated_at: str = ""
    event_title: str = ""
    event_date: str | None = None

    def is_overdue(self, today: str) -> bool:
        """Say whether it should have been done before `today` (ISO 8601): a day, a month or a year that is over."""
        return self.state == "open" and self.due is not None and is_past(self.due, today)


def is_past(due: str, today: str) -> bool:
    """Say whether a date at any precision is over on a day; the day, month or year itself is not."""
    day = due.partition("T")[0]
    return today[: len(day)] > day
