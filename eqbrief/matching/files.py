# SPDX-License-Identifier: MIT
"""Say how likely two decks' titles are those of two versions of one deck."""

import re

from eqbrief.matching.keys import plain

# What people put behind a title to tell one version from the next.
_VERSION = re.compile(
    r"\b(?:v|version|ver|rev|revision|draft|entwurf|copy|kopie)\s*\d{0,3}\b|\b(?:final|latest|new|updated|revised|old)\b"
)
_NUMBER = re.compile(r"\d+")


def version_likeness(one: str, other: str) -> float:
    """Compare two decks' titles: 1 where only case, dates, numbers and words like 'final' or 'v2' differ, down to 0.

    Below 1 it is the part of their words that both have, numbers left out.
    """
    mine, theirs = _bare(one), _bare(other)
    if not mine or not theirs:
        return 1.0 if plain(one) == plain(other) else 0.0
    if mine == theirs:
        return 1.0
    shared = len(set(mine) & set(theirs))
    return round(min(0.95, 2 * shared / (len(set(mine)) + len(set(theirs)))), 3)


def _bare(title: str) -> list[str]:
    words = _VERSION.sub(" ", plain(title.replace("_", " "))).split()
    return [word for word in words if not _NUMBER.fullmatch(word)]
