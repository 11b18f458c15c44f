# SPDX-License-Identifier: MIT
"""One write to the library, what it did, and how to take it back.

A named change keeps a step for every row it touched: {"table", "id", "before", "after"}. Before is null for a row that
was made, after is null for one that was removed; undoing walks the steps backwards.
"""

import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from eqbrief.model import UserError, now

if TYPE_CHECKING:
    from sqlite_utils import Database

    from eqbrief.store import Store

_NOT_LOGGED = frozenset({"updated_at"})
_MOST_KEPT = 500
_LEANT_ON = frozenset({"person", "organisation", "topic", "series"})
"""Records that other events may lean on by now: undoing never takes them away; without events they are not shown."""


class Change:
    """The handle that writes inside `store.change(...)`. `db` is the sqlite-utils database of this thread."""

    def __init__(self, db: "Database", name: str | None) -> None:
        self.db = db
        self.name = name
        self.steps: list[dict[str, Any]] = []
        self.log: int | None = None
        """The log's row, after commit; set before, this change goes on with that one and is undone together with it."""

    def execute(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> sqlite3.Cursor:
        """Run SQL that needs no undo: what is derived, such as passages."""
        return self.db.conn.execute(sql, values)

    def insert(self, table: str, **values: Any) -> int:
        """Add a row and give its id."""
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        cursor = self.execute(f"INSERT INTO {table}({columns}) VALUES ({marks})", tuple(values.values()))
        row = int(cursor.lastrowid or 0)
        self._log(table, row, None, {"id": row, **values})
        return row

    def insert_uid(self, table: str, **values: Any) -> int:
        """Add a row with a fresh UUID and give its id."""
        from uuid import uuid4  # noqa: PLC0415 - not needed by the first frame

        return self.insert(table, uid=str(uuid4()), **values)

    def update(self, table: str, row: int, **values: Any) -> None:
        """Set columns of one row; only those that differ are written and kept for undo."""
        columns = ", ".join(values)
        found = self.execute(f"SELECT {columns} FROM {table} WHERE id = ?", (row,)).fetchone()
        if found is None:
            raise gone(table)
        before = {column: found[column] for column in values}
        differing = {column: value for column, value in values.items() if before[column] != value}
        if not differing:
            return
        pairs = ", ".join(f"{column} = ?" for column in differing)
        self.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", (*differing.values(), row))
        self._log(table, row, {column: before[column] for column in differing}, differing)

    def delete(self, table: str, row: int) -> None:
        """Remove one row. What hangs on it goes with it and must be deleted first if undo is to bring it back."""
        found = self.execute(f"SELECT * FROM {table} WHERE id = ?", (row,)).fetchone()
        if found is None:
            raise gone(table)
        self.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        self._log(table, row, dict(found), None)

    def undo_is(self, table: str, row: int, **values: Any) -> None:
        """Say that undoing this change sets these columns, where that is not simply the state before."""
        self._log(table, row, values, None)

    @contextmanager
    def unlogged(self) -> Generator[None]:
        """Write without keeping steps for undo: what goes with a step that stands for all of it."""
        name, self.name = self.name, None
        try:
            yield
        finally:
            self.name = name

    def finish(self) -> None:
        """Write the change into the log, if it has a name and did anything."""
        if not self.name or not self.steps:
            return
        steps = json.dumps(self.steps, ensure_ascii=False)
        if (
            self.log is not None
            and self.execute(
                """
            UPDATE change_log SET steps = substr(steps, 1, length(steps) - 1) || ', ' || substr(?, 2)
            WHERE id = ? AND undone_at IS NULL AND id = (SELECT max(id) FROM change_log)
            """,
                (steps, self.log),
            ).rowcount
        ):
            return
        self.log = self.execute(
            "INSERT INTO change_log(made_at, name, steps) VALUES (?, ?, ?)", (now(), self.name, steps)
        ).lastrowid
        self.execute("DELETE FROM change_log WHERE id <= (SELECT max(id) FROM change_log) - ?", (_MOST_KEPT,))

    def _log(self, table: str, row: int, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        made_or_removed = before is None or after is None
        if self.name and not (made_or_removed and table in _LEANT_ON):
            self.steps.append({"table": table, "id": row, "before": before, "after": after})


def gone(table: str) -> UserError:
    """Say that a record has been removed in the meantime."""
    return UserError(
        f"This {table.replace('_', ' ')} is no longer in the library.", "Look in the bin, or undo the last change."
    )


def next_undo(store: "Store") -> str | None:
    """Give the name of the change that undo would take back, such as 'Delete “Keeping nurses in post”'."""
    row = store.db.execute("SELECT name FROM change_log WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1").fetchone()
    return row["name"] if row else None


def names_in_last(store: "Store") -> set[tuple[str, int]]:
    """List the people, organisations and topics that undoing the newest change will call otherwise: kind and id."""
    found: set[tuple[str, int]] = set()
    for step in _last_steps(store):
        values: dict[str, Any] = {**(step["before"] or {}), **(step["after"] or {})}
        kind = str(step["table"]).removesuffix("_name")
        if step["table"] in _LEANT_ON and "name" in values:
            found.add((kind, int(step["id"])))
        elif f"{kind}_id" in values and step["table"] in ("person_name", "organisation_name"):
            found.add((kind, int(values[f"{kind}_id"])))
    return found


def notes_in_last(store: "Store") -> set[int]:
    """List the notes that undoing the newest change will bring back or put away, also those of no event."""
    return {int(step["id"]) for step in _last_steps(store) if step["table"] == "note"}


def _last_steps(store: "Store") -> list[dict[str, Any]]:
    row = store.db.execute("SELECT steps FROM change_log WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1").fetchone()
    return json.loads(row["steps"]) if row else []


def files_in_log(store: "Store") -> set[str]:
    """Name the files that a logged change put in place or let go, so that undoing it, or doing it again, finds them."""
    rows = store.db.execute(
        """
        SELECT step.value ->> '$.before.file' AS before, step.value ->> '$.after.file' AS after
        -- a damaged log is no JSON
        FROM change_log, json_each(iif(json_valid(change_log.steps), change_log.steps, '[]')) AS step
        WHERE step.value ->> '$.table' IN ('deck', 'source', 'transcript')
        """
    )
    return {file for row in rows for file in (row["before"], row["after"]) if file}


def undo_last(store: "Store") -> tuple[str, set[str], set[int]]:
    """Take back the newest named change. Give its name, the tables it touched and the events concerned.

    Raises:
        UserError: when there is nothing to undo, or what it touched has been changed since.
    """
    with store.change() as change:
        row = change.execute(
            "SELECT id, name, steps FROM change_log WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if row is None:
            raise UserError(
                "There is nothing to undo.", "Edits, stars, topics and deletions can be undone once they were made."
            )
        steps: list[dict[str, Any]] = json.loads(row["steps"])
        events = {event for step in steps if (event := _event_of(change, step)) is not None}
        for step in reversed(steps):
            _take_back(change, step, row["name"])
        events |= {event for step in steps if (event := _event_of(change, step)) is not None}
        change.execute("UPDATE change_log SET undone_at = ? WHERE id = ?", (now(), row["id"]))
        tables = {str(step["table"]) for step in steps}
        store.touch(*tables)
    return row["name"], tables, events


def _event_of(change: Change, step: dict[str, Any]) -> int | None:
    if step["table"] == "event":
        return int(step["id"])
    for values in (step["before"], step["after"]):
        if values and "event_id" in values:
            return values["event_id"]
    columns = {row["name"] for row in change.execute(f"PRAGMA table_info({step['table']})")}
    if "event_id" not in columns:
        return None
    row = change.execute(f"SELECT event_id FROM {step['table']} WHERE id = ?", (step["id"],)).fetchone()
    return row["event_id"] if row else None


def _take_back(change: Change, step: dict[str, Any], name: str) -> None:
    table, row, before, after = step["table"], step["id"], step["before"], step["after"]
    if before is None:
        change.execute(f"DELETE FROM {table} WHERE id = ?", (row,))
        return
    found = change.execute(f"SELECT * FROM {table} WHERE id = ?", (row,)).fetchone()
    if found is None:
        if "uid" not in before and after is not None:
            raise _changed_since(name)
        known = {r["name"] for r in change.execute(f"PRAGMA table_xinfo({table})") if r["hidden"] == 0}
        kept = {column: value for column, value in before.items() if column in known}
        marks = ", ".join("?" * len(kept))
        change.execute(f"INSERT INTO {table}({', '.join(kept)}) VALUES ({marks})", tuple(kept.values()))
        return
    if after and any(found[column] != value for column, value in after.items() if column not in _NOT_LOGGED):
        raise _changed_since(name)
    pairs = ", ".join(f"{column} = ?" for column in before)
    change.execute(f"UPDATE {table} SET {pairs} WHERE id = ?", (*before.values(), row))


def _changed_since(name: str) -> UserError:
    return UserError(
        f"'{name}' cannot be undone, because what it changed has been changed again since.",
        "Edit the event by hand instead; nothing has been altered.",
    )
