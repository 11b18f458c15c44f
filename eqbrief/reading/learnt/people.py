# SPDX-License-Identifier: MIT
"""Find the rules behind corrections to people: where their lines or cards stand, how these are made, who is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import cast

from eqbrief.model import DraftPerson, Rule
from eqbrief.reading.cuts import key
from eqbrief.reading.labels import capacity_of
from eqbrief.reading.learnt.forms import card_of, form_of
from eqbrief.reading.learnt.lesson import Lesson
from eqbrief.reading.learnt.scenes import Spot, inside, spots_at
from eqbrief.reading.learnt.values import people_by
from eqbrief.reading.learnt.wheres import Ranked, Where, best_first, labels_at, names_inside, places_at

_MOST_SPOTS, _MOST_RULES, _MOST_FORMS, _MOST_INNER = 60, 4, 12, 60
_LONGEST_CARD, _LONGEST_LEAD = 500, 40
_CELLS = re.compile(r"[\t\n:,;()|–—]+")


@dataclass(frozen=True, slots=True)
class _Offer:
    """A rule that may be learnt, and whom it gets right."""

    rule: Rule
    right: frozenset[str]


def people_rules(lesson: Lesson) -> Iterator[list[Rule]]:
    """Give sets of rules to try, the smallest first: those who were missing or wrong, and those who were none."""
    now, wanted = lesson.now, lesson.wanted
    wrong = _wrong(now.people, wanted.people)
    false = [n for n, one in enumerate(now.people) if key(one.name) not in {key(w.name) for w in wanted.people}]
    offers = _offers(lesson, wrong) if wrong else []
    shut = _shut(lesson, false)
    for chosen in _chosen(offers, frozenset(key(one.name) for one in wrong)):
        rules = [offer.rule for offer in chosen]
        if rules:
            yield rules
        for number in range(1, min(len(shut), 3) + 1):
            for some in combinations(shut, number):
                yield [*rules, *some]


def _wrong(read: Sequence[DraftPerson], wanted: Sequence[DraftPerson]) -> list[DraftPerson]:
    plain = [_bare(one) for one in read]
    return [one for one in wanted if _bare(one) not in plain]


def _bare(one: DraftPerson) -> DraftPerson:
    return replace(one, spoke_on=None)


def _offers(lesson: Lesson, wrong: Sequence[DraftPerson]) -> list[_Offer]:
    """Give the rules each of which gets some of the wrong right and finds nobody else, the best first."""
    everyone = {key(one.name): _bare(one) for one in lesson.wanted.people}
    found: list[_Offer] = []
    for where in _wheres(lesson, wrong[:6]):
        spots = spots_at(lesson.scene, *where)
        if not 0 < len(spots) <= _MOST_SPOTS:
            continue
        for rule in _shapes(lesson, spots, where, wrong):
            took = [cast(DraftPerson, one.value) for one in people_by(lesson.scene, rule)]
            right = frozenset(key(one.name) for one in took if everyone.get(key(one.name)) == _bare(one))
            if right and len(right) == len({key(one.name) for one in took}):
                found.append(_Offer(rule, right))
    wrong_names = frozenset(key(one.name) for one in wrong)
    return sorted(found, key=lambda offer: -len(offer.right & wrong_names))


def _wheres(lesson: Lesson, wrong: Sequence[DraftPerson]) -> list[Where]:
    scene = lesson.scene
    found: list[Ranked] = []
    for one in wrong:
        at = -1
        for _ in range(4):
            at = scene.page.text.find(one.name, at + 1)
            if at < 0:
                break
            found += labels_at(scene, at)
            found += places_at(scene, at, at + len(one.name), _LONGEST_CARD)
    return best_first(found, lesson.own)


def _shapes(lesson: Lesson, spots: list[Spot], where: Where, wrong: Sequence[DraftPerson]) -> Iterator[Rule]:
    """Give the rules for a place: read as the reader does, then by each form that a line or card of one of them has."""
    texts = [spot.cut.text for spot in spots]
    here = [one for one in wrong if any(one.name in text for text in texts)]
    base = Rule(lesson.site, "people", *where)
    for capacity in dict.fromkeys(one.capacity for one in here):
        yield replace(base, value=capacity)
    forms: dict[tuple[str, str], None] = {}
    for one in here:
        for number, spot in enumerate(spots):
            if one.name in spot.cut.text:
                cards = [spot.cut.text]
                if where[0] == "label":  # a card may be several lines under a label
                    cards += [_joined(lesson, spots[number : number + lines]) for lines in (2, 3)]
                for form in _forms(lesson, spot, cards, one):
                    forms.setdefault(form)
    for form, capacity in list(forms)[:_MOST_FORMS]:
        yield replace(base, form=form, value=capacity)


def _joined(lesson: Lesson, spots: list[Spot]) -> str:
    return lesson.scene.page.text[spots[0].cut.start : spots[-1].cut.end]


def _forms(lesson: Lesson, spot: Spot, cards: list[str], one: DraftPerson) -> Iterator[tuple[str, str]]:
    """Give the forms that a person's line may have, each with the capacity of all who stand in such a line."""
    parts = _parts(one)
    for text in cards:
        if len(text) <= _LONGEST_CARD:
            column = _capacity_in(text, one)
            if column and (form := form_of(text, {**parts, "capacity": column})):
                yield form, ""
            if form := form_of(text, parts):
                yield form, one.capacity
    lead = spot.cut.text[: spot.cut.text.find(parts["name"])]
    if 1 < len(lead) <= _LONGEST_LEAD and lead[-1:] == " " and "{" not in lead and "\n" not in lead:
        yield f"{lead}{{people}}", one.capacity
    if form := _card_form(lesson, spot, parts):
        yield form, one.capacity


