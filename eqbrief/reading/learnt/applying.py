# SPDX-License-Identifier: MIT
"""Read a page again in the light of what was learnt about its site. A rule that finds nothing changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from eqbrief.model import Draft, DraftPerson, Evidence, Rule
from eqbrief.reading.blocks import Page
from eqbrief.reading.cuts import Cut, key
from eqbrief.reading.labelled import Lines
from eqbrief.reading.learnt.scenes import Scene, Spot, scene_of, spots_at
from eqbrief.reading.learnt.sites import site_of
from eqbrief.reading.learnt.values import Took, clock_by, items_by, offers_by, people_by, times_by, words_by
from eqbrief.reading.weighing import draft_of_page

ORIGIN, SURE = "learnt", 0.9
WORDS = ("title", "publisher", "series", "summary", "language", "timezone")
_HEADING = "Learnt from your corrections"
_FINDS = frozenset({"place", "label"})
_LISTS: dict[str, Callable[[Scene, Rule], list[Took]]] = {
    "topics": items_by,
    "questions": items_by,
    "decks": offers_by,
    "recordings": offers_by,
}
_NAMED = {"people": ".name", "topics": "", "questions": "", "decks": ".title", "recordings": ".title"}


@dataclass(slots=True)
class _Work:
    """A draft while rules are applied to it, and the lines for what is not to be seen on the page."""

    scene: Scene
    draft: Draft
    marks: dict[str, tuple[Evidence, ...]]
    lines: Lines
    found: set[str] = field(default_factory=set[str])

    def mark(self, label: str, spot: Spot) -> Evidence | None:
        """Give the evidence of a value; one that is not in the page's text is written below it."""
        cut = spot.cut
        if not spot.seen:
            if not self.lines.length:
                self.lines.gap()
                self.lines.gap()
                self.lines.put("", _HEADING)
            placed = self.lines.put(label, cut.value)
            if placed is None:
                return None
            cut = placed
        return cut.evidence(ORIGIN, SURE)

    def set(self, path: str, value: Any, spot: Spot) -> None:
        """Set a field with its evidence; where it says so already, this is one more reason to believe it."""
        mark = self.mark(path.capitalize().replace("_", " "), spot)
        kept = self.marks.get(path, ()) if getattr(self.draft, path) == value else ()
        self.marks[path] = tuple(sorted((*((mark,) if mark else ()), *kept), key=lambda one: -one.confidence))
        self.draft = replace(self.draft, **{path: value})
        self.found.add(path)

    def done(self) -> Draft:
        """Give the draft with its evidence."""
        return replace(self.draft, text=self.draft.text + self.lines.text, evidence=dict(self.marks))


def read_with(page: Page, rules: Sequence[Rule] = ()) -> Draft:
    """Read a page, and apply the rules for its site; those for other sites are left alone."""
    draft = draft_of_page(page)
    if not rules:
        return draft
    site = site_of(page, draft)
    own = [rule for rule in rules if rule.site == site and site]
    return apply(page, draft, own) if own else draft


def apply(page: Page, draft: Draft, rules: Sequence[Rule], scene: Scene | None = None) -> Draft:
    """Apply rules to a draft that was read from a page without them."""
    scene = scene or scene_of(page)
    as_event = any(rule.field == "kind" and rule.what == "event" and rule.how == "always" for rule in rules)
    if draft.kind == "listing":
        return _of_listing(draft, rules)
    if draft.kind != "event":
        if not as_event:
            return draft
        again = _applied(scene, draft_of_page(page, "event"), rules)
        return again if again.starts_at or again.people else draft
    return _applied(scene, draft, rules)


def _applied(scene: Scene, draft: Draft, rules: Sequence[Rule]) -> Draft:
    work = _Work(scene, draft, dict(draft.evidence), Lines(len(draft.text)))
    _when(work, rules)
    for rule in rules:
        if rule.field in WORDS:
            _words(work, rule)
    for name in _LISTS:
        _list(work, name, [rule for rule in rules if rule.field == name])
    _people(work, [rule for rule in rules if rule.field == "people"])
    return work.done()


def _of_listing(draft: Draft, rules: Sequence[Rule]) -> Draft:
    """Say of a list of events only what is the same on every page of the site."""
    same = {rule.field: rule.what for rule in rules if rule.how == "always" and rule.field in ("publisher", "language")}
    events = tuple(replace(event, **same) for event in draft.events)  # pyright: ignore[reportArgumentType]
    return replace(draft, events=events, **same)  # pyright: ignore[reportArgumentType]


def _words(work: _Work, rule: Rule) -> None:
    if rule.how == "always":
        # A zone says nothing of a day without a time.
        idle = rule.field == "timezone" and "T" not in (work.draft.starts_at or "")
        if rule.what and not idle and rule.field not in ("title", "summary"):
            work.set(rule.field, rule.what, Spot(Cut(rule.what, 0), seen=False))
    elif rule.how in _FINDS and (took := words_by(work.scene, rule)):
        work.set(rule.field, took.value, took.spot)


