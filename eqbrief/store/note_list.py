# SPDX-License-Identifier: MIT
"""List the notes of all events and names together, the one written last first."""

from typing import Any, Literal

from eqbrief.model import ListedNote
from eqbrief.store.events import note_of
from eqbrief.store.library import Store
from eqbrief.store.passages import without_marks

_KINDS = {"all": "1", "shared": "note.private = 0", "private": "note.private = 1", "tied": "note.tie_kind IS NOT NULL"}

_READ = 600
"""So many letters of a note are read for its line in the list."""

NoteKind = Literal["all", "shared", "private", "tied"]


def list_notes(store: Store, kind: NoteKind = "all", words: str = "", limit: int = 500) -> tuple[list[ListedNote], int]:
    """List the notes with words in them, at most so many, and say how many there are. `words` must all stand in a note
    or in the title of its event; neither notes nor events in the bin are listed.
    """
    values: dict[str, Any] = {"limit": limit}
    conditions = ["note.deleted_at IS NULL", "note.text <> ''", "event.deleted_at IS NULL", _KINDS[kind]]
    for number, word in enumerate(words.split()):
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values[f"word{number}"] = f"%{escaped}%"
        like = f"LIKE :word{number} ESCAPE '\\'"
        conditions.append(f"(note.text {like} OR event.title {like} OR note.tie_title {like})")
    where = f"FROM note LEFT JOIN event ON event.id = note.event_id WHERE {' AND '.join(conditions)}"
    total = store.db.execute(f"SELECT count(*) {where}", values).fetchone()[0]
    rows = store.db.execute(
        f"""
        SELECT note.*, event.title AS event_title, event.sort_date
        FROM (SELECT note.id AS number {where} ORDER BY note.updated_at DESC, note.id DESC LIMIT :limit)
        JOIN note ON note.id = number LEFT JOIN event ON event.id = note.event_id
        ORDER BY note.updated_at DESC, note.id DESC
        """,
        values,
    )
    return [_listed(row) for row in rows], int(total)


def _listed(row: Any) -> ListedNote:
    words = without_marks(row["text"][:_READ]).strip()
    return ListedNote(note_of(row), row["event_title"] or "", row["sort_date"] or None, words)
