# SPDX-License-Identifier: MIT
"""What a person gives as the text of a field, understood. What is not understood is refused, never guessed."""

import re
from datetime import UTC, datetime, tzinfo

from eqbrief.model import UserError
from eqbrief.model.dates import MONTHS

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_YEARS = range(1900, 2101)
"""An event of another year is a slip of the keyboard."""
_STATUSES = ("cancelled", "postponed")
_DIVIDES = re.compile(r"\s*[–—]\s*|\s+(?:to|until|till|-)\s+")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m\.?)?", re.IGNORECASE)
# dateutil wants a colon in a time; people write 9.30am too.
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{2})(?=\s*[ap]\.?m)", re.IGNORECASE)
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SIZE = re.compile(r"([\d.,]+)\s*(bytes?|b|kb|mb|gb)", re.IGNORECASE)
_UNITS = {"b": 1, "byte": 1, "bytes": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}

# dateutil fills what is not given from a default: where two readings differ, nothing was given.
_ONE, _OTHER = datetime(2001, 1, 1), datetime(2003, 3, 15, 1, 1)


def one_line(typed: str) -> str:
    """Write a text on one line: every run of spaces and line ends becomes a space."""
    return " ".join(typed.split())


def status_of(typed: str) -> str | None:
    """Read whether an event was 'cancelled' or 'postponed'; nothing means as planned.

    Raises:
        UserError: when it is another word.
    """
    word = typed.strip().lower()
    if word and word not in _STATUSES:
        raise UserError(
            f"'{one_line(typed)}' is not a status.", "Use cancelled or postponed, or nothing if as planned."
        )
    return word or None


def date_of(typed: str, field: str = "") -> str | None:
    """Read a date as ISO 8601 text at the precision that was given; nothing gives None. `field` is named in the error.

    '20 February 2024', '20/2/2024', 'February 2024', '20 Feb 2024, 9.30am' and ISO 8601 itself, days before months.

    Raises:
        UserError: when it is no date, has no year in full, or is one of another age.
    """
    typed = one_line(typed)
    if not typed:
        return None
    iso = typed if _ISO.fullmatch(typed) else _written(typed)
    try:
        known = iso is not None and _moment(iso).year in _YEARS
    except ValueError:
        known = False  # such as 30 February
    if not known:
        wanting = field or not _is_day_without_year(typed)
        raise UserError(
            f"“{typed}” is not a date{f' for {field}' if field else ''}." if wanting else f"“{typed}” has no year.",
            "Write it as 20 February 2024, 2024-02-20 or 2024-02-20T09:30.",
        )
    return iso


def period_of(typed: str) -> tuple[str | None, str | None]:
    """Read when something begins and ends: '3 May 2024', '3 to 4 May 2024', '3 May 2024, 09:30 to 11:00'.

    A time alone ('09:30 to 10:15') is given as 'T09:30', as sessions of an agenda have it.

    Raises:
        UserError: when a part is no date, or the end lies before the beginning.
    """
    typed = one_line(typed)
    first, *rest = _DIVIDES.split(typed, maxsplit=1)
    last = rest[0] if rest else ""
    if (clock := _clock(last)) and (begins := _point(first)):
        ends = f"{begins.partition('T')[0]}T{clock}"
    else:
        ends = _point(last)
        begins = _sharing(first, ends) if ends else _point(first)
    if begins and ends and ends[: len(begins)] < begins[: len(ends)]:
        raise UserError(f"“{typed}” ends before it begins.", "Write the earlier date or time first.")
    return begins, ends


def size_of(typed: str) -> int | None:
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


def in_order(starts: str | None, ends: str | None) -> bool:
    """Say whether an end does not lie before its start, as far as both are known: a day alone is all of that day."""
    if not starts or not ends:
        return True
    first, last = _moment(starts), _moment(ends)
    if first.tzinfo and last.tzinfo:
        return first <= last
    shown = min(len(starts), len(ends), len("2024-02-20T09:30"))
    return starts[:shown] <= ends[:shown]


def _moment(iso: str) -> datetime:
    day, _, clock = iso.partition("T")
    whole = day + "-01-01"[len(day) - 4 :]
    return datetime.fromisoformat(f"{whole}T{clock}" if clock else whole)


def _any_zone(name: str | None, offset: int | None) -> tzinfo | None:
    return UTC if name or offset is not None else None


def _point(typed: str) -> str | None:
    clock = _clock(typed)
    return f"T{clock}" if clock else date_of(typed)


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
    if len(ends) < len("2024-02-20") or _FULL_YEAR.search(first) or _clock(first):
        return _point(first)
    month, year = MONTHS[int(ends[5:7]) - 1], ends[:4]
    return _written(f"{first} {month} {year}") or date_of(f"{first} {year}")


def _is_day_without_year(typed: str) -> bool:
    """Tell whether a date is wanting nothing but its year, as '20 February' is."""
    return not _FULL_YEAR.search(typed) and any(char.isalpha() for char in typed) and bool(_written(f"{typed} 2024"))


def _written(typed: str) -> str | None:
    from dateutil.parser import ParserError, parse  # noqa: PLC0415 - 20 ms that the first frame does not need

    if not _FULL_YEAR.search(typed):
        return None  # without a year in full, '3/4/05' may be many days
    colons = _DOTTED.sub(r"\1:\2", typed)
    try:
        one, other = (parse(colons, default=default, dayfirst=True, tzinfos=_any_zone) for default in (_ONE, _OTHER))
    except (ParserError, ValueError, OverflowError):
        return None
    if one.tzinfo is not None or str(one.year) not in typed:
        return None  # a zone has a field of its own, and what has two years is no date
    if one.month != other.month:
        return f"{one.year:04}" if typed.isdecimal() else None
    if one.day != other.day:
        return f"{one.year:04}-{one.month:02}"
    day = f"{one.year:04}-{one.month:02}-{one.day:02}"
    return f"{day}T{one.hour:02}:{one.minute:02}" if one.hour == other.hour else day
