# SPDX-License-Identifier: MIT
"""Ask a database whether it is in order: its pages, what its rows point to, and the search indexes.

The checks are two, because the pages can be read beside somebody who writes, and FTS5's own check takes the lock.
"""

import sqlite3
from pathlib import Path

from eqbrief.model import UserError

INDEXES = ("passage_plain", "passage_stem")
TRIGGERS = ("passage_inserted", "passage_deleted", "passage_updated")
# https://www.sqlite.org/rescode.html: the low byte is the primary code.
_CORRUPT = frozenset({11, 26})


def primary_code(error: sqlite3.Error) -> int:
    """Give SQLite's primary result code of an error; 0 when Python raised it itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def means_damage(error: sqlite3.Error) -> bool:
    """Say whether an error means that the file's content is damaged, rather than locked, full or forbidden."""
    return primary_code(error) in _CORRUPT


def unsound(db: sqlite3.Connection) -> list[str]:
    """List what SQLite itself finds wrong: pages, foreign keys, and the search indexes against their table."""
    return [*unsound_pages(db), *unsound_search(db)]


def unsound_pages(db: sqlite3.Connection) -> list[str]:
    """List damaged pages, indexes that disagree with their table, and rows that point to a missing one."""
    try:
        if _is_cut(db):
            return ["the last page is cut short"]
        wrong = [str(row[0]) for row in db.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
        wrong += [
            f"a row of '{row[0]}' points to a missing row of '{row[2]}'"
            for row in db.execute("PRAGMA foreign_key_check")
        ]
    except sqlite3.DatabaseError as error:
        if not means_damage(error):
            raise
        return [str(error)]
    except UserError as error:
        return [error.what]
    return wrong


def _is_cut(db: sqlite3.Connection) -> bool:
    """Say whether the file ends within a page; SQLite reads zeros there, and may find nothing wrong with them."""
    file = Path(db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0])
    try:
        return file.stat().st_size % int(db.execute("PRAGMA page_size").fetchone()[0]) != 0
    except OSError:
        return False  # it is gone or cannot be looked at, which the other checks say


def unsound_search(db: sqlite3.Connection) -> list[str]:
    """List the search indexes that disagree with the table of passages, and the triggers that are missing.

    Only FTS5's own check with rank 1 notices what a lost trigger did; `integrity_check` says ok. It takes the lock.
    """
    wrong: list[str] = []
    for index in INDEXES:
        try:
            db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not means_damage(error) and "no such table" not in str(error):
                raise
            wrong.append(f"the search index '{index}' does not agree with the library ({error})")
        except UserError:
            wrong.append(f"the search index '{index}' does not agree with the library")
    try:
        kept = {str(row[0]) for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    except (sqlite3.DatabaseError, UserError):
        return wrong or ["the list of tables cannot be read"]
    return wrong + [f"the trigger '{name}' is missing" for name in TRIGGERS if name not in kept]
