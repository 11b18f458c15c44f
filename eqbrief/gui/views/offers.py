# SPDX-License-Identifier: MIT
"""Which events a view may be narrowed to: all, the starred ones, those of a topic or a series."""

from eqbrief import store as db
from eqbrief.model import Filter, Scope
from eqbrief.store import Store


def event_offers(store: Store) -> list[tuple[str, Filter]]:
    """List the choices, each with its words and the filter of the list that it stands for."""
    offers = [("All events", Filter()), ("Starred", Filter("starred"))]
    for scope, cards in (("topic", db.topics(store)), ("series", db.series(store))):
        kind: Scope = "topic" if scope == "topic" else "series"
        offers += [(f"{scope.capitalize()}: {card.name}", Filter(kind, card.id)) for card in cards]
    return offers
