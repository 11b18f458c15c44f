# SPDX-License-Identifier: MIT
"""Grade the matcher on lists of pairs that were written before it: `python -m tests.matching.grading [--set-aside]`.

A third of each list is set aside by a fixed seed; it is no help while the matcher is being written.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eqbrief.matching import Match, same_organisation, same_person

LISTS: dict[str, Callable[[str, str], Match]] = {"organisations": same_organisation, "people": same_person}
_SEED = 20240220


@dataclass(frozen=True)
class Pair:
    """Two names, and whether a person who knows would call them the same, different, or would ask."""

    verdict: str
    first: str
    second: str


@dataclass(frozen=True)
class Grade:
    """How the matcher did: of those it calls the same, how many are; of those that are the same, how many it finds."""

    precision: float
    recall: float
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]
    lost: tuple[Pair, ...]
    """Nearly the same, but not offered."""
    offered: tuple[Pair, ...]
    """Different, but offered."""
    pairs: int


def pairs(name: str, *, set_aside: bool) -> list[Pair]:
    """Read two thirds of a list, or the third that was set aside."""
    lines = (Path(__file__).parent / "pairs" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    listed = [Pair(*line.split("\t")) for line in lines]
    aside = set(random.Random(_SEED).sample(range(len(listed)), len(listed) // 3))
    return [pair for number, pair in enumerate(listed) if (number in aside) is set_aside]


def grade(name: str, *, set_aside: bool) -> Grade:
    """Ask the matcher about every pair of a list."""
    compare, listed = LISTS[name], pairs(name, set_aside=set_aside)
    said = {pair: compare(pair.first, pair.second).same for pair in listed}
    same = [pair for pair in listed if pair.verdict == "same"]
    called = [pair for pair in listed if said[pair] is True]
    wrong = tuple(pair for pair in called if pair.verdict != "same")
    missed = tuple(pair for pair in same if said[pair] is not True)
    return Grade(
        precision=1 - len(wrong) / max(1, len(called)),
        recall=1 - len(missed) / max(1, len(same)),
        wrong=wrong,
        missed=missed,
        lost=tuple(pair for pair in listed if pair.verdict == "nearly" and said[pair] is False),
        offered=tuple(pair for pair in listed if pair.verdict == "different" and said[pair] is None),
        pairs=len(listed),
    )


def main(set_aside: bool) -> None:
    """Print how the matcher does on each list, and the pairs it gets wrong."""
    for name in LISTS:
        found = grade(name, set_aside=set_aside)
        print(f"{name}: {found.pairs} pairs, precision {found.precision:.3f}, recall {found.recall:.3f}")
        for what in ("wrong", "missed", "lost", "offered"):
            for pair in getattr(found, what):
                print(f"  {what}: {pair.first} | {pair.second}")


if __name__ == "__main__":
    main("--set-aside" in sys.argv)
