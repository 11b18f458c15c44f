# SPDX-License-Identifier: MIT
"""What the elements of a web page are to a reader: parts of the site's frame, items of a list, layout, or content."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from eqbrief.reading.cuts import tidy

_SKIP_TAGS = """
    script style noscript template svg math iframe object embed canvas head select option textarea input button nav
    audio video map dialog datalist
"""
_BLOCK_TAGS = """
    html body p div section article main header footer aside ul ol li table thead tbody tfoot tr caption h1 h2 h3 h4
    h5 h6 dl dt dd blockquote pre figure figcaption address form fieldset legend details summary center hr hgroup menu
"""
SKIPPED = frozenset(_SKIP_TAGS.split())
BLOCKS = frozenset(_BLOCK_TAGS.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FRAME_ROLES = frozenset({"navigation", "search", "menu", "menubar", "alert", "alertdialog", "dialog"})
_FRAME_PARTS = frozenset({"header", "footer", "aside"})
_PART_ROLES = {"banner": "header", "contentinfo": "footer", "complementary": "aside"}
_CONTENT = ("main", "article", "section")
_FRAME_NAMES = re.compile(
    r"(?<![^\W_])(?:cookies?|breadcrumbs?|nav(?:bar|igation)?|menu|social|sharing?|newsletter|skip-?(?:link|to)?|pagination|"
    r"screen-reader-text|visually-hidden|sr-only|advert(?:isement)?|sidebar)(?![^\W_])",
    re.IGNORECASE,
)
_PART_NAMES = {
    **dict.fromkeys(("footer", "site-footer", "page-footer", "global-footer", "colophon"), "footer"),
    **dict.fromkeys(("site-header", "global-header", "masthead"), "header"),
    **dict.fromkeys(("related", "related-posts", "related-content", "related-events"), "aside"),
}
_ITEM_NAMES = re.compile(r"(?:^|[\s_-])(?:list-?item|item|bullet|question)(?=\s|$)", re.IGNORECASE)
_TAG_NAMES = re.compile(r"(?:^|[\s_-])(?:tag|topic|chip|pill|keyword|category)(?=\s|$)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_DEEP, _NEAR, _MOST_NAMES = 40, 6, 400
_METAS = {
    "og:title": "title", "og:site_name": "site", "og:url": "address", "og:description": "description",
    "description": "description", "article:published_time": "published", "application-name": "site",
    "dc.title": "title", "dcterms.title": "title", "dc.publisher": "site", "keywords": "keywords",
}  # fmt: skip


def is_frame(node: LexborNode, tag: str) -> bool:
    """Tell what belongs to the site rather than to the page, or is not shown: menus, notices, hidden parts."""
    attributes = node.attributes
    if not attributes or tag in ("body", "main", "article", "html"):
        return False
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    if hidden or _HIDDEN.search(attributes.get("style") or "") or (attributes.get("role") or "") in _FRAME_ROLES:
        return True
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return (tag in BLOCKS or tag == "td") and len(named) < _MOST_NAMES and bool(_FRAME_NAMES.search(named))


def frame_part(node: LexborNode, tag: str) -> str | None:
    """Name the part of a page's frame that an element may be: 'header', 'footer', 'aside'; by tag, role or name."""
    if tag in _FRAME_PARTS:
        return tag
    attributes = node.attributes
    if not attributes or tag not in BLOCKS:
        return None
    if part := _PART_ROLES.get(attributes.get("role") or ""):
        return part
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"[:_MOST_NAMES].casefold()
    return next((_PART_NAMES[name] for name in named.split() if name in _PART_NAMES), None)


def is_page_frame(node: LexborNode, part: str) -> bool:
    """Tell the page's own header or footer from an article's: no main, article or section around it, no h1 in it.

    What stands beside the page is its frame only where the page says which part is the page.
    """
    top, above, steps = node, node.parent, 0
    while above is not None and steps < _DEEP:
        if above.tag in _CONTENT or above.attributes.get("role") in ("main", "article"):
            return False
        top, above, steps = above, above.parent, steps + 1
    if part == "aside" and top.css_first("main, article, [role=main]") is None:
        return False
    return part == "footer" or node.css_first("h1") is None


def is_item(node: LexborNode, tag: str) -> bool:
    """Tell what is an item of a list: by its tag, its role, its class, or as a row of a table of one column."""
    if tag in ("li", "dd"):
        return True
    if tag == "tr":
        return _is_lone_cell(node)
    attributes = node.attributes
    if not attributes:
        return False
    named = (attributes.get("class") or "")[:_MOST_NAMES]
    if tag in ("div", "p") and (attributes.get("role") == "listitem" or _ITEM_NAMES.search(named)):
        return True
    return tag in ("div", "p", "span", "a") and bool(_TAG_NAMES.search(named))


def _is_lone_cell(row: LexborNode) -> bool:
    cells, child = 0, row.child
    while child is not None and cells < 2:
        cells += child.tag in ("td", "th")
        child = child.next
    return cells == 1


def layout_tables(body: LexborNode) -> frozenset[int]:
    """Find the tables that hold whole parts of a page (headings, other tables): their cells are no table's cells."""
    found: set[int] = set()
    for node in body.css("table table, td h1, td h2, td h3, td h4, td article"):
        above, steps = node.parent, 0
        while above is not None and above.tag != "table" and steps < _DEEP:
            above, steps = above.parent, steps + 1
        if above is not None and above.tag == "table":
            found.add(above.mem_id)
    return frozenset(found)


def is_in(cell: LexborNode, tables: frozenset[int]) -> bool:
    """Tell whether a cell belongs directly to one of the given tables."""
    if not tables:
        return False
    above, steps = cell.parent, 0
    while above is not None and above.tag != "table" and steps < _NEAR:
        above, steps = above.parent, steps + 1
    return above is not None and above.mem_id in tables


def hints_of(tree: LexborHTMLParser, html: str) -> dict[str, str]:
    """Gather what a page says about itself beside its text: window title, site's name, address, language."""
    hints: dict[str, str] = {}
    if match := _SAVED_FROM.search(html[:4096]):
        hints["address"] = match[1]
    for node in tree.head.css("title, meta, link") if tree.head is not None else []:
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
