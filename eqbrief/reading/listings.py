# SPDX-License-Identifier: MIT
"""Know a page that lists several separate events, each with its own date, and take it apart into them.

Agendas of one event are no listings, nor are the related events in a page's margin.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in, is_month_first
from eqbrief.reading.labels import detail_label, inline_detail, section_label
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.names import named
from eqbrief.reading.sections import Section
from eqbrief.reading.tables import Row, tables_of
from eqbrief.reading.when import is_date_line
from eqbrief.reading.words import any_of, words

_PASSED = frozenset({"references", "biographies", "organisers", "people", "questions", "learn"})
_ENOUGH, _ENOUGH_LINES = 2, 3
_MOST, _MOST_BELOW, _WEEKDAY = 500, 8, 14
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_PEOPLE = 200, 400, 300


@dataclass(slots=True)
class Entry:
    """One event of a listing: its title, its day and time, and who takes part.

    `tabled`: a table's column or the lines below its day gave the people, so that they are those of this event.
    """

    title: Cut
    day: Day
    clock: Clock | None = None
    people: list[Found] = field(default_factory=list[Found])
    below: list[Cut] = field(default_factory=list[Cut])
    tabled: bool = False

    def starts(self, year: int | None = None) -> str | None:
        """Give the start as ISO 8601, with the time where one is printed."""
        day = self.day.iso(year)
        return f"{day}T{self.clock.start}" if day and self.clock else day

    def ends(self, year: int | None = None) -> str | None:
        """Give the end as ISO 8601, where a range of days or hours is printed."""
        day = self.day.last_iso(year) or self.day.iso(year)
        if self.clock and self.clock.end:
            end = f"{day}T{self.clock.end}"
            return end if day and end > (self.starts(year) or "") else None
        return self.day.last_iso(year)


def entries_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Entry]:
    """Give the events that a page lists; empty where it does not list at least two with different days."""
    parts = [section for section in sections if section.kind not in _PASSED]
    # A label may be the title of an entry, where it is no known one.
    blocks = [block for part in parts for block in ((part.label, *part.blocks) if part.label else part.blocks)]
    month_first = is_month_first("\n".join(block.text for block in blocks))
    found = [entry for rows in tables_of(blocks, known) for entry in _tabled(rows, month_first)]
    if len(found) < _ENOUGH:
        found = list(_below_days(blocks) or _above_people(blocks, known) or _headed(blocks, known))
    if len(found) < _ENOUGH:
        found = list(_detailed(blocks))
    if len(found) < _ENOUGH:
        lists = [_lines(list(part.blocks), known, month_first) for part in parts]
        found = [entry for lines in lists if len(lines) >= _ENOUGH_LINES for entry in lines]
    found = [entry for entry in found if entry.title.value]
    dates = {(entry.day.year, entry.day.month, entry.day.day) for entry in found}
    titles = {key(entry.title.text) for entry in found}
    if len(dates) < _ENOUGH or len(titles) < _ENOUGH:
        return []
    for entry in found[:_MOST]:
        lines = (_without_by(cut) for cut in entry.below if len(cut.text) < _LONGEST_PEOPLE)
        entry.people += [one for cut in lines for one in people_in_line(cut, known, strict=True)]
    return found[:_MOST]


def _without_by(cut: Cut) -> Cut:
    """Leave out what leads to a name: "by NAME", "Podiumsdiskussion mit NAME"."""
    match = re.match(r"(?:[^\W\d_]\w+\s+){0,2}(?:by|with|von|mit|par|avec|por|con)\s+(?=[^\W\d_a-z])", cut.text)
    return cut.part(match.end()) if match else cut


def _tabled(rows: list[Row], month_first: bool | None) -> Iterator[Entry]:
    """Read a table with a column of days and one of titles."""
    for row in rows:
        days = days_in(row.cells["date"], month_first=month_first) if "date" in row.cells else ()
        if len(days) == 1 and days[0].year:
            hour = row.cells.get("time") or row.cells["date"]
            yield Entry(row.cells["title"], days[0], next(iter(clocks_in(hour)), None), list(row.people), tabled=True)


def _detailed(blocks: list[Block]) -> Iterator[Entry]:
    """Read headings each of which has a line "When: …" of its own below it."""
    title: Block | None = None
    for block in blocks:
        if block.kind == "heading":
            title = block if _is_title(block) else None
            continue
        detail = inline_detail(block.cut)
        if detail is None or detail[0].kind != "date" or (days := days_in(detail[1])) == () or not days[0].year:
            continue
        if title is None:
            return  # The page's own day.
        yield Entry(_bare_title(title.cut), days[0], next(iter(clocks_in(detail[1])), None))
        title = None


def _headed(blocks: list[Block], known: frozenset[str]) -> Iterator[Entry]:
    """Read a short line followed by a line that is a date, the time perhaps in a third, and people in what follows."""
    entry: Entry | None = None
    for number, block in enumerate(blocks):
        day = _day_line(blocks[number + 1]) if number + 1 < len(blocks) else None
        # A heading with a day of its own heads what follows it, and is no line below a smaller one.
        heads = day is not None and blocks[number + 1].level > 0 and not 0 < block.level < blocks[number + 1].level
        if day is not None and number and not heads and _is_title(block) and not _begins_list(blocks, number + 1):
            if entry is not None:
                yield entry
            entry = Entry(_bare_title(block.cut), day, next(iter(clocks_in(blocks[number + 1].cut)), None))
        elif entry is not None and _day_line(block) is None:
            clocks = clocks_in(block.cut, longest=40)
            entry.clock = entry.clock or next(iter(clocks), None)
            entry.below.append(block.cut)
    if entry is not None:
        yield entry


def _below_days(blocks: list[Block]) -> list[Entry]:
    """Read days that stand above what is on, as in a society's season; empty where the titles stand above the days."""
    at = [n for n, block in enumerate(blocks) if _season_day(block) and not _begins_list(blocks, n)]
    if len(at) < _ENOUGH_LINES or at[-1] + 1 >= len(blocks) or any(not _is_title(blocks[n + 1]) for n in at[:-1]):
        return []
    # What stands before a day belongs to the day before it: prose, or who speaks.
    before = [blocks[n - 1] for n in at[1:]]
    if sum(map(_tells, before)) * 5 < len(before) * 4:
        return []
    found: list[Entry] = []
    for number, until in zip(at, [*at[1:], min(len(blocks), at[-1] + _MOST_BELOW)], strict=True):
        day = _season_day(blocks[number])
        if day is None or number + 1 >= until or not _is_title(blocks[number + 1]):
            continue
        clock = next(iter(clocks_in(blocks[number].cut)), None)
        name, title = _whose(blocks[number + 1].cut)
        entry = Entry(_bare_title(title), day, clock, tabled=True)
        entry.below = [block.cut for block in blocks[number + 2 : until] if not block.level]
        entry.below[:0] = [name] if name else []
        found.append(entry)
    return found


