# SPDX-License-Identifier: MIT
"""Write the fixture of a version before it is released: `python -m tests.store.dump_version > tests/store/fixtures/…`.

As text, so that a change to it can be read; without the index's own tables, which the triggers fill again.
"""

import sys
import tempfile
from pathlib import Path

from eqbrief.store import Store, opening
from tests.store.filling import fill


def main() -> None:
    """Fill a library and print it as SQL."""
    with tempfile.TemporaryDirectory() as scratch:
        store = Store.create(Path(scratch, "library"))
        fill(store, 2)
        print(f"PRAGMA application_id = {opening.APPLICATION_ID};")
        print(f"PRAGMA user_version = {opening.VERSION};\nBEGIN;")
        listed = store.db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        kept = [row for row in listed if not row["name"].startswith(("passage_plain_", "passage_stem_", "sqlite_"))]
        for row in kept:
            print(f"{row['sql']};")
        for name in [row["name"] for row in kept if row["type"] == "table"]:
            if name.startswith("passage_"):
                continue
            columns = [r["name"] for r in store.db.execute(f"PRAGMA table_xinfo('{name}')") if r["hidden"] == 0]
            listed = ", ".join(columns)
            values = " || ', ' || ".join(f"quote({column})" for column in columns)
            for row in store.db.execute(f'SELECT {values} FROM "{name}" ORDER BY 1').fetchall():
                print(f'INSERT INTO "{name}" ({listed}) VALUES ({row[0]});')
        print("COMMIT;")
        store.close()


if __name__ == "__main__":
    sys.exit(main())
