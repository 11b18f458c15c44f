# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Write the pieces of a page as text, Markdown or HTML in the ways that sites and savers do."""

import textwrap
from collections.abc import Callable, Iterable
from html import escape

from tests.reading.varied.persons import STRONG
from tests.reading.varied.sheet import Piece

Render = Callable[[Iterable[Piece]], str]


def _strong(text: str, before: str, after: str) -> str:
    return text.replace(STRONG[0], before).replace(STRONG[1], after)


def _text(bullet: str, *, tight: bool = False, wrapped: bool = False, shout: bool = False) -> Render:
    """Make a writer of plain text. `tight`: no empty line behind a heading; `shout`: headings in capitals."""

    def write(pieces: Iterable[Piece]) -> str:
        parts: list[str] = []
        before = ""
        for piece in pieces:
            if piece.sort in ("list", "offers") and len(piece.lines) + (piece.sort == "list") > 1:
                block = "\n".join(bullet + line for line in piece.lines)
            elif piece.sort == "heading" and shout:
                block = piece.lines[0].upper()
            elif piece.sort == "text" and wrapped:
                block = "\n".join(textwrap.wrap(_strong(piece.lines[0], "", ""), 76, break_on_hyphens=False))
            else:
                block = "\n".join(piece.lines)
            close = tight and parts and piece.sort in ("list", "rows", "lines") and before in ("heading", "label")
            parts.append(("\n" if close else "\n\n" if parts else "") + block)
            before = piece.sort
        return _strong("".join(parts), "", "") + "\n"

    return write


def markdown(pieces: Iterable[Piece]) -> str:
    """Write Markdown with headings of their levels, bold labels, stars and bars."""
    parts: list[str] = []
    for piece in pieces:
        match piece.sort:
            case "title":
                parts.append(f"# {piece.lines[0]}")
            case "heading":
                parts.append(f"## {piece.lines[0]}")
            case "label":
                parts.append(f"**{piece.lines[0]}**")
            case "list":
                parts.append("\n".join(f"* {line}" for line in piece.lines))
            case "offers":
                parts.append("\n".join(f"* [{line}]({_target(line, n)})" for n, line in enumerate(piece.lines)))
            case "rows":
                rows = [f"| {line.replace(chr(9), ' | ')} |" for line in piece.lines]
                bar = "|" + " --- |" * (piece.lines[0].count("\t") + 1)
                parts.append("\n".join([rows[0], bar, *rows[1:]]))
            case "lines":
                parts.append("  \n".join(piece.lines))
            case _:
                parts.append(piece.lines[0])
    return _strong("\n\n".join(parts), "**", "**") + "\n"


def _target(line: str, number: int) -> str:
    file = any(word in line for word in ("PDF", "PPTX"))
    return f"/files/deck-{number}.pdf" if file else f"https://youtube.com/watch?v=kettle{number}"


def _offer(line: str, number: int) -> str:
    return f'<a href="{_target(line, number)}">{line}</a>'


def _rows(lines: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in line.split("\t")) for line in lines)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _html(shapes: dict[str, str], item: str, around: str, strong: tuple[str, str] = ("", "")) -> Render:
    """Make a writer of HTML. `shapes`: a pattern for each sort of line; `item`, `around` for lists; `strong` for names."""

    def write(pieces: Iterable[Piece]) -> str:
        parts: list[str] = []
        for piece in pieces:
            lines = tuple(escape(line, quote=False) for line in piece.lines)
            if piece.sort == "offers":
                lines = tuple(_offer(line, number) for number, line in enumerate(lines))
            if piece.sort in ("list", "offers"):
                parts.append(around.format("".join(item.format(line) for line in lines)))
            elif piece.sort == "rows":
                parts.append(_rows(lines))
            elif piece.sort == "lines":
                parts.append(shapes["text"].format("<br>\n".join(lines)))
            else:
                parts.append(shapes[piece.sort].format(lines[0]))
        body = _strong("\n".join(parts), *strong)
        return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n<body>\n{body}\n</body></html>\n'

    return write


_TAGS = {
    "title": "<h1>{}</h1>",
    "heading": "<h2>{}</h2>",
    "label": "<p><strong>{}</strong></p>",
    "text": "<p>{}</p>",
    "small": "<p>{}</p>",
}
_CLASSES = {
    sort: f'<div class="page__{sort}"><div>{{}}</div></div>' for sort in ("title", "heading", "label", "text", "small")
}

RENDERERS: dict[str, tuple[str, Render]] = {
    "text": ("txt", _text("  • ")),
    "text dashes": ("txt", _text("- ")),
    "text stars": ("txt", _text("* ")),
    "text bare": ("txt", _text("")),
    "text tight": ("txt", _text("• ", tight=True)),
    "text wrapped": ("txt", _text("  • ", wrapped=True)),
    "text shouting": ("txt", _text("- ", shout=True)),
    "markdown": ("md", markdown),
    "html lists": ("html", _html(_TAGS, "<li>{}</li>", "<ul>{}</ul>")),
    "html paragraphs": (
        "html",
        _html(_TAGS | {"heading": "<h3>{}</h3>"}, "<li><p>{}</p></li>", "<ul>{}</ul>", ("<strong>", "</strong>")),
    ),
    "html boxes": (
        "html",
        _html(
            _CLASSES | {"title": "<h1 class='hero'>{}</h1>"},
            '<div class="item"><span>{}</span></div>',
            '<div class="items">{}</div>',
            ('<a href="/people/somebody">', "</a>"),
        ),
    ),
    "html definitions": ("html", _html(_TAGS | {"label": "<dl><dt>{}</dt></dl>"}, "<dd>{}</dd>", "<dl>{}</dl>")),
    "html emphasis": (
        "html",
        _html(_TAGS | {"heading": "<h3>{}</h3>"}, "<li>{}</li>", "<ul>{}</ul>", ("<b><em>", "</em></b>")),
    ),
    "html breaks": ("html", _html(_TAGS | {"heading": "<h4><b>{}</b></h4>"}, "{}<br>\n", "<p>{}</p>")),
    "html table": ("html", _html(_TAGS, "<tr><td>{}</td></tr>", "<table>{}</table>")),
}
