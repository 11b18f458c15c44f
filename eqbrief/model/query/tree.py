# SPDX-License-Identifier: MIT
"""What a query means, as a small frozen tree. Nothing in it can be wrong: what was not valid has become words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

FieldName = Literal["person", "org", "topic", "series", "tag", "year", "after", "before", "has", "is", "state"]
ScopeName = Literal["in", "kind"]


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand together in this order. `text` is as typed, without quotes.

    `together`: it was quoted and is asked just so, otherwise a single word is found in its other forms too.
    `begins`: the last word may go on. `also` are other ways of writing it, such as an acronym's long form.
    """

    text: str
    together: bool = False
    begins: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """What is asked of the event itself. Dates are ISO 8601 at the precision that was typed, names are as typed."""

    name: FieldName
    value: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the words of its group are looked for (`in`), or which kinds are listed (`kind`); `out`: all but those."""

    name: ScopeName
    values: tuple[str, ...]
    out: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Node"


Node = Words | Field | Scope | All | AnyOf | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood.

    `root` is None where there is nothing to look for. `literal` are the pieces that look like the language but are not
    valid, taken as words. `cut`: there were more words than are looked for.
    """

    typed: str
    root: Node | None
    literal: tuple[str, ...] = ()
    cut: bool = False


def replaced(node: Node, other: Callable[[Words], Node]) -> Node:
    """Give a tree in which each of the words is another part."""
    match node:
        case Words():
            return other(node)
        case All(parts):
            return All(tuple(replaced(part, other) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(replaced(part, other) for part in parts))
        case Not(part):
            return Not(replaced(part, other))
        case _:
            return node


def words_of(node: Node | None) -> tuple[Words, ...]:
    """Give the words that are to be found, in their order, without the excluded ones."""
    match node:
        case Words():
            return (node,)
        case All(parts) | AnyOf(parts):
            return tuple(dict.fromkeys(words for part in parts for words in words_of(part)))
        case _:
            return ()
