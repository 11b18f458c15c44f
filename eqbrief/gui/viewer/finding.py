# SPDX-License-Identifier: MIT
"""Find words in a deck: which slides hold all of them, and where in a text they stand, whatever case and accents."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from eqbrief.model import PLACES, Slide

_WORD = re.compile(r"[^\W_]+")
_MARKED = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)


def wanted(typed: str) -> tuple[str, ...]:
    """Give the words that were typed, each once."""
    return tuple(dict.fromkeys(_WORD.findall(fold(typed))))


def marked_in(snippet: str) -> str:
    """Give the words that a hit's snippet has marked, as a person would type them."""
    return " ".join(dict.fromkeys(_MARKED.findall(snippet)))


def places(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Give the places of the words that begin with any of `words`, in order."""
    folded = fold(text)
    begins = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [found.span() for found in re.finditer(rf"(?<![^\W_])(?:{begins})[^\W_]*", folded)] if begins else []


def found_on(slide: Slide, words: Sequence[str]) -> int:
    """Count how often the words stand on a slide, its notes and pictures' texts included; 0 unless it has them all."""
    if not words:
        return 0
    text = "\n".join([*(slide.text[place] for place in PLACES), *slide.alternatives, slide.title or ""])
    if any(not places(text, [word]) for word in words):
        return 0
    said = "\n".join([*(slide.text[place] for place in PLACES), *slide.alternatives])
    return max(1, len(places(said, words)))


def fold(text: str) -> str:
    """Write a text without case and accents, letter for letter, so that places in it are places in the text."""
    return text.translate(_Folding()) if not text.isascii() else text.lower()


class _Folding(dict[int, int]):
    def __missing__(self, code: int) -> int:
        return _letter(code)


@lru_cache(maxsize=4096)
def _letter(code: int) -> int:
    first = next((one for one in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(one)), chr(code))
    return ord(first.casefold()[:1] or first)
