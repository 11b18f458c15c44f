# SPDX-License-Identifier: MIT
"""Know the title of a page that says nothing of titles: what a bookmark calls it, the line alone at its top, or else
the largest text of its upper part. Sizes and places are parts of the page's height, so that no unit matters.
"""

import re
from dataclasses import dataclass
from statistics import median

_BAND, _UPPER = 0.22, 0.62
"""How far down a title stands that is alone at the top, and one that is larger than the rest: those of title slides
stand in the middle."""
_NEARLY, _LARGER, _ALIKE = 0.7, 1.15, 0.08
_NEXT_LINE, _APART = 1.7, 1.6
_LONGEST, _MOST_LINES, _FEW = 200, 4, 3
_BULLET = re.compile(r"\s*(?:[•●○▪■□◦‣⁃∙·*–—►➢➤✓✔❖\uf0a7\uf0b7-]\s|[oO]\s{2,})")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: the height of its letters, and how far down it begins; both 0 where that is not known."""

    text: str
    size: float
    top: float


def title_lines(lines: list[Line], bookmark: str = "") -> tuple[int, int]:
    """Give the first line of the title and the one after its last; the same twice where there is none."""
    for found in (_marked(lines, bookmark), _alone_at_the_top(lines), _largest(lines)):
        first, last = found
        if first < last and len(" ".join(line.text for line in lines[first:last])) <= _LONGEST:
            return found
    return 0, 0


def _alone_at_the_top(lines: list[Line]) -> tuple[int, int]:
    """Find the largest line of the top band, if it is not small and what follows it stands clearly below."""
    inside = [at for at, line in enumerate(lines) if line.top <= _BAND and _may_be_title(line)]
    if not inside:
        return 0, 0
    first = max(inside, key=lambda at: (lines[at].size, -at))
    if lines[first].size < _NEARLY * max(line.size for line in lines):
        return 0, 0
    last = _end(lines, first)
    foot = lines[last - 1].top
    below = [line.top for at, line in enumerate(lines) if not first <= at < last and line.size and line.top > foot]
    return (first, last) if not below or min(below) - foot >= _APART * lines[first].size else (0, 0)


def _largest(lines: list[Line]) -> tuple[int, int]:
    candidates = [at for at, line in enumerate(lines) if line.top <= _UPPER and _may_be_title(line)]
    if not candidates:
        return 0, 0
    largest = max(lines[at].size for at in candidates)
    usual = median(line.size for line in lines for _ in range(min(len(line.text), 80)))
    # A page of a line or two of one size has nothing that is larger.
    if largest < usual * _LARGER and len(lines) > _FEW:
        return 0, 0
    first = next(at for at in candidates if lines[at].size >= largest * (1 - _ALIKE))
    last = _end(lines, first)
    return (first, last) if last - first <= _MOST_LINES else (0, 0)


def _end(lines: list[Line], first: int) -> int:
    last = first + 1
    while last < len(lines) and last - first <= _MOST_LINES and _goes_on(lines[last - 1], lines[last]):
        last += 1
    return last


def _may_be_title(line: Line) -> bool:
    return line.size > 0 and sum(letter.isalpha() for letter in line.text) >= 2 and not _BULLET.match(line.text)


def _goes_on(line: Line, following: Line) -> bool:
    """Say whether the next line is of the same size and close below."""
    alike = abs(line.size - following.size) <= line.size * _ALIKE
    near = 0 <= following.top - line.top <= line.size * _NEXT_LINE
    return alike and near and not _BULLET.match(following.text)


def _marked(lines: list[Line], bookmark: str) -> tuple[int, int]:
    """Find the lines of the upper part that say what the bookmark says."""
    wanted = _letters(bookmark)
    for first, line in enumerate(lines if wanted else ()):
        said = ""
        for last in range(first, min(first + _MOST_LINES, len(lines))):
            said += _letters(lines[last].text)
            if said == wanted and line.top <= _UPPER:
                return first, last + 1
            if not wanted.startswith(said):
                break
    return 0, 0


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
