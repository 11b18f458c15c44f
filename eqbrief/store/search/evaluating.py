# SPDX-License-Identifier: MIT
"""Work out what a query holds for: words are asked of an event as a whole, and of a person over their own passages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from eqbrief.model.query import All, AnyOf, Field, Node, Not, Scope, Words
from eqbrief.store.library import Store
from eqbrief.store.search import conditions
from eqbrief.store.search.conditions import NAME_FIELDS, NameKind
from eqbrief.store.search.matching import rows
from eqbrief.store.search.ranges import CODES, EVERYWHERE, Ranges, event_of, events_of, narrowed, ranges_of

Of = NameKind | None
"""Whose passages are asked together: None for those of an event."""


class Stopped(Exception):
    """Nobody waits for this search any more."""


@dataclass
class Asking:
    """One search under way: what it has read of the index, and whether somebody still waits for it."""

    store: Store
    stop: Callable[[], bool] = lambda: False
    _rows: dict[tuple[Words, Ranges], list[int]] = field(default_factory=dict[tuple[Words, Ranges], list[int]])
    _live: set[int] | None = None
    _ages: dict[int, int] | None = None

    def rows(self, words: Words, ranges: Ranges) -> list[int]:
        """Give the numbers of the passages with these words, and of events held on a date that was typed; in order."""
        self.go_on()
        known = self._rows.get((words, ranges))
        if known is None:
            known = rows(self.store, words, ranges)
            if ranges == EVERYWHERE and (dated := conditions.events_dated(self.store, words.text)):
                known = sorted({*known, *self.of_events(dated)})
            self._rows[words, ranges] = known
        return known

    def live(self) -> set[int]:
        """Give every event that is not in the bin."""
        if self._live is None:
            self._live = conditions.live_events(self.store)
        return self._live

    def age_of(self, event: int) -> int:
        """Give the place of an event among all, the newest first; those without a date stand last."""
        if self._ages is None:
            self._ages = {number: place for place, number in enumerate(conditions.by_date(self.store))}
        return self._ages.get(event, len(self._ages))

    def of_events(self, events: set[int]) -> set[int]:
        """Give the numbers of the passages that stand for these events themselves."""
        low, high = CODES["event", None] << 58, (CODES["event", None] + 1) << 58
        cursor = self.store.db.execute("SELECT docid FROM passage WHERE docid BETWEEN ? AND ?", (low, high))
        cursor.row_factory = None
        return {row[0] for row in cursor if event_of(row[0]) in events}

    def go_on(self) -> None:
        """Raise Stopped when nobody waits any more."""
        if self.stop():
            raise Stopped


def holds(asking: Asking, node: Node, of: Of = None, within: Ranges = EVERYWHERE) -> set[int]:
    """Give the events, or the people, organisations or topics, for which a query holds."""
    match node:
        case Words():
            return _with(asking, node, of, within)
        case Field():
            return _where(asking, node, of)
        case Not(part):
            return _everything(asking, of) - holds(asking, part, of, within)
        case AnyOf(parts):
            return set[int]().union(*(holds(asking, part, of, within) for part in parts))
        case Scope():
            return _standing(asking, of, narrowed([node], within))
        case All(parts):
            return _all(asking, parts, of, within)


def _all(asking: Asking, parts: tuple[Node, ...], of: Of, within: Ranges) -> set[int]:
    scopes = [part for part in parts if isinstance(part, Scope)]
    within = narrowed(scopes, within) if scopes else within
    rest: Sequence[Node] = sorted((part for part in parts if not isinstance(part, Scope)), key=_cost)
    found: set[int] | None = None
    if of is not None:
        rest, found = _at_their_events(asking, rest, of)
    for part in rest:
        if found is not None and not found:
            return found
        if isinstance(part, Not):
            found = (found if found is not None else _everything(asking, of)) - holds(asking, part.part, of, within)
        else:
            held = holds(asking, part, of, within)
            found = held if found is None else found & held
    return _standing(asking, of, within) if found is None else found


def _at_their_events(asking: Asking, parts: Sequence[Node], of: NameKind) -> tuple[Sequence[Node], set[int] | None]:
    """Ask what concerns the event alone of one event at a time: 'in 2024 and on this topic' means the same event."""
    about = [part for part in parts if _is_of_the_event(part, of)]
    if not about:
        return parts, None
    events = _all(asking, tuple(about), None, EVERYWHERE)
    return [part for part in parts if part not in about], conditions.names_at(asking.store, of, events)


def _is_of_the_event(node: Node, of: NameKind) -> bool:
    match node:
        case Field(name, _):
            return NAME_FIELDS.get(name) != of
        case Not(part):
            return _is_of_the_event(part, of)
        case All(parts) | AnyOf(parts):
            return all(_is_of_the_event(part, of) for part in parts)
        case _:
            return False


def _with(asking: Asking, words: Words, of: Of, within: Ranges) -> set[int]:
    if of is None:
        return events_of(asking.rows(words, within))
    mine = narrowed([Scope("in", (of,))], within)
    return conditions.records_of(asking.store, of, asking.rows(words, mine)) if mine else set()


def _where(asking: Asking, asked: Field, of: Of) -> set[int]:
    asking.go_on()
    if of is None:
        return conditions.events_where(asking.store, asked)
    if NAME_FIELDS.get(asked.name) == of:
        return conditions.named(asking.store, of, asked.value)
    return conditions.names_at(asking.store, of, conditions.events_where(asking.store, asked))


def _standing(asking: Asking, of: Of, within: Ranges) -> set[int]:
    """Give the events, or names, that have any passage at all within these ranges."""
    if of is None:
        if within == EVERYWHERE:
            return set(asking.live())
        found: set[int] = set()
        for one in within:
            sql = f"SELECT DISTINCT event_id FROM passage WHERE docid BETWEEN ? AND ? {_filled(one.column)}"
            found.update(row[0] for row in asking.store.db.execute(sql, (one.low, one.high)) if row[0])
        return found
    return _everything(asking, of) if any(r.first <= CODES[of, None] <= r.last for r in within) else set()


def _filled(column: str) -> str:
    return f"AND {column} <> ''" if column else ""


def _everything(asking: Asking, of: Of) -> set[int]:
    if of is None:
        return set(asking.live())
    (mine,) = ranges_of(of)
    sql = "SELECT DISTINCT record_id FROM passage WHERE docid BETWEEN ? AND ?"
    merged = conditions.roots(asking.store, of)
    found = [int(row[0]) for row in asking.store.db.execute(sql, (mine.low, mine.high))]
    return {merged.get(record, record) for record in found}


def _cost(node: Node) -> int:
    match node:
        case Field():
            return 0
        case Not():
            return 2
        case _:
            return 1
