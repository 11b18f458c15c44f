# SPDX-License-Identifier: MIT
"""The JSON form of frab's schedules, as frab, pretalx, OSEM and others write it, and the XML once it is turned into it.

Format: https://c3voc.de/wiki/schedule.
"""

from collections.abc import Iterator
from datetime import date, timedelta
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
from eqbrief.reading.schedules.states import status_of

_NAMES = ("full_public_name", "public_name", "name", "title")
_RECORDINGS = ("video_download_url", "video_url", "recording_url")


def is_frab(value: Any) -> bool:
    """Tell a schedule of this form."""
    return "conference" in thing(thing(value).get("schedule"))


def programme_of_frab(schedule: Thing) -> Programme:
    """Read what stands under 'schedule'."""
    conference = thing(schedule.get("conference"))
    base = web(conference.get("base_url")) or web(schedule.get("base_url"))
    zone = words_of(conference.get("time_zone_name"))
    change = words_of(conference.get("day_change"))
    found = [
        slot
        for day, event in _events(schedule, conference)
        if (slot := _slot(event, {"day_change": change, **day}, base, zone))
    ]
    return Programme(
        title=words_of(conference.get("title")),
        slots=tuple(found),
        address=web(conference.get("url")) or web(schedule.get("url")) or base,
        place=", ".join(one for one in (words_of(conference.get("venue")), words_of(conference.get("city"))) if one),
        when=period(words_of(conference.get("start")), words_of(conference.get("end")), zone),
    )


def _events(schedule: Thing, conference: Thing) -> Iterator[tuple[Thing, Thing]]:
    """Give each event beside what is said of its day and room."""
    for one in things(schedule.get("events")):
        yield thing(one.get("day")), thing(one.get("event"))
    for day in things(conference.get("days")):
        about = {"date": day.get("date"), "start": day.get("day_start")}
        for room, events in thing(day.get("rooms")).items():
            for event in things(events):
                yield {**about, "room": room}, event


def _slot(event: Thing, day: Thing, base: str, zone: str) -> Slot | None:
    code = language_code(event.get("language"))
    title = words_of(event.get("title"), code)
    if not title:
        return None
    recording = thing(event.get("recording"))
    played = [web(event.get(name)) for name in _RECORDINGS] + [
        web(recording.get(name), base) for name in ("url", "link")
    ]
    return Slot(
        title=title,
        when=_when(event, day, zone),
        key=_key(event),
        address=web(event.get("url"), base),
        subtitle=words_of(event.get("subtitle"), code),
        place=words_of(event.get("room"), code) or words_of(day.get("room")),
        sort=words_of(event.get("type"), code),
        language=code,
        status=status_of(event.get("status"), event.get("state")),
        abstract=words_of(event.get("abstract"), code),
        description=words_of(event.get("description"), code),
        topics=tuple(one for one in (words_of(event.get("track"), code),) if one),
        people=tuple(taker for one in many(event.get("persons")) if (taker := _taker(one, code))),
        files=_pieces(event.get("attachments"), base),
        links=_pieces(event.get("links"), base),
        recordings=tuple(Piece("", address) for address in dict.fromkeys(played) if address),
    )


def _key(event: Thing) -> str:
    guid = words_of(event.get("guid"))
    own = words_of(event.get("code")) or words_of(event.get("id"))
    return f"guid:{guid}" if guid else f"id:{own}" if own else ""


def _when(event: Thing, day: Thing, zone: str) -> Period:
    """Take the date with its offset, as younger files have it; older ones have a day and the time on it."""
    length = event.get("duration")
    minutes = length if isinstance(length, int) else minutes_of(words_of(length))
    written, start = words_of(event.get("date")), words_of(event.get("start"))
    if len(written) > 10:
        return period(written, minutes, zone)
    start = start.zfill(5) if start.replace(":", "").isdigit() and ":" in start else ""
    iso = written or words_of(day.get("date"))
    # A conference's day ends when it goes to bed: what starts before its first hour comes after midnight.
    opens = words_of(day.get("start"))[11:16] or words_of(day.get("day_change")).zfill(8)[:5]
    if start and not written and opens and start < opens:
        iso = _next(iso)
    return period(f"{iso}T{start}" if start else iso, minutes if start else 0, zone)


def _next(iso: str) -> str:
    try:
        return (date.fromisoformat(iso) + timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return iso


def _taker(value: Any, code: str) -> Taker | None:
    if isinstance(value, str):
        return Taker(value.strip()) if value.strip() else None
    person = thing(value)
    name = next((told for key in _NAMES if (told := words_of(person.get(key)))), "")
    about = words_of(person.get("biography"), code) or words_of(person.get("description"), code)
    bodies = tuple(one for one in (words_of(person.get("affiliation")), words_of(person.get("organization"))) if one)
    return Taker(name, capacity_of(person.get("role")), bodies[:1], about) if name else None


def _pieces(value: Any, base: str) -> tuple[Piece, ...]:
    """Read attachments or links: things with a title and an address under either name, or bare addresses."""
    found: list[Piece] = []
    for one in many(value):
        told = thing(one)
        address = web(told.get("url") or told.get("href"), base) if told else web(one)
        title = words_of(told.get("title")) or words_of(told.get("name"))
        if not address and title.startswith(("http://", "https://")):
            address = title
        if title or address:
            found.append(Piece(title or address, address, words_of(told.get("type"))))
    return tuple(found)
