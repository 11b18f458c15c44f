# SPDX-License-Identifier: MIT
"""When two printed names mean one person: forms of address, letters after a name, order and accents are seen through.

Initials, short forms, names left out and slips of a letter are left to the person, for two people are easily made one.
"""

import re
from dataclasses import dataclass
from functools import cache

from eqbrief.matching.keys import distance, likeness, plain, table
from eqbrief.matching.match import Match

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")
_LONGEST_ADDRESS = 3
_MOST_GIVEN = 3
# Letters after a name that are often written as a word.
_OFTEN = frozenset({"obe", "mbe", "cbe", "dbe", "kbe", "phd", "msc", "bsc", "mba"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name taken apart: its words in plain letters, what stood before it, and 'jr' or the like."""

    words: tuple[str, ...]
    addressed: tuple[str, ...]
    suffix: str = ""


def person_key(name: str) -> str:
    """Give the key of a person's name: 'Dame Zoë O’Neill DBE', 'O'Neill, Zoe' and 'Zoe ONeill' have the same."""
    found = _taken_apart(name)
    return "".join(found.words) + found.suffix or plain(name) or name.strip().casefold()


def same_person(first: str, second: str) -> Match:
    """Compare two people's names as printed; None where a given name may be short, an initial or left out."""
    one, other = _taken_apart(first), _taken_apart(second)
    if person_key(first) == person_key(second):
        if _gendered_apart(one, other):
            return Match(None, 0.85, "The names are equal, but the forms of address differ.")
        return Match(True, 1.0, "The names are equal but for titles, letters after them, order, accents or case.")
    if not one.words or not other.words:
        return Match(False, 0.0, "The names differ.")
    found = _compared(one, other)
    if found.same is None and one.suffix != other.suffix:
        if one.suffix and other.suffix:
            return Match(False, 0.5, "The names are alike, but one is the elder and one the younger.")
        return Match(None, min(found.score, 0.7), "The names are alike, but only one says 'junior' or 'senior'.")
    return found


def _compared(one: _Name, other: _Name) -> Match:
    mine, theirs = one.words, other.words
    if mine == theirs:
        return Match(None, 0.8, "The names are equal but for what follows them.")
    mine, theirs = _without_address(mine), _without_address(theirs)
    if 1 in (len(mine), len(theirs)):
        if mine[-1] == theirs[-1]:
            return Match(None, 0.6, "The surname is the same, and one given name is not told.")
        return Match(False, likeness(" ".join(mine), " ".join(theirs)) / 2, "The names differ.")
    if mine[-1] == theirs[-1]:
        return _by_given_names(mine, theirs)
    if sorted(mine) == sorted(theirs):
        return Match(None, 0.8, "The same words stand in another order.")
    if mine[0] == theirs[0] and (mine[-1] in theirs[1:] or theirs[-1] in mine[1:]):
        return Match(None, 0.75, "One name may be the other with a second surname.")
    score = likeness(" ".join(mine), " ".join(theirs))
    if _without_umlauts(mine) == _without_umlauts(theirs):
        return Match(None, 0.9, "The names are equal once umlauts are spelt out.")
    if _slip(mine[-1], theirs[-1]) and _by_given_names(mine, (*theirs[:-1], mine[-1])).same is not False:
        return Match(None, min(score, 0.85), "The names are spelt nearly alike.")
    return Match(False, min(score, 0.5), "The names differ.")


def _by_given_names(mine: tuple[str, ...], theirs: tuple[str, ...]) -> Match:
    """Compare what stands before an equal surname."""
    short = table("matching")["given"]
    left, right = short.get(mine[0], mine[0]), short.get(theirs[0], theirs[0])
    if not _middles_agree(mine[1:-1], theirs[1:-1]):
        return Match(False, 0.5, "The surname is the same, but the names before it differ.")
    if mine[0] == theirs[0] and mine[1:-1] != theirs[1:-1]:
        return Match(None, 0.9, "The names are equal but for one in the middle that is short or left out.")
    if left == right:
        return Match(None, 0.85, "The surname is the same, and the given name may be a short form.")
    if mine[0][0] == theirs[0][0] and 1 in (len(mine[0]), len(theirs[0])):
        return Match(None, 0.75, "The surname is the same, and one given name is an initial.")
    if _slip(mine[0], theirs[0]) and not _lengthened(mine[0], theirs[0]):
        return Match(None, 0.75, "The surname is the same, and the given names are spelt nearly alike.")
    return Match(False, 0.5, "The surname is the same, but the given names differ.")


def _middles_agree(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Say whether names in the middle can be of one person: either has none, or one begins as the other does."""
    if not mine or not theirs or mine[-1] == theirs[-1]:
        return True
    return mine[0].startswith(theirs[0]) or theirs[0].startswith(mine[0])


def _slip(one: str, other: str) -> bool:
    """Say whether two words differ by a slip: one letter more, less or swapped; changed only in a longer word."""
    if distance(one, other) != 1 or max(len(one), len(other)) < 5:
        return False
    if len(one) != len(other) or sorted(one) == sorted(other):
        return True
    changed = {letter for pair in zip(one, other, strict=True) if pair[0] != pair[1] for letter in pair}
    return len(one) >= 7 or changed in ({"i", "y"}, {"c", "k"}, {"s", "z"}, {"a", "e"})


def _lengthened(one: str, other: str) -> bool:
    """Say whether one given name is the other with more behind it, and so another's: Robert and Roberta."""
    return one.startswith(other) or other.startswith(one)


def _without_umlauts(words: tuple[str, ...]) -> str:
    return " ".join(words).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _without_address(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a form of address that is all there is before a surname."""
    return words[1:] if len(words) == 2 and words[0] in _addresses() else words


def _gendered_apart(one: _Name, other: _Name) -> bool:
    hers, his = (set(table("matching")["person"][key]) for key in ("hers", "his"))
    mine, theirs = set(one.addressed), set(other.addressed)
    return bool((mine & hers and theirs & his) or (mine & his and theirs & hers))


def _taken_apart(name: str) -> _Name:
    bare = " ".join(_BRACKETED.sub(" ", name).split())
    first, *behind = (part.strip() for part in bare.split(","))
    for part in behind:
        given = part.split()
        while given and _is_letters(given[-1]):
            given.pop()
        if _is_surname(first) and _is_given(given):
            first = f"{' '.join(given)} {first}"
            break
    tokens = first.split() or name.split()
    addressed = _address(tokens)
    suffix = _suffix(tokens)
    while len(tokens) > 2 and _is_letters(tokens[-1]):
        tokens.pop()
    suffix = suffix or _suffix(tokens)
    words = [word for token in tokens for word in _words(token)]
    return _Name(tuple(words), addressed, suffix)


def _address(tokens: list[str]) -> tuple[str, ...]:
    """Take forms of address off the front, as long as two words remain; give them."""
    taken: list[str] = []
    known = _addresses()
    while True:
        length = next(
            (
                n
                for n in range(min(_LONGEST_ADDRESS, len(tokens) - 2), 0, -1)
                if plain(" ".join(tokens[:n]).replace("-", " ")) in known
            ),
            0,
        )
        if not length:
            return tuple(taken)
        taken.append(plain(" ".join(tokens[:length])))
        del tokens[:length]


def _suffix(tokens: list[str]) -> str:
    if len(tokens) > 2 and plain(tokens[-1]) in table("matching")["person"]["suffixes"]:
        return plain(tokens.pop())
    return ""


def _words(token: str) -> list[str]:
    if _INITIALS.fullmatch(token):
        return list(plain(token))
    return plain(token).split()


def _is_surname(text: str) -> bool:
    """Say whether what stands before a comma can be a surname: one word, more in capitals, or with 'van der'."""
    words = text.split()
    particles = table("names")["particles"]
    return bool(words) and (len(words) == 1 or text.isupper() or all(plain(word) in particles for word in words[:-1]))


def _is_given(words: list[str]) -> bool:
    names = [word for word in words if plain(word) not in _addresses()]
    return 0 < len(names) <= _MOST_GIVEN and all(word[0].isupper() for word in names)


def _is_letters(token: str) -> bool:
    """Say whether a word is letters after a name: as they are listed, or in capitals ('MA', not 'Ma')."""
    bare = token.strip(".,;()").replace(".", "")
    known = bare in _credentials() or bare.casefold() in _OFTEN
    return known or (bare.isupper() and bare in _capital_credentials()) or bare in ("-", "–")


@cache
def _addresses() -> frozenset[str]:
    return frozenset({plain(one) for one in table("names")["honorifics"]} | {"the", "cllrs"})


@cache
def _credentials() -> frozenset[str]:
    suffixes = table("matching")["person"]["suffixes"]
    return frozenset(one for one in table("names")["credentials"] if one.casefold() not in suffixes) | {"Hons"}


@cache
def _capital_credentials() -> frozenset[str]:
    return frozenset(one.upper() for one in _credentials())
