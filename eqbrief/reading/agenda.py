# SPDX-License-Identifier: MIT
"""Read an agenda into sessions: items with times, numbered items, and headings such as "Session 3: …" with speakers.

With start times alone a session ends where the next starts; an hour that goes back past noon is in the afternoon.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from eqbrief.reading.blocks import Block
from eqbrief.reading.cards import cards_in
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in
from eqbrief.reading.labels import inline_people, people_label, section_label
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.material import is_slides
from eqbrief.reading.names import named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.sections import Section
from eqbrief.reading.tables import Row, tables_of
from eqbrief.reading.when import is_date_line
from eqbrief.reading.words import any_of, words

_MINUTES = re.compile(r"\s*[,;–—-]?\s*\(?\b\d{1,3}\s*(?:min(?:ute)?s?|mins|hrs?|hours?)\b\.?\)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")
_RUN_ON = re.compile(r"\s(?=(?:The|This|We|In|Our|Join|It|Here|Each|Learn|There)\s+[a-z])")
_LONGEST_TITLE, _MOST_CELLS = 200, 3
_NAME_WORDS = 3
_OFFERED = re.compile(
    r"\s*[\[(]\s*(?:slides?|video|recording|folien|diapositives|diapositivas)\b[^\[\]()]{0,20}[\])]\s*$", re.I
)
_BEFORE_PEOPLE = re.compile(
    r"\s+[–—|-]{1,2}\s+|\s*;\s*|,\s+(?=(?:Dr|Prof)\b|[^,()]{5,60}\s\([^()]{2,80}\)$)|(?<=[Kk]eynote):\s+"
    r"|\s+(?:with|by|presented by|led by|por|par|von|mit|avec)\s+"
)
_KEYNOTE = re.compile(r"\s+(?:opening |closing )?keynote(?: address| talk)?$", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One part of an agenda: where its title and its line stand, its times as printed ('HH:MM'), and who takes part.

    `has_slides`: the line itself offers them, as in "Some talk – NAME [Slides]".
    """

    title: Cut
    start: str | None = None
    end: str | None = None
    people: list[Found] = field(default_factory=list[Found])
    day: Day | None = None
    line: Cut | None = None
    has_slides: bool = False


def items_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Item]:
    """Give the parts of an event's agenda in order; empty where the page prints none."""
    parts = list(sections)
    for section in parts:
        if section.kind == "agenda":
            found = _ended(list(_timed(section.blocks, known))) or _in_tables(section, known)
            found = found or list(_listed(section.blocks, known))
            if found:
                return found
    for section in parts:
        if len(found := _in_tables(section, known)) > 1:
            return found
    for section in parts:
        if section.kind in ("none", "about"):
            timed = _ended(list(_timed(section.blocks, known)))
            if len(timed) >= 3:
                return timed
    told = [section for section in parts if section.kind in ("none", "about", "people", "agenda")]
    blocks = [block for part in told for block in ((part.label, *part.blocks) if part.label else part.blocks)]
    headed = list(_headed(blocks, known))
    return headed if len(headed) >= 2 else []


def _in_tables(section: Section, known: frozenset[str]) -> list[Item]:
    found = [item for rows in tables_of(section.blocks, known) for item in _tabled(rows)]
    return _ended(found) if found and found[0].start else found


def _tabled(rows: list[Row]) -> Iterator[Item]:
    """Read a table with a column of titles, and one of hours or of people; one with days is a listing."""
    for row in rows:
        if "date" in row.cells and days_in(row.cells["date"]):
            return
        hour = row.cells.get("time") or row.cells.get("date")
        clock = next(iter(clocks_in(hour)), None) if hour else None
        if hour is None and "people" not in row.cells:
            continue
        title, people = _divided(row.cells["title"], frozenset())
        yield Item(title, clock and clock.start, clock and clock.end, [*row.people, *people], None, row.block.cut)


