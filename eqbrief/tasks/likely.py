# SPDX-License-Identifier: MIT
"""Propose records that are likely one, with the reason: a name that is alike, and what the two have in common."""

from collections import defaultdict
from collections.abc import Callable

from eqbrief import store as db
from eqbrief.matching import organisation_words, person_words
from eqbrief.model import Likely, Named, Progress
from eqbrief.store import Store
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.telling_apart import Who, match

_TOO_COMMON = 200
"""Records that share a word that so many have are not compared for its sake."""
_LEAST = 0.7
_MOST = 200
_WORDS: dict[Who, Callable[[str], frozenset[str]]] = {"person": person_words, "organisation": organisation_words}


def likely_for(store: Store, kind: Who, number: int, *, most: int = 3) -> list[Likely]:
    """Propose what a record is likely one with, most likely first."""
    named = _named(store, kind)
    own = next((one for one in named if one.id == number), None)
    if own is None:
        return []
    words, apart = _WORDS[kind](own.name), db.told_apart(store, kind)
    pairs = [
        (own, other)
        for other in named
        if other.id != number
        and words & _WORDS[kind](other.name)
        and (min(number, other.id), max(number, other.id)) not in apart
    ]
    return _judged(store, kind, pairs)[:most]


def likely_same(store: Store, kind: Who, report: Report = quiet, stop: Stop = go_on) -> list[Likely]:
    """Propose pairs of records over the whole library, most likely first, at most two hundred."""
    named = {one.id: one for one in _named(store, kind)}
    by_word: dict[str, list[int]] = defaultdict(list)
    for one in named.values():
        for word in _WORDS[kind](one.name):
            by_word[word].append(one.id)
    pairs = {
        (one, other)
        for sharing in by_word.values()
        if len(sharing) <= _TOO_COMMON
        for place, one in enumerate(sorted(sharing))
        for other in sorted(sharing)[place + 1 :]
    } - db.told_apart(store, kind)
    likely: list[tuple[Named, Named]] = []
    for number, (one, other) in enumerate(sorted(pairs)):
        if number % 500 == 0:
            report(Progress(number, len(pairs), "Comparing names"))
            if stop():
                break
        if match(kind, named[one].name, named[other].name).same is not False:
            likely.append((named[one], named[other]))
    return _judged(store, kind, likely)[:_MOST]


def _judged(store: Store, kind: Who, pairs: list[tuple[Named, Named]]) -> list[Likely]:
    """Keep the pairs that are likely one, say why, and put the record with more events first."""
    seen = {card.id: card.events for card in (db.people if kind == "person" else db.organisations)(store)}
    found: list[Likely] = []
    for one, other in pairs:
        said = match(kind, one.name, other.name)
        if said.same is False or said.score < _LEAST - 0.1:
            continue
        shared, topics = db.shared_by(store, kind, one.id, other.id)
        score = min(0.95, said.score + 0.1 * bool(shared) + 0.05 * bool(topics))
        if score < _LEAST:
            continue
        first, second = sorted((one, other), key=lambda named: (-seen.get(named.id, 0), named.id))
        found.append(Likely(first, second, round(score, 2), " ".join((said.reason, *_common(kind, shared, topics)))))
    return sorted(found, key=lambda likely: (-likely.score, likely.one.name, likely.other.name))


def _common(kind: Who, shared: list[str], topics: list[str]) -> list[str]:
    said: list[str] = []
    if shared:
        verb = "Both spoke for" if kind == "person" else "For both spoke"
        said.append(f"{verb} {shared[0]}{f' and {len(shared) - 1} more' if len(shared) > 1 else ''}.")
    if topics:
        said.append(f"Both at events on {topics[0]}.")
    return said


def _named(store: Store, kind: Who) -> list[Named]:
    """List the records that stand for themselves and are seen at an event."""
    cards = (db.people if kind == "person" else db.organisations)(store)
    return [Named(card.id, card.name) for card in cards]
