# SPDX-License-Identifier: MIT
"""What makes a reading doubtful whatever its confidence: a gap, a day that cannot be, words that are no name.

Reading is sure of what it saw, not of what the page should have said; only a person can settle these.
"""

import re
from collections.abc import Iterator
from datetime import date

from eqbrief.model import Draft, DraftPerson, say_date
from eqbrief.model.dates import DAYS

_DAY = re.compile(rf"\b({'|'.join(DAYS)})\b", re.IGNORECASE)
_DAY_LEADS = re.compile(rf"{_DAY.pattern}[\s,]*(?:the\s+)?$", re.IGNORECASE)
# How far before a date its weekday stands, as in 'Tuesday, the 20 March'.
_BEFORE = 16
# What leads on to something else: never part of a name, a role or an organisation.
_LINK = (
    r"\b(?:click|tap) here\b|\b(?:read|find out|learn|see|show) more\b|\bdownload\b\s*(?::|here|now|the\b)|"
    r"\b(?:view|see|get|watch) (?:the |our )?(?:slides?|presentations?|recordings?|videos?|profile|biography)\b|"
    r"\b(?:register|book|sign up) (?:here|now)\b|https?://|\bwww\.|\S@\S+\.\S"
)
_SIZE = r"\b\d+(?:[.,]\d+)?\s*(?:bytes|[kmg]i?b)\b"
_VAGUE = (
    r"\band (?:many )?(?:others|more)\b|\bsee (?:below|above|overleaf)\b|\bet al\b|\bto be (?:confirmed|announced)\b|"
    r"^\W*tb[ac]\W*$|\bdetails to follow\b"
)
_NO_NAME = re.compile("|".join((_LINK, _SIZE, _VAGUE)), re.IGNORECASE)
# A deck may well be called 'Slides (2.3 MB)' by mistake of nobody; one called 'here' is a link's words.
_NO_DECK = re.compile(rf"{_VAGUE}|^\W*(?:{_LINK}|here|download|link|view|open)\W*$", re.IGNORECASE)
_SHOWN = 60


def doubts(draft: Draft, today: date | None = None) -> Iterator[tuple[str, str]]:
    """Give what is doubtful in a draft as pairs: the row of the form, 'people.2', and a sentence to the person."""
    if not draft.title:
        yield "title", "No title was found. Type one."
    elif draft.kind == "other":
        yield "title", "Check this: is this an event, and is this its title?"
    if not (draft.starts_at or draft.ends_at):
        yield "starts_at", "No date was found. Type the day on which it was held, if you know it."
    for row in ("starts_at", "published_on"):
        if said := _wrong_day(draft, row, today or date.today()):
            yield row, said
    for number, person in enumerate(draft.people):
        for what, words in _named(person):
            if _NO_NAME.search(words):
                yield f"people.{number}", f"Check this: “{short(words)}” does not look like {what}."
    for deck in draft.decks:
        if _NO_DECK.search(deck.title):
            yield "decks", f"Check this: “{short(deck.title)}” does not look like the title of a deck."


def short(text: str) -> str:
    """Write a text on one line, cut with '…' where it is longer than a sentence can quote."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _SHOWN else f"{one_line[: _SHOWN - 1].rstrip()}…"


def _named(person: DraftPerson) -> Iterator[tuple[str, str]]:
    yield "a person's name", person.name
    yield from (("a role", role) for role in person.roles)
    yield from (("an organisation", organisation) for organisation in person.organisations)


def _wrong_day(draft: Draft, row: str, today: date) -> str:
    """Say where the weekday that the page prints is not that of the date; '' where it is, or prints none."""
    iso = (getattr(draft, row) or "")[:10]
    try:
        when = date.fromisoformat(iso)
    except ValueError:
        return ""
    right = DAYS[when.weekday()]
    for mark in draft.evidence.get(row, ()):
        if not re.search(rf"(?<!\d)0?{when.day}(?!\d)", mark.text):
            continue  # another source, of another day
        is_there = draft.text[mark.start : mark.end] == mark.text
        line = (draft.text[max(0, mark.start - _BEFORE) : mark.start] if is_there else "").rpartition("\n")[2]
        if printed := _DAY.search(mark.text) or _DAY_LEADS.search(line):
            if printed[1].capitalize() == right:
                return ""
            verb = "was" if when < today else "is"
            return f"The page says {printed[1].capitalize()}; {say_date(iso)} {verb} a {right}."
    return ""
