# SPDX-License-Identifier: MIT
"""The language of the search box: read into a frozen tree, which is explained in words and asked by the store."""

from eqbrief.model.query.expanding import expanded
from eqbrief.model.query.explaining import explain
from eqbrief.model.query.parsing import MOST_WORDS, parse
from eqbrief.model.query.tree import All, AnyOf, Field, Node, Not, Query, Scope, Words, replaced, words_of

__all__ = [
    "MOST_WORDS", "All", "AnyOf", "Field", "Node", "Not", "Query", "Scope", "Words", "expanded", "explain", "parse",
    "replaced", "words_of",
]  # fmt: skip
