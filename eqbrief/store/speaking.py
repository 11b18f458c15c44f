# SPDX-License-Identifier: MIT
"""Read what people said and for whom they spoke, as it was printed; nothing about a person is guessed."""

import json
import re
from collections.abc import Sequence
from typing import Any, Literal

from eqbrief.model import Filter, NameCard, Said
from eqbrief.store.library import Store
from eqbrief.store.listing import event_ids
from eqbrief.store.merging import Kind, group_of

By = Literal["organisation", "topic", "year", "capacity", "person"]

_FIRST_SLIDES = 2
_GROUPS: dict[By, tuple[str, str, str]] = {
    "organisation": (
        "coalesce(organisation_root.root, held.organisation_id)",
        "(SELECT name FROM organisation WHERE id = coalesce(organisation_root.root, held.organisation_id))",
        """
        LEFT JOIN appearance_organisation AS held ON held.appearance_id = appearance.id
        LEFT JOIN organisation_root ON organisation_root.id = held.organisation_id
        """,
    ),
    "topic": (
        "event_topic.topic_id",
        "(SELECT name FROM topic WHERE id = event_topic.topic_id)",
        "LEFT JOIN event_topic ON event_topic.event_id = appearance.event_id",
    ),
    "year": ("CAST(substr(event.sort_date, 1, 4) AS INTEGER)", "nullif(substr(event.sort_date, 1, 4), '')", ""),
    "capacity": ("NULL", "appearance.capacity", ""),
    "person": (
        "coalesce(person_root.root, appearance.person_id)",
        "(SELECT name FROM person WHERE id = coalesce(person_root.root, appearance.person_id))",
        "LEFT JOIN person_root ON person_root.id = appearance.person_id",
    ),
}


def appearance_counts(store: Store, events: Sequence[int] | None, by: By) -> list[tuple[int | None, str, str, int]]:
    """Count the appearances at some events, or at all that are not in the bin: id, name, capacity and number.

    Somebody who is printed for two organisations counts for each; '' is the name where none is printed.
    """
    number, name, joins = _GROUPS[by]
    chosen = event_ids(store, Filter()) if events is None else events
    rows = store.db.execute(
        f"""
        SELECT {number} AS number, {name} AS name, appearance.capacity, count(DISTINCT appearance.id) AS times
        FROM (SELECT DISTINCT value AS id FROM json_each(:chosen)) AS chosen
        JOIN appearance ON appearance.event_id = chosen.id
        JOIN event ON event.id = appearance.event_id AND event.deleted_at IS NULL
        {joins}
        GROUP BY 1, 2, 3
        """,
        {"chosen": json.dumps(list(chosen))},
    )
    return [(row["number"], row["name"] or "", row["capacity"], row["times"]) for row in rows]


def said_by_person(store: Store, number: int, names: Sequence[str]) -> list[Said]:
    """List what a person spoke on, the sessions, decks and questions of their events that name them, and their turns.

    A deck names those who stand in its title or on one of its first slides. Newest event first.
    """
    group = ", ".join(map(str, group_of(store, "person", number)))
    marks = ", ".join("?" * len(names))
    rows = store.db.execute(
        f"""
        SELECT 'talk' AS kind, event_id, spoke_on AS text, NULL AS record_id, NULL AS at, 1 AS times, NULL AS slide
        FROM appearance WHERE person_id IN ({group}) AND coalesce(spoke_on, '') <> ''
        UNION ALL
        SELECT 'session', event_id, title, session.id, NULL, 1, NULL
        FROM session WHERE EXISTS (SELECT 1 FROM json_each(session.people) WHERE value IN ({marks}))
        UNION ALL
        SELECT 'turn', transcript.event_id, turn.text, turn.id, turn.starts_at, count(*), NULL
        FROM turn JOIN transcript ON transcript.id = turn.transcript_id AND transcript.deleted_at IS NULL
        WHERE turn.person_id IN ({group}) GROUP BY transcript.id HAVING min(turn.starts_at) IS NOT NULL
        """,
        tuple(names),
    ).fetchall()
    rows += _naming(store, group, names)
    return sorted(
        (_said(store, row) for row in rows if _is_live(store, row["event_id"])),
        key=lambda one: one.event_date or "",
        reverse=True,
    )


