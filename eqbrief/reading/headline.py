# SPDX-License-Identifier: MIT
"""Find a page's title and its state: the heading as printed, without a stamp such as "CANCELLED" in front of it."""

import re
from dataclasses import replace
from functools import cache

from eqbrief.reading.addresses import path_in
from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.dates import Day, days_in
from eqbrief.reading.labels import detail_label, inline_detail, inline_people, section_label
from eqbrief.reading.lines import people_in_line
from eqbrief.reading.marks import Fact, fact
from eqbrief.reading.masthead import is_kind_of_page, masthead_in, names_a_series
from eqbrief.reading.names import named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.when import is_date_line
from eqbrief.reading.words import any_of, words

_HEAD, _NEXT, _SURE = 24, 4, 2.5
_MOST_WORDS, _HALF = 22, 0.5
_HALF_DAY = re.compile(r"(?:[ap]m|noon|uhr)$", re.IGNORECASE)
_HOUR_FIRST = re.compile(r"\d{1,2}[:.]\d\d\s+\S")
_STAMP_DATE = re.compile(r"\s*(?:19|20)\d\d-\d\d-\d\d\s*[:–—-]?\s+")
# Between the places on the way to a page, or the entries of a menu.
_CRUMBS = (" | ", " > ", " » ", " › ")
_WINDOW = re.compile(r"\s+(?:[|–—»·•]|-|::)\s+")


def title_of(page: Page) -> Fact | None:
    """Give the page's title as a fact; None where it prints none."""
    blocks = _numbered_title([block for block in page.blocks[:400] if not block.furniture], page)
    blocks = _below_masthead(blocks, page)
    tops = [block for block in blocks if block.level == 1]
    if named_top := _agreed(tops, page):
        return fact(_unstamped(named_top.cut), "heading", 0.97)
    best, score = None, 0.0
    # Where a page has real headings, a line in front of them is a motto or a menu.
    real = any(0 < block.level <= 3 for block in blocks[:_NEXT])
    seen: dict[str, int] = {}
    # "Some Body | Title" above the title
    ends = {block.text.rpartition(" | ")[2] for block in blocks[:_NEXT] if " | " in block.text}
    number = -1
    dated = False
    for block in blocks[:_HEAD]:
        if _is_sentence(block) and best is not None:
            break
        # Below a date a long line tells of the event; above it a title may be as long as it likes.
        is_told = _is_sentence(block) or (dated and _is_long(block))
        dated = dated or _is_date(block)
        if is_told or not _may_be(block, first=block is blocks[0]):
            continue
        if best is not None and _says_again(block.text, best.text):
            continue
        seen[key(block.text)] = seen.get(key(block.text), 0) + 1
        number += 1
        here = (
            _score(block, page)
            - 0.4 * number
            + (0.8 if not number and block.kind == "heading" and (block.level or not real) else 0)
            - (0.6 if real and not block.level else 0)
            + (1.6 if block.text in ends else 0)
            + (1.0 if seen[key(block.text)] == 2 and not names_a_series(block.text) else 0)
        )
        if best is None or here > score:
            best, score = block, max(here, 0.01)
    # A short line of a page that has no headings is less than the page's own word for its title.
    if best is None or score < 0.1 or (not best.level and score < _SURE and page.hints.get("title")):
        return _from_hint(page)
    return fact(_unstamped(best.cut), "heading", 0.93 if score > 2 else 0.85 if score > 1 else 0.7)


def _says_again(text: str, title: str) -> bool:
    """Know "A talk on the great lamps of Larkau" below "Great lamps of Larkau"."""
    return title.count(" ") > 1 and len(text) > len(title) and key(text).endswith(key(title))


def _below_masthead(blocks: list[Block], page: Page) -> list[Block]:
    """Leave the line out that names the site, unless the page's address says that it is the title."""
    found = masthead_in(blocks, page)
    if found is None or _slug_share(blocks[found[0]].text, page.hints.get("address", "")) > _HALF:
        return blocks
    return [block for number, block in enumerate(blocks) if number != found[0]]


