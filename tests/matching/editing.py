# SPDX-License-Identifier: MIT
"""Decks made at random and edited at random, with what was done to them: the key to how two versions are compared."""

import random
from collections import Counter
from dataclasses import dataclass, replace

from eqbrief.model import Slide, no_text

_WORDS = """
    ward rota shift nurse porter apprentice mentor listen culture panel staff trust board survey figure quarter region
    harbour lantern willow copper meadow signal garden bridge ledger compass kettle orchard thimble pebble anchor
    fairness belonging respect inclusion disability carer faith network champion sponsor allyship kindness candour
    recruit retain promote induct coach rotate gather measure publish compare review agree commit fund share learn
    before after between during without within beyond against toward among twelve thirty forty monthly yearly local
"""
WORDS = _WORDS.split()
FEET = ("", "{n}", "Exampleshire Alliance | {n}", "{n} of {whole}", "Page {n}")
Edit = tuple[str, int, int]
"""What was done ('added', 'removed', 'moved', 'reworded', 'pictures'), and the slide's numbers before and after (0)."""


@dataclass(frozen=True)
class Edited:
    """Two versions of a deck and the edits that lie between them."""

    before: tuple[Slide, ...]
    after: tuple[Slide, ...]
    edits: frozenset[Edit]


def made_deck(chance: random.Random, length: int) -> list[Slide]:
    """Make a deck: mostly slides of their own, among them some that are alike, some with hardly a word."""
    slides = [_slide(chance) for _ in range(length)]
    for _ in range(chance.randrange(3)):
        slides[chance.randrange(length)] = Slide(0, title="Questions?", text=no_text() | {"title": "Questions?"})
    return slides


def edited(seed: int) -> Edited:
    """Make a deck and edit it, in such a way that nothing smaller leads from the one to the other."""
    chance = random.Random(seed)
    while True:
        tried = _edited(chance)
        if tried is not None:
            return tried


def _edited(chance: random.Random) -> Edited | None:
    old = made_deck(chance, chance.randrange(4, 60))
    slots: list[tuple[int, Slide]] = list(enumerate(old))
    own = [at for at, slide in enumerate(old) if slide.title != "Questions?"]
    chance.shuffle(own)
    most = len(own) // 4 + 1
    dropped, moved, worded, pictured = (
        {own.pop() for _ in range(min(chance.randrange(most), len(own)))} for _ in range(4)
    )
    slots = [(at, slide) for at, slide in slots if at not in dropped]
    for at in moved:
        slot = next(one for one in slots if one[0] == at)
        slots.remove(slot)
        slots.insert(chance.randrange(len(slots) + 1), slot)
    # What was moved may have been worked on too.
    worded |= {at for at in moved if chance.random() < 0.3}
    slots = [(at, _reworded(chance, slide) if at in worded else slide) for at, slide in slots]
    slots = [(at, _pictured(chance, slide) if at in pictured else slide) for at, slide in slots]
    for _ in range(chance.randrange(4)):
        slots.insert(chance.randrange(len(slots) + 1), (-1, _slide(chance)))
    order = [at for at, _ in slots if at >= 0]
    if not _only_smallest(order, moved) or any(_alike(old, slots)):
        return None
    edits = {("removed", at + 1, 0) for at in dropped}
    for number, (at, _) in enumerate(slots, start=1):
        if at < 0:
            edits.add(("added", 0, number))
        for what, which in (("moved", moved), ("reworded", worded), ("pictures", pictured)):
            if at in which:
                edits.add((what, at + 1, number))
    foot = chance.choice(FEET)
    return Edited(_numbered(foot, old), _numbered(foot, [slide for _, slide in slots]), frozenset(edits))


def _slide(chance: random.Random) -> Slide:
    title = " ".join(chance.choices(WORDS, k=chance.randrange(2, 6))).capitalize()
    text = no_text() | {"title": title}
    lines = [" ".join(chance.choices(WORDS, k=chance.randrange(3, 12))) for _ in range(chance.randrange(1, 7))]
    text["body"] = "\n".join(lines)
    if chance.random() < 0.5:
        text["notes"] = " ".join(chance.choices(WORDS, k=chance.randrange(5, 60)))
    if chance.random() < 0.2:
        text["table"] = "\n".join("\t".join(chance.choices(WORDS, k=3)) for _ in range(3))
    marks = tuple(f"{chance.randrange(1 << 32):08x}" for _ in range(chance.choice((0, 0, 1, 2))))
    return Slide(0, title=title, text=text, pictures=len(marks), prints=marks)


def _reworded(chance: random.Random, slide: Slide) -> Slide:
    """Change up to a third of the words in one or two places of a slide."""
    text = dict(slide.text)
    filled = [place for place, said in text.items() if said]
    for place in chance.sample(filled, min(len(filled), chance.choice((1, 1, 2)))):
        lines = text[place].split("\n")
        at = chance.randrange(len(lines))
        words = lines[at].split(" ")
        for _ in range(max(1, len(words) // 3)):
            spot = chance.randrange(len(words))
            how = chance.random()
            if how < 0.5:
                words[spot] = f"{chance.choice(WORDS)}{chance.randrange(100, 1000)}"
            elif how < 0.8 or len(words) < 3:
                words.insert(spot, f"{chance.choice(WORDS)}{chance.randrange(100, 1000)}")
            else:
                del words[spot]
        lines[at] = " ".join(words)
        text[place] = "\n".join(lines)
    made = replace(slide, text=text, title=" ".join(text["title"].split()))
    return made if made != slide else _reworded(chance, slide)


def _pictured(chance: random.Random, slide: Slide) -> Slide:
    """Put another picture in the place of one, or add one."""
    marks = list(slide.prints)
    new = f"{chance.randrange(1 << 32):08x}"
    if marks and chance.random() < 0.5:
        marks[chance.randrange(len(marks))] = new
    else:
        marks.append(new)
    return replace(slide, prints=tuple(marks), pictures=len(marks))


def _numbered(foot: str, slides: list[Slide]) -> tuple[Slide, ...]:
    """Number the slides, and let each of them show its number as programs do."""
    done: list[Slide] = []
    for number, slide in enumerate(slides, start=1):
        body = "\n".join(part for part in (slide.text["body"], foot.format(n=number, whole=len(slides))) if part)
        done.append(replace(slide, number=number, text={**slide.text, "body": body}))
    return tuple(done)


def _only_smallest(order: list[int], moved: set[int]) -> bool:
    """Say whether the moved slides are the only ones, and the fewest, whose moving explains an order.

    Beside it, by trying all: the longest rising parts of the order are counted.
    """
    best: list[tuple[int, int]] = []
    for at, value in enumerate(order):
        below = [best[k] for k in range(at) if order[k] < value]
        longest = max((length for length, _ in below), default=0)
        ways = sum(many for length, many in below if length == longest) or 1
        best.append((longest + 1, ways))
    whole = max((length for length, _ in best), default=0)
    ways = sum(many for length, many in best if length == whole)
    kept = [value for value in order if value not in moved]
    return kept == sorted(kept) and len(kept) == whole and ways <= 1


def _alike(old: list[Slide], slots: list[tuple[int, Slide]]) -> list[str]:
    """List titles that stand twice where they should not, so that the key is never ambiguous."""
    titles = Counter(slide.title or "" for slide in old)
    titles.update(slide.title or "" for at, slide in slots if at < 0)
    return [title for title, many in titles.items() if many > 1 and title != "Questions?"]
