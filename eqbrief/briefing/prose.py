# SPDX-License-Identifier: MIT
"""Make blocks of what people wrote in Markdown: notes, summaries, linking text. No markup of HTML passes."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as Node

from eqbrief.briefing.document import (
    DEEPEST,
    Block,
    Cite,
    Heading,
    Inline,
    Inlines,
    Item,
    Listing,
    Look,
    Paragraph,
    Table,
    Text,
)

# XML 1.0 allows no other control characters; the others turn the direction of writing: https://www.unicode.org/reports/tr9/
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\t\n\u2028\u2029]+")
_SCHEMES = ("http", "https", "mailto")
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def clean(text: str) -> str:
    """Give text without the characters that no document may hold."""
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str | None) -> str:
    """Give clean text as one line."""
    return " ".join(clean(text or "").split())


def paragraphs(text: str | None, *numbers: int, look: Look = "body") -> list[Block]:
    """Make paragraphs of text that is no Markdown, one for each part between empty lines."""
    parts = (line(part) for part in re.split(r"\n\s*\n", clean(text or "")))
    return [Paragraph((Text(part), *_cite(numbers)), look) for part in parts if part]


def markdown(text: str | None, *numbers: int, below: int = 1, look: Look = "body") -> list[Block]:
    """Make blocks of Markdown. Each paragraph and each item of a list says with `numbers` where it is from.

    Headings in it lie under those of level `below`, however deep they say they are.
    """
    return list(_read(text or "", numbers, below, look))


@lru_cache(maxsize=2048)  # a builder composes the same words again at each change, and reading them is half of that
def _read(text: str, numbers: tuple[int, ...], below: int, look: Look) -> tuple[Block, ...]:
    tree = Node(_PARSER.parse(clean(text)))
    blocks = [block for node in tree.children for block in _blocks(node, _cite(numbers), below, look)]
    tops = [block.level for block in blocks if isinstance(block, Heading)]
    if not tops:
        return tuple(blocks)
    lift = below + 1 - min(tops)
    return tuple(
        Heading(block.text, min(block.level + lift, DEEPEST)) if isinstance(block, Heading) else block
        for block in blocks
    )


def closed_up(text: str) -> str:
    """Give Markdown whose headings skip no level: each lies at most one below the one that it belongs to."""
    headings = [one for one in _PARSER.parse(text) if one.type == "heading_open" and one.map]
    highest = min((int(one.tag[1:]) for one in headings), default=1)
    lines, open_levels = text.splitlines(), list[int]()
    for one in headings:
        level = int(one.tag[1:])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        wanted = highest + len(open_levels) - 1
        if one.map and one.markup.startswith("#") and level > wanted:
            lines[one.map[0]] = lines[one.map[0]].replace(one.markup, "#" * wanted, 1)
    return "\n".join(lines)


def safe_link(address: str | None) -> str | None:
    """Give an address that may stand in a document as a link: of the web or of mail; None for any other."""
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return None
    wanted = parts.netloc or parts.scheme == "mailto"
    return clean((address or "").strip()) if parts.scheme.lower() in _SCHEMES and wanted else None


def _cite(numbers: tuple[int, ...]) -> Inlines:
    return (Cite(numbers),) if numbers else ()


def _blocks(node: Node, cite: Inlines, below: int, look: Look) -> Iterable[Block]:
    if node.type == "heading":
        if words := line("".join(run.text for run in _runs(node) if isinstance(run, Text))):
            yield Heading(words, int(node.tag[1:]) + below)
    elif node.type in ("paragraph", "html_block", "fence", "code_block"):
        runs = _runs(node) if node.type == "paragraph" else (Text(line(node.content)),)
        if any(isinstance(run, Text) and run.text.strip() for run in runs):
            yield Paragraph((*runs, *cite), look)
    elif node.type == "blockquote":
        for child in node.children:
            yield from _blocks(child, cite, below, "quote")
    elif node.type in ("bullet_list", "ordered_list"):
        if items := tuple(_items(node, cite)):
            yield Listing(items, ordered=node.type == "ordered_list")
    elif node.type == "table":
        yield from _table(node, cite)


def _items(node: Node, cite: Inlines) -> Iterable[Item]:
    for child in node.children:
        runs: list[Inline] = []
        below: Listing | None = None
        for part in child.children:
            if part.type in ("bullet_list", "ordered_list"):
                deeper = tuple(_items(part, cite))
                merged = (*below.items, *deeper) if below else deeper
                below = Listing(merged, ordered=part.type == "ordered_list") if merged else None
            else:
                found = _runs(part) if part.children else (Text(line(part.content)),)
                runs += [Text(" "), *found] if runs else found
        if runs or below:
            yield Item((*runs, *cite) if runs else (Text("…"),), below)


def _table(node: Node, cite: Inlines) -> Iterable[Block]:
    rows = [[_runs(cell) for cell in row.children] for part in node.children for row in part.children]
    if not rows:
        return
    header = tuple(line("".join(run.text for run in cell if isinstance(run, Text))) for cell in rows[0])
    body = tuple(
        tuple((*cell, *cite) if at == len(row) - 1 else tuple(cell) for at, cell in enumerate(row)) for row in rows[1:]
    )
    if body:
        yield Table("", header, body)


def _runs(node: Node) -> tuple[Inline, ...]:
    """Make runs of everything inline below a node, neighbours of one look joined."""
    joined: list[Text] = []
    for run in _flat(node, Text("")):
        last = joined[-1] if joined else None
        if last and (last.strong, last.emphasis, last.link) == (run.strong, run.emphasis, run.link):
            joined[-1] = Text(last.text + run.text, run.strong, run.emphasis, run.link)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _flat(node: Node, look: Text) -> Iterable[Text]:
    if node.type in ("text", "code_inline", "html_inline"):
        yield Text(_BREAK.sub(" ", node.content), look.strong, look.emphasis, look.link)
    elif node.type in ("softbreak", "hardbreak"):
        yield Text(" ", look.strong, look.emphasis, look.link)
    elif node.type == "image":
        yield Text(line(node.content), look.strong, look.emphasis, look.link)
    else:
        inner = look
        if node.type == "strong":
            inner = Text("", True, look.emphasis, look.link)
        elif node.type == "em":
            inner = Text("", look.strong, True, look.link)
        elif node.type == "link":
            inner = Text("", look.strong, look.emphasis, safe_link(str(node.attrs.get("href", ""))))
        for child in node.children:
            yield from _flat(child, inner)
