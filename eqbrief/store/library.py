# SPDX-License-Identifier: MIT
"""The open library: connections for reading, the one way to write, and word of what changed."""

import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from eqbrief.model import UserError
from eqbrief.store import opening
from eqbrief.store.opening import FILE, said

if TYPE_CHECKING:
    from eqbrief.store.changes import Change

Tables = frozenset[str]
Listener = Callable[[Tables], None]

EVERY_TABLE: Tables = frozenset({"*"})
"""What a notice says when another process has written: any table may have changed."""


class _ThisThread(threading.local):
    """What each thread has of its own: a connection, and the change it is in."""

    db: sqlite3.Connection | None = None
    change: "Change | None" = None
    tables: set[str] | None = None


class Store:
    """A library that is open. Safe to use from several threads: each reads and writes by a connection of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / FILE
        self._own = _ThisThread()
        self._writing = threading.RLock()
        self._connections: list[sqlite3.Connection] = []
        self._listeners: list[Listener] = []
        self._watch: sqlite3.Connection | None = None
        self._version = 0
        self._elsewhere = False

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Make a new library in `folder` and open it; an existing one is simply opened.

        Raises:
            UserError: when the folder cannot be written.
        """
        if not (folder / FILE).exists():
            opening.make(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open an existing library, bringing an older one up to date first.

        Raises:
            LibraryDamaged: when the database cannot be read.
            UserError: when the folder is no library, or belongs to a newer EqBrief.
        """
        folder = folder.absolute()
        if not (folder / FILE).is_file():
            raise UserError(
                f"There is no EqBrief library in '{folder}'.",
                "Name another folder with --library, or add a page to make a library there.",
            )
        if opening.version_of(folder / FILE) < opening.VERSION:
            opening.bring_up_to_date(folder / FILE)
        return cls(folder)

    @property
    def db(self) -> sqlite3.Connection:
        """This thread's connection, for reading."""
        if self._own.db is None:
            try:
                self._own.db = opening.connect(self.file)
            except sqlite3.Error as error:
                raise said(error, self.file) from error
            self._connections.append(self._own.db)
        return self._own.db

    @contextmanager
    def change(self, *tables: str, name: str | None = None) -> Generator["Change"]:
        """Write within one transaction: the outermost takes the lock, nested ones join, an error undoes all of it.

        `tables` are named in the notice after commit; `name` ('Star “Keeping nurses in post”') makes it undoable.

        Raises:
            UserError: when the library is locked, read-only or the disk is full; nothing has been written.
        """
        own = self._own
        if own.change is not None:
            assert own.tables is not None
            own.tables.update(tables)
            yield own.change
            return
        from sqlite_utils import Database  # noqa: PLC0415 - 70 ms that the first frame does not need

        from eqbrief.store.changes import Change  # noqa: PLC0415 - imports Store's module

        with self._writing:
            db = self.db
            change = Change(Database(db, execute_plugins=False), name)
            try:
                db.execute("BEGIN IMMEDIATE")
                self._look()  # nobody else can commit now, so what is new here was written elsewhere
                own.change, own.tables = change, set(tables)
                yield change
                change.finish()
                db.execute("COMMIT")
                self._version = self._data_version()
                touched = frozenset(own.tables)
            except BaseException as error:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                if isinstance(error, sqlite3.OperationalError | sqlite3.DatabaseError):
                    if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
                        raise
                    raise said(error, self.file) from error
                raise
            finally:
                own.change, own.tables = None, None
        self._tell(touched)

    def touch(self, *tables: str) -> None:
        """Name further tables in the notice of the change that this thread is in."""
        assert self._own.tables is not None, "touch() belongs inside change()"
        self._own.tables.update(tables)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the touched tables after each commit, on the thread that wrote. Give what ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def changed_elsewhere(self) -> bool:
        """Say whether another process has written since this was last asked; False while a write is under way."""
        if not self._writing.acquire(blocking=False):
            return False
        try:
            self._look()
            seen, self._elsewhere = self._elsewhere, False
            return seen
        finally:
            self._writing.release()

    def path(self, relative: str) -> Path:
        """Give the full path of a file that the library holds, judged as text before it is used."""
        from eqbrief.files import safe_join  # noqa: PLC0415 - not needed by the first frame

        return safe_join(self.folder, relative)

    def close(self) -> None:
        """Close every thread's connection. The last one folds the write-ahead log into the file."""
        with self._writing:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
            self._own, self._watch = _ThisThread(), None

    def _look(self) -> None:
        version = self._data_version()
        self._elsewhere = self._elsewhere or self._version not in (0, version)
        self._version = version

    def _data_version(self) -> int:
        """Ask a connection that never writes, so that only commits of others change what it says."""
        if self._watch is None:
            self._watch = opening.connect(self.file)
            self._connections.append(self._watch)
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def _tell(self, touched: Tables) -> None:
        for listener in tuple(self._listeners):
            listener(touched)
