# SPDX-License-Identifier: MIT
"""Read one line of an agenda: an item's title, and beside it the people, the minutes and the hour that it names."""

import re
from dataclasses import dataclass, field, replace

from eqbrief.reading.blocks import Block
from eqbrief.reading.cuts import Cut, fold
from eqbrief.reading.dates import Clock, Day, clocks_in, days_in
from eqbrief.reading.labels import capacity_of, inline_people
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.material import is_slides
from eqbrief.reading.names import named
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.words import words

LONGEST_TITLE = 200
"""No item's title has more characters."""
_MOST_CELLS = 3
_QUOTED = re.compile(r"[\"“„‘'«](.{3,200}?)[\"”“’'»][,:–—-]?\s+(?=[^\W\d_a-z])")
_PANEL = re.compile(r"\bpanel(?: discussion)?$|^panel\b|\bround ?table\b", re.IGNORECASE)
_MINUTES = re.compile(r"\s*[,;–—-]?\s*\(?\b\d{1,3}\s*(?:min(?:ute)?s?|mins|hrs?|hours?)\b\.?\)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*\.?$")
_RUN_ON = re.compile(r"\s(?=(?:The|This|We|In|Our|Join|It|Here|Each|Learn|There)\s+[a-z])")
_NAME_WORDS = 3
# No title has so many dividers; a line that has is a list of something else.
_MOST_DIVIDERS = 12
_OFFERED = re.compile(
    r"\s*[\[(]\s*(?:slides?|video|recording|folien|diapositives|diapositivas)\b[^\[\]()]{0,20}[\])]\s*$", re.I
)
_BEFORE_PEOPLE = re.compile(
    r"\s*\n\s*|\s+[–—|-]{1,2}\s+|\s*;\s*|,\s+(?=(?:Dr|Prof)\b)|(?<=[Kk]eynote):\s+"
    r"|,\s+(?=panel (?:led|moderated|chaired) by\b|[^,()]{5,60}\s\([^()]{2,60}\)\s*$)"
    r"|(?<!\bpanel)(?<!\bled)(?<!chaired)(?<!moderated)\s+(?:with|by|presented by|led by|por|par|von|mit|avec)\s+"
)
_KEYNOTE = re.compile(r"\s+(?:opening |closing )?keynote(?: address| talk)?$", re.IGNORECASE)


@dataclass(slots=True)
class Item:
    """One part of an agenda: where its title and its line stand, its times as printed ('HH:MM'), and who takes part.

    `has_slides`: the line itself offers them, as in "Some talk – NAME [Slides]".
    """

    title: Cut
    start: str | None = None
    end: str | None = None
    people: list[Found] = field(default_factory=list[Found])
    day: Day | None = None
    line: Cut | None = None
    has_slides: bool = False


def divided(cut: Cut, known: frozenset[str]) -> tuple[Cut, list[Found]]:
    """Take people and durations off the end of an item's line, and a sentence that runs on behind its title."""
    cells = [cell.strip() for cell in cut.split(re.compile(r"\t"))]
    people: list[Found] = []
    if sum(bool(cell.text) for cell in cells) > _MOST_CELLS:
        # Sessions side by side: which words are a title and which a name is not to be told.
        return next(cell for cell in cells if cell.text).part(0, LONGEST_TITLE), []
    if len(cells) > 1 and cells[0].text:
        # A first cell such as "Workshop" only says what kind of session it is; one with a name, who speaks.
        kind_only = fold(cells[0].text) in words().events and len(cells[1].text) > len(cells[0].text)
        first = people_in_line(cells[0], known, strict=True)
        short = first and len(first[0].named.name.text.split()) <= _NAME_WORDS
        if first and short and cells[1].text and not people_in_line(cells[1], known, strict=True):
            people, cells = first, cells[1:]
        cut = cells[1] if kind_only else cells[0]
        people += [one for cell in cells[1 + kind_only :] for one in below(cell, known)]
    if not people and (match := _QUOTED.match(cut.text)):
        found = people_in_line(cut.part(match.end()), known, strict=True)
        if found:
            return cut.group(match, 1).strip(), found
    bracket = _BRACKET.search(cut.text)
    if not people and bracket and not _MINUTES.search(bracket[1]) and (behind := _behind_divider(cut, known)):
        people, cut = behind[1], cut.part(0, behind[0])
    while match := _BRACKET.search(cut.text):
        inside = cut.group(match, 1)
        minutes = _MINUTES.search(inside.text)
        rest = inside.part(0, minutes.start()) if minutes else inside
        rest = rest.strip(" ,;")
        found = people_in_line(rest, known)
        if len(found) == 1 and named(rest) and sort_of(rest, known) == "organisation":
            found = []  # "(Lark Trust)" says where the speaker works
        if not found and not minutes:
            break
        people += found
        cut = cut.part(0, match.start())
    if (match := _MINUTES.search(cut.text)) and not cut.text[match.end() :].strip(" .)"):
        cut = cut.part(0, match.start())
    if not people and (behind := _behind_divider(cut, known)):
        people, cut = behind[1], cut.part(0, behind[0])
    if (
        not people
        and (match := _KEYNOTE.search(cut.text))
        and (person := named(cut.part(0, match.start()), strict=True))
    ):
        people = [Found(person)]
    if len(cut.text) > 90 and (match := _RUN_ON.search(cut.text, 12)):
        cut = cut.part(0, match.start())
    return cut.part(0, LONGEST_TITLE).strip(" :–—-.").strip(), people


