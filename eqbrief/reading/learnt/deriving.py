# SPDX-License-Identifier: MIT
"""Find the rule behind a correction: the most general of a few kinds that gives what the person made of the page.

What is found is tried on the page before it is kept, so that no rule is learnt that does not even explain its example.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from eqbrief.model import Draft, DraftDeck, DraftRecording, Rule
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import key
from eqbrief.reading.learnt.applying import WORDS, apply
from eqbrief.reading.learnt.forms import form_of
from eqbrief.reading.learnt.lesson import Lesson, lesson_of
from eqbrief.reading.learnt.people import people_rules
from eqbrief.reading.learnt.saying import say_change
from eqbrief.reading.learnt.scenes import scene_of, spots_at
from eqbrief.reading.learnt.sites import site_of
from eqbrief.reading.learnt.values import (
    DAY_FIRST,
    MONTH_FIRST,
    clock_by,
    dividers,
    items_by,
    offers_by,
    times_by,
    words_by,
)
from eqbrief.reading.learnt.wheres import (
    Ranked,
    Where,
    best_first,
    is_heading,
    labels_at,
    places_at,
    places_named,
    unseen_with,
)
from eqbrief.reading.weighing import draft_of_page

_CONSTANT = frozenset({"publisher", "series", "language", "timezone"})
_ANYWHERE = frozenset({"language", "timezone"})
"""What a page hardly ever says in a place of its own."""
_FIELDS = (*WORDS, "starts_at", "published_on", "topics", "questions", "decks", "recordings", "people")
_SEVERAL = frozenset({"topics", "questions", "decks", "recordings", "people"})
_MOST_TRIED, _MOST_PLACES = 60, 12


@dataclass(frozen=True, slots=True)
class Taught:
    """What a correction teaches: the new rules, and the older ones that it proved wrong."""

    new: tuple[Rule, ...] = ()
    gone: tuple[Rule, ...] = ()


def taught_by(page: Page | Draft, wanted: Draft, known: Sequence[Rule] = (), read: Draft | None = None) -> Taught:
    """Give the rules that make of a page what a person made of it, for the fields in which it is read otherwise.

    `known` are the rules there are for its site; of a field that they get right nothing is learnt, nor of one that the
    person left as it was in `read`. A new rule takes the place of older ones of its field that it contradicts. None for
    a page whose site is not known, and for what was no page but data. Pure: the same gives the same.
    """
    if isinstance(page, Draft):
        return Taught()
    plain = draft_of_page(page)
    site = site_of(page, plain)
    if not site or wanted.kind == "listing" or plain.kind == "listing":
        return Taught()
    scene = scene_of(page)
    own = [rule for rule in known if rule.site == site]
    now = apply(page, plain, own, scene)
    learnt: list[Rule] = []
    gone: list[Rule] = []
    if now.kind != "event" and wanted.kind == "event":
        learnt.append(Rule(site, "kind", "always", "event", example=say_change("kind", now, wanted)))
        now = apply(page, plain, [*own, *learnt], scene)
    lesson = lesson_of(scene, now, wanted, site)

    def tried(rules: Sequence[Rule]) -> Draft:
        return apply(page, plain, rules, scene)

    for field in _FIELDS:
        if _same(field, now, wanted) or (read is not None and _same(field, read, wanted)):
            continue
        older = [rule for rule in own if _is_of(rule, field)]
        others = [rule for rule in (*own, *learnt) if not _is_of(rule, field)]
        found, wrong = _found(lesson, field, others, older, tried)
        fresh = [rule for rule in found if not any(rule.same(one) for one in (*own, *learnt))]
        learnt += [replace(rule, example=say_change(field, now, wanted)) for rule in fresh]
        gone += wrong
    return Taught(tuple(learnt), tuple(gone))


def _found(
    lesson: Lesson, field: str, others: list[Rule], older: list[Rule], tried: Callable[[Sequence[Rule]], Draft]
) -> tuple[list[Rule], list[Rule]]:
    """Give the rules for a field, and the older ones that must go for them.

    Several rules may each find some of a list; of a single value only one can be right.
    """
    is_list = field in _SEVERAL
    if is_list and older:
        found = _best(lesson, field, lambda rules: tried([*others, *older, *rules]))
        if found:
            return found, []
    found = _best(lesson, field, lambda rules: tried([*others, *rules]))
    if not found or not is_list:
        return found, older if found else []
    kept: list[Rule] = []
    for rule in older:
        if _same(field, tried([*others, *kept, rule, *found]), lesson.wanted):
            kept.append(rule)
    return found, [rule for rule in older if rule not in kept]


def _best(lesson: Lesson, field: str, tried: Callable[[Sequence[Rule]], Draft]) -> list[Rule]:
    """Give the first rules that explain the whole correction; of people, else those that bring most of it."""
    best, nearest = list[Rule](), _right(lesson.now, lesson.wanted)
    for number, rules in enumerate(_candidates(lesson, field)):
        if number >= _MOST_TRIED:
            break
        draft = tried(rules)
        if _same(field, draft, lesson.wanted):
            return rules
        if field == "people" and (right := _right(draft, lesson.wanted)) > nearest:
            best, nearest = rules, right
    return best


def _right(draft: Draft, wanted: Draft) -> int:
    """Count the people who are right in a draft, less those who are not."""
    plain = [replace(one, spoke_on=None) for one in wanted.people]
    return sum(1 if replace(one, spoke_on=None) in plain else -1 for one in draft.people)


def _group(field: str) -> str:
    return "starts_at" if field == "time" else field


def _is_of(rule: Rule, field: str) -> bool:
    return _group(rule.field) == field


def _same(field: str, one: Draft, other: Draft) -> bool:
    if field == "starts_at":
        return (one.starts_at, one.ends_at) == (other.starts_at, other.ends_at)
    if field == "people":
        # What the prose says of them is no part of what a rule reads.
        return [replace(p, spoke_on=None) for p in one.people] == [replace(p, spoke_on=None) for p in other.people]
    return _plain(getattr(one, field)) == _plain(getattr(other, field))


def _plain(value: object) -> object:
    """Leave out where a deck leads: of a fetched page that is made whole, of a saved one it may not be."""
    values = cast(tuple[object, ...], value) if isinstance(value, tuple) else ()
    plain = tuple(replace(v, url=None) if isinstance(v, DraftDeck | DraftRecording) else v for v in values)
    return plain if isinstance(value, tuple) else value


def _candidates(lesson: Lesson, field: str) -> Iterator[list[Rule]]:
    if field in WORDS:
        return _of_words(lesson, field)
    if field in ("starts_at", "published_on"):
        return _of_times(lesson, field)
    return people_rules(lesson) if field == "people" else _of_lists(lesson, field)


def _of_words(lesson: Lesson, field: str) -> Iterator[list[Rule]]:
    scene, site = lesson.scene, lesson.site
    value: str | None = getattr(lesson.wanted, field)
    if not value:
        return
    wheres = [] if field in _ANYWHERE else _wheres(lesson, value)
    rules = [Rule(site, field, *where) for where in wheres if field == "title" or not is_heading(where)]
    yield from ([rule] for rule in rules if (took := words_by(scene, rule)) and took.value == value)
    for rule in rules:
        spots = spots_at(scene, rule.how, rule.what)
        form = form_of(spots[0].cut.text, {"value": value}) if len(spots) == 1 and rule.how == "place" else None
        # What is the page's own would not stand around the next page's value.
        around = key((form or "").replace("{value}", " "))
        if form and form != "{value}" and not any(own in around for own in lesson.own - {key(value)}):
            yield [replace(rule, form=form)]
    if field in _CONSTANT:
        yield [Rule(site, field, "always", value)]


def _wheres(lesson: Lesson, value: str) -> list[Where]:
    """Give the ways to name the places at which a text stands on the page, the best first."""
    scene = lesson.scene
    found: list[Ranked] = []
    at = -1
    for _ in range(_MOST_PLACES):
        at = scene.page.text.find(value, at + 1)
        if at < 0:
            break
        found += labels_at(scene, at)
        found += places_at(scene, at, at + len(value), longest=60)
    return best_first([*found, *unseen_with(scene, value)], lesson.own)


def _of_times(lesson: Lesson, field: str) -> Iterator[list[Rule]]:
    """Try each place that may hold a day, read as it stands, then with days in figures taken one way round."""
    scene, wanted, site = lesson.scene, lesson.wanted, lesson.site
    value = getattr(wanted, field) or ""
    if not value:
        return
    wheres = _dated(lesson)
    orders = ("", DAY_FIRST, MONTH_FIRST)
    for whole in (True, False):
        for order in orders:
            for where in wheres:
                rule = Rule(site, field, *where)
                held = times_by(scene, rule, order)
                if held is None or held.starts[:10] != value[:10]:
                    continue
                ordered = [Rule(site, "date", "order", order)] if order else []
                if whole:
                    if field == "published_on" or (held.starts, held.ends or None) == (value, wanted.ends_at):
                        yield [*ordered, rule]
                elif field == "starts_at":
                    yield [*ordered, rule]
                    for clock in _clocked(lesson):
                        yield [*ordered, rule, clock]
    if field == "starts_at":
        for clock in _clocked(lesson):
            yield [clock]


def _dated(lesson: Lesson) -> list[Where]:
    """Give the ways to name each place that is short and holds figures."""
    scene = lesson.scene
    found: list[Ranked] = []
    for block in scene.blocks[:400]:
        if len(block.text) <= 300 and any(char.isdigit() for char in block.text):
            found += list(labels_at(scene, block.cut.end - 1))[:3]
            found += places_at(scene, block.cut.start, block.cut.end, longest=100)
    for number, one in enumerate(scene.regions[:4000]):
        text = one.text or scene.page.text[max(one.start, 0) : max(one.end, 0)][:201]
        if len(text) <= 200 and any(char.isdigit() for char in text):
            found += places_named(scene, number)
    return [where for where in best_first(found, lesson.own, 200) if not is_heading(where)]


def _clocked(lesson: Lesson) -> Iterator[Rule]:
    starts, ends = lesson.wanted.starts_at or "", lesson.wanted.ends_at or ""
    if "T" not in starts:
        return
    for where in _dated(lesson):
        rule = Rule(lesson.site, "time", *where)
        found = clock_by(lesson.scene, rule)
        if found and found[0].start == starts[11:16] and found[0].end == (ends[11:16] or None):
            yield rule


def _of_lists(lesson: Lesson, field: str) -> Iterator[list[Rule]]:
    scene, site = lesson.scene, lesson.site
    values: Sequence[object] = getattr(lesson.wanted, field)
    titles = [value if isinstance(value, str) else str(getattr(value, "title", "")) for value in values]
    if titles:
        formats = {getattr(value, "format", None) for value in values} - {None}
        form_value = formats.pop() if field == "decks" and len(formats) == 1 else ""
        for where in _wheres(lesson, titles[0]):
            rule = Rule(site, field, *where)
            if field in ("topics", "questions"):
                for divider in ("", *dividers()):
                    one = replace(rule, form=divider)
                    if tuple(took.value for took in items_by(scene, one)) == tuple(values):
                        yield [one]
            else:
                for given in dict.fromkeys(("", str(form_value))):
                    one = replace(rule, value=given)
                    if _plain(tuple(took.value for took in offers_by(scene, one))) == _plain(tuple(values)):
                        yield [one]
    yield from _shut(lesson, field, values)


def _shut(lesson: Lesson, field: str, values: Sequence[object]) -> Iterator[list[Rule]]:
    """Try to leave out what stands where an item was that the person took away."""
    read: Sequence[object] = getattr(lesson.now, field)
    paths = [f"{field}.{number}" for number, value in enumerate(read) if value not in values]
    marks = [mark for path in paths for under in (path, f"{path}.title") for mark in lesson.now.evidence.get(under, ())]
    for mark in marks[:3]:
        ranked = [*places_at(lesson.scene, mark.start, mark.end), *labels_at(lesson.scene, mark.start)]
        for how, what in best_first(ranked, lesson.own, 30):
            if ":" in what:
                continue  # counted, it is true of this page alone
            yield [Rule(lesson.site, field, "not place" if how == "place" else "not label", what)]
    false = [
        value if isinstance(value, str) else str(getattr(value, "title", "")) for value in read if value not in values
    ]
    if false:
        yield [Rule(lesson.site, field, "never", title) for title in false[:3]]
