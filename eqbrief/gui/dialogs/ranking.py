# SPDX-License-Identifier: MIT
"""Find what was meant by a few typed words: all of them must be there, and the better they fit the higher it stands."""

from collections.abc import Sequence

_INITIALS = 2


def fit(typed: str, name: str, *further: str) -> tuple[int, ...] | None:
    """Say how well words fit a name and further texts about it, less being better; None when one does not fit.

    The whole name is best. A word at its start comes next, then one at the start of a word in it, inside a word, in
    the further texts in their order, and last letters scattered over the name ('atd' for 'Attach a deck').
    """
    texts = [name.casefold(), *(text.casefold() for text in further)]
    words = typed.casefold().split()
    if words == texts[0].rstrip("…").split():
        return (-1,) * len(words)
    scores = [_fit_one(word, texts) for word in words]
    found = tuple(score for score in scores if score is not None)
    return found if len(found) == len(scores) else None


def best(typed: str, things: Sequence[tuple[str, ...]]) -> list[int]:
    """List the places of the things that fit, the best first; in their own order where they fit alike."""
    scored = [(fit(typed, *texts), place) for place, texts in enumerate(things)]
    return [place for _score, place in sorted((sum(s), place) for s, place in scored if s is not None)]


def _fit_one(word: str, texts: list[str]) -> int | None:
    name = texts[0]
    if name.startswith(word):
        return 0
    if any(part.startswith(word) for part in name.split()):
        return 1
    for distance, text in enumerate(texts):
        if word in text:
            return 2 + distance
    return 2 + len(texts) if len(word) >= _INITIALS and _scattered(word, name) else None


def _scattered(word: str, name: str) -> bool:
    """Say whether the letters stand in a name in this order, the first of them at the start of a word."""
    starts = [0, *(place + 1 for place, letter in enumerate(name) if letter == " ")]
    for start in starts:
        letters = iter(name[start:])
        if name[start : start + 1] == word[0] and all(letter in letters for letter in word):
            return True
    return False
