# SPDX-License-Identifier: MIT
"""Read an agenda into sessions: items with times, numbered items, and headings such as "Session 3: …" with speakers.

With start times alone a session ends where the next starts; an hour that goes back past noon is in the afternoon.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from eqbrief.reading.blocks import Block
from eqbrief.reading.cards import cards_in
from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in
from eqbrief.reading.items import LONGEST_TITLE, Item, behind_topic, below, bracketed_hour, divided, item_of
from eqbrief.reading.labels import inline_people, people_label, section_label
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.sections import Section
from eqbrief.reading.tables import Row, tables_of
from eqbrief.reading.talks import dated, talks_in, topic_below
from eqbrief.reading.when import is_date_line
from eqbrief.reading.words import any_of, words

_LONGEST_HEAD, _MOST_WORDS = 120, 10
_TRACK = re.compile(r"([^\W\d_][\w&/-]*(?:\s[\w&/-]+){0,2}):\s+(?=\S)")


def items_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Item]:
    """Give the parts of an event's agenda in order; empty where the page prints none."""
    parts = list(sections)
    for section in parts:
        if section.kind == "agenda":
            found = _ended(list(_timed(section.blocks, known))) or _in_tables(section, known)
            across = _ended(list(_timed(_running_on(parts, section), known)))
            found = across if len(across) > max(len(found), 2) else found
            found = found or _under_heads(section.blocks, known) or list(_listed(section.blocks, known))
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
    told = [section for section in parts if section.kind in ("none", "about", "people", "agenda", "list")]
    blocks = [block for part in told for block in ((part.label, *part.blocks) if part.label else part.blocks)]
    ways = (list(_headed(blocks, known)), list(_sittings(blocks, known)), list(dated(blocks, known)))
    for found in (*ways, talks_in(blocks, known)):
        if len(found) >= 2:
            return found
    return []


def _running_on(parts: list[Section], agenda: Section) -> list[Block]:
    """Give the blocks of an agenda and of what follows it: lists of speakers may stand between its hours."""
    blocks = list(agenda.blocks)
    for section in parts[parts.index(agenda) + 1 :]:
        if section.kind not in ("people", "none", "list", "learn", "agenda"):
            break
        blocks += [section.label, *section.blocks] if section.label else section.blocks
    return blocks


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
        if hour is None and "people" not in row.cells and "code" not in row.cells:
            continue
        title, people = divided(row.cells["title"], frozenset())
        yield Item(title, clock and clock.start, clock and clock.end, [*row.people, *people], None, row.block.cut)


