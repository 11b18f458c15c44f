# SPDX-License-Identifier: MIT
"""What a person types into a field, understood: dates, periods, sizes. What is not understood is said, never guessed.

The other way round, `say_date` and `say_period` of the model write what these read.
"""

import re
from datetime import datetime

from eqbrief.model import UserError

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_DIVIDES = re.compile(r"\s*[–—]\s*|\s+(?:to|until|till|-)\s+")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
_SIZE = re.compile(r"([\d.,]+)\s*(bytes?|b|kb|mb|gb)", re.IGNORECASE)
_UNITS = {"b": 1, "byte": 1, "bytes": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}

# dateutil fills what is not typed from a default: where two readings differ, nothing was typed.
_ONE, _OTHER = datetime(2001, 1, 1), datetime(2003, 3, 15, 1, 1)


def parse_date(typed: str) -> str | None:
    """Read a date as ISO 8601 text at the precision that was typed; nothing typed gives None.

    '20 February 2024', '20/2/2024', '20 Feb 2024, 9.30am' and ISO 8601 itself are understood, days before months.

    Raises:
        UserError: when it is no date, or has no year.
    """
    typed = " ".join(typed.split())
    if not typed:
        return None
    if _ISO.fullmatch(typed):
        return _checked(typed)
    return _written(typed, _ONE, _OTHER)


def parse_period(typed: str) -> tuple[str | None, str | None]:
    """Read when something begins and ends: '3 May 2024', '3 to 4 May 2024', '3 May 2024, 09:30 to 11:00'.

    A time alone ('09:30 to 10:15') is given as 'T09:30', as sessions of an agenda have it.

    Raises:
        UserError: when a part is no date, or the end lies before the beginning.
    """
    typed = " ".join(typed.split())
    first, *rest = _DIVIDES.split(typed, maxsplit=1)
    last = rest[0] if rest else ""
    if (clock := _clock(last)) and (begins := _moment(first)):
        ends = f"{begins.partition('T')[0]}T{clock}"
    else:
        ends = _moment(last)
        begins = _sharing(first, ends) if ends else _moment(first)
    if begins and ends and ends[: len(begins)] < begins[: len(ends)]:
        raise UserError(f"“{typed}” ends before it begins.", "Write the earlier date or time first.")
    return begins, ends


def parse_size(typed: str) -> int | None:
    """Read a printed size in bytes, in decimal units: '2.3 MB' is 2300000; nothing typed gives None.

    Raises:
        UserError: when it is no size.
    """
    typed = typed.strip()
    if not typed:
        return None
    found = _SIZE.fullmatch(typed)
    try:
        return round(float(found[1].replace(",", ".")) * _UNITS[found[2].lower()])  # type: ignore[index]
    except (TypeError, ValueError) as error:
        raise UserError(f"“{typed}” is not a size.", "Write it as 2.3 MB or 480 KB.") from error


def _moment(typed: str) -> str | None:
    clock = _clock(typed)
    return f"T{clock}" if clock else parse_date(typed)


def _clock(typed: str) -> str:
    """Read a time of day as '09:30'; '' for anything else, also for a bare number."""
    found = _CLOCK.fullmatch(typed.strip())
    if not found or not (found[2] or found[3]):
        return ""
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def _sharing(first: str, ends: str) -> str | None:
    """Read the first of two dates, which may leave to the second what both share: '3' of '3 to 4 May 2024'."""
    if re.search(r"\d{4}", first) or _clock(first):
        return _moment(first)
    day = datetime.fromisoformat(ends[:10]) if len(ends) >= 10 else None
    if day is None:
        raise _not_understood(first)
    return _written(first, day, day.replace(hour=1))


def _checked(iso: str) -> str:
    day, _, clock = iso.partition("T")
    try:
        datetime.fromisoformat(day + "-01-01"[len(day) - 4 :] + (f"T{clock}" if clock else ""))
    except ValueError as error:
        raise _not_understood(iso) from error
    return iso


def _written(typed: str, one_default: datetime, other_default: datetime) -> str:
    from dateutil.parser import ParserError, parse  # noqa: PLC0415 - 20 ms that the first frame does not need

    # dateutil wants a colon in a time; people write 9.30am too.
    colons = re.sub(r"\b(\d{1,2})\.(\d{2})(?=\s*[ap]\.?m)", r"\1:\2", typed, flags=re.IGNORECASE)
    try:
        one, other = (parse(colons, default=d, dayfirst=True, ignoretz=True) for d in (one_default, other_default))
    except (ParserError, ValueError, OverflowError) as error:
        raise _not_understood(typed) from error
    if one.year != other.year:
        raise UserError(f"“{typed}” has no year.", "Write the date with its year, as 20 February 2024.")
    if one.month != other.month and not re.search(r"\d{4}", typed):
        raise _not_understood(typed)  # '34' alone may be a year or a day
    if one.month != other.month:
        return f"{one.year:04}"
    if one.day != other.day:
        return f"{one.year:04}-{one.month:02}"
    day = f"{one.year:04}-{one.month:02}-{one.day:02}"
    return f"{day}T{one.hour:02}:{one.minute:02}" if one.hour == other.hour else day


def _not_understood(typed: str) -> UserError:
    return UserError(
        f"“{typed}” is not a date that EqBrief understands.", "Write it as 20 February 2024, or as 2024-02-20."
    )
