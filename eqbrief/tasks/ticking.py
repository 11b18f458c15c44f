# SPDX-License-Identifier: MIT
"""Keep the boxes of a note and the actions that came from them in step: ticking either ticks both.

An action that came from a note holds the words of its line. Lines of the same words are told apart by their order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_BOX = re.compile(r"^(?P<sign>[ \t]*[-*+] \[)(?P<tick>[ xX])(?P<rest>\](?:[ \t]+(?P<words>.*))?)$")


@dataclass(frozen=True, slots=True)
class Box:
    """A line to tick: which line of the text it is, its words, and whether it is ticked."""

    line: int
    words: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """What an action says of the line that it came from: the words, and whether it is done."""

    id: int
    words: str
    done: bool


def boxes(text: str) -> list[Box]:
    """List the boxes of a Markdown text, in their order."""
    found = ((number, _BOX.match(line)) for number, line in enumerate(text.split("\n")))
    return [Box(number, (box["words"] or "").strip(), box["tick"] in "xX") for number, box in found if box]


def tick(text: str, line: int, on: bool) -> str:
    """Tick a box of a text, or open it; a line that is none stays as it is."""
    lines = text.split("\n")
    if (box := _BOX.match(lines[line])) and (box["tick"] in "xX") != on:
        lines[line] = f"{box['sign']}{'x' if on else ' '}{box['rest']}"
    return "\n".join(lines)


def pair(bound: Iterable[Bound], text: str) -> dict[int, Box]:
    """Give for each action, by its id, the box that it came from; none for one whose words no box has."""
    left = boxes(text)
    found: dict[int, Box] = {}
    for one in sorted(bound, key=lambda one: one.id):
        box = next((box for box in left if box.words == one.words), None)
        if box is not None:
            left.remove(box)
            found[one.id] = box
    return found


def follow(before: str, after: str, bound: Sequence[Bound]) -> list[Bound]:
    """Give the actions that have to change once a note's text was written anew: other words, or another state.

    A line that was edited is followed by where it stands among the lines that stayed.
    """
    was = pair(bound, before)
    old, new = before.split("\n"), after.split("\n")
    moved = _moves(old, new)
    now = {box.line: box for box in boxes(after)}
    taken: set[int] = set()
    changed: list[Bound] = []
    for one in sorted(bound, key=lambda one: one.id):
        box = was.get(one.id)
        to = now.get(moved.get(box.line, -1)) if box is not None else None
        if to is None:
            to = next((it for it in now.values() if it.words == one.words and it.line not in taken), None)
        if to is None or to.line in taken:
            continue
        taken.add(to.line)
        made = Bound(one.id, to.words or one.words, to.ticked)
        if made != one:
            changed.append(made)
    return changed


def in_step(text: str, bound: Iterable[Bound]) -> str:
    """Give a note's text with the boxes of its actions as the actions are."""
    listed = list(bound)
    found = pair(listed, text)
    for one in listed:
        if one.id in found:
            text = tick(text, found[one.id].line, one.done)
    return text


def with_ticks(mine: str, before: str, after: str) -> str:
    """Give a text that is being written with the boxes that were ticked elsewhere, between `before` and `after`.

    Everything else of it stays as it is written.
    """
    old, new = boxes(before), boxes(after)
    if [box.words for box in old] != [box.words for box in new]:
        return mine
    for first, second in zip(old, new, strict=True):
        if first.ticked != second.ticked:
            same = [box for box in boxes(mine) if box.words == first.words]
            place = [box.line for box in old if box.words == first.words].index(first.line)
            if place < len(same):
                mine = tick(mine, same[place].line, second.ticked)
    return mine


def _moves(old: list[str], new: list[str]) -> dict[int, int]:
    """Say which line of the new text each line of the old has become."""
    bare = [[_bare(line) for line in lines] for lines in (old, new)]
    found: dict[int, int] = {}
    for kind, first, last, begin, end in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - begin):
            found.update(zip(range(first, last), range(begin, end), strict=True))
        elif kind == "replace":
            found.update(_likest(old, new, range(first, last), range(begin, end)))
    return found


def _likest(old: list[str], new: list[str], first: range, second: range) -> dict[int, int]:
    """Pair the boxes of two stretches of unequal length, each with the line most like it, in their order."""
    found: dict[int, int] = {}
    begin = second.start
    for number in first:
        if not _BOX.match(old[number]):
            continue
        before = _bare(old[number])
        shares = ((SequenceMatcher(None, before, _bare(new[at])).ratio(), -at) for at in range(begin, second.stop))
        share, at = max(shares, default=(0.0, 0))
        if share >= 0.6:
            found[number] = -at
            begin = -at + 1
    return found


def _bare(line: str) -> str:
    """Give a line without its tick, so that ticking alone moves no line."""
    return _BOX.sub(r"\g<sign> \g<rest>", line)