def _behind_divider(cut: Cut, known: frozenset[str]) -> tuple[int, list[Found]] | None:
    """Find the people behind the last divider of an item's line that has some; a subtitle may stand before them."""
    best: tuple[int, list[Found]] | None = None
    for divider in list(_BEFORE_PEOPLE.finditer(cut.text))[: -_MOST_DIVIDERS - 1 : -1]:
        people = people_in_line(cut.part(divider.end()), known, strict=True)
        if not people or divider.start() <= 2:
            continue
        if "\n" in divider[0] and not all(_is_firm(one, known) for one in people):
            continue  # In a timetable's cell a bare name may as well be a title.
        # "Title – NAME – Some Body": the body may look like a name, but the name comes first.
        if best and people[0].named.name.end > cut.start + best[0]:
            break
        between = cut.part(divider.end(), best[0]) if best else None
        if between is None or (named(between, strict=True) and len(between.text.split()) <= _NAME_WORDS):
            best = (divider.start(), people)
    return best


def _is_firm(one: Found, known: frozenset[str]) -> bool:
    bare = not one.posts.roles and not one.posts.organisations
    return one.named.honorific is not None if bare else _is_presented(one, known)


def below(cut: Cut, known: frozenset[str]) -> list[Found]:
    """Read a line below a title: people, where two names beside each other are two of them."""
    parts = [part.strip() for part in cut.split(re.compile(r",\s+"))]
    names = [person for part in parts if (person := named(part, strict=True)) and sort_of(part, known) == "unknown"]
    if len(names) == len(parts) > 1:
        return [Found(person) for person in names]
    labelled = inline_people(cut) is not None
    found = people_in_line(cut, known, strict=not labelled)
    # "Evolving Rotas: what we learnt" is a title.
    return [one for one in found if labelled or (_is_presented(one, known) and not _before_colon(one, cut))]


def behind_topic(block: Block, known: frozenset[str]) -> list[Found]:
    """Read a bullet below an item: "What is new (NAME, body)"; without a body the bracket may hold anything."""
    match = _BRACKET.search(block.cut.text) if block.kind == "bullet" else None
    found = people_in_line(block.cut.group(match, 1), known, strict=True) if match else []
    return [one for one in found if _is_presented(one, known) and one.posts.organisations]


def _before_colon(one: Found, cut: Cut) -> bool:
    return cut.text[one.named.end - cut.start :].lstrip().startswith(":")


def _is_presented(one: Found, known: frozenset[str]) -> bool:
    """Tell a name alone, or with a post or body that is known as one, from a title that is divided like that."""
    posts = one.posts
    firm = any(sort_of(role) == "role" for role in posts.roles)
    firm = firm or any(sort_of(body, known) == "organisation" for body in posts.organisations)
    return firm or not (posts.roles or posts.organisations)


def item_of(block: Block, cut: Cut, led: tuple[Clock, Day | None], known: frozenset[str]) -> Item:
    """Read what stands behind an item's time, or below it: `cut`, in `block`."""
    bare = without_offers(cut)
    title, people = divided(bare, known)
    people = [_seated(one, title) for one in people]
    return Item(title, led[0].start, led[0].end, people, led[1], block.cut, offers_slides(cut, bare))


def _seated(one: Found, title: Cut) -> Found:
    """Give those behind "Science Panel – …" and "Welcome from the community, Co-Chairs – …" the capacity it says."""
    last = list(title.split(re.compile(r",\s+|\s+from\s+|\s+by\s+")))[-1]
    said = capacity_of(last.text) or ("panellist" if _PANEL.search(title.text) else None)
    return replace(one, capacity=said, capacity_cut=title) if said and one.capacity is None else one


def bracketed_hour(cut: Cut) -> tuple[Cut, Clock | None, Day | None]:
    """Take "(Wednesday 5 May, 12:00-1:30 PM)" off the end of an item."""
    match = _BRACKET.search(cut.text)
    inside = cut.group(match, 1) if match else None
    clock = next(iter(clocks_in(inside)), None) if inside else None
    if match is None or inside is None or clock is None:
        return cut, None, None
    return cut.part(0, match.start()), clock, next(iter(days_in(inside)), None)


def without_offers(cut: Cut) -> Cut:
    """Leave "[Slides]" and "[Video] [Slides in PDF]" off the end of an item's line."""
    while match := _OFFERED.search(cut.text):
        cut = cut.part(0, match.start())
    return cut


def offers_slides(cut: Cut, bare: Cut) -> bool:
    """Tell whether what was left off the end of a line offers slides."""
    return is_slides(cut.text[len(bare.text) :])
