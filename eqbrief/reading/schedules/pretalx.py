# SPDX-License-Identifier: MIT
"""The JSON of pretalx's interface for programs: submissions, however they are grouped, or slots that name them.

Format: https://docs.pretalx.org/api/. People save it page by page, or sorted by day and room, so it is looked for
by what a submission holds rather than by where it stands.
"""

from collections.abc import Iterator
from types import NoneType
from typing import Any

from eqbrief.reading.schedules.clock import minutes_of, period
from eqbrief.reading.schedules.programme import (
    Period,
    Piece,
    Programme,
    Slot,
    Taker,
    Thing,
    capacity_of,
    language_code,
    many,
    thing,
    things,
    web,
    words_of,
)
from eqbrief.reading.schedules.states import never_was, status_of

_DEEP, _MOST_THINGS = 10, 100_000
# What a submission has beside its title and its speakers; one of them makes it one.
_SIGNS = ("slot", "slots", "submission_type", "start", "state", "content_locale")
_TABLES = {"speakers": "code", "tracks": "id", "rooms": "id"}


def is_pretalx(value: Any) -> bool:
    """Tell JSON that holds a submission somewhere."""
    return next(_submissions(value), None) is not None


def programme_of_pretalx(value: Any) -> Programme:
    """Read every submission that was taken into the programme, each of its slots an event."""
    top = thing(value)
    tables = {name: _table(top.get(name), key) for name, key in _TABLES.items()}
    event = thing(top.get("event"))
    zone = words_of(top.get("timezone")) or words_of(event.get("timezone"))
    found = [
        slot
        for submission in _submissions(value)
        if not never_was(submission.get("state"))
        for slot in _slots(submission, tables, zone)
    ]
    return Programme(words_of(event.get("name")), tuple(found), web(event.get("url")))


def _table(value: Any, key: str) -> dict[str, Thing]:
    """Make what stands once for all (speakers, tracks, rooms) ready to be looked up by its code or number."""
    return {words_of(one.get(key)): one for one in things(value)}


def _submissions(value: Any) -> Iterator[Thing]:
    """Give the submissions in order, at whatever depth; what is inside one belongs to it."""
    stack: list[tuple[Any, int]] = [(value, 0)]
    seen = 0
    while stack and seen < _MOST_THINGS:
        here, depth = stack.pop()
        seen += 1
        inside: list[Any] = []
        if isinstance(here, dict):
            one = thing(here)
            if "submission" in one and isinstance(one["submission"], dict):
                one = {**thing(one["submission"]), "slot": {k: v for k, v in one.items() if k != "submission"}}
            if _is_submission(one):
                yield one
                continue
            inside = list(one.values())
        elif isinstance(here, list):
            inside = many(here)
        if depth < _DEEP:
            stack += [(one, depth + 1) for one in reversed(inside) if not isinstance(one, (str, int, float, NoneType))]


def _is_submission(one: Thing) -> bool:
    return bool(words_of(one.get("title"))) and isinstance(one.get("speakers"), list) and any(s in one for s in _SIGNS)


def _slots(submission: Thing, tables: dict[str, dict[str, Thing]], zone: str) -> Iterator[Slot]:
    places = [thing(submission["slot"])] if thing(submission.get("slot")) else things(submission.get("slots"))
    for place in places or [submission]:
        yield _slot(submission, place, tables, zone)


def _slot(one: Thing, place: Thing, tables: dict[str, dict[str, Thing]], zone: str) -> Slot:
    code = language_code(one.get("content_locale"))
    return Slot(
        title=words_of(one.get("title"), code),
        when=_when(one, place, zone),
        key=f"code:{told}" if (told := words_of(one.get("code"))) else "",
        address=next((told for key in ("public_url", "url", "urls") if (told := web(one.get(key)))), ""),
        place=_named(place.get("room"), tables["rooms"], code),
        sort=_named(one.get("submission_type"), {}, code),
        language=code,
        status=status_of(one.get("state")),
        abstract=words_of(one.get("abstract"), code),
        description=words_of(one.get("description"), code),
        topics=tuple(dict.fromkeys(told for told in _topics(one, tables["tracks"], code) if told)),
        people=tuple(taker for who in many(one["speakers"]) if (taker := _taker(who, tables["speakers"], code))),
        files=tuple(_files(one, code)),
    )


def _when(one: Thing, place: Thing, zone: str) -> Period:
    length = place.get("duration") or one.get("duration")
    minutes = length if isinstance(length, int) else minutes_of(words_of(length))
    return period(words_of(place.get("start")), words_of(place.get("end")) or minutes, zone)


def _named(value: Any, table: dict[str, Thing], code: str) -> str:
    """Give the name of a thing that is told here, or looked up where only its number is."""
    known = table.get(words_of(value)) if not isinstance(value, dict) else None
    told = known or (thing(value) if isinstance(value, dict) else None)
    if told is None:
        return words_of(value, code) if isinstance(value, str) else ""
    return words_of(told.get("name"), code) or ("" if "id" in told else words_of(told, code))


def _topics(one: Thing, tracks: dict[str, Thing], code: str) -> Iterator[str]:
    yield _named(one.get("track"), tracks, code)
    for tag in many(one.get("tags")):
        yield words_of(thing(tag).get("tag"), code) if isinstance(tag, dict) else words_of(tag)


def _taker(value: Any, table: dict[str, Thing], code: str) -> Taker | None:
    person = thing(value) or table.get(words_of(value), {})
    name = words_of(person.get("name"))
    about = words_of(person.get("biography"), code)
    return Taker(name, capacity_of(person.get("role")), (), about) if name else None


def _files(one: Thing, code: str) -> Iterator[Piece]:
    for resource in things(one.get("resources")):
        address = web(resource.get("resource")) or web(resource.get("link"))
        title = words_of(resource.get("description"), code)
        if title or address:
            yield Piece(title or address.rpartition("/")[2], address)
