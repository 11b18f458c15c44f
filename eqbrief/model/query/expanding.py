# SPDX-License-Identifier: MIT
"""Let an acronym find its long form, and the long form the acronym: the glossary's pairs are asked beside what was
typed."""

import re
import unicodedata
from collections.abc import Iterable

from eqbrief.model.query.tree import All, AnyOf, Node, Not, Query, Words, replaced

_MOST_MEANINGS = 4


def expanded(query: Query, pairs: Iterable[tuple[str, str]]) -> Query:
    """Give a query in which each acronym, and each long form, is asked as the other too.

    `pairs` are (acronym, long form). A long form may be quoted, or stand as words beside each other. What was quoted as
    an acronym, and the word that is being typed, are asked as they are.
    """
    longs: dict[str, list[str]] = {}
    shorts: dict[tuple[str, ...], list[str]] = {}
    for short, long in pairs:
        longs.setdefault(_key(short), []).append(long)
        shorts.setdefault(_words(long), []).append(short)
    if query.root is None or not longs:
        return query
    root = _joined(query.root, shorts)
    return Query(query.typed, replaced(root, lambda words: _also(words, longs, shorts)), query.literal, query.cut)


def _also(words: Words, longs: dict[str, list[str]], shorts: dict[tuple[str, ...], list[str]]) -> Words:
    if words.also or words.begins:
        return words
    other = (
        shorts.get(_words(words.text), []) if words.together or " " in words.text else longs.get(_key(words.text), [])
    )
    return Words(words.text, words.together, also=tuple(dict.fromkeys(other))[:_MOST_MEANINGS]) if other else words


def _joined(node: Node, shorts: dict[tuple[str, ...], list[str]]) -> Node:
    """Find long forms among words that stand beside each other: either all of them are there, or the acronym is."""
    match node:
        case All(parts):
            return All(tuple(_runs([_joined(part, shorts) for part in parts], shorts)))
        case AnyOf(parts):
            return AnyOf(tuple(_joined(part, shorts) for part in parts))
        case Not(part):
            return Not(_joined(part, shorts))
        case _:
            return node


def _runs(parts: list[Node], shorts: dict[tuple[str, ...], list[str]]) -> list[Node]:
    made: list[Node] = []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at + 1, -1):
            run = [part for part in parts[at:end] if isinstance(part, Words) and not part.together]
            if len(run) == end - at and (found := shorts.get(_words(" ".join(part.text for part in run)))):
                acronym = Words(found[0], together=True, also=tuple(found[1:_MOST_MEANINGS]))
                made.append(AnyOf((All(tuple(run)), acronym)))
                at = end
                break
        else:
            made.append(parts[at])
            at += 1
    return made


def _key(acronym: str) -> str:
    return " ".join(_words(acronym))


def _words(text: str) -> tuple[str, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", plain))
