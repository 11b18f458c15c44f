# SPDX-License-Identifier: MIT
"""List events: the ids that a filter lets through, their rows a screenful at a time, and the one that words mean."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from eqbrief.model import EventCard, Filter, UserError
from eqbrief.store.library import Store
from eqbrief.store.looking import CHANGED

_SCOPES = {
    "all": "event.deleted_at IS NULL",
    "to review": "event.deleted_at IS NULL AND event.state = 'to review'",
    "reviewing": "event.deleted_at IS NULL AND event.state = 'reviewing'",
    "starred": "event.deleted_at IS NULL AND event.starred = 1",
    "looked": "event.deleted_at IS NULL AND event.id IN (SELECT event_id FROM look)",
    "series": "event.deleted_at IS NULL AND event.series_id = :id",
    # A topic stands for those below it too: 'Workforce' for 'Workforce/Retention'.
    "topic": """event.deleted_at IS NULL AND event.id IN (
        SELECT event_id FROM event_topic WHERE topic_id IN (
            SELECT below.id FROM topic AS below JOIN topic AS above
            WHERE above.id = :id
                AND (below.id = :id OR substr(below.name, 1, length(above.name) + 1) = above.name || '/')
        )
    )""",
    "person": """event.deleted_at IS NULL AND event.id IN (
        SELECT event_id FROM appearance
        WHERE person_id IN (SELECT :id UNION SELECT id FROM person_root WHERE root = :id)
    )""",
    "organisation": """event.deleted_at IS NULL AND event.id IN (
        SELECT appearance.event_id FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id
        WHERE appearance_organisation.organisation_id IN (
            SELECT :id UNION SELECT id FROM organisation_root WHERE root = :id
        )
    )""",
    "bin": "event.deleted_at IS NOT NULL",
}

_ORDERS = {
    "newest": "event.sort_date DESC, event.id DESC",
    "oldest": "event.sort_date = '', event.sort_date, event.id",
    "title": "event.title COLLATE NOCASE, event.id",
    "changed": "event.updated_at DESC, event.id DESC",
    "looked": "(SELECT looked_at FROM look WHERE event_id = event.id) DESC, event.sort_date DESC, event.id DESC",
}

_WORD = """(
    event.title LIKE {0} ESCAPE '\\' OR event.publisher LIKE {0} ESCAPE '\\' OR event.sort_date LIKE {0} ESCAPE '\\'
    OR EXISTS (SELECT 1 FROM series WHERE series.id = event.series_id AND series.name LIKE {0} ESCAPE '\\')
    OR EXISTS (
        SELECT 1 FROM appearance WHERE appearance.event_id = event.id AND appearance.printed_name LIKE {0} ESCAPE '\\'
    )
)"""


def event_ids(store: Store, wanted: Filter) -> list[int]:
    """List the ids of the events that a filter lets through, in its order."""
    values: dict[str, Any] = {"id": wanted.id}
    conditions = [_SCOPES[wanted.scope]]
    for number, word in enumerate(wanted.words.split()):
        escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values[f"word{number}"] = f"%{escaped}%"
        conditions.append(_WORD.format(f":word{number}"))
    rows = store.db.execute(
        f"SELECT event.id FROM event WHERE {' AND '.join(conditions)} ORDER BY {_ORDERS[wanted.sort]}", values
    )
    return [row[0] for row in rows]


def event_cards(store: Store, ids: Sequence[int]) -> list[EventCard]:
    """Read the rows of a list for these ids, in their order; ids that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    rows = store.db.execute(
        f"""
        SELECT id, uid, title, sort_date, publisher, summary, state, starred, status, {CHANGED} AS changed,
            (SELECT looked_at FROM look WHERE event_id = event.id) AS looked_at,
            (SELECT name FROM series WHERE id = event.series_id) AS series,
            (SELECT count(*) FROM appearance WHERE event_id = event.id) AS people,
            (SELECT count(*) FROM deck WHERE event_id = event.id AND file IS NOT NULL) AS decks_here,
            (SELECT count(*) FROM deck WHERE event_id = event.id AND file IS NULL) AS decks_named,
            (SELECT count(*) FROM note WHERE event_id = event.id AND deleted_at IS NULL AND text <> '') AS notes
        FROM event
        WHERE id IN ({marks})
        """,
        tuple(ids),
    )
    found = {row["id"]: row for row in rows}
    return [
        EventCard(
            id=row["id"],
            title=row["title"],
            date=row["sort_date"] or None,
            publisher=row["publisher"],
            summary=row["summary"],
            people=row["people"],
            decks_here=row["decks_here"],
            decks_named=row["decks_named"],
            notes=row["notes"],
            state=row["state"],
            starred=bool(row["starred"]),
            status=row["status"],
            uid=row["uid"],
            series=row["series"],
            looked_at=row["looked_at"],
            changed=bool(row["changed"]),
        )
        for row in (found[number] for number in ids if number in found)
    ]


def events_by_uid(store: Store, uids: Iterable[str]) -> dict[str, int]:
    """Give the ids of the events with these uids, without those in the bin, in the order of the ids."""
    rows = store.db.execute(
        """
        SELECT event.uid, event.id FROM json_each(?) AS wanted JOIN event ON event.uid = wanted.value
        WHERE event.deleted_at IS NULL ORDER BY event.id
        """,
        (json.dumps(sorted(set(uids))),),
    )
    return {row["uid"]: row["id"] for row in rows}


def event_uids(store: Store, numbers: Iterable[int]) -> list[str]:
    """Give the uids of events by their ids, in the order given; those that are gone are left out."""
    rows = store.db.execute(
        "SELECT event.uid FROM json_each(?) AS wanted JOIN event ON event.id = wanted.value ORDER BY wanted.key",
        (json.dumps(list(numbers)),),
    )
    return [row["uid"] for row in rows]


def find_event(store: Store, words: str) -> int:
    """Give the id of the event meant by an id, a uid or a unique part of a title.

    Digits alone are a number and never a part of a title, so that a script's number never means another event.

    Raises:
        UserError: when nothing was given, or no event or more than one is meant.
    """
    words = words.strip()
    if not words:
        raise UserError("No event was named.", "Give its number, its uid or a part of its title.")
    rows = _meant(store, words)
    if len(rows) == 1:
        return int(rows[0]["id"])
    if not rows:
        called = "has the number" if words.isdecimal() else "is called"
        raise UserError(f"No event {called} '{words}'.", "Use `eqbrief list` to see the events and their numbers.")
    named = "; ".join(f"{row['id']} {row['title']}" for row in rows[:5])
    raise UserError(f"'{words}' may mean several events: {named}.", "Give the number, or more of the title.")


def _meant(store: Store, words: str) -> list[Any]:
    """List the events that words mean by the first of the ways that finds any."""
    conditions = ("uid = :words", "title = :words COLLATE NOCASE", "instr(lower(title), lower(:words)) > 0")
    if words.isdecimal():
        conditions = ("CAST(id AS TEXT) = :words",)
    for condition in conditions:
        sql = f"SELECT id, title FROM event WHERE deleted_at IS NULL AND {condition} LIMIT 6"
        rows = store.db.execute(sql, {"words": words}).fetchall()
        if rows:
            return rows
    return []


def event_years(store: Store) -> list[str]:
    """List the years in which there are events, the newest first."""
    rows = store.db.execute(
        """
        SELECT DISTINCT substr(sort_date, 1, 4) AS year FROM event
        WHERE deleted_at IS NULL AND sort_date <> '' ORDER BY year DESC
        """
    )
    return [row["year"] for row in rows]
