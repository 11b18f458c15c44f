# SPDX-License-Identifier: MIT
"""Connect to a library's database, and say in a sentence what SQLite says by a code.

A damaged page shows only when a query reaches it, maybe at the thousandth row, so the cursors themselves translate.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eqbrief.model import UserError
from eqbrief.store.soundness import means_damage, primary_code

MAGIC = b"SQLite format 3\0"
_CORRUPT_VTAB = 267
REPAIR = "`eqbrief check --repair`, or Repair under Check the library in the window,"
"""What mends much by either front end; its verb follows."""
_BUSY = (5, 6)
_NOT_TEXT = "Could not decode to UTF-8"  # Python's own words, for which there is no code
_BY_CODE = {
    5: (
        "The library in '{folder}' is busy: another program is writing to it.",
        "Wait a moment and try again; close other programs that use this folder.",
    ),
    8: (
        "The library in '{folder}' can only be read, not changed.",
        "Move it to a folder you may write to, or ask for permission to change this one.",
    ),
    10: (
        "The disk that holds '{folder}' did not answer properly, so the library could not be read or written.",
        "Check that the disk is connected, sound and has space left, then try again.",
    ),
    13: (
        "There is no space left on the disk that holds '{folder}'.",
        "Free some space, then try again; nothing that was saved has been lost.",
    ),
}
_BY_CODE[6] = _BY_CODE[5]


class LibraryDamaged(UserError):
    """The database cannot be read; a backup should be restored."""


def connect(path: Path) -> sqlite3.Connection:
    """Connect to a database on local disk: WAL, every commit flushed, foreign keys on, rows by name.

    Where the folder cannot be written, the file is opened for reading only and as it lies on the disk.
    """
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return connect_read_only(path)
    db = _connected(path, "mode=rw", timeout=15)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = FULL")
    except BaseException:
        db.close()
        raise
    return db


def connect_read_only(path: Path) -> sqlite3.Connection:
    """Connect to a database that nobody writes, without changing a byte of it or beside it."""
    return _connected(path, "mode=ro&immutable=1", timeout=0)


def _connected(path: Path, mode: str, *, timeout: float) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"file:{quote(str(path))}?{mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=timeout,
        factory=_Connection,
    )
    db.path = path
    db.row_factory = sqlite3.Row
    return db


def said(error: sqlite3.Error, path: Path) -> UserError:
    """Turn SQLite's word for a trouble with a file into a sentence with a next step."""
    code = int(getattr(error, "sqlite_errorcode", 0))
    if code == _CORRUPT_VTAB:
        return UserError(
            f"The search index of the library in '{path.parent}' is damaged; nothing else is.",
            f"{REPAIR} builds the index anew.",
        )
    if means_damage(error):
        return _damaged(path)
    what, next_step = _BY_CODE.get(
        code & 0xFF,
        (
            f"The library in '{{folder}}' could not be opened or written ({error}).",
            "Check that the folder can be reached and written, then try again.",
        ),
    )
    folder = str(path.parent)
    return UserError(what.replace("{folder}", folder), next_step)


def _damaged(path: Path) -> LibraryDamaged:
    return LibraryDamaged(
        f"The library in '{path.parent}' is damaged and cannot be read.",
        "Restore a backup; the damaged file is kept aside.",
    )


def alone(path: Path) -> bool:
    """Say whether nobody, in this process or another, has the database open; its write-ahead log is folded in then.

    Renaming a database under somebody's connection sends their next write into the file that was put aside. A file
    that is no database is not shown to SQLite, which would remove the log beside it.
    """
    with path.open("rb") as file:
        if file.read(16) != MAGIC:
            return _unlocked(path)
    try:
        db = _connected(path, "mode=rw", timeout=0)
        try:
            # In WAL mode every connection keeps a shared lock on the file, and only this mode asks for more.
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("ROLLBACK")
        finally:
            db.close()
    except LibraryDamaged:
        return _unlocked(path)
    except sqlite3.DatabaseError as error:
        return primary_code(error) not in _BUSY
    return True


def _unlocked(path: Path) -> bool:
    """Ask the system for the lock that SQLite would, where SQLite cannot read the file at all."""
    if sys.platform == "win32":
        return True  # there an open file cannot be renamed, which says it soon enough
    import fcntl  # noqa: PLC0415 - not on Windows

    with path.open("r+b") as file:
        try:
            # https://www.sqlite.org/fileformat2.html#the_lock_byte_page and os_unix.c: SHARED_FIRST, SHARED_SIZE.
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
        except OSError:
            return False
    return True


class _Cursor(sqlite3.Cursor):
    """A cursor that raises LibraryDamaged where SQLite finds a damaged page. Every other error is left as it is."""

    def execute(self, sql: str, values: Any = (), /) -> "_Cursor":
        try:
            super().execute(sql, values)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._worded(error)  # noqa: B904 - it carries its cause
        return self

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._worded(error)  # noqa: B904 - it carries its cause

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        try:
            return super().fetchmany(size)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._worded(error)  # noqa: B904 - it carries its cause

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._worded(error)  # noqa: B904 - it carries its cause

    def __iter__(self) -> Iterator[Any]:  # pyright: ignore[reportIncompatibleMethodOverride]
        try:
            yield from iter(super().__next__, self)  # by C, so that a row costs what it did
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            raise self._worded(error)  # noqa: B904 - it carries its cause

    def _worded(self, error: sqlite3.DatabaseError | UnicodeDecodeError) -> Exception:
        """Give the error to be raised, which no frame may hold: such a cycle keeps the file open after close()."""
        if not isinstance(self.connection, _Connection):
            return error
        if isinstance(error, UnicodeDecodeError) or _NOT_TEXT in str(error):
            worded: UserError = _damaged(self.connection.path)  # of SQLite's message, or of a text that was stored
        elif means_damage(error):
            worded = said(error, self.connection.path)
        else:
            return error
        worded.__cause__ = error
        return worded


class _Connection(sqlite3.Connection):
    """A connection that knows its file and hands out such cursors."""

    path: Path

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        return self.cursor(_Cursor).execute(sql, values)
