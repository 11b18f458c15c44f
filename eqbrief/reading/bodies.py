# SPDX-License-Identifier: MIT
"""Tell one organisation from two: an "and" or a comma inside a name does not divide it, one between two names does."""

import re

from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.phrases import BRACKETS, has_capital, sort_of, without_article, words_in
from eqbrief.reading.words import words

AND = re.compile(r"\s+(?:&|and|und|et|y)\s+", re.IGNORECASE)
"""What joins two posts or two bodies, or two words of one name."""
_ACRONYM = re.compile(
    r"(?<!\w)((?:[A-Z][\w’'-]{0,40}+\s+(?:(?:of|for|and|the|&)\s+){0,2}){2,9})\(([A-Z][A-Z&-]{2,9})\)(?![\w-])"
)
_READ = 40_000


def acronyms_in(text: str) -> frozenset[str]:
    """Give the letters, folded, by which a text calls bodies: "National Centre for Rest (NCR)" gives "ncr"."""
    found = ((name.strip(), letters) for name, letters in _ACRONYM.findall(text[:_READ]))
    bodies = {letters for name, letters in found if sort_of(Cut(name, 0)) == "organisation"}
    # Letters that spell a word of the text would be found in it where no body is meant.
    return frozenset(fold(one) for one in bodies if not _is_word(one, text))


def _is_word(letters: str, text: str) -> bool:
    """Tell whether the text has letters as a word, outside of addresses."""
    return bool(re.search(rf"(?<![\w/.-])(?:{letters.capitalize()}|{letters.lower()})(?![\w/.-])", text))


def _without_place(part: Cut) -> Cut:
    """Leave out what only says where a body is: "(London, Canada)", "in London UK"."""
    match = re.search(r"\s*\(([^()]+)\)\s*$", part.text)
    if match and any(fold(place) in words().places for place in re.split(r"\s*,\s*", match[1])):
        return part.part(0, match.start())
    match = re.search(r"\s+in\s+([A-Z][\w ,]{1,40})$", part.text)
    if match and all(fold(place) in words().places for place in re.split(r",?\s+", match[1])):
        return part.part(0, match.start())
    return part


def bodies_in(part: Cut) -> list[Cut]:
    """Divide two bodies joined by "and" or "&" where each is one by itself; an "and" inside one name stays."""
    ends_legal = fold(part.text).endswith(tuple(words().legal))
    part = _without_place(without_article(part.strip(" ,–—-|" if ends_legal else " .,–—-|")))
    for match in AND.finditer(part.text):
        left, behind = part.part(0, match.start()), part.part(match.end())
        right = without_article(behind)
        if "," not in part.text and _are_two(left, right, own=right is not behind):
            return [left.strip(" ,"), right.strip(" ,")]
    return [part] if part.text else []


def _are_two(left: Cut, right: Cut, *, own: bool) -> bool:
    """Tell two bodies from one whose name holds an "and": each ends as a body, or both start with the same letters.

    `own`: an article stood before the second.
    """
    first, second = (words_in(BRACKETS.sub("", side.text)) for side in (left, right))
    if not first or not second or not has_capital(left) or not has_capital(right):
        return False
    tables = words()
    if first[-1].casefold() in tables.subjects:
        return False  # "Larkmoor Health and Social Care Partnership" is one body
    if not own and not _is_letters(second) and all(_is_generic(token) for token in second):
        return False  # "National Archives and Records Administration" too
    ends = [
        tokens[-1].casefold() in tables.organisations
        or _is_letters(tokens)
        or (tokens[0].casefold() in tables.organisations and tokens[1:2] == ["of"])
        for tokens in (first, second)
    ]
    return all(ends) or (first[0] == second[0] and first[0].isupper() and len(first[0]) > 1)


def _is_generic(token: str) -> bool:
    """Tell a word that any body's name may have; one of nothing else belongs to the name before the "and"."""
    tables = words()
    plain = token.casefold()
    return plain in tables.never or plain in tables.organisations or plain in tables.units or plain in tables.common


def _is_letters(tokens: list[str]) -> bool:
    return len(tokens) == 1 and tokens[0].isupper() and 2 <= len(tokens[0]) <= 6
