# SPDX-License-Identifier: MIT
"""Find the ways in which the place of a value can be named, the most telling and most general first."""

import re
from collections.abc import Collection, Iterable, Iterator

from eqbrief.model import How
from eqbrief.reading.cuts import key
from eqbrief.reading.learnt.scenes import Scene, bare_label, label_before, may_be_label, reach

Where = tuple[How, str]
"""How, and what: ('place', '.evt-when') or ('label', 'Happened')."""
Ranked = tuple[int, Where]
"""A way to name a place, with its rank: the label in the line, a class, a label above, then ever less telling ones."""

HEADINGS = ("h1", "h2", "h3", "h4")
_INLINE, _CLASS, _ABOVE, _AROUND, _COUNTED, _TAG = range(6)
# A class with figures mostly counts something: the page, the column, the item.
_TELLING = re.compile(r"[.#][A-Za-z][A-Za-z_-]{1,40}$")
_TELLING_TAGS = frozenset({"time", "address", "cite", "summary", "dt", "dd", "mark", "figcaption", "blockquote"})
_MOST_AROUND, _MOST_AT_ONE_PLACE, _HIGH, _SHORT = 3, 12, 60, 7


def _names_of(scene: Scene, number: int) -> Iterator[tuple[int, str]]:
    """Name the place of an element, ranked: by its classes, by those around it, by its number there, by its tag."""
    one = scene.regions[number]
    tag = one.names[0]
    if tag.startswith("["):
        yield _CLASS, tag
        return
    for name in reversed(one.names[1:]):
        if _TELLING.match(name):
            yield _CLASS, name
    around = 0
    for above in scene.above(number):
        telling = [name for name in scene.regions[above].names[1:] if _TELLING.match(name)]
        for name in telling[:2]:
            yield _AROUND, f"{name} {tag}"
            yield _COUNTED, f"{name} {tag}:{one.place}"
        around += bool(telling)
        if around >= _MOST_AROUND:
            break
    if tag in HEADINGS or tag in _TELLING_TAGS:
        yield _TAG, tag


def places_named(scene: Scene, number: int) -> Iterator[Ranked]:
    """Give the ways to name the place of an element by its number."""
    for rank, name in _names_of(scene, number):
        yield rank, ("place", name)


def names_inside(scene: Scene, number: int) -> Iterator[str]:
    """Name an element within a card, from where the card is known: by its classes, its tag, its tag and number."""
    one = scene.regions[number]
    yield from (name for name in reversed(one.names[1:]) if _TELLING.match(name))
    yield from (one.names[0], f"{one.names[0]}:{one.place}")


def is_heading(where: Where) -> bool:
    """Tell a place that is named by the tag of a heading alone: there the first counts, elsewhere it must be unique."""
    return where[0] == "place" and where[1] in HEADINGS


def labels_at(scene: Scene, start: int) -> Iterator[Ranked]:
    """Give the labels before or above what stands at an offset: the one in its line, then those over its block."""
    number = next((n for n, block in enumerate(scene.blocks) if block.cut.start <= start < block.cut.end), None)
    if number is None:
        return
    labelled = label_before(scene.blocks[number])
    if labelled is not None and labelled[1].start <= start:
        yield _INLINE, ("label", labelled[0])
    for before in range(number - 1, max(number - _HIGH, -1), -1):
        block = scene.blocks[before]
        if may_be_label(block) and scene.blocks[number] in reach(scene.blocks, before):
            yield _ABOVE, ("label", bare_label(block.text))
        if block.level:
            return


def places_at(scene: Scene, start: int, end: int, longest: int = 600) -> Iterator[Ranked]:
    """Give the places of the elements that hold a stretch of text, the smallest first."""
    holding = [
        (one.end - one.start, number)
        for number, one in enumerate(scene.regions)
        if 0 <= one.start <= start and one.end >= end and one.end - one.start <= longest + end - start
    ]
    for _, number in sorted(holding)[:_MOST_AT_ONE_PLACE]:
        yield from places_named(scene, number)


def unseen_with(scene: Scene, words: str) -> Iterator[Ranked]:
    """Give the places of elements that are not shown and hold certain words."""
    for number, one in enumerate(scene.regions):
        if one.start < 0 and words in one.text:
            yield from places_named(scene, number)


def best_first(ranked: Iterable[Ranked], own: Collection[str] = (), most: int = 120) -> list[Where]:
    """Put ways to name places in order, each once, without what is far too much to try.

    `own` are the letters of what is the page's own (its title, its people): no label, though it stand above.
    """
    ordered = sorted(ranked, key=lambda one: one[0])
    telling = [where for _, where in ordered if where[0] != "label" or _is_label(where[1], own)]
    return list(dict.fromkeys(telling))[:most]


def _is_label(words: str, own: Collection[str]) -> bool:
    letters = key(words)
    has_own = any(letters == one or (len(one) > _SHORT and one in letters) for one in own)
    return not has_own and not any(char.isdigit() for char in words) and any(char.isalpha() for char in words)
