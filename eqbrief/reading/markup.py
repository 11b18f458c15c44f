# SPDX-License-Identifier: MIT
"""HTML to the one form that the rules read: what is on the page, as blocks in a readable text, with its links.

Nothing is loaded, run or followed. The walk keeps its own stack, because pages may be nested thousands deep.
"""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from eqbrief.reading.blocks import Block, BlockKind, Link, Page, looks_like_heading
from eqbrief.reading.cuts import Cut, tidy

_SKIP_TAGS = """
    script style noscript template svg math iframe object embed canvas head select option textarea input button nav
    audio video map dialog datalist
"""
_BLOCK_TAGS = """
    html body p div section article main header footer aside ul ol li table thead tbody tfoot tr caption h1 h2 h3 h4
    h5 h6 dl dt dd blockquote pre figure figcaption address form fieldset legend details summary center hr hgroup menu
"""
_SKIP, _BLOCKS = frozenset(_SKIP_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FRAME_ROLES = frozenset({"navigation", "search", "menu", "menubar", "alert", "alertdialog", "dialog"})
_FRAME_NAMES = re.compile(
    r"\b(?:cookies?|breadcrumbs?|nav(?:bar|igation)?|menu|social|sharing?|newsletter|skip-?(?:link|to)?|pagination|"
    r"screen-reader-text|visually-hidden|sr-only|advert(?:isement)?|sidebar)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_WHITE = re.compile(r"[ \t\n\r\f\u00a0]+")
_DEEP = 40
_METAS = {
    "og:title": "title", "og:site_name": "site", "og:url": "address", "og:description": "description",
    "description": "description", "article:published_time": "published", "application-name": "site",
    "dc.title": "title", "dcterms.title": "title", "dc.publisher": "site", "keywords": "keywords",
}  # fmt: skip


@dataclass(slots=True)
class _Writer:
    """Collects the readable text and its blocks while the tree is walked."""

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    blocks: list[Block] = field(default_factory=list[Block])
    line: list[str] = field(default_factory=list[str])
    links: list[tuple[int, int, str]] = field(default_factory=list[tuple[int, int, str]])
    width: int = 0
    kind: BlockKind = "paragraph"
    level: int = 0
    number: int = 0
    indent: int = 0
    furniture: bool = False
    gap: bool = True

    def add(self, text: str) -> None:
        """Add words to the line, with the white space that a browser would show."""
        text = _WHITE.sub(" ", text)
        if not self.width or self.line[-1][-1:] in (" ", "\t"):
            text = text.lstrip(" ")
        if text:
            self.line.append(text)
            self.width += len(text)

    def flush(self, *, gap: bool = True) -> None:
        """End the line: it becomes a block; `gap` says whether an empty line follows."""
        text = "".join(self.line)
        row = "\t" in text.strip()
        kept = text.strip(" ").strip("\t ") if not row else text.rstrip()
        if kept:
            self._write(kept, len(text) - len(text.lstrip()) if not row else 0, row=row)
        self.line, self.links, self.width = [], [], 0
        self.kind, self.level = "paragraph", 0
        self.gap = self.gap or gap

    def _write(self, kept: str, cut_off: int, *, row: bool) -> None:
        kind: BlockKind = "row" if row else self.kind
        sign = f"{self.number}. " if self.number else "• "
        mark = "  " * max(self.indent, 1) + sign if kind == "bullet" else ""
        if self.pieces:
            self._raw("\n\n" if self.gap and not self._in_list(kind) else "\n")
        self._raw(mark)
        start = self.length
        self._raw(kept)
        links = tuple(
            Link(Cut(kept[max(a - cut_off, 0) : b - cut_off], start + max(a - cut_off, 0)), href)
            for a, b, href in self.links
            if b - cut_off > 0
        )
        gap = self.gap and not self._in_list(kind)
        self.blocks.append(
            Block(
                kind, Cut(kept, start), self.level, gap, self.furniture, bool(self.number) and kind == "bullet", links
            )
        )
        self.gap = False

    def _in_list(self, kind: BlockKind) -> bool:
        return bool(self.blocks) and kind == "bullet" and self.blocks[-1].kind == "bullet"

    def _raw(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


def page_of_html(html: str, source: str, charset: str | None = None) -> Page:
    """Turn HTML into readable text and blocks; the page's own word about itself goes into the hints."""
    tree = LexborHTMLParser(html.replace("\0", "\ufffd"))
    writer = _Writer()
    hints = _hints(tree, html)
    if tree.body is not None:
        _walk(tree.body, writer)
        if not any(not block.furniture for block in writer.blocks) and writer.blocks:
            writer.blocks = [Block(b.kind, b.cut, b.level, b.gap, False, b.number, b.links) for b in writer.blocks]
    return Page(source, "".join(writer.pieces), _guessed(writer.blocks), hints, charset)


def _guessed(blocks: list[Block]) -> tuple[Block, ...]:
    """Take short lines that stand alone, as in plain text, for headings of no level; pages write labels in any tag."""
    found: list[Block] = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        alone = block.gap and (after is None or after.gap or after.kind == "bullet")
        if block.kind == "paragraph" and alone and looks_like_heading(block.text) and not block.furniture:
            block = Block("heading", block.cut, 0, block.gap, False, False, block.links)
        found.append(block)
    return tuple(found)


def _walk(body: LexborNode, writer: _Writer) -> None:
    layout = _layout_tables(body)
    stack: list[tuple[LexborNode, bool, bool]] = [(body, True, False)]
    while stack:
        node, entering, in_cell = stack.pop()
        tag = node.tag or ""
        if not entering:
            _leave(node, tag, writer, in_cell=in_cell, layout=layout)
            continue
        if tag == "-text":
            writer.add(node.text_content or "")
            continue
        if tag.startswith("-") or tag in _SKIP or _is_frame(node, tag):
            continue
        _enter(node, tag, writer, in_cell=in_cell, layout=layout)
        stack.append((node, False, in_cell))
        inside = (tag in ("td", "th") and not _in(node, layout)) or (in_cell and tag != "table")
        children: list[tuple[LexborNode, bool, bool]] = []
        child = node.child
        while child is not None:
            children.append((child, True, inside))
            child = child.next
        stack.extend(reversed(children))


def _enter(node: LexborNode, tag: str, writer: _Writer, *, in_cell: bool, layout: set[int]) -> None:
    if tag == "br":
        if in_cell:
            writer.add(" ")
        else:
            kind, level = writer.kind, writer.level
            writer.flush(gap=False)
            writer.kind, writer.level = ("paragraph" if kind == "bullet" else kind), level
        return
    if tag in ("td", "th") and not _in(node, layout):
        if writer.width:
            writer.line.append("\t")
            writer.width += 1
        return
    if tag == "a":
        node_href = node.attributes.get("href") or ""
        if node_href:
            writer.links.append((writer.width, writer.width, node_href))
        return
    if tag not in _BLOCKS and tag not in ("td", "th"):
        return
    if in_cell and tag not in ("li", "tr", "table"):
        writer.add(" ")
        return
    writer.flush(gap=tag not in ("dd", "tr"))
    if tag == "header" or tag == "footer":
        writer.furniture = writer.furniture or _is_page_frame(node, tag)
    if tag in ("ul", "ol"):
        writer.indent += 1
    elif tag == "li" or tag == "dd":
        writer.kind = "bullet"
        writer.number = _number(node) if tag == "li" else 0
    elif tag in _HEADINGS or tag == "dt":
        writer.kind, writer.level = "heading", _HEADINGS.get(tag, 0)


def _leave(node: LexborNode, tag: str, writer: _Writer, *, in_cell: bool, layout: set[int]) -> None:
    if tag == "a" and writer.links and writer.links[-1][0] == writer.links[-1][1]:
        start, _, href = writer.links.pop()
        if writer.width > start:
            writer.links.append((start, writer.width, href))
        return
    if tag in ("td", "th") and not _in(node, layout):
        return
    if tag not in _BLOCKS and tag not in ("td", "th"):
        return
    if in_cell and tag not in ("li", "tr", "table"):
        writer.add(" ")
        return
    writer.flush(gap=tag not in ("tr", "dt", "dd"))
    writer.number = 0
    if tag in ("ul", "ol"):
        writer.indent -= 1
    elif tag in ("header", "footer") and _is_page_frame(node, tag):
        writer.furniture = False


def _number(node: LexborNode) -> int:
    parent = node.parent
    if parent is None or parent.tag != "ol":
        return 0
    number, before = 1, node.prev
    while before is not None and number < 200:
        number += before.tag == "li"
        before = before.prev
    return number


def _is_frame(node: LexborNode, tag: str) -> bool:
    """Tell what belongs to the site rather than to the page, or is not shown: menus, notices, hidden parts."""
    attributes = node.attributes
    if not attributes or tag in ("body", "main", "article", "html"):
        return False
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDDEN.search(attributes.get("style") or "")
    ):
        return True
    if (attributes.get("role") or "") in _FRAME_ROLES:
        return True
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return tag in _BLOCKS and len(named) < 400 and bool(_FRAME_NAMES.search(named.replace("_", "-")))


def _is_page_frame(node: LexborNode, tag: str) -> bool:
    """Tell the page's own header or footer from an article's: no main, article or section around it, no h1 in it."""
    above, steps = node.parent, 0
    while above is not None and steps < _DEEP:
        if above.tag in ("main", "article", "section"):
            return False
        above, steps = above.parent, steps + 1
    return tag == "footer" or node.css_first("h1") is None


def _layout_tables(body: LexborNode) -> set[int]:
    """Find the tables that hold whole parts of a page (headings, other tables): their cells are no table's cells."""
    found: set[int] = set()
    for node in body.css("table table, td h1, td h2, td h3, td h4, td article"):
        above, steps = node.parent, 0
        while above is not None and above.tag != "table" and steps < _DEEP:
            above, steps = above.parent, steps + 1
        if above is not None and above.tag == "table":
            found.add(above.mem_id)
    return found


def _in(cell: LexborNode, layout: set[int]) -> bool:
    if not layout:
        return False
    above, steps = cell.parent, 0
    while above is not None and above.tag != "table" and steps < 6:
        above, steps = above.parent, steps + 1
    return above is not None and above.mem_id in layout


def _hints(tree: LexborHTMLParser, html: str) -> dict[str, str]:
    hints: dict[str, str] = {}
    if match := _SAVED_FROM.search(html[:4096]):
        hints["address"] = match[1]
    if tree.head is not None:
        for node in tree.head.css("title, meta, link"):
            attributes = node.attributes
            if node.tag == "title":
                hints.setdefault("window", tidy(node.text() or ""))
            elif node.tag == "link" and (attributes.get("rel") or "").casefold() == "canonical":
                hints.setdefault("address", attributes.get("href") or "")
            elif node.tag == "meta":
                name = (attributes.get("property") or attributes.get("name") or "").casefold()
                if name in _METAS and (content := tidy(attributes.get("content") or "")):
                    hints.setdefault(_METAS[name], content)
    root = tree.root
    if root is not None and (language := root.attributes.get("lang")):
        hints["language"] = language
    return {name: value for name, value in hints.items() if value}
