# SPDX-License-Identifier: MIT
"""When two printed names mean one organisation: joins, acronyms, brackets and the form of its kind are seen through.

A part of a body, a neighbour and an acronym on its own are left to the person; two bodies of one place never meet.
"""

import re
from functools import cache

from eqbrief.matching.keys import acronym_fits, acronym_within, distance, likeness, plain, table
from eqbrief.matching.match import Match

_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_BEHIND = re.compile(r"\s*[,;–—-]\s+((?:part of|formerly|previously|hosted by|a member of)\b.*)$", re.IGNORECASE)
_CAPITALS = re.compile(r"(?<=\s)[A-Z]{3,8}(?!\S)")
_DASHED = re.compile(r"^(.+?)\s+[–—-]\s+(.+)$")


def organisation_key(name: str) -> str:
    """Give the key of an organisation's name, equal where only joins, acronyms, case or the form of its kind differ.

    An acronym in brackets goes when the words before it spell it out: 'Integrated Care Board (ICB)', 'Leicester,
    Leicestershire and Rutland (LLR)'. Any other bracket stays, since it may tell two places apart.
    """
    return "".join(_words(name)) or plain(name) or name.strip().casefold()


def same_organisation(first: str, second: str) -> Match:
    """Compare two organisations' names as printed; None where one may be a part or the acronym of the other."""
    if organisation_key(first) == organisation_key(second):
        return Match(
            True, 1.0, "The names are equal but for small words, punctuation, acronyms or the form of the kind."
        )
    one, other = _words(first), _words(second)
    if _is_acronym_of(first, second) or _is_acronym_of(second, first):
        return Match(None, 0.75, "One may be the acronym of the other.")
    if _equal_once_spelt(one, other) or _equal_once_spelt(other, one):
        return Match(None, 0.8, "The names are equal if the acronym in one means the words in the other.")
    score = likeness(" ".join(one), " ".join(other))
    mine, theirs = _only_in(one, other), _only_in(other, one)
    if not mine or not theirs:
        return _part(one, other, mine or theirs, score)
    akin = set(table("matching")["organisation"]["akin"])
    if set(mine) <= akin and set(theirs) <= akin:
        return Match(None, 0.7, "The place is the same, and one kind of body often follows the other.")
    if _differ_by_slips(mine, theirs) or _differ_by_slips(_in_full(one), _in_full(other)):
        return Match(None, max(score, 0.85), "The names are spelt nearly alike.")
    return Match(False, min(score, 0.5), "The names differ.")


def _part(one: list[str], other: list[str], extra: list[str], score: float) -> Match:
    """Judge two names of which one holds all the words of the other."""
    if not extra:
        return Match(None, max(score, 0.8), "The same words stand in another order, or one of them more than once.")
    rules = table("matching")["organisation"]
    apart = set(rules["apart"])
    shorter = one if len(one) <= len(other) else other
    kinds, further = set(shorter) & apart, set(extra) & apart
    if "trust" in kinds:
        further.discard("university")  # which a trust may be called as an honour
    is_part = bool(set(extra) & set(rules["parts"]))
    if kinds and further and not kinds >= further and not is_part:
        return Match(False, min(score, 0.5), "The place may be the same, but the kinds of body differ.")
    if kinds & {"university", "trust", "icb"} and not is_part and ("university" in kinds or set(extra) & _sides()):
        return Match(False, min(score, 0.5), "A word more in one name tells two bodies of one place apart.")
    return Match(None, max(score, 0.7), "One name is part of the other.")


def _differ_by_slips(mine: list[str], theirs: list[str]) -> bool:
    if len(mine) != len(theirs):
        return False
    return all(one == other or _nearly(one, other) for one, other in zip(mine, theirs, strict=True))


def _in_full(words: list[str]) -> list[str]:
    """Write 'icb' out as 'integrated care board', so that a slip in the long form is seen."""
    full = {first: others[0] for first, *others in table("matching")["organisation"]["kinds"] if len(first) < 4}
    return [part for word in words for part in str(full.get(word, word)).split()]


def _only_in(one: list[str], other: list[str]) -> list[str]:
    """List the words of one name that the other has not, where a plural counts as its singular."""
    have = {_singular(word) for word in other}
    return [word for word in one if _singular(word) not in have]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") else word


def _nearly(one: str, other: str) -> bool:
    """Say whether two words differ by a slip of the pen, and are not two sides of one place."""
    if _sides() & {one, other}:
        return False
    return min(len(one), len(other)) >= 5 and distance(one, other) <= (1 if len(one) < 9 else 2)


