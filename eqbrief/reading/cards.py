# SPDX-License-Identifier: MIT
"""Read people who are shown as cards: a name by itself, and in the next few lines that person's post and body."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import days_in
from eqbrief.reading.labels import inline_detail, inline_people, section_label
from eqbrief.reading.lines import Found, people_in_line, suffix_of
from eqbrief.reading.names import Named, credentials_at, named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.told import told_post

CARD_LINES = 3
"""So many lines below a name may belong to its card."""


def cards_in(blocks: Sequence[Block], known: frozenset[str] = frozenset()) -> dict[int, Found]:
    """Give the people of cards that no label announces, by the number of the block with the name.

    The names are headings of one level, each with a post below it, and there are at least two.
    """
    found: dict[int, Found] = {}
    for number, block in enumerate(blocks):
        if block.kind == "heading" and block.level and (card := _card(blocks, number, known)):
            found[number] = card
    levels = Counter(blocks[number].level for number in found)
    return {number: card for number, card in found.items() if levels[blocks[number].level] > 1}


def _card(blocks: Sequence[Block], number: int, known: frozenset[str]) -> Found | None:
    person = named(blocks[number].cut, strict=True)
    if person is None:
        return None
    card = Found(person, origin="card", confidence=0.8)
    for block in blocks[number + 1 : number + 1 + CARD_LINES]:
        # A short line alone passes for a heading of no level.
        more = None if block.level or block.kind == "row" else with_line(card, block, known)
        if more is None:
            break
        card = more
    firm = any(sort_of(body, known) == "organisation" for body in card.posts.organisations)
    return card if firm or any(sort_of(role) == "role" for role in card.posts.roles) else None


def with_line(card: Found, block: Block, known: frozenset[str], *, in_list: bool = False) -> Found | None:
    """Add a short line below a name to its card, as role or organisation; None when it is neither.

    `in_list`: the name is a bullet, so that a bullet below it that is surely a post may belong to it.
    """
    text = block.text
    if block.kind == "bullet" and not (in_list and _is_post(block.cut, known)):
        return None
    if _is_prose(text) and not card.posts.roles and not card.posts.organisations and not block.level:
        posts = told_post(block.cut, known)
        return replace(card, posts=posts, confidence=min(card.confidence, 0.8)) if posts.roles else None
    if len(text) > 160 or _is_prose(text) or section_label(text):
        return None
    capacity, said, cut = suffix_of(block.cut)
    person, cut = with_letters(card.named, cut.strip(" ,;"))
    if inline_people(cut) or inline_detail(cut) or days_in(cut):
        return None
    posts = _posts(card, cut, block, known)
    if posts is None:
        return None
    return replace(
        card, named=person, posts=posts, capacity=capacity or card.capacity, capacity_cut=said or card.capacity_cut
    )


def _is_prose(text: str) -> bool:
    return re.search(r"[.!?]\s+[A-Z]|[.!?]$", text) is not None


def _is_surely(person: Named) -> bool:
    """Tell a name that no body has: one with a form of address before it or letters behind it."""
    return person.honorific is not None or person.credentials is not None


def _is_post(cut: Cut, known: frozenset[str]) -> bool:
    posts = posts_of(cut, known)
    return bool(posts.roles) and sort_of(posts.roles[0]) == "role" and not named(cut)


def with_letters(person: Named, cut: Cut) -> tuple[Named, Cut]:
    """Take letters that stand apart from the name ("PhD, Professor of …") off the front of what follows it."""
    letters = credentials_at(cut) if person.credentials is None else None
    if letters is None:
        return person, cut
    return replace(person, credentials=letters), cut.part(letters.end - cut.start).strip(" ,;–—-")


def _posts(card: Found, cut: Cut, block: Block, known: frozenset[str]) -> Posts | None:
    before = card.posts
    person = people_in_line(cut, known, strict=True)
    if (before.roles and before.organisations) or (person and _is_surely(person[0].named)):
        return None
    sort = sort_of(cut, known)
    if person and person[0].named.name.start == cut.start and sort not in ("role", "organisation"):
        # Two capitalised words could be a body or the next person; a body comes only after a role.
        bare = not person[0].posts.roles and not person[0].posts.organisations
        return Posts(before.roles, (cut,)) if before.roles and bare and not block.gap else None
    posts = posts_of(cut, known)
    if before.roles and posts.roles and not posts.organisations and sort != "role":
        return None
    if not posts.roles and not posts.organisations:
        return None
    # A paragraph of its own that names no known post or body is as likely the title of the next talk.
    if block.gap and sort not in ("role", "organisation") and not _is_known(posts, known):
        return None
    # Of unknown words below a body, only a post may follow it.
    if before.organisations and not posts.roles and sort != "organisation":
        return None
    return Posts(before.roles + posts.roles, before.organisations + posts.organisations)


def _is_known(posts: Posts, known: frozenset[str]) -> bool:
    return any(sort_of(role) == "role" for role in posts.roles) or any(
        sort_of(body, known) == "organisation" for body in posts.organisations
    )