def _timed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read items that start with a time, and the people in the lines below each."""
    item: Item | None = None
    waiting: tuple[Clock, Day | None] | None = None
    today: Day | None = None
    tabled = False
    blocks = list(blocks)
    cards = cards_in(blocks, known)
    for number, block in enumerate(blocks):
        if item is not None and number in cards:
            item.people.append(cards[number])
        elif led := _leading_clock(block):
            clock, today = led[0], led[1] or today
            led = (clock, today)
            if item is not None:
                yield item
            rest = block.cut.part(clock.cut.end - block.cut.start)
            rest = rest.part(len(rest.text) - len(rest.text.lstrip(" .:;|–—-\t)]?"))).strip()
            item, waiting, tabled = None, led, block.kind == "row"
            if _is_hours(rest):
                # Hours on the edge of a timetable have their title below; the same hour elsewhere has none.
                waiting = None if any(other.zone for other in clocks_in(rest)) else led
            elif rest.text:
                item, waiting = _item(rest, led, known), None
        elif (day := _day_line(block)) is not None:
            # "Wednesday, 28 February" between the items is the day of those below it.
            if item is not None:
                yield item
            item, waiting, today = None, None, day
        elif waiting is not None and len(block.text) < _LONGEST_TITLE:
            item, waiting = _item(block.cut, waiting, known), None
        elif item is not None:
            loose = tabled and block.kind in ("heading", "paragraph") and inline_people(block.cut) is None
            if loose or (block.kind == "heading" and block.level):
                yield item
                item = None
            else:
                item.people += _below(block.cut, known)
    if item is not None:
        yield item


def _day_line(block: Block) -> Day | None:
    days = days_in(block.cut, longest=60)
    return days[0] if len(days) == 1 and is_date_line(block.cut, days[0]) and not clocks_in(block.cut) else None


def _is_hours(rest: Cut) -> bool:
    """Tell the same hour in other zones, "; 12:20pm EST; 6:20pm CET", from what is on at that hour."""
    left = rest.text
    for clock in clocks_in(rest):
        left = left.replace(clock.cut.text, " ")
    return bool(clocks_in(rest)) and sum(map(str.isalpha, left)) <= 3


def _below(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read a line below a title: people, where two names beside each other are two of them."""
    parts = [part.strip() for part in cut.split(re.compile(r",\s+"))]
    names = [person for part in parts if (person := named(part, strict=True)) and sort_of(part, known) == "unknown"]
    if len(names) == len(parts) > 1:
        return [Found(person) for person in names]
    labelled = inline_people(cut) is not None
    found = people_in_line(cut, known, strict=not labelled)
    # "Evolving Rotas: what we learnt" is a title.
    return [one for one in found if labelled or (_is_presented(one, known) and not _before_colon(one, cut))]


def _before_colon(one: Found, cut: Cut) -> bool:
    return cut.text[one.named.end - cut.start :].lstrip().startswith(":")


def _is_presented(one: Found, known: frozenset[str]) -> bool:
    """Tell a name alone, or with a post or body that is known as one, from a title that is divided like that."""
    posts = one.posts
    firm = any(sort_of(role) == "role" for role in posts.roles)
    firm = firm or any(sort_of(body, known) == "organisation" for body in posts.organisations)
    return firm or not (posts.roles or posts.organisations)


def _leading_clock(block: Block) -> tuple[Clock, Day | None] | None:
    """Take the time that a line starts with, perhaps behind a day: "Mon., Nov. 14 8:30am-5:00pm"."""
    head = block.cut.part(0, 70)
    day = next((day for day in days_in(head) if day.cut.start - head.start <= 2), None)
    begins = day.cut.end - head.start if day else 0
    clock = next((clock for clock in clocks_in(head) if clock.cut.start >= head.start + begins), None)
    if clock is None or sum(char.isalnum() for char in head.text[begins : clock.cut.start - head.start]) > 0:
        return None
    return clock, day


def _item(cut: Cut, led: tuple[Clock, Day | None], known: frozenset[str]) -> Item:
    bare = _without_offers(cut)
    title, people = _divided(bare, known)
    return Item(title, led[0].start, led[0].end, people, led[1], cut, _offers_slides(cut, bare))


def _without_offers(cut: Cut) -> Cut:
    """Leave "[Slides]" and "[Video] [Slides in PDF]" off the end of an item's line."""
    while match := _OFFERED.search(cut.text):
        cut = cut.part(0, match.start())
    return cut


def _offers_slides(cut: Cut, bare: Cut) -> bool:
    return is_slides(cut.text[len(bare.text) :])


