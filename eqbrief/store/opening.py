# SPDX-License-Identifier: MIT
"""Open a library's database, make a new one, and bring an older one up to date.

The first window needs neither sqlite-utils nor the schema, so both are imported only when a file has to change.
"""

import os
import sqlite3
from pathlib import Path

from eqbrief.files import explain, make_folder
from eqbrief.model import UserError, now
from eqbrief.store.connecting import MAGIC, LibraryDamaged, alone, connect, said
from eqbrief.store.soundness import unsound

__all__ = [
    "APPLICATION_ID",
    "FILE",
    "VERSION",
    "LibraryDamaged",
    "bring_up_to_date",
    "connect",
    "flush",
    "make",
    "said",
    "unsound",
    "version_of",
]

VERSION = 12
"""How many migrations schema.py holds; kept in the file as `user_version`. A test compares the two."""

APPLICATION_ID = 0x45714272
"""The bytes 'EqBr' in the file's header, so that another SQLite file is never taken for a library."""

FILE = "library.db"


def version_of(path: Path) -> int:
    """Give the schema version of a library's file, first by its header alone, so that a newer one stays as it is.

    Raises:
        LibraryDamaged: when the file is no readable database.
        UserError: when it belongs to another program or to a newer EqBrief.
    """
    version = _header_version(path)
    if version > VERSION:
        raise UserError(
            f"The library in '{path.parent}' was made by a newer EqBrief and has been left untouched.",
            "Install the newest EqBrief, then open the library again.",
        )
    try:
        db = connect(path)
        try:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            db.close()
    except sqlite3.DatabaseError as error:
        raise said(error, path) from error
    return version


def _header_version(path: Path) -> int:
    """Read `user_version` where https://www.sqlite.org/fileformat2.html#the_database_header puts it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise explain(error, path) from error
    if len(header) < 100 or not header.startswith(MAGIC):
        raise LibraryDamaged(
            f"The library in '{path.parent}' is damaged and cannot be read.",
            "Restore a backup; the damaged file is kept aside.",
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise UserError(
            f"'{path}' is not an EqBrief library.",
            "Choose a folder that EqBrief made, or an empty folder for a new library.",
        )
    return int.from_bytes(header[60:64], "big")


def make(folder: Path) -> None:
    """Make a new, empty library in a folder; whole or not at all.

    Raises:
        LibraryDamaged: when the folder holds backups of a library whose database is gone.
        UserError: when the folder cannot be written.
    """
    if any((folder / "backups").glob("[0-9]*.db")):
        raise LibraryDamaged(
            f"The library in '{folder}' has lost its database, '{FILE}'.",
            "Restore a backup, or choose an empty folder for a new library.",
        )
    try:
        for part in (folder, folder / "files", folder / "backups"):
            make_folder(part)
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
    if not alone(path):
        raise UserError(
            f"The library in '{path.parent}' must be brought up to date, but another program has it open.",
            "Close the other EqBrief, then open the library again.",
        )
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
        flush(scratch)
        for end in ("-wal", "-shm"):
            target.with_name(target.name + end).unlink(missing_ok=True)
        scratch.replace(target)
        flush(target.parent)
    except sqlite3.Error as error:
        raise said(error, target) from error
    except OSError as error:
        raise explain(error, target.parent) from error
    finally:
        scratch.unlink(missing_ok=True)


def _must_be_sound(db: sqlite3.Connection, target: Path) -> None:
    wrong = unsound(db)
    if wrong:
        raise UserError(
            f"The library in '{target.parent}' could not be brought up to date: {wrong[0]}.",
            "It has been left as it was; go on with the EqBrief that you used before, or restore a backup.",
        )


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle on a folder to flush
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
