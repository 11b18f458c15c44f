# SPDX-License-Identifier: MIT
"""Empty the bin: what was deleted long enough ago goes for good, with everything that hangs on it."""

from eqbrief.store.briefings import forget_pieces
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

_EVENT_TABLES = (
    "event",
    "appearance",
    "question",
    "deck",
    "recording",
    "session",
    "source",
    "note",
    "action",
    "transcript",
    "tag",
    "passage",
)


def binned_before(store: Store, moment: str) -> list[int]:
    """List the events that were put in the bin before a moment (ISO 8601 in UTC), by id."""
    rows = store.db.execute("SELECT id FROM event WHERE deleted_at < ? ORDER BY id", (moment,))
    return [int(row[0]) for row in rows]


def files_of_event(store: Store, number: int) -> list[tuple[str, str | None]]:
    """List the files that belong to an event and to no other, as path and SHA-256."""
    rows = store.db.execute(
        """
        WITH every(event_id, file, sha256) AS (
            SELECT event_id, file, sha256 FROM deck WHERE file IS NOT NULL
            UNION ALL SELECT event_id, file, sha256 FROM source WHERE file IS NOT NULL
            UNION ALL SELECT event_id, file, sha256 FROM transcript
        )
        SELECT file, max(sha256) AS sha256 FROM every GROUP BY file
        HAVING min(event_id) = :event AND max(event_id) = :event ORDER BY file
        """,
        {"event": number},
    )
    return [(str(row["file"]), row["sha256"]) for row in rows]


def remove_event(store: Store, change: Change, number: int) -> None:
    """Remove an event from the database for good; changes that would bring parts of it back can be undone no more."""
    change.execute(
        """
        DELETE FROM change_log WHERE id IN (
            SELECT change_log.id FROM change_log, json_each(change_log.steps) AS step
            WHERE (json_extract(step.value, '$.table') = 'event' AND json_extract(step.value, '$.id') = :event)
                OR json_extract(step.value, '$.before.event_id') = :event
                OR json_extract(step.value, '$.after.event_id') = :event
                OR (json_extract(step.value, '$.table') = 'action'
                    AND json_extract(step.value, '$.id') IN (SELECT id FROM action WHERE event_id = :event))
        )
        """,
        {"event": number},
    )
    uids = change.execute(
        "SELECT uid FROM event WHERE id = :event UNION ALL SELECT uid FROM note WHERE event_id = :event",
        {"event": number},
    )
    forget_pieces(store, change, [row["uid"] for row in uids.fetchall()])
    change.execute("DELETE FROM event WHERE id = ?", (number,))
    store.touch(*_EVENT_TABLES)


def remove_notes_binned_before(store: Store, change: Change, moment: str) -> int:
    """Remove the notes that were put in the bin before a moment for good, with their revisions; give their number."""
    change.execute(
        """
        DELETE FROM change_log WHERE id IN (
            SELECT change_log.id FROM change_log, json_each(change_log.steps) AS step
            WHERE json_extract(step.value, '$.table') = 'note'
                AND json_extract(step.value, '$.id') IN (SELECT id FROM note WHERE deleted_at < ?)
        )
        """,
        (moment,),
    )
    gone = change.execute("SELECT uid FROM note WHERE deleted_at < ?", (moment,)).fetchall()
    forget_pieces(store, change, [row["uid"] for row in gone])
    change.execute(
        "DELETE FROM tag WHERE kind = 'note' AND record IN (SELECT uid FROM note WHERE deleted_at < ?)", (moment,)
    )
    removed = change.execute("DELETE FROM note WHERE deleted_at < ?", (moment,)).rowcount
    store.touch("note", "revision", "tag")
    return removed
