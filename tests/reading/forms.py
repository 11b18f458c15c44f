# SPDX-License-Identifier: MIT
"""Write the words of a text page as HTML in the ways that sites do: lists, tables, definitions, boxes, bare headings.

A page of text is one heading, paragraph or list a block; a short line without a full stop is a label.
"""

import quopri
import re
from collections.abc import Callable, Iterator
from html import escape

_BULLET = re.compile(r"^\s*(?:•|\d{1,2}\.)\s+")


def groups(text: str) -> Iterator[tuple[str, list[str]]]:
    """Divide text into ('title'|'label'|'text'|'lines'|'list'|'rows', lines)."""
    seen_title = False
    for part in re.split(r"\n\s*\n", text.strip("\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        bullets = [line for line in part.split("\n") if _BULLET.match(line)]
        if bullets and len(bullets) == len(lines):
            yield "list", [_BULLET.sub("", line) for line in bullets]
        elif any("\t" in line for line in lines):
            yield "rows", lines
        elif len(lines) > 1:
            yield "lines", lines
        elif lines and len(lines[0].split()) <= 14 and not lines[0].endswith((".", ",", ";")):
            long = len(lines[0].split()) >= 3 and not seen_title and not re.match(r"https?:|URL|\d", lines[0])
            seen_title = seen_title or long
            yield ("title" if long else "label"), lines
        elif lines:
            yield "text", lines


def with_lists(kind: str, lines: list[str]) -> str:
    """Write labels as second headings and bullets as a list."""
    if kind == "list":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    return _common(kind, lines, "h2")


def with_tables(kind: str, lines: list[str]) -> str:
    """Write bullets as the rows of a table."""
    if kind == "list":
        return "<table><tbody>" + "".join(f"<tr><td>{line}</td></tr>" for line in lines) + "</tbody></table>"
    return _common(kind, lines, "h3")


def with_definitions(kind: str, lines: list[str]) -> str:
    """Write a label as a term and the bullets as what it means."""
    if kind == "list":
        return "<dl>" + "".join(f"<dd>{line}</dd>" for line in lines) + "</dl>"
    return f"<dl><dt>{lines[0]}</dt></dl>" if kind == "label" else _common(kind, lines, "h2")


def with_boxes(kind: str, lines: list[str]) -> str:
    """Write everything as boxes with classes."""
    if kind == "list":
        items = "".join(f'<div class="list__item"><span>{line}</span></div>' for line in lines)
        return f'<div class="list">{items}</div>'
    if kind == "rows":
        return _common(kind, lines, "h2")
    name = {"title": "page-title", "label": "section-label", "text": "text", "lines": "text"}[kind]
    return f'<div class="{name}"><div>' + "<br>".join(lines) + "</div></div>"


def with_bold(kind: str, lines: list[str]) -> str:
    """Write labels in bold and bullets as list items with paragraphs inside."""
    if kind == "list":
        return "<ul>\n" + "".join(f"\n  <li>\n    <p>{line}</p>\n  </li>" for line in lines) + "\n</ul>"
    if kind == "label":
        return f"<p><strong>{lines[0]}</strong></p>"
    return _common(kind, lines, "h2")


def _common(kind: str, lines: list[str], label: str) -> str:
    match kind:
        case "title":
            return f"<h1>{lines[0]}</h1>"
        case "label":
            return f"<{label}>{lines[0]}</{label}>"
        case "rows":
            cells = ("".join(f"<td>{cell}</td>" for cell in line.split("\t")) for line in lines)
            return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
        case "lines":
            return "<p>" + "<br>\n".join(lines) + "</p>"
        case _:
            return f"<p>{lines[0]}</p>"


FORMS: dict[str, Callable[[str, list[str]], str]] = {
    "lists": with_lists,
    "tables": with_tables,
    "definitions": with_definitions,
    "boxes": with_boxes,
    "bold": with_bold,
}


def as_html(text: str, form: str) -> str:
    """Write a text page as a web page in one of the `FORMS`."""
    write = FORMS[form]
    body = "\n".join(write(kind, [escape(line) for line in lines]) for kind, lines in groups(text))
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n{body}\n</body></html>\n'


def as_mhtml(text: str, form: str, address: str) -> bytes:
    """Write a text page as a browser saves a whole page in one file."""
    body = quopri.encodestring(as_html(text, form).encode())
    head = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {address}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----Boundary"\n\n\n------Boundary\n'
        "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    )
    return head.encode() + body + b"\n------Boundary--\n"
