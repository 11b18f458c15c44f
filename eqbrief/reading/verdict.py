# SPDX-License-Identifier: MIT
"""Judge a page as a whole: its language, and whether it is an event's record, a list of events, or something else.

A page about one past event that carries that event's own record is an event; prose about an event without one is not.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from eqbrief.model import Kind
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.labels import inline_detail, inline_people
from eqbrief.reading.lines import Found
from eqbrief.reading.material import Offer
from eqbrief.reading.sections import Section
from eqbrief.reading.when import When
from eqbrief.reading.words import any_of, words

_LETTERS = re.compile(r"[^\W\d_]+")
_READ = 40_000
_FEW = 12
_FAR, _FILED_NEAR = 600, 24


def language_of(page: Page) -> tuple[str | None, Cut | None]:
    """Give the language that most of the page's small words belong to, and a stretch that shows it.

    Where there are too few words, what the page says of itself counts.
    """
    best, most, second = None, 0, 0
    tokens = Counter(_LETTERS.findall(fold(page.text[:_READ])))
    for language, stop_words in words().stop_words.items():
        count = sum(tokens[word] for word in stop_words)
        if count > most:
            best, most, second = language, count, most
        elif count > second:
            second = count
    declared = page.hints.get("language", "")[:2].casefold()
    declared = declared if re.fullmatch("[a-z]{2}", declared) else None
    if best and most >= _FEW and most > second * 1.15:
        spot = max(
            (block.cut for block in page.blocks[:200] if not block.furniture),
            key=lambda cut: min(len(cut.text), 400),
            default=None,
        )
        return best, spot
    if declared and (not best or declared in words().stop_words or most < _FEW):
        return declared, None
    return (best, None) if most >= 4 and most > second else (declared, None)


def is_narrated(page: Page) -> bool:
    """Tell prose in which the writer gives an account of a day: "we ran", "we would like to thank"."""
    return len(_said_in(page, "recap")) >= 3


def _said_in(page: Page, table: str) -> frozenset[str]:
    return _said(page.text[:_READ], table)


@lru_cache(maxsize=8)
def _said(read: str, table: str) -> frozenset[str]:
    """Give which of a table's phrases stand in a text; only those that occur at all are looked for as words."""
    text = fold(read)
    here = tuple(phrase for phrase in words().prose[table] if phrase in text)
    return frozenset(re.findall(rf"(?<!\w)(?:{any_of(here)})(?!\w)", text)) if here else frozenset()


def is_transcript(page: Page) -> bool:
    """Tell a transcript: many lines that start with initials or a name and a colon, and little else."""
    turns = [
        m[1]
        for block in page.blocks[:400]
        if (m := re.match(r"([A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?): \S", block.cut.text))
        and inline_people(block.cut) is None
    ]
    return len(turns) >= 4 and len(set(turns)) <= len(turns) // 2 + 1 and len(turns) * 3 >= len(page.blocks)


@cache
def _invites() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words().prose['invites'])})(?!\w)", re.IGNORECASE)


@cache
def _event_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words().events)})s?(?!\w)", re.IGNORECASE)


def points_for_event(
    page: Page,
    title: str | None,
    when: When,
    people: Iterable[Found],
    offers: Iterable[Offer],
    sections: Iterable[Section],
    questions: int,
) -> float:
    """Weigh what speaks for an event's own record: its date, its people under labels, its material and agenda."""
    labelled = [one for one in people if one.origin == "label"]
    others = [one for one in people if one.origin != "label"]
    points = 2.0 * bool(labelled) + 0.5 * (len(labelled) > 1) + 1.0 * bool(others) + 0.5 * (len(others) > 1)
    points += _for_day(when) + 1.0 * _has_record(page)
    points += min(0.7 * len(_said_in(page, "invites")), 1.5)
    points += 1.0 * any(spot.origin == "label" for spot in (when.starts.evidence if when.starts else ()))
    points += 1.5 * any(offer.confidence >= 0.8 for offer in offers)
    points += 1.5 * bool(questions) + 1.0 * any(section.kind == "agenda" for section in sections)
    points += 1.0 * bool(title and _event_word().search(title)) + 1.0 * bool(title and _invites().search(title))
    points += 0.5 * bool(_event_word().search(page.text[:3000]))
    told = title and _account().search(fold(title)) and not _is_invitation(page)
    points -= 3.0 * bool(title and _chronicle().search(title))
    points -= 6.0 * bool(told) + 3.0 * _is_filed_as_news(page)
    return points - 3.5 * is_narrated(page) - 4.0 * is_transcript(page)


def _is_invitation(page: Page) -> bool:
    """Tell a text that invites and gives no account of anything, whatever its title is."""
    return len(_said_in(page, "invites")) > 1 and not _said_in(page, "recap")


def _has_record(page: Page) -> bool:
    """Tell lines such as "Date: …" and "Time: …" near each other, as an event's own record has them."""
    kinds = {found[0].kind for block in page.blocks[:_FILED_NEAR] if (found := inline_detail(block.cut))}
    return {"date", "time"} <= kinds


def _for_day(when: When) -> float:
    """Weigh the day: with an hour it is an event's; a bare day in a sentence may be that of anything."""
    if when.starts is None:
        # A day whose year nothing on the page tells is still the day of an event.
        return 1.4 * when.yearless + 1.0 * (when.yearless and when.timed)
    if "T" in when.starts.value:
        return 3.0
    if any(spot.origin != "sentence" for spot in when.starts.evidence):
        return 2.0
    # Days on end are those of an event more often than a day is.
    several = 0.5 * (when.ends is not None)
    return several + (1.0 if all(spot.start > _FAR for spot in when.starts.evidence) else 1.4)


@cache
def _account() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words().prose['accounts'])})$")


@cache
def _chronicle() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words().prose['chronicles'])})(?!\w)", re.IGNORECASE)


def _is_filed_as_news(page: Page) -> bool:
    """Tell a page that says near its head that it is filed under news, or in a blog."""
    for block in page.blocks[:_FILED_NEAR]:
        detail = inline_detail(block.cut) if len(block.text) < 60 else None
        if detail and detail[0].kind == "topics" and fold(detail[1].text).strip(" .") in words().prose["filed"]:
            return True
    return False


def kind_of(points: float, events: int) -> Kind:
    """Decide by the points, and by how many separate events the page lists."""
    if events > 1:
        return "listing"
    return "event" if points >= 2.9 else "other"
