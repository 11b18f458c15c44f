# SPDX-License-Identifier: MIT
"""Read an OpenDocument presentation slide by slide, with notes, tables, charts and embedded sheets.

Format: OASIS OpenDocument 1.3 part 3, 9 (presentations), 10 (drawings), 5 and 6 (text), 11 (charts).
"""

import posixpath
from collections.abc import Iterator
from typing import Any

from eqbrief.decks.gathering import Gathered
from eqbrief.decks.graphics import MOST_ROWS
from eqbrief.decks.parts import DEPTH_LIMIT, Package, Unreadable, attribute, child, local
from eqbrief.model import Place, Slide, Unread

# Placeholders by what they hold; any other is body.
_PLACES: dict[str, Place] = {"title": "title"}
_FEET = frozenset({"header", "footer", "date-time", "page-number", "page", "handout"})
_OBJECTS = frozenset({"object", "object-ole"})
_NOT_TEXT = frozenset({"annotation", "annotation-end", "note", "tracked-changes", "ruby-text"})
_MOST_BLANKS = 100


def slides_of_opendocument(package: Package) -> Iterator[tuple[Slide | None, list[Unread]]]:
    """Give each slide with what could not be read of it, one after the other.

    Raises:
        Unreadable: when the content cannot be read.
    """
    root = package.xml("content.xml")
    hidden = {
        attribute(style, "name")
        for style in root.iter("{*}style")
        for about in style.iterchildren("{*}drawing-page-properties")
        if attribute(about, "visibility") == "hidden"
    }
    presentation = child(root, "body", "presentation")
    pages: list[Any] = [] if presentation is None else list(presentation.iterchildren("{*}page"))
    for number, page in enumerate(pages, start=1):
        found = Gathered()
        walk = _Walk(package, found)
        notes = child(page, "notes")
        walk.shapes(one for one in page if one is not notes)
        if notes is not None:
            spoken = Gathered()
            _Walk(package, spoken, notes=True).shapes(notes)
            found.add("notes", spoken.said())
            found.links += spoken.links
            found.unread += spoken.unread
        yield found.slide(number, hidden=attribute(page, "style-name") in hidden), found.troubles(number)


class _Walk:
    """One walk over the shapes of a slide or of its notes."""

    def __init__(self, package: Package, found: Gathered, *, notes: bool = False) -> None:
        self._package = package
        self._notes = notes
        self.found = found

    def shapes(self, shapes: Any, depth: int = 0) -> None:
        """Take in shapes and the groups among them, in their order."""
        if depth > DEPTH_LIMIT:
            self.found.unread.append("its groups are nested too deeply to be followed")
            return
        for shape in shapes:
            kind = local(shape)
            if kind in ("g", "a"):
                self._described(shape)
                self.shapes(shape, depth + 1)
                if kind == "a":
                    self.found.link(_words(shape), attribute(shape, "href"))
            elif kind == "frame":
                self._frame(shape)
            elif kind not in ("forms", "page-thumbnail", "animations", "par", "annotation"):
                self.found.add("body", _words(shape))
                self._links(shape)

    def _frame(self, frame: Any) -> None:
        kind = attribute(frame, "class")
        # What stands in a placeholder that nobody filled is an invitation to fill it.
        if attribute(frame, "placeholder") == "true" or (self._notes and kind in _FEET):
            return
        self._described(frame)
        for content in frame:
            what = local(content)
            if what == "text-box" and kind in _FEET:
                self.found.foot.append(_words(content).strip())
            elif what == "text-box":
                self.found.add(_PLACES.get(kind, "body"), _words(content))
                self._links(content)
            elif what == "table":
                self.found.add("table", _table(content))
            elif what in _OBJECTS:
                self._object(content)
                return  # What follows is its picture, for programs that do not know it.
            elif what == "image":
                self.found.pictures += 1
                if mark := self._package.print_of(attribute(content, "href").removeprefix("./")):
                    self.found.prints.append(mark)
                return  # A second one is the same picture in another format.

    def _object(self, content: Any) -> None:
        target = attribute(content, "href")
        name = posixpath.normpath(posixpath.join(target, "content.xml")).lstrip("/")
        if "://" in target or not self._package.holds(name):
            self.found.pictures += 1
            self.found.unread.append("holds an object of another program, of which only the picture is shown")
            return
        try:
            root = self._package.xml(name)
        except Unreadable as trouble:
            self.found.unread.append(f"an object in it could not be read, because {trouble}")
            return
        chart = child(root, "body", "chart")
        if chart is not None:
            self.found.add("chart", _chart(chart))
            return
        body = child(root, "body")
        tables = [_table(table) for table in body.iter("{*}table")] if body is not None else []
        for table in tables:
            self.found.add("table", table)
        if not any(tables) and body is not None:
            self.found.add("body", _words(body))

    def _described(self, shape: Any) -> None:
        described = child(shape, "desc")
        if described is None:
            described = child(shape, "title")
        if described is not None:
            self.found.alternative(described.text or "")

    def _links(self, shape: Any) -> None:
        for link in shape.iter("{*}a"):
            url = attribute(link, "href")
            if url and not url.startswith("#"):
                self.found.link(_inline(link), url)


def _words(holder: Any, depth: int = 0) -> str:
    """Give the paragraphs within, one a line, those of nested lists indented by two blanks for each level."""
    lines: list[str] = []
    for one in holder if depth < DEPTH_LIMIT else ():
        kind = local(one)
        if kind in ("p", "h"):
            text = _inline(one)
            if text.strip():
                lines.append(text)
        elif kind == "list":
            inner = _words(one, depth + 1)
            if inner:
                indent = "  " if depth and local(holder) == "list-item" else ""
                lines.append(indent + inner.replace("\n", "\n" + indent))
        elif kind not in _NOT_TEXT and kind not in ("title", "desc"):
            inner = _words(one, depth + 1)
            if inner:
                lines.append(inner)
    return "\n".join(lines)


def _inline(paragraph: Any, depth: int = 0) -> str:
    pieces = [paragraph.text or ""]
    for one in paragraph if depth < DEPTH_LIMIT else ():
        kind = local(one)
        if kind == "s":
            many = attribute(one, "c")
            pieces.append(" " * min(int(many) if many.isdecimal() else 1, _MOST_BLANKS))
        elif kind == "tab":
            pieces.append("\t")
        elif kind == "line-break":
            pieces.append("\n")
        elif kind not in _NOT_TEXT:
            pieces.append(_inline(one, depth + 1))
        pieces.append(one.tail or "")
    return "".join(pieces)


def _table(table: Any) -> str:
    rows: list[str] = []
    for row in table.iter("{*}table-row"):
        cells = [" ".join(_words(cell).split()) for cell in row if local(cell).endswith("table-cell")]
        if any(cells):
            rows.append("\t".join(cells))
    return "\n".join(rows)


def _chart(chart: Any) -> str:
    """Give a chart's titles and its table, in whose first row and column its series and categories are named."""
    lines = [_words(title) for title in chart.iter("{*}title", "{*}subtitle")]
    for table in chart.iter("{*}table"):
        rows = [
            [" ".join(_words(cell).split()) for cell in row.iterchildren("{*}table-cell")]
            for row in table.iter("{*}table-row")
        ]
        if len(rows) > MOST_ROWS:
            rows = [rows[0], *([row[0]] for row in rows[1:] if row)]
        lines += ["\t".join(row) for row in rows if any(row)]
    return "\n".join(dict.fromkeys(line for line in lines if line.strip()))
