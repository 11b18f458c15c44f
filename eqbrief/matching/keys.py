# SPDX-License-Identifier: MIT
"""What comparing names begins with: words without case, accents and punctuation, and the tables of special words."""

import re
import unicodedata
from functools import cache
from typing import Any

from eqbrief.files.resources import resource

_NOT_WORD = re.compile(r"[^\w&]+")
_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")
# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "Þ": "Th",
                          "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "’": "", "‘": "", "'": "", "ʼ": "",
                          "`": "", ".": "", "_": " "})  # fmt: skip


def plain(text: str) -> str:
    """Write a text as lower-case words without accents, apostrophes and punctuation."""
    if text.isascii():
        letters = text.translate(_LETTERS)
    else:
        decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(_NOT_WORD.sub(" ", letters.casefold()).split())


def acronym_fits(acronym: str, words: str) -> bool:
    """Say whether the last words of a phrase begin with an acronym's letters, small words passed over or not."""
    letters = plain(acronym).replace(" ", "").replace("&", "")
    if len(letters) < 2:
        return False
    said = plain(words).split()
    for listed in (said, [word for word in said if word not in _SMALL]):
        if "".join(word[0] for word in listed[-len(letters) :]) == letters:
            return True
    return False


def acronym_within(acronym: str, words: str) -> bool:
    """Say whether an acronym's letters begin words of a phrase, in their order; words may be passed over.

    'UHL' is within 'University Hospitals of Larkmoor NHS Trust'. A letter may also stand within the word before, as in
    'RCPsych', where it is a small one.
    """
    letters = [letter for letter in acronym if letter.isalnum()]
    spelt = _CAPITALS.sub(lambda found: " ".join(found[0]), words)  # 'NHSBSA' has each letter of 'NHS'
    return any(_begins(letters, [w for w in plain(text).split() if w not in _SMALL]) for text in (words, spelt))


def _begins(letters: list[str], said: list[str]) -> bool:
    if len(letters) < 2 or not said or plain(letters[0]) != said[0][0]:
        return False
    word, within = 0, 1
    for letter in letters[1:]:
        wanted = plain(letter)
        if letter.islower() and (at := said[word].find(wanted, within)) >= 0:
            within = at + 1
            continue
        following = next((n for n in range(word + 1, len(said)) if said[n][0] == wanted), None)
        if following is None:
            return False
        word, within = following, 1
    return True


_SMALL = frozenset({"the", "of", "for", "and", "&", "in", "to", "on", "at", "a", "an", "with", "by"})


@cache
def table(name: str) -> dict[str, Any]:
    """Read one of the word tables for comparing names: 'matching' or 'names'."""
    import tomllib  # noqa: PLC0415 - the first frame compares no names

    return tomllib.loads(resource("words", f"{name}.toml").read_text(encoding="utf-8"))


def distance(one: str, other: str) -> int:
    """Count the letters to add, leave out, change or swap with the next until one word is the other."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - the first frame compares no names

    return OSA.distance(one, other)


def likeness(one: str, other: str) -> float:
    """Say how alike two texts are, from 0 to 1."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - the same

    return round(ratio(one[:_LONGEST], other[:_LONGEST]) / 100, 3)


_LONGEST = 200
