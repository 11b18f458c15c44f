# SPDX-License-Identifier: MIT
"""Find what an event belongs to: the programme or series that the page names, and its topics."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.dates import days_in
from eqbrief.reading.labels import detail_label, inline_detail
from eqbrief.reading.marks import Fact, fact
from eqbrief.reading.names import named
from eqbrief.reading.sections import Section
from eqbrief.reading.words import any_of, words


def series_of(page: Page, sections: Iterable[Section], title: Fact | None) -> Fact | None:
    """Give the programme or series that the page says its event belongs to."""
    blocks = [
        block for section in sections for block in section.blocks if section.kind not in ("references", "biographies")
    ]
    for block in blocks[:40]:
        detail = inline_detail(block.cut) if len(block.text) < 160 else None
        if detail and detail[0].kind == "series":
            return fact(detail[1], "label", 0.85)
    if said := _under_label(blocks):
        return fact(said, "label", 0.85)
    for pattern, confidence in ((_series_patterns()[0], 0.88), (_series_patterns()[1], 0.75)):
        for block in blocks[:40]:
            if match := pattern.search(block.cut.text[:1500]):
                return fact(block.cut.group(match, "series").strip(), "sentence", confidence)
    if title and title.evidence and (match := re.match(r"([^:]{3,60}?\bseries)\s*:\s+\S", title.value, re.I)):
        spot = title.evidence[0]
        return fact(Cut(spot.text, spot.start).part(0, match.end(1)), "title", 0.75)
    for block in blocks[:8]:
        if (
            block.kind != "bullet"
            and re.fullmatch(r"[A-Z][\w’'& -]{3,50}\s(?:[Ss]eries|[Ss]eason)", block.text)
            and (title is None or key(block.text) != key(title.value))
        ):
            return fact(block.cut, "heading", 0.7)
    return None


def _under_label(blocks: list[Block]) -> Cut | None:
    """Give what stands in the line below a label such as "Conference", or in the cell behind it."""
    for before, block in pairwise(blocks[:40]):
        label = detail_label(before.text) if before.kind in ("heading", "paragraph") else None
        if label and label.kind == "series" and len(block.text) < 160 and not block.text.endswith((".", ":")):
            return block.cut
    for block in blocks[:40]:
        if block.kind == "row" and len(block.cells) == 2:
            label = detail_label(block.cells[0].text)
            if label and label.kind == "series" and block.cells[1].text:
                return block.cells[1]
    return None


def is_about(name: str, title: str) -> bool:
    """Tell whether a page's title is an event's name: the same, or one beginning with the other and little more."""
    short, long = sorted((key(name), key(title)), key=len)
    if not short or not long.startswith(short):
        return False
    # A window's title goes on with the site's name, a guessed one with the rest of its line.
    return short == long or (len(short) >= 8 and (key(name) == short or len(short) * 10 >= len(long) * 6))


@cache
def _series_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    tables = words()
    small = r"(?:(?:and|of|for|the|at|in|on|&|to)\s+){0,3}"
    last = rf"(?:{any_of(tables.series)}|Series|Programme|Program)"
    name = rf"(?P<series>(?:[A-Z0-9][\w’'&+-]*\s+{small}){{1,6}}(?:(?:webinar|seminar|talk|event|lecture)\s+)?{last})"
    event = rf"(?:{any_of(tables.events)})s?"
    often = r"(?:(?:new|popular|ongoing|monthly|annual|webinar|next)\s+)?"
    return (
        re.compile(rf"\b(?:[Oo]ur|[Tt]he|[Tt]heir)\s+{name}\s+(?i:{event})\b"),
        re.compile(rf"\b(?:in|of|from|within)\s+(?:our|the|its|their|a)\s+{often}{name}\b"),
    )


def topics_of(sections: Iterable[Section], people_start: int | None) -> list[Cut]:
    """Give the page's topics: what stands under such a label, else a short list alone between title and people."""
    parts = list(sections)
    for section in parts:
        if section.kind == "topics":
            alone = len(section.blocks) == 1
            found = [cut for block in section.blocks[:40] for cut in _topics_in(block, alone=alone)]
            if found:
                return found
    lines = [
        detail[1]
        for section in parts
        for block in section.blocks
        if len(block.text) < 300 and (detail := inline_detail(block.cut)) and detail[0].kind == "topics"
    ]
    # Several such lines are each of a talk.
    if len({fold(line.text) for line in lines}) == 1:
        return [cut.strip(" #.") for cut in lines[0].split(re.compile(r"\s*[,;|•]\s*")) if cut.text.strip()]
    return _standing_alone(parts, people_start)


def _topics_in(block: Block, *, alone: bool) -> list[Cut]:
    """Divide a line of topics; one bullet may hold one topic with a comma, or, where it is the only one, them all."""
    whole = block.kind == "bullet" and not alone
    cuts = [block.cut] if whole else list(block.cut.split(re.compile(r"\s*[,;|•·]\s*")))
    return [cut.strip(" #.") for cut in cuts if cut.text.strip() and len(cut.text.split()) <= 8 and not days_in(cut)]


def _standing_alone(sections: list[Section], people_start: int | None) -> list[Cut]:
    """Take a short list of short words under the title, with no sentence or label that leads in to it."""
    if not sections or sections[0].kind != "none":
        return []
    group: list[Block] = []
    before: Block | None = None
    blocks = sections[0].blocks[:20]
    for number, block in enumerate(blocks):
        if people_start is not None and block.cut.start > people_start:
            break
        if block.kind == "bullet" and not block.number:
            group.append(block)
        elif group:
            break
        else:
            before = block
        if number > 15:
            return []
    lead = before.text if before else ""
    fits = 1 <= len(group) <= 6 and all(_is_tag(block) for block in group)
    placed = before is not None and not lead.endswith(":") and (people_start is not None or before.text.endswith("."))
    return [block.cut for block in group] if fits and placed else []


def _is_tag(block: Block) -> bool:
    text = block.text
    return (
        len(text.split()) <= 4
        and len(text) <= 40
        and not re.search(r"[.:;?!\t@/]|\d", text)
        and fold(text) not in words().furniture
        and not block.links
        and named(block.cut, strict=True) is None
    ) or (
        bool(block.links)
        and len(text.split()) <= 4
        and bool(re.search(r"/(?:topics?|tags?|categor|themes?)", block.links[0].address))
    )
