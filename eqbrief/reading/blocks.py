# SPDX-License-Identifier: MIT
"""A page as blocks – headings, paragraphs, bullets, rows – each in its place in one readable text.

Text, Markdown and HTML all become this one form, so that one set of rules reads them all.
"""

import re
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Literal

from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import days_in
from eqbrief.reading.stated import NO_CLAIMS, Claims

BlockKind = Literal["heading", "paragraph", "bullet", "row"]

_BULLET = re.compile(r"^[ \t]*(?:[•◦▪▫‣⁃·●○■□►▶➢➤✓✔*–—-]|o(?=\s{2,}))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"^[ \t]*(?:\(?\d{1,3}[.)]|[a-z][.)])[ \t\u00a0]+(?=\S)")
_ADDRESS = re.compile(
    r"(?:(?:url|source|address|link|saved from|from)\s*:\s*)?<?(https?://[^\s<>]+)>?\s*$", re.IGNORECASE
)
# A line that goes on with a sentence: with a small letter, or with a year.
_RUNS_ON = re.compile(r"\s*(?:[^\W\d_A-ZÀ-Þ]|(?:19|20)\d\d\b(?!\s*[:\t-]))")
# What else ends a line: as old editors, presentations and printers have it.
_BREAK = re.compile("[\r\v\f\x85\u2028\u2029]")
# No document can hold control characters, and halves of a pair no file.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_CELL = re.compile(r"\t")
_MOST_CELLS = 100
# A line that something must follow.
_HANGS = re.compile(r"(?:[&(]|\b(?:and|or|of|the|for|in|at|to|with|und|der|et|de|y))\s*$")
_WRAP_FROM, _WRAP_TO = 55, 110


@dataclass(frozen=True, slots=True)
class Link:
    """A link and the words that it stands on."""

    words: Cut
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph of a page, without its bullet.

    `level` is that of a heading, 0 where none is said. `gap`: an empty line stands before it. `furniture`: it
    belongs to the site's frame (header, footer) rather than to the page. `number`: it was numbered. `indent`: a
    bullet's depth, in characters of text.
    """

    kind: BlockKind
    cut: Cut
    level: int = 0
    gap: bool = True
    furniture: bool = False
    number: bool = False
    links: tuple[Link, ...] = ()
    indent: int = 0

    @property
    def text(self) -> str:
        """Give the block's text as a value."""
        return self.cut.value

    @property
    def cells(self) -> list[Cut]:
        """Give the cells of a table's row, of a very long one the first; any other block is one cell."""
        return [cell.strip() for cell in islice(self.cut.split(_CELL), _MOST_CELLS)]


@dataclass(frozen=True, slots=True)
class Page:
    """A page's readable text, its blocks in order, and what the file says about itself beside them.

    `hints` holds what is not to be seen on the page ('title', 'site', 'address', 'language', 'published'…).
    `charset` is the encoding that was assumed; `claims` what its own data says of events; `html` the markup that it
    was, '' for text.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    hints: dict[str, str] = field(default_factory=dict[str, str])
    charset: str | None = None
    claims: Claims = NO_CLAIMS
    html: str = ""

    def cut(self, start: int, end: int) -> Cut:
        """Cut out a stretch of the page's text."""
        return Cut(self.text[start:end], start)


def page_of_text(text: str, source: str, charset: str | None = None) -> Page:
    """Divide plain text into blocks. Lines that were wrapped at a fixed width are joined, their places unchanged."""
    text = _BREAK.sub("\n", text.replace("\r\n", "\n"))
    text = _unwrapped(_UNSEEN.sub(" ", text))
    blocks: list[Block] = []
    at, gap = 0, True
    for line in text.split("\n"):
        whole = Cut(line, at)
        at += len(line) + 1
        block = _block(whole, gap=gap)
        # A line may hold nothing that is seen, or a bullet before that.
        if not block.text:
            gap = True
            continue
        blocks.append(block)
        gap = False
    blocks, address = _addressed(blocks)
    return Page(source, text, with_headings(blocks), {"address": address} if address else {}, charset)


def _addressed(blocks: list[Block]) -> tuple[list[Block], str | None]:
    """Know a page's address in one of its first lines, as savers and printers leave it; it is no part of the page."""
    for number, block in enumerate(blocks[:3]):
        if match := _ADDRESS.match(block.cut.text):
            return [*blocks[:number], replace(block, furniture=True), *blocks[number + 1 :]], match[1]
    return blocks, None


