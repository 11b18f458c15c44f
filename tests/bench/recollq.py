# SPDX-License-Identifier: MIT
"""Ask recollq and EqBrief for the same words of the same decks: `python -m tests.bench.recollq FOLDER [WORDS]`.

The words are drawn by a seed from what stands in the files, taken out by neither of the two: the text elements of the
packages' parts and what pdftotext writes. Of each word it is known in which deck it stands.
"""

import html
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from eqbrief import store as db
from eqbrief.model.query import parse
from eqbrief.store import Store
from eqbrief.tasks.indexing import index_decks
from tests.bench.indexing import copied, filled

_PLACES = {
    "slide": r"ppt/slides/slide\d+\.xml",
    "notes": r"ppt/notesSlides/.+\.xml",
    "chart": r"ppt/charts/chart.+\.xml",
    "diagram": r"ppt/diagrams/data.+\.xml",
    "odp": r"content\.xml",
}
_TEXTS = re.compile(r"<(?:a:t|c:v|dgm:t|text:span|text:p)(?:\s[^>]*)?>([^<]*)")
_WORD = re.compile(r"[^\W\d_]{5,}")


def words_of(deck: Path) -> dict[str, set[str]]:
    """Give the words of a deck by the part of the package in which they stand; of a PDF under 'page'."""
    if deck.suffix.lower() == ".pdf":
        done = subprocess.run(["pdftotext", "-q", str(deck), "-"], capture_output=True, text=True, check=False)
        return {"page": set(_WORD.findall(done.stdout.lower()))}
    found: dict[str, set[str]] = {}
    with zipfile.ZipFile(deck) as package:
        for part in package.namelist():
            for place, form in _PLACES.items():
                if re.fullmatch(form, part):
                    texts = html.unescape(" ".join(_TEXTS.findall(package.read(part).decode("utf-8", "replace"))))
                    found.setdefault(place, set()).update(_WORD.findall(texts.lower()))
    return found


def main() -> int:
    """Ask both, and say how much of what stands there each finds, and how long it takes."""
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    with tempfile.TemporaryDirectory(prefix="eqbrief-recollq-") as place:
        decks, lent = copied(Path(sys.argv[1]), Path(place))
        store = filled(Path(place) / "library", decks)
        index_decks(store)
        quiet = subprocess.DEVNULL
        subprocess.run(["recollindex", "-z"], env=lent, stdout=quiet, stderr=quiet, check=False)
        standing: dict[str, list[tuple[str, str]]] = {}
        for deck in sorted(decks.iterdir()):
            for where, words in words_of(deck).items():
                standing.setdefault(where, []).extend((word, deck.name) for word in sorted(words))
        made = random.Random(7)
        for where, pairs in standing.items():
            _compare(where, made.sample(pairs, min(number, len(pairs))), store, lent)
        store.close()
    return 0


def _compare(where: str, pairs: list[tuple[str, str]], store: Store, lent: dict[str, str]) -> None:
    found, times = Counter[str](), {"EqBrief": list[float](), "recollq": list[float]()}
    slides = 0
    for word, deck in pairs:
        begun = time.perf_counter()
        hits = db.find(store, parse(f'"{word}"'), limit=100_000, only="slide").hits
        times["EqBrief"].append((time.perf_counter() - begun) * 1000)
        mine = {hit.slide for hit in hits if hit.deck is not None and hit.deck[1] == Path(deck).stem}
        found["EqBrief"] += bool(mine)
        slides += len(mine)
        begun = time.perf_counter()
        asked = ["recollq", "-b", "-n", "0", "-s", "", word]
        theirs = subprocess.run(asked, env=lent, capture_output=True, text=True, check=False).stdout
        times["recollq"].append((time.perf_counter() - begun) * 1000)
        found["recollq"] += deck in theirs
    said = [f"{who} {found[who]}, {statistics.median(times[who]):.1f} ms each" for who in times]
    print(
        f"{where:8} {len(pairs)} words: in its deck found by {'; by '.join(said)}; at {slides} slides, recollq at none"
    )


if __name__ == "__main__":
    sys.exit(main())
