# SPDX-License-Identifier: MIT
"""Read people out of what is told about them: under "About the speakers" whoever a line or a paragraph begins with.

Where lists and sentences name those who take part, a biography only fills in the post that they do not give.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, key
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.names import Named, credentials_at, named, take_honorific
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.sections import Section
from eqbrief.reading.told import is_a, main_post

_TOLD = ("biographies", "people", "none", "about")
_READ, _SHORT, _BEGINS = 600, 200, 200
_HEADS = 6
_WITH_NAME = re.compile(r"\b(?:with|featuring|mit|avec|con)\s+((?:[^\W\d_a-z]\S*\s*){2,4})$")
_LEAD = re.compile(
    r"(?P<name>(?:[^\W\d_a-z]\S*\s+(?:(?:de|del|della|van|von|der|den|la|le|al|bin|ibn|di|da|dos)\s+)*){1,5})"
    r"(?=[a-z]|\()"
)
_PRONOUNS = ("She", "He", "They", "Elle", "Il", "Ella", "Él", "Sie", "Er")
# What somebody is besides a post, that a biography may begin with.
_BOOKS = frozenset({"author", "co-author", "graduate", "winner", "recipient", "alumna", "alumnus", "native", "mother"})
_FROM = re.compile(r"(?:from|with|at)\s+(?:the\s+)?([A-Z][^.,;]{2,80})")
_PANEL = re.compile(
    r"\b(?:our|this|the|an|expert)\s+(?:expert\s+)?panel(?:\s+of\s+\w+)?\s+(?:will|discuss\w*|debat\w+)\b", re.I
)
_MARKS = re.compile(
    r"\b(?:prior to (?:joining|this|her|his|their)|in (?:her|his|their) (?:current )?role|previously,? (?:s?he|they)\b"
    r"|(?:she|he) (?:holds|received|earned|obtained|studied) |has (?:over|more than) \w+ years|years of experience)",
    re.IGNORECASE,
)


def people_told_of(sections: Iterable[Section], known: frozenset[str] = frozenset()) -> list[Found]:
    """Give those whom a page presents under a label such as "About the speakers", or in a biography under none."""
    parts = list(sections)
    told = [one for section in parts if section.kind == "biographies" for one in _under(section, known)]
    loose = [section for section in parts if section.kind in ("none", "about")]
    told = told or [one for section in loose for one in _headed(section, known)]
    told = told or _side_by_side(loose, known)
    return told or [one for section in loose for one in _alone(section)] or _in_the_title(loose, known)


def _under(section: Section, known: frozenset[str]) -> Iterator[Found]:
    label = section.label.cut if section.label else None
    if label is None or "author" in label.text.casefold():
        return
    for block in section.blocks:
        for one in _presented(block, known):
            yield replace(
                one, capacity=section.capacity or "speaker", capacity_cut=label, origin="biography", confidence=0.78
            )


def _presented(block: Block, known: frozenset[str]) -> list[Found]:
    """Read a line that is a name and a post, or the name at the front of a paragraph."""
    if not block.text.endswith((".", "!", "?")) and len(block.text) < 200:
        found = people_in_line(block.cut, known, strict=True)
        if len(found) == 1 and (found[0].posts.organisations or found[0].posts.roles):
            return found
    person = _told_of(block.cut)
    return [Found(person)] if person and len(block.text.split()) > 6 else []


def _headed(section: Section, known: frozenset[str]) -> Iterator[Found]:
    """Read a line with a name, perhaps with the post, above the paragraph that begins with that name."""
    for above, below in pairwise(section.blocks):
        person = _told_of(below.cut) if above.kind != "bullet" and len(above.text) < _SHORT else None
        found = people_in_line(above.cut, known, strict=True) if person else []
        if person and len(found) == 1 and key(found[0].named.name.text) == key(person.name.text):
            yield replace(found[0], capacity=found[0].capacity or "speaker", origin="biography", confidence=0.8)


def _side_by_side(loose: list[Section], known: frozenset[str]) -> list[Found]:
    """Read paragraphs that begin "NAME is a post", where there are at least two: one alone may tell of anybody."""
    found: list[Found] = []
    for block in (block for section in loose for block in section.blocks if block.kind == "paragraph"):
        person = _told_of(block.cut)
        match = _is().match(block.cut.text, person.end - block.cut.start) if person else None
        posts = main_post(block.cut.part(match.end()), known) if match else Posts()
        if person and posts.roles and sort_of(posts.roles[0]) == "role":
            found.append(Found(person, posts, "speaker", None, "biography", 0.72))
    if len(found) < 2:
        return []
    # Those whom a page tells of below "our panel will discuss" sit on it.
    seated = any(_PANEL.search(block.cut.text) for section in loose for block in section.blocks)
    return [replace(one, capacity="panellist") for one in found] if seated else found


def _alone(section: Section) -> Iterator[Found]:
    """Read paragraphs that begin with a name and say what only biographies say."""
    for block in section.blocks:
        person = _told_of(block.cut) if block.kind == "paragraph" and _MARKS.search(block.cut.text) else None
        if person:
            yield Found(person, capacity="speaker", origin="biography", confidence=0.62)


def _in_the_title(loose: list[Section], known: frozenset[str]) -> list[Found]:
    """Read "Tea for all with NAME" where a line below begins with that name and says where its bearer works."""
    blocks = [block for section in loose for block in section.blocks]
    for head in blocks[:_HEADS]:
        match = _WITH_NAME.search(head.cut.text) if head.kind == "heading" else None
        if match is None or named(head.cut.group(match, 1), strict=True) is None:
            continue
        for block in blocks:
            found = people_in_line(block.cut, known) if block.text.startswith(f"{match[1]},") else []
            if len(found) == 1 and len(block.text) < _SHORT:
                return [replace(found[0], capacity="speaker", origin="biography", confidence=0.7)]
    return []


def _told_of(cut: Cut) -> Named | None:
    """Take the name that a paragraph begins with, where the sentence goes on in small letters."""
    honorific, rest = take_honorific(cut)
    match = _LEAD.match(rest.text)
    if match is None:
        return None
    end = rest.start - cut.start + match.end("name")
    front = cut.part(0, end).strip()
    return named(front, strict=honorific is None) if sort_of(front) != "organisation" else None


def with_biographies(
    people: Iterable[Found], sections: Iterable[Section], known: frozenset[str] = frozenset()
) -> list[Found]:
    """Fill in the present post of those for whom no line gives one, from "NAME is a post at a body" in prose."""
    people = list(people)
    if not people:
        return []
    cuts = [block.cut.part(0, _READ) for section in sections if section.kind in _TOLD for block in section.blocks]
    heads = [(cut, cut.text[:_BEGINS].casefold()) for cut in cuts]
    return [_filled(one, heads, known) for one in people]


def _filled(one: Found, heads: list[tuple[Cut, str]], known: frozenset[str]) -> Found:
    """Take the post, and the form of address, with which a biography begins. `heads`: each text and its beginning."""
    tokens = one.named.name.text.split()
    whole, first, last = (text.casefold() for text in (one.named.name.text, tokens[0], tokens[-1]))
    cuts = [cut for cut, head in heads if whole in head]
    pattern = re.compile(rf"(?:\S+\s+){{0,2}}?{re.escape(one.named.name.text)}(?!\w)", re.IGNORECASE)
    for cut in cuts:
        match = pattern.match(cut.text)
        if match is None:
            continue
        if one.named.honorific is None and (address := take_honorific(cut)[0]):
            one = replace(one, named=replace(one.named, honorific=address))
        if one.named.credentials is None and (letters := credentials_at(cut.part(match.end()))):
            one = replace(one, named=replace(one.named, credentials=letters))
        if not one.posts.roles and not one.posts.organisations:
            one = replace(one, posts=_post(cut, match.end(), one.named.name.text, known))
    if one.posts.roles or one.posts.organisations:
        return one
    # "Imogen is a nurse": a first or last name may begin the biography.
    either = f"{re.escape(tokens[0])}|{re.escape(tokens[-1])}"
    short = re.compile(rf"(?:(?:Dr|Prof)\.?\s+)?(?:{either})(?=\s+{is_a().pattern})")
    for cut in (cut for cut, head in heads if first in head[:_BEGINS] or last in head):
        if match := short.match(cut.text):
            return replace(one, posts=_post(cut, match.end(), one.named.name.text, known))
    return one


@cache
def _is() -> re.Pattern[str]:
    return re.compile(rf"[^.]{{0,20}}?\s+{is_a().pattern}", re.IGNORECASE)


def _post(cut: Cut, at: int, name: str, known: frozenset[str]) -> Posts:
    """Read "… is a post at a body", else what the person "works as" further on."""
    posts = Posts()
    if match := _is().match(cut.text, at):
        rest = cut.part(match.end())
        posts = main_post(rest, known)
        if not posts.roles and (body := _FROM.match(rest.text)):
            posts = posts_of(rest.group(body, 1), known)
    books = any(word in _BOOKS for role in posts.roles for word in role.text.casefold().split()[:2])
    if posts.organisations and not books:
        return posts
    tokens = name.split()
    names = "|".join((re.escape(tokens[0]), re.escape(tokens[-1]), *_PRONOUNS))
    later = re.search(rf"\b(?:{names})\s+{is_a().pattern}", cut.text[at:])
    second = main_post(cut.part(at + later.end()), known) if later else Posts()
    return second if second.roles and second.organisations else posts
