# SPDX-License-Identifier: MIT
"""Search: everything that is written in the library, by the language of eqbrief.model.query.

matching asks the indexes, evaluating says for which events a query holds, finding picks and orders, hits shows.
"""

from eqbrief.store.search.evaluating import Stopped
from eqbrief.store.search.finding import events_found, find, found_keys
from eqbrief.store.search.matching import folded, match_expressions
from eqbrief.store.search.offering import decks_not_found, names_beginning, words_like

__all__ = [
    "Stopped", "decks_not_found", "events_found", "find", "folded", "found_keys", "match_expressions",
    "names_beginning", "words_like",
]  # fmt: skip