def _is_acronym_of(short: str, long: str) -> bool:
    letters = plain(short)
    alone = bool(letters) and " " not in letters and len(letters) < 9
    return alone and " " in long.strip() and acronym_within(short.strip(), long)


def _equal_once_spelt(short: list[str], long: list[str]) -> bool:
    """Say whether a word of one name is made of the first letters of words of the other, and all else is equal."""
    for place, word in enumerate(short):
        if 2 <= len(word) <= 6 and word not in long:
            spelt = long[place : place + len(word)]
            if "".join(one[0] for one in spelt) == word and [*short[:place], *spelt, *short[place + 1 :]] == long:
                return True
    return False


def _words(name: str) -> list[str]:
    """Give the words by which an organisation is known, spelt out and without what is no part of its name."""
    text = _without_acronyms(_without_asides(name))
    said = f" {plain(text)} ".replace(" & ", " and ")
    rules = table("matching")["organisation"]
    for letters, spelt in rules["letters"].items():
        said = said.replace(f" {letters} ", f" {spelt} ")
    for first, other in _kinds():
        said = said.replace(f" {other} ", f" {first} ")
    for ending in rules["legal"]:
        said = said.removesuffix(f" {ending} ").rstrip() + " " if said.strip() != ending else said
    words = [word for word in said.split() if word not in rules["fillers"]]
    if len(words) > 2 and words[0] == "nhs" and set(rules["nhs_by_law"]) & set(words):
        words.pop(0)
    return words


def _without_asides(name: str) -> str:
    """Leave out what tells of a name's past or of what it belongs to."""
    asides = table("matching")["organisation"]["asides"]

    def kept(found: re.Match[str]) -> str:
        within = plain(found[1] or found[2] or "")
        return " " if any(within == one or within.startswith(f"{one} ") for one in asides) else found[0]

    bare = _BEHIND.sub("", _BRACKETED.sub(kept, name))
    return bare if bare.strip() else name


def _without_acronyms(name: str) -> str:
    """Leave out every acronym whose long form stands beside it: before it, or in brackets behind it."""
    dashed = _DASHED.match(name)
    if dashed:
        left, right = dashed.groups()
        if _is_acronym(right) and acronym_within(right, left):
            name = left
        elif _is_acronym(left) and acronym_within(left, right):
            name = right
    for found in _CAPITALS.finditer(name):
        if not name.isupper() and acronym_fits(found[0], name[: found.start()]):
            name = name[: found.start()] + name[found.end() :]
            break
    while (found := _spelt_out(name)) is not None:
        name = f"{name[: found[0]]} {found[2]} {name[found[1] :]}"
    return name


def _spelt_out(text: str) -> tuple[int, int, str] | None:
    """Find an acronym beside its long form: where to cut, and what to leave in its place."""
    for found in _BRACKETED.finditer(text):
        within, before = found[1] or found[2] or "", text[: found.start()]
        if plain(within) in _sides():
            continue
        if acronym_fits(within, before) or (_is_acronym(within) and acronym_within(within, before)):
            return found.start(), found.end(), ""
        if _is_acronym(before.strip()) and acronym_within(before.strip(), within):
            return 0, found.end(), within
    return None


def _is_acronym(text: str) -> bool:
    """Say whether a text is one word of at most ten letters, of which two or more are capitals."""
    return len(text) <= 10 and " " not in text and sum(letter.isupper() for letter in text) >= 2


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """List what is taken for what, the longest first."""
    pairs = [(first, other) for first, *others in table("matching")["organisation"]["kinds"] for other in others]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[1])))


@cache
def _sides() -> frozenset[str]:
    return frozenset(table("matching")["organisation"]["sides"])


def acronyms_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """List the acronyms by which an organisation is called: in brackets behind its name, or as a name of its own."""
    found: dict[str, None] = {}
    for name in names:
        bare = name.strip()
        if _is_acronym(bare) and any(other != name and acronym_within(bare, other) for other in names):
            found[bare] = None
        for bracket in _BRACKETED.finditer(name):
            within = (bracket[1] or bracket[2] or "").strip()
            ends = not name[bracket.end() :].strip()
            if ends and _is_acronym(within) and _stands_for_all(within, name[: bracket.start()]):
                found[within] = None
    return tuple(found)


def _stands_for_all(acronym: str, name: str) -> bool:
    """Say whether an acronym is of a whole name, as 'ICB' in 'NHS Lyme Integrated Care Board' is not."""
    first = next((word for word in plain(name).split() if word != "the"), "")
    return acronym_within(acronym, name) and first.startswith(plain(acronym)[:1])
