# SPDX-License-Identifier: MIT
"""Plant 300 words in every kind and place, delete 200, edit at random 1,000 times: all found, none found, index sound.

python -m tests.bench.planted
"""

import random
import sys
import tempfile
from pathlib import Path

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.store import Store
from eqbrief.store.soundness import unsound_search
from tests.store.filling import note
from tests.store.search.test_planted import kept_on, lost, plant


def main() -> int:
    """Plant, delete, edit, and count."""
    with tempfile.TemporaryDirectory() as scratch:
        store = Store.create(Path(scratch, "library"))
        planted = plant(store, 30)
        gone_events = range(17, 31)
        missing = lost(store, planted[:300])
        print(f"{300 - len(missing)} of 300 planted words found at their slide and place")
        tasks.delete(store, list(gone_events))
        gone = [one for one in planted if one.event in gone_events][:200]
        found = kept_on(store, gone)
        print(f"{len(found)} of {len(gone)} deleted words found")
        made = random.Random(7)
        for turn in range(1000):
            event = made.randint(1, 16)
            match made.randrange(5):
                case 0:
                    tasks.edit_fields(store, event, {"title": f"Kinder rotas {turn}"})
                case 1:
                    note(store, event, f"Turn {turn}")
                case 2:
                    tasks.star(store, [event], bool(turn % 2))
                case 3:
                    tasks.delete(store, [event])
                    tasks.put_back(store, [event])
                case _:
                    tasks.undo(store)
        wrong = unsound_search(store.db)
        events = db.counts(store).events
        print(f"after 1,000 random edits and undos the index is {wrong or 'in order'}; {events} events")
        store.close()
        return 1 if missing or found or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
