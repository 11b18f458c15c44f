# SPDX-License-Identifier: MIT
"""Whole copies of a library's database: made from a live one, looked into, and made ready to be used again.

A live file copied as it lies is no backup (60 of 60 such copies were bad); VACUUM INTO writes one moment, whole.
"""

import contextlib
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from eqbrief.model import UserError
from eqbrief.store.connecting import REPAIR, LibraryDamaged, connect, connect_read_only, said
from eqbrief.store.library import Store
from eqbrief.store.opening import flush, version_of
from eqbrief.store.soundness import unsound_pages, unsound_search

_TRIES = 3


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a database holds: its schema version, the events outside the bin, and the rows of each table."""

    version: int
    events: int
    rows: dict[str, int] = field(default_factory=dict[str, int])


def copy_database(store: Store, target: Path) -> Contents:
    """Write one moment of the library's database to a new file, check the copy, and say what it holds.

    Others can go on writing meanwhile. The file is complete and flushed on return, and absent after an error.

    Raises:
        LibraryDamaged: when the library's pages are damaged; nothing is written then.
        UserError: when the search index does not agree, or the copy cannot be written.
    """
    wrong = unsound_pages(store.db)
    if wrong:
        raise LibraryDamaged(
            f"The library in '{store.folder}' is damaged, so no backup was made of it ({wrong[0]}).",
            "Restore the newest good backup; all earlier backups are as they were.",
        )
    try:
        for _ in range(_TRIES):
            with contextlib.suppress(OSError):  # VACUUM says it then
                target.unlink(missing_ok=True)
            before = _rows(store.db)
            store.db.execute("VACUUM INTO ?", (str(target),))
            after = _rows(store.db)
            found = contents(target)
            if all(_between(before.get(name, 0), found.rows.get(name, 0), after[name]) for name in after):
                _must_be_sound(store, target)
                flush(target)
                return found
        raise UserError(
            f"The backup of '{store.folder}' does not hold what the library holds, so it was not kept.",
            "Wait until nothing is being added, then back up again.",
        )
    except sqlite3.DatabaseError as error:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        raise said(error, target) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def contents(path: Path) -> Contents:
    """Say what a database that nobody uses holds, without changing a byte of it or beside it.

    Raises:
        LibraryDamaged: when it cannot be read.
        UserError: when it is no library, or that of a newer EqBrief.
    """
    db = connect_read_only(path)
    try:
        rows = _rows(db)
        events = int(db.execute("SELECT count(*) FROM event WHERE deleted_at IS NULL").fetchone()[0])
        return Contents(int(db.execute("PRAGMA user_version").fetchone()[0]), events, rows)
    except sqlite3.DatabaseError as error:
        raise said(error, path) from error
    finally:
        db.close()


def trouble_in(path: Path) -> list[str]:
    """List what is wrong with a database that nobody uses, without changing it; the search index is not looked at."""
    try:
        db = connect_read_only(path)
    except (sqlite3.DatabaseError, UserError) as error:
        return [str(error)]
    try:
        return unsound_pages(db) or ([] if _rows(db).get("event") is not None else ["there is no table of events"])
    except (sqlite3.DatabaseError, UserError) as error:
        return [str(error)]
    finally:
        db.close()


def settle(path: Path) -> None:
    """Make a copy ready to become the library: checked whole, search index too, in WAL mode, and flushed.

    Raises:
        LibraryDamaged: when it is not sound.
        UserError: when it is that of a newer EqBrief, or cannot be written.
    """
    version_of(path)
    try:
        db = connect(path)
        try:
            wrong = unsound_pages(db)
            if wrong:
                raise LibraryDamaged(
                    f"The copy '{path.name}' is damaged ({wrong[0]}).", "Choose an earlier backup to restore."
                )
            db.execute("PRAGMA journal_mode = WAL").fetchone()
        finally:
            db.close()
        flush(path)
    except sqlite3.DatabaseError as error:
        raise said(error, path) from error


def _must_be_sound(store: Store, copy: Path) -> None:
    """Check the copy, its search index too: there FTS5's check keeps nobody from writing."""
    db = connect(copy)
    try:
        wrong = unsound_pages(db)
        lost = unsound_search(db)
    finally:
        db.close()
    if wrong:
        raise LibraryDamaged(
            f"The backup of '{store.folder}' came out damaged and was not kept ({wrong[0]}).",
            "Check the disk, then back up again; all earlier backups are as they were.",
        )
    if lost:
        raise UserError(
            f"No backup was made: in '{store.folder}' {lost[0]}.",
            f"{REPAIR} builds the index anew; then back up again.",
        )


def _between(before: int, copied: int, after: int) -> bool:
    """Say whether a table's rows in the copy are those of some moment while it was made."""
    return min(before, after) <= copied <= max(before, after)


def _rows(db: sqlite3.Connection) -> dict[str, int]:
    names = [
        str(row[0])
        for row in db.execute(
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT GLOB 'passage_*' AND name NOT GLOB 'sqlite_*'
            """
        ).fetchall()
    ]
    return {name: int(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names}
