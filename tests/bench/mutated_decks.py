# SPDX-License-Identifier: MIT
"""Damage decks at random and have them read: `python -m tests.bench.mutated_decks [500] [FOLDER of real decks]`.

Prints how many gave slides, how many a sentence, the slowest, and the most memory of the worker; ends with 1 if any
gave neither, took over 25 s, or the worker over 512 MB. Without a folder, made decks are damaged.
"""

import random
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
from eqbrief.model import UserError
from tests.decks.making import Made, deck, pdf, shape, table

SLOWEST_S, MOST_BYTES = 25.0, 512 << 20
_LARGEST = 400_000


@dataclass
class Result:
    """What became of the damaged decks of one kind."""

    came: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    memory: int = 0
    bad: list[str] = field(default_factory=list)

    def line(self, kind: str) -> str:
        parts = ", ".join(f"{number} {what}" for what, number in sorted(self.came.items()))
        return (
            f"{kind}: {parts}; slowest {self.slowest:.2f} s; worker at most {self.memory >> 20} MB; bad {len(self.bad)}"
        )


def damage(data: bytes, chance: random.Random) -> bytes:
    """Damage bytes in one of six ways."""
    kept = bytearray(data)
    size = len(kept)
    at, length = chance.randrange(size), chance.randrange(1, max(2, size // 8))
    match chance.randrange(6):
        case 0:  # some bytes are others
            for _ in range(chance.randrange(1, 40)):
                kept[chance.randrange(size)] = chance.randrange(256)
        case 1:  # the end is missing
            del kept[at:]
        case 2:  # something is missing within
            del kept[at : at + length]
        case 3:  # something stands there twice
            kept[at:at] = kept[at : at + length]
        case 4:  # zeros
            kept[at : at + length] = bytes(len(kept[at : at + length]))
        case _:  # numbers that are too large
            for _ in range(chance.randrange(1, 6)):
                place = chance.randrange(max(1, size - 4))
                kept[place : place + 4] = b"\xff\xff\xff\x7f"
    return bytes(kept) or b"\0"


def damage_package(data: bytes, chance: random.Random) -> bytes:
    """Damage a ZIP package: half of the times its parts, packed anew so that they are looked into, else the whole."""
    if chance.random() < 0.5:
        return damage(data, chance)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = set(chance.sample(names, min(len(names), chance.randrange(1, 4))))
        for name in old.namelist():
            part = old.read(name)
            if name in chosen and part:
                part = damage(part, chance)
            if name not in chosen or chance.random() > 0.1:  # now and then a part goes
                new.writestr(name, part)
    return out.getvalue()


def try_many(
    seeds: list[bytes], ending: str, count: int, seed: int, how: Callable[[bytes, random.Random], bytes]
) -> Result:
    """Read so many damaged decks with one reader."""
    chance, result = random.Random(seed), Result()
    with tempfile.TemporaryDirectory() as scratch, DeckReader() as reader:
        for number in range(count):
            file = Path(scratch, f"damaged {number}.{ending}")
            file.write_bytes(how(chance.choice(seeds), chance))
            begun = time.monotonic()
            try:
                text = reader.read(file)
                what = "read in part" if text.unread else "read"
            except UserError as error:
                what = "a sentence" if error.what.startswith("Could not read") else "no sentence"
            took = time.monotonic() - begun
            result.came[what] += 1
            result.slowest = max(result.slowest, took)
            result.memory = max(result.memory, peak(reader))
            if took > SLOWEST_S or result.memory > MOST_BYTES or what == "no sentence":
                result.bad.append(f"{file.name}: {what}, {took:.1f} s")
            file.unlink()
    return result


def peak(reader: DeckReader) -> int:
    """Give the most memory in bytes that the reader's process has had; 0 where there is none or the system hides it."""
    process = reader._child._process
    try:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii") if process else ""
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def made_seeds() -> tuple[list[bytes], list[bytes]]:
    """Make a PowerPoint file and a PDF to damage."""
    slides = [Made(shape(f"Ward {n}", holder="title") + table(["Herons", "3"]), notes=shape("Ask")) for n in range(12)]
    return [deck(*slides)], [pdf(*([(f"Ward {n}", 30.0, 480.0), ("Ask first", 12.0, 200.0)] for n in range(12)))]


def main() -> int:
    """Damage, read, and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    slides, pages = made_seeds()
    if len(sys.argv) > 2:
        real = [path for path in sorted(Path(sys.argv[2]).iterdir()) if path.stat().st_size < _LARGEST]
        slides = [path.read_bytes() for path in real if path.suffix in (".pptx", ".pptm", ".ppsx")]
        pages = [path.read_bytes() for path in real if path.suffix == ".pdf"]
    results = {
        "PPTX": try_many(slides, "pptx", count, 11, damage_package),
        "PDF": try_many(pages, "pdf", count, 12, damage),
    }
    for kind, result in results.items():
        print(result.line(kind))
        print("\n".join(result.bad))
    return any(result.bad for result in results.values())


if __name__ == "__main__":
    sys.exit(main())
