# SPDX-License-Identifier: MIT
"""How often what is reported of two versions of a deck is exactly what was done, over decks edited at random.

`python -m tests.bench.comparing --times 500`; a short form of it stands in tests/matching/test_versions.py.
"""

import argparse
import sys
import time

from eqbrief.matching import compare_slides
from tests.matching.editing import edited
from tests.matching.test_versions import reported


def main() -> int:
    """Run it and print what came of it; 1 if anything was reported otherwise than it was made."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    chosen = parser.parse_args()
    wrong: list[int] = []
    spent, edits = 0.0, 0
    for seed in range(chosen.first, chosen.first + chosen.times):
        made = edited(seed)
        begun = time.perf_counter()
        found = compare_slides(made.before, made.after)
        spent += time.perf_counter() - begun
        edits += len(made.edits)
        if reported(found) != made.edits:
            wrong.append(seed)
    print(f"{chosen.times - len(wrong)} of {chosen.times} as they were made ({edits} edits), {spent:.1f} s for all")
    print(f"wrong: {wrong}" if wrong else "none wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
