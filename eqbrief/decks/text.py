# SPDX-License-Identifier: MIT
"""The words of DrawingML: paragraphs, bodies of text and tables. Runs join without a blank, paragraphs never.

Format: ECMA-376 part 1, 21.1.2 and 21.1.3.
"""

from typing import Any

from eqbrief.decks.parts import child, local

_WORDS = ("{*}t", "{*}br", "{*}AlternateContent")
_INDENT = "  "
_DEEPEST = 8


def paragraph_text(paragraph: Any) -> str:
    """Give the words of a paragraph; formulas and fields are words too, a line break is '\\n'."""
    pieces: list[str] = []
    for piece in paragraph.iter(*_WORDS):
        kind = local(piece)
        if kind == "t":
            pieces.append(piece.text or "")
        elif kind == "br":
            pieces.append("\n")
        else:
            return _with_choices(paragraph)
    return "".join(pieces)


def body_text(body: Any, *, anywhere: bool = False) -> str:
    """Give the paragraphs of a body of text, one a line and the lower levels indented by two blanks each.

    `anywhere` takes paragraphs however deep they stand.
    """
    lines: list[str] = []
    for paragraph in body.iter("{*}p") if anywhere else body.iterchildren("{*}p"):
        text = paragraph_text(paragraph)
        if text and not text.isspace():
            indent = _INDENT * _level(paragraph)
            lines.append(indent + text.strip().replace("\n", "\n" + indent))
    return "\n".join(lines)


def table_text(table: Any) -> str:
    """Give a table as lines of cells with a tab between; a cell is one line."""
    rows: list[str] = []
    for row in table.iterchildren("{*}tr"):
        cells: list[str] = []
        for cell in row.iterchildren("{*}tc"):
            body = child(cell, "txBody")
            cells.append(" ".join(body_text(body).split()) if body is not None else "")
        if any(cells):
            rows.append("\t".join(cells))
    return "\n".join(rows)


def _level(paragraph: Any) -> int:
    first = paragraph[0] if len(paragraph) else None
    level = first.get("lvl") if first is not None and local(first) == "pPr" else None
    return min(int(level), _DEEPEST) if level and level.isdecimal() else 0


def _with_choices(element: Any) -> str:
    """Give the words where some stand in several forms, of which the first that says anything counts."""
    kind = local(element)
    if kind == "t":
        return element.text or ""
    if kind == "br":
        return "\n"
    if kind == "AlternateContent":
        return next((said for form in element if (said := _with_choices(form)).strip()), "")
    return "".join(_with_choices(one) for one in element)
