# SPDX-License-Identifier: MIT
"""Earlier states of notes, thinned out with age and held below a size, and the notes that lie in the bin."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from eqbrief.model import DeletedNote, Revision
from eqbrief.store.changes import Change
from eqbrief.store.events import note_of
from eqbrief.store.library import Store

_STEPS = (
    (timedelta(days=1), timedelta(0)),
    (timedelta(days=7), timedelta(hours=1)),
    (timedelta(days=60), timedelta(days=1)),
    (timedelta.max, timedelta(days=30)),
)
"""Up to which age how far apart states are kept: all of a day, one an hour of a week, one a day, one a month."""
_MOST_BYTES = 20_000_000
"""How large the history of one note may become."""


def history(store: Store, note_id: int) -> list[Revision]:
    """Read the earlier states of a note, newest first."""
    rows = store.db.execute(
        "SELECT id, note_id, made_at, text FROM revision WHERE note_id = ? ORDER BY made_at DESC, id DESC", (note_id,)
    )
    return [Revision(row["id"], row["note_id"], row["made_at"], row["text"]) for row in rows]


def revision(store: Store, number: int) -> Revision | None:
    """Read one earlier state; None when it has been thinned out."""
    row = store.db.execute("SELECT id, note_id, made_at, text FROM revision WHERE id = ?", (number,)).fetchone()
    return Revision(row["id"], row["note_id"], row["made_at"], row["text"]) if row else None


def thin_out(change: Change, note_id: int, moment: str, most: int = _MOST_BYTES) -> None:
    """Let go of states that stand close together, the older the sooner, until the rest is small enough.

    The first and the newest state stay. `moment` is now.
    """
    rows = change.execute(
        "SELECT id, made_at, length(CAST(text AS BLOB)) AS size FROM revision WHERE note_id = ? ORDER BY made_at, id",
        (note_id,),
    ).fetchall()
    states = [(row["id"], datetime.fromisoformat(row["made_at"]), row["size"]) for row in rows]
    kept = _spaced(states, datetime.fromisoformat(moment))
    while len(kept) > 2 and sum(size for _, _, size in kept) > most:
        gaps = [(after[1] - before[1], at) for at, (before, after) in enumerate(pairwise(kept), 1)]
        del kept[min(gaps[:-1])[1]]
    stay = {number for number, _, _ in kept}
    for number, _, _ in states:
        if number not in stay:
            change.execute("DELETE FROM revision WHERE id = ?", (number,))


def deleted_notes(store: Store) -> list[DeletedNote]:
    """Read the notes in the bin, the one that was deleted last at the top; not those of events in the bin."""
    rows = store.db.execute(
        """
        SELECT note.*, coalesce(event.title, '') AS event_title
        FROM note LEFT JOIN event ON event.id = note.event_id
        WHERE note.deleted_at IS NOT NULL AND event.deleted_at IS NULL ORDER BY note.deleted_at DESC, note.id DESC
        """
    )
    return [DeletedNote(note_of(row), row["deleted_at"], row["event_title"]) for row in rows]


def _spaced(states: Sequence[tuple[int, datetime, int]], moment: datetime) -> list[tuple[int, datetime, int]]:
    kept: list[tuple[int, datetime, int]] = []
    for at, state in enumerate(states):
        apart = next(apart for age, apart in _STEPS if moment - state[1] <= age)
        if not kept or at == len(states) - 1 or abs(state[1] - kept[-1][1]) >= apart:
            kept.append(state)
    return kept
