# SPDX-License-Identifier: MIT
"""The days of an event that repeats, counted by the clock on its wall: rules, extra days, and days left out (RFC 5545).

Only what ends, and soon, is counted; a weekly meeting without an end is better named by its rule.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any, cast
from zoneinfo import ZoneInfo

from eqbrief.model import say_date

MOST_DAYS = 60
"""The most days that a repeated event is told by; one of more is told by its rule."""
OF_SEVERAL = "One of a series that repeats"
"""What is said of a day that is one of several."""
# How often, and by which parts the days are chosen, in the rules that are followed.
_PARTS = {
    "DAILY": frozenset({"BYDAY"}),
    "WEEKLY": frozenset({"BYDAY"}),
    "MONTHLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"BYMONTH", "BYDAY", "BYMONTHDAY"}),
}
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year", "HOURLY": "hour"}
_ORDINAL = re.compile(r"[+-]?(\d+)")
# No day of an event lies outside; an end behind the last year of the calendar could not be told.
_YEARS = range(1900, 2200)
_FURTHEST = timedelta(days=20 * 366)
_BROKEN = (ValueError, TypeError, KeyError, AttributeError, OverflowError)


def days_of(event: Any, zone: str | None, moved: Iterable[Any]) -> "list[date] | None":
    """Give the starts of a repeated event in order, None where it has too many, no end, or a rule that is broken.

    `zone` is the name of the start's zone; times come without one, by its clock. `moved` are the starts (RECURRENCE-ID)
    that have an entry of their own, which are left out.
    """
    first = _plain(getattr(event.get("DTSTART"), "dt", None), zone)
    if first is None:
        return None
    try:
        found = _by_rule(event.get("RRULE"), first, zone)
        if found is None:
            return None
        days = {first, *found, *_listed(event.get("RDATE"), first, zone)}
        days -= set(_listed(event.get("EXDATE"), first, zone))
        days -= {_timed(left, first) for one in moved if (left := _plain(getattr(one, "dt", None), zone))}
    except _BROKEN:
        return None
    same_kind = [day for day in days if isinstance(day, datetime) == isinstance(first, datetime)]
    return sorted(same_kind) if len(same_kind) <= MOST_DAYS else None


def _by_rule(rule: Any, first: date, zone: str | None) -> list[date] | None:
    """Follow a rule with a count or a last day; no rule gives no day, one without an end None."""
    if rule is None:
        return []
    if not isinstance(rule, dict):
        return None
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - 10 ms, and few events repeat

    said = cast(dict[str, list[Any]], rule)
    count, until = next(iter(said.get("COUNT", ())), None), next(iter(said.get("UNTIL", ())), None)
    often, step = str(next(iter(said.get("FREQ", ())), "")).upper(), next(iter(said.get("INTERVAL", ())), 1)
    ends = count is not None or until is not None
    if not ends or not isinstance(step, int) or step < 1 or not _finds_days(said, often, step, first):
        return None
    start = first if isinstance(first, datetime) else datetime(first.year, first.month, first.day)
    last = _last(until, zone) if until is not None else None
    furthest = start + _FURTHEST
    written = cast(Any, rule).to_ical().decode()
    kept = ";".join(part for part in written.split(";") if not part.upper().startswith(("COUNT=", "UNTIL=")))
    stop = min(last, furthest) if last else furthest
    follow: Any = rrulestr(f"{kept};UNTIL={stop:%Y%m%dT%H%M%S}", dtstart=start)
    most = MOST_DAYS + 1 if count is None else min(int(count), MOST_DAYS + 1)
    found = list(islice(cast(Iterator[datetime], iter(follow)), most))
    if len(found) > MOST_DAYS or (len(found) < most and stop == furthest):
        return None
    return [day if isinstance(first, datetime) else day.date() for day in found]


def _finds_days(said: dict[str, list[Any]], often: str, step: int, first: date) -> bool:
    """Tell a rule that is sure to find a day: one that finds none ("30 February") is followed to the year 9999."""
    chosen = {part for part in said if part.upper().startswith("BY")}
    if often not in _PARTS or not chosen <= _PARTS[often]:
        return False
    ordinals = [int(match[1]) for day in said.get("BYDAY", ()) if (match := _ORDINAL.match(str(day)))]
    days = [abs(int(day)) for day in said.get("BYMONTHDAY", ())]
    sure_days = 31 if often == "MONTHLY" and step == 1 else 28
    if "BYSETPOS" in chosen:
        fits = "BYDAY" in chosen and not ordinals and all(abs(int(place)) <= 4 for place in said["BYSETPOS"])
    elif chosen == {"BYMONTH"}:
        fits = first.day <= 28
    else:
        fits = often != "DAILY" or not chosen or step == 1
    return fits and all(n <= 5 for n in ordinals) and all(n <= sure_days for n in days) and not (ordinals and days)


def _last(until: Any, zone: str | None) -> datetime:
    """Give the last moment of a rule by the start's clock; a day as the last counts whole."""
    plain = _plain(until, zone)
    if isinstance(plain, datetime):
        return plain
    if plain is None:
        raise ValueError("neither a day nor a time")
    return datetime(plain.year, plain.month, plain.day, 23, 59, 59)


def _listed(value: Any, first: date, zone: str | None) -> Iterator[date]:
    """Give the days of RDATE or EXDATE."""
    for group in _many(value):
        for one in getattr(group, "dts", ()):
            told = getattr(one, "dt", None)
            day = _plain(told[0] if isinstance(told, tuple) else told, zone)
            if day is not None and day.year in _YEARS:
                yield _timed(day, first)


def _many(value: Any) -> list[Any]:
    return cast(list[Any], value) if isinstance(value, list) else [] if value is None else [value]


def _timed(day: date, first: date) -> date:
    """Give a mere day the time of the start."""
    return day if isinstance(day, datetime) or not isinstance(first, datetime) else datetime.combine(day, first.time())


def _plain(when: Any, zone: str | None) -> date | None:
    """Give a day, or a time by the clock of a zone and without its name; a zone that is not known changes nothing."""
    if not isinstance(when, datetime):
        return when if isinstance(when, date) else None
    if when.tzinfo is None or not zone:
        return when.replace(tzinfo=None)
    try:
        return when.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (KeyError, ValueError, OSError):
        return when.replace(tzinfo=None)


def repeats_in_words(event: Any) -> str:
    """Say in words that an event is one of several: its day is then that of the first, or of this one."""
    if event.get("RECURRENCE-ID") is not None:
        return OF_SEVERAL
    rule = next(iter(_many(event.get("RRULE"))), None)
    if rule is None:
        return "On several days" if event.get("RDATE") is not None else ""
    said: dict[str, list[Any]] = (
        dict(cast(dict[str, list[Any]], rule)) if isinstance(rule, dict) else {}
    )  # one that is broken says nothing more
    unit = _UNITS.get(str(next(iter(said.get("FREQ", [])), "")).upper())
    step = next(iter(said.get("INTERVAL", [])), 1)
    count, until = next(iter(said.get("COUNT", [])), None), next(iter(said.get("UNTIL", [])), None)
    often = "Repeats" if unit is None else f"Repeats every {unit}" if step == 1 else f"Repeats every {step} {unit}s"
    if isinstance(count, int):
        return f"{often}, {count} times"
    return f"{often}, until {say_date(until.isoformat()[:10])}" if isinstance(until, date) else often
