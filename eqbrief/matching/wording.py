# SPDX-License-Identifier: MIT
"""Lay two texts over each other word by word: what was taken out, what was put in, what stayed."""

import re
from collections.abc import Iterator, Sequence

from eqbrief.model import WordPiece

_WORD = re.compile(r"\s*(?:\w+(?:[-'’.]\w+)*|[^\w\s])")
_MOST_PAIRS = 4_000_000
"""How many pairs of words may be weighed; what is longer in its middle is taken for wholly new."""


def compare_words(before: str, after: str) -> tuple[WordPiece, ...]:
    """Give the pieces of two texts in order, none of them empty, neighbours of different kinds.

    What is the same is written as it is now. Blanks and ends of lines are no difference.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    mine, theirs = [word.strip() for word in old], [word.strip() for word in new]
    found: list[tuple[str, list[str]]] = []

    def add(kind: str, words: Sequence[str]) -> None:
        if words:
            if found and found[-1][0] == kind:
                found[-1][1].extend(words)
            else:
                # The first word of a text has no blank before it, but may come to stand behind one of the other.
                blank = " " if found and not words[0][0].isspace() and words[0] is new[0] else ""
                found.append((kind, [blank, *words] if blank else list(words)))

    head = _same_start(mine, theirs)
    tail = _same_start(mine[head:][::-1], theirs[head:][::-1])
    add("same", new[:head])
    for out, in_, same in _middle(mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]):
        add("out", old[head + out.start : head + out.stop])
        add("in", new[head + in_.start : head + in_.stop])
        add("same", new[head + same.start : head + same.stop])
    add("same", new[len(new) - tail :])
    return tuple(WordPiece(kind, "".join(words)) for kind, words in found)  # pyright: ignore[reportArgumentType]


def changed_places(before: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give where in the older text words went out, and where in the newer they came in, line by line."""
    gone: list[tuple[int, int]] = []
    come: list[tuple[int, int]] = []
    at = {"out": _places(before), "in": _places(after)}
    for piece in compare_words(before, after):
        many = len(_WORD.findall(piece.text))
        for kind, places in (("out", gone), ("in", come)):
            if piece.kind in ("same", kind):
                words = [next(at[kind]) for _ in range(many)]
                if piece.kind == kind:
                    places += _by_line(before if kind == "out" else after, words)
    return gone, come


def _places(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        yield found.end() - len(found[0].lstrip()), found.end()


def _by_line(text: str, words: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join words that stand next to each other on a line."""
    joined: list[tuple[int, int]] = []
    for start, end in words:
        if joined and "\n" not in text[joined[-1][1] : start]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _middle(old: list[str], new: list[str]) -> list[tuple[range, range, range]]:
    """Give, one after the other: what goes out of the old, what comes into the new, what of the new is the same."""
    if not old or not new or len(old) * len(new) > _MOST_PAIRS:
        return [(range(len(old)), range(len(new)), range(0))]
    from difflib import SequenceMatcher  # noqa: PLC0415 - the first frame compares no texts

    steps: list[tuple[range, range, range]] = []
    at, to = 0, 0
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        steps.append((range(at, block.a), range(to, block.b), range(block.b, block.b + block.size)))
        at, to = block.a + block.size, block.b + block.size
    return steps


def _same_start(one: Sequence[str], other: Sequence[str]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
