# SPDX-License-Identifier: MIT
"""What must hold of any bytes whatever: a draft or a sentence, the same twice, and no draft that could not be kept.

`faults` says in words what does not hold, so that the fuzzer, its short form and the property tests judge alike.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from eqbrief.model import CAPACITIES, KINDS, Draft, UserError, draft_from_json, to_json
from eqbrief.reading import read_bytes

NAMES = ("page.html", "page.txt", "page.md", "x")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORDS = ("title", "publisher", "series", "language", "status", "timezone", "address")


def faults(data: bytes, name: str, read: Callable[[bytes, str], Draft] = read_bytes, *, times: int = 2) -> list[str]:
    """Read bytes so many times and judge what comes of it. What is raised beside a UserError is raised here too."""
    first = _said(data, name, read)
    if any(_said(data, name, read) != first for _ in range(times - 1)):
        return ["reading again gives something else"]
    if isinstance(first, UserError):
        return [] if name in first.what and first.next_step.endswith(".") else ["a sentence that names no file"]
    found = list(faults_of(first))
    plain = to_json(first)
    try:
        written = json.dumps(plain, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        return [*found, f"no UTF-8 can be made of it: {error.object[error.start - 20 : error.end]!r}"]
    if draft_from_json(json.loads(written)) != first:
        found.append("written and read again it is another draft")
    return found


def _said(data: bytes, name: str, read: Callable[[bytes, str], Draft]) -> "Draft | UserError":
    try:
        return read(data, name)
    except UserError as error:
        return _Sentence(error)


class _Sentence(UserError):
    """A refusal that is equal to another in the same words."""

    def __init__(self, error: UserError) -> None:
        super().__init__(error.what, error.next_step)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UserError) and str(self) == str(other)

    __hash__ = UserError.__hash__


def faults_of(draft: Draft, inside: str = "", around: str = "") -> Iterator[str]:
    """Judge a draft as it is. `inside` is the path of an event in its listing, `around` the listing's text."""
    if draft.kind not in KINDS:
        yield f"{inside}kind is {draft.kind!r}"
    for path, words in _said_in(draft):
        # Control characters, lone halves of a pair, and what is invisible around a value.
        odd = [char for char in words if unicodedata.category(char) in ("Cc", "Cs")]
        if odd or words != words.strip() or not words:
            yield f"{inside}{path} is {words[:80]!r}"
    for path, when in _times_of(draft):
        if not _is_time(when):
            yield f"{inside}{path} is no date: {when!r}"
    if draft.starts_at and draft.ends_at and draft.ends_at[: len(draft.starts_at)] < draft.starts_at:
        yield f"{inside}it ends before it starts: {draft.starts_at} to {draft.ends_at}"
    yield from (f"{inside}{fault}" for fault in _of_evidence(draft, draft.text or around))
    if draft.kind == "listing" and [one.title for one in draft.events] != [one.title for one in draft.sessions]:
        yield f"{inside}its sessions are not its events"
    for number, event in enumerate(draft.events):
        yield from faults_of(event, f"{inside}events.{number}.", draft.text)


def _of_evidence(draft: Draft, text: str) -> Iterator[str]:
    """Judge the evidence of a draft; an event of a listing that has no text of its own stands in the listing's."""
    plain = to_json(draft)
    for path, marks in draft.evidence.items():
        if not marks or not _stands(plain, path):
            yield f"evidence of nothing: {path}"
        for mark in marks:
            if not 0 <= mark.start < mark.end <= len(text) or text[mark.start : mark.end] != mark.text:
                yield f"evidence of {path} does not stand at its place: {mark}"
            if not 0 < mark.confidence <= 1 or not mark.origin:
                yield f"evidence of {path} has no honest figure: {mark}"


def _stands(plain: Any, path: str) -> bool:
    """Tell whether a path leads to something in a draft."""
    for step in path.split("."):
        if isinstance(plain, list):
            plain = plain[int(step)] if step.isdigit() and int(step) < len(plain) else None
        else:
            plain = plain.get(step) if isinstance(plain, dict) else None
    return plain is not None and plain != []


def _said_in(draft: Draft) -> Iterator[tuple[str, str]]:
    """Give each value of one line with its path; those that are not there are left out, names never."""
    for field in _WORDS:
        if (value := getattr(draft, field)) is not None:
            yield field, value
    for field in ("topics", "questions"):
        yield from ((f"{field}.{number}", value) for number, value in enumerate(getattr(draft, field)))
    for number, person in enumerate(draft.people):
        yield f"people.{number}.name", person.name
        yield from ((f"people.{number}", value) for value in (*person.roles, *person.organisations))
        if person.capacity not in CAPACITIES:
            yield f"people.{number}.capacity", ""
    for field in ("decks", "recordings", "sessions"):
        yield from ((f"{field}.{number}.title", one.title) for number, one in enumerate(getattr(draft, field)))
    for number, session in enumerate(draft.sessions):
        yield from ((f"sessions.{number}.people", name) for name in session.people)


def _times_of(draft: Draft) -> Iterator[tuple[str, str]]:
    for field in ("published_on", "starts_at", "ends_at"):
        if (value := getattr(draft, field)) is not None:
            yield field, value
    for number, session in enumerate(draft.sessions):
        yield from (
            (f"sessions.{number}", value) for value in (session.starts_at, session.ends_at) if value is not None
        )


def _is_time(iso: str) -> bool:
    """Tell a day, or a day and a time, of the calendar; a bare time stands in an agenda whose day is not known."""
    day, apart, clock = iso.partition("T")
    try:
        if apart:
            datetime.strptime(clock, "%H:%M")
        return bool(_DAY.fullmatch(day) and date.fromisoformat(day)) if day else bool(apart)
    except ValueError:
        return False
