# SPDX-License-Identifier: MIT
"""Collects a page's readable text and its blocks while its markup is walked, in the same line form as text pages."""

import re
from dataclasses import dataclass, field

from eqbrief.reading.blocks import Block, BlockKind, Link
from eqbrief.reading.cuts import Cut

# Control characters too: they show nothing, and no document can hold them.
_WHITE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+")


@dataclass(slots=True)
class Writer:
    """What has been written, and the line that is being written.

    `item` and `number`: the next line is an item of a list, if no longer than `item_most` (0: however long).
    `indent`: how many lists deep. `gap`: an empty line comes before the next block. `furniture`: the header or
    footer of the site is being walked. `held`: elements within the line, as (from, to, number); `placed`: where those
    of finished lines stand in the whole text.
    """

    pieces: list[str] = field(default_factory=list[str])
    blocks: list[Block] = field(default_factory=list[Block])
    length: int = 0
    level: int = 0
    heading: bool = False
    item: bool = False
    item_most: int = 0
    number: int = 0
    indent: int = 0
    furniture: bool = False
    gap: bool = True
    line: list[str] = field(default_factory=list[str])
    width: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list[tuple[int, int, str]])
    link: str = ""
    link_from: int = 0
    held: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])
    placed: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])

    def add(self, text: str) -> None:
        """Add words to the line, with the white space that a browser would show."""
        text = _WHITE.sub(" ", text)
        if not self.width or self.line[-1][-1:] in (" ", "\t", "\n"):
            text = text.lstrip(" ")
        # Two elements may be shown apart though nothing stands between them: "2023" and "11:30".
        if text and self.width and self.line[-1][-1:].isdigit() and text[0].isdigit():
            text = " " + text
        if text:
            self.line.append(text)
            self.width += len(text)

    def next_cell(self) -> None:
        """Divide the line into a table's cells."""
        if self.width:
            self.line.append("\t")
            self.width += 1

    def next_line(self) -> None:
        """Break the line within a table's cell: it stays one row, whose parts can be told apart."""
        if self.width and self.line[-1][-1:] not in ("\n", "\t"):
            self.line.append("\n")
            self.width += 1

    def open_link(self, address: str) -> None:
        """Note where a link's words start; a link may run over several lines."""
        self.close_link()
        self.link, self.link_from = address, self.width

    def close_link(self) -> None:
        """Note where the link's words end."""
        if self.link and self.width > self.link_from:
            self.links.append((self.link_from, self.width, self.link))
        self.link = ""

    def flush(self, *, gap: bool = True) -> None:
        """End the line: it becomes a block. `gap` says whether an empty line follows."""
        link = self.link
        self.close_link()
        text = "".join(self.line)
        row = "\t" in text.strip()
        kept = text.rstrip() if row else text.strip()
        if kept:
            self._write(kept, 0 if row else len(text) - len(text.lstrip()), row=row)
            self.item, self.number = False, 0
            self.heading, self.level = False, 0
        self.line, self.links, self.held, self.width = [], [], [], 0
        self.link, self.link_from = link, 0
        self.gap = self.gap or gap

    def _write(self, kept: str, cut_off: int, *, row: bool) -> None:
        kind = self._kind(kept, row=row)
        in_list = kind == "bullet" and bool(self.blocks) and self.blocks[-1].kind == "bullet"
        gap = self.gap and not in_list
        if self.pieces:
            self._raw("\n\n" if gap else "\n")
        if kind == "bullet":
            self._raw("  " * max(min(self.indent, 8), 1) + (f"{self.number}. " if self.number else "• "))
        start = self.length
        self._raw(kept)
        links = tuple(
            Link(Cut(kept[first : end - cut_off], start + first), address)
            for begin, end, address in self.links
            if end - cut_off > (first := max(begin - cut_off, 0))
        )
        number = kind == "bullet" and bool(self.number)
        for begin, end, one in self.held:
            first, last = max(begin - cut_off, 0), min(end - cut_off, len(kept))
            if last > first:
                self.placed[one] = (start + first, start + last)
        self.blocks.append(Block(kind, Cut(kept, start), self.level, gap, self.furniture, number, links))
        self.gap = False

    def _kind(self, kept: str, *, row: bool) -> BlockKind:
        if row or self.heading:
            return "row" if row else "heading"
        return "bullet" if self.item and (not self.item_most or len(kept) <= self.item_most) else "paragraph"

    def _raw(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)
