# SPDX-License-Identifier: MIT
"""HTML to the one form that the rules read: what is on the page, as blocks in a readable text, with its links.

Nothing is loaded, run or followed. The walk keeps its own stack, because pages may be nested thousands deep.
"""

from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from eqbrief.reading.blocks import Page, with_bullets, with_headings
from eqbrief.reading.elements import (
    BLOCKS,
    HEADINGS,
    SKIPPED,
    frame_part,
    hints_of,
    is_frame,
    is_in,
    is_item,
    is_page_frame,
    layout_tables,
)
from eqbrief.reading.nesting import parsed
from eqbrief.reading.regions import Region, RegionWalk
from eqbrief.reading.stated import claims_in
from eqbrief.reading.writing import Writer

_MOST_HEADERS, _SHORT_CELL = 50, 400
_ALSO_IN_CELLS = ("li", "tr", "table")


@dataclass(slots=True)
class _Walk:
    """The state of a walk: where it writes, the tables that are mere layout, and how often headers were judged.

    `counts` holds how many items of each ordered list were met; `regions` notes every element, where that is wanted.
    """

    writer: Writer
    layout: frozenset[int]
    headers: int = 0
    frames: list[bool] = field(default_factory=list[bool])
    counts: dict[int, int] = field(default_factory=dict[int, int])
    regions: RegionWalk | None = None


def page_of_html(html: str, source: str, charset: str | None = None) -> Page:
    """Turn HTML into readable text and blocks; the page's own word about itself goes into the hints."""
    tree = parsed(html)
    writer = Writer()
    if tree.body is not None:
        _go(tree.body, _Walk(writer, layout_tables(tree.body)))
    blocks = writer.blocks
    if all(block.furniture for block in blocks):
        # A page that is nothing but frame to these eyes is better read as it is.
        blocks = [replace(block, furniture=False) for block in blocks]
    blocks = with_headings(with_bullets(blocks))
    return Page(source, "".join(writer.pieces), blocks, hints_of(tree, html), charset, claims_in(tree), html)


def regions_of(page: Page) -> tuple[Region, ...]:
    """Give the elements of a page that was HTML, with the stretches of its text that they cover; none for others."""
    if not page.html:
        return ()
    tree = parsed(page.html)
    writer, regions = Writer(), RegionWalk()
    if tree.body is not None:
        _go(tree.body, _Walk(writer, layout_tables(tree.body), regions=regions))
    return regions.regions(writer) if "".join(writer.pieces) == page.text else ()


def _go(body: LexborNode, walk: _Walk) -> None:
    stack: list[tuple[LexborNode, bool, bool]] = [(body, True, False)]
    while stack:
        node, entering, in_cell = stack.pop()
        tag = node.tag or ""
        if not entering:
            _leave(node, tag, walk, in_cell=in_cell)
            if walk.regions:
                walk.regions.close(walk.writer)
        elif tag == "-text":
            walk.writer.add(node.text_content or "")
        elif not (tag.startswith("-") or tag in SKIPPED or is_frame(node, tag)):
            _enter(node, tag, walk, in_cell=in_cell)
            if walk.regions:
                walk.regions.open(node, tag, walk.writer)
            stack.append((node, False, in_cell))
            is_cell = tag in ("td", "th") and not is_in(node, walk.layout)
            inside = is_cell or (in_cell and tag != "table")
            children: list[tuple[LexborNode, bool, bool]] = []
            child = node.child
            while child is not None:
                children.append((child, True, inside))
                child = child.next
            stack.extend(reversed(children))
        elif walk.regions:
            walk.regions.pass_over(node, tag)


def _enter(node: LexborNode, tag: str, walk: _Walk, *, in_cell: bool) -> None:
    writer = walk.writer
    if tag == "br":
        _break(writer, in_cell=in_cell)
    elif tag in ("td", "th") and not is_in(node, walk.layout):
        writer.next_cell()
    elif tag not in BLOCKS and tag not in ("td", "th"):
        _enter_inline(node, tag, writer, in_cell=in_cell)
    elif in_cell and tag not in _ALSO_IN_CELLS:
        writer.next_line()
    else:
        writer.flush(gap=tag not in ("dd", "tr"))
        _enter_block(node, tag, walk)


def _enter_inline(node: LexborNode, tag: str, writer: Writer, *, in_cell: bool) -> None:
    if not in_cell and tag in ("a", "span") and is_item(node, tag):
        writer.flush()
        writer.item = True
    if tag == "a":
        writer.open_link(node.attributes.get("href") or "")


def _enter_block(node: LexborNode, tag: str, walk: _Walk) -> None:
    writer = walk.writer
    part = frame_part(node, tag)
    if part is not None:
        walk.frames.append(writer.furniture)
        walk.headers += 1
        writer.furniture = writer.furniture or (walk.headers <= _MOST_HEADERS and is_page_frame(node, part))
    if tag in ("ul", "ol"):
        writer.indent += 1
    elif tag in HEADINGS or tag == "dt":
        writer.heading, writer.level = True, HEADINGS.get(tag, 0)
    elif is_item(node, tag):
        writer.item, writer.number = True, _number(node, tag, walk)
        # The only cell of a table may be a list's only item, or hold a text that was put in a frame.
        writer.item_most = _SHORT_CELL if tag == "tr" else 0


def _number(node: LexborNode, tag: str, walk: _Walk) -> int:
    """Give the number of an item of an ordered list, 0 for any other."""
    above = node.parent
    if tag != "li" or above is None or above.tag != "ol":
        return 0
    walk.counts[above.mem_id] = walk.counts.get(above.mem_id, 0) + 1
    return walk.counts[above.mem_id]


def _break(writer: Writer, *, in_cell: bool) -> None:
    if in_cell:
        writer.next_line()
    else:
        heading, level = writer.heading, writer.level
        writer.flush(gap=False)
        writer.heading, writer.level = heading, level


def _leave(node: LexborNode, tag: str, walk: _Walk, *, in_cell: bool) -> None:
    writer = walk.writer
    if tag == "a":
        writer.close_link()
    if tag not in BLOCKS and (tag not in ("td", "th") or not is_in(node, walk.layout)):
        if not in_cell and tag in ("a", "span") and is_item(node, tag):
            writer.flush()
        return
    if in_cell and tag not in _ALSO_IN_CELLS:
        writer.next_line()
        return
    writer.flush(gap=tag not in ("tr", "dt", "dd"))
    writer.item, writer.number, writer.heading, writer.level = False, 0, False, 0
    if tag in ("ul", "ol"):
        writer.indent -= 1
    if walk.frames and frame_part(node, tag) is not None:
        writer.furniture = walk.frames.pop()
