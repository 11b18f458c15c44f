# SPDX-License-Identifier: MIT
"""A page looked at closely: its elements and labels, so that what stands in a place or behind a label can be found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import Cut, fold, tidy
from eqbrief.reading.markup import regions_of
from eqbrief.reading.regions import Region

_MOST_BLOCKS, _MOST_SPOTS, _UNDER, _DEEP, _LONGEST_LABEL = 3000, 400, 80, 60, 70
_STEP = re.compile(r"([.#]?[^\s:]{1,80}|\[[\w-]{1,60}\])(?::(\d{1,3}))?$")
_DIVIDER = r"\s*(?:[:：\t]|\s[–—-]\s)\s*"
_LABELLED = re.compile(rf"^\W{{0,3}}([^\W\d_][^:：\t]{{1,50}}?){_DIVIDER}(?=\S)")


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a page at which a value may stand. `seen`: it is part of the page's text. `address`: of its link.

    `region` is the number of the element that it is, -1 where it is none.
    """

    cut: Cut
    seen: bool = True
    address: str = ""
    region: int = -1


@dataclass(frozen=True, slots=True)
class Scene:
    """A page with its elements, found by their names."""

    page: Page
    regions: tuple[Region, ...]
    named: dict[str, tuple[int, ...]]
    blocks: tuple[Block, ...]

    def spot(self, number: int) -> Spot | None:
        """Give the stretch of an element; None where it holds no words."""
        one = self.regions[number]
        if one.start >= 0:
            cut = self.page.cut(one.start, one.end).strip()
            return Spot(cut, True, one.address, number) if cut.text else None
        return Spot(Cut(one.text, 0), False, one.address, number) if one.text else None

    def above(self, number: int) -> Iterator[int]:
        """Give the numbers of the elements around one, the nearest first."""
        number = self.regions[number].above
        for _ in range(_DEEP):
            if number < 0:
                return
            yield number
            number = self.regions[number].above


def inside(scene: Scene, around: int, name: str) -> Spot | None:
    """Give the first element of a name ('.who', 'p:2') inside another; None where there is none."""
    step = _STEP.match(name)
    for number in scene.named.get(step[1], ()) if step and around >= 0 else ():
        placed = not (step and step[2]) or scene.regions[number].place == int(step[2])
        if number > around and placed and around in scene.above(number):
            return scene.spot(number)
    return None


def scene_of(page: Page) -> Scene:
    """Look at a page closely."""
    regions = regions_of(page)
    named: dict[str, list[int]] = {}
    for number, one in enumerate(regions):
        for name in one.names:
            named.setdefault(name, []).append(number)
    frozen = {name: tuple(numbers) for name, numbers in named.items()}
    return Scene(page, regions, frozen, page.blocks[:_MOST_BLOCKS])


def spots_at(scene: Scene, how: str, what: str) -> list[Spot]:
    """Give what stands at a place or behind a label ('not …' alike), in the order of the page; none if nothing does."""
    if how.endswith("place"):
        return list(_in_place(scene, what))
    return list(_after_label(scene, what)) if how.endswith("label") else []


def _in_place(scene: Scene, what: str) -> Iterator[Spot]:
    steps = [_STEP.match(step) for step in what.split()[:4]]
    if not steps or any(step is None for step in steps):
        return
    *around, last = [step for step in steps if step]
    given = 0
    for number in scene.named.get(last[1], ()):
        if last[2] and scene.regions[number].place != int(last[2]):
            continue
        names = iter(reversed(around))
        wanted = next(names, None)
        for above in scene.above(number) if wanted else ():
            if wanted and wanted[1] in scene.regions[above].names:
                wanted = next(names, None)
        spot = scene.spot(number) if wanted is None else None
        if spot is not None:
            yield spot
            given += 1
        if given >= _MOST_SPOTS:
            return


def label_before(block: Block) -> tuple[str, Cut] | None:
    """Take a line apart that begins with a label of any words: the label, and what follows it."""
    match = _LABELLED.match(block.cut.text[:200])
    return (tidy(match[1]), block.cut.part(match.end()).strip()) if match else None


def may_be_label(block: Block) -> bool:
    """Tell whether a whole line may be the label of what comes below it."""
    text = block.text
    return 1 < len(text) <= _LONGEST_LABEL and (block.kind == "heading" or text.endswith(":")) and "\t" not in text


def bare_label(text: str) -> str:
    """Leave of a label its words: without the colon behind them."""
    return tidy(text).strip(" :：–—-*_•")


def _after_label(scene: Scene, what: str) -> Iterator[Spot]:
    plain = fold(bare_label(what))
    if not plain or len(plain) > _LONGEST_LABEL:
        return
    inline = re.compile(rf"^\W{{0,3}}{re.escape(plain)}{_DIVIDER}(?=\S)", re.IGNORECASE)
    for number, block in enumerate(scene.blocks):
        text = block.cut.text[:200]
        if plain[:1] not in fold(text)[:4]:
            continue
        if match := inline.match(text.replace("’", "'").replace("‘", "'")):
            yield _linked(block, block.cut.part(match.end()).strip())
        elif fold(bare_label(block.text)) == plain:
            for below in reach(scene.blocks, number):
                yield _linked(below, below.cut.strip())


def _linked(block: Block, cut: Cut) -> Spot:
    address = block.links[0].address if len(block.links) == 1 else ""
    return Spot(cut, True, address)


def reach(blocks: tuple[Block, ...], label: int) -> tuple[Block, ...]:
    """Give the blocks that stand under a label, by its number: to the next heading of its level, or a list's end."""
    own, held = blocks[label], list[Block]()
    for block in blocks[label + 1 : label + 1 + _UNDER]:
        listed = bool(held) and held[0].kind in ("bullet", "row")
        if own.level and block.level:
            ends = block.level <= own.level
        elif own.level:
            ends = False
        else:
            ends = bool(held) and block.kind == "heading"
        if ends or (listed and block.kind not in ("bullet", "row")):
            break
        held.append(block)
    return tuple(held)
