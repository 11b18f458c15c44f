# SPDX-License-Identifier: MIT
"""Find acronyms that a text writes out: 'Integrated Care Board (ICB)' and 'ICB (Integrated Care Board)'.

The method is that of A. S. Schwartz and M. A. Hearst, 'A simple algorithm for identifying abbreviation definitions in
biomedical text', Pacific Symposium on Biocomputing 8 (2003), 451-462. Words whose first letters make the acronym come
first, however, since that finds where the long form begins; a letter within a word is believed of a long acronym only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eqbrief.matching.keys import plain, table

_BRACKETED = re.compile(r"\(([^()\n]{2,120})\)")
_BOUNDARY = re.compile(r"[.;:!?•·|\t]\s|[()\[\]{}<>“”\"]|\s[–—-]\s|\n\n|\t")
_SHORT = re.compile(r"[A-Z0-9][A-Za-z0-9&+./'-]{0,9}")
_WORD = re.compile(r"[^\s,/]+(?:['’-][^\s,/]+)*")
_SMALL = frozenset(
    {"the", "of", "for", "and", "&", "in", "to", "on", "at", "a", "an", "with", "by", "from", "or", "as"}
)
_LEAD = re.compile(
    r"^(?:the|a|an|our|its|their|this|new|i\.?e\.?|e\.?g\.?|or|also|formerly|now|known as|called)[,:]?\s+",
    re.IGNORECASE,
)
_MOST_WORDS = 12
_MARKS = " *_\"“”„'‘’`"


@dataclass(frozen=True, slots=True)
class Found:
    """An acronym, its long form as printed, the key of that meaning, and where the acronym stands in the text."""

    short: str
    long: str
    key: str
    start: int


def written_out(text: str) -> list[Found]:
    """List the acronyms that a text writes out, in order, each as often as it does so."""
    found: list[Found] = []
    for bracket in _BRACKETED.finditer(text):
        inside = bracket[1].strip()
        pair = _before(text, bracket, inside) or _inside(text, bracket, inside)
        if pair is not None:
            short, long, start = pair[0], pair[1].strip(_MARKS), pair[2]
            found.append(Found(short, long, term_key(short, long), start))
    return found


def term_key(short: str, long: str) -> str:
    """Give the key of one meaning of one acronym: case, hyphens, small words and a plural make no other meaning."""
    words = [word for word in plain(long).split() if word not in _SMALL]
    return f"{''.join(_letters(short))}: {' '.join(word.removesuffix('s') for word in words)}"


def acronyms_in(text: str, known: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Find where known acronyms stand in a text as words of their own: start, end and the acronym."""
    for found in _ACRONYM.finditer(text):
        word = found[0]
        if word in known:
            yield found.start(), found.end(), word
        elif word.endswith("s") and word[:-1] in known:
            yield found.start(), found.end() - 1, word[:-1]


_ACRONYM = re.compile(r"(?<![\w&])[A-Z0-9][A-Za-z0-9&+/-]*[A-Za-z0-9+](?![\w])")


def _before(text: str, bracket: re.Match[str], inside: str) -> tuple[str, str, int] | None:
    """Read 'long form (SHORT)'; what follows a comma or semicolon in the bracket is no part of the acronym."""
    short = re.split(r"[,;]", inside)[0].strip()
    if not _is_short(short):
        return None
    before = text[max(0, bracket.start() - 240) : bracket.start()]
    line = _last_stretch(before)
    long = _long_form(short, line)
    if long is None and "\n" in before.strip():
        joined = _last_stretch(re.sub(r"(?<!\n)\n(?!\n)", " ", before))
        long = _by_initials(short, _words(joined))
    return (short, long, bracket.start(1)) if long and _is_long(short, long) else None


def _inside(text: str, bracket: re.Match[str], inside: str) -> tuple[str, str, int] | None:
    """Read 'SHORT (long form)': the bracket from its beginning has to give the acronym."""
    before = re.search(r"(?<![\w&-])([A-Z0-9][\w&+/-]{1,9})\s?$", text[max(0, bracket.start() - 12) : bracket.start()])
    if before is None or not _is_short(before[1]):
        return None
    long = _LEAD.sub("", re.split(r"[;:]", inside)[0].strip(_MARKS))
    words = _words(long)
    start = bracket.start() - len(before[0])
    if len(words) < 2 or not _is_long(before[1], long):
        return None
    if _by_initials(before[1], words) == long or (
        len(_letters(before[1])) > 2 and _by_letters(before[1], long) == long
    ):
        return before[1], long, start
    return None


