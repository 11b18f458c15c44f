# SPDX-License-Identifier: MIT
"""Markdown, with the lines about itself that static sites put in front of it, to the form that the rules read."""

import re

from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import tidy
from eqbrief.reading.markup import page_of_html

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_MOST = 20_000
_PAIR = re.compile(r"^([A-Za-z_-]{2,30})[ \t]*:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_HINTS = {
    "title": "title",
    "date": "published",
    "url": "address",
    "permalink": "address",
    "lang": "language",
    "language": "language",
    "description": "description",
    "site": "site",
    "publisher": "site",
}


def page_of_markdown(text: str, source: str, charset: str | None = None) -> Page:
    """Turn Markdown into readable text and blocks, by way of the HTML that it stands for."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - start-up: few pages are Markdown

    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    front, body = _divided(text)
    parser = MarkdownIt("commonmark", {"html": True, "breaks": False, "maxNesting": 40}).enable("table")
    page = page_of_html(f"<body><main>{parser.render(body)}</main>", source, charset)
    hints = {**_hints(front), **page.hints}
    title = hints.get("title", "")
    # A title that stands only in front is shown on the page by the site: the text shows it too.
    if title and title not in page.text[:2000] and not any(block.level == 1 for block in page.blocks):
        shown = page_of_html(f"<body><main><h1>{_escaped(title)}</h1>{parser.render(body)}</main>", source, charset)
        return Page(source, shown.text, shown.blocks, hints, charset)
    return Page(source, page.text, page.blocks, hints, charset)


def _divided(text: str) -> tuple[str, str]:
    match = _FRONT.match(text[:_FRONT_MOST])
    return (match[1], text[match.end() :]) if match else ("", text)


def _hints(front: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _PAIR.finditer(front):
        name = _HINTS.get(match[1].casefold())
        if name and (value := tidy(match[2].strip("\"'"))):
            found.setdefault(name, value)
    return found


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
