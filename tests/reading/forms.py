# SPDX-License-Identifier: MIT
"""Write the words of a text page as HTML in the ways that sites do, and as the files in which browsers save it.

A page of text is one heading, paragraph or list a block; a short line without a full stop is a label.
"""

import plistlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from quopri import encodestring

_BULLET = re.compile(r"^\s*(?:•|(\d{1,2})\.)\s+")
_ADDRESS = re.compile(r"\A(?:URL:\s*)?(https?://\S+)\s*\n")
_DIVIDER = re.compile(r"\s+[–—-]\s+|,\s+")
_DAY = re.compile(r"\b(?:19|20)\d\d\b|\d\d[:/.]\d\d")


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a page: `kind` is title, label, line, text, lines, list, numbers or rows."""

    kind: str
    lines: list[str]


def address_of(text: str) -> tuple[str, str]:
    """Divide a text page into the address in its first line, '' where there is none, and the rest."""
    match = _ADDRESS.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def nodes_of(text: str, title: str = "") -> list[Node]:
    """Divide text into its parts. The title is the one given, else the first line of three words and more."""
    found = list(_groups(text, title))
    told = False
    for number, (node, after) in enumerate(pairwise([*found, Node("end", [])])):
        told = told or node.kind == "text"
        # What stands between a title and the first sentence is a date or a name rather than a heading.
        if node.kind == "label" and (
            _DAY.search(node.lines[0])
            or not (after.kind in ("list", "numbers", "rows") or (told and after.kind != "end"))
        ):
            found[number] = Node("line", node.lines)
    return found


def _groups(text: str, title: str) -> Iterator[Node]:
    seen_title = False
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        bullets = [match for line in part.split("\n") if (match := _BULLET.match(line))]
        alone = len(lines) == 1 and len(lines[0].split()) <= 14 and not lines[0].endswith((".", ",", ";"))
        if bullets and len(bullets) == len(lines):
            yield Node("numbers" if bullets[0][1] else "list", [_BULLET.sub("", line) for line in lines])
        elif any("\t" in line for line in lines):
            yield Node("rows", lines)
        elif lines and not seen_title and _is_title(lines, title, alone=alone):
            seen_title = True
            yield Node("title", lines)
        elif lines:
            yield Node("label" if alone else "text" if len(lines) == 1 else "lines", lines)


def _is_title(lines: list[str], title: str, *, alone: bool) -> bool:
    if title:
        return len(lines) == 1 and title in lines[0]
    return alone and len(lines[0].split()) >= 3 and not re.match(r"https?:|URL|\d", lines[0])


def with_lists(node: Node) -> str:
    """Write labels as second headings and bullets as a list."""
    return _common(node, "h2")


def with_tables(node: Node) -> str:
    """Write bullets as the rows of a table of one column."""
    if node.kind == "list":
        return "<table><tbody>" + "".join(f"<tr><td>{line}</td></tr>" for line in node.lines) + "</tbody></table>"
    return _common(node, "h3")


def with_cells(node: Node) -> str:
    """Write bullets as the rows of a table, a name and what stands behind it in two cells."""
    if node.kind == "list" and (parts := _parts(node.lines)):
        rows = "".join(f"<tr><td>{name}</td><td>{rest}</td></tr>\n" for name, rest in parts)
        return f'<table class="people">\n{rows}</table>'
    return _common(node, "h2")


def with_definitions(node: Node) -> str:
    """Write a label as a term and the bullets as what it means."""
    if node.kind == "list":
        return "<dl>" + "".join(f"<dd>{line}</dd>" for line in node.lines) + "</dl>"
    return f"<dl><dt>{node.lines[0]}</dt></dl>" if node.kind == "label" else _common(node, "h2")


def with_boxes(node: Node) -> str:
    """Write everything as boxes with classes."""
    if node.kind == "list":
        items = "".join(f'<div class="list__item"><span>{line}</span></div>' for line in node.lines)
        return f'<div class="list">{items}</div>'
    if node.kind in ("rows", "numbers"):
        return _common(node, "h2")
    names = {"title": "page-title", "label": "section-label", "line": "meta", "text": "text", "lines": "text"}
    return f'<div class="{names[node.kind]}"><div>' + "<br>".join(node.lines) + "</div></div>"


def with_spans(node: Node) -> str:
    """Write everything as boxes and spans whose classes say what they are to the site's style."""
    if node.kind == "list":
        items = "".join(f'<div class="field__item">{_spanned(line)}</div>\n' for line in node.lines)
        return f'<div class="field field--multiple"><div class="field__items">\n{items}</div></div>'
    if node.kind in ("label", "line"):
        return f'<div class="field__{node.kind}"><span>{node.lines[0]}</span></div>'
    return f'<div class="field field--text">{_common(node, "div")}</div>'


