# SPDX-License-Identifier: MIT
"""The directories: people, organisations, topics and series, and the counts beside the sidebar's lines."""

from typing import Literal

from eqbrief.model import Counts, NameCard, Named, NameRecord, UserError
from eqbrief.store.actions import count_open
from eqbrief.store.events import appearances_where
from eqbrief.store.library import Store

_LIVE = "JOIN event ON event.id = {0}.event_id AND event.deleted_at IS NULL"


def counts(store: Store) -> Counts:
    """Count what the sidebar shows: events by state, and topics and series with at least one event."""
    row = store.db.execute(
        """
        SELECT count(*) AS events,
            count(*) FILTER (WHERE state = 'to review') AS to_review,
            count(*) FILTER (WHERE starred) AS starred,
            (SELECT count(*) FROM event WHERE deleted_at IS NOT NULL) AS binned
        FROM event WHERE deleted_at IS NULL AND state IN ('to review', 'reviewing', 'reviewed')
        -- naming every state lets SQLite count within the index event_shelf
        """
    ).fetchone()
    people = store.db.execute(
        f"""
        SELECT count(*) FROM person
        WHERE EXISTS (SELECT 1 FROM appearance {_LIVE.format("appearance")} WHERE person_id = person.id)
        """
    ).fetchone()[0]
    organisations = store.db.execute(
        f"""
        SELECT count(*) FROM organisation
        WHERE EXISTS (
            SELECT 1 FROM appearance_organisation
            JOIN appearance ON appearance.id = appearance_organisation.appearance_id {_LIVE.format("appearance")}
            WHERE organisation_id = organisation.id
        )
        """
    ).fetchone()[0]
    return Counts(
        events=row["events"],
        to_review=row["to_review"],
        starred=row["starred"],
        binned=row["binned"],
        people=people,
        organisations=organisations,
        topics=tuple(topics(store)),
        series=tuple(series(store)),
        actions=count_open(store),
    )


def topics(store: Store) -> list[NameCard]:
    """List the topics that live events have, most used first."""
    rows = store.db.execute(
        """
        SELECT topic.id, topic.name, count(*) AS events
        FROM topic JOIN event_topic ON event_topic.topic_id = topic.id
        WHERE event_topic.event_id NOT IN (SELECT id FROM event WHERE deleted_at IS NOT NULL)
        GROUP BY topic.id ORDER BY events DESC, topic.name
        """
    )
    return [NameCard(row["id"], row["name"], "", row["events"]) for row in rows]


def series(store: Store) -> list[NameCard]:
    """List the series that live events belong to, most events first."""
    rows = store.db.execute(
        """
        SELECT series.id, series.name, used.events
        FROM (
            SELECT series_id, count(*) AS events FROM event
            WHERE deleted_at IS NULL AND series_id IS NOT NULL GROUP BY series_id
        ) AS used
        JOIN series ON series.id = used.series_id
        ORDER BY used.events DESC, series.name
        """
    )
    return [NameCard(row["id"], row["name"], "", row["events"]) for row in rows]


def people(store: Store, words: str = "") -> list[NameCard]:
    """List people with at least one live event, most events first; `line` is their newest organisation."""
    # SQLite takes the other columns of a group from the row that has the max, so one pass finds the newest.
    rows = store.db.execute(
        f"""
        SELECT person.id, person.name, count(DISTINCT appearance.event_id) AS events, first.printed AS line,
            max(event.sort_date || (first.printed IS NOT NULL)) AS newest
        FROM person JOIN appearance ON appearance.person_id = person.id {_LIVE.format("appearance")}
        LEFT JOIN appearance_organisation AS first ON first.appearance_id = appearance.id AND first.position = 1
        GROUP BY person.id ORDER BY events DESC, person.name
        """
    )
    return _matching([NameCard(r["id"], r["name"], r["line"] or "", r["events"]) for r in rows], words)


def organisations(store: Store, words: str = "") -> list[NameCard]:
    """List organisations with at least one live event, most events first; `line` counts their people."""
    rows = store.db.execute(
        f"""
        SELECT organisation.id, organisation.name, count(DISTINCT appearance.event_id) AS events,
            count(DISTINCT appearance.person_id) AS people
        FROM organisation
        JOIN appearance_organisation ON appearance_organisation.organisation_id = organisation.id
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id {_LIVE.format("appearance")}
        GROUP BY organisation.id ORDER BY events DESC, organisation.name
        """
    )
    cards = [
        NameCard(r["id"], r["name"], "1 person" if r["people"] == 1 else f"{r['people']} people", r["events"])
        for r in rows
    ]
    return _matching(cards, words)


def name_record(store: Store, kind: Literal["person", "organisation"], number: int) -> NameRecord:
    """Read a person or an organisation with every appearance at a live event.

    Raises:
        UserError: when there is none of this id.
    """
    row = store.db.execute(f"SELECT id, uid, name FROM {kind} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UserError(f"This {kind} is no longer in the library.", "Choose another in the list.")
    others = store.db.execute(
        f"SELECT name FROM {kind}_name WHERE {kind}_id = ? AND name <> ? ORDER BY name", (number, row["name"])
    )
    condition = {
        "person": "appearance.person_id = ?",
        "organisation": """appearance.id IN (
            SELECT appearance_id FROM appearance_organisation WHERE organisation_id = ?
        )""",
    }[kind]
    appearances = appearances_where(store, f"event.deleted_at IS NULL AND {condition}", number)
    return NameRecord(row["id"], row["uid"], kind, row["name"], tuple(other[0] for other in others), appearances)


def all_named(store: Store, kind: Literal["topic", "series", "person", "organisation"]) -> list[Named]:
    """List every name of a kind for completion and for export, in alphabetical order."""
    rows = store.db.execute(f"SELECT id, name, uid FROM {kind} ORDER BY name COLLATE NOCASE")
    return [Named(row["id"], row["name"], row["uid"]) for row in rows]


def publishers(store: Store) -> list[str]:
    """List who published events, in alphabetical order."""
    rows = store.db.execute(
        """
        SELECT DISTINCT publisher FROM event WHERE publisher IS NOT NULL AND deleted_at IS NULL
        ORDER BY publisher COLLATE NOCASE
        """
    )
    return [row["publisher"] for row in rows]


def _matching(cards: list[NameCard], words: str) -> list[NameCard]:
    wanted = words.casefold().split()
    return [c for c in cards if all(word in f"{c.name} {c.line}".casefold() for word in wanted)]
