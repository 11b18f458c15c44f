# SPDX-License-Identifier: MIT
"""Lay what a page says now beside what an event has, as rows to accept or refuse, and make of both what was accepted.

Three things are compared: the event, the page now, and the page as it was read last. What the page says as it did
before is no news, however the event was edited since.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from eqbrief.matching import person_key, title_likeness
from eqbrief.model import Difference, Draft, DraftDeck, DraftPerson, DraftRecording, DraftSession, say_date, say_period

BY_HAND = "You changed this by hand."
GONE = "The page no longer says this."
OTHERWISE = "The other page says this otherwise."
"""Why a row does not win by itself."""

REMOVED = "removed"
"""The status of an event that its schedule no longer has."""

_RENAMED = 0.75


@dataclass(frozen=True, slots=True)
class _Row:
    """One row that is compared as a whole: the fields that it shows, its label, and its words for a draft."""

    fields: tuple[str, ...]
    label: str
    say: Callable[[Draft], str]


@dataclass(frozen=True, slots=True)
class _List:
    """A field that is compared item by item: what tells an item from others, and its words."""

    field: str
    label: str
    key: Callable[[Any], str]
    name: Callable[[Any], str]
    say: Callable[[Any], str]


def _words(field: str) -> Callable[[Draft], str]:
    return lambda draft: str(getattr(draft, field) or "")


def _lines(field: str, say: Callable[[Any], str] = str) -> Callable[[Draft], str]:
    return lambda draft: "\n".join(say(item) for item in getattr(draft, field))


def say_person(person: DraftPerson) -> str:
    """Write a person as one line: name, capacity, roles, organisations and what they spoke on."""
    name = " ".join(part for part in (person.honorific, person.name, person.credentials) if part)
    spoke = f"spoke on: {person.spoke_on}" if person.spoke_on else ""
    return " · ".join(
        part
        for part in (name, person.capacity, ", ".join(person.roles), ", ".join(person.organisations), spoke)
        if part
    )


def say_deck(deck: DraftDeck) -> str:
    """Write a deck as one line: title, format, size, pages and address."""
    size = f"{deck.size_bytes / 1_000_000:.1f} MB" if deck.size_bytes else ""
    pages = f"{deck.pages} pages" if deck.pages else ""
    return " · ".join(part for part in (deck.title, deck.format, size, pages, deck.url) if part)


def _recording(recording: DraftRecording) -> str:
    return " · ".join(part for part in (recording.title, recording.url) if part)


def _session(session: DraftSession) -> str:
    when = say_period(session.starts_at, session.ends_at) if session.starts_at else ""
    return " · ".join(part for part in (session.title, when, ", ".join(session.people)) if part)


_ROWS = (
    _Row(("title",), "Title", _words("title")),
    _Row(("starts_at", "ends_at"), "Held on", lambda draft: say_period(draft.starts_at, draft.ends_at)),
    _Row(("timezone",), "Time zone", _words("timezone")),
    _Row(("status",), "Status", _words("status")),
    _Row(("published_on",), "Published", lambda draft: say_date(draft.published_on)),
    _Row(("publisher",), "Publisher", _words("publisher")),
    _Row(("series",), "Series", _words("series")),
    _Row(("language",), "Language", _words("language")),
    _Row(("topics",), "Topics", lambda draft: ", ".join(draft.topics)),
    _Row(("summary",), "Summary", _words("summary")),
    _Row(("body",), "Text", _words("body")),
    _Row(("recordings",), "Recordings", _lines("recordings", _recording)),
    _Row(("questions",), "Questions", _lines("questions")),
    _Row(("sessions",), "Sessions", _lines("sessions", _session)),
)
_LISTS = (
    _List("people", "Panel", lambda one: person_key(one.name), lambda one: one.name, say_person),
    _List("decks", "Deck", lambda one: one.title.casefold(), lambda one: one.title, say_deck),
)


def differences(
    ours: Draft, theirs: Draft, before: Draft | None, *, edited: Collection[str] = (), other_page: bool = False
) -> tuple[Difference, ...]:
    """List what `theirs`, a page as it reads now, says otherwise than `ours`, an event.

    `before` is what the page said when it was read last, None where that is not known. `edited` are the fields that a
    person set by hand. With `other_page` it is no copy but another page: it adds, and what it lacks says nothing.
    """
    if other_page:
        theirs, before = _widened(ours, theirs), None
    found: list[Difference] = []
    for row in _ROWS:
        difference = _whole(row, ours, theirs, before, edited, other_page=other_page)
        if difference is not None:
            found.append(difference)
    for part in _LISTS:
        found += _items(part, ours, theirs, before, by_hand=part.field in edited, other_page=other_page)
    return tuple(found)


def applied(
    ours: Draft, theirs: Draft, accepted: Collection[str], *, other_page: bool = False
) -> tuple[Draft, list[str]]:
    """Take the rows of these keys over from the page. Give the event as it is then, and the fields that changed."""
    if other_page:
        theirs = _widened(ours, theirs)
    values: dict[str, Any] = {}
    for row in _ROWS:
        if row.fields[0] in accepted:
            values |= {field: getattr(theirs, field) for field in row.fields}
    for part in _LISTS:
        values[part.field] = _taken(part, getattr(ours, part.field), getattr(theirs, part.field), accepted)
    changed = [field for field, value in values.items() if value != getattr(ours, field)]
    return replace(ours, **{field: values[field] for field in changed}), changed


def _whole(
    row: _Row, ours: Draft, theirs: Draft, before: Draft | None, edited: Collection[str], *, other_page: bool
) -> Difference | None:
    mine, said = _values(row, ours), _values(row, theirs)
    if mine == said or (before is not None and said == _values(row, before)):
        return None
    if not any(said):
        # Of a page that was never compared before it is not known whether it ever said so.
        was = before is not None and any(_values(row, before))
        return Difference(row.fields[0], row.label, row.say(ours), "", wins=False, reason=GONE) if was else None
    by_hand = any(field in edited for field in row.fields)
    reason = BY_HAND if by_hand else OTHERWISE if other_page and any(mine) and not _grows(mine, said) else ""
    return Difference(row.fields[0], row.label, row.say(ours), row.say(theirs), wins=not reason, reason=reason)


def _values(row: _Row, draft: Draft) -> tuple[Any, ...]:
    return tuple(getattr(draft, field) for field in row.fields)


def _grows(mine: tuple[Any, ...], said: tuple[Any, ...]) -> bool:
    """Tell a list that has all it had, and more."""
    return all(
        isinstance(one, tuple) and one == other[: len(cast(tuple[Any, ...], one))]
        for one, other in zip(mine, said, strict=True)
    )


def _widened(ours: Draft, theirs: Draft) -> Draft:
    """Give what another page says with what the event has: it adds to lists, and empties nothing."""
    values: dict[str, Any] = {
        field: getattr(ours, field)
        for row in _ROWS
        for field in row.fields
        if not getattr(theirs, field) and getattr(ours, field)
    }
    for field in ("topics", "questions", "recordings"):
        mine = getattr(ours, field)
        known = {_name(one) for one in mine}
        new = [one for one in getattr(theirs, field) if _name(one) not in known]
        values[field] = (*mine, *new)
    return replace(theirs, **values)


def _name(one: str | DraftRecording) -> str:
    return (one if isinstance(one, str) else one.title).casefold()


def _items(
    part: _List, ours: Draft, theirs: Draft, before: Draft | None, *, by_hand: bool, other_page: bool
) -> list[Difference]:
    mine, said = getattr(ours, part.field), getattr(theirs, part.field)
    was = {part.key(item): item for item in getattr(before, part.field)} if before is not None else None
    found: list[Difference] = []
    for old, new in _pairs(part, mine, said):
        if old == new:
            continue
        key = f"{part.field}.{part.key(old or new)}"
        label = f"{part.label}: {part.name(new or old)}"
        if new is None:
            if other_page or not _is_gone(part, old, was, said):
                continue
            found.append(Difference(key, label, part.say(old), "", wins=not by_hand, reason=BY_HAND if by_hand else ""))
        elif was is None or was.get(part.key(new)) != new:
            reason = BY_HAND if by_hand else OTHERWISE if other_page and old is not None else ""
            said_now = part.say(new)
            found.append(Difference(key, label, part.say(old) if old else "", said_now, wins=not reason, reason=reason))
    return found


def _is_gone(part: _List, old: Any, was: dict[str, Any] | None, said: Sequence[Any]) -> bool:
    """Tell an item that the page named before and no longer does; a page that names none at all says nothing."""
    return bool(said) and (was is None or part.key(old) in was)


def _pairs(part: _List, mine: Sequence[Any], said: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Put the items of two lists side by side: by their key, and what is left by a name that is nearly the same."""
    new = {part.key(item): item for item in said}
    old = {part.key(item): item for item in mine}
    lost = [item for key, item in old.items() if key not in new]
    pairs = [(old.get(key), item) for key, item in new.items()]
    for number, (one, item) in enumerate(pairs):
        if one is None:
            like = [was for was in lost if title_likeness(part.name(was), part.name(item)) >= _RENAMED]
            if len(like) == 1:
                lost.remove(like[0])
                pairs[number] = (like[0], item)
    return pairs + [(item, None) for item in lost]


def _taken(part: _List, mine: tuple[Any, ...], said: tuple[Any, ...], accepted: Collection[str]) -> tuple[Any, ...]:
    """Give the list with the accepted rows: in the page's order as far as it names them, then what it does not name."""
    chosen: list[Any] = []
    for old, new in _pairs(part, mine, said):
        take = f"{part.field}.{part.key(old or new)}" in accepted
        item = new if take else old
        if item is not None:
            chosen.append(item)
    if sorted(map(part.key, chosen)) == sorted(map(part.key, mine)):
        by_key = {part.key(item): item for item in chosen}
        return tuple(by_key[part.key(item)] for item in mine)  # no one came or went, so the order stays
    return tuple(chosen)
