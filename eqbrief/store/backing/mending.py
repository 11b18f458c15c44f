# SPDX-License-Identifier: MIT
"""Ask an open library what is wrong with it, and mend what can be mended from what it still holds."""

import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eqbrief.model import UserError
from eqbrief.store.changes import Change
from eqbrief.store.connecting import connect
from eqbrief.store.library import Store
from eqbrief.store.opening import FILE
from eqbrief.store.soundness import INDEXES, TRIGGERS, primary_code, unsound_pages, unsound_search

_READ_ONLY = 8


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that the database says is here: whose it is, its path and its SHA-256 in hex."""

    kind: Literal["deck", "source", "transcript"]
    id: int
    event: str
    title: str
    file: str
    sha256: str | None


def kept_files(store: Store) -> list[Kept]:
    """List every file that should lie in the library, those of events in the bin too, by path."""
    rows = store.db.execute(
        """
        SELECT 'deck' AS kind, deck.id, event.title AS event, deck.title, deck.file, deck.sha256
        FROM deck JOIN event ON event.id = deck.event_id WHERE deck.file IS NOT NULL
        UNION ALL
        SELECT 'source', source.id, event.title, source.address, source.file, source.sha256
        FROM source JOIN event ON event.id = source.event_id WHERE source.file IS NOT NULL
        UNION ALL
        SELECT 'transcript', transcript.id, event.title, transcript.title, transcript.file, transcript.sha256
        FROM transcript JOIN event ON event.id = transcript.event_id
        ORDER BY 5, 1, 2
        """
    )
    return [Kept(row["kind"], row["id"], row["event"], row["title"], row["file"], row["sha256"]) for row in rows]


def troubles(store: Store) -> tuple[list[str], list[str]]:
    """List what is wrong with the database's pages and rows, and what with its search index."""
    wrong = unsound_pages(store.db)
    if wrong:
        return wrong, []
    try:
        return [], unsound_search(store.db)
    except sqlite3.OperationalError as error:
        if primary_code(error) != _READ_ONLY:
            raise
    with tempfile.TemporaryDirectory(prefix="eqbrief-check-") as scratch:
        copy = Path(scratch, FILE)
        # Not VACUUM INTO: on a connection that may only read, SQLite 3.40 stumbles over the event's generated column.
        target = sqlite3.connect(copy)
        try:
            store.db.backup(target)
        finally:
            target.close()
        db = connect(copy)
        try:
            return [], unsound_search(db)
        finally:
            db.close()


def rebuild_search(store: Store) -> None:
    """Make the search indexes and their triggers anew from the table of passages."""
    from eqbrief.store.schema_search import search_parts  # noqa: PLC0415 - only mending needs it

    with store.change("passage") as change:
        for trigger in TRIGGERS:
            change.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for index in INDEXES:
            _drop(change, index)
        for statement in search_parts():
            change.execute(statement)
        for index in INDEXES:
            change.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def mend_indexes(store: Store) -> list[str]:
    """Build the database's own indexes anew from its tables; list what is wrong afterwards."""
    try:
        with store.change() as change:
            change.execute("REINDEX")
    except (sqlite3.DatabaseError, UserError) as error:
        return [str(error)]
    return unsound_pages(store.db)


def point_to(store: Store, change: Change, kept: Kept, file: str) -> None:
    """Say that a deck's or a source's file lies elsewhere within the library."""
    change.update(kept.kind, kept.id, file=file)
    store.touch(kept.kind)


def _drop(change: Change, index: str) -> None:
    """Drop a full-text index, also one that FTS5 itself can no longer open."""
    try:
        change.execute(f"DROP TABLE IF EXISTS {index}")
    except (sqlite3.DatabaseError, UserError):
        change.execute("PRAGMA writable_schema = ON")
        try:
            change.execute("DELETE FROM sqlite_master WHERE name = ?", (index,))
        finally:
            change.execute("PRAGMA writable_schema = RESET")
        for part in ("data", "idx", "docsize", "config", "content"):
            change.execute(f"DROP TABLE IF EXISTS {index}_{part}")
