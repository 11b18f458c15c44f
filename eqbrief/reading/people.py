# SPDX-License-Identifier: MIT
"""Find the people who take part in an event, from labelled lists, lines with a label, tables, cards and agendas.

Names under "Authors", "Organisers" or "References" take no part and are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from eqbrief.model import CAPACITIES, Capacity
from eqbrief.reading.blocks import Block
from eqbrief.reading.cards import CARD_LINES, cards_in, with_letters, with_line
from eqbrief.reading.cuts import Cut, key
from eqbrief.reading.labels import inline_people
from eqbrief.reading.lines import Found, people_in_line, suffix_of
from eqbrief.reading.names import named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.sections import Section
from eqbrief.reading.tables import tables_of
from eqbrief.reading.told import is_a

_LONGEST_SURE = 200
# Sections in which a name is not that of somebody who takes part.
OUTSIDE = frozenset({"organisers", "references", "learn", "biographies", "questions", "topics", "resources"})


def people_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Found]:
    """Give the people that a page's lists and labels present, in order, each once."""
    found: list[Found] = []
    for section in sections:
        if section.kind == "people":
            found += _labelled(section, known)
        elif section.kind not in OUTSIDE:
            found += _inline(section, known)
            found += _unlabelled(section, known)
    return merged(found)


def merged(found: Iterable[Found]) -> list[Found]:
    """Make one of each person found several times; a capacity that is said beats none, and posts are filled in."""
    people: dict[str, Found] = {}
    for one in found:
        name = key(one.named.name.text)
        before = people.get(name)
        people[name] = _both(before, one) if before else one
    return sorted(people.values(), key=lambda one: one.named.name.start)


def _both(first: Found, second: Found) -> Found:
    order: dict[Capacity | None, int] = {capacity: number for number, capacity in enumerate(CAPACITIES)}
    order[None] = len(CAPACITIES)
    leader = min((first, second), key=lambda one: order[one.capacity])
    posts = first.posts if first.posts.roles or first.posts.organisations else second.posts
    return replace(first, posts=posts, capacity=leader.capacity, capacity_cut=leader.capacity_cut)


def _labelled(section: Section, known: frozenset[str]) -> Iterator[Found]:
    """Read the lines under a label such as "Panellists:"; a card's role and organisation may follow the name."""
    assert section.label is not None, "a section of people has a label"
    said = section.label.cut.strip(" :–—-")
    open_card: Found | None = None
    lines, level, in_list = 0, 0, False
    tabled = _tabled(section.blocks, known)
    for block in section.blocks:
        # A heading like that of the card is the next card's.
        below = not level or block.level != level
        if (
            open_card is not None
            and lines < CARD_LINES
            and below
            and (more := with_line(open_card, block, known, in_list=in_list))
        ):
            open_card, lines = more, lines + 1
            continue
        here = tabled.get(block.cut.start) or _of_block(block, known)
        if open_card is not None:
            yield open_card
            open_card = None
        for one in here:
            if _is_bare(one) and block.kind != "bullet" and block.text.endswith(":"):
                continue  # "Relevant Links:" is the next label
            whole = replace(
                one,
                capacity=one.capacity or section.capacity,
                capacity_cut=one.capacity_cut or said,
                origin="label",
                confidence=0.85 if _is_bare(one) or _is_told(block.text) else 0.96,
            )
            if one is here[-1] and len(here) == 1 and _is_bare(whole):
                open_card, lines, level, in_list = whole, 0, block.level, block.kind == "bullet"
            else:
                yield whole
    if open_card is not None:
        yield open_card


def _of_block(block: Block, known: frozenset[str]) -> list[Found]:
    if block.kind == "row":
        return _row(block, known)
    if len(block.text) > 400 and not _is_presenting(block.text):
        return []
    return people_in_line(block.cut, known) or _behind_a_post(block.cut, known)


