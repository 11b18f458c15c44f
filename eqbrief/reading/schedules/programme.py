# SPDX-License-Identifier: MIT
"""A conference's programme in one form, whichever way its file is written, and the few ways to get at plain values.

Files come from anywhere: whatever is not of the type that it should be counts as not there.
"""

from dataclasses import dataclass
from typing import Any, cast

from eqbrief.model import Capacity
from eqbrief.reading.cuts import fold, is_seen, tidy
from eqbrief.reading.words import words

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Taker:
    """A person who takes part, as the file names them. `about` is what it tells of them."""

    name: str
    capacity: Capacity = "speaker"
    organisations: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A file or a link: its name, where it leads, and what the file says it is ("slides")."""

    title: str
    address: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """A start and an end, ISO 8601 by the wall clock of `zone`; all None where nothing is said."""

    starts: str | None = None
    ends: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One event of a programme. `key` is what the file knows it by; `series` where it is not the programme's title."""

    title: str
    when: Period = Period()
    key: str = ""
    address: str = ""
    subtitle: str = ""
    place: str = ""
    series: str = ""
    group: str = ""
    sort: str = ""
    language: str = ""
    status: str | None = None
    abstract: str = ""
    description: str = ""
    topics: tuple[str, ...] = ()
    people: tuple[Taker, ...] = ()
    authors: tuple[str, ...] = ()
    files: tuple[Piece, ...] = ()
    links: tuple[Piece, ...] = ()
    recordings: tuple[Piece, ...] = ()
    also: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """What a schedule's file holds. `leaders` are those of the conference as a whole, who lead none of its events."""

    title: str = ""
    slots: tuple[Slot, ...] = ()
    address: str = ""
    place: str = ""
    when: Period = Period()
    description: str = ""
    leaders: tuple[Taker, ...] = ()


def things(value: Any) -> list[Thing]:
    """Give the things in a list, or in a dictionary of things by name."""
    held = list(cast(Thing, value).values()) if isinstance(value, dict) else value
    return [one for one in cast(list[Any], held) if isinstance(one, dict)] if isinstance(held, list) else []


def thing(value: Any) -> Thing:
    """Give a value that is a thing, else an empty one."""
    return cast(Thing, value) if isinstance(value, dict) else {}


def many(value: Any) -> list[Any]:
    """Give a value that is a list, else an empty one."""
    return cast(list[Any], value) if isinstance(value, list) else []


def words_of(value: Any, language: str = "") -> str:
    """Give a value as words; of one in several languages the wanted one, else English, else the first."""
    if isinstance(value, str):
        return value.strip() if is_seen(value) else ""
    if isinstance(value, dict):
        told = {key: one for key, one in cast(Thing, value).items() if isinstance(one, str) and is_seen(one)}
        return (told.get(language) or told.get("en") or next(iter(told.values()), "")).strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def web(value: Any, base: str = "") -> str:
    """Give a web address; a path is taken to lie below `base`, as the programs that write schedules mean it."""
    address = tidy(words_of(value))
    if address.startswith(("http://", "https://")):
        return address
    below = address.startswith("/") and not address.startswith("//") and base.startswith(("http://", "https://"))
    return f"{base.rstrip('/')}{address}" if below else ""


def language_code(value: Any) -> str:
    """Give a language's code of two or three letters; '' for several or none, or where it is told in words."""
    code = words_of(value).replace("_", "-").casefold().partition("-")[0]
    return code if len(code) in (2, 3) and code.isascii() and code.isalpha() else ""


def capacity_of(value: Any) -> Capacity:
    """Give the capacity that a file's own word for a part means; who is listed without one speaks."""
    return words().capacities.get(fold(words_of(value)), "speaker")
