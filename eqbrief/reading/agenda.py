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
from eqbrief.reading.sections import Section
from eqbrief.reading.words import any_of, words

_MINUTES = re.compile(r"\s*[,;–—-]?\s*\(?\b\d{1,3}\s*(?:min(?:ute)?s?|mins|hrs?|hours?)\b\.?\)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")
_RUN_ON = re.compile(r"\s(?=(?:The|This|We|In|Our|Join|It|Here|Each|Learn|There)\s+[a-z])")
_LONGEST_TITLE = 200


@dataclass(slots=True)
class Item:
    """One part of an agenda: where its title stands, its times as printed ('HH:MM'), and who takes part."""

    title: Cut
    start: str | None = None
    end: str | None = None
    people: list[Found] = field(default_factory=list[Found])
    day: Day | None = None


def items_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Item]:
    """Give the parts of an event's agenda in order; empty where the page prints none."""
    parts = list(sections)
    for section in parts:
        if section.kind == "agenda":
            found = _ended(list(_timed(section.blocks, known))) or list(_listed(section.blocks, known))
            if found:
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


def _timed(blocks: Iterable[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read items that start with a time, and the people in the lines below each."""
    item: Item | None = None
    waiting: tuple[Clock, Day | None] | None = None
    blocks = list(blocks)
    cards = cards_in(blocks, known)
    for number, block in enumerate(blocks):
        if item is not None and number in cards:
            item.people.append(cards[number])
        elif led := _leading_clock(block):
            clock = led[0]
            if item is not None:
                yield item
            rest = block.cut.part(clock.cut.end - block.cut.start)
            rest = rest.part(len(rest.text) - len(rest.text.lstrip(" .:;|–—-\t)]"))).strip()
            item, waiting = None, led
            if rest.text:
                item, waiting = _item(rest, led, known), None
        elif waiting is not None and len(block.text) < _LONGEST_TITLE:
            item, waiting = _item(block.cut, waiting, known), None
        elif item is not None:
            if block.kind == "heading" and block.level:
                yield item
                item = None
            elif people := people_in_line(block.cut, known, strict=inline_people(block.cut) is None):
                item.people += people
    if item is not None:
        yield item


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
    title, people = _divided(cut, known)
    return Item(title, led[0].start, led[0].end, people, led[1])


def _divided(cut: Cut, known: frozenset[str]) -> tuple[Cut, list[Found]]:
    """Take people and durations off the end of an item's line, and a sentence that runs on behind its title."""
    cells = [cell.strip() for cell in cut.split(re.compile(r"\t"))]
    people: list[Found] = []
    if len(cells) > 1 and cells[0].text:
        # A first cell such as "Workshop" only says what kind of session it is.
        kind_only = fold(cells[0].text) in words().events and len(cells[1].text) > len(cells[0].text)
        cut = cells[1] if kind_only else cells[0]
        people = [one for cell in cells[1 + kind_only :] for one in people_in_line(cell, known)]
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
    for divider in re.finditer(
        r"\s+[–—|-]\s+|\s*;\s*|,\s+(?=(?:Dr|Prof)\b)|\s+(?:with|by|presented by|led by)\s+", cut.text
    ):
        behind = people_in_line(cut.part(divider.end()), known, strict=True)
        if behind and divider.start() > 2 and not people:
            people, cut = behind, cut.part(0, divider.start())
            break
    if len(cut.text) > 90 and (match := _RUN_ON.search(cut.text, 12)):
        cut = cut.part(0, match.start())
    return cut.part(0, _LONGEST_TITLE).strip(" :–—-.").strip(), people


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
