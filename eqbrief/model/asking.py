# SPDX-License-Identifier: MIT
"""What a person asks of the library more than once: saved searches, and enquiries with their tables of answers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that is kept under a name. `seen` are the keys of what it found when it was last looked at."""

    id: int
    uid: str
    name: str
    query: str
    seen: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a saved search stands now: how many things it finds (`more` than that), and how many are new."""

    id: int
    number: int
    new: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question put to all events. `query` is what was searched for, `asked_at` when it was last put, in UTC."""

    id: int
    uid: str
    name: str
    query: str
    asked_at: str
    rows: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """One answer: the event, who it is of where that is known, where the passage stands, and the passage.

    `kind`, `record_id` and `place` say what it was found in, as a Hit does.
    """

    id: int
    uid: str
    event_id: int
    event: str
    date: str | None
    person_id: int | None
    person: str
    kind: str
    record_id: int
    place: str
    says: str
    text: str
    left_out: bool = False
