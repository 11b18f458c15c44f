# SPDX-License-Identifier: MIT
"""Keep transcripts: the file, its turns with their times, and whom the speakers' names mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from eqbrief.model import Transcript, Turn, UserError, now, say_time
from eqbrief.store.changes import Change
from eqbrief.store.library import Store


def insert_transcript(
    store: Store,
    change: Change,
    event_id: int,
    *,
    title: str,
    format: str,
    file: str,
    sha256: str,
    turns: Sequence[Turn],
    people: Mapping[str, int],
) -> int:
    """Add a transcript with its turns and give its id. `people` are the persons whom speakers' names mean."""
    facts = {"event_id": event_id, "title": title, "format": format, "file": file, "sha256": sha256}
    number = change.insert_uid("transcript", **facts, added_at=now())
    # A turn comes and goes with its transcript, so undo need not know of the hundreds.
    change.db.conn.executemany(
        "INSERT INTO turn(transcript_id, starts_at, ends_at, speaker, person_id, text) VALUES (?, ?, ?, ?, ?, ?)",
        [(number, t.starts_at, t.ends_at, t.speaker, people.get(t.speaker or ""), t.text) for t in turns],
    )
    index_transcripts(change, event_id)
    store.touch("transcript")
    return number


def transcripts_of(store: Store, event_id: int) -> tuple[Transcript, ...]:
    """List an event's transcripts with their turns, in the order in which they were added."""
    rows = store.db.execute(
        "SELECT * FROM transcript WHERE event_id = ? AND deleted_at IS NULL ORDER BY id", (event_id,)
    ).fetchall()
    return tuple(_transcript(store, row) for row in rows)


def transcript_count(store: Store, event_id: int) -> int:
    """Count an event's transcripts."""
    counted = "SELECT count(*) FROM transcript WHERE event_id = ? AND deleted_at IS NULL"
    return int(store.db.execute(counted, (event_id,)).fetchone()[0])


def transcript(store: Store, number: int) -> Transcript:
    """Read one transcript, also one in the bin.

    Raises:
        UserError: when there is none of this id.
    """
    row = store.db.execute("SELECT * FROM transcript WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UserError("This transcript is no longer in the library.", "Attach its file once more.")
    return _transcript(store, row)


def transcript_of_turn(store: Store, turn_id: int) -> int | None:
    """Give the id of the transcript that a turn stands in."""
    row = store.db.execute("SELECT transcript_id FROM turn WHERE id = ?", (turn_id,)).fetchone()
    return row["transcript_id"] if row else None


def turn(store: Store, number: int) -> Turn | None:
    """Read one turn; None where there is none of this id."""
    row = store.db.execute("SELECT * FROM turn WHERE id = ?", (number,)).fetchone()
    return _turn(row) if row else None


def set_speaker(store: Store, change: Change, number: int, speaker: str, person_id: int | None) -> None:
    """Say whom a speaker's name means throughout a transcript, or that nobody is known by it."""
    rows = change.execute("SELECT id FROM turn WHERE transcript_id = ? AND speaker = ?", (number, speaker)).fetchall()
    for row in rows:
        change.update("turn", row["id"], person_id=person_id)
    store.touch("transcript")


def bin_transcript(store: Store, change: Change, number: int) -> None:
    """Put a transcript in the bin, where it stays for 30 days; its file stays where it is."""
    change.update("transcript", number, deleted_at=now())
    index_transcripts(change, transcript(store, number).event_id)
    store.touch("transcript")


def index_transcripts(change: Change, event_id: int) -> None:
    """Write the passages of an event's transcripts anew: one a turn, under the speaker's name and the time."""
    change.execute("DELETE FROM passage WHERE kind = 'transcript' AND event_id = ?", (event_id,))
    rows = change.execute(
        """
        SELECT turn.id, turn.starts_at, turn.speaker, turn.text FROM turn
        JOIN transcript ON transcript.id = turn.transcript_id
        JOIN event ON event.id = transcript.event_id
        WHERE transcript.event_id = ? AND transcript.deleted_at IS NULL AND event.deleted_at IS NULL
        ORDER BY turn.id
        """,
        (event_id,),
    )
    change.db.conn.executemany(
        "INSERT INTO passage(kind, record_id, event_id, title, text) VALUES ('transcript', ?, ?, ?, ?)",
        [(r["id"], event_id, _heading(r["speaker"], r["starts_at"]), r["text"]) for r in rows.fetchall()],
    )


def _heading(speaker: str | None, starts_at: float) -> str:
    return " · ".join(part for part in (speaker, say_time(starts_at)) if part)


def _transcript(store: Store, row: Any) -> Transcript:
    turns = store.db.execute(
        "SELECT * FROM turn WHERE transcript_id = ? ORDER BY starts_at, id", (row["id"],)
    ).fetchall()
    return Transcript(
        id=row["id"],
        uid=row["uid"],
        event_id=row["event_id"],
        title=row["title"],
        format=row["format"],
        file=row["file"],
        sha256=row["sha256"],
        turns=tuple(map(_turn, turns)),
    )


def _turn(row: Any) -> Turn:
    return Turn(row["starts_at"], row["ends_at"], row["speaker"], row["text"], row["id"], row["person_id"])
