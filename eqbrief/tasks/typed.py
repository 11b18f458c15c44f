# SPDX-License-Identifier: MIT
"""What a person gives as the text of a field, understood. What is not understood is refused, never guessed."""

import re
from datetime import UTC, datetime, tzinfo

from eqbrief.model import UserError

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_YEARS = range(1900, 2101)
"""An event of another year is a slip of the keyboard."""
_STATUSES = ("cancelled", "postponed")

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


def date_of(field: str, typed: str) -> str | None:
    """Read a date as ISO 8601 text at the precision that was given; nothing gives None.

    '20 February 2024', '20/2/2024', 'February 2024', '20 Feb 2024, 9:30am' and ISO 8601 itself, days before months.

    Raises:
        UserError: when it is no date, or one of another age.
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
        raise UserError(
            f"'{typed}' is not a date for {field}.", "Write it as 20 February 2024, 2024-02-20 or 2024-02-20T09:30."
        )
    return iso


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


def _written(typed: str) -> str | None:
    from dateutil.parser import ParserError, parse  # noqa: PLC0415 - 20 ms that the first frame does not need

    if not re.search(r"(?<!\d)\d{4}(?!\d)", typed):
        return None  # without a year in full, '3/4/05' may be many days
    try:
        one, other = (parse(typed, default=default, dayfirst=True, tzinfos=_any_zone) for default in (_ONE, _OTHER))
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
