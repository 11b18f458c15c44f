# SPDX-License-Identifier: MIT
"""What a rule finds on a page, as a draft has it: words, days and times, people, decks, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from eqbrief.model import CAPACITIES, Capacity, DraftDeck, DraftPerson, DraftRecording, Rule
from eqbrief.reading.cuts import Cut
from eqbrief.reading.dates import Clock, clocks_in, moments
from eqbrief.reading.labels import capacity_of
from eqbrief.reading.learnt.forms import CARD, parts_of_card, take
from eqbrief.reading.learnt.scenes import Scene, Spot, inside, spots_at
from eqbrief.reading.learnt.wheres import is_heading
from eqbrief.reading.lines import people_in_line
from eqbrief.reading.material import offer_in
from eqbrief.reading.names import named

DAY_FIRST, MONTH_FIRST = "day first", "month first"
_NUMERIC = re.compile(r"(?<![\d./:-])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d|\d\d)(?![\d/]|\.\d)")
_LONGEST_LINE, _LONGEST_WORDS, _MOST_LINES = 400, 2000, 5
_DIVIDERS = {",": r"\s*,\s*", ";": r"\s*;\s*", "|": r"\s*\|\s*", "·": r"\s*·\s*", "/": r"\s+/\s+", "•": r"\s*•\s*"}


@dataclass(frozen=True, slots=True)
class Took:
    """A value and where it stands. `people` values are `DraftPerson`, decks `DraftDeck`, others text.

    `parts` are the places of what a person's line says, keyed as evidence is ('roles.0'), as far as they are known.
    """

    value: object
    spot: Spot
    parts: tuple[tuple[str, Cut], ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A time: when something was held, as ISO 8601, either of them '' where it is not said."""

    starts: str
    ends: str
    spot: Spot


def words_by(scene: Scene, rule: Rule) -> Took | None:
    """Give the one text that a rule finds; None where there is none, or where several stand in its place."""
    spots = spots_at(scene, rule.how, rule.what)
    if not spots or (len({spot.cut.value for spot in spots}) > 1 and not is_heading((rule.how, rule.what))):
        return None
    spot = spots[0]
    if rule.form:
        taken = take(spot.cut, rule.form)
        if taken is None or set(taken) != {"value"}:
            return None
        spot = replace(spot, cut=taken["value"])
    return Took(spot.cut.value, spot) if 0 < len(spot.cut.text) <= _LONGEST_WORDS else None


def times_by(scene: Scene, rule: Rule, order: str) -> Held | None:
    """Give the day and time that a rule finds. `order` says how days in figures are meant that could be two."""
    for spot in spots_at(scene, rule.how, rule.what)[:3]:
        if len(spot.cut.text) <= _LONGEST_LINE and (held := held_at(spot, order)):
            return held
    return None


def held_at(spot: Spot, order: str) -> Held | None:
    """Read the first day with a year in a stretch of text, and the time beside it."""
    for day, clock in moments(spot.cut):
        if (start := day.iso()) is not None:
            return _held(start, day.last_iso(), clock, spot)
    match = _NUMERIC.search(spot.cut.text) if order else None
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    number, month = (first, second) if order == DAY_FIRST else (second, first)
    try:
        start = date(year + (2000 if year < 70 else 1900 if year < 100 else 0), month, number).isoformat()
    except ValueError:
        return None
    rest = spot.cut.part(match.end())
    return _held(start, None, next(iter(clocks_in(rest)), None), spot)


def _held(start: str, last: str | None, clock: Clock | None, spot: Spot) -> Held:
    if clock is None:
        return Held(start, last or "", spot)
    return Held(f"{start}T{clock.start}", f"{last or start}T{clock.end}" if clock.end else last or "", spot)


def clock_by(scene: Scene, rule: Rule) -> tuple[Clock, Spot] | None:
    """Give the time of day that a rule finds."""
    for spot in spots_at(scene, rule.how, rule.what)[:3]:
        if len(spot.cut.text) <= _LONGEST_LINE and (clocks := clocks_in(spot.cut)):
            return clocks[0], spot
    return None


def items_by(scene: Scene, rule: Rule) -> list[Took]:
    """Give the texts that a rule finds for a list: each stretch is one, or one stretch holds all, divided."""
    found: list[Took] = []
    for spot in spots_at(scene, rule.how, rule.what):
        cuts = [spot.cut]
        if rule.form:
            divider = _DIVIDERS.get(rule.form)
            cuts = list(spot.cut.split(re.compile(divider))) if divider else []
        found += [
            Took(cut.value, replace(spot, cut=cut.strip())) for cut in cuts if 0 < len(cut.value) <= _LONGEST_LINE
        ]
    return found


