# SPDX-License-Identifier: MIT
"""A slide as a page to read: title, text at its levels, tables as tables, diagrams as lists, pictures by their words.

It is what is shown where a slide cannot be drawn, and what a screen reader gets in either case.
"""

import html
import re
from collections.abc import Iterable, Sequence

from eqbrief.model import Slide, Unread

_BULLET = re.compile(r"^([•◦▪▫●○■□‣⁃∙·»›➢➤✓✔❖–—*-]|[oO](?=\s{2}))\s+")
_INDENT = 2
_LONG = 40
"""From how many letters on a line of a PDF may go on in the next."""


def slide_html(slide: Slide, unread: Sequence[Unread] = (), *, from_pdf: bool = False) -> str:
    """Write a slide as HTML in which every word of the deck is escaped. `unread` is what could not be read of it.

    The lines of a PDF are those of its print: a sentence that was broken is joined where that is plain.
    """
    title = slide.title or f"Slide {slide.number}"
    parts = [f'<h1 class="slide">{_said(title)}</h1>']
    parts += [f'<p class="quiet">{_said(line)}</p>' for line in _more_of_title(slide)]
    body = _without_number(slide.text["body"], slide.number)
    lines = joined(body.split("\n")) if from_pdf else body.split("\n")
    parts.append(outline_html(lines))
    parts += [table_html(rows) for rows in tables(slide.text["table"])]
    parts += _labelled("Diagram", outline_html(slide.text["diagram"].split("\n"), always=True))
    parts += _labelled("Chart", _chart(slide.text["chart"]))
    parts += _pictures(slide)
    parts += _links(slide)
    parts += [f'<p class="caution">Not read: {_said(one.reason)}.</p>' for one in unread if one.slide == slide.number]
    return "".join(parts)


def notes_html(notes: str) -> str:
    """Write the speaker's notes as HTML, a paragraph a line."""
    return "".join(f"<p>{_said(line)}</p>" for line in notes.split("\n") if line.strip())


def plain_words(slide: Slide) -> str:
    """Write all the words of a slide but its notes, in their order."""
    parts = [slide.text[place] for place in ("title", "body", "table", "diagram", "chart")]
    return "\n".join([part for part in parts if part] + list(slide.alternatives))


def outline_html(lines: Iterable[str], *, always: bool = False) -> str:
    """Write lines as a list in which two blanks at a line's beginning are a level; a single line is a paragraph."""
    read = [_level(line) for line in lines if line.strip()]
    if not read:
        return ""
    if len(read) == 1 and not always:
        return f"<p>{_said(read[0][1])}</p>"
    out: list[str] = []
    open_levels: list[int] = []
    for level, text in read:
        while open_levels and open_levels[-1] > level:
            out.append("</li></ul>")
            open_levels.pop()
        if not open_levels or open_levels[-1] < level:
            out.append("<ul>")
            open_levels.append(level)
        else:
            out.append("</li>")
        out.append(f"<li>{_said(text)}")
    out.append("</li></ul>" * len(open_levels))
    return "".join(out)


def tables(text: str) -> list[list[list[str]]]:
    """Part the text of a slide's tables into tables of rows of cells, each of one width.

    Empty cells at the end of a line are not kept. So a new table begins where a line has more cells than those before
    it, unless that was one alone, and with an empty first cell, as a chart has it above its categories.
    """
    found: list[list[list[str]]] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        if not line.strip():
            continue
        widest = max(map(len, found[-1]), default=0) if found else 0
        if not found or (len(cells) > widest and len(found[-1]) > 1) or not cells[0]:
            found.append([])
        found[-1].append(cells)
    return [_even(rows) for rows in found]


def _even(rows: list[list[str]]) -> list[list[str]]:
    width = max(map(len, rows))
    return [cells + [""] * (width - len(cells)) for cells in rows]


def table_html(rows: Sequence[Sequence[str]]) -> str:
    """Write rows of cells as a table whose first row is its head."""
    head, *rest = rows
    first = "".join(f'<th class="slide">{_said(cell)}</th>' for cell in head)
    others = "".join(f"<tr>{_cells(row)}</tr>" for row in rest)
    return f'<table class="slide" cellspacing="0" width="100%"><tr>{first}</tr>{others}</table>'


def _cells(row: Sequence[str]) -> str:
    return "".join(f'<td class="slide">{_said(cell)}</td>' for cell in row)


def joined(lines: Iterable[str]) -> list[str]:
    """Join the lines of a print that go on in the next, and make levels of its bullets, in the order of their kinds."""
    out: list[str] = []
    kinds: list[str] = []
    for line in lines:
        found = _BULLET.match(line.strip())
        bare = _BULLET.sub("", line.strip())
        if found and found[1] not in kinds:
            kinds.append(found[1])
        goes_on = bool(out) and found is None and bare[:1].islower() and len(out[-1]) >= _LONG
        if goes_on:
            out[-1] = f"{out[-1]} {bare}"
        elif bare:
            out.append(" " * _INDENT * (min(kinds.index(found[1]), 3) if found else 0) + bare)
    return out


def _chart(text: str) -> str:
    """Write a chart's words: what stands in rows as a table, the rest as a list."""
    plain = [line for line in text.split("\n") if "\t" not in line]
    rows = "\n".join(line for line in text.split("\n") if "\t" in line)
    return outline_html(plain, always=not rows) + "".join(table_html(one) for one in tables(rows))


def _labelled(label: str, inner: str) -> list[str]:
    return [f'<p class="label">{label}</p>{inner}'] if inner else []


def _pictures(slide: Slide) -> list[str]:
    said = [f"<li>{_said(text)}</li>" for text in slide.alternatives]
    count = slide.pictures
    if not count and not said:
        return []
    label = "1 picture" if count == 1 else f"{count} pictures" if count else "Descriptions"
    if not said:
        return [f'<p class="label">{label}, not described</p>']
    return [f'<p class="label">{label}</p><ul>{"".join(said)}</ul>']


def _links(slide: Slide) -> list[str]:
    said: list[str] = []
    for link in slide.links:
        words = "" if not link.text or link.text == link.url else f"{_said(link.text)}: "
        said.append(f"<li>{words}{_said(link.url)}</li>")
    return [f'<p class="label">Links</p><ul>{"".join(said)}</ul>'] if said else []


def _more_of_title(slide: Slide) -> list[str]:
    """Give the lines of the title's place that are not the title itself."""
    first = " ".join(slide.text["title"].split())
    return [] if not slide.title or first == slide.title else [line for line in slide.text["title"].split("\n") if line]


def _without_number(body: str, number: int) -> str:
    """Leave out the slide's own number, which stands last of all where the slide shows it."""
    before, mark, last = body.rpartition("\n")
    return before if mark and last.strip() == str(number) else "" if last.strip() == str(number) else body


def _level(line: str) -> tuple[int, str]:
    text = line.lstrip(" ")
    return (len(line) - len(text)) // _INDENT, _BULLET.sub("", text)


def _said(text: str) -> str:
    return html.escape(text.strip())
