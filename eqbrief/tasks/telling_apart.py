# SPDX-License-Identifier: MIT
"""How names are told apart, for every task that stores people, and for whoever asks about two names."""

from typing import Any, Literal

from eqbrief.matching import Match, organisation_key, person_key, same_organisation, same_person
from eqbrief.model import UserError
from eqbrief.store import Keys

KEYS = Keys(person=person_key, organisation=organisation_key)
"""Two names with the same key mean one person, or one organisation."""

Who = Literal["person", "organisation"]


def match(kind: Who, first: str, second: str) -> Match:
    """Say whether two names mean one person or one organisation, by the rules that tie names in a library.

    Raises:
        UserError: when one of them is empty.
    """
    if not first.strip() or not second.strip():
        raise UserError("There are no two names to compare.", "Give both of them, each in quotation marks.")
    return (same_person if kind == "person" else same_organisation)(first, second)


def match_json(found: Match) -> dict[str, Any]:
    """Give a comparison with the keys that DESIGN promises."""
    return {"same": found.same, "score": found.score, "reason": found.reason}
