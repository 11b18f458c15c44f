# SPDX-License-Identifier: MIT
"""How many pages are read a second, and how much longer that takes than parsing their HTML alone.

    python -m tests.bench.reading FOLDER [--rounds 7]

FOLDER is one of real files, as `EQBRIEF_TEST_DATA` names it. The floor decodes each HTML file as EqBrief does and
hands it to the bare parser; both are timed in turn, file by file, and the least of the rounds counts for each, in
seconds of the processor, so that a busy machine does not change the figures.
"""

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from eqbrief.model import UserError
from eqbrief.reading import cuts, dates, labels, lines, names, phrases, read_bytes
from eqbrief.reading.decoding import decode


@dataclass(frozen=True, slots=True)
class Timed:
    """One file: its bytes, and the least seconds that each way of reading it took."""

    name: str
    size: int
    read: float
    parse: float


def forget() -> None:
    """Empty the caches, so that no round profits from the one before."""
    kept = (cuts.tidy, dates._days, dates._clocks, labels.section_label, labels._detail_at, labels._people_at)
    for cached in (*kept, phrases._sort, names.named, lines._people_in_line):
        cached.cache_clear()


def least(work: Callable[[], object], rounds: int) -> float:
    """Give the least time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        forget()
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def parse(data: bytes) -> None:
    """Do what nobody can leave out: decode the bytes and parse them."""
    LexborHTMLParser(decode(data)[0])


def read(data: bytes, name: str) -> None:
    """Read as the program does; a refusal counts as well."""
    try:
        read_bytes(data, name)
    except UserError:
        return


def timed(path: Path, rounds: int) -> Timed:
    """Time one file in both ways."""
    data = path.read_bytes()
    return Timed(path.name, len(data), least(lambda: read(data, path.name), rounds), least(lambda: parse(data), rounds))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, nargs="?", default=os.environ.get("EQBRIEF_TEST_DATA"))
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    text = [timed(path, options.rounds) for path in sorted(Path(options.folder, "pages").glob("*.txt"))]
    html = [timed(path, options.rounds) for path in sorted(Path(options.folder, "html").glob("*.html"))]
    for name, files in (("labelled pages as text", text), ("saved pages as HTML", html)):
        seconds, size = sum(one.read for one in files), sum(one.size for one in files)
        print(
            f"{name:24}{len(files) / seconds:8.0f} a second  ({len(files)} files, {size / 1e6:.2f} MB, {seconds:.2f} s)"
        )
    ratio = sum(one.read for one in html) / sum(one.parse for one in html)
    print(f"read / bare parse       {ratio:8.1f}  (aim: at most 10)")
    for one in sorted(html, key=lambda one: one.parse * 10 - one.read)[:5]:
        print(f"  {one.name:40}{one.read * 1000:7.1f} ms  {one.read / one.parse:6.1f}")


if __name__ == "__main__":
    main()