def with_cards(node: Node) -> str:
    """Write each person as a card: the name as a small heading, the post as a paragraph under it."""
    if node.kind == "list" and (parts := _parts(node.lines)):
        cards = (f'<div class="card"><img src="a.png"><h3>{name}</h3><p>{rest}</p></div>' for name, rest in parts)
        return '<div class="cards">' + "\n".join(cards) + "</div>"
    return _common(node, "h2")


def with_bold(node: Node) -> str:
    """Write labels in bold and bullets as list items with paragraphs inside."""
    if node.kind == "list":
        return "<ul>\n" + "".join(f"\n  <li>\n    <p>{line}</p>\n  </li>" for line in node.lines) + "\n</ul>"
    return f"<p><strong>{node.lines[0]}</strong></p>" if node.kind == "label" else _common(node, "h2")


def with_breaks(node: Node) -> str:
    """Write labels in bold, and bullets as lines of one paragraph, each behind a dot."""
    if node.kind in ("list", "numbers"):
        mark = (lambda number: f"{number}. ") if node.kind == "numbers" else (lambda number: "&bull; ")
        lines = (mark(number) + line for number, line in enumerate(node.lines, start=1))
        return "<p>" + "<br />\n".join(lines) + "</p>"
    return with_bold(node)


def _common(node: Node, label: str) -> str:
    lines = node.lines
    match node.kind:
        case "title":
            return f"<h1>{lines[0]}</h1>"
        case "label":
            return f"<{label}>{lines[0]}</{label}>"
        case "list" | "numbers":
            tag = "ul" if node.kind == "list" else "ol"
            return f"<{tag}>" + "".join(f"<li>{line}</li>" for line in lines) + f"</{tag}>"
        case "rows":
            cells = ("".join(f"<td>{cell}</td>" for cell in line.split("\t")) for line in lines)
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
        case "lines":
            return "<p>" + "<br>\n".join(lines) + "</p>"
        case _:
            return f"<p>{lines[0]}</p>"


def _parts(lines: list[str]) -> list[tuple[str, str]]:
    """Divide each line behind its name; empty where one of them is not a name and something more."""
    found = [
        (line[: match.start()], line[match.end() :])
        for line in lines
        if (match := _DIVIDER.search(line))
        and 2 <= len(line[: match.start()].split()) <= 6
        and not re.search(r":|\?$", line)
    ]
    return found if len(found) == len(lines) else []


def _spanned(line: str) -> str:
    match = _DIVIDER.search(line)
    if match is None:
        return f'<span class="value">{line}</span>'
    front, behind = line[: match.start()], line[match.end() :]
    return f'<span class="name">{front}</span>{match[0]}<span class="details">{behind}</span>'


FORMS: dict[str, Callable[[Node], str]] = {
    "lists": with_lists,
    "tables": with_tables,
    "cells": with_cells,
    "definitions": with_definitions,
    "boxes": with_boxes,
    "spans": with_spans,
    "cards": with_cards,
    "bold": with_bold,
    "breaks": with_breaks,
    "framed": with_lists,
    "old": with_lists,
}
"""How each part of a page is written; 'framed' and 'old' put a site's frame around it, with its parts named or not."""

