# SPDX-License-Identifier: MIT
"""Dates as people read them. Stored dates are ISO 8601 text that keeps its precision: a day, or a time too."""

from datetime import UTC, date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def say_date(iso: str | None, *, weekday: bool = False) -> str:
    """Write an ISO 8601 date as '20 February 2024', with its weekday and its time where asked and known.

    A year alone stays '2024', a year and month become 'February 2024', a bare time ('T09:30') '09:30'.
    Text that is no date is given back as it is; nothing gives ''.
    """
    if not iso:
        return ""
    day, _, clock = iso.partition("T")
    if not day:
        return clock[:5]
    try:
        parts = [int(part) for part in day.split("-")]
        if len(parts) == 1:
            return day
        if len(parts) == 2:
            return f"{MONTHS[parts[1] - 1]} {parts[0]}"
        when = date(*parts)
    except (ValueError, IndexError, TypeError):
        return iso
    said = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
    if weekday:
        said = f"{DAYS[when.weekday()]} {said}"
    return f"{said}, {clock[:5]}" if clock else said


def say_period(starts: str | None, ends: str | None, *, weekday: bool = False) -> str:
    """Write a start and an end as one phrase: '20 February 2024, 09:30 to 11:00', '3 May 2024 to 4 May 2024'."""
    first, last = say_date(starts, weekday=weekday), say_date(ends, weekday=weekday)
    if not first or not last or starts == ends:
        return first or last
    same_day = (starts or "")[:10] == (ends or "")[:10]
    if same_day:
        return f"{first} to {(ends or '')[11:16]}" if "T" in (ends or "") else first
    return f"{first} to {last}"


def now() -> str:
    """Give this moment in UTC as ISO 8601 text to the millisecond, as it is stored in the library."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def today() -> str:
    """Give the day that it is here now, as ISO 8601 text."""
    return date.today().isoformat()


def local_clock(iso: str) -> str:
    """Give a stored moment's local time of day as '09:12'; '' when it is no moment."""
    try:
        return datetime.fromisoformat(iso.replace("Z", "+00:00")).astimezone().strftime("%H:%M")
    except ValueError:
        return ""


def say_moment(iso: str, day: str | None = None) -> str:
    """Write a stored moment as a person says when something was: 'today at 09:12', 'on 3 March 2024'; '' for none.

    `day` is which day it is here, today where it is not given.
    """
    try:
        here = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return ""
    there = here.date().isoformat()
    return f"today at {here:%H:%M}" if there == (day or today()) else f"on {say_date(there)}"
