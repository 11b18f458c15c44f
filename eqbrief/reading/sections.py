# SPDX-License-Identifier: MIT
"""Divide a page's blocks into sections by their labels, so that each rule looks only where its field may stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from eqbrief.model import Capacity
from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import fold
from eqbrief.reading.labels import Label, detail_label, inline_people, leads_to_people, section_label
from eqbrief.reading.lines import people_in_line
from eqbrief.reading.names import named
from eqbrief.reading.posts import posts_of
from eqbrief.reading.told import told_post
from eqbrief.reading.words import any_of, words

_TITLES = 3
_FILE = re.compile(r"\([^()]*\d[^()]*\)$")
# What stands under smaller headings below such a label still belongs to it …
_DEEP = frozenset({"people", "agenda", "biographies", "organisers", "references"})
# … and below one of these also where it is a label: the chairs of a committee do not chair the event.
_SHUT = frozenset({"organisers", "references"})
# No page says what it has to say only after so many blocks; what is longer is an archive.
_PRONOUNS = frozenset({"she", "he", "they", "her", "his", "il", "elle", "ella", "él", "er", "sie", "i", "je", "ich"})
_MOST_BLOCKS, _MOST_TEXT = 6000, 400_000


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together under one label. `kind` is 'none' for what stands under no label.

    `first` is the number of the first block in the page; `label` is the block that opened the section.
    """

    kind: str
    capacity: Capacity | None
    label: Block | None
    blocks: tuple[Block, ...]
    first: int


def sections_of(page: Page) -> tuple[Section, ...]:
    """Give the sections of a page in order. Every block that is not furniture belongs to one, as label or content."""
    return tuple(_sections([b for b in page.blocks[:_MOST_BLOCKS] if not b.furniture and b.cut.end <= _MOST_TEXT]))


def _sections(blocks: list[Block]) -> Iterator[Section]:
    kind, capacity, label, first = "none", None, None, 0
    held: list[Block] = []
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        shut = kind in _SHUT and label is not None and 0 < label.level < block.level
        opened = None if shut else _opens(block, after)
        if opened and opened[0] == "references" and (block.level == 1 or number < _TITLES):
            opened = None  # "Upcoming events" at the top is what the page is about
        if opened and opened[0] == "list" and kind == "agenda":
            opened = None  # the sentence leads in to the agenda's own list
        if opened and kind == "resources" and not block.level and _FILE.search(block.text):
            opened = None  # "Transcript (Word, 64 KB)" is one of the things that are offered
        closes = kind != "none" and _closes(kind, label, block, held)
        if closes and kind == "people" and not block.level and _card_follows(held, blocks[number + 1 : number + 6]):
            closes = False
        if opened or closes:
            if held or label:
                yield Section(kind, capacity, label, tuple(held), first)
            kind, capacity, label, first, held = "none", None, None, number, []
        if opened:
            kind, capacity, label = opened[0], opened[1], block
            continue
        held.append(block)
    if held or label:
        yield Section(kind, capacity, label, tuple(held), first)


def _opens(block: Block, after: Block | None) -> tuple[str, Capacity | None] | None:
    if after is None or block.kind == "row":
        return None
    text = block.text
    if block.kind == "bullet" and not text.endswith(":"):
        return None
    if re.match(r"\d{1,2}[:.]\d\d|\d{1,2}\s?[ap]\.?m", text):
        return None  # an hour, whose talks follow
    if text.endswith(":") and after.kind == "bullet" and (people := _led_people(text)):
        return "people", people.capacity
    if (found := section_label(text)) and not (found.kind == "resources" and _is_link(block)):
        # "Chair" may also be the last word of a paragraph cut in lines; a label is followed by something.
        return found.kind, found.capacity
    if after.kind != "bullet":
        return None
    if text.endswith(":"):
        return _lead_in(text)
    if block.level and not _asks_last().search(fold(text)):
        return None
    if len(text) < 400:
        found_kind = _lead_in(text)
        return found_kind if found_kind and found_kind[0] == "questions" else None
    return None


def _is_link(block: Block) -> bool:
    """Tell a line that is a link to something: it offers that, and is no label."""
    return any(len(link.words.text) * 5 > len(block.cut.text) * 4 and link.address[:1] != "#" for link in block.links)


def _led_people(text: str) -> Label | None:
    """Know a sentence that leads in to people; one about their questions does not."""
    last = _last_sentence(text)
    return None if _asks().search(last) else leads_to_people(last)


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[a-z)][.!?])\s+", fold(text))[-1]


def _lead_in(text: str) -> tuple[str, Capacity | None]:
    """Judge a sentence that leads in to a list by what it says last."""
    end = _last_sentence(text)[-160:]
    if _asks().search(end) and not _learns().search(end):
        return "questions", None
    return ("learn", None) if _learns().search(end) else ("list", None)


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words().prose['asks'])})(?!\w)", re.I)


@cache
def _asks_last() -> re.Pattern[str]:
    """Know a heading that breaks off before the questions: "The panel took questions on"."""
    return re.compile(rf"\b(?:{any_of(words().prose['asks'])})\W*$", re.I)


@cache
def _learns() -> re.Pattern[str]:
    labels = frozenset(label for label, kind in words().sections.items() if kind == "learn" and " " in label)
    return re.compile(rf"\b(?:{any_of(labels)})\b", re.I)


def _closes(kind: str, label: Block | None, block: Block, held: list[Block]) -> bool:
    """Tell whether a block under a label no longer belongs to it."""
    if label is None:
        return False
    if block.kind == "heading" and block.level:
        return not label.level or block.level <= label.level or kind not in _DEEP
    if kind in ("people", "agenda", "biographies", "organisers", "references", "none"):
        if kind == "people" and not held:
            return _is_place(block)
        return kind == "people" and is_sentence(block) and not _tells_of(held, block)
    if detail_label(block.text) or inline_people(block.cut):
        return True
    # A list is over with the first line that is no bullet.
    bullets = any(one.kind == "bullet" for one in held)
    return bullets and block.kind != "bullet" and (block.gap or block.kind == "heading")


def _card_follows(held: list[Block], after: list[Block]) -> bool:
    """Tell the biography below one person's card from prose behind them all: the next card stands below it."""
    if not any(named(block.cut, strict=True) for block in held):
        return False
    for block, below in pairwise(after):
        if block.level or section_label(block.text):
            return False
        if named(block.cut):
            return bool(posts_of(below.cut).roles) and len(below.text) < 160 and not is_sentence(below)
    return False


def _tells_of(held: list[Block], block: Block) -> bool:
    """Tell a paragraph about the person in the line above it: it begins with part of the name, or with "She"."""
    presented = people_in_line(held[-1].cut) if held[-1].kind != "bullet" else []
    if not presented:
        return False
    if not presented[-1].posts.roles and told_post(block.cut).roles:
        return True
    first = fold(re.sub(r"^(?:Dr|Prof|Professor|Mrs?|Ms)\.?\s+", "", block.text)).split()[0].strip(",.")
    return first in {*fold(presented[-1].named.name.text).split(), *_PRONOUNS}


def _is_place(block: Block) -> bool:
    """Tell "(Hall B)" below a word such as "Keynote": that was an item of a timetable, not a label."""
    return re.fullmatch(r"\([^()]{2,60}\)", block.text) is not None


def is_sentence(block: Block) -> bool:
    """Tell prose from a line that presents a person, however long that is."""
    text = block.text
    ends = text.endswith((".", "!", "?", ":", "”", '"'))
    return block.kind != "bullet" and ends and len(text.split()) >= 6 and not people_in_line(block.cut)
