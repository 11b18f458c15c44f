# SPDX-License-Identifier: MIT
"""Find passages: which ones answer a query, the best of each kind first, and how many there are.

bm25 costs in proportion to the matches, so it is not asked. Of each kind the passages with all the words come first,
then those whose title holds them, then those of recent events, among the newest few thousand.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice

from eqbrief.model import MOST_COUNTED, Found, HitKind
from eqbrief.model.query import All, Field, Node, Query, Scope, Words, expanded, parse, replaced, words_of
from eqbrief.store.library import Store
from eqbrief.store.search.conditions import NAME_FIELDS, NameKind, in_use, records_of, roots
from eqbrief.store.search.evaluating import Asking, holds
from eqbrief.store.search.hits import Candidate, hits_of
from eqbrief.store.search.matching import newest, settled
from eqbrief.store.search.ranges import (
    CODES,
    EVERYWHERE,
    LISTED,
    Range,
    Ranges,
    code_of,
    codes_in,
    event_of,
    kind_of,
    narrowed,
)  # fmt: skip
from eqbrief.store.search.sharing import by_kind, counted, shared
from eqbrief.store.terms import acronym_pairs

_MOST_RANKED = 3000
_NAMED: dict[int, NameKind] = {CODES[kind, None]: kind for kind in ("person", "organisation", "topic")}
_WITH_TITLES = frozenset(CODES[kind, None] for kind in ("event", "person", "organisation", "topic", "session", "note"))
_ARE_TITLES = frozenset((CODES["slide", "title"], CODES["deck", None]))


@dataclass(frozen=True)
class _Leaf:
    words: Words
    within: Ranges


def find(
    store: Store,
    asked: str | Query,
    *,
    kinds: Sequence[HitKind] = (),
    limit: int = 200,
    only: str = "",
    stop: Callable[[], bool] = lambda: False,
) -> Found:
    """Answer a query: at most `limit` hits, shared out among the kinds, and how many there are of each.

    `kinds` narrows what is looked into, as 'in:' does; `only` names the one kind of which hits are given, while all are
    counted. A pane interrupts it by `stop` and by interrupting the
    connection of its thread; either raises what its lane knows not to show.
    """
    query = understood(store, asked)
    if query.root is None:
        return Found(query)
    root = All((Scope("in", tuple(kinds)), query.root)) if kinds else query.root
    root = replaced(root, lambda words: settled(store, words))
    search = _Search(Asking(store, stop), root)
    best = {code: search.best(code) for code in search.codes} if search.codes else {}
    if not any(best.values()):
        best = search.events()
    kinds_found = by_kind(best)
    tallies = counted(kinds_found)
    if only in kinds_found:
        kinds_found = {only: kinds_found[only]}
    chosen = shared({kind: [one for one in found if one.full] for kind, found in kinds_found.items()}, limit)
    rest = {kind: [one for one in found if not one.full] for kind, found in kinds_found.items()}
    chosen += shared(rest, limit - len(chosen))
    return Found(query, tuple(hits_of(store, chosen, [leaf.words for leaf in search.leaves])), tallies)


def found_keys(
    store: Store, asked: str | Query, *, stop: Callable[[], bool] = lambda: False
) -> tuple[int, frozenset[str], bool]:
    """Count what a query finds, with a key for each thing that outlasts its being indexed anew; True for 'or more'.

    A key names the kind and the event; of people, organisations and topics the record.
    """
    query = understood(store, asked)
    if query.root is None:
        return 0, frozenset(), False
    search = _Search(Asking(store, stop), replaced(query.root, lambda words: settled(store, words)))
    best = {code: search.best(code) for code in search.codes} or {}
    best = best if any(best.values()) else search.events()
    keys: set[str] = set()
    for code, found in best.items():
        numbers = [one.number for one in found]
        if code in _NAMED:
            keys |= {f"{kind_of(code)} {record}" for record in records_of(store, _NAMED[code], numbers)}
        else:
            keys |= {f"{kind_of(code)} {event_of(number)}" for number in numbers}
    tallies = counted(by_kind(best))
    return sum(one.number for one in tallies), frozenset(keys), any(one.more for one in tallies)


def events_found(store: Store, asked: str | Query) -> set[int]:
    """Give the events that a query holds for, as a whole."""
    query = understood(store, asked)
    asking = Asking(store)
    return (holds(asking, query.root) & asking.live()) if query.root is not None else set()


def understood(store: Store, asked: str | Query) -> Query:
    """Read a query, and ask acronyms of the glossary by their long forms too, and long forms by their acronyms."""
    query = parse(asked) if isinstance(asked, str) else asked
    return expanded(query, acronym_pairs(store)) if words_of(query.root) else query


class _Search:
    """One query on its way: what it holds for, and the best passages of each kind."""

    def __init__(self, asking: Asking, root: Node) -> None:
        self.asking, self.root = asking, root
        self.leaves = tuple(dict.fromkeys(_leaves(root, EVERYWHERE)))
        self._sets: dict[NameKind | None, set[int] | None] = {}
        self._sorted: tuple[list[list[int]], list[int]] | None = None
        self._listed = narrowed(_scopes(root), EVERYWHERE)
        self.codes = self._codes()

    def best(self, code: int) -> list[Candidate]:
        """Give the best passages of a code, a record once."""
        kind = _NAMED.get(code)
        held = self._held(kind)
        numbers = list(islice(self._passages(code, held), _MOST_RANKED if kind else MOST_COUNTED + 1))
        if kind is not None:
            return self._once_each(numbers, kind, held)
        return self._recent_first([Candidate(number, title, full) for number, title, full in numbers])

    def events(self) -> dict[int, list[Candidate]]:
        """Give the events that a query holds for without any word of it standing in them, as 'a OR is:starred' may."""
        code = CODES["event", None]
        if code not in codes_in(self._listed) or not self.leaves:
            return {}
        numbers = self.asking.of_events(holds(self.asking, self.root))
        newest_first = sorted(numbers, reverse=True)[: MOST_COUNTED + 1]
        return {code: self._recent_first([Candidate(number, False, False) for number in newest_first])}

    def _recent_first(self, found: list[Candidate]) -> list[Candidate]:
        """Order by what stands in the passage, then by the date of its event, newest first."""
        age = self.asking.age_of
        found.sort(key=lambda one: (not one.full, not one.title, age(event_of(one.number)), -one.number))
        return found

    def _codes(self) -> list[int]:
        listed = codes_in(self._listed)
        if self.leaves:
            return [code for code in LISTED if code in listed]
        if any(scope.values for scope in _scopes(self.root)):
            return [code for code in LISTED if code in listed]
        # Nothing but conditions: the events themselves, and whoever was asked for by name.
        named = {NAME_FIELDS.get(part.name) for part in _parts(self.root) if isinstance(part, Field)}
        return [code for code in LISTED if kind_of(code) == "event" or kind_of(code) in named]

    def _held(self, of: NameKind | None) -> set[int] | None:
        """Give what the query holds for; None for everything in which its one word stands."""
        if of not in self._sets:
            root: Node | None = self.root
            if len(self.leaves) == 1:
                rest = tuple(part for part in _parts(root) if part != self.leaves[0].words)
                if len(rest) < len(_parts(root)):  # the one word is asked of every passage anyway
                    rest = tuple(part for part in rest if not isinstance(part, Scope))
                    root = All(rest) if rest else None
            self._sets[of] = holds(self.asking, root, of) if root is not None else None
        return self._sets[of]

    def _passages(self, code: int, held: set[int] | None) -> Iterator[tuple[int, bool, bool]]:
        """Give passages of a code with whether their title holds the words, and whether all of them stand there."""
        self.asking.go_on()
        named = code in _NAMED
        fits: Callable[[int], bool] = lambda number: held is None or named or event_of(number) in held  # noqa: E731
        if not self.leaves:
            low, high = code << 58, ((code + 1) << 58) - 1
            rows = self.asking.store.db.execute(
                "SELECT docid FROM passage WHERE docid BETWEEN ? AND ? ORDER BY docid DESC", (low, high)
            )
            yield from ((row[0], False, True) for row in rows if fits(row[0]))
            return
        if len(self.leaves) == 1:
            yield from self._of_one_word(code, fits)
            return
        yield from self._of_several(code, fits)

    def _of_one_word(self, code: int, fits: Callable[[int], bool]) -> Iterator[tuple[int, bool, bool]]:
        (leaf,) = self.leaves
        seen: set[int] = set()
        ranges = [r for r in leaf.within if r.first <= code <= r.last]
        if code == CODES["event", None] and leaf.words.text[:4].isdecimal():
            ranges = []
            seen = set(self.asking.rows(leaf.words, leaf.within))
            yield from (
                (number, False, True)
                for number in sorted(seen, reverse=True)
                if fits(number) and code_of(number) == code
            )
        for titles in (True, False):
            for one in ranges:
                if titles and (code not in _WITH_TITLES or one.column == "text"):
                    continue
                column = "title" if titles else one.column
                for number in newest(self.asking.store, leaf.words, Range(code, code, column)):
                    if number not in seen and fits(number):
                        seen.add(number)
                        yield number, titles or code in _ARE_TITLES, True
        return

    def _of_several(self, code: int, fits: Callable[[int], bool]) -> Iterator[tuple[int, bool, bool]]:
        sorted_rows, full = self._rows_of_all()
        with_all = list(islice(filter(fits, _of_code(full, code)), _MOST_RANKED))
        titles = self._in_titles(code) if with_all else set[int]()
        with_all.sort(key=lambda number: number not in titles)
        yield from ((number, number in titles or code in _ARE_TITLES, True) for number in with_all)
        if len(with_all) <= MOST_COUNTED:
            known, before = set(with_all), -1
            for number in merge(*(_of_code(rows, code) for rows in sorted_rows), reverse=True):
                if number != before and number not in known and fits(number):
                    yield number, False, False
                before = number

    def _rows_of_all(self) -> tuple[list[list[int]], list[int]]:
        """Give the passages of each of the words, and those that hold all of them, each in the order of the numbers."""
        if self._sorted is None:
            every = [self.asking.rows(leaf.words, leaf.within) for leaf in self.leaves]
            least, *others = sorted(every, key=len)
            held = [set(rows) for rows in others]
            self._sorted = every, [number for number in least if all(number in rows for rows in held)]
        return self._sorted

    def _in_titles(self, code: int) -> set[int]:
        if code not in _WITH_TITLES:
            return set()
        found = [self.asking.rows(leaf.words, (Range(code, code, "title"),)) for leaf in self.leaves]
        return set(found[0]).intersection(*found)

    def _once_each(
        self, numbers: list[tuple[int, bool, bool]], kind: NameKind, held: set[int] | None
    ) -> list[Candidate]:
        """Keep the first passage of each person, organisation or topic, of those that the query holds for."""
        import json  # noqa: PLC0415 - not needed by the first frame

        merged = roots(self.asking.store, kind)
        records = {
            row["docid"]: merged.get(int(row["record_id"]), int(row["record_id"]))
            for row in self.asking.store.db.execute(
                "SELECT docid, record_id FROM passage WHERE docid IN (SELECT value FROM json_each(?))",
                (json.dumps([number for number, _, _ in numbers]),),
            )
        }
        by_name_only = set(records.values()) - {records[number] for number, _, _ in numbers if event_of(number)}
        unused = by_name_only - in_use(self.asking.store, kind, by_name_only) if by_name_only else set[int]()
        found: dict[int, Candidate] = {}
        for number, title, full in numbers:
            record = records[number]
            if (held is None or record in held) and record not in found and record not in unused:
                found[record] = Candidate(number, title, full)
        return self._recent_first(list(found.values()))


def _of_code(numbers: list[int], code: int) -> Iterator[int]:
    """Give those of sorted numbers that are of a code, the newest first."""
    first, last = bisect_left(numbers, code << 58), bisect_left(numbers, (code + 1) << 58)
    return (numbers[at] for at in range(last - 1, first - 1, -1))


def _leaves(node: Node, within: Ranges) -> Iterator[_Leaf]:
    match node:
        case Words():
            yield _Leaf(node, within)
        case All(parts):
            within = narrowed([part for part in parts if isinstance(part, Scope)], within)
            for part in parts:
                yield from _leaves(part, within)
        case _:
            for part in getattr(node, "parts", ()):
                yield from _leaves(part, within)


def _scopes(root: Node) -> list[Scope]:
    return [part for part in _parts(root) if isinstance(part, Scope)]


def _parts(root: Node) -> tuple[Node, ...]:
    if not isinstance(root, All):
        return (root,)
    return tuple(part for one in root.parts for part in (_parts(one) if isinstance(one, All) else (one,)))
