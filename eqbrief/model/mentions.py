# SPDX-License-Identifier: MIT
"""What a note names, written so that it reads well anywhere: '@Olivia King', '#Race-equality', '[[title of an event]]'.

A slide stands in the same brackets as an event: '[[slide 12 of Presentation 200224]]'.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Sign = Literal["@", "#", "[["]
MentionKind = Literal["person", "topic", "event", "slide"]

_CAPITAL = "A-ZÀ-ÖØ-ÞĀČĎĐĘĞĪŁŃŇŌŘŚŞŠŤŪŹŻŽ"
_PARTICLE = "al|bin|da|de|del|della|den|der|di|dos|el|ibn|la|le|ten|van|von|y"
_WORD = r"[\w'’-]*\.?"
_PERSON = rf"(?<![\w@/])@([^\W\d_]{_WORD}(?: (?:(?:{_PARTICLE}) ){{0,2}}[{_CAPITAL}]{_WORD}){{0,4}})"
_TOPIC = r"(?<![\w#/&])#([^\W\d_][\w&'’-]*)"
_BRACKETS = r"\[\[([^\[\]\n]+)\]\]"
_MENTION = re.compile(f"{_PERSON}|{_TOPIC}|{_BRACKETS}")
_SIGNS: tuple[Sign, ...] = ("@", "#", "[[")
_BEGUN = re.compile(
    r"(?:(?:^|(?<=[\s(“‘\"'>]))(?:@([^\s@][^@\n\[\]]{0,40}|)|#([^\W\d_][\w&'’-]{0,40}|)))$|\[\[([^\[\]\n]{0,80})$"
)
_SLIDE = re.compile(r"slide (\d+)(?: of (.+))?", re.IGNORECASE)
_UNFIT = re.compile(r"[\[\]\s]+")
_NOT_IN_A_TAG = re.compile(r"[^\w&'’]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name within a line, from `start` to `end` with its signs. `words` are the name as it is written."""

    sign: Sign
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a mention stands for; `number` is a slide's, whose deck the id is."""

    kind: MentionKind
    id: int
    name: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class MentionedIn:
    """A line of a note that names something, and the event that the note is of."""

    note_id: int
    event_id: int | None
    event_title: str
    event_date: str | None
    line: str


def mentions_in(line: str) -> Iterator[Mention]:
    """Find what a line of a note names."""
    for found in _MENTION.finditer(line):
        group = found.lastindex or 1
        yield Mention(_SIGNS[group - 1], found[group], found.start(), found.end())


def mention_at(line: str, at: int) -> Mention | None:
    """Give what stands at a place of a line, between its signs or right behind it."""
    return next((found for found in mentions_in(line) if found.start <= at <= found.end), None)


def mention_begun(before: str) -> Mention | None:
    """Give the name that is being typed at the end of a text; a sign alone is one too."""
    found = _BEGUN.search(before)
    if found is None:
        return None
    group = found.lastindex or 1
    sign = _SIGNS[group - 1]
    return Mention(sign, found[group], found.start(group) - len(sign), len(before))


def person_mention(name: str) -> str:
    """Write a person's name as a note does."""
    return f"@{name}"


def topic_mention(name: str) -> str:
    """Write a topic as a note does: one word, as tags are everywhere."""
    return f"#{_NOT_IN_A_TAG.sub('-', name).strip('-')}"


def event_mention(title: str) -> str:
    """Write an event's title as a note does; brackets of its own would end it."""
    return f"[[{_UNFIT.sub(' ', title).strip()}]]"


def slide_mention(number: int, deck: str) -> str:
    """Write a slide as a note does."""
    return event_mention(f"slide {number} of {deck}")


def slide_named(words: str) -> tuple[int, str] | None:
    """Read 'slide 12 of Presentation' as its number and its deck, '' where none is named; None for an event's title."""
    found = _SLIDE.fullmatch(words.strip())
    return (int(found[1]), (found[2] or "").strip()) if found else None


def plain_title(title: str) -> str:
    """Write a title as a mention holds it, to compare the two."""
    return _UNFIT.sub(" ", title).strip().casefold()


def same_tag(name: str, tag: str) -> bool:
    """Say whether a topic's name is what a tag means."""
    return topic_mention(name).casefold() == f"#{tag}".casefold().rstrip("-'’")
