# SPDX-License-Identifier: MIT
"""Find what a page tells in prose: its summary, its body as Markdown, what each person spoke on, and the questions.

The body is what is left when titles, dates, lists of people, downloads, questions and the site's frame are taken away.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.dates import days_in
from eqbrief.reading.labels import inline_detail, inline_people
from eqbrief.reading.lines import Found
from eqbrief.reading.sections import Section
from eqbrief.reading.when import is_date_line
from eqbrief.reading.words import any_of, words

_TOLD = frozenset({"none", "about", "learn", "list"})
_MOST_QUESTIONS = 60
_LONGEST_FIELD = 2000
_SENTENCE = 6
_LONGEST_WHEN, _WORDS_OF_WHEN = 90, 6


@dataclass(frozen=True, slots=True)
class Told:
    """The summary, the blocks of the body in order, and its Markdown."""

    summary: Cut | None = None
    body: tuple[Block, ...] = ()

    @property
    def markdown(self) -> str | None:
        """Give the body as Markdown: paragraphs, headings and lists; None where there is none."""
        pieces: list[str] = []
        for number, block in enumerate(self.body):
            text = _escaped(block.text)
            if block.kind == "bullet":
                piece = f"- {text}"
                pieces[-1:] = (
                    [f"{pieces[-1]}\n{piece}"]
                    if number and self.body[number - 1].kind == "bullet"
                    else [*pieces[-1:], piece]
                )
            else:
                pieces.append(f"## {text.rstrip(':')}" if block.kind == "heading" else text)
        return "\n\n".join(pieces) or None


def _escaped(text: str) -> str:
    """Keep what Markdown would take for a heading, a list or emphasis as the characters that the page prints."""
    text = re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
    return re.sub(r"^(#{1,6}\s|[-+]\s|\d{1,9}[.)]\s)", r"\\\1", text)


def told_by(sections: Iterable[Section], used: Iterable[Cut]) -> Told:
    """Gather the prose of a page. `used` are the places of what other fields took from it."""
    taken = sorted((cut.start, cut.end) for cut in used)
    prose: list[Block] = []
    for section in sections:
        if section.kind in _TOLD or section.kind in ("people", "agenda", "resources", "topics", "questions"):
            prose += _prose(section, taken)
    prose = _trimmed([block for block in prose if not _only_says_when(block)])
    summary = next((block for block in prose if _is_prose(block)), None)
    if summary is None:
        return Told()
    # A standfirst is a paragraph before the telling begins; where all is one text, its first paragraph serves as both.
    at = prose.index(summary)
    longer = [block for block in prose[at + 1 :] if _is_prose(block)]
    standfirst = (
        bool(longer) and len(summary.text) < 320 and len(summary.text) < max(len(block.text) for block in longer)
    )
    body = prose[at + 1 :] if standfirst else prose[at:]
    return Told(summary.cut, tuple(_trimmed(body)))


def _only_says_when(block: Block) -> bool:
    """Tell a sentence that gives a day and nothing else: 'This webinar took place on 20 February 2024.'"""
    days = days_in(block.cut, longest=_LONGEST_WHEN) if block.kind == "paragraph" else ()
    if len(days) != 1:
        return False
    day = days[0].cut
    rest = block.text[: day.start - block.cut.start] + block.text[day.end - block.cut.start :]
    return len(rest.split()) <= _WORDS_OF_WHEN


def _prose(section: Section, taken: list[tuple[int, int]]) -> list[Block]:
    found: list[Block] = []
    keep_lists = section.kind in _TOLD
    if section.kind in ("about", "learn", "list") and section.label is not None:
        found.append(section.label)
    for block in section.blocks:
        if _is_taken(block, taken) or block.kind == "row":
            continue
        if block.kind == "bullet" and (not keep_lists or inline_people(block.cut) or inline_detail(block.cut)):
            continue
        if section.kind not in _TOLD and not _is_prose(block):
            continue
        if block.kind == "heading" or _is_prose(block) or block.kind == "bullet":
            found.append(block)
    return found


def _is_taken(block: Block, taken: list[tuple[int, int]]) -> bool:
    """Tell whether another field took most of a block; a fact in the middle of prose leaves the prose as it is."""
    # Fields may lie inside each other, but none is longer than a block: those that start near it are all that count.
    near = taken[bisect_left(taken, (block.cut.start - _LONGEST_FIELD, 0)) : bisect_left(taken, (block.cut.end, 0))]
    covered = sum(max(min(end, block.cut.end) - max(start, block.cut.start), 0) for start, end in near)
    if covered * 2 > len(block.cut.text):
        return True
    days = days_in(block.cut, longest=160)
    return bool(days) and is_date_line(block.cut, days[0])


def _is_prose(block: Block) -> bool:
    text = block.text
    return (
        block.kind in ("paragraph", "heading")
        and not block.level
        and len(text.split()) >= 7
        and text.endswith((".", "!", "?", "…", "”", '"', ")", "’"))
    )


def _trimmed(blocks: list[Block]) -> list[Block]:
    """Leave out headings that nothing follows, and everything before the first prose but its own heading."""
    first = next((n for n, block in enumerate(blocks) if _is_prose(block)), None)
    if first is None:
        return []
    if first and blocks[first - 1].kind == "heading" and blocks[first - 1].level:
        first -= 1
    kept: list[Block] = []
    for number, block in enumerate(blocks[first:], first):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if _only_heads(block) and (after is None or _only_heads(after)):
            continue
        kept.append(block)
    # A lone list at the end belongs to the site or to another field, unless a line leads in to it.
    while kept and (_only_heads(kept[-1]) or kept[-1].text.endswith(":") or _is_link(kept[-1])):
        kept.pop()
    return kept


def _is_link(block: Block) -> bool:
    return block.kind == "bullet" and bool(block.links) and len(block.links[0].words.text) * 2 > len(block.cut.text)


def _only_heads(block: Block) -> bool:
    return block.kind == "heading" and not _is_prose(block)


def questions_of(sections: Iterable[Section]) -> list[Cut]:
    """Give the questions that the page lists for its event; what people "will learn" and agenda items are none."""
    parts = list(sections)
    found = [
        block.cut
        for section in parts
        if section.kind == "questions" and _are_questions(section)
        for block in section.blocks
        if block.kind == "bullet" or (block.text.endswith("?") and len(block.text) < 400)
    ]
    if found:
        return found[:_MOST_QUESTIONS]
    for section in parts:
        if section.kind in ("none", "about", "list"):
            asked = [block.cut for block in section.blocks if block.kind == "bullet" and _only_asks(block.text)]
            if len(asked) >= 2:
                return asked[:_MOST_QUESTIONS]
    return []


def _are_questions(section: Section) -> bool:
    """Tell questions below a sentence ("… took these questions:") from what else "answers questions in three ways"."""
    if section.label is None or not section.label.text.endswith(":") or len(section.label.text.split()) < _SENTENCE:
        return True
    return sum(asks(block.text) for block in section.blocks) * 2 >= len(section.blocks)


def _only_asks(text: str) -> bool:
    """Tell a question from an item that goes on to ask something."""
    return text.endswith("?") and not re.search(r"[a-z)]\.\s+[A-Z]", text)


def asks(text: str) -> bool:
    """Tell whether words ask something: by their mark, or by the word that they start with."""
    return "?" in text or _asking().match(fold(text)) is not None


@cache
def _asking() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{any_of(words().prose['question_words'])})(?!\w)")


def spoken_on(people: Iterable[Found], body: Iterable[Block]) -> dict[str, Cut]:
    """Give, by a person's name, the first passage of the body that says what they spoke on."""
    found: dict[str, Cut] = {}
    passages = [block.cut for block in body if _is_prose(block)]
    names = [one.named.name.value for one in people]
    for cut in passages:
        text = fold(cut.text[:4000])
        for name in names:
            if name not in found and _tells_of(text, name):
                found[name] = cut
    return found


def _tells_of(text: str, name: str) -> bool:
    """Tell whether a passage says what a person spoke on. The rules are the same for all names, so they stand once."""
    plain = fold(name)
    leads = [match.end() for match in _hears().finditer(text)]
    at = text.find(plain)
    while at >= 0:
        end = at + len(plain)
        if not re.match(r"\w", text[end : end + 1]):
            if not re.match(r"\w", text[at - 1 : at]) and _tells().match(text, end):
                return True
            between = [text[lead:at] for lead in leads if lead <= at]
            if any(len(part.split()) <= 8 and (not part or part[-1:].isspace()) for part in between):
                return True
        at = text.find(plain, at + 1)
    return False


@cache
def _tells() -> re.Pattern[str]:
    others = r"(?:(?:\s*,\s*|\s+and\s+|\s*&\s*)(?:\S+\s+){1,4}?\S+?)??"
    verbs = "|".join(words().prose["tells"] + words().prose["speaks"])
    return re.compile(rf"(?:\s*\([^)]*\))?{others}\s+(?:will\s+|then\s+|also\s+|here\s+)?(?:{verbs})(?!\w)")


@cache
def _hears() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?]\s+)(?:{any_of(words().prose['hear'])})\s+(?:from\s+)?")