_FRAMED = """\
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div id="cookie-notice" role="dialog" aria-label="Cookies"><p>We use cookies to count visits.</p><button>Fine</button>
</div>
<div class="site"><header class="site-header" role="banner"><a href="/" rel="home"><img src="logo.svg" alt=""></a>
<nav class="main-navigation" aria-label="Main"><ul><li><a href="/">Home</a></li><li><a href="/events">Events</a><ul>
<li><a href="/events/past">Past events</a></li></ul></li></ul></nav>
<form role="search"><label>Search</label><input type="search"></form></header>
<div class="breadcrumbs"><a href="/">Home</a> / <a href="/events">Events</a></div>
<div id="content" class="site-content"><div class="container"><div class="row"><main class="col-md-8"><article
class="post type-post"><div class="entry-content"><div class="wp-block-group"><div class="inner">
%s
</div></div></div></article></main><aside class="col-md-4 widget-area"><section class="widget"><h2>Coming up</h2><ul>
<li><a href="/events/1">A breakfast about lifts</a> <time>Tuesday 3 June 2031, 9.30am</time></li>
<li><a href="/events/2">Porters and their radios</a> <time>10 June 2031</time></li></ul></section>
<section class="widget"><h2>Speakers</h2><p>Wilfred Ottershaw, Larkmoor Lifts</p></section></aside></div></div></div>
<footer class="site-footer" role="contentinfo"><div class="widget"><h2>Contact</h2><p>Corn Hall, Mercer Street</p>
</div><ul><li><a href="/privacy">Privacy</a></li><li><a href="/access">Accessibility</a></li></ul></footer></div>
<script>var a = "<p>Hosted by Wilfred Ottershaw</p>";</script><noscript><p>Please switch scripts on.</p></noscript>"""
_OLD = """\
<div id="wrapper"><div id="header"><div class="logo"><a href="/"><img src="logo.gif" alt=""></a></div><div id="menu">
<ul><li><a href="/">Home</a></li><li><a href="/events">Events</a></li><li><a href="/contact">Contact us</a></li></ul>
</div></div><table width="100%%" cellpadding="0"><tr><td width="70%%" valign="top"><div id="main-content"><div><div>
%s
</div></div></div></td><td class="sidebar" valign="top"><div class="block"><h3>Coming up</h3><ul>
<li><a href="/1">A breakfast about lifts</a> 3 June 2031</li><li><a href="/2">Porters and their radios</a> 10 June 2031
</li></ul></div></td></tr></table>
<div class="related-posts"><h3>You may also like</h3><ul><li><a href="/3">Wilfred Ottershaw on lifts</a></li></ul>
</div><div id="footer"><div><a href="/privacy">Privacy</a> | <a href="/access">Accessibility</a></div></div></div>"""
_FRAMES = {"framed": _FRAMED, "old": _OLD}


def as_html(text: str, form: str, title: str = "") -> str:
    """Write a text page as a web page in one of the `FORMS`; its address stands where a saved page keeps it."""
    address, text = address_of(text)
    write = FORMS[form]
    nodes = [Node(node.kind, [escape(line) for line in node.lines]) for node in nodes_of(text, title)]
    body = _FRAMES.get(form, "%s") % "\n".join(write(node) for node in nodes)
    saved = f"<!-- saved from url=({len(address):04}){address} -->\n" if address and form != "framed" else ""
    link = f'<link rel="canonical" href="{escape(address)}">' if address and form == "framed" else ""
    return f'<!DOCTYPE html>\n{saved}<html><head><meta charset="utf-8">{link}</head>\n<body>\n{body}\n</body></html>\n'


def as_mhtml(text: str, form: str, address: str, title: str = "") -> bytes:
    """Write a text page as a browser saves a whole page in one file, with its style and a picture."""
    own, text = address_of(text)
    address = address or own
    parts = (
        ("text/html", "quoted-printable", address, encodestring(as_html(text, form, title).encode())),
        ("text/css", "quoted-printable", "cid:css-1@mhtml.blink", encodestring(b".a { color: red }\n")),
        ("image/gif", "base64", "https://pennywick.example/logo.gif", b"R0lGODlhAQABAAAAACwAAAAAAQABAAA=\n"),
    )
    mark = "----MultipartBoundary--Rk9vQmFyQmF6"
    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {address}\nSubject: \n"
        "Date: Mon, 3 Mar 2031 10:00:00 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n"
        f'\ttype="text/html";\n\tboundary="{mark}"\n\n\n'
    ).encode()
    for kind, coding, place, body in parts:
        above = f"--{mark}\nContent-Type: {kind}\nContent-Transfer-Encoding: {coding}\nContent-Location: {place}\n\n"
        head += above.encode() + body + b"\n"
    return (head + f"--{mark}--\n".encode()).replace(b"\n", b"\r\n")


def as_webarchive(text: str, form: str, title: str = "") -> bytes:
    """Write a text page as Safari saves it, with a picture."""
    address, text = address_of(text)
    page = {
        "WebResourceData": as_html(text, form, title).encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceFrameName": "",
        "WebResourceURL": address,
    }
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": "x"}
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": [picture]}, fmt=plistlib.FMT_BINARY)