def _season_day(block: Block) -> Day | None:
    """Read the day that heads an entry; without a year it is one where the line begins with its weekday."""
    if day := _day_line(block):
        return day
    days = days_in(block.cut, longest=90)
    begins = len(days) == 1 and days[0].weekday and days[0].cut.start - block.cut.start < _WEEKDAY
    return days[0] if begins and not block.text.endswith((".", "?", "!")) else None


def _whose(cut: Cut) -> tuple[Cut | None, Cut]:
    """Divide "NAME: a title"."""
    match = re.match(r"([^:]{4,60}):\s+(?=\S)", cut.text)
    if match is None or named(cut.group(match, 1), strict=True) is None:
        return None, cut
    return cut.group(match, 1), cut.part(match.end())


def _above_people(blocks: list[Block], known: frozenset[str]) -> list[Entry]:
    """Read titles with who speaks below each, and its day below that; empty unless every day has both above it."""
    at = [number for number, block in enumerate(blocks) if _day_line(block)]
    if len(at) < _ENOUGH or any(n < 2 or blocks[n - 1].level or not _is_title(blocks[n - 2]) for n in at):
        return []
    given = [people_in_line(blocks[n - 1].cut, known, strict=True) for n in at]
    sure = sum(any(one.named.honorific or one.posts.organisations for one in people) for people in given)
    if sure * 5 < len(at) * 3:
        return []
    found: list[Entry] = []
    for number in at:
        if day := _day_line(blocks[number]):
            clock = next(iter(clocks_in(blocks[number].cut)), None)
            found.append(Entry(_bare_title(blocks[number - 2].cut), day, clock, tabled=True))
            found[-1].below.append(blocks[number - 1].cut)
    return found