def _when(work: _Work, rules: Sequence[Rule]) -> None:
    order = next((rule.what for rule in rules if rule.field == "date" and rule.how == "order"), "")
    for rule in rules:
        if rule.how not in _FINDS:
            continue
        if rule.field == "starts_at" and (held := times_by(work.scene, rule, order)):
            start, end = held.starts, held.ends
            same_day = start[:10] == (work.draft.starts_at or "")[:10]
            if "T" not in start and same_day:
                # The place says the day alone; the time that was read for that day stays.
                start, end = work.draft.starts_at or start, end or work.draft.ends_at or ""
            work.set("starts_at", start, held.spot)
            work.set("ends_at", end or None, held.spot)
        elif rule.field == "published_on" and (held := times_by(work.scene, rule, order)):
            work.set("published_on", held.starts[:10], held.spot)
    for rule in rules:
        day = (work.draft.starts_at or "")[:10]
        if rule.field == "time" and rule.how in _FINDS and len(day) == 10 and (found := clock_by(work.scene, rule)):
            clock, spot = found
            work.set("starts_at", f"{day}T{clock.start}", spot)
            if clock.end:
                work.set("ends_at", f"{day}T{clock.end}", spot)
    if work.draft.ends_at is None:
        work.marks.pop("ends_at", None)


def _list(work: _Work, name: str, rules: Sequence[Rule]) -> None:
    found = [took for rule in rules if rule.how in _FINDS for took in _LISTS[name](work.scene, rule)]
    left = _left_out(work, name, rules)
    before: Sequence[Any] = getattr(work.draft, name)
    if found:
        unique = {key(_said(took.value)): took for took in reversed(found)}
        ordered = [took for took in found if unique[key(_said(took.value))] is took]
        _relist(work, name, [(took.value, took, None) for took in ordered])
    elif left:
        _relist(work, name, [(value, None, number) for number, value in enumerate(before) if number not in left])


def _said(value: object) -> str:
    """Give by what an item is called: a person by the name, a deck by its title."""
    return value if isinstance(value, str) else str(getattr(value, "name", None) or getattr(value, "title", ""))


def _left_out(work: _Work, name: str, rules: Sequence[Rule]) -> set[int]:
    """Give the numbers of what was read in places at which nothing of its kind stands, or is never of its kind."""
    never = {key(rule.what) for rule in rules if rule.how == "never"} - {""}
    spots = [spot for r in rules if r.how.startswith("not ") for spot in spots_at(work.scene, r.how, r.what)]
    shut = [(spot.cut.start, spot.cut.end) for spot in spots if spot.seen]
    found: set[int] = set()
    for number, value in enumerate(getattr(work.draft, name)):
        marks = work.marks.get(f"{name}.{number}{_NAMED[name]}", ())
        if key(_said(value)) in never or (
            marks and all(any(a <= mark.start and mark.end <= b for a, b in shut) for mark in marks)
        ):
            found.add(number)
    return found


def _relist(work: _Work, name: str, kept: Sequence[tuple[Any, Took | None, int | None]]) -> None:
    """Set a list anew: each item with its new place, or with the evidence that it had under its old number.

    Of a person whom a rule found, what the page says they spoke on stays as it was.
    """
    marks = {path: found for path, found in work.marks.items() if not path.startswith(f"{name}.")}
    for number, (_, took, before) in enumerate(kept):
        old, new = f"{name}.{before}", f"{name}.{number}"
        for path, found in work.marks.items():
            if path == f"{old}.spoke_on" or (took is None and (path == old or path.startswith(f"{old}."))):
                marks[new + path[len(old) :]] = found
        if took is None:
            continue
        if took.spot.seen and took.parts:
            marks |= {f"{new}.{path}": (cut.evidence(ORIGIN, SURE),) for path, cut in took.parts}
        elif mark := work.mark(name.capitalize(), took.spot):
            marks[f"{new}{_NAMED[name]}"] = (mark,)
    work.marks = marks
    work.draft = replace(work.draft, **{name: tuple(value for value, _, _ in kept)})


def _people(work: _Work, rules: Sequence[Rule]) -> None:
    """Put the people whom rules find in place of what was read there; those read elsewhere stay."""
    before, behind = work.draft.people, len(work.draft.text)
    found = [one for rule in rules if rule.how in _FINDS for one in people_by(work.scene, rule)]
    named = {key(_person(one).name): one for one in reversed(found)}
    # Where a rule finds somebody it alone reads; elsewhere the reader still may.
    claimed = [(one.spot.cut.start, one.spot.cut.end) for one in found if one.spot.seen]
    left = _left_out(work, "people", rules)
    body = key(work.draft.publisher or "") if "publisher" in work.found else ""
    kept: list[tuple[int, Any, Took | None, int | None]] = []
    for number, person in enumerate(before):
        marks = work.marks.get(f"people.{number}.name", ())
        at = marks[0].start if marks else behind
        again = named.pop(key(person.name), None)
        if again is not None:
            kept.append((_start(again, at), replace(_person(again), spoke_on=person.spoke_on), again, number))
        elif not (number in left or key(person.name) == body or any(a <= at < b for a, b in claimed)):
            kept.append((at, person, None, number))
    kept += [(_start(one, behind), one.value, one, None) for one in named.values()]
    if found or len(kept) < len(before):
        _relist(work, "people", [one[1:] for one in sorted(kept, key=lambda one: one[0])])


def _person(took: Took) -> DraftPerson:
    return cast(DraftPerson, took.value)


def _start(took: Took, otherwise: int) -> int:
    name = next((cut for path, cut in took.parts if path == "name"), took.spot.cut)
    return name.start if took.spot.seen else otherwise
