# SPDX-License-Identifier: MIT
"""Say how alike two events' titles are, so that a second page of one event can be offered for merging."""

import re

from eqbrief.matching.keys import plain

_LONGEST = 200
_NUMBER = re.compile(r"\d+|\b[ivx]+\b")


def title_likeness(first: str, second: str) -> float:
    """Compare two titles as printed: 1.0 where only case, accents and punctuation differ, 0 to 1 below that.

    A title that is the other with something before or behind it ('Webinar: …', '… | Larkmoor Alliance') counts 0.9;
    titles with different numbers in them ('Part 1', 'Part 2') are of different events, however alike, and count 0.5.
    """
    one, other = plain(first)[:_LONGEST], plain(second)[:_LONGEST]
    if one == other:
        return 1.0
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return min(0.5, _ratio(one, other))
    short, long = sorted((one, other), key=len)
    if len(short.split()) > 2 and f" {short} " in f" {long} ":
        return 0.9
    return _ratio(one, other)


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - the first frame compares no titles

    return round(SequenceMatcher(None, one, other, autojunk=False).ratio(), 3)