def _numbered_title(blocks: list[Block], page: Page) -> list[Block]:
    """Take a first line such as "3. Meeting of the wards" with its number, where it begins no list."""
    first, after = blocks[0] if blocks else None, blocks[1] if len(blocks) > 1 else None
    if first is None or not first.number or after is None or after.kind == "bullet":
        return blocks
    begins = page.text.rfind("\n", 0, first.cut.start) + 1
    return [replace(first, kind="heading", cut=page.cut(begins, first.cut.end).strip(), number=False), *blocks[1:]]


def _agreed(tops: list[Block], page: Page) -> Block | None:
    """Take the only first-level heading, or of several the one that the window's title agrees with."""
    tops = [block for block in tops if _may_be(block)]
    if len(tops) == 1:
        return tops[0]
    window = key(page.hints.get("title") or page.hints.get("window") or "")
    agreed = [block for block in tops if key(block.text) and key(block.text) in window]
    if agreed:
        return max(agreed, key=lambda block: len(block.text))
    # A window that names the site only does not name the page: nor does a heading that says the same.
    others = [block for block in tops if not _is_much_of(block.text, page.hints.get("window", ""))]
    return next(iter(others or tops), None)


def _is_much_of(text: str, window: str) -> bool:
    mine, whole = (set(re.findall(r"\w+", fold(part))) for part in (text, window))
    return bool(mine) and len(mine & whole) * 2 > len(mine)


def _from_hint(page: Page) -> Fact | None:
    """Take the window's title where the page shows no heading; its place is given if the words stand anywhere."""
    said = page.hints.get("title") or _WINDOW.split(page.hints.get("window", ""))[0]
    if not said or fold(said) in words().furniture:
        return None
    at = page.text.find(said)
    return fact(page.cut(at, at + len(said)), "window title", 0.7) if at >= 0 else Fact(said)


def _is_sentence(block: Block) -> bool:
    text = block.text
    return not block.level and len(text.split()) >= 9 and text.endswith((".", ":", ";", "…"))


def _is_long(block: Block) -> bool:
    return not block.level and len(block.text.split()) > _MOST_WORDS


def _is_date(block: Block) -> bool:
    days = days_in(block.cut, longest=160)
    return bool(days) and is_date_line(block.cut, days[0])


def _may_be(block: Block, *, first: bool = False) -> bool:
    """Tell whether a block may be the title. `first`: it is the first of the page, where a title holds its date."""
    text = block.text
    plain = fold(text).strip(" :|")
    tables = words()
    if block.kind in ("bullet", "row") or not 3 < len(text) < 260 or text.endswith(":") or "http" in text:
        return False
    site = re.search(rf"(\S+)\s(?:{any_of(tables.homepage)})$", plain)
    # "Working from home" is a title.
    if (
        plain in tables.furniture
        or (is_kind_of_page(text) and block.level != 1)
        or (site and site[1] not in tables.common)
    ):
        return False
    if block.level != 1 and (
        section_label(text)
        or detail_label(text)
        or (people_in_line(block.cut, strict=True) and inline_people(block.cut))
    ):
        return False
    detail = inline_detail(block.cut)
    if detail and detail[0].kind != "title" and not (detail[0].kind == "series" and _named_series().match(text)):
        return False
    if re.match(r"\W*(?:contributed|written|posted|published|edited|reviewed) by\b", text, re.I):
        return False
    if max(map(text.count, _CRUMBS)) >= 2 or "\t" in text or re.match(r"[A-Z]{1,4}: |\W*$|©|\(c\)", text):
        return False
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", text) or (block.level != 1 and _HOUR_FIRST.match(text)):
        return False
    if fold(text).strip(" .!") in tables.statuses:
        return False
    days = days_in(block.cut)
    return not (days and is_date_line(block.cut, days[0])) or (first and len(_besides(block.cut, days[0])) > 1)


def _besides(cut: Cut, day: Day) -> list[str]:
    """Give the words of a line beside its date, without those that go with a date."""
    rest = cut.text[: day.cut.start - cut.start] + " " + cut.text[day.cut.end - cut.start :]
    tables = words()
    found = re.findall(r"[^\W\d_][\w-]+", rest)
    return [word for word in found if fold(word) not in tables.common | tables.weekdays and not _HALF_DAY.match(word)]


