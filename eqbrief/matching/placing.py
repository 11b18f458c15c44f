# SPDX-License-Identifier: MIT
"""Find a slide or a question again by what stood there, in a newer deck or page: by content first, then by number."""

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_LIKE = 0.72
"""So much of the words of two slides must be the same for them to be the same slide, edited."""
_NAMED = 0.45
"""... or so much where the title is the same, word for word."""
_TITLED = 0.6
"""... and so much of their titles: what differs in its title only may be another slide of one frame."""
_APART = 0.03
"""A slide that is only so much less alike is as likely."""
_ON_MOST = 0.5
"""Words on so many of a deck's slides belong to its frame, and tell none from another."""
_FEW = 6


def find_again(words: str, number: int | None, texts: Sequence[str]) -> int | None:
    """Give the place, from 1, of the text among `texts` that these words are of; None where none of them is.

    Equal words win, of several the nearest to where they stood; then the text most alike. Where there were no words, as
    on a slide with a picture alone, the number counts, if no words stand there now either.

    The first line of a text is taken for its title: two slides of one boilerplate differ by it.
    """
    wanted = _counted(words)
    counted = [_counted(text) for text in texts]
    if not wanted:
        at = (number or 0) - 1
        return number if 0 <= at < len(texts) and not counted[at] else None
    same = [at for at, found in enumerate(counted, 1) if found == wanted and _ordered(texts[at - 1]) == _ordered(words)]
    if same:
        return min(same, key=lambda at: (abs(at - (number or at)), at))
    frame = _frame(counted)
    alike = [
        (_alike(wanted - _of(frame, wanted), found - _of(frame, found)), at)
        for at, found in enumerate(counted, 1)
        if _alike(_title(words), _title(texts[at - 1])) >= _TITLED and not _other_number(words, texts[at - 1])
    ]
    alike = [(share, at) for share, at in alike if share >= (_NAMED if _same_title(words, texts[at - 1]) else _LIKE)]
    if not alike:
        return None
    best = max(alike)[0]
    return min((at for share, at in alike if best - share <= _APART), key=lambda at: (abs(at - (number or at)), at))


def _frame(counted: Sequence[Counter[str]]) -> set[str]:
    """Give the words that stand on most slides of a deck that has more than a few."""
    if len(counted) < _FEW:
        return set()
    slides = Counter(word for found in counted for word in set(found))
    return {word for word, count in slides.items() if count > _ON_MOST * len(counted)}


def _of(words: set[str], counted: Counter[str]) -> Counter[str]:
    return Counter({word: counted[word] for word in words})


def _same_title(first: str, second: str) -> bool:
    titles = [_ordered(text.strip().partition("\n")[0]) for text in (first, second)]
    return bool(titles[0]) and titles[0] == titles[1]


def _other_number(first: str, second: str) -> bool:
    """Say whether two titles have numbers, and others: 'Action 3' is not 'Action 4', edited."""
    numbers = [{word for word in _title(text) if word.isdecimal()} for text in (first, second)]
    return bool(numbers[0]) and bool(numbers[1]) and numbers[0] != numbers[1]


def _title(text: str) -> Counter[str]:
    return _counted(text.strip().partition("\n")[0])


def _ordered(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _counted(text: str) -> Counter[str]:
    return Counter(_ordered(text))


def _alike(first: Counter[str], second: Counter[str]) -> float:
    """Give Dice's share of the words that two texts have in common, 0 to 1."""
    both = (first & second).total()
    every = first.total() + second.total()
    return 2 * both / every if every else 0.0