def _last_stretch(before: str) -> str:
    """Give the words right before a bracket: of one line, and not across the end of a sentence or another bracket."""
    line = before.rstrip().rpartition("\n")[2]
    ends = [found.end() for found in _BOUNDARY.finditer(line)]
    return line[ends[-1] if ends else 0 :].strip()


def _long_form(short: str, before: str) -> str | None:
    words = _words(before)
    found = _by_initials(short, words)
    if found is not None or len(_letters(short)) < 3:
        return found
    return _by_passing(_letters(short), words) or _by_letters(short, before)


def _by_initials(short: str, words: list[tuple[str, int, int, str]]) -> str | None:
    """Find the last words whose first letters make the acronym, small words passed over or not."""
    letters = _letters(short)
    for passed in (True, False):
        said = [word for word in words if not (passed and word[3] in _SMALL)]
        if len(said) < len(letters):
            continue
        chosen = said[-len(letters) :]
        if [word[3][:1] for word in chosen] == letters and chosen[0][3] not in _SMALL and words[-1][3] not in _SMALL:
            text = words[0][0]
            return text[chosen[0][1] : words[-1][2]]
    return None


def _by_passing(letters: list[str], words: list[tuple[str, int, int, str]]) -> str | None:
    """Find words whose first letters make the acronym, where a word or two with a capital may be passed over."""
    said = [word for word in words if word[3] not in _SMALL]
    for first in range(len(said) - len(letters), max(-1, len(said) - len(letters) - 3), -1):
        wanted, passed = list(letters), 0
        for word in said[first:]:
            if wanted and word[3][0] == wanted[0]:
                wanted.pop(0)
            elif word is said[first] or not word[0][word[1]].isupper():
                passed = 3
            else:
                passed += 1
        if not wanted and passed <= 2:
            return words[0][0][said[first][1] : words[-1][2]]
    return None


def _by_letters(short: str, before: str) -> str | None:
    """Find the long form by Schwartz and Hearst: each letter from right to left, the first one beginning a word."""
    words = _words(before)[-min(len(short) + 5, len(short) * 2) :]
    if not words:
        return None
    text, first, last = words[0][0], words[0][1], words[-1][2]
    place, starts, letters = last, 0, _letters(short)
    capitals = sum(letter.isupper() for letter in short)
    for number in range(len(letters) - 1, -1, -1):
        while True:
            place -= 1
            if place < first:
                return None
            fits = plain(text[place]) == letters[number]
            begins = place == 0 or not text[place - 1].isalnum()
            if fits and (begins or number > 0):
                starts += begins
                break
    # Most letters have to begin a word, or two words of prose would do for any three letters.
    if starts * 3 < min(len(letters), capitals) * 2:
        return None
    return text[place:last]


def _words(text: str) -> list[tuple[str, int, int, str]]:
    """Cut a text into words: the text itself, where each begins and ends, and the word in plain letters."""
    found: list[tuple[str, int, int, str]] = []
    for word in _WORD.finditer(text):
        said = plain(word[0])
        parts = said.split()
        if len(parts) > 1 and "-" in word[0]:
            at = word.start()
            for part in re.finditer(r"[^-]+", word[0]):
                found.append((text, at + part.start(), at + part.end(), plain(part[0])))
        elif said:
            found.append((text, word.start(), word.end(), said))
    return found


def _letters(short: str) -> list[str]:
    bare = short[:-1] if len(short) > 2 and short.endswith("s") and short[:-1].isupper() else short
    return [plain(letter) for letter in bare if letter.isalnum()]


def _is_short(text: str) -> bool:
    """Say whether a text can be an acronym: two letters or more, two of them capitals, and no country or numeral."""
    rules = table("terms")
    capitals = sum(letter.isupper() for letter in text)
    return (
        bool(_SHORT.fullmatch(text))
        and capitals >= 2
        and (text[:2].isupper() or capitals * 2 >= sum(letter.isalpha() for letter in text))
        and not text[0].isdigit()
        and text not in rules["never"]
        and not re.fullmatch(r"[IVXLC]+", text)
        and not re.fullmatch(r"[A-Z]{1,3}[-/]?\d+\w*", text)
    )


def _is_long(short: str, long: str) -> bool:
    """Say whether a long form is more than its acronym, and not the name of a file, an address or prose at length."""
    words = long.split()
    return (
        2 <= len(_words(long)) <= _MOST_WORDS
        and len(long) > len(short)
        and short not in words
        and not re.search(r"[@\\=<>_]|https?:|www\.|\d{3}", long)
        and words[0].casefold() not in _SMALL
    )
