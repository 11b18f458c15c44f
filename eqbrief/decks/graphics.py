# SPDX-License-Identifier: MIT
"""The words of what a slide only points to: diagrams (SmartArt) and charts, old and new.

Format: ECMA-376 part 1, 21.2 (charts) and 21.4 (diagrams); for the newer charts [MS-ODRAWXML] 2.24.3.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from eqbrief.decks.parts import Package, Unreadable, attribute, child
from eqbrief.decks.text import body_text

MOST_POINTS = 2000
"""The most categories of a chart that are taken: more are measurements, not names."""
MOST_ROWS = 200
"""The most categories of a chart whose values are taken too, as a table; one with more is no table to read."""
_MOST_SERIES = 30

_CACHES = ("{*}strCache", "{*}numCache", "{*}multiLvlStrCache", "{*}strLit", "{*}numLit")


def diagram_text(package: Package, name: str) -> str:
    """Give the words of a diagram from its data part, in the order of its parts and the lower ones indented.

    Raises:
        Unreadable: when the part cannot be read.
    """
    root = package.xml(name)
    words: dict[str, str] = {}
    for point in root.iter("{*}pt"):
        body = child(point, "t")
        words[point.get("modelId") or ""] = body_text(body) if body is not None else ""
    below: dict[str, list[tuple[int, str]]] = {}
    lower: set[str] = set()
    for tie in root.iter("{*}cxn"):
        # Only 'parent of', the default, is an order of words; the others tie them to their drawing.
        if tie.get("type", "parOf") == "parOf":
            order, destination = tie.get("srcOrd") or "0", tie.get("destId") or ""
            below.setdefault(tie.get("srcId") or "", []).append((int(order) if order.isdecimal() else 0, destination))
            lower.add(destination)
    tops = [number for number in words if number not in lower]
    # A diagram that goes round in a ring has no top; what was not reached follows as it stands in the file.
    return "\n".join(_outline([*tops, *words], words, below))


def _outline(starts: list[str], words: dict[str, str], below: dict[str, list[tuple[int, str]]]) -> Iterable[str]:
    """Give each point's words once, followed by those of the points below it."""
    seen: set[str] = set()
    for start in starts:
        waiting = [(start, 0)]
        while waiting:
            number, depth = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            if words.get(number):
                # The first level is the diagram itself, which has no words.
                indent = "  " * min(max(depth - 1, 0), 8)
                yield indent + words[number].replace("\n", "\n" + indent)
            ordered = sorted(below.get(number, ()), key=lambda one: one[0], reverse=True)
            waiting += [(destination, depth + 1) for _, destination in ordered]


def chart_text(package: Package, name: str) -> str:
    """Give the words of a chart: its titles and labels, the names of its series, its categories, one a line.

    Where each category has a value, they follow as the lines of a table: the cells of a row with a tab between, the
    names of the series above.

    Raises:
        Unreadable: when the part cannot be read.
    """
    root = package.xml(name)
    lines: list[str] = []
    for rich in root.iter("{*}rich"):
        _add(lines, body_text(rich))
    for series in root.iter("{*}ser", "{*}series"):
        for part in series.iterchildren("{*}tx"):
            _add_all(lines, _points(part))
    for axis in root.iter("{*}cat", "{*}strDim"):
        _add_all(lines, _points(axis))
    # Titles may stand in a cell of the workbook.
    for title in root.iter("{*}title"):
        _add_all(lines, _points(title))
    rows = _rows(root)
    inside = {cell for row in rows for cell in row}
    lines = [line for line in lines if " ".join(line.split()) not in inside] + _drawn_upon(package, name, root)
    return "\n".join([*lines, *("\t".join(row) for row in rows)])


def _rows(root: Any) -> list[list[str]]:
    """Give a chart as rows of cells: the names of its series, then each category with its values; [] where it has no
    values, or no categories."""
    categories: dict[int, str] = {}
    columns: list[tuple[str, dict[int, str]]] = []
    for series in islice(root.iter("{*}ser"), _MOST_SERIES):
        values = _numbered(child(series, "val"))
        if values:
            categories |= _numbered(child(series, "cat"), as_text=True)
            columns.append((" ".join(" ".join(_points_of(child(series, "tx"))).split()), values))
    if not columns or not 0 < len(categories) <= MOST_ROWS:
        return []
    head = ["", *(name for name, _values in columns)]
    return [
        head,
        *(
            [" ".join(said.split()), *(values.get(at, "") for _, values in columns)]
            for at, said in sorted(categories.items())
        ),
    ]


def _numbered(part: Any, *, as_text: bool = False) -> dict[int, str]:
    """Give the values that a chart keeps of some cells, by their place; of categories in levels those next to it."""
    cache = next(part.iter(*_CACHES), None) if part is not None else None
    if cache is None:
        return {}
    level = child(cache, "lvl")
    code = child(cache, "formatCode")
    share = code is not None and "%" in (code.text or "")
    found: dict[int, str] = {}
    for point in islice((cache if level is None else level).iterchildren("{*}pt"), MOST_ROWS + 1):
        value, at = child(point, "v"), point.get("idx") or ""
        if value is not None and value.text and at.isdecimal():
            found[int(at)] = value.text.strip() if as_text else _number(value.text, share=share)
    return found


def _number(text: str, *, share: bool) -> str:
    """Write a number as a person would: '4.3' for 4.2999999999999998, '12%' for 0.12 where it is shown as a share."""
    try:
        number = float(text)
    except ValueError:
        return text.strip()
    return f"{number * 100:.4g}%" if share else f"{number:.12g}"


def _points_of(part: Any) -> Iterable[str]:
    return (one.strip() for one in _points(part)) if part is not None else ()


def _drawn_upon(package: Package, name: str, root: Any) -> list[str]:
    """Give the words of the shapes that were drawn upon a chart."""
    upon = child(root, "userShapes")
    relation = package.relations(name).get(attribute(upon, "id")) if upon is not None else None
    if relation is None or relation.outside:
        return []
    try:
        text = body_text(package.xml(relation.target), anywhere=True)
    except Unreadable:
        # The chart itself is whole; what is missing here is said by none of its words.
        return []
    return [text] if text else []


def _points(part: Any) -> Iterable[str]:
    """Give the values that a chart keeps of the cells which it was made of, and those written into it."""
    for cache in part.iter(*_CACHES):
        for value in islice(cache.iter("{*}v"), MOST_POINTS):
            yield value.text or ""
    # A name that was typed in stands by itself; in the newer charts, in the data of the text or in the point.
    for holder in (part, *part.iter("{*}txData")):
        for value in holder.iterchildren("{*}v"):
            yield value.text or ""
    for point in islice(part.iter("{*}pt"), MOST_POINTS):
        if not len(point):
            yield point.text or ""


def _add_all(lines: list[str], texts: Iterable[str]) -> None:
    for text in texts:
        _add(lines, text)


def _add(lines: list[str], text: str) -> None:
    """Add a text that does not stand there yet: series share their categories."""
    kept = text.strip()
    if kept and kept not in lines:
        lines.append(kept)