def people_at(store: Store, kind: Kind, number: int) -> list[NameCard]:
    """List who spoke for an organisation, most events first; `line` is the newest role as printed."""
    group = ", ".join(map(str, group_of(store, kind, number)))
    rows = store.db.execute(
        f"""
        SELECT person.id, person.name, count(DISTINCT appearance.event_id) AS events, max(event.sort_date) AS newest,
            (SELECT role FROM appearance_role WHERE appearance_id = appearance.id ORDER BY position LIMIT 1) AS line
        FROM appearance_organisation AS held
        JOIN appearance ON appearance.id = held.appearance_id
        JOIN event ON event.id = appearance.event_id AND event.deleted_at IS NULL
        LEFT JOIN person_root ON person_root.id = appearance.person_id
        JOIN person ON person.id = coalesce(person_root.root, appearance.person_id)
        WHERE held.organisation_id IN ({group})
        GROUP BY person.id ORDER BY events DESC, person.name
        """
    )
    return [NameCard(row["id"], row["name"], row["line"] or "", row["events"]) for row in rows]


def shared_by(store: Store, kind: Kind, one: int, other: int) -> tuple[list[str], list[str]]:
    """List the organisations (of organisations: the people) and the topics that two records have in common."""
    held = {
        "person": """
            SELECT DISTINCT (SELECT name FROM organisation WHERE id = coalesce(root.root, held.organisation_id))
            FROM appearance JOIN appearance_organisation AS held ON held.appearance_id = appearance.id
            LEFT JOIN organisation_root AS root ON root.id = held.organisation_id WHERE appearance.person_id IN ({0})
        """,
        "organisation": """
            SELECT DISTINCT (SELECT name FROM person WHERE id = coalesce(root.root, appearance.person_id))
            FROM appearance_organisation AS held JOIN appearance ON appearance.id = held.appearance_id
            LEFT JOIN person_root AS root ON root.id = appearance.person_id WHERE held.organisation_id IN ({0})
        """,
    }[kind]
    topics = """
        SELECT DISTINCT topic.name FROM topic JOIN event_topic ON event_topic.topic_id = topic.id
        JOIN appearance ON appearance.event_id = event_topic.event_id
    """ + {
        "person": "WHERE appearance.person_id IN ({0})",
        "organisation": """WHERE appearance.id IN (
            SELECT appearance_id FROM appearance_organisation WHERE organisation_id IN ({0})
        )""",
    }[kind]
    found: list[list[str]] = []
    for sql in (held, topics):
        mine, theirs = (
            {str(row[0]) for row in store.db.execute(sql.format(", ".join(map(str, group_of(store, kind, number)))))}
            for number in (one, other)
        )
        found.append(sorted(mine & theirs))
    return found[0], found[1]


def _naming(store: Store, group: str, names: Sequence[str]) -> list[Any]:
    """Read the decks and questions of somebody's events in which one of their whole names stands."""
    whole = [re.escape(name) for name in names if " " in name.strip()]
    if not whole:
        return []
    named = re.compile(rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)", re.IGNORECASE)
    rows = store.db.execute(
        f"""
        SELECT 'question' AS kind, event_id, text, id AS record_id, NULL AS at, 1 AS times, NULL AS slide, text AS words
        FROM question WHERE event_id IN (SELECT event_id FROM appearance WHERE person_id IN ({group}))
        UNION ALL
        SELECT 'deck', deck.event_id, deck.title, deck.id, NULL, 1, slide.number,
            deck.title || char(10) || coalesce(slide.title_text || char(10) || slide.body_text, '')
        FROM deck LEFT JOIN reading ON reading.sha256 = deck.sha256
        LEFT JOIN slide ON slide.reading_id = reading.id AND slide.number <= {_FIRST_SLIDES}
        WHERE deck.event_id IN (SELECT event_id FROM appearance WHERE person_id IN ({group}))
        ORDER BY 1, 4, 7
        """
    )
    found: dict[tuple[str, int], Any] = {}
    for row in rows:
        if named.search(row["words"]):
            found.setdefault((row["kind"], row["record_id"]), row)
    return list(found.values())


def _is_live(store: Store, event_id: int) -> bool:
    row = store.db.execute("SELECT deleted_at FROM event WHERE id = ?", (event_id,)).fetchone()
    return row is not None and row["deleted_at"] is None


def _said(store: Store, row: Any) -> Said:
    event = store.db.execute("SELECT title, sort_date FROM event WHERE id = ?", (row["event_id"],)).fetchone()
    return Said(
        row["kind"],
        row["event_id"],
        event["title"],
        event["sort_date"] or None,
        row["text"],
        row["record_id"],
        row["at"],
        row["times"],
        row["slide"],
    )
