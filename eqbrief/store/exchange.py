# SPDX-License-Identifier: MIT
"""Records that come from another library keep the uid they had there, so that they are known again."""

from typing import Literal

from eqbrief.store.changes import Change
from eqbrief.store.library import Store


def event_with_uid(store: Store, uid: str) -> tuple[int, bool] | None:
    """Find the event with a uid, from the bin too: its id, and whether it lies in the bin."""
    row = store.db.execute("SELECT id, deleted_at FROM event WHERE uid = ?", (uid,)).fetchone()
    return (int(row["id"]), row["deleted_at"] is not None) if row else None


def take_uid(
    change: Change, table: Literal["event", "note", "action", "deck", "transcript", "tag"], number: int, uid: str
) -> None:
    """Give a new record the uid that it had elsewhere, unless another record here has it."""
    if change.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone() is None:
        change.execute(f"UPDATE {table} SET uid = ? WHERE id = ?", (uid, number))