def _behind_a_post(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read "Community co-lead, NAME – post, body": a post before the name as well as behind it."""
    front, comma, _ = cut.text.partition(", ")
    if not comma or len(front) > 60 or sort_of(cut.part(0, len(front))) != "role":
        return []
    found = people_in_line(cut.part(len(front) + 2), known, strict=True)
    if len(found) != 1:
        return []
    before, behind = posts_of(cut.part(0, len(front)), known), found[0].posts
    posts = Posts(before.roles + behind.roles, before.organisations + behind.organisations)
    return [replace(found[0], posts=posts)]


def _is_presenting(text: str) -> bool:
    return bool(re.match(r"[^.]{3,80}(?:[–—(|;]|,)", text) or re.match(rf"[^.]{{3,80}}?\s{is_a().pattern}", text))


def _row(block: Block, known: frozenset[str]) -> list[Found]:
    cells = [cell for cell in block.cells if cell.text]
    for number, cell in enumerate(cells):
        person = named(cell, strict=number > 0)
        if person is None:
            continue
        rest = block.cut.part(cells[number + 1].start - block.cut.start) if number + 1 < len(cells) else None
        if rest is None or len(rest.text) >= 300:
            return [Found(person)]
        capacity, said, rest = suffix_of(rest)
        person, rest = with_letters(person, rest)
        return [Found(person, posts_of(rest, known), capacity, said)]
    return people_in_line(block.cut, known)


def _is_told(text: str) -> bool:
    """Tell a biography, out of which a post is read less surely than out of a line."""
    return len(text) > _LONGEST_SURE or re.search(rf"\s{is_a().pattern}", text) is not None


def _is_bare(one: Found) -> bool:
    return not one.posts.roles and not one.posts.organisations


def _inline(section: Section, known: frozenset[str]) -> Iterator[Found]:
    for block in section.blocks:
        if len(block.text) < 500 and inline_people(block.cut):
            for one in people_in_line(block.cut, known):
                yield replace(one, origin="label", confidence=0.94)


def _unlabelled(section: Section, known: frozenset[str]) -> Iterator[Found]:
    """Read cards, and bullets that present a person with a post, where most of their list does so."""
    yield from cards_in(section.blocks, known).values()
    tabled = _tabled(section.blocks, known)
    for one in (one for people in tabled.values() for one in people):
        yield replace(one, origin="list", confidence=0.8)
    for group in _lists(block for block in section.blocks if block.cut.start not in tabled):
        # Under an agenda's item one person may stand alone.
        presented = [(block, [one for one in _of_item(block, known) if _has_post(one)]) for block in group]
        hits = [one for _, people in presented for one in people]
        if hits and sum(1 for _, people in presented if people) * 2 > len(group):
            for one in hits:
                yield replace(one, origin="list", confidence=0.8)


def _tabled(blocks: Iterable[Block], known: frozenset[str]) -> dict[int, list[Found]]:
    """Give the people of tables whose header says in which column they stand, by the offset of their row."""
    rows = (row for rows in tables_of(blocks, known) for row in rows)
    return {row.block.cut.start: list(row.people) for row in rows if row.people}


def _lists(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if block.kind in ("bullet", "row") and not block.number and (not group or group[-1].kind == block.kind):
            group.append(block)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _of_item(block: Block, known: frozenset[str]) -> list[Found]:
    """Read a list's item, or a table's row whose first cell is a name."""
    if block.kind != "row":
        return people_in_line(block.cut, known, strict=True)
    return _row(block, known) if named(block.cells[0], strict=True) else []


def _has_post(one: Found) -> bool:
    firm = any(sort_of(body) == "organisation" for body in one.posts.organisations)
    return bool(one.posts.roles) or firm


def names_of(found: Iterable[Found]) -> dict[str, Cut]:
    """Give the people's names by their letters, to be found again in prose."""
    return {key(one.named.name.text): one.named.name for one in found}