def _card_form(lesson: Lesson, spot: Spot, parts: dict[str, str]) -> str | None:
    """Say which element of a card holds which part, and in which form."""
    scene = lesson.scene
    if spot.region < 0:
        return None
    inner = [
        n
        for n in range(spot.region + 1, min(spot.region + _MOST_INNER, len(scene.regions)))
        if spot.region in scene.above(n)
    ]
    held: dict[int, dict[str, str]] = {}
    for part, said in parts.items():
        holding = [
            (len(found.cut.text), n)
            for n in inner
            if (found := scene.spot(n)) and found.seen and said in found.cut.text
        ]
        if not holding:
            return None
        held.setdefault(min(holding)[1], {})[part] = said
    written: list[tuple[str, str]] = []
    for number, own in held.items():
        found = scene.spot(number)
        form = form_of(found.cut.text, own) if found else None
        name = next((n for n in names_inside(scene, number) if inside(scene, spot.region, n) == found), None)
        if form is None or name is None:
            return None
        written.append((name, form))
    return card_of(written) if len(written) > 1 else None


def _parts(one: DraftPerson) -> dict[str, str]:
    """Give what a line must hold for a person: the name as it is printed, the post, the body."""
    printed = f"{one.honorific} {one.name}" if one.honorific else one.name
    parts = {"name": printed}
    if one.roles:
        parts["role"] = one.roles[0]
    if one.organisations:
        parts["organisation"] = one.organisations[0]
    return parts


def _capacity_in(text: str, one: DraftPerson) -> str | None:
    cells = [cell.strip() for cell in _CELLS.split(text)]
    return next((cell for cell in cells if cell and capacity_of(cell) == one.capacity), None)


def _chosen(offers: Sequence[_Offer], wrong: frozenset[str]) -> Iterator[list[_Offer]]:
    """Give sets of rules that together get all of the wrong right, taken greedily from different first ones."""
    if not wrong:
        yield []
        return
    for first in offers[:30]:
        chosen, left = [first], wrong - first.right
        while left and len(chosen) < _MOST_RULES:
            best = max(offers, key=lambda offer: len(offer.right & left))
            if not best.right & left:
                break
            chosen.append(best)
            left -= best.right
        # What is not explained all the same may be better than nothing; the page tells.
        yield chosen


def _shut(lesson: Lesson, false: Sequence[int]) -> list[Rule]:
    """Give rules for places in which false people were read, and nobody who did take part."""
    scene = lesson.scene
    names = [one.name for one in lesson.wanted.people]
    found: dict[Rule, None] = {}
    for number in false:
        for mark in lesson.now.evidence.get(f"people.{number}.name", ())[:1]:
            ranked = [*places_at(scene, mark.start, mark.end, _LONGEST_CARD), *labels_at(scene, mark.start)]
            places = best_first(ranked, lesson.own)
            for how, what in places:
                spots = spots_at(scene, how, what)
                if ":" in what:
                    continue  # counted, it is true of this page alone
                if spots and not any(name in spot.cut.text for name in names for spot in spots):
                    found.setdefault(Rule(lesson.site, "people", "not place" if how == "place" else "not label", what))
    never = [Rule(lesson.site, "people", "never", lesson.now.people[number].name) for number in false]
    return [*list(found)[:8], *never[:3]]