def _timed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read items that start with a time, and the people in the lines below each."""
    item: Item | None = None
    waiting: tuple[Clock, Day | None] | None = None
    today: Day | None = None
    tabled = False
    blocks = list(blocks)
    cards = cards_in(blocks, known)
    beside: set[int] = set()
    for number, block in enumerate(blocks):
        if number in beside:
            continue
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
                item, waiting = item_of(block, rest, led, known), None
            elif talks := _side_by_side(blocks, number + 1, led, known):
                yield from talks[0]
                beside, waiting = talks[1], None
        elif (day := _day_line(block)) is not None:
            # "Wednesday, 28 February" between the items is the day of those below it.
            if item is not None:
                yield item
            item, waiting, today = None, None, day
        elif waiting is not None and (item := topic_below(blocks[number : number + 2], waiting, known)):
            waiting = None
        elif waiting is not None and len(block.text) < LONGEST_TITLE:
            item, waiting = item_of(block, block.cut, waiting, known), None
        elif item is not None:
            loose = tabled and block.kind in ("heading", "paragraph") and inline_people(block.cut) is None
            if loose or (block.kind == "heading" and block.level):
                yield item
                item = None
            else:
                item.people += below(block.cut, known) or behind_topic(block, known)
    if item is not None:
        yield item


def _side_by_side(
    blocks: list[Block], at: int, led: tuple[Clock, Day | None], known: frozenset[str]
) -> tuple[list[Item], set[int]] | None:
    """Read the talks of several tracks in a list below one hour, each with its speakers; None where it is none.

    Gives the items and the numbers of the list's blocks: what else stands in it belongs to the talks.
    """
    end = at
    while end < len(blocks) and blocks[end].kind == "bullet" and not _leading_clock(blocks[end]):
        end += 1
    items = [item_of(block, block.cut, led, known) for block in blocks[at:end]]
    talks = [item for item in items if item.people and item.title.start != item.people[0].named.name.start]
    if len(talks) < 2:
        return None
    tracks = [_TRACK.match(item.title.text) for item in talks]
    if all(tracks) and len({match[1] for match in tracks if match}) == len(talks):
        for item, match in zip(talks, tracks, strict=True):
            item.title = item.title.part(match.end() if match else 0)
    return talks, set(range(at, end))


def _day_line(block: Block) -> Day | None:
    days = days_in(block.cut, longest=60)
    return days[0] if len(days) == 1 and is_date_line(block.cut, days[0]) and not clocks_in(block.cut) else None


def _is_hours(rest: Cut) -> bool:
    """Tell the same hour in other zones, "; 12:20pm EST; 6:20pm CET", from what is on at that hour."""
    left = rest.text
    for clock in clocks_in(rest):
        left = left.replace(clock.cut.text, " ")
    return bool(clocks_in(rest)) and sum(map(str.isalpha, left)) <= 3


def _leading_clock(block: Block) -> tuple[Clock, Day | None] | None:
    """Take the time that a line starts with, perhaps behind a day: "Mon., Nov. 14 8:30am-5:00pm"."""
    head = block.cut.part(0, 70)
    clocks = clocks_in(head)
    if not clocks:
        return None
    day = next((day for day in days_in(head) if day.cut.start - head.start <= 2), None)
    begins = day.cut.end - head.start if day else 0
    clock = next((clock for clock in clocks if clock.cut.start >= head.start + begins), None)
    if clock is None or sum(char.isalnum() for char in head.text[begins : clock.cut.start - head.start]) > 0:
        return None
    return clock, day


def _listed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read numbered or bulleted items without times; prose behind the list is none of them."""
    started: Block | None = None
    for block in blocks:
        if block.kind == "bullet":
            started = started or block
            if block.indent > started.indent:
                continue
            cut, clock, day = bracketed_hour(block.cut)
            title, people = divided(cut, known)
            lone = people_in_line(cut, known, strict=True)
            if title.text and not (lone and not block.number):
                yield Item(title, clock and clock.start, clock and clock.end, people, day)
        elif started:
            return


def _under_heads(blocks: Sequence[Block], known: frozenset[str]) -> list[Item]:
    """Read headings with lists below them: the headings are the items, the lists name topics and people."""
    items: list[Item] = []
    if not blocks or blocks[0].kind != "heading":
        return []
    for block in blocks:
        if block.kind == "heading" and not _day_line(block) and _heads_list(block.text):
            items.append(Item(block.cut, line=block.cut))
        elif block.kind == "bullet":
            items[-1].people += [one for one in below(block.cut, known) if _has_body(one, known)]
        elif not items:
            return []
        else:
            break
    bullets = sum(block.kind == "bullet" for block in blocks)
    return items if len(items) > 1 and bullets >= len(items) - 1 else []


def _heads_list(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and "//" not in text and not text.endswith(".")


def _has_body(one: Found, known: frozenset[str]) -> bool:
    return any(sort_of(body, known) == "organisation" for body in one.posts.organisations)


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


def _sittings(blocks: list[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read headings such as "First session (2:00 pm – 3:00 pm)"; of one with a day too, the title stands below it."""
    item: Item | None = None
    today: Day | None = None
    untitled = False
    for block in blocks:
        alone = block.kind in ("heading", "paragraph") and len(block.text) < _LONGEST_HEAD
        if alone and (day := _day_line(block)):
            today = day
        elif alone and _sitting().match(block.text) and (clock := next(iter(clocks_in(block.cut)), None)):
            if item is not None:
                yield item
            own = next(iter(days_in(block.cut)), None)
            spot = own.cut.start if own and own.cut.start < clock.cut.start else clock.cut.start
            title = block.cut.part(0, spot - block.cut.start).strip(" (,:–—-")
            item, untitled = Item(title, clock.start, clock.end, [], own or today), own is not None
        elif item is not None and untitled and alone:
            item.title, untitled = block.cut, False
        elif item is not None and block.kind == "bullet":
            item.people += people_in_line(block.cut, known, strict=True)
    if item is not None:
        yield item


@cache
def _sitting() -> re.Pattern[str]:
    return re.compile(r"(?:(?:first|second|third|fourth|fifth|morning|afternoon)\s+)?(?:session|part|day|talk)\b", re.I)


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