def offers_by(scene: Scene, rule: Rule) -> list[Took]:
    """Give the decks or recordings that a rule finds, with the address of the link that each stands on."""
    found: list[Took] = []
    for spot in spots_at(scene, rule.how, rule.what):
        offer = offer_in(spot.cut, spot.address or None) if len(spot.cut.text) <= _LONGEST_LINE else None
        if offer is None or not offer.title.value:
            continue
        title = replace(spot, cut=offer.title)
        if rule.field == "recordings":
            found.append(Took(DraftRecording(offer.title.value, offer.address), title))
        else:
            form = offer.format or rule.value or None
            deck = DraftDeck(offer.title.value, offer.size_bytes, form, offer.pages, offer.address)
            found.append(Took(deck, title))
    return found


def people_by(scene: Scene, rule: Rule) -> list[Took]:
    """Give the people whom a rule finds: one line or card after another, or a card of several lines under a label."""
    spots, lines = spots_at(scene, rule.how, rule.what), rule.form.count("\n") + 1
    if rule.how != "label" or lines == 1 or lines > _MOST_LINES:
        return [took for spot in spots for took in people_at(scene, spot, rule.form, rule.value)]
    found: list[Took] = []
    at = 0
    while at < len(spots):
        last = spots[min(at + lines, len(spots)) - 1]
        card = Spot(scene.page.cut(spots[at].cut.start, last.cut.end))
        took = list(people_at(scene, card, rule.form, rule.value))
        found += took
        at += lines if took else 1
    return found


def people_at(scene: Scene, spot: Spot, form: str, capacity: str) -> Iterator[Took]:
    """Read a line or a card by its form, or as the reader itself reads a line where it has none."""
    given = capacity if capacity in CAPACITIES else None
    parts = (
        _card(scene, spot, form) if form.startswith(CARD) else take(spot.cut, form) if form else {"people": spot.cut}
    )
    if parts is None:
        return
    if "people" not in parts:
        if formed := _formed(parts, given):
            yield Took(formed[0], spot, tuple(formed[1].items()))
        return
    line = parts["people"]
    if len(line.text) > _LONGEST_LINE or "\n" in line.text:
        return
    for one in people_in_line(line):
        name, posts = one.named, one.posts
        person = DraftPerson(
            name.name.value,
            name.honorific.value if name.honorific else None,
            name.credentials.value if name.credentials else None,
            one.capacity or given or "speaker",
            tuple(role.value for role in posts.roles),
            tuple(body.value for body in posts.organisations),
        )
        places = {"name": name.name}
        places |= {f"roles.{number}": role for number, role in enumerate(posts.roles)}
        places |= {f"organisations.{number}": body for number, body in enumerate(posts.organisations)}
        yield Took(person, spot, tuple(places.items()))


def _card(scene: Scene, spot: Spot, form: str) -> dict[str, Cut] | None:
    """Take a card apart by the elements inside it; a part that is not there is left out, but for the name."""
    found: dict[str, Cut] = {}
    for name, own in parts_of_card(form):
        inner = inside(scene, spot.region, name)
        found |= (inner and inner.seen and take(inner.cut, own)) or {}
    return found if "name" in found else None


def _formed(parts: dict[str, Cut], given: Capacity | None) -> tuple[DraftPerson, dict[str, Cut]] | None:
    name = named(parts["name"]) if "name" in parts else None
    if name is None:
        return None
    said = capacity_of(parts["capacity"].text) if "capacity" in parts else None
    if "capacity" in parts and said is None:
        return None
    person = DraftPerson(
        name.name.value,
        name.honorific.value if name.honorific else None,
        name.credentials.value if name.credentials else None,
        said or given or "speaker",
        (parts["role"].value,) if "role" in parts else (),
        (parts["organisation"].value,) if "organisation" in parts else (),
    )
    paths = {"role": "roles.0", "organisation": "organisations.0", "capacity": "capacity"}
    return person, {"name": name.name} | {paths[part]: parts[part] for part in paths if part in parts}


def dividers() -> Sequence[str]:
    """Give what may divide several values in one line."""
    return tuple(_DIVIDERS)
