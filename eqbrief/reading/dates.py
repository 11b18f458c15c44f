# SPDX-License-Identifier: MIT
"""Find dates, times and zones in a line of text, as printed: '4 May 2024', '10-11AM PST', 'von 13:00 bis 16:00 Uhr'.

python-dateutil turns one date into numbers well, but finds none in prose and does not know ranges: that is here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.words import any_of, words

_READ = 20_000
_WINDOW = 60
_DIGIT = re.compile(r"\d")
_HOUR = re.compile(r"\d|noon|midday|midi|mediod", re.IGNORECASE)
_STROKES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:20|19)\d\d(?!\d)")
_STROKES_READ = 400_000
_YEARS = range(1950, 2101)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; the year may be missing. `last` is the last day of a range; `weekday`: one stood with it."""

    cut: Cut
    year: int | None
    month: int
    day: int
    last: tuple[int | None, int, int] | None = None
    weekday: bool = False

    def iso(self, year: int | None = None) -> str | None:
        """Write the first day as ISO 8601, with the given year where none is printed; None if there is none."""
        return _iso(self.year or year, self.month, self.day)

    def last_iso(self, year: int | None = None) -> str | None:
        """Write the last day of a range as ISO 8601; None where it is no range."""
        return _iso(self.last[0] or self.year or year, self.last[1], self.last[2]) if self.last else None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, 'HH:MM', with an end where a range is printed, and the zone as printed."""

    cut: Cut
    start: str
    end: str | None = None
    zone: str | None = None


@cache
def _day_patterns() -> tuple[re.Pattern[str], ...]:
    tables = words()
    month = rf"(?P<month>{any_of(frozenset(tables.months))})\b\.?"
    month2 = rf"(?P<month2>{any_of(frozenset(tables.months))})\b\.?"
    week = rf"(?:(?P<week>{any_of(tables.weekdays)})\b\.?(?:\s*,|\s+the)?\s+(?:(?:den|dem|le|el)\s+)?)?"
    week2 = rf"(?:(?:{any_of(tables.weekdays)})\b\.?,?\s+)?"
    nth = r"(?:st|nd|rd|th|er|º|ª|\.)?"
    of = r"(?:\s*(?:of|de|del|,)?\s*|-)"
    year = r"(?:\s*(?:,|of|de|del|-)?\s*(?P<year>(?:19|20)\d\d|['’]\d\d|\d\d(?=\s*$|\s*[\n,;)]))(?!\d))?"
    year1 = r"(?:,?\s*(?P<year1>(?:19|20)\d\d)\b)?"
    to = rf"\s*(?:[–—-]|\b(?:{any_of(tables.until)})\b|&)\s*"
    numeric = r"(?<![\d./:-])"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<mon>\d\d)-(?P<day>\d\d)(?:T(?P<clock>\d\d:\d\d))?(?!\d)",
            # 3.-5.6.2024
            r"(?<![\d./:-])(?P<day>\d{1,2})\.?\s?[–—-]\s?(?P<day2>\d{1,2})\.\s?(?P<mon>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)",
            # 3 May – 5 June 2024; 3-5 May 2024; 3 May 2024
            rf"{week}(?<!\d)(?<!\d[.:])(?P<day>\d{{1,2}}){nth}{of}{month}{year1}{to}{week2}(?P<day2>\d{{1,2}}){nth}{of}{month2}{year}",
            rf"{week}(?<!\d)(?<!\d[.:])(?P<day>\d{{1,2}}){nth}{to}{week2}(?P<day2>\d{{1,2}}){nth}{of}{month}{year}",
            rf"{week}(?<!\d)(?<!\d[.:])(?P<day>\d{{1,2}}){nth}{of}{month}{year}",
            # May 3 – June 5, 2024; May 3-5, 2024; May 3, 2024
            rf"{week}\b{month}\s*(?P<day>\d{{1,2}})(?!\d){nth}{year1}{to}{week2}{month2}\s*(?P<day2>\d{{1,2}}){nth}(?!\d){year}",
            rf"{week}\b{month}\s*(?P<day>\d{{1,2}})(?!\d){nth}{to}(?P<day2>\d{{1,2}}){nth}(?![\d:])(?!\s*[ap]\.?m){year}",
            rf"{week}\b{month}\s*(?P<day>\d{{1,2}})(?!\d|:\d){nth}{year}",
            rf"{numeric}(?P<a>\d{{1,2}})(?:/|\.\s?)(?P<b>\d{{1,2}})(?:/|\.\s?)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)",
        )
    )


def days_in(cut: Cut, longest: int | None = None, *, month_first: bool | None = None) -> tuple[Day, ...]:
    """Find every day in a stretch of text, in order; a date inside a longer one counts once.

    `longest` is the number of characters above which the stretch is not looked at. `month_first` says how "05/09/2018"
    is meant; where it is None such a date is none.
    """
    worth = _DIGIT.search(cut.text) and (longest is None or len(cut.text) < longest)
    return _days(cut, month_first) if worth else ()


def is_month_first(text: str) -> bool | None:
    """Tell how a text writes its dates with strokes, by those that can be read in one way only; None if by none."""
    found = [(int(first), int(second)) for first, second in _STROKES.findall(text[:_STROKES_READ])]
    ways = {second > 12 for first, second in found if (first > 12) != (second > 12)}
    return ways.pop() if len(ways) == 1 else None


@lru_cache(maxsize=8192)
def _days(cut: Cut, month_first: bool | None = None) -> tuple[Day, ...]:
    text = cut.text[:_READ]
    *by_month, numeric = _day_patterns()
    iso, span, *named = by_month
    taken: list[tuple[int, int]] = []
    found: list[Day] = []
    whole = [(0, len(text))]
    for patterns, windows in (((iso, span), whole), (named, _around_months(text)), ((numeric,), whole)):
        for pattern in patterns:
            for match in (match for window in windows for match in pattern.finditer(text, *window)):
                start, end = match.span()
                if any(start < b and end > a for a, b in taken):
                    continue
                if (day := _day(match, cut, month_first)) is not None:
                    found.append(day)
                    taken.append((start, end))
    return tuple(sorted(found, key=lambda day: day.cut.start))


def _around_months(text: str) -> list[tuple[int, int]]:
    """Give the stretches around the names of months: trying every rule at every letter of a long page is slow."""
    found: list[tuple[int, int]] = []
    for match in _month().finditer(text):
        start, end = max(match.start() - _WINDOW, 0), min(match.end() + _WINDOW, len(text))
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{any_of(frozenset(words().months))})(?![^\W\d_])", re.IGNORECASE)


def _day(match: re.Match[str], cut: Cut, month_first: bool | None) -> Day | None:
    groups = match.groupdict()
    year = _year(groups.get("year"))
    if groups.get("a"):
        first, second = int(groups["a"]), int(groups["b"])
        # 02/27/2009 can only be read one way; a date that can be read two ways is no date.
        if first > 12 >= second:
            month, number = second, first
        elif (second > 12 >= first) or first == second:
            month, number = first, second
        elif "." in match[0] or month_first is False:
            month, number = second, first
        elif month_first:
            month, number = first, second
        else:
            return None
        day = Day(cut.group(match), year, month, number)
        return day if day.iso(2000) else None
    month = int(groups["mon"]) if groups.get("mon") else words().months.get(fold(groups["month"]), 0)
    number = int(groups["day"])
    last = None
    if groups.get("day2"):
        month2 = words().months.get(fold(groups["month2"]), 0) if groups.get("month2") else month
        last = (year, month2, int(groups["day2"]))
        if _iso(2000, month2, last[2]) is None or (month2, last[2]) == (month, number):
            return None
        year = _year(groups.get("year1")) or year
    day = Day(cut.group(match), year, month, number, last, bool(groups.get("week")))
    return day if day.iso(2000) else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.lstrip("'’"))
    number += 2000 if number < 70 else 1900 if number < 100 else 0
    return number if number in _YEARS else None


def _iso(year: int | None, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year else None
    except ValueError:
        return None


@cache
def _clock_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = words()
    zone = (
        r"(?P<zone>(?:UTC|GMT)\s?[+-−]\s?\d{1,2}(?::?\d\d)?|UTC|GMT|BST|IST|WEST|WET|CEST|CET|EEST|EET|MESZ|MEZ|HNE|HAE|"
        r"[ECMP][SD]?T|AK[SD]T|HST|A[EWC][SD]T|NZ[SD]T|SGT|JST|SAST|BRT|ART|Z(?![\w]))\b"
    )
    zone2 = zone.replace("zone", "zone2", 1)
    noon = any_of(frozenset(word for word in tables.noon if word.isalpha()))
    half = rf"(?P<{{0}}>[ap]\.?\s?m\b\.?|uhr\b|h\b|(?:{noon})\b)"
    hour = r"(?P<{0}>\d{{1,2}})(?:(?:[:.]|\s?h\s?)(?P<{1}>\d\d)(?!\d))?(?:[:]\d\d(?!\d))?"
    to = rf"\s*(?:[–—−-]|\b(?:{any_of(tables.until)})\b)\s*(?:ca\.\s*|about\s+|approx\.?\s+)?"
    named = rf"(?P<noon>\b(?:{any_of(tables.noon)})\b)"
    single = (
        rf"(?<![\d:./-])(?:{hour.format('h', 'm')}\s*(?:{half.format('half')})?"
        rf"(?:\s*{zone})?(?:{to}(?:(?P<noon2>{noon})\b"
        rf"|{hour.format('h2', 'm2')}(?![\d/])\s*(?:{half.format('half2')})?))?"
        rf"(?:\s*[,(]?\s*{zone2})?)"
    )
    return re.compile(single, re.I), re.compile(rf"{named}(?:\s*{zone})?", re.I)


def clocks_in(cut: Cut, longest: int | None = None) -> tuple[Clock, ...]:
    """Find every time of day in a stretch of text, in order. A bare number is none; '1ET' and '13.30 Uhr' are."""
    worth = _HOUR.search(cut.text) and (longest is None or len(cut.text) < longest)
    return _clocks(cut) if worth else ()


@lru_cache(maxsize=8192)
def _clocks(cut: Cut) -> tuple[Clock, ...]:
    text = cut.text[:_READ]
    dates = [(day.cut.start - cut.start, day.cut.end - cut.start) for day in days_in(cut)]
    found: list[Clock] = []
    for pattern in _clock_patterns():
        for match in pattern.finditer(text):
            if any(match.start() < b and match.end() > a for a, b in dates):
                continue
            if (clock := _clock(match, cut)) is not None:
                found.append(clock)
                dates.append((clock.cut.start - cut.start, clock.cut.end - cut.start))
    return tuple(sorted(found, key=lambda clock: clock.cut.start))


def _clock(match: re.Match[str], cut: Cut) -> Clock | None:
    groups = match.groupdict()
    trimmed = cut.group(match).strip(" ,;(")
    if groups.get("noon"):
        return Clock(trimmed, "12:00", None, _zone(groups.get("zone")))
    halves = [_half(groups.get("half")), _half(groups.get("half2"))]
    zone = _zone(groups.get("zone") or groups.get("zone2"))
    sure = bool(
        halves[0] or halves[1] or groups.get("m") or (zone and groups.get("h2") is None) or (zone and groups.get("h2"))
    )
    if not sure:
        return None
    start, end = int(groups["h"]), int(groups["h2"]) if groups.get("h2") else None
    first_half, last_half = halves
    if groups.get("noon2"):
        end, last_half = 12, "pm"
    if first_half is None and last_half in ("am", "pm") and end is not None:
        # "10-11AM", "03:00 - 4:30 pm", "11-1pm": what covers both unless the clock passes noon between.
        first_half = last_half if start % 12 <= end % 12 else ("am" if last_half == "pm" else "pm")
    ranged = len(groups["h"]) == 1 and bool(zone) and end is not None
    if not (halves[0] or halves[1]) and start < 7 and (ranged or not groups.get("m")):
        first_half = last_half = "pm"  # "1ET", "3:00-4:00 ET": no event is held at that hour of the night
    if first_half in ("am", "pm") and end is not None and last_half is None and end <= 12:
        last_half = first_half if end % 12 >= start % 12 else "pm"
    begins = _time(start, groups.get("m"), first_half)
    ends = _time(end, groups.get("m2"), last_half) if end is not None else None
    if begins is None or (end is not None and ends is None):
        return None
    return Clock(trimmed, begins, ends if ends != begins else None, zone)


def _half(text: str | None) -> str | None:
    if not text:
        return None
    plain = re.sub(r"[.\s]", "", text).casefold()
    if plain in words().noon:
        return "pm"
    return plain if plain in ("am", "pm") else "24"


def _zone(text: str | None) -> str | None:
    return re.sub(r"\s", "", text).upper().replace("−", "-") if text else None


def _time(hour: int | None, minutes: str | None, half: str | None) -> str | None:
    if hour is None or hour > 24 or int(minutes or 0) > 59:
        return None
    if half in ("am", "pm"):
        if not 1 <= hour <= 12:
            return f"{hour:02}:{minutes or '00'}" if hour < 24 and half == "pm" else None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour % 24:02}:{minutes or '00'}"


def moments(cut: Cut) -> Iterator[tuple[Day, Clock | None]]:
    """Pair each day in a stretch of text with the time that stands nearest behind or before it.

    "3 May 2024 2pm – 4 May 2024 3pm" is one stretch of days, that begins at the one hour and ends at the other.
    """
    found = list(_paired(cut))
    while found:
        day, clock = found.pop(0)
        if found and clock and (whole := _spanned(day, clock, *found[0], cut)):
            found.pop(0)
            yield whole
        else:
            yield day, clock


def _spanned(day: Day, clock: Clock, last: Day, until: Clock | None, cut: Cut) -> tuple[Day, Clock] | None:
    between = cut.text[clock.cut.end - cut.start : last.cut.start - cut.start].strip(" ,")
    to = between in ("–", "—", "-") or fold(between) in words().until
    if until is None or clock.end or until.end or not day.cut.end <= clock.cut.start or not to or day.last or last.last:
        return None
    whole = cut.part(day.cut.start - cut.start, last.cut.end - cut.start)
    ends = (last.year, last.month, last.day)
    zone = clock.zone or until.zone
    return replace(day, cut=whole, last=ends), replace(until, start=clock.start, end=until.start, zone=zone)


def _paired(cut: Cut) -> Iterator[tuple[Day, Clock | None]]:
    days, clocks = days_in(cut), clocks_in(cut)
    for number, day in enumerate(days):
        until = days[number + 1].cut.start if number + 1 < len(days) else cut.end
        after = next((clock for clock in clocks if day.cut.end <= clock.cut.start < until), None)
        since = days[number - 1].cut.end if number else cut.start
        before = [clock for clock in clocks if since <= clock.cut.start < day.cut.start]
        near = after if after and after.cut.start - day.cut.end < 60 else None
        yield day, near or (before[-1] if before and day.cut.start - before[-1].cut.end < 40 else None)
