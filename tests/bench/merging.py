# SPDX-License-Identifier: MIT
"""Edit two like libraries 1,000 times at random, merging and unmerging in one of them: in the end they are equal.

python -m tests.bench.merging [TIMES [SEED]]

Edits and undos happen in both. After the last one whatever is still merged is unmerged; then all tables but the change
log are compared row by row, and the search index is checked.
"""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.store.soundness import unsound, unsound_search
from tests.store.filling import add_event
from tests.store.test_merging import A_QUILL, ADA, EDITS, FAR, NEAR, TOM, merge, people, tables, unmerge

_NAMES = {"person": [ADA, A_QUILL, TOM], "organisation": [FAR, NEAR]}


def main() -> int:
    """Edit, compare, and say what came of it."""
    times, seed = (int(sys.argv[at]) if len(sys.argv) > at else usual for at, usual in ((1, 1000), (2, 7)))
    made, done = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="eqbrief-merging-") as scratch:
        merged, plain = (Store.create(Path(scratch, name)) for name in ("merged", "plain"))
        for store in (merged, plain):
            add_event(store, 1, people=people(ADA, TOM))
            add_event(store, 2, people=people(A_QUILL, organisation=NEAR))
        for turn in range(times):
            kind = made.choice(list(_NAMES))
            pair = made.sample(_NAMES[kind], 2)
            what = made.choices(("edit", "merge", "unmerge", "undo"), (4, 3, 2, 2))[0]
            if what == "edit":
                which = made.randrange(len(EDITS))
                for store in (merged, plain):
                    EDITS[which](store, turn)
            elif what == "undo":
                what = _undone(merged, plain)
            elif not _tried(lambda what=what, kind=kind, pair=pair: _join(merged, what, kind, pair)):
                what = f"{what} refused"
            done[what] += 1
        for kind, names in _NAMES.items():
            for name in names:
                _tried(lambda kind=kind, name=name: unmerge(merged, kind, name))
        wrong = unsound(merged.db) + unsound_search(merged.db)
        one, other = tables(merged, made=False), tables(plain, made=False)
        differing = [name for name in one if one[name] != other[name]]
        rows = sum(map(len, one.values()))
        for store in (merged, plain):
            store.close()
    print(", ".join(f"{number} {what}" for what, number in done.most_common()))
    print(f"{rows} rows compared; tables that differ: {differing or 'none'}; index: {wrong or 'in order'}")
    return 1 if differing or wrong else 0


def _join(store: Store, what: str, kind: str, pair: list[str]) -> None:
    if what == "merge":
        merge(store, kind, *pair)
    else:
        unmerge(store, kind, pair[0])


def _undone(merged: Store, plain: Store) -> str:
    """Take the last change back, in both where both made it."""
    try:
        name = tasks.undo(merged)
        if name in ("Merge", "Unmerge"):
            return f"undo {name}"
        tasks.undo(plain)
    except UserError:
        return "undo refused"
    return "undo"


def _tried(work) -> bool:
    try:
        work()
    except (UserError, StopIteration):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