def _tells(block: Block) -> bool:
    """Tell prose, or who speaks, from a title."""
    prose = block.text.endswith((".", ",")) or len(block.text) * 2 > _LONGEST_TITLE
    return prose or bool(people_in_line(_without_by(block.cut), strict=True))


def _begins_list(blocks: list[Block], number: int) -> bool:
    """Tell whether a day is the first of a list of days, such as those of a body's minutes, rather than an event's."""
    if blocks[number].kind != "bullet" or number + 1 >= len(blocks):
        return False
    after = blocks[number + 1]
    return after.kind == "bullet" and not after.gap and bool(days_in(after.cut, longest=90))


def _day_line(block: Block) -> Day | None:
    if len(block.text) > 90:
        return None
    days = days_in(block.cut)
    return days[0] if len(days) == 1 and days[0].year and is_date_line(block.cut, days[0]) else None


def _is_title(block: Block) -> bool:
    text = block.text
    return (
        3 < len(text) <= _LONGEST_TITLE
        and not text.endswith((".", ":", ";", ","))
        and not (text.startswith("(") and text.endswith(")"))
        and not days_in(block.cut)
        and section_label(text) is None
        and detail_label(text) is None
        and inline_detail(block.cut) is None
        and fold(text) not in words().furniture
    )


def _bare_title(cut: Cut) -> Cut:
    """Leave out a number in front, and a weekday that a flattened table has glued to the end."""
    if match := re.match(r"\s*\d{1,3}[.)]\s*(?=\D)", cut.text):
        cut = cut.part(match.end())
    long_days = frozenset(day for day in words().weekdays if len(day) > 5)
    if match := re.search(rf"(?:{any_of(long_days)})\s*$", cut.text, re.IGNORECASE):
        cut = cut.part(0, match.start())
    return cut.strip(" –—-:|,")


def _lines(blocks: list[Block], known: frozenset[str], month_first: bool | None) -> list[Entry]:
    """Read bullets or rows each of which holds one date and a title: "12 October 2023 – Duties of a member"."""
    found: list[Entry] = []
    of_kind = [block for block in blocks if block.kind in ("bullet", "row")]
    for block in of_kind:
        if entry := _line(block, known, month_first):
            found.append(entry)
    return found if len(found) * 5 >= len(of_kind) * 3 else []


def _line(block: Block, known: frozenset[str], month_first: bool | None) -> Entry | None:
    days = days_in(block.cut, longest=_LONGEST_LINE, month_first=month_first)
    if len(days) != 1 or not days[0].year or inline_detail(block.cut):
        return None
    day = days[0]
    clock = next(iter(clocks_in(block.cut)), None)
    ends = [day.cut.end, clock.cut.end if clock and clock.cut.start - day.cut.end < 20 else 0]
    behind = block.cut.part(max(ends) - block.cut.start)
    front = block.cut.part(0, day.cut.start - block.cut.start)
    side = front if sum(map(str.isalpha, front.text)) > 12 else behind
    cells = [cell.strip(" –—-:|,;()") for cell in side.split(re.compile(r"\t|\s+[–—|]\s+|\s-\s"))]
    cells = [cell for cell in cells if sum(map(str.isalpha, cell.text)) > 3]
    if not cells or len(cells[0].text) > _LONGEST_TITLE:
        return None
    people = [one for cell in cells[1:] for one in people_in_line(cell, known, strict=True)]
    return Entry(cells[0], day, clock, people)
