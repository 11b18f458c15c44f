# SPDX-License-Identifier: MIT
"""Read the talks of a page that prints no timetable: lists of "TITLE by NAME", and headings with a day of their own.

A list of books looks just like one, so it needs a line about talks or an event that leads in to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from eqbrief.reading.blocks import Block
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in
from eqbrief.reading.items import LONGEST_TITLE, Item, below, bracketed_hour, divided, offers_slides, without_offers
from eqbrief.reading.labels import inline_detail, inline_people
from eqbrief.reading.lines import people_in_line
from eqbrief.reading.material import is_slides
from eqbrief.reading.words import any_of, words

_TAG = re.compile(r"\s*\[[^\[\]]{2,30}\]\s*:?\s+(?=\w)")
_DAY = re.compile(r"\d/\d|\d\.\d{1,2}\.|\bday\b", re.IGNORECASE)


def dated(blocks: list[Block], known: frozenset[str]) -> Iterator[Item]:
    """Read headings each of which has a line "Date: 1 August, 7:30" below it, and labelled lines of people."""
    item: Item | None = None
    for before, block in pairwise(blocks):
        detail = inline_detail(block.cut)
        if detail and detail[0].kind == "date" and before.kind == "heading" and (days := days_in(detail[1])):
            if item is not None:
                yield item
            clock = next(iter(clocks_in(detail[1])), None)
            title, people = divided(before.cut, known)
            item = Item(title, clock and clock.start, clock and clock.end, people, days[0])
        elif item is not None and block.kind == "heading" and block.level:
            yield item
            item = None
        elif item is not None and inline_people(block.cut):
            item.people += below(block.cut, known)
    if item is not None:
        yield item


@cache
def _lineup() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of((*words().prose['lineup'], *words().events))})(?!\w)", re.IGNORECASE)


def talks_in(blocks: list[Block], known: frozenset[str]) -> list[Item]:
    """Read a list of "TITLE by NAME" that a line about talks or sessions leads in to."""
    lead: Block | None = None
    found: list[Item] = []
    count = 0
    for block in [*blocks, None]:
        if block is not None and block.kind == "bullet":
            count += 1
            if lead is not None and (item := _talk(block, known)) is not None:
                found.append(item)
            continue
        sure = [item for item in found if item.people or _has_hour(item)]
        if len(sure) >= 2 and len(sure) * 3 >= count:
            # Among few of them what has no name or hour may be anything: a break, or a remark.
            return found if len(sure) * 2 >= count else sure
        leads = block is not None and (block.level or block.text.endswith(":")) and _lineup().search(block.text[-160:])
        lead, found, count = block if leads else None, [], 0
    return []


def _has_hour(item: Item) -> bool:
    return item.line is not None and bracketed_hour(item.line)[1] is not None


def _talk(block: Block, known: frozenset[str]) -> Item | None:
    """Read a bullet such as "Talk: TITLE, by NAME" without a time; None where it offers something instead."""
    bare = without_offers(block.cut)
    if match := _TAG.match(bare.text):
        bare = bare.part(match.end())
    bare, clock, day = bracketed_hour(bare)
    if clock and day is None and _DAY.search(block.cut.text[bare.end - block.cut.start :]):
        clock = None  # On a day of its own, which cannot be told.
    title, people = divided(bare, known)
    lone = people_in_line(bare, known, strict=True)
    if not title.text or (lone and not people) or is_slides(title.text):
        return None
    slides = offers_slides(block.cut, bare)
    title = title.strip('“”"„‚‘’«» ')
    return Item(title, clock and clock.start, clock and clock.end, people, day, block.cut, slides)


def topic_below(blocks: list[Block], led: tuple[Clock, Day | None], known: frozenset[str]) -> Item | None:
    """Read a speaker's line with a line "Topic: …" below it, which is the item's title."""
    people = people_in_line(blocks[0].cut, known, strict=True)
    detail = inline_detail(blocks[-1].cut) if people and len(blocks) > 1 else None
    if detail is None or detail[0].kind not in ("topics", "title"):
        return None
    return Item(detail[1].part(0, LONGEST_TITLE), led[0].start, led[0].end, people, led[1], blocks[0].cut)
