# SPDX-License-Identifier: MIT
"""Read tables whose first row says what each column holds: the day or the hour, what is on, and who speaks.

Without such a row nothing tells a talk's title from a room, so a table without one is left to the rules for lines.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.posts import Posts
from eqbrief.reading.words import words

_LONGEST_HEAD, _TWO = 40, 2
_ASIDE = re.compile(r"\s*\([^()]{12,}\)$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row under a header: the cells by what they hold ('date', 'title', 'role'…), and the people it names."""

    block: Block
    cells: dict[str, Cut]
    people: tuple[Found, ...]


def tables_of(blocks: Iterable[Block], known: frozenset[str] = frozenset()) -> Iterator[list[Row]]:
    """Give the rows of each table that has a header naming a column of titles, in order."""
    columns: dict[int, str] = {}
    rows: list[Row] = []
    for block in blocks:
        if block.kind != "row":
            if rows:
                yield rows
            columns, rows = {}, []
            continue
        if header := columns_of(block):
            if rows:
                yield rows
            columns, rows = header, []
        elif columns and (row := _row(block, columns, known)):
            rows.append(row)
    if rows:
        yield rows


def columns_of(block: Block) -> dict[int, str]:
    """Give what each column holds, by its number, where a row is such a header; else nothing.

    One column must be of titles and another of days, hours or people.
    """
    found: dict[int, str] = {}
    heads = [fold(_ASIDE.sub("", cell.text)).strip(" :?*") for cell in block.cells]
    if any(len(head) > _LONGEST_HEAD or re.search(r"\d|[.!,;]", head) for head in heads):
        return {}
    if len(heads) == _TWO and heads[0] in words().columns["code"] and _kind(heads[1]) == "title":
        return {0: "code", 1: "title"}
    # Of "Workshop | Name" the second is the title.
    for number in sorted(range(len(heads)), key=lambda number: _rank(heads[number])):
        kind = _kind(heads[number])
        if kind and kind not in found.values():
            found[number] = kind
    kinds = set(found.values())
    return found if "title" in kinds and kinds & {"date", "time", "people"} else {}


def _parts(head: str) -> list[str]:
    return re.split(r"[\s/()&-]+", head)


def _rank(head: str) -> int:
    titles = words().columns["title"]
    ends = _parts(head)
    return min((titles.index(word) for word in (head, ends[0], ends[-1]) if word in titles), default=len(titles))


def _kind(head: str) -> str | None:
    tables = words()
    parts = _parts(head)
    detail = tables.details.get(head)
    if detail in ("date", "time"):
        return "time" if detail == "time" else "date"
    if head in tables.capacities or any(part in tables.capacity_words and part not in tables.filler for part in parts):
        return "people"
    for kind in ("organisation", "role"):
        if head in tables.columns[kind]:
            return kind
    titles = tables.columns["title"]
    return "title" if head in titles or any(part in titles for part in (parts[0], parts[-1])) else None


def _row(block: Block, columns: dict[int, str], known: frozenset[str]) -> Row | None:
    cells = {columns[number]: cell for number, cell in enumerate(block.cells) if number in columns and cell.text}
    title = cells.get("title")
    if title is None or sum(map(str.isalpha, title.text)) < 3:
        return None
    people = people_in_line(cells["people"], known) if "people" in cells else []
    roles, bodies = ((cells[kind],) if kind in cells else () for kind in ("role", "organisation"))
    if len(people) == 1 and not people[0].posts.roles and not people[0].posts.organisations:
        people = [replace(people[0], posts=Posts(roles, bodies))]
    return Row(block, cells, tuple(people))
