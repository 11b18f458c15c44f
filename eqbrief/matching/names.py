# SPDX-License-Identifier: MIT
"""Say whether two printed names mean one person or one organisation, and how sure that is.

What is only alike is left to the person: two records too many can be merged, two people made one cannot be told apart.
"""

from dataclasses import dataclass
from functools import cache
from typing import cast

from eqbrief.files.resources import resource
from eqbrief.matching.keys import acronym_fits, organisation_key, person_key

_ALIKE, _UNALIKE = 0.9, 0.6
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two names mean the same: yes, no, or None where the person has to say; `score` is 0 to 1."""

    same: bool | None
    score: float
    reason: str


def same_organisation(first: str, second: str) -> Match:
    """Compare two organisations' names as printed; None where one may be a part or the acronym of the other."""
    one, other = organisation_key(first), organisation_key(second)
    if one == other:
        return Match(True, 1.0, "The names are equal but for small words, punctuation or an acronym in brackets.")
    if _is_acronym_of(first, second) or _is_acronym_of(second, first):
        return Match(None, 0.75, "One may be the acronym of the other.")
    score = _likeness(one, other)
    if set(one.split()) < set(other.split()) or set(other.split()) < set(one.split()):
        return Match(None, max(score, 0.7), "One name is part of the other.")
    if sorted(one.split()) == sorted(other.split()):
        return Match(None, max(score, 0.8), "The same words stand in another order.")
    return _by_score(score)


def same_person(first: str, second: str) -> Match:
    """Compare two people's names as printed; None where a given name may be short, an initial or left out."""
    one, other = person_key(first), person_key(second)
    if one == other:
        return Match(True, 1.0, "The names are equal but for titles, letters after them, accents or case.")
    mine, theirs = one.split(), other.split()
    if min(len(mine), len(theirs)) > 1 and mine[-1] == theirs[-1]:
        return _by_given_name(mine, theirs, _likeness(one, other))
    if sorted(mine) == sorted(theirs):
        return Match(None, 0.8, "The same words stand in another order.")
    if (
        len(mine) > 1
        and len(theirs) > 1
        and mine[0] == theirs[0]
        and {mine[-1], theirs[-1]} & set(mine[1:]) & set(theirs[1:])
    ):
        return Match(None, 0.75, "One name may be the other with a second surname.")
    return _by_score(_likeness(one, other))


def _by_given_name(mine: list[str], theirs: list[str], likeness: float) -> Match:
    short = _short_names()
    left, right = short.get(mine[0], mine[0]), short.get(theirs[0], theirs[0])
    if left == right:
        return Match(None, 0.85, "The surname is the same, and a given name may be shortened or left out.")
    if left[0] == right[0] and 1 in (len(left), len(right)):
        return Match(None, 0.75, "The surname is the same, and one given name is an initial.")
    return Match(False, min(likeness, 0.5), "The surname is the same, but the given names differ.")


def _is_acronym_of(short: str, long: str) -> bool:
    return " " not in short.strip() and " " in long.strip() and acronym_fits(short, long)


def _by_score(score: float) -> Match:
    if score >= _ALIKE:
        return Match(None, score, "The names are spelt nearly alike.")
    return Match(False, score, "The names are only somewhat alike." if score >= _UNALIKE else "The names differ.")


def _likeness(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - the same

    return round(SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio(), 3)


@cache
def _short_names() -> dict[str, str]:
    import tomllib  # noqa: PLC0415 - the first frame compares no names

    table = tomllib.loads(resource("words", "matching.toml").read_text(encoding="utf-8"))
    return cast(dict[str, str], table["given"])
