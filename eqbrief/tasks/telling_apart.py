# SPDX-License-Identifier: MIT
"""How names are told apart, for every task that stores people, and for whoever asks about two names."""

from typing import Any, Literal

from eqbrief import store as db
from eqbrief.matching import Match, organisation_key, person_key, same_organisation, same_person
from eqbrief.model import UserError
from eqbrief.store import Keys, Store

Who = Literal["person", "organisation"]

_VERSION = 2
"""Of the rules by which keys are made. Raise it when they change, so that older libraries get keys of the new ones."""
KEYS = Keys(person=person_key, organisation=organisation_key)


def keys_for(store: Store) -> Keys:
    """Give the keys by which names are compared: two names with the same key mean one person, or one organisation.

    A library whose keys were made by older rules gets new ones first; records that share one by then are merged, and
    can be unmerged as any other.
    """
    if db.derived_version(store, "match keys") < _VERSION:
        with store.change("person", "organisation") as change:
            db.rekey(store, change, {"person": person_key, "organisation": organisation_key}, _VERSION)
    return KEYS


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
