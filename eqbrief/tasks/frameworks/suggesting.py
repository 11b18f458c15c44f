# SPDX-License-Identifier: MIT
"""Suggest evidence from text: passages in which an action's terms stand, each with the words it is suggested for.

Precise rather than greedy: one of an action's terms is enough, or two different hints; of a deck not more than a few
slides; and what was tagged or dismissed does not come back, in a newer version of its deck neither.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from eqbrief import store as db
from eqbrief.model import Deck, Event, Framework, PlanAction, Slide, Tag, TagSuggestion, Target, Tie, UserError
from eqbrief.model.query import Words
from eqbrief.store import Store
from eqbrief.store.tagging import Passage, passage_hits
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.frameworks.tagging import Spot, put_tags, spot_of_tags
from eqbrief.tasks.steps import Stop, go_on
from eqbrief.tasks.tying import slide_tie

MOST_OF_A_DECK = 3
MOST_OF_AN_ACTION = 200
_ENOUGH = 2
_ALIKE = 5
"""So many letters at the beginning make two hints forms of one word."""


@dataclass(slots=True)
class _Found:
    """A thing in which terms stand: its passages, each with the words found there, and what all of them weigh."""

    passage: Passage
    words: dict[str, int] = field(default_factory=dict[str, int])
    best: tuple[int, int] = (0, 0)

    def take(self, passage: Passage, words: dict[str, int]) -> None:
        self.words |= words
        self.best = max(self.best, (sum(words.values()), passage.docid))

    @property
    def weight(self) -> int:
        """What its words weigh: 'bullied' says no more beside 'bullying', nor does a word within another of them."""
        own = [(words, weight) for words, weight in self.words.items() if not _within(words, self.words)]
        hints = {_root(words) for words, weight in own if weight < _ENOUGH}
        return len(hints) + sum(weight for _words, weight in own if weight >= _ENOUGH)


def suggestions(
    store: Store,
    framework: Framework,
    action: str = "",
    events: Collection[int] | None = None,
    stop: Stop = go_on,
) -> list[TagSuggestion]:
    """List what may be evidence for an action, or for each of the framework: the weightiest first, then the newest."""
    known = _Known(store, framework.key)
    found: list[TagSuggestion] = []
    for one in framework.actions:
        if stop():
            break
        if action in ("", one.number):
            found += _of_action(store, framework, one, known, events)
    return found


def accept(store: Store, framework: Framework, chosen: Sequence[TagSuggestion]) -> int:
    """Tag what was suggested; give how many that were. Undo takes all of it back."""
    return _decide(store, framework, chosen, dismissed=False)


def dismiss(store: Store, framework: Framework, chosen: Sequence[TagSuggestion]) -> int:
    """Say that what was suggested is no evidence: it does not come back, unless this is undone."""
    return _decide(store, framework, chosen, dismissed=True)


def words_of_term(term: str) -> Words:
    """Give the words that a term is looked for by: as it is written, in any case, and with a plural s."""
    plural = f"{term[:-1]}ies" if term.endswith("y") and term[-2:-1] not in "aeiou" else f"{term}s"
    return Words(term, together=True, also=() if term.endswith("s") else (plural,))


def _decide(store: Store, framework: Framework, chosen: Sequence[TagSuggestion], *, dismissed: bool) -> int:
    if not chosen:
        return 0
    verb = "Dismiss" if dismissed else "Accept"
    number = f"{len(chosen)} suggestions" if len(chosen) > 1 else "a suggestion"
    actions = {one.action for one in chosen}
    of = f" for action {min(actions)}" if len(actions) == 1 else ""
    news = 0
    with store.change("tag", name=f"{verb} {number}{of}") as change:
        for key in sorted(actions):
            action = framework.action(key)
            if action is not None:
                targets = [one.target for one in chosen if one.action == key]
                news += put_tags(store, change, targets, framework, action, dismissed=dismissed)
    return news


def _of_action(
    store: Store, framework: Framework, action: PlanAction, known: "_Known", events: Collection[int] | None
) -> list[TagSuggestion]:
    held = _passages(store, action)
    found: dict[Spot, _Found] = {}
    for passage in db.passages(store, held):
        if events is None or passage.event_id in events:
            found.setdefault(_key(passage), _Found(passage)).take(passage, held[passage.docid])
    worth = [one for one in found.values() if one.weight >= _ENOUGH]
    worth.sort(key=lambda one: -one.weight)  # of equal ones the newest first, as they were read
    chosen: list[tuple[_Found, Target]] = []
    of_deck: dict[int, int] = {}
    for one in worth:
        deck = one.passage.deck_id or 0
        if deck and deck not in of_deck:
            of_deck[deck] = known.decided(one.passage, action.number)
        if deck and of_deck[deck] >= MOST_OF_A_DECK:
            continue
        target = known.target(one.passage)
        if target is None or known.has(one.passage, target, action.number):
            continue
        if deck:
            of_deck[deck] += 1
        chosen.append((one, target))
        if len(chosen) == MOST_OF_AN_ACTION:
            break
    return _shown(store, framework, action, chosen)


def _passages(store: Store, action: PlanAction) -> dict[int, dict[str, int]]:
    """Give by passage the terms and hints that stand in it, each with its weight."""
    held: dict[int, dict[str, int]] = {}
    asked: set[str] = set()
    for weight, listed in ((_ENOUGH, action.terms), (1, action.hints)):
        for term in listed:
            if term.casefold() in asked:
                continue
            asked.add(term.casefold())
            for docid in db.passages_with(store, words_of_term(term)):
                held.setdefault(docid, {})[term] = weight
    return held


def _shown(
    store: Store, framework: Framework, action: PlanAction, chosen: Sequence[tuple[_Found, Target]]
) -> list[TagSuggestion]:
    asked = [words_of_term(term) for term in dict.fromkeys(term for one, _ in chosen for term in one.words)]
    numbers = [one.best[1] for one, _target in chosen]
    hits = passage_hits(store, numbers, asked)
    if len(hits) != len(chosen):
        return []  # something went between two reads; the next reading shows the rest
    return [
        TagSuggestion(framework.key, action.number, target, hit, _said(one.words))
        for (one, target), hit in zip(chosen, hits, strict=True)
    ]


def _said(words: dict[str, int]) -> tuple[str, ...]:
    """Give the words to say, the weightiest first, without those that stand within another."""
    own = [one for one in words if not _within(one, words)]
    return tuple(sorted(own, key=lambda one: -words[one]))


def _root(words: str) -> str:
    """Give how a hint begins, by which forms of one word are known."""
    return words.casefold().replace("y", "i")[:_ALIKE]


def _within(words: str, others: Iterable[str]) -> bool:
    own = words.casefold()
    return any(own != other and own in other for other in (one.casefold() for one in others))


def _key(passage: Passage) -> Spot:
    if passage.kind == "slide":
        return ("slide", passage.deck_id, passage.slide)
    return (passage.kind, passage.record_id)


class _Known:
    """What was decided already in a framework, and the events and decks that were read on the way."""

    def __init__(self, store: Store, framework: str) -> None:
        self._store = store
        self._tags: dict[int, list[Tag]] = {}
        for tag in db.tags(store, framework, dismissed=True):
            self._tags.setdefault(tag.event_id, []).append(tag)
        self._spots: dict[int, dict[int, Spot]] = {}
        self._events: dict[int, Event] = {}
        self._slides: dict[int, dict[int, Slide]] = {}

    def has(self, passage: Passage, target: Target, action: str) -> bool:
        """Say whether something was tagged with an action or dismissed, also as it stood in an earlier deck."""
        own = [tag for tag in self._tags.get(passage.event_id, ()) if tag.action == action]
        if not own:
            return False
        spots = self._where(passage.event_id)
        key = ("event",) if passage.kind == "event" else _spot(passage, target)
        if any(spots[tag.id] == key for tag in own):
            return True
        words = target.tie.words if target.tie else ""
        return bool(words) and any(tag.kind == target.kind and tag.words == words for tag in own)

    def decided(self, passage: Passage, action: str) -> int:
        """Count the slides of a passage's deck of which it was decided whether they are evidence."""
        own = [tag for tag in self._tags.get(passage.event_id, ()) if tag.action == action and tag.kind == "slide"]
        spots = self._where(passage.event_id) if own else {}
        return sum(spots[tag.id][1] == passage.deck_id for tag in own)

    def target(self, passage: Passage) -> Target | None:
        """Give what a tag would be put on; None where it went in the meantime."""
        event = self._event(passage.event_id)
        if event is None:
            return None
        if passage.kind == "event":
            return Target(event.id)
        if passage.kind == "note":
            note = next((one for one in event.notes if one.id == passage.record_id), None)
            return Target(event.id, note=note.uid) if note else None
        if passage.kind == "question":
            listed = db.parts_of(self._store, event.id, "question")
            asked = next((at for at, one in enumerate(listed) if one.id == passage.record_id), None)
            if asked is None:
                return None
            return Target(event.id, Tie("question", listed[asked].uid, asked + 1, "", listed[asked].name))
        deck = next((one for one in event.decks if one.id == passage.deck_id), None)
        slide = self._slide(deck, passage.slide or 0) if deck else None
        return Target(event.id, slide_tie(deck, slide)) if deck and slide else None

    def _event(self, number: int) -> Event | None:
        if number not in self._events:
            try:
                self._events[number] = event_of(self._store, number)
            except UserError:
                return None
        return self._events[number]

    def _slide(self, deck: Deck, number: int) -> Slide | None:
        if deck.id not in self._slides:
            self._slides[deck.id] = {one.number: one for one in db.slides_of(self._store, deck.id)}
        return self._slides[deck.id].get(number)

    def _where(self, event_id: int) -> dict[int, Spot]:
        if event_id not in self._spots:
            event = self._event(event_id)
            own = self._tags.get(event_id, [])
            self._spots[event_id] = spot_of_tags(self._store, event, own) if event else {}
        return self._spots[event_id]


def _spot(passage: Passage, target: Target) -> Spot:
    if passage.kind == "note":
        return ("note", target.note)
    if passage.kind == "question":
        return ("question", passage.record_id, None)
    return ("slide", passage.deck_id, passage.slide)
