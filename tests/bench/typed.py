# SPDX-License-Identifier: MIT
"""Ask 5,000 random queries, and 5,000 made of words that stand there amid noise: no error, and none says 'nothing'.

python -m tests.bench.typed [HOW MANY]
"""

import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief.model.query import parse
from eqbrief.store import Store
from tests.store.filling import add_event, note
from tests.store.search.test_truth import NOISE, TYPED, WRITTEN


def main() -> None:
    """Ask, and count what was asked."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    asked = {"random": 0, "written": 0}
    chosen = settings(max_examples=many, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    with tempfile.TemporaryDirectory() as scratch:
        store = Store.create(Path(scratch, "library"))
        note(store, add_event(store, 1), " ".join(WRITTEN))

        @chosen
        @given(TYPED | st.text(min_size=1000, max_size=4000))
        def random_queries(typed: str) -> None:
            asked["random"] += 1
            for open_end in (False, True):
                db.find(store, parse(typed, open_end=open_end))
            db.events_found(store, typed)

        @chosen
        @given(st.lists(st.tuples(NOISE, st.sampled_from(WRITTEN), NOISE), min_size=1, max_size=8))
        def written_words(words: list[tuple[str, str, str]]) -> None:
            asked["written"] += 1
            typed = " ".join(f"{before}{word}{after}" for before, word, after in words)
            assert db.find(store, typed).hits and db.events_found(store, typed) == {1}, typed

        random_queries()
        written_words()
        store.close()
    print(f"{asked['random']:,} random queries: 0 errors; {asked['written']:,} of written words: 0 found nothing")


if __name__ == "__main__":
    main()
