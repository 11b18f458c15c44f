# SPDX-License-Identifier: MIT
"""Open a library's database, make a new one, and bring an older one up to date.

The first window needs neither sqlite-utils nor the schema, so both are imported only when a file has to change.
"""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from eqbrief.files import explain
from eqbrief.model import UserError, now

VERSION = 1
"""How many migrations schema.py holds; kept in the file as `user_version`. A test compares the two."""

APPLICATION_ID = 0x45714272
"""The bytes 'EqBr' in the file's header, so that another SQLite file is never taken for a library."""

FILE = "library.db"
INDEXES = ("passage_plain", "passage_stem")
_DAMAGED = ("malformed", "not a database", "disk image", "file is encrypted")


class LibraryDamaged(UserError):
    """The database cannot be read; a backup should be restored."""


def connect(path: Path) -> sqlite3.Connection:
    """Connect to a database on local disk: WAL, every commit flushed, foreign keys on, rows by name.

    Where the folder cannot be written, the file is opened for reading only and as it lies on the disk.
    """
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    mode = "rw" if writable else "ro&immutable=1"
    db = sqlite3.connect(
        f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=15
    )
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    return db


def version_of(path: Path) -> int:
    """Give the schema version of a library's file.

    Raises:
        LibraryDamaged: when the file is no readable database.
        UserError: when it belongs to another program or to a newer EqBrief.
    """
    try:
        db = connect(path)
        try:
            version = int(db.execute("PRAGMA user_version").fetchone()[0])
            application = int(db.execute("PRAGMA application_id").fetchone()[0])
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            db.close()
    except sqlite3.DatabaseError as error:
        raise said(error, path) from error
    if application != APPLICATION_ID:
        raise UserError(
            f"'{path}' is not an EqBrief library.",
            "Choose a folder that EqBrief made, or an empty folder for a new library.",
        )
    if version > VERSION:
        raise UserError(
            f"The library in '{path.parent}' was made by a newer EqBrief and has been left untouched.",
            "Install the newest EqBrief, then open the library again.",
        )
    return version


def said(error: sqlite3.Error, path: Path) -> UserError:
    """Turn SQLite's word for a trouble with a file into a sentence with a next step."""
    text = str(error).lower()
    if any(word in text for word in _DAMAGED):
        return LibraryDamaged(
            f"The library in '{path.parent}' is damaged and cannot be read.",
            "Restore a backup; the damaged file is kept aside.",
        )
    if "locked" in text or "busy" in text:
        return UserError(
            f"The library in '{path.parent}' is busy: another program is writing to it.",
            "Wait a moment and try again; close other programs that use this folder.",
        )
    if "readonly" in text or "read-only" in text:
        return UserError(
            f"The library in '{path.parent}' can only be read, not changed.",
            "Move it to a folder you may write to, or ask for permission to change this one.",
        )
    if "full" in text:
        return UserError(
            f"There is no space left on the disk that holds '{path.parent}'.",
            "Free some space, then try again; nothing that was saved has been lost.",
        )
    return UserError(
        f"The library in '{path.parent}' could not be opened or written ({error}).",
        "Check that the folder can be reached and written, then try again.",
    )


def make(folder: Path) -> None:
    """Make a new, empty library in a folder; whole or not at all.

    Raises:
        UserError: when the folder cannot be written.
    """
    try:
        for part in (folder, folder / "files", folder / "backups"):
            part.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, folder) from error
    _migrated(None, folder / FILE)


def bring_up_to_date(path: Path) -> None:
    """Apply pending migrations to a copy of the file, check it, and only then put it in the file's place.

    The file as it was stays in `backups/` under a name that tells its version.

    Raises:
        UserError: when the disk is full or cannot be written, or the copy failed its checks; the file is untouched.
    """
    before = version_of(path)
    if before == VERSION:
        return
    kept = path.parent / "backups" / f"before-version-{VERSION} {now()[:10]}.db"
    kept.parent.mkdir(exist_ok=True)
    db = connect(path)
    try:
        if not kept.exists():
            db.execute("VACUUM INTO ?", (str(kept),))
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        db.close()
    _migrated(path, path)


def _migrated(source: Path | None, target: Path) -> None:
    """Write `source`, or nothing, with all migrations applied, to `target`."""
    from sqlite_utils import Database  # noqa: PLC0415 - 70 ms that opening a current library does not need

    from eqbrief.store.schema import migrations  # noqa: PLC0415 - the same

    scratch = target.with_name(f".{target.name}.new")
    for leftover in (scratch, *(scratch.with_name(scratch.name + end) for end in ("-wal", "-shm", "-journal"))):
        leftover.unlink(missing_ok=True)
    try:
        if source:
            old = connect(source)
            try:
                old.execute("VACUUM INTO ?", (str(scratch),))
            finally:
                old.close()
        connection = sqlite3.connect(scratch, isolation_level=None)
        try:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.apply(Database(connection, execute_plugins=False))
            connection.execute(f"PRAGMA user_version = {VERSION}")
            _must_be_sound(connection, target)
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        finally:
            connection.close()
        _flush(scratch)
        for end in ("-wal", "-shm"):
            target.with_name(target.name + end).unlink(missing_ok=True)
        scratch.replace(target)
        _flush(target.parent)
    except sqlite3.Error as error:
        raise said(error, target) from error
    except OSError as error:
        raise explain(error, target.parent) from error
    finally:
        scratch.unlink(missing_ok=True)


def unsound(db: sqlite3.Connection) -> list[str]:
    """List what SQLite itself finds wrong: pages, foreign keys, and the search indexes against their table.

    Only FTS5's own check with rank 1 notices a lost trigger; `integrity_check` says ok.
    """
    wrong = [row[0] for row in db.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
    wrong += [
        f"a row of '{row[0]}' points to a missing row of '{row[2]}'" for row in db.execute("PRAGMA foreign_key_check")
    ]
    for index in INDEXES:
        try:
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            wrong.append(f"the search index '{index}' does not agree with the library ({error})")
    return wrong


def _must_be_sound(db: sqlite3.Connection, target: Path) -> None:
    triggers = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    lost = {"passage_inserted", "passage_deleted", "passage_updated"} - triggers
    wrong = unsound(db) + [f"the trigger '{name}' is missing" for name in sorted(lost)]
    if wrong:
        raise UserError(
            f"The library in '{target.parent}' could not be brought up to date: {wrong[0]}.",
            "It has been left as it was; restore a backup, or send us the report under Help.",
        )


def _flush(path: Path) -> None:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle on a folder to flush
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
