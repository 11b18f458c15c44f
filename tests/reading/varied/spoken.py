# SPDX-License-Identifier: MIT
"""Say a day and a time of day in the ways that pages print them, in four languages. Only what can be read one way."""

from collections.abc import Callable
from datetime import date

from tests.reading.varied.facts import Facts

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
}
Say = Callable[[date], str]


def month(day: date, language: str = "en") -> str:
    """Give the month's name."""
    return _MONTHS[language].split()[day.month - 1]


def weekday(day: date, language: str = "en") -> str:
    """Give the weekday's name."""
    return _DAYS[language].split()[day.weekday()]


def _nth(day: date) -> str:
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{day.day}{ends.get(day.day, 'th')}"


DAYS: dict[str, tuple[Say, ...]] = {
    "en": (
        lambda d: f"{d.day} {month(d)} {d.year}",
        lambda d: f"{weekday(d)} {d.day} {month(d)} {d.year}",
        lambda d: f"{weekday(d)}, {d.day} {month(d)} {d.year}",
        lambda d: f"{_nth(d)} {month(d)} {d.year}",
        lambda d: f"{weekday(d)} {_nth(d)} {month(d)} {d.year}",
        lambda d: f"{month(d)} {d.day}, {d.year}",
        lambda d: f"{weekday(d)}, {month(d)} {d.day}, {d.year}",
        lambda d: f"{weekday(d)[:3]}, {month(d)[:3]} {d.day}, {d.year}",
        lambda d: f"{month(d)[:3]}. {d.day}, {d.year}" if d.month != 5 else f"May {d.day}, {d.year}",
        lambda d: f"{d.day:02} {month(d)[:3]} {d.year}",
        lambda d: f"{weekday(d)[:3]} {d.day} {month(d)[:3]} {d.year}",
        lambda d: d.isoformat(),
        lambda d: f"{month(d)} {_nth(d)}, {d.year}",
        lambda d: f"{d.day}/{d.month:02}/{d.year}" if d.day > 12 else f"{d.day} {month(d)} {d.year}",
        lambda d: f"{d.month}/{d.day}/{d.year}" if d.day > 12 else f"{month(d)} {d.day} {d.year}",
    ),
    "de": (
        lambda d: f"{d.day}. {month(d, 'de')} {d.year}",
        lambda d: f"{weekday(d, 'de')}, {d.day}. {month(d, 'de')} {d.year}",
        lambda d: f"{weekday(d, 'de')}, den {d.day}. {month(d, 'de')} {d.year}",
        lambda d: f"{d:%d.%m.%Y}",
        lambda d: f"{weekday(d, 'de')[:2]}., {d:%d.%m.%Y}",
    ),
    "fr": (
        lambda d: f"{d.day} {month(d, 'fr')} {d.year}",
        lambda d: f"{weekday(d, 'fr')} {d.day} {month(d, 'fr')} {d.year}",
        lambda d: f"le {weekday(d, 'fr')} {d.day if d.day > 1 else '1er'} {month(d, 'fr')} {d.year}",
    ),
    "es": (
        lambda d: f"{d.day} de {month(d, 'es')} de {d.year}",
        lambda d: f"{weekday(d, 'es')} {d.day} de {month(d, 'es')} de {d.year}",
        lambda d: f"{weekday(d, 'es')}, {d.day} de {month(d, 'es')} del {d.year}",
    ),
}


def day(facts: Facts, which: date | None = None) -> str:
    """Say a day, in a way drawn for this page."""
    return facts.random.choice(DAYS[facts.language])(which or facts.day)


def days(facts: Facts) -> str:
    """Say the range of days from the first to the last."""
    first, last = facts.day, facts.last_day
    same = first.month == last.month
    m1, m2 = month(first, facts.language), month(last, facts.language)
    shapes = {
        "en": [f"{first.day}–{last.day} {m1} {last.year}", f"{m1} {first.day}-{last.day}, {last.year}"]
        if same
        else [f"{first.day} {m1} – {last.day} {m2} {last.year}", f"{m1} {first.day} – {m2} {last.day}, {last.year}"],
        "de": [f"{first.day}.–{last.day}. {m1} {last.year}"]
        if same
        else [f"{first.day}. {m1} bis {last.day}. {m2} {last.year}"],
        "fr": [f"du {first.day} au {last.day} {m1} {last.year}"]
        if same
        else [f"du {first.day} {m1} au {last.day} {m2} {last.year}"],
        "es": [f"del {first.day} al {last.day} de {m1} de {last.year}"]
        if same
        else [f"{first.day} de {m1} al {last.day} de {m2} de {last.year}"],
    }
    return facts.random.choice(shapes[facts.language])


def _half(minutes: int) -> str:
    return "am" if minutes < 720 else "pm"


def _twelve(minutes: int, colon: str, *, full: bool = False) -> str:
    hour = (minutes // 60 - 1) % 12 + 1
    return f"{hour}{colon}{minutes % 60:02}" if minutes % 60 or full else str(hour)


def clock(minutes: int) -> str:
    """Write minutes of the day as 'HH:MM'."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def times(facts: Facts, zone: str = "") -> str:
    """Say from when to when, with a zone behind it if one is given."""
    begins, ends, random = facts.begins, facts.ends, facts.random
    behind = f" {zone}" if zone else ""
    if facts.language == "en":
        return random.choice(english(begins, ends)) + behind
    plain = {
        "de": (f"{clock(begins)} bis {clock(ends)} Uhr", f"{clock(begins)}–{clock(ends)} Uhr"),
        "fr": (f"de {_french(begins)} à {_french(ends)}", f"{_french(begins)} - {_french(ends)}"),
        "es": (f"de {clock(begins)} a {clock(ends)} h", f"{clock(begins)} - {clock(ends)}"),
    }
    return random.choice(plain[facts.language]) + behind


def english(begins: int, ends: int) -> list[str]:
    """Give the ways in which English pages print a range of hours."""
    found = [
        f"{clock(begins)} - {clock(ends)}",
        f"{clock(begins)}–{clock(ends)}",
        " – ".join(f"{_twelve(time, ':', full=True)} {_half(time).upper()}" for time in (begins, ends)),
        f"{_twelve(begins, '.')}{_half(begins)}-{_twelve(ends, '.')}{_half(ends)}",
        f"{_twelve(begins, '.', full=True)}{_half(begins)} to {_twelve(ends, '.', full=True)}{_half(ends)}",
        f"{clock(begins)} to {clock(ends)}",
        f"{_twelve(begins, ':')} {_half(begins)[0]}.m. to {_twelve(ends, ':')} {_half(ends)[0]}.m.",
    ]
    if _half(begins) == _half(ends):
        found.append(f"{_twelve(begins, ':')}–{_twelve(ends, ':')}{_half(ends)}")
        found.append(f"{_twelve(begins, '.')}-{_twelve(ends, '.')}{_half(ends)}")
    return found


def _french(minutes: int) -> str:
    return f"{minutes // 60}h{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}h"
