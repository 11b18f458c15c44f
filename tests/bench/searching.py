# SPDX-License-Identifier: MIT
"""How long a search takes in a large generated library, beside what bare FTS5 with bm25 needs in the same run.

    python -m tests.bench.searching [EVENTS [SLIDES [FOLDER]]]

A word, a phrase and a two-letter beginning, the most common ones among them, each asked as the window asks while it is
typed. The library is made by a seed and kept in FOLDER, which is used again where it holds one.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate, islice, pairwise
from pathlib import Path

from eqbrief import store as db
from eqbrief.model.query import parse
from eqbrief.store import Store

_SYLLABLES = [a + b for a in "bcdfghjklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "is", "ol")]
_WORDS = 20_000
_ON_A_SLIDE = 40


def vocabulary(seed: int = 7) -> list[str]:
    """Make up words, the most common first."""
    made = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < _WORDS:
        found.setdefault("".join(made.choice(_SYLLABLES) for _ in range(made.randint(1, 4))))
    return list(found)


def make(folder: Path, events: int, slides: int, seed: int = 7) -> Store:
    """Make a library of so many events and slides, each slide with a title and a body of words as unequally common as
    real ones (Zipf). Rows go in directly, since what is measured is the search alone."""
    store = Store.create(folder)
    made, words = random.Random(seed), vocabulary(seed)
    cumulative = list(accumulate(1 / (place + 10) for place in range(len(words))))
    people = [f"{made.choice(words).title()} {made.choice(words).title()}" for _ in range(max(events // 5, 1))]
    each, slide = max(slides // events, 1), 0
    with store.change() as change:
        change.db.conn.executemany(
            "INSERT INTO person(uid, name, match_key) VALUES (?, ?, ?)",
            [(f"p{at}", name, f"{name} {at}") for at, name in enumerate(people)],
        )
        change.execute("INSERT INTO passage(kind, record_id, title, text) SELECT 'person', id, name, '' FROM person")
    for first in range(1, events + 1, 250):
        with store.change() as change:
            for event in range(first, min(first + 250, events + 1)):
                picked = iter(made.choices(words, cum_weights=cumulative, k=each * (_ON_A_SLIDE + 6) + 120))
                take = lambda count, picked=picked: " ".join(islice(picked, count))  # noqa: E731
                day = f"{made.randint(2005, 2025)}-{made.randint(1, 12):02}-{made.randint(1, 28):02}"
                title, moment = take(7), "2025-01-01T00:00:00Z"
                change.execute(
                    """INSERT INTO event(id, uid, title, kind, starts_at, folder, created_at, updated_at)
                    VALUES (?, ?, ?, 'event', ?, ?, ?, ?)""",
                    (event, f"e{event}", title, day, f"event {event}", moment, moment),
                )
                rows: list[tuple[object, ...]] = [("event", event, event, None, title, take(60))]
                for place in range(4):
                    person = made.randint(1, len(people))
                    rows.append(("person", person, event, None, people[person - 1], f"panellist · head of {take(2)}"))
                    change.execute(
                        """INSERT INTO appearance(uid, event_id, position, person_id, printed_name, capacity)
                        VALUES (?, ?, ?, ?, ?, 'panellist')""",
                        (f"a{event}.{place}", event, place, person, people[person - 1]),
                    )
                rows += [
                    ("question", event * 2 + turn, event, None, f"Question {turn + 1}", take(12)) for turn in (0, 1)
                ]
                titles = [("slide", slide + at, event, "title", take(6), "") for at in range(each)]
                rows += titles + [("slide", one[1], event, "body", "", take(_ON_A_SLIDE)) for one in titles]
                slide += each
                change.db.conn.executemany(
                    "INSERT INTO passage(kind, record_id, event_id, place, title, text) VALUES (?, ?, ?, ?, ?, ?)", rows
                )
    return store


def queries(seed: int = 7) -> dict[str, list[str]]:
    """Make the queries, from the most common words to rare ones."""
    made, words = random.Random(seed), vocabulary(seed)
    places = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 377, 987, 2584, 6765, 17711]
    common = [words[place] for place in places]
    return {
        "word": [*common, "panellist", "question", "head"],
        "phrase": [f'"{made.choice(words[:20])} {made.choice(words[:20])}"' for _ in range(15)] + ['"pay gap"'],
        "two letters": sorted({word[:2] for word in words[:40]} | {"re", "st", "ha"}),
        "two words": [f"{a} {b}" for a, b in pairwise(common)],
        "conditions": [f"{word} year:2019" for word in common[:6]] + [f"{word} -{words[1]}" for word in common[2:6]],
    }


def bare(store: Store, typed: str) -> int:
    """Ask FTS5 alone, by bm25."""
    words = typed.strip('"').split()
    expression = (
        f'"{typed}" *' if len(typed) == 2 else (f'"{" ".join(words)}"' if typed[0] == '"' else " AND ".join(words))
    )
    sql = "SELECT rowid FROM passage_plain WHERE passage_plain MATCH ? ORDER BY bm25(passage_plain, 8.0, 1.0) LIMIT 200"
    return len(store.db.execute(sql, (expression,)).fetchall())


def timed(ask: Callable[[str], object], typed: list[str], turns: int = 3) -> tuple[list[float], list[float]]:
    """Give the milliseconds of each query by the clock and of the processor, the first turn too."""
    found: list[tuple[float, float]] = []
    for _ in range(turns):
        for one in typed:
            began, worked = time.perf_counter(), time.process_time()
            ask(one)
            found.append(((time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000))
    return [wall for wall, _ in found], [cpu for _, cpu in found]


def p95(times: list[float]) -> float:
    """Give the 95th percentile."""
    return statistics.quantiles(times, n=20)[18]


def said(name: str, times: tuple[list[float], list[float]]) -> str:
    """Say how long queries took: by the clock, and of the processor, which others do not make longer."""
    wall, cpu = times
    return (
        f"{name} median {statistics.median(wall):.0f}, p95 {p95(wall):.0f}, most {max(wall):.0f} ms"
        f" (processor p95 {p95(cpu):.0f} ms)"
    )


def report(store: Store) -> Iterator[str]:
    """Measure and say each kind of query in a line, with the floor beside it."""
    for kind, typed in queries().items():
        ours = timed(lambda one: db.find(store, parse(one, open_end=True), limit=80), typed)
        if kind == "conditions":
            yield said(f"{kind:12}", ours)
            continue
        floor = timed(lambda one: bare(store, one), typed)
        ratio = p95(ours[1]) / p95(floor[1])
        yield f"{said(f'{kind:12}', ours)}; {said('bare FTS5 with bm25', floor)}; ratio {ratio:.2f}"


def main() -> None:
    """Make the library, or use the one that is there, and measure."""
    events, slides = (int(sys.argv[i]) if len(sys.argv) > i else most for i, most in ((1, 20_000), (2, 200_000)))
    folder = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(tempfile.mkdtemp(prefix="eqbrief-bench-"), "library")
    if not (folder / "library.db").exists():
        began = time.perf_counter()
        store = make(folder, events, slides)
        print(f"made {events:,} events and {slides:,} slides in {time.perf_counter() - began:.0f} s")
        store.close()
    store = Store.open(folder)
    count = store.db.execute("SELECT count(*) FROM passage").fetchone()[0]
    print(f"{count:,} passages, {(folder / 'library.db').stat().st_size / 1e6:.0f} MB")
    for line in report(store):
        print(line, flush=True)
    store.close()


if __name__ == "__main__":
    main()
