# SPDX-License-Identifier: MIT
"""Decide which of a page's dates is the event's and which the posting's. A date of the wrong thing is worse than none.

Each date is judged by its label, by the words before it and by standing alone; the best of all is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from eqbrief.model import Evidence
from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in, moments
from eqbrief.reading.hours import PASSED, lone_clock, told_clock, zone_of
from eqbrief.reading.labels import detail_label, inline_detail
from eqbrief.reading.marks import Fact, fact
from eqbrief.reading.names import named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.sections import Section
from eqbrief.reading.words import any_of, words

_ENOUGH = 2.5
_HEAD = 14
_NEAR, _LISTED = 90, 90
_LONGEST_BYLINE = 160
_FIRST = 4
_MOST_HOURS = 1
_AUTHORS = 12
_AND_NAMES = re.compile(r"\s*,\s+(?:and\s+)?|\s+(?:and|&|und|et|y)\s+")
_ALONE = ("date line", "date item")
_OF_THE_PAGE = re.compile(r"(?:last\s+|page\s+)*(posted|published|updated|modified|reviewed|revised)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:which|that) (?:is|are|was|were|will|takes?|took)\b[^.]*$")
_HEADING_USES = ("event", "head", "byline")


@dataclass(frozen=True, slots=True)
class When:
    """When the event was held and when its page was posted; any of it may be unknown.

    `yearless`: a day of the event is printed, but nothing tells its year. `timed`: an hour is printed with its day.
    """

    starts: Fact | None = None
    ends: Fact | None = None
    zone: Fact | None = None
    published: Fact | None = None
    sure: float = 0.0
    yearless: bool = False
    timed: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    day: Day
    clock: Clock | None
    score: float
    use: str
    origin: str
    place: int
    lone: bool


def when_of(
    sections: Iterable[Section], title: Cut | None, *, narrated: bool = False, headings: Iterable[str] = ()
) -> When:
    """Read the dates of a page. `narrated`: it tells of a day rather than recording it, so prose dates count less.

    A year that the day leaves out may stand in the `headings`.
    """
    seen = list(_all(sections, title, narrated=narrated))
    published = _published(seen)
    best = max((one for one in seen if one.use == "event"), key=lambda one: one.score, default=None)
    lone = next(
        (one for one in seen if one.lone and one.place < _HEAD and one.use in ("event", "head", "byline")), None
    )
    if best is None or best.score < _ENOUGH:
        best = None
    year = (_year_for(best, seen, title) or _year_in(headings)) if best else None
    start = best.day.iso(year) if best else None
    if lone and published is None:
        # A date alone at the head is the posting's when the event has another, or an author stands beside it.
        if start and lone.day.iso() and lone.day.iso() != start and not lone.clock:
            published = fact(lone.day.cut, "date line", 0.88, lone.day.iso())
        elif lone.use == "head" and not start and lone.day.iso():
            published = fact(lone.day.cut, "date line", 0.8, lone.day.iso())
    if best is None or start is None:
        clock = best.clock if best else None
        zone = zone_of(clock, sections, None)
        return When(None, None, zone, published, 0.0, best is not None, clock is not None)
    return _placed(best, start, year, seen, sections, published)


def _placed(
    best: _Seen, start: str, year: int | None, seen: list[_Seen], sections: Iterable[Section], published: Fact | None
) -> When:
    same = [
        one
        for one in seen
        if one.use not in ("published", "end") and (one.day.month, one.day.day) == (best.day.month, best.day.day)
    ]
    hours = [one.clock for one in same if one.clock]
    # Different hours for one day are those of its parts.
    many = len({hour.start for hour in hours}) > 1
    first = None if many and best.origin == "date item" else best.clock
    clock = first or (None if many else hours[0] if hours else lone_clock(sections))
    if clock and clock.end is None and (told := told_clock(sections, clock.start)):
        clock = replace(told, zone=clock.zone or told.zone)
    confidence = min(0.97, 0.62 + 0.05 * best.score + 0.04 * (len(same) - 1) - (0.08 if best.day.year is None else 0))
    marks = [best.day.cut.evidence(best.origin, round(confidence, 2))]
    marks += [one.day.cut.evidence(one.origin, round(confidence - 0.05, 2)) for one in same if one is not best]
    if clock:
        marks.append(clock.cut.evidence("time", round(confidence - 0.02, 2)))
    last = best.day.last_iso(year) or next((one.day.last_iso(year) for one in same if one.day.last), None)
    end: str | None = f"{last or start}T{clock.end}" if clock and clock.end else last
    if end and clock and "T" in end and end <= f"{start}T{clock.start}":
        # "9.30 to 1": past noon or past midnight, the page does not say which.
        end = None
    ends = _named_end(seen, start, year) if end is None else None
    if end:
        spot = clock.cut if clock and clock.end else best.day.cut
        ends = Fact(end, (spot.evidence(best.origin, round(confidence - 0.03, 2)),))
    starts = Fact(f"{start}T{clock.start}" if clock else start, tuple(marks))
    return When(
        starts,
        ends,
        zone_of(clock, sections, clock.start if clock else None),
        published,
        confidence,
        timed=clock is not None,
    )


def _named_end(seen: list[_Seen], start: str, year: int | None) -> Fact | None:
    """Take the day and time that a label names as the end ("Ends: 4 May 2024 18:00"), if they are behind the start."""
    one = next((one for one in seen if one.use == "end"), None)
    day = one.day.iso(year) if one else None
    if one is None or day is None or day < start[:10]:
        return None
    if one.clock is None:
        return fact(one.day.cut, "label", 0.9, day) if day > start[:10] else None
    return fact(one.day.cut, "label", 0.9, f"{day}T{one.clock.start}")


def _all(sections: Iterable[Section], title: Cut | None, *, narrated: bool) -> Iterator[_Seen]:
    place = 0
    for section in sections:
        passed = section.kind in PASSED
        before: Block | None = section.label
        for number, block in enumerate(section.blocks):
            after = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
            place += 1
            found = _in_block(block, (before, after), place, section, title, narrated=narrated)
            listed = any(_is_listed_day(block, beside) for beside in (before, after))
            found = [
                _with_clock_below(one, after) for one in found if one.clock or not listed or one.origin not in _ALONE
            ]
            yield from (one for one in found if not passed or one.use == "published")
            before = block


def _is_listed_day(block: Block, beside: Block | None) -> bool:
    """Tell a bullet that is one of several days, as those of minutes are."""
    if block.kind != "bullet" or beside is None or beside.kind != "bullet":
        return False
    return bool(days_in(beside.cut, longest=_LISTED))


def _with_clock_below(one: _Seen, after: Block | None) -> _Seen:
    """Take the time out of the next line, where a line is a date alone and the next one a time alone."""
    if not one.lone or one.use != "event" or one.clock or after is None or len(after.text) > 40:
        return one
    clocks = clocks_in(after.cut)
    alone = len(clocks) == 1 and sum(map(str.isalpha, after.text.replace(clocks[0].cut.text, ""))) < 4
    return replace(one, clock=clocks[0], score=one.score + 2.0) if alone else one


def _in_block(
    block: Block,
    around: tuple[Block | None, Block | None],
    place: int,
    section: Section,
    title: Cut | None,
    *,
    narrated: bool,
) -> Iterator[_Seen]:
    if not days_in(block.cut):
        return
    before, after = around
    detail = inline_detail(block.cut)
    kind = detail[0].kind if detail else None
    if detail and kind == "date" and (of := _OF_THE_PAGE.match(detail[1].text)):
        kind = "published" if of[1].casefold() in ("posted", "published") else "updated"
    if kind is None and before is not None and (label := detail_label(before.text)):
        kind = label.kind
    if kind is None and block.kind == "row":
        kind = next((label.kind for cell in block.cells[:1] if (label := detail_label(cell.text))), None)
    in_title = title is not None and block.cut.start <= title.start < block.cut.end
    crowded = len(clocks_in(block.cut)) > _MOST_HOURS
    for day, clock in moments(block.cut):
        if crowded and day.last:
            clock = None  # "June 11-13, with talks at 11am, 1pm and 3pm"
        lone = is_date_line(block.cut, day) and not in_title
        use, origin, score = _judged(block, day, clock, kind, lone=lone, in_title=in_title, narrated=narrated)
        bare = clock is None and not day.weekday
        signed = (clock is None and _byline(before)) or (bare and place <= _FIRST and _byline(after))
        # A posting has no end.
        ends = day.last is not None or (clock is not None and clock.end is not None)
        posted = not ends and (signed or _posting(block.cut, day) or (narrated and bare))
        if use == "event" and lone and posted:
            use = "head"
        if use == "event" and origin == "sentence" and place <= _FIRST and bare and _credited(block.cut, day):
            use, lone = "byline", True
        if section.kind == "organisers":
            score -= 2
        yield _Seen(day, clock, score - place * 0.01, use, origin, place, lone)


def _judged(
    block: Block, day: Day, clock: Clock | None, kind: str | None, *, lone: bool, in_title: bool, narrated: bool
) -> tuple[str, str, float]:
    if kind in ("published", "updated", "end"):
        return kind, "label", 0
    score = (1.0 if day.weekday else 0) + (2.0 if clock else 0) + (0.5 if day.year else 0) + (0.5 if day.last else 0)
    if kind in ("date", "time"):
        return "event", "label", score + 6
    before = fold(block.cut.text[max(day.cut.start - block.cut.start - _NEAR, 0) : day.cut.start - block.cut.start])
    if len(block.text) < 80 and _posted().match(fold(block.cut.text)):
        return "published", "label", 0
    if (
        len(block.text) < _LONGEST_BYLINE
        and clock is None
        and (_just_posted().search(before) or _signed(block.cut, day))
    ):
        return "published", "label", 0
    if _said(before, "other") and not _said(before[-14:], "held"):
        return "other", "sentence", score - 6
    if in_title:
        return "event", "title", score + 2.5
    if not lone and block.kind != "bullet" and _beside_place(block.cut, day):
        return "event", "date line", score + 2.1
    if lone:
        return "event", "date item" if block.kind == "bullet" else "date line", score + 2.2
    # Several days on end are hardly ever those of a posting.
    score += (3 if _said(before, "held") else 0) + (1.2 if day.last else 0)
    # "… to hold our first workshop, April 21-22": the days stand right behind what is on them.
    score += 0.8 if (day.last or day.weekday) and _said(before, "event") else 0
    # "Open Week, which is taking place from 3 May": the day is rather that of what it tells of beside.
    score -= 2 if day.year is None and _BESIDE.search(before) else 0
    # A date in passing, without any word that says what happened on it, is no date of the event.
    return "event", "sentence", score - (2.5 if narrated else 0)


def _said(before: str, which: str) -> bool:
    return bool(_patterns()[which].search(before))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    tables = words()
    between = r"the|on|at|from|online|live|virtually|in|\w+day|in-person|via\s+\w+|noon|midday|utc"
    between += r"|den|am|dem|vom|von|le|du|el|del|día"
    where = (
        r"(?:\s+(?:in|at|im|in\s+der|an\s+der|à|au|en)\s+[^.;:!?]{2,50}?(?:,|\s(?=on\b|from\b|am\b|le\b|du\b|el\b)))?"
    )
    skip = rf"{where}(?:\s+(?:{between}|\d[\d:.]*\s*(?:am|pm|[a-z]{{2,4}})?)\W*){{0,4}}\W*$"
    return {
        "held": re.compile(rf"(?<!\w)(?:{any_of(tables.held)})(?!\w){skip}", re.I),
        "event": re.compile(rf"(?<!\w)(?:{any_of(tables.events)})s?(?:,|\s?\(|:)\s*$", re.I),
        "other": re.compile(rf"(?<!\w)(?:{any_of(tables.not_held)})(?!\w)\W*(?:\w+\W+){{0,2}}$", re.I),
    }


@cache
def _posted() -> re.Pattern[str]:
    labels = any_of(frozenset(label for label, kind in words().details.items() if kind == "published"))
    return re.compile(
        rf"\W*(?:{labels})\W{{1,4}}(?:(?:on|am|le|el|den)\s+)?(?:[^\W\d]+\W{{1,2}}){{0,2}}\d", re.IGNORECASE
    )


@cache
def _just_posted() -> re.Pattern[str]:
    """Know "By NAME. Posted on …" right before a day."""
    labels = any_of(frozenset(label for label, kind in words().details.items() if kind == "published"))
    return re.compile(rf"(?:^|[.|·,]\s+)(?:{labels})(?:\s+(?:on|am|le|el))?:?\s*$")


def _signed(cut: Cut, day: Day) -> bool:
    """Know "20 November 2023 by NAME": a day and who wrote."""
    match = re.match(r"\s*[|·,]?\s*(?:by|von|par|por)\s+(.+)$", cut.text[day.cut.end - cut.start :], re.IGNORECASE)
    alone = not cut.text[: day.cut.start - cut.start].strip(" |·,")
    return match is not None and alone and named(Cut(match[1].strip(" ."), 0), strict=True) is not None


def is_date_line(cut: Cut, day: Day) -> bool:
    """Tell whether a line is a date and nothing much else: a time, a zone, the name of a weekday or a publisher."""
    rest = cut.text[: day.cut.start - cut.start] + " " + cut.text[day.cut.end - cut.start :]
    for clock in clocks_in(cut):
        rest = rest.replace(clock.cut.text, " ")
    return len(cut.text) < 160 and sum(char.isalpha() for char in rest) <= 14


def _beside_place(cut: Cut, day: Day) -> bool:
    """Know "Wednesday 22 May 2024, Corn Exchange" and "Some Network, 11 October 2023, Petrel Museum"."""
    front, behind = cut.text[: day.cut.start - cut.start].strip(), cut.text[day.cut.end - cut.start :].strip()
    if len(cut.text) > _LISTED + 50 or day.year is None or re.search(r"[.!?:]$|[.!?]\s+[A-Z]", behind):
        return False
    placed = re.match(r"(?:[,|·@–—-]|at\s|in\s)\s*\S", behind) is not None
    return placed and (not front or (front[-1] in ",|·–—-" and len(front) < _LISTED))


def _posting(cut: Cut, day: Day) -> bool:
    """Know "Some Trust, 10 July 2023": a publisher and the day of posting."""
    front = cut.text[: day.cut.start - cut.start]
    divided = day.cut.end == cut.end and len(front) > 16 and front.rstrip().endswith((",", "|", "·"))
    return divided and re.search(r"\w{3}", front) is not None


def _credited(cut: Cut, day: Day) -> bool:
    """Know a line that is a body's name and a day, though the name be long; alone it does not say what the day is."""
    front = cut.part(0, day.cut.start - cut.start).strip(" ,|·–—-")
    return day.cut.end == cut.end and len(front.text) < 120 and sort_of(front) == "organisation"


