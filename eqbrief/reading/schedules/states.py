# SPDX-License-Identifier: MIT
"""What a schedule's own words for the state of an event mean: it is on, it is off, or it never came to be one."""

from typing import Any

from eqbrief.reading.cuts import fold
from eqbrief.reading.schedules.programme import words_of
from eqbrief.reading.words import words

# Words of programs, not of people: the states of a proposal in pretalx.
_WITHDRAWN = frozenset({"withdrawn"})
_NEVER = frozenset({"submitted", "rejected", "draft", "deleted"})


def status_of(*states: Any) -> str | None:
    """Give 'cancelled' or 'postponed' where one of the states says so."""
    for state in states:
        word = fold(words_of(state))
        if word in _WITHDRAWN:
            return "cancelled"
        if status := words().statuses.get(word):
            return status
    return None


def never_was(state: Any) -> bool:
    """Tell a proposal that was not, or not yet, taken into the programme."""
    return fold(words_of(state)) in _NEVER
