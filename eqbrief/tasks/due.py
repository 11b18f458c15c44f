# SPDX-License-Identifier: MIT
"""When something is due, as people write it: 'Friday', '14 March', 'in two weeks', 'end of the month'.

What is not certain is refused: 'next Friday' and 'next week' mean different days to different people.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from eqbrief.model import UserError, is_past
from eqbrief.model.dates import DAYS, MONTHS
from eqbrief.tasks.typed import date_of, one_line

_NEAR = {"today": 0, "tomorrow": 1, "the day after tomorrow": 2}
_SHORT_DAYS = {"tues": 1, "thur": 3, "thurs": 3, **{day[:3].lower(): number for number, day in enumerate(DAYS)}}
_WEEKDAYS = {day.lower(): number for number, day in enumerate(DAYS)} | _SHORT_DAYS
_MONTHS = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_NUMBERS, 1)}
_SPAN = re.compile(r"in (\d{1,3}|[a-z]+) (day|week|month|year)s?")
_END_OF = re.compile(r"(?:the )?end of (?:the |this )?([a-z]+)(?: (\d{4}))?")
_FIGURES = re.compile(r"\d{1,2}/\d{1,2}")
_FULL_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEARS_ON = 9
"""29 February may be that far away."""


def due_of(typed: str, today: date) -> str | None:
    """Read when something is due as ISO 8601 text at the precision that was given; nothing typed gives None.

    A day without a year is the next one from `today` on; a weekday is the next after it.

    Raises:
        UserError: when it is no date, or may mean several.
    """
    words = one_line(typed).rstrip(".")
    if not words:
        return None
    for read in _READERS:
        if (found := read(words.casefold(), today)) is not None:
            return found
    try:
        return date_of(words)
    except UserError as error:
        raise UserError(
            f"“{words}” is not a date.", "Write it as Friday, 14 March, 14 March 2026 or in two weeks."
        ) from error


def _near(words: str, today: date) -> str | None:
    days = _NEAR.get(words)
    return None if days is None else (today + timedelta(days)).isoformat()


def _weekday(words: str, today: date) -> str | None:
    day = _WEEKDAYS.get(words.removeprefix("on ").removeprefix("this "))
    if day is None:
        return None
    return (today + timedelta((day - today.weekday() - 1) % 7 + 1)).isoformat()


def _span(words: str, today: date) -> str | None:
    found = _SPAN.fullmatch(words)
    if not found:
        return None
    count = int(found[1]) if found[1].isdecimal() else _COUNTS.get(found[1])
    if count is None:
        return None
    if found[2] in ("day", "week"):
        return (today + timedelta(count * (7 if found[2] == "week" else 1))).isoformat()
    months = today.month - 1 + count * (12 if found[2] == "year" else 1)
    year, month = today.year + months // 12, months % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1])).isoformat()


def _end_of(words: str, today: date) -> str | None:
    found = _END_OF.fullmatch(words)
    if not found:
        return None
    part, year = found[1], int(found[2] or today.year)
    if part == "year" and not found[2]:
        return date(year, 12, 31).isoformat()
    month = today.month if part == "month" and not found[2] else _MONTHS.get(part)
    if month is None or not 1900 <= year <= 2100:
        return None
    if not found[2] and month < today.month:
        year += 1
    return date(year, month, monthrange(year, month)[1]).isoformat()


def _without_year(words: str, today: date) -> str | None:
    """Read a day or a month without its year: the next that is not over."""
    if _FULL_YEAR.search(words) or words.isdecimal() or not (words[0].isdigit() or words.partition(" ")[0] in _MONTHS):
        return None
    divide = "/" if _FIGURES.fullmatch(words) else " "
    for year in range(today.year, today.year + _YEARS_ON):
        try:
            found = date_of(f"{words}{divide}{year}")
        except UserError:
            continue  # such as 29 February, or no date at all
        if found is None or not found.startswith(str(year)) or len(found) < len("2024-02"):
            return None
        if not is_past(found, today.isoformat()):
            return found
    return None


_READERS: tuple[Callable[[str, date], str | None], ...] = (_near, _weekday, _span, _end_of, _without_year)
