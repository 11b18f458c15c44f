# SPDX-License-Identifier: MIT
"""Find which slide of an older deck is which of a newer one, and say what was done to each.

Slides that are wholly the same come first; of the rest those with most words in common, rare words weighing more than
those of every slide; then those that stand between the same neighbours. The longest run of pairs in their old order
stayed in place, and whatever is not in it was moved.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from eqbrief.matching.numbering import without_numbers
from eqbrief.matching.wording import compare_words
from eqbrief.model import PLACES, SLIDE_EDITS, DeckChanges, Place, Slide, SlideChange, SlideEdit, Wording

_ALIKE = 0.32
"""From how alike two slides are taken for one, wherever they stand; 1 is the same."""
_ALIKE_IN_PLACE = 0.2
"""The same for two that stand between the same neighbours."""
_SHARED_IN_PLACE = 0.5
_FEW_WORDS = 20
"""Which part of their words such two must share where both have no more than so few."""
_SAME_TITLE = 0.2
"""What an equal title adds, where not every second slide has it."""

_MOST_EQUALS = 1_000_000
"""How many pairs of equal slides are weighed; more have only decks of hundreds of empty pages."""

Pairs = dict[int, int]
"""Which slide of the older deck, counted from 0, is which of the newer."""


def compare_slides(before: Sequence[Slide], after: Sequence[Slide]) -> DeckChanges:
    """Say what lies between two versions of a deck; the numbers that only count the slides are no words."""
    old, new = without_numbers(before), without_numbers(after)
    mine, theirs = [_all_of(slide) for slide in old], [_all_of(slide) for slide in new]
    pairs = _equal(mine, theirs)
    weights = _Weights((*old, *new))
    _likely(old, new, pairs, weights)
    _in_place(old, new, pairs, weights)
    pairs = _anew(mine, theirs, pairs)
    stayed = _longest_rise([pairs.get(at) for at in range(len(old))])
    back = {to: at for at, to in pairs.items()}
    found: list[SlideChange] = [
        _added(slide) if at not in back else _kept(old[back[at]], slide, moved=back[at] not in stayed)
        for at, slide in enumerate(new)
    ]
    return DeckChanges(tuple(_with_removed(found, old, pairs)))


def _equal(mine: Sequence[object], theirs: Sequence[object]) -> Pairs:
    """Pair what is equal; of several that are alike those that keep the order."""
    pairs = dict(_in_order(mine, theirs))
    free: dict[object, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for to, key in enumerate(theirs):
        if to not in taken:
            free[key].append(to)
    for at, key in enumerate(mine):
        if at not in pairs and free[key]:
            pairs[at] = free[key].pop(0)
    return pairs


def _anew(mine: Sequence[object], theirs: Sequence[object], pairs: Pairs) -> Pairs:
    """Pair slides that are alike once more, now that it is known where the others went."""
    if len(set(mine)) == len(mine) and len(set(theirs)) == len(theirs):
        return pairs
    known = {at: to for at, to in pairs.items() if mine[at] != theirs[to]}
    old: list[object] = [at if at in known else key for at, key in enumerate(mine)]
    back = {to: at for at, to in known.items()}
    new: list[object] = [back.get(to, key) for to, key in enumerate(theirs)]
    return _equal(old, new)


def _all_of(slide: Slide) -> tuple[object, ...]:
    words = tuple(tuple(slide.text[place].split()) for place in PLACES)
    return (words, slide.pictures, slide.alternatives, slide.prints, slide.links, slide.hidden)


def _in_order(mine: Sequence[object], theirs: Sequence[object]) -> Iterable[tuple[int, int]]:
    """Pair what is equal in the same order, as much of it as can be (after Hunt and Szymanski, 1977)."""
    stands: dict[object, list[int]] = defaultdict(list)
    for to, key in enumerate(theirs):
        stands[key].append(to)
    if sum(len(stands[key]) for key in mine if key in stands) > _MOST_EQUALS:
        return [(at, at) for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one == other]
    # The latest first, so that no slide is paired twice within one run.
    equals = [(at, to) for at, key in enumerate(mine) for to in reversed(stands.get(key, []))]
    return [equals[place] for place in sorted(_longest_rise([to for _, to in equals]))]


def _likely(old: Sequence[Slide], new: Sequence[Slide], pairs: Pairs, weights: "_Weights") -> None:
    """Pair what is left by how alike it is, the most alike first, and of equals those beside pairs."""
    ours = [at for at in range(len(old)) if at not in pairs]
    taken = set(pairs.values())
    others = [to for to in range(len(new)) if to not in taken]
    scored = [
        (score, beside, -at, -to)
        for at in ours
        for to in others
        if (score := weights.likeness(old[at], new[to])) >= _ALIKE
        for beside in [(pairs.get(at - 1) == to - 1) + (pairs.get(at + 1) == to + 1)]
    ]
    for _, _, at, to in sorted(scored, reverse=True):
        if -at not in pairs and -to not in taken:
            pairs[-at] = -to
            taken.add(-to)


def _in_place(old: Sequence[Slide], new: Sequence[Slide], pairs: Pairs, weights: "_Weights") -> None:
    """Pair two slides that are left between the same neighbours, if there is anything that speaks for it."""
    taken = set(pairs.values())
    for at in range(len(old)):
        to = pairs.get(at - 1, -1) + 1
        if at in pairs or to in taken or to >= len(new) or (at > 0 and at - 1 not in pairs):
            continue
        after = pairs.get(at + 1)
        if (after == to + 1 or (at + 1 == len(old) and to + 1 == len(new))) and (
            weights.likeness(old[at], new[to]) >= _ALIKE_IN_PLACE or _speaks_for_it(old[at], new[to])
        ):
            pairs[at] = to
            taken.add(to)


def _speaks_for_it(one: Slide, other: Slide) -> bool:
    """Say whether two slides of few words share half of them, or are pictures without any."""
    mine, theirs = Counter(_words(one)), Counter(_words(other))
    if not mine and not theirs:
        return bool(one.pictures and other.pictures)
    both = (mine + theirs).total()
    return both <= _FEW_WORDS and 2 * (mine & theirs).total() >= both * _SHARED_IN_PLACE


class _Weights:
    """How much each word says: one that stands on few slides much, one that stands on all of them next to nothing."""

    def __init__(self, slides: Sequence[Slide]) -> None:
        self._bags: dict[int, Counter[str]] = {}
        self._kept = slides  # so that no id is given out again
        self._titles: Counter[str] = Counter(_title(slide) for slide in slides)
        stand = Counter(word for slide in slides for word in self._bag(slide))
        whole = len(slides) + 1
        self._weight = {word: math.log(1 + whole / many) for word, many in stand.items()}
        self._heft = {id(slide): self._sum(self._bag(slide)) for slide in slides}

    def likeness(self, one: Slide, other: Slide) -> float:
        """Say how alike two slides are: the weight of what they share as a part of all, 0 to 1."""
        whole = self._heft[id(one)] + self._heft[id(other)]
        mine, theirs = self._bag(one), self._bag(other)
        if not whole:
            return 0.0
        few, many = sorted((mine, theirs), key=len)
        shared = sum(min(count, many[word]) * self._weight[word] for word, count in few.items() if word in many)
        title = _title(one)
        known = bool(title) and title == _title(other) and self._titles[title] <= max(2, len(self._kept) // 4)
        return min(1.0, 2 * shared / whole + (_SAME_TITLE if known else 0))

    def _sum(self, bag: Counter[str]) -> float:
        return sum(count * self._weight[word] for word, count in bag.items())

    def _bag(self, slide: Slide) -> Counter[str]:
        found = self._bags.get(id(slide))
        if found is None:
            found = self._bags[id(slide)] = Counter(slide.prints)
            for place in PLACES:
                words = _words(slide, place)
                found.update(words)
                # Two words in a row say more than both of them: the same few words stand on many a slide.
                found.update(f"{one} {other}" for one, other in pairwise(words))
        return found


def _words(slide: Slide, *places: Place) -> list[str]:
    return [word for place in places or PLACES for word in slide.text[place].casefold().split()]


def _title(slide: Slide) -> str:
    return " ".join((slide.text["title"] or slide.title or "").casefold().split())


def _longest_rise(targets: Sequence[int | None]) -> set[int]:
    """Give the places of the longest rising run among the targets; the rest of those that have one was moved."""
    ends: list[int] = []
    places: list[int] = []
    before: dict[int, int] = {}
    for at, target in enumerate(targets):
        if target is None:
            continue
        length = bisect_left(ends, target)
        if length:
            before[at] = places[length - 1]
        ends[length : length + 1] = [target]
        places[length : length + 1] = [at]
    run: set[int] = set()
    at = places[-1] if places else None
    while at is not None:
        run.add(at)
        at = before.get(at)
    return run


def _added(slide: Slide) -> SlideChange:
    return SlideChange(None, slide.number, slide.title, ("added",))


def _kept(old: Slide, new: Slide, *, moved: bool) -> SlideChange:
    words = tuple(_wordings(old, new))
    done: dict[SlideEdit, bool] = {
        "moved": moved,
        "reworded": bool(words),
        "pictures": (old.pictures, old.prints, old.alternatives) != (new.pictures, new.prints, new.alternatives),
        "links": old.links != new.links,
        "hidden": new.hidden and not old.hidden,
        "shown": old.hidden and not new.hidden,
    }
    what: tuple[SlideEdit, ...] = tuple(name for name in SLIDE_EDITS if done.get(name))
    return SlideChange(old.number, new.number, new.title or old.title, what, words)


def _wordings(old: Slide, new: Slide) -> Iterable[Wording]:
    for place in PLACES:
        mine, theirs = old.text[place], new.text[place]
        if mine.split() != theirs.split():
            yield Wording(place, compare_words(mine, theirs))


def _with_removed(found: list[SlideChange], old: Sequence[Slide], pairs: Pairs) -> Iterable[SlideChange]:
    """Put each slide that was removed behind the one that it followed."""
    behind: dict[int | None, list[SlideChange]] = defaultdict(list)
    last: int | None = None
    for at, slide in enumerate(old):
        if at in pairs:
            last = slide.number
        else:
            behind[last].append(SlideChange(slide.number, None, slide.title, ("removed",)))
    yield from behind.pop(None, [])
    for one in found:
        yield one
        yield from behind.pop(one.before, []) if one.before is not None else ()