def _score(block: Block, page: Page) -> float:
    text = block.text
    count = len(text.split())
    score = 1.0 if count >= 3 else 0.2 if count == 2 else -0.6
    score += 1.5 if block.level == 1 else 1.0 if block.level == 2 else 0.5 if block.kind == "heading" else 0
    # The address of each event of a series may hold the words of its name.
    score += -0.6 if names_a_series(text) else 1.8 * _slug_share(text, page.hints.get("address", ""))
    window = key(page.hints.get("title") or page.hints.get("window") or "")
    score += 2 if window and len(key(text)) > 8 and key(text) in window else 0
    score += 0.4 if re.search(rf"\b(?:{_events()})s?\b", text, re.I) else 0
    score -= 1.2 if _is_names(block.cut) or (sort_of(block.cut) == "organisation" and count <= 4) else 0
    score -= 1.5 if text.endswith((".", ";")) and count > 5 else 0
    score -= 2 if re.search(r"\d\s?[KMG]B\b", text) or " | " in text else 0
    return score - (0.6 if text[:1].islower() else 0)


def _is_names(cut: Cut) -> bool:
    """Tell a line of people's names and nothing else: a page's authors."""
    parts = [part.strip() for part in cut.split(re.compile(r"\s*,\s+|\s+(?:and|&|und|et|y)\s+"))]
    return len(parts) <= 12 and all(named(part, strict=True) is not None for part in parts if part.text)


@cache
def _named_series() -> re.Pattern[str]:
    """Know "Webinar Series: Tea for all", the heading of the whole, from a line that only names the series."""
    return re.compile(rf"(?:{_events()})\s+series\s*:\s+\S+\s+\S", re.I)


@cache
def _events() -> str:
    return any_of(words().events)


def _slug_share(text: str, address: str) -> float:
    """Tell how much of a line's words stand in the last part of the page's address, from 0 to 1."""
    if not address:
        return 0
    slug = path_in(address).rstrip("/").rpartition("/")[2]
    # What every event of a site has in its address tells nothing.
    common = {*words().events, *words().series}
    parts = {part for part in re.split(r"[^\w]+|_", slug.casefold()) if len(part) > 2 and not part.isdigit()} - common
    mine = set[str](re.findall(r"\w{3,}", fold(text)))
    return len(parts & mine) / len(parts) if parts and mine else 0


def _unstamped(cut: Cut) -> Cut:
    """Leave out a state or a date in front of the title."""
    for pattern in (_stamp(), _STAMP_DATE):
        if (match := pattern.match(cut.text)) and match.end() < len(cut.text):
            cut = cut.part(match.end())
    return cut.strip()


def stamp_of(cut: Cut) -> tuple[str | None, Cut]:
    """Divide a title from the state in front of it: 'cancelled' or 'postponed', and the title alone."""
    match = _stamp().match(cut.text)
    if match is None or match.end() >= len(cut.text):
        return None, cut
    word = cut.group(match).strip(" [](){}:–—-!")
    return words().statuses[fold(word.text)], cut.part(match.end()).strip()


@cache
def _stamp() -> re.Pattern[str]:
    single = frozenset(word for word in words().statuses if " " not in word)
    return re.compile(rf"\s*(?:[\[(](?:{any_of(single)})[\])]\s*[:–—-]?|(?:{any_of(single)})\s*[:–—!-])\s*", re.I)


def status_of(page: Page, title: Fact | None) -> Fact | None:
    """Give 'cancelled' or 'postponed' where the page says so: in its title, alone, or in its first prose."""
    tables = words()
    blocks = [block for block in page.blocks[:_HEAD] if not block.furniture]
    for block in blocks:
        plain = fold(block.text).strip(" .!:*")
        if plain in tables.statuses:
            return fact(block.cut, "heading", 0.95, tables.statuses[plain])
        if match := _stamp().match(block.cut.text):
            word = block.cut.group(match).strip(" [](){}:–—-!")
            return fact(word, "heading", 0.95, tables.statuses[fold(word.text)])
    said = any_of(frozenset(word for word in tables.statuses if " " in word))
    pattern = re.compile(
        rf"\b(?:event|webinar|session|meeting|conference|workshop|talk|panel|seminar|it)\s+(?:{said})\b", re.I
    )
    for block in blocks:
        if match := pattern.search(block.cut.text[:2000]):
            word = re.search(said, match[0], re.I)
            if word:
                return fact(block.cut.group(match), "sentence", 0.85, tables.statuses[fold(word[0])])
    return None
