# SPDX-License-Identifier: MIT
"""Read actions: those of an event, and those of the whole library, what is due first at the top."""

from typing import Any

from eqbrief.model import Action, ActionEvidence, UserError
from eqbrief.store.library import Store

_READ = """
    SELECT action.*, event.title AS event_title, event.sort_date AS event_date
    FROM action JOIN event ON event.id = action.event_id
"""
# A month is due when all its days are: '2024-03' comes after '2024-03-31'.
_ORDER = """
    ORDER BY action.state = 'done', action.due IS NULL, substr(action.due || '-99', 1, 10), action.id
"""


def actions_of(store: Store, event_id: int) -> tuple[Action, ...]:
    """Read an event's actions: open ones by their due dates, those without one after them, and done ones last."""
    rows = store.db.execute(f"{_READ} WHERE action.event_id = ? {_ORDER}", (event_id,))
    return tuple(_action(row) for row in rows)


def actions(store: Store, *, event_id: int | None = None, done: bool = False) -> list[Action]:
    """Read the open actions of all events but those in the bin, or of one; with `done`, those that are done too."""
    rows = store.db.execute(
        f"""
        {_READ}
        WHERE event.deleted_at IS NULL AND (:done OR action.state = 'open')
            AND (:event IS NULL OR action.event_id = :event)
        {_ORDER}
        """,
        {"event": event_id, "done": done},
    )
    return [_action(row) for row in rows]


def actions_from(store: Store, note_uid: str) -> list[Action]:
    """Read the actions that came from a note, in the order in which they were made."""
    rows = store.db.execute(
        f"{_READ} WHERE action.evidence_kind = 'note' AND action.evidence_uid = ? ORDER BY action.id", (note_uid,)
    )
    return [_action(row) for row in rows]


def action(store: Store, number: int) -> Action | None:
    """Read one action; None when there is none of this id."""
    row = store.db.execute(f"{_READ} WHERE action.id = ?", (number,)).fetchone()
    return _action(row) if row else None


def find_action(store: Store, words: str) -> int:
    """Give the id of the action meant by an id or a uid.

    Raises:
        UserError: when there is none.
    """
    words = words.strip()
    column = "CAST(id AS TEXT)" if words.isdecimal() else "uid"
    row = store.db.execute(f"SELECT id FROM action WHERE {column} = ?", (words,)).fetchone()
    if row is None:
        raise UserError(f"There is no action '{words}'.", "Use `eqbrief actions --all` to see them with their numbers.")
    return int(row["id"])


def count_open(store: Store) -> int:
    """Count the open actions of all events but those in the bin."""
    row = store.db.execute(
        """
        SELECT count(*) FROM action
        WHERE state = 'open' AND event_id NOT IN (SELECT id FROM event WHERE deleted_at IS NOT NULL)
        """
    ).fetchone()
    return int(row[0])


def person_by_key(store: Store, key: str) -> tuple[int, str] | None:
    """Give the id and the name of the person whose names have this key; None when there is none."""
    row = store.db.execute(
        """
        SELECT stands.id, stands.name
        FROM person LEFT JOIN person_root ON person_root.id = person.id
        JOIN person AS stands ON stands.id = coalesce(person_root.root, person.id)
        WHERE person.match_key = ? ORDER BY person.id LIMIT 1
        """,
        (key,),
    ).fetchone()
    return (int(row["id"]), str(row["name"])) if row else None


def _action(row: Any) -> Action:
    kind = row["evidence_kind"]
    return Action(
        id=row["id"],
        uid=row["uid"],
        event_id=row["event_id"],
        text=row["text"],
        owner=row["owner"],
        person_id=row["person_id"],
        due=row["due"],
        state=row["state"],
        outcome=row["outcome"],
        done_at=row["done_at"],
        evidence=ActionEvidence(kind, row["evidence_uid"] or "", row["evidence_text"] or "") if kind else None,
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        event_title=row["event_title"],
        event_date=row["event_date"] or None,
    )