def _byline(before: Block | None) -> bool:
    """Know a line that is a name, or names, and nothing else."""
    if before is None or before.kind in ("bullet", "row"):
        return False
    parts = [part.strip() for part in _without_by(before.cut).split(_AND_NAMES)]
    return len(parts) <= _AUTHORS and all(named(part, strict=True) is not None for part in parts if part.text)


def _without_by(cut: Cut) -> Cut:
    match = re.match(r"(?:(?:written|posted|published)\s+)?(?:by|von|par|por)\s+", cut.text, re.IGNORECASE)
    return cut.part(match.end()) if match else cut


def _published(seen: list[_Seen]) -> Fact | None:
    one = next((one for one in seen if one.use == "published" and one.day.iso()), None)
    return fact(one.day.cut, "label", 0.96, one.day.iso()) if one else None


def _year_for(best: _Seen, seen: list[_Seen], title: Cut | None) -> int | None:
    """Take a missing year from the same day elsewhere or the title, else the one nearest to the posting."""
    if best.day.year:
        return best.day.year
    for one in seen:
        if one.day.year and (one.day.month, one.day.day) == (best.day.month, best.day.day):
            return one.day.year
    head = next((one.day for one in seen if one.day.year and (one.lone or one.use == "published")), None)
    in_title: set[str] = set(re.findall(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])", title.text)) if title else set()
    # "Planning for 2030" is about a year, and not of it.
    if len(in_title) == 1 and (head is None or abs(int(min(in_title)) - (head.year or 0)) <= 1):
        return int(in_title.pop())
    if head is None or head.year is None or (posted := head.iso()) is None:
        return None
    day = date.fromisoformat(posted)
    years = [year for year in (head.year - 1, head.year, head.year + 1) if best.day.iso(year)]
    return min(years, key=lambda year: abs((date.fromisoformat(best.day.iso(year) or posted) - day).days), default=None)


def _year_in(headings: Iterable[str]) -> int | None:
    """Take the year from a title or the site's name ("Harvest Days 2011"), where all of them name the same one."""
    years = {int(year) for heading in headings for year in re.findall(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])", heading)}
    return years.pop() if len(years) == 1 else None


def first_evidence(found: Fact | None) -> Evidence | None:
    """Give the best place of a fact, if it has one."""
    return found.evidence[0] if found and found.evidence else None
