# SPDX-License-Identifier: MIT
"""Times of a schedule by the clock on the wall: as written, or turned to the zone that the conference says it keeps."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from eqbrief.reading.schedules.programme import Period

_ZONE = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){0,2}$")
_LONGEST = 60 * 24 * 60


def period(start: str, end: "str | int", zone: str = "") -> Period:
    """Read a start, and an end that is either a moment or a length in minutes.

    `zone` is the name of the conference's zone, '' where it states none; then the offset of the start is what is known.
    """
    begin = moment(start)
    if begin is None:
        return Period()
    finish = moment(end) if isinstance(end, str) else begin + timedelta(minutes=end if 0 < end <= _LONGEST else 0)
    here = _zone(zone) if zone else None
    if begin.tzinfo is None or here is None:
        named = (zone or None) if begin.tzinfo is None else offset_of(begin)
    else:
        named = zone
        begin = begin.astimezone(UTC).astimezone(here)
        finish = finish.astimezone(UTC).astimezone(here) if finish and finish.tzinfo else finish
    starts, ends = wall(begin, start), wall(finish, start) if finish else None
    return Period(starts, ends if ends and ends > starts else None, named)


def moment(text: str) -> datetime | None:
    """Read ISO 8601, None for anything else and for years that no schedule means."""
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return when if 1900 < when.year < 2200 else None


def minutes_of(text: str) -> int:
    """Read a length: "1:30" and "01:30:00" are 90 minutes, "1:02:30:00" has days in front; 0 for anything else."""
    parts = text.strip().split(":")
    if not 2 <= len(parts) <= 4 or not all(part.isdigit() and len(part) < 4 for part in parts):
        return 0
    days, hours, minutes = ("0", *parts[:2]) if len(parts) < 4 else parts[:3]
    length = (int(days) * 24 + int(hours)) * 60 + int(minutes)
    return length if length <= _LONGEST else 0


def wall(when: datetime, written: str) -> str:
    """Write a moment as the clock on the wall shows it; a day without a time stays one."""
    return f"{when:%Y-%m-%dT%H:%M}" if len(written.strip()) > 10 else f"{when:%Y-%m-%d}"


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if _ZONE.match(name) else None
    except (KeyError, ValueError, OSError):
        return None


def offset_of(when: datetime) -> str:
    """Name the offset of a moment: 'UTC+01:00', and 'UTC' for none."""
    apart = when.utcoffset() or timedelta(0)
    return "UTC" if not apart else f"UTC{when:%z}"[:6] + ":" + f"{when:%z}"[3:5]
