# SPDX-License-Identifier: MIT
"""Know the line above a page's title that names its site: "Some Trust", "Some Institute | Seminars"."""

import re
from collections.abc import Sequence
from functools import cache

from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.dates import clocks_in, days_in
from eqbrief.reading.labels import detail_label, inline_detail, inline_people, section_label
from eqbrief.reading.names import named
from eqbrief.reading.phrases import has_capital, sort_of, words_in
from eqbrief.reading.words import any_of, words

_MOST_WORDS, _LONGEST, _LOOKED_AT, _READ = 8, 70, 4, 40_000
_PARTS = re.compile(r"\s+[|·»/]\s+")
_ENDS = (".", "?", "!", ":", ";", ",")


def masthead_in(blocks: Sequence[Block], page: Page) -> tuple[int, Cut] | None:
    """Find the site's line among the first blocks: its number, and the name in it; None where there is none.

    A page's title may be a body's name too, so a line that could be the title must follow.
    """
    for number, block in enumerate(blocks[:2]):
        if number and _PARTS.split(blocks[0].text)[-1] == block.text:
            return None  # "Some Body | Title" above "Title"
        name = _site_in(block.cut) or (block.cut if _names_a_body(block, page) else None)
        if name is None:
            continue
        if _title_follows(block, blocks[number + 1 : number + 1 + _LOOKED_AT]):
            return number, name.strip()
    return None


def _site_in(cut: Cut) -> Cut | None:
    """Take the body out of "Some Body | Talks"."""
    parts = [part.strip() for part in cut.split(_PARTS)]
    if len(cut.text) > _LONGEST or len(parts) < 2:
        return None
    rest = [part for part in parts if not is_kind_of_page(part.text)]
    trail = fold(parts[0].text) in words().homepage
    return rest[0] if len(rest) == 1 < len(parts) and not trail else None


def is_site_line(text: str) -> bool:
    """Tell a line such as "Some Body | Talks": a name, and the part of the site that one is in."""
    return _site_in(Cut(text, 0)) is not None


def site_near_title(blocks: Sequence[Block], page: Page) -> Cut | None:
    """Give the site's name out of the line above a page's title, or out of "Some Body · Workshop" below it."""
    if found := masthead_in(blocks, page):
        return found[1]
    return next((name for block in blocks[:_LOOKED_AT] if (name := _site_in(block.cut)) and not named(name)), None)


def names_a_series(text: str) -> bool:
    """Know the name of a run of events, that often stands twice on the page of each of them."""
    return re.search(r"\b(?:series|programme|season)(?: info(?:rmation)?)?$", text, re.I) is not None


def is_kind_of_page(text: str) -> bool:
    """Tell words that only say what kind of page it is: "Events", "Past event", "Talks", "News"."""
    tables = words()
    plain = fold(text).strip(" .:")
    kinds = {*tables.events, *tables.furniture}
    bare = re.sub(r"^(?:past|upcoming|all|our|public|research)\s+", "", plain)
    return any(one in kinds or (one[-1:] == "s" and one[:-1] in kinds) for one in (plain, bare))


def _names_a_body(block: Block, page: Page) -> bool:
    text = block.text
    tokens = words_in(text)
    if block.kind in ("bullet", "row") or not 0 < len(tokens) <= _MOST_WORDS or len(text) > _LONGEST:
        return False
    if text.endswith(_ENDS) or ":" in text or re.search(r"\d", text) or not has_capital(block.cut):
        return False
    if is_kind_of_page(text) or section_label(text) or detail_label(text) or inline_people(block.cut):
        return False
    tables = words()
    if "with" in tokens or "mit" in tokens or "avec" in tokens or "con" in tokens:
        return False
    if tokens[-1].casefold() not in tables.sites and _says_kind().search(text):
        return False  # "Some Trust Career Workshop" is held by a body, and named after it.
    firm = sort_of(block.cut) == "organisation" or tokens[0].casefold() in tables.organisations
    firm = firm or tokens[-1].casefold() in tables.organisations | tables.sites
    return (firm and not _is_sentence_case(tokens)) or _is_spoken_of(block, page)


@cache
def _says_kind() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_of(frozenset({*words().events, *words().series} - words().sites))})s?(?!\w)", re.I
    )


def _is_sentence_case(tokens: list[str]) -> bool:
    """Tell "Working with your council" from a name: two words of it that are no small ones have no capital."""
    small = {*words().common, *words().joins, *words().particles}
    return sum(token[:1].islower() and token.casefold() not in small for token in tokens) > 1


def _is_spoken_of(block: Block, page: Page) -> bool:
    """Tell a short name that the page's own lines speak of: within a sentence, and not as a line by itself."""
    text = block.text
    tokens = words_in(text)
    if len(tokens) > 4 or _is_sentence_case(tokens):
        return False
    sure = _is_coined(tokens) and not named(block.cut, strict=True)
    before = "" if sure else r"(?:,|\bat|\bby|\bfrom|\(|\s[–—-])\s*(?:the\s+)?"
    pattern = re.compile(rf"{before}(?<![\w-]){re.escape(text)}(?![\w-])")
    rest = page.text[block.cut.end : block.cut.end + _READ]
    lines = [line for line in rest.splitlines() if pattern.search(line)]
    return bool(lines) and all(fold(line) != fold(text) for line in lines)


def _is_coined(tokens: list[str]) -> bool:
    """Tell whether a name has a word that is no plain one: "OpenWard", "US-RSE"."""
    return any(any(char.isupper() for char in token[1:]) and token.isalpha() for token in tokens) or any(
        "-" in token and all(part[:1].isupper() for part in token.split("-")) for token in tokens
    )


def _title_follows(block: Block, after: Sequence[Block]) -> bool:
    for below in after:
        text = below.text
        if is_kind_of_page(text) or (inline_detail(below.cut) and len(text) < _LONGEST):
            continue
        if days_in(below.cut, longest=160) or clocks_in(below.cut, longest=80) or below.kind in ("bullet", "row"):
            if below.level:
                return True
            if below.kind in ("bullet", "row"):
                return False
            continue
        if names_a_series(text) or section_label(text) or inline_people(below.cut) or named(below.cut, strict=True):
            return False
        if below.level and block.level and below.level > block.level:
            return block.level != 1 or is_site_line(block.text)
        if fold(text).endswith(fold(block.text)) and re.search(r"\b(?:on|about|zu|über|sur|sobre)\b", text):
            return False  # "Great lamps" above "A talk on the great lamps"
        is_prose = not below.level and (text.endswith((".", ";")) or len(words_in(text)) > 25)
        return not is_prose and fold(text) != fold(block.text) and len(text) > 3
    return False
