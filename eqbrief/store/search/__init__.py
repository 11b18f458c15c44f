# SPDX-License-Identifier: MIT
"""Search: everything that is written in the library, by the language of eqbrief.model.query.

matching asks the indexes, evaluating says for which events a query holds, finding picks and orders, hits shows.
"""

from eqbrief.store.search.evaluating import Stopped
from eqbrief.store.search.finding import events_found, find
from eqbrief.store.search.matching import match_expressions

__all__ = ["Stopped", "events_found", "find", "match_expressions"]
