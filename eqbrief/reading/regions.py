# SPDX-License-Identifier: MIT
"""Which stretch of a page's text each element of its markup covers: what stands "in .evt-when" is found by this.

Only pages of a site about which something is learnt are looked at so closely; what is not shown is kept as words.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from eqbrief.reading.cuts import tidy
from eqbrief.reading.elements import BLOCKS
from eqbrief.reading.writing import Writer

_MOST, _MOST_NAMES, _MOST_UNSEEN, _LONGEST_UNSEEN = 20_000, 8, 400, 300
_ALSO = ("datetime", "content")


@dataclass(frozen=True, slots=True)
class Region:
    """An element: its names ('td', '.role', '#who', '[data-topics]'), and the stretch of text that it covers.

    `above` is the number of the element around it, -1 for none; `place` counts those of its tag beside it, from 1.
    What is not shown has no `start` (-1) but its `text`. `address` is where a link leads.
    """

    names: tuple[str, ...]
    above: int
    place: int
    start: int = -1
    end: int = -1
    text: str = ""
    address: str = ""


@dataclass(slots=True)
class _Open:
    """An element that is being walked: its number, where it began, and how many of each tag it held so far."""

    number: int
    blocks: int = 0
    width: int = 0
    held: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(slots=True)
class RegionWalk:
    """Notes the elements while a page's markup is walked."""

    found: list[Region] = field(default_factory=list[Region])
    opened: list[_Open] = field(default_factory=lambda: [_Open(-1)])
    blocks: dict[int, tuple[int, int]] = field(default_factory=dict[int, tuple[int, int]])
    unseen: int = 0

    def open(self, node: LexborNode, tag: str, writer: Writer) -> None:
        """Note where an element begins."""
        number = self._put(node, tag)
        self.opened.append(_Open(number, len(writer.blocks), writer.width))
        if number >= 0:
            attributes = node.attributes
            for name in attributes:
                if (name.startswith("data-") or name in _ALSO) and len(self.found) < _MOST:
                    said = tidy((attributes[name] or "")[:_LONGEST_UNSEEN])
                    if any(char.isalnum() for char in said):
                        self.found.append(Region((f"[{name}]",), number, 1, text=said))

    def close(self, writer: Writer) -> None:
        """Note where the element that was opened last ends: within the line, or with the last block."""
        one = self.opened.pop()
        if one.number < 0:
            return
        if len(writer.blocks) == one.blocks:
            if writer.width > one.width:
                writer.held.append((one.width, writer.width, one.number))
        else:
            self.blocks[one.number] = (one.blocks, len(writer.blocks) - 1)

    def pass_over(self, node: LexborNode, tag: str) -> None:
        """Keep the words of what belongs to the site's frame and is left out, such as its trail of links."""
        if tag not in BLOCKS and tag != "nav":
            return
        stack: list[tuple[LexborNode, bool]] = [(node, True)]
        words: list[list[str]] = []
        base = len(self.opened)
        while stack:
            here, entering = stack.pop()
            name = here.tag or ""
            if not entering:
                self._keep(self.opened.pop().number, "".join(words.pop()))
            elif name == "-text":
                text = (here.text_content or "")[:_LONGEST_UNSEEN]
                for pieces in words[-_MOST_NAMES:]:
                    pieces.append(text)
            elif not name.startswith("-") and self.unseen < _MOST_UNSEEN and len(words) < 20:
                self.unseen += 1
                self.opened.append(_Open(self._put(here, name)))
                words.append([])
                stack.append((here, False))
                child, children = here.child, list[tuple[LexborNode, bool]]()
                while child is not None and len(children) < _MOST_UNSEEN:
                    children.append((child, True))
                    child = child.next
                stack.extend(reversed(children))
        del self.opened[base:]

    def regions(self, writer: Writer) -> tuple[Region, ...]:
        """Give all elements with the stretches of text that they cover, in the order in which they begin."""
        placed = dict(writer.placed)
        for number, (first, last) in self.blocks.items():
            placed[number] = (writer.blocks[first].cut.start, writer.blocks[last].cut.end)
        return tuple(
            Region(one.names, one.above, one.place, *placed[number], one.text, one.address) if number in placed else one
            for number, one in enumerate(self.found)
        )

    def _put(self, node: LexborNode, tag: str) -> int:
        around = self.opened[-1]
        around.held[tag] = around.held.get(tag, 0) + 1
        if len(self.found) >= _MOST:
            return -1
        attributes = node.attributes
        names = [tag]
        if identity := attributes.get("id"):
            names.append(f"#{identity[:60]}")
        names += [f".{name[:60]}" for name in (attributes.get("class") or "")[:400].split()[:_MOST_NAMES]]
        address = (attributes.get("href") or "") if tag == "a" else ""
        self.found.append(Region(tuple(names), around.number, around.held[tag], address=address))
        return len(self.found) - 1

    def _keep(self, number: int, words: str) -> None:
        if number >= 0 and (said := tidy(words)) and len(said) <= _LONGEST_UNSEEN:
            one = self.found[number]
            self.found[number] = Region(one.names, one.above, one.place, text=said, address=one.address)
