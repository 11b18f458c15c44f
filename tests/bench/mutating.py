# SPDX-License-Identifier: MIT
"""Decks damaged at random: each gives slides or a sentence, soon, within the memory of the child, and the next works.

`python -m tests.bench.mutating --times 500`; a short form of it stands in tests/decks/test_mutated.py.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from eqbrief.decks import DeckReader
from eqbrief.files import resource as bundled
from eqbrief.files.limited import MEMORY_LIMIT
from eqbrief.model import UserError
from tests.decks.making import pdf

SECONDS = 25
Mutate = Callable[[random.Random, bytes], bytes]


@dataclass
class Outcome:
    """What became of the damaged decks; `faults` are those that crashed, hung or gave no reason."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        ends = ", ".join(f"{many} {end}" for end, many in sorted(self.ends.items()))
        return f"{ends}; slowest {self.slowest_s:.1f} s; {len(self.faults)} faults {self.faults[:5]}"


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """Change, cut out or repeat some bytes anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        at = chance.randrange(len(changed))
        how = chance.random()
        if how < 0.6:
            changed[at] = chance.randrange(256)
        elif how < 0.8:
            del changed[at : at + chance.randrange(1, 200)]
        else:
            changed[at:at] = changed[at : at + chance.randrange(1, 200)]
        if len(changed) < 100:
            break
    return bytes(changed)


def parts_changed(chance: random.Random, data: bytes) -> bytes:
    """Damage what stands in the parts of a package, drop, swap or repeat parts, and pack them anew."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    for name in chance.sample(names, min(len(names), chance.choice((1, 2, 6)))):
        how = chance.random()
        if how < 0.5:
            parts[name] = bytes_changed(chance, parts[name])
        elif how < 0.6:
            del parts[name]
        elif how < 0.8:
            parts[name] = parts.get(chance.choice(names), b"")
        else:
            parts[name] = _elements_changed(chance, parts[name])
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def _elements_changed(chance: random.Random, xml: bytes) -> bytes:
    """Nest a piece of a part in itself many times, or repeat it, so that it is still well-formed."""
    begin = xml.find(b"<p:sp>")
    end = xml.find(b"</p:sp>", begin) + len(b"</p:sp>")
    if begin < 0 or end <= begin:
        return xml
    shape = xml[begin:end]
    many = chance.choice((300, 3000))
    if chance.random() < 0.5:
        return xml[:begin] + shape * many + xml[end:]
    return xml[:begin] + b"<p:grpSp>" * many + shape + b"</p:grpSp>" * many + xml[end:]


def run(times: int, data: bytes, ending: str, mutate: Mutate, folder: Path, seed: int = 4) -> Outcome:
    """Read so many damaged copies of a deck with one reader, and the whole one after each that made trouble."""
    chance, outcome = random.Random(seed), Outcome()
    path, whole = folder / f"damaged.{ending}", folder / f"whole.{ending}"
    whole.write_bytes(data)
    with DeckReader() as reader:
        for number in range(times):
            path.write_bytes(mutate(chance, data))
            begun = time.monotonic()
            try:
                found = reader.read(path)
                end = "read in part" if found.unread else "read"
            except UserError as error:
                end = "said to be slow" if "too long" in error.what else "refused with a reason"
                if "stops whatever reads it" in error.what:
                    end = "crashed the child"
                if not reader.read(whole).slides:
                    outcome.faults.append(f"{number}: the next deck did not work")
            took = time.monotonic() - begun
            outcome.ends[end] += 1
            outcome.slowest_s = max(outcome.slowest_s, took)
            if took > SECONDS:
                outcome.faults.append(f"{number}: {took:.0f} s")
    return outcome


def decks() -> dict[str, tuple[bytes, list[Mutate]]]:
    """Give a whole deck of each kind, and the ways to damage it."""
    pptx = bundled("sample", "decks", "Leading through discomfort.pptx").read_bytes()
    printed = bundled("sample", "decks", "Summer meeting slides 040723.pdf").read_bytes()
    small = pdf([("Rota reform", 30, 480), ("Ask first", 18, 300)], [("Then listen", 30, 480)], [])
    return {
        "pptx": (pptx, [bytes_changed, parts_changed]),
        "pdf": (printed, [bytes_changed]),
        "small.pdf": (small, [bytes_changed]),
    }


def main() -> int:
    """Run it and print what came of it; 1 for any fault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=500, help="for each kind of deck and of damage")
    chosen = parser.parse_args()
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for ending, (data, ways) in decks().items():
            for mutate in ways:
                outcome = run(chosen.times, data, ending, mutate, Path(folder))
                print(f"{ending}, {mutate.__name__}: {outcome}", flush=True)
                faults += len(outcome.faults)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest child {largest:.0f} MB, limit {MEMORY_LIMIT >> 20} MB")
    return 1 if faults or largest > 512 else 0


if __name__ == "__main__":
    sys.exit(main())