def _divided(cut: Cut, known: frozenset[str]) -> tuple[Cut, list[Found]]:
    """Take people and durations off the end of an item's line, and a sentence that runs on behind its title."""
    cells = [cell.strip() for cell in cut.split(re.compile(r"\t"))]
    people: list[Found] = []
    if sum(bool(cell.text) for cell in cells) > _MOST_CELLS:
        # Sessions side by side: which words are a title and which a name is not to be told.
        return next(cell for cell in cells if cell.text).part(0, _LONGEST_TITLE), []
    if len(cells) > 1 and cells[0].text:
        # A first cell such as "Workshop" only says what kind of session it is; one with a name, who speaks.
        kind_only = fold(cells[0].text) in words().events and len(cells[1].text) > len(cells[0].text)
        first = people_in_line(cells[0], known, strict=True)
        short = first and len(first[0].named.name.text.split()) <= _NAME_WORDS
        if first and short and cells[1].text and not people_in_line(cells[1], known, strict=True):
            people, cells = first, cells[1:]
        cut = cells[1] if kind_only else cells[0]
        people += [one for cell in cells[1 + kind_only :] for one in _below(cell, known)]
    bracket = _BRACKET.search(cut.text)
    if not people and bracket and not _MINUTES.search(bracket[1]) and (behind := _behind_divider(cut, known)):
        people, cut = behind[1], cut.part(0, behind[0])
    while match := _BRACKET.search(cut.text):
        inside = cut.group(match, 1)
        minutes = _MINUTES.search(inside.text)
        rest = inside.part(0, minutes.start()) if minutes else inside
        found = people_in_line(rest.strip(" ,;"), known)
        if not found and not minutes:
            break
        people += found
        cut = cut.part(0, match.start())
    if (match := _MINUTES.search(cut.text)) and not cut.text[match.end() :].strip(" .)"):
        cut = cut.part(0, match.start())
    if not people and (behind := _behind_divider(cut, known)):
        people, cut = behind[1], cut.part(0, behind[0])
    if (
        not people
        and (match := _KEYNOTE.search(cut.text))
        and (person := named(cut.part(0, match.start()), strict=True))
    ):
        people = [Found(person)]
    if len(cut.text) > 90 and (match := _RUN_ON.search(cut.text, 12)):
        cut = cut.part(0, match.start())
    return cut.part(0, _LONGEST_TITLE).strip(" :–—-.").strip(), people


def _behind_divider(cut: Cut, known: frozenset[str]) -> tuple[int, list[Found]] | None:
    """Find the people behind the last divider of an item's line that has some; a subtitle may stand before them."""
    best: tuple[int, list[Found]] | None = None
    for divider in reversed(list(_BEFORE_PEOPLE.finditer(cut.text))):
        people = people_in_line(cut.part(divider.end()), known, strict=True)
        if not people or divider.start() <= 2:
            continue
        # "Title – NAME – Some Body": the body may look like a name, but the name comes first.
        if best and people[0].named.name.end > cut.start + best[0]:
            break
        between = cut.part(divider.end(), best[0]) if best else None
        if between is None or (named(between, strict=True) and len(between.text.split()) <= _NAME_WORDS):
            best = (divider.start(), people)
    return best


def _listed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read numbered or bulleted items without times; prose behind the list is none of them."""
    started = False
    for block in blocks:
        if block.kind == "bullet":
            started = True
            title, people = _divided(block.cut, known)
            lone = people_in_line(block.cut, known, strict=True)
            if title.text and not (lone and not block.number):
                yield Item(title, None, None, people)
        elif started:
            return


@cache
def _headline() -> re.Pattern[str]:
    names = any_of(frozenset({*words().events, "keynote", "part", "plenary", "block"}))
    return re.compile(rf"(?:{names})\s*(?:\d{{1,2}}|[IVX]{{1,4}}|[A-Z])?\s*[:.–—-]\s+\S", re.IGNORECASE)


def _headed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read headings "Session 3: …" that people are listed under."""
    item: Item | None = None
    level = 0
    blocks = list(blocks)
    cards = cards_in(blocks, known)
    for number, block in enumerate(blocks):
        if item is not None and number in cards and block.level > level:
            item.people.append(cards[number])
        elif block.kind == "heading" and _headline().match(block.text) and section_label(block.text) is None:
            if item is not None and item.people:
                yield item
            item, level = Item(block.cut), block.level
        elif item is not None:
            if block.kind == "heading" and not people_label(block.text) and not inline_people(block.cut):
                if item.people:
                    yield item
                item = None
            elif block.kind in ("bullet", "row") or inline_people(block.cut):
                item.people += people_in_line(block.cut, known, strict=True)
    if item is not None and item.people:
        yield item


def _ended(items: list[Item]) -> list[Item]:
    """Put the hours in order across noon, and end each item where the next one starts."""
    if len(items) < 2:
        return []
    shift, before = 0, ""
    last: Day | None = None
    for item in items:
        item.start, item.end = _shifted(item.start, shift), _shifted(item.end, shift)
        if item.day is not None and item.day != last:
            shift, before, last = 0, "", item.day
        if item.start and before and item.start < before and item.start < "12:00":
            shift = 12
            item.start, item.end = _shifted(item.start, 12), _shifted(item.end, 12)
        before = item.start or before
    for item, after in pairwise(items):
        item.end = item.end or (after.start if after.day in (None, item.day) else None)
    return items


def _shifted(clock: str | None, hours: int) -> str | None:
    if clock is None or not hours or int(clock[:2]) >= 12:
        return clock
    return f"{int(clock[:2]) + hours:02}{clock[2:]}"
