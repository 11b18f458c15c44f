# SPDX-License-Identifier: MIT
"""iCalendar files (RFC 5545), as organisers send and publish them; one broken event spoils no other.

Times are kept as the calendar writes them, wall clock and zone; definitions of zones are often wrong and passed over.
"""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, cast
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from eqbrief.reading.cuts import is_seen, tidy
from eqbrief.reading.recurring import OF_SEVERAL, days_of, repeats_in_words

_FOLD = re.compile(r"\r?\n[ \t]|\r[ \t]")
# What is read of an event; what the library would spend its time on beside these is left out.
_READ = re.compile(
    r"(?:SUMMARY|DTSTART|DTEND|DURATION|STATUS|DESCRIPTION|X-ALT-DESC|LOCATION|ORGANIZER|URL|CATEGORIES|ATTACH|UID|RRULE"
    r"|RDATE|EXDATE|RECURRENCE-ID)[;:]",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?<=TZID=)\"?/[^:;\"\n]*?/([A-Z][A-Za-z_]+/[A-Za-z_/+-]+)\"?", re.IGNORECASE)
MOST_EVENTS = 2000
"""The most events of one calendar that are read; an organiser's has fewer, a person's own diary may have more."""
_LONGEST_LINE, _LONGEST_NAME = 200_000, 120


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a day and a time by the wall clock of `zone`; `zone` None: wherever one is ("floating")."""

    iso: str
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a calendar. `repeats` is a sentence; `html`: the description is written as a web page.

    `key` is what the calendar knows it by, '' where it has no such thing.
    """

    title: str = ""
    starts: Moment | None = None
    ends: Moment | None = None
    status: str | None = None
    repeats: str = ""
    place: str = ""
    organiser: str = ""
    topics: tuple[str, ...] = ()
    address: str = ""
    description: str = ""
    html: bool = False
    files: tuple[tuple[str, str], ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """An entry, and the component that it was read from."""

    entry: Entry
    event: Any


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar's name, where it has one, and its events by time. `more`: there are too many to be read."""

    name: str
    entries: tuple[Entry, ...]
    more: bool = False


def calendar_of(text: str) -> Calendar:
    """Take a calendar apart; events that cannot be made out are left out, and so are those without title and day."""
    lines = _FOLD.sub("", text.lstrip("\ufeff")).splitlines()
    about = _about(lines)
    home = about.get("X-WR-TIMEZONE", "")
    cancels = about.get("METHOD", "").upper() == "CANCEL"
    groups = list(islice(_groups(lines), MOST_EVENTS + 1))
    read = [one for group in groups[:MOST_EVENTS] if (one := _entry(group, home, cancels=cancels))]
    found = list(_on_each_day(read))
    if len(found) > MOST_EVENTS:
        found = [one.entry for one in read]
    found.sort(key=lambda entry: entry.starts.iso if entry.starts else "9")
    name = next((about[said] for said in ("X-WR-CALNAME", "NAME", "X-WR-CALDESC") if about.get(said)), "")
    return Calendar(name if len(name) <= _LONGEST_NAME else "", tuple(found), len(groups) > MOST_EVENTS)


def _on_each_day(read: list[_Found]) -> Iterator[Entry]:
    """Give every entry, and one that repeats on a few days once for each of them."""
    moved: dict[str, list[Any]] = {}
    for one in read:
        if (left := one.event.get("RECURRENCE-ID")) is not None and one.entry.key:
            moved.setdefault(one.entry.key, []).append(left)
    for one in read:
        left = moved.get(one.entry.key, [])
        days = _days(one, left)
        if days is None:
            yield one.entry
        else:
            yield from (_on(one.entry, day, alone=len(days) + len(left) == 1) for day in days)


def _days(one: _Found, moved: list[Any]) -> list[date] | None:
    repeats = one.event.get("RRULE") is not None or one.event.get("RDATE") is not None
    # "This and all that follow" are moved: where to is known for this one only.
    if not repeats or one.event.get("RECURRENCE-ID") is not None or any(_param(left, "RANGE") for left in moved):
        return None
    return days_of(one.event, one.entry.starts.zone if one.entry.starts else None, moved)


def _on(entry: Entry, day: date, *, alone: bool) -> Entry:
    """Move an entry to one of its days; its length stays."""
    starts, ends = entry.starts, entry.ends
    assert starts is not None, "an entry has a day"
    timed = isinstance(day, datetime)
    there = Moment(f"{day:%Y-%m-%dT%H:%M}" if timed else day.isoformat(), starts.zone)
    if ends is not None:
        end = day + (datetime.fromisoformat(ends.iso) - datetime.fromisoformat(starts.iso))
        ends = Moment(f"{end:%Y-%m-%dT%H:%M}" if timed else end.isoformat(), ends.zone)
    return replace(entry, starts=there, ends=ends, repeats="" if alone else OF_SEVERAL)


def _about(lines: list[str]) -> dict[str, str]:
    """Give what the calendar says of itself before its first event."""
    found: dict[str, str] = {}
    for line in lines[:2000]:
        if line.upper().startswith("BEGIN:VEVENT"):
            break
        name, _, value = line.partition(":")
        found.setdefault(name.partition(";")[0].upper(), _plain(value))
    return found


def _plain(value: str) -> str:
    return re.sub(r"\\([,;\\])", r"\1", value).strip()


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Give the lines of each event, without the parts inside it; one that is not closed ends at the next."""
    group: list[str] | None = None
    inside = 0
    for line in lines:
        upper = line[:40].upper().strip()
        if upper in ("BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR"):
            if group is not None:
                yield group
            group, inside = (list[str]() if upper == "BEGIN:VEVENT" else None), 0
        elif upper.startswith("BEGIN:"):
            inside += 1
        elif upper.startswith("END:"):
            inside = max(inside - 1, 0)
        elif group is not None and not inside and _READ.match(line) and len(line) < _LONGEST_LINE:
            group.append(_ZONE.sub(r"\1", line))
    if group is not None:
        yield group


def _entry(lines: list[str], home: str, *, cancels: bool) -> _Found | None:
    from icalendar import Event  # noqa: PLC0415 - 50 ms, and most sources are pages

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # guesses about zones, which are not used
        try:
            event: Any = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
        except (ValueError, KeyError, IndexError, AttributeError, TypeError):
            return None
    title, starts = _text(event, "SUMMARY"), _moment(event, "DTSTART", home)
    if not title or starts is None:
        return None
    ends = _moment(event, "DTEND", home) or _after(event, starts)
    if ends and "T" not in ends.iso:
        # The day behind the last, as the standard has it; some write the last day itself.
        ends = Moment(_day_before(ends.iso), None) if ends.iso > starts.iso else None
    status = "cancelled" if cancels or _text(event, "STATUS").upper() == "CANCELLED" else None
    rich = _first(event, "X-ALT-DESC")
    description = _text(event, "DESCRIPTION")
    html = bool(re.search(r"</(?:p|a|li|div|h\d)>|<br", description, re.IGNORECASE))
    if not description and rich is not None:
        description, html = str(rich), True
    uid = tidy(_text(event, "UID"))
    entry = Entry(
        title=title,
        starts=starts,
        ends=ends if ends and ends.iso > starts.iso else None,
        status=status,
        repeats=repeats_in_words(event),
        place=_text(event, "LOCATION"),
        organiser=_name(event, "ORGANIZER"),
        topics=tuple(_categories(event)),
        address=tidy(_text(event, "URL")),
        description=description,
        html=html,
        files=tuple(_files(event)),
        key=f"uid:{uid}" if uid else "",
    )
    return _Found(entry, event)


def _all(event: Any, name: str) -> list[Any]:
    value: Any = event.get(name)
    return cast(list[Any], value) if isinstance(value, list) else [] if value is None else [value]


def _first(event: Any, name: str) -> Any:
    return next(iter(_all(event, name)), None)


def _part(value: Any, name: str) -> Any:
    try:
        return getattr(value, name, None)
    except ValueError:  # so the library says that it could not read the value
        return None


def _param(value: Any, name: str) -> str:
    params = cast(dict[str, Any], _part(value, "params") or {})
    return str(params.get(name, "")).strip()


def _text(event: Any, name: str) -> str:
    value = _first(event, name)
    text = "" if value is None else str(value).strip()
    return text if is_seen(text) else ""


def _moment(event: Any, name: str, home: str) -> Moment | None:
    """Give a time as it is written. One in UTC is turned to the zone that the calendar says is its own."""
    value = _first(event, name)
    when: object = _part(value, "dt")
    if isinstance(when, datetime):
        zone = _param(value, "TZID") or None
        if when.tzinfo is not None and not zone:
            local = _turned(when, home)
            when, zone = (local, home) if local else (when, "UTC")
        return Moment(f"{when:%Y-%m-%dT%H:%M}", zone) if when.year > 999 else None
    return Moment(when.isoformat()) if isinstance(when, date) else None


def _turned(when: datetime, home: str) -> datetime | None:
    if not home:
        return None
    try:
        return when.astimezone(UTC).astimezone(ZoneInfo(home))
    except (KeyError, ValueError, OverflowError, OSError):
        return None


def _after(event: Any, starts: Moment) -> Moment | None:
    """Add a duration to the start; an event of whole days ends with the day behind its last."""
    length: object = _part(_first(event, "DURATION"), "dt")
    if not isinstance(length, timedelta) or length <= timedelta(0):
        return None
    try:
        if "T" in starts.iso:
            return Moment(f"{datetime.fromisoformat(starts.iso) + length:%Y-%m-%dT%H:%M}", starts.zone)
        return Moment((date.fromisoformat(starts.iso) + length).isoformat())
    except (ValueError, OverflowError):
        return None


def _day_before(iso: str) -> str:
    return (date.fromisoformat(iso) - timedelta(days=1)).isoformat()


def _name(event: Any, name: str) -> str:
    return _param(_first(event, name), "CN")


def _categories(event: Any) -> Iterator[str]:
    for group in _all(event, "CATEGORIES"):
        for one in _part(group, "cats") or ():
            # "Blue category" is what Outlook calls its colours.
            if (named := tidy(str(one))) and not re.fullmatch(r"\w+ category", named, re.IGNORECASE):
                yield named


def _files(event: Any) -> Iterator[tuple[str, str]]:
    for one in _all(event, "ATTACH"):
        address = str(one)
        if address.startswith(("http://", "https://")):
            yield _param(one, "FILENAME") or unquote(address.rpartition("/")[2]), address
