# SPDX-License-Identifier: MIT
"""The JSON that Indico's HTTP interface gives: events, with their contributions, sessions and occurrences if asked for.

Format: https://docs.getindico.io/en/stable/http-api/exporters/event/.
"""

from collections.abc import Iterator
from typing import Any

from eqbrief.model import Capacity
from eqbrief.reading.schedules.clock import period
from eqbrief.reading.schedules.programme import (
    Period,
    Piece,
    Programme,
    Slot,
    Taker,
    Thing,
    many,
    thing,
    things,
    web,
    words_of,
)

_KINDS = frozenset({"Conference", "Meeting", "Lecture", "SimpleEvent", "Event"})


def is_indico(value: Any) -> bool:
    """Tell such an export by its own word for itself, or by what its results are."""
    top = thing(value)
    found = things(top.get("results"))
    return top.get("_type") == "HTTPAPIResult" or any(
        words_of(one.get("_type")) in _KINDS and "startDate" in one for one in found
    )


def programme_of_indico(value: Any) -> Programme:
    """Read the events; one that tells its contributions becomes as many events of its series."""
    found = things(thing(value).get("results"))
    slots = tuple(slot for one in found for slot in _slots(one))
    if len(found) == 1:
        [one] = found
        return Programme(
            title=words_of(one.get("title")),
            slots=slots,
            address=web(one.get("url")),
            place=_place(one),
            when=_when(one),
            description=words_of(one.get("description")),
            leaders=tuple(_people(one.get("chairs"), "chair")),
        )
    categories = {words_of(one.get("category")) for one in found}
    return Programme(categories.pop() if len(categories) == 1 else "", slots)


def _slots(event: Thing) -> Iterator[Slot]:
    parts = list(_contributions(event))
    for session, part in parts:
        if words_of(part.get("title")):
            yield _contribution(part, session, event)
    if not parts and words_of(event.get("title")):
        yield _whole(event)


def _contributions(event: Thing) -> Iterator[tuple[str, Thing]]:
    """Give each contribution with the name of its session: those of sessions, then those that stand by themselves."""
    seen: set[str] = set()
    for session in things(event.get("sessions")):
        named = words_of(session.get("title")) or words_of(thing(session.get("session")).get("title"))
        for part in things(session.get("contributions")):
            seen.add(_number(part))
            yield named, part
    for part in things(event.get("contributions")):
        if not _number(part) or _number(part) not in seen:
            yield _session(part), part


def _number(part: Thing) -> str:
    return words_of(part.get("db_id")) or words_of(part.get("id"))


def _session(part: Thing) -> str:
    session = part.get("session")
    return words_of(thing(session).get("title")) if isinstance(session, dict) else words_of(session)


def _contribution(part: Thing, session: str, event: Thing) -> Slot:
    track = part.get("track")
    topic = words_of(thing(track).get("title")) if isinstance(track, dict) else words_of(track)
    own, key = words_of(event.get("id")), _number(part)
    speakers = list(_people(part.get("speakers"), "speaker"))
    authors = [one.name for name in ("primaryauthors", "coauthors") for one in _people(part.get(name), "speaker")]
    return Slot(
        title=words_of(part.get("title")),
        when=_when(part),
        key=f"id:{own}/{key}" if key else "",
        address=web(part.get("url")),
        place=_place(part),
        series=words_of(event.get("title")),
        group=session,
        sort=_sort(part.get("type")),
        description=_told(part),
        topics=tuple(dict.fromkeys(one for one in (topic, *_keywords(part)) if one)),
        people=tuple(speakers),
        authors=tuple(name for name in dict.fromkeys(authors) if name not in {one.name for one in speakers}),
        files=tuple(_files(part)),
    )


def _whole(event: Thing) -> Slot:
    occurrences = [
        period(_iso(one.get("startDT")), _iso(one.get("endDT")), _zone(one.get("startDT")))
        for one in things(event.get("occurrences"))
    ]
    own = words_of(event.get("id"))
    return Slot(
        title=words_of(event.get("title")),
        when=_when(event),
        key=f"id:{own}" if own else "",
        address=web(event.get("url")),
        place=_place(event),
        sort=_sort(event.get("type")),
        description=_told(event),
        topics=tuple(_keywords(event)),
        people=tuple(_people(event.get("chairs"), "speaker" if event.get("type") == "simple_event" else "chair")),
        files=tuple(_files(event)),
        also=tuple(one for one in occurrences if one.starts),
    )


def _when(one: Thing) -> Period:
    start, end = one.get("startDate"), one.get("endDate")
    return period(_iso(start), _iso(end), _zone(start) or words_of(one.get("timezone")))


def _iso(value: Any) -> str:
    told = thing(value)
    day, clock = words_of(told.get("date")), words_of(told.get("time"))
    return f"{day}T{clock[:8]}" if day and clock else day


def _zone(value: Any) -> str:
    return words_of(thing(value).get("tz"))


def _place(one: Thing) -> str:
    room = words_of(one.get("roomFullname")) or words_of(one.get("room"))
    parts = [room, words_of(one.get("location"))]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _sort(value: Any) -> str:
    return words_of(thing(value).get("name")) if isinstance(value, dict) else words_of(value)


def _told(one: Thing) -> str:
    note = words_of(thing(one.get("note")).get("html"))
    return "\n\n".join(part for part in (words_of(one.get("description")), note) if part)


def _keywords(one: Thing) -> list[str]:
    return [told for word in many(one.get("keywords")) if isinstance(word, str) and (told := word.strip())]


def _people(value: Any, capacity: Capacity) -> Iterator[Taker]:
    for person in things(value):
        whole = words_of(person.get("fullName")) or words_of(person.get("full_name")) or words_of(person.get("name"))
        parts = [words_of(person.get("first_name")), words_of(person.get("last_name"))]
        last, comma, first = whole.partition(",")
        turned = f"{first.strip()} {last.strip()}".strip() if comma else whole
        name = " ".join(part for part in parts if part) if all(parts) else turned
        body = words_of(person.get("affiliation"))
        if name:
            yield Taker(name, capacity, (body,) if body else ())


def _files(one: Thing) -> Iterator[Piece]:
    """Read what is attached, in folders as it is now or as material as it was; folders may lie in folders."""
    stack = [*things(one.get("folders")), *things(one.get("material"))][::-1]
    for _ in range(500):
        if not stack:
            return
        folder = stack.pop()
        named = words_of(folder.get("title"))
        for file in [*things(folder.get("attachments")), *things(folder.get("resources"))]:
            address = web(file.get("download_url")) or web(file.get("link_url")) or web(file.get("url"))
            title = words_of(file.get("title")) or words_of(file.get("filename")) or words_of(file.get("name"))
            if title or address:
                yield Piece(title or address, address, named)
        stack += things(folder.get("folders"))[::-1]
