# SPDX-License-Identifier: MIT
"""Open a library with one migration more than this version has: `python migrate_slowly.py FOLDER`, to be killed."""

import sys
from pathlib import Path

from eqbrief.store import Store, opening, schema


@schema.migrations()
def m999_herons(db) -> None:
    """Add a column to notes and fill it row by row."""
    db.conn.execute("ALTER TABLE note ADD COLUMN heron INTEGER")
    for (number,) in db.conn.execute("SELECT id FROM note").fetchall():
        db.conn.execute("UPDATE note SET heron = 1, text = text || ' seen' WHERE id = ?", (number,))


opening.VERSION += 1
print("begin", flush=True)
Store.open(Path(sys.argv[1])).close()
print("done", flush=True)