def _block(line: Cut, *, gap: bool) -> Block:
    if match := _BULLET.match(line.text):
        return Block("bullet", line.part(match.end()).strip(), gap=gap, indent=_indent(line))
    if (match := _NUMBER.match(line.text)) and "\t" not in line.text and not _starts_with_day(line):
        return Block("bullet", line.part(match.end()).strip(), gap=gap, number=True, indent=_indent(line))
    return Block("row" if "\t" in line.text.strip() else "paragraph", line.strip(), gap=gap)


def _indent(line: Cut) -> int:
    return len(line.text) - len(line.text.lstrip())


def with_bullets(blocks: list[Block]) -> list[Block]:
    """Take paragraphs that begin with a bullet for items; with a number only where a neighbour has one too.

    Alone, a number may be a day: "4. Mai 2024".
    """
    numbered = [block.kind == "paragraph" and _NUMBER.match(block.cut.text) is not None for block in blocks]
    found: list[Block] = []
    for number, block in enumerate(blocks):
        counted = numbered[number] and any(numbered[max(number - 1, 0) : number] + numbered[number + 1 : number + 2])
        match = _BULLET.match(block.cut.text) if block.kind in ("paragraph", "bullet") else None
        match = match or (_NUMBER.match(block.cut.text) if counted else None)
        if match is not None:
            rest = block.cut.part(match.end()).strip()
            block = replace(block, kind="bullet", cut=rest, number=block.number or counted)
        found.append(block)
    return found


def _starts_with_day(line: Cut) -> bool:
    """Tell "17. Juni 2024" from the seventeenth item of a list."""
    return any(not line.text[: day.cut.start - line.start].strip() for day in days_in(line.part(0, 60)))


def with_headings(blocks: list[Block]) -> tuple[Block, ...]:
    """Take short lines that stand alone for headings of no level: text does not say which are, pages use any tag."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        alone = block.gap and (after is None or after.gap or after.kind == "bullet")
        if block.kind == "paragraph" and alone and not block.furniture and looks_like_heading(block.text):
            block = replace(block, kind="heading")
        found.append(block)
    return tuple(found)


def looks_like_heading(text: str) -> bool:
    """Tell whether a line that stands alone reads as a heading: short, and no sentence."""
    return len(text) <= 160 and len(text.split()) <= 18 and not text.endswith((".", ";", ",", "!")) and "\t" not in text


def _unwrapped(text: str) -> str:
    """Join lines broken at a fixed width: a space takes the line break's place, so that every offset stays."""
    lines = text.split("\n")
    joined: list[str] = []
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and not _BULLET.match(line) and not _NUMBER.match(line) and "\t" not in line.strip():
            group.append(line)
            continue
        if line.strip() and "\t" not in line.strip():  # a bullet begins a group of its own
            joined += _joined(group)
            group = [line]
            continue
        joined += _joined(group)
        group = []
        joined.append(line)
    return "\n".join(joined[: -1 if len(joined) > 1 else None])


def _is_filled(group: list[str], longest: int) -> bool:
    """Tell lines that were filled up, in which no next word had room: names may start them with capitals."""
    if len(group) < 3 or not (any(map(_RUNS_ON.match, group[1:])) or any(map(_HANGS.search, group[:-1]))):
        return False
    pairs = pairwise(line.strip() for line in group)
    return all(len(line) + 1 + len(after.split()[0]) > longest for line, after in pairs)


def _joined(group: list[str]) -> list[str]:
    """Join a group of lines into one where each but the last is nearly as long as the longest, and runs on."""
    if len(group) < 2:
        return group
    longest = max(len(line.rstrip()) for line in group[:-1])
    full = all(longest - len(line.rstrip()) <= 24 for line in group[:-1])
    runs_on = sum(1 for line in group[:-1] if not line.rstrip().endswith((".", ":", "!", "?")))
    if (
        _WRAP_FROM <= longest <= _WRAP_TO
        and full
        and runs_on * 2 >= len(group) - 1
        and len(group[-1].rstrip()) <= longest
    ):
        starts = sum(1 for line in group[1:] if _RUNS_ON.match(line))
        if starts * 3 >= len(group) - 1 or _is_filled(group, longest):
            return [" ".join(group)]
    return group
