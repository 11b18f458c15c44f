# SPDX-License-Identifier: MIT
"""The directories: people, organisations, topics and series, and the counts beside the sidebar's lines."""

import json
from typing import Literal

from eqbrief.model import Counts, NameCard, Named, NameRecord, UserError
from eqbrief.store.actions import count_open
from eqbrief.store.events import appearances_where
from eqbrief.store.library import Store
from eqbrief.store.merging import Kind, group_of, merged_into, root_of

_LIVE = "JOIN event ON event.id = {0}.event_id AND event.deleted_at IS NULL"

_SEEN: dict[Kind, str] = {
    "person": f"SELECT 1 FROM appearance {_LIVE.format('appearance')} WHERE person_id = {{0}}",
    "organisation": f"""
        SELECT 1 FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id {_LIVE.format("appearance")}
        WHERE organisation_id = {{0}}
    """,
}


def counts(store: Store) -> Counts:
    """Count what the sidebar shows: events by state, and topics and series with at least one event."""
    row = store.db.execute(
        """
        SELECT count(*) AS events,
            count(*) FILTER (WHERE state = 'to review') AS to_review,
            count(*) FILTER (WHERE state = 'reviewing') AS reviewing,
            count(*) FILTER (WHERE starred) AS starred,
            (SELECT count(*) FROM event WHERE deleted_at IS NOT NULL) AS binned
        FROM event WHERE deleted_at IS NULL AND state IN ('to review', 'reviewing', 'reviewed')
        -- naming every state lets SQLite count within the index event_shelf
        """
    ).fetchone()
    people, organisations = (_seen(store, kind) for kind in ("person", "organisation"))
    return Counts(
        events=row["events"],
        to_review=row["to_review"],
        reviewing=row["reviewing"],
        starred=row["starred"],
        binned=row["binned"],
        people=people,
        organisations=organisations,
        topics=tuple(topics(store)),
        series=tuple(series(store)),
        actions=count_open(store),
        terms=store.db.execute("SELECT count(*) FROM term WHERE state <> 'rejected'").fetchone()[0],
    )


def _seen(store: Store, kind: Kind) -> int:
    """Count the records that are seen at a live event; merged ones, of which there are few, count once together."""
    seen = _SEEN[kind]
    row = store.db.execute(
        f"""
        SELECT (SELECT count(*) FROM {kind} AS record WHERE EXISTS ({seen.format("record.id")}))
            - (SELECT count(*) FROM {kind}_root AS merged WHERE EXISTS ({seen.format("merged.id")}))
            + (
                SELECT count(DISTINCT root) FROM {kind}_root AS merged
                WHERE EXISTS ({seen.format("merged.id")}) AND NOT EXISTS ({seen.format("merged.root")})
            )
        """
    ).fetchone()
    return int(row[0])


def topics(store: Store) -> list[NameCard]:
    """List the topics that live events have, most used first."""
    rows = store.db.execute(
        """
        SELECT topic.id, topic.name, topic.colour, count(*) AS events
        FROM topic JOIN event_topic ON event_topic.topic_id = topic.id
        WHERE event_topic.event_id NOT IN (SELECT id FROM event WHERE deleted_at IS NOT NULL)
        GROUP BY topic.id ORDER BY events DESC, topic.name
        """
    )
    return [NameCard(row["id"], row["name"], "", row["events"], row["colour"] or "") for row in rows]


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
        FROM appearance {_LIVE.format("appearance")}
        LEFT JOIN person_root AS stands ON stands.id = appearance.person_id
        JOIN person ON person.id = coalesce(stands.root, appearance.person_id)
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
            count(DISTINCT coalesce(person_root.root, appearance.person_id)) AS people
        FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id {_LIVE.format("appearance")}
        LEFT JOIN organisation_root AS stands ON stands.id = appearance_organisation.organisation_id
        JOIN organisation ON organisation.id = coalesce(stands.root, appearance_organisation.organisation_id)
        LEFT JOIN person_root ON person_root.id = appearance.person_id
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
    number = root_of(store, kind, number)
    row = store.db.execute(f"SELECT id, uid, name FROM {kind} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise UserError(f"This {kind} is no longer in the library.", "Choose another in the list.")
    group = ", ".join(map(str, group_of(store, kind, number)))
    others = store.db.execute(
        f"""
        SELECT name FROM {kind}_name WHERE {kind}_id IN ({group}) AND name <> :name
        UNION SELECT name FROM {kind} WHERE id IN ({group}) AND name <> :name ORDER BY name
        """,
        {"name": row["name"]},
    )
    condition = {
        "person": f"appearance.person_id IN ({group})",
        "organisation": f"""appearance.id IN (
            SELECT appearance_id FROM appearance_organisation WHERE organisation_id IN ({group})
        )""",
    }[kind]
    appearances = appearances_where(store, f"event.deleted_at IS NULL AND {condition}")
    parent, units = _belonging(store, number, group) if kind == "organisation" else (None, ())
    return NameRecord(
        row["id"],
        row["uid"],
        kind,
        row["name"],
        tuple(other[0] for other in others),
        appearances,
        merged=merged_into(store, kind, number),
        parent=parent,
        units=units,
    )


def _belonging(store: Store, number: int, group: str) -> tuple[Named | None, tuple[Named, ...]]:
    """Read what an organisation is a part of, and what its parts are."""
    sql = """
        SELECT DISTINCT stands.id, stands.name, stands.uid
        FROM organisation AS {0}
        LEFT JOIN organisation_root ON organisation_root.id = {1}
        JOIN organisation AS stands ON stands.id = coalesce(organisation_root.root, {1})
        WHERE {2} AND stands.id <> {3} ORDER BY stands.name
    """
    above = store.db.execute(sql.format("unit", "unit.parent_id", f"unit.id IN ({group})", number)).fetchall()
    below = store.db.execute(sql.format("unit", "unit.id", f"unit.parent_id IN ({group})", number)).fetchall()
    units = tuple(Named(row["id"], row["name"], row["uid"]) for row in below)
    return (Named(above[0]["id"], above[0]["name"], above[0]["uid"]) if above else None), units


def all_named(store: Store, kind: Literal["topic", "series", "person", "organisation"]) -> list[Named]:
    """List every name of a kind for completion and for export, in alphabetical order."""
    rows = store.db.execute(f"SELECT id, name, uid FROM {kind} ORDER BY name COLLATE NOCASE")
    return [Named(row["id"], row["name"], row["uid"]) for row in rows]


def other_names(store: Store, kind: Kind) -> dict[int, tuple[str, ...]]:
    """Give all names of every record of a kind that has more than one, by the record that stands for it."""
    rows = store.db.execute(
        f"""
        SELECT coalesce(stands.root, called.id) AS id, json_group_array(DISTINCT called.name) AS names
        FROM (
            SELECT {kind}_id AS id, name FROM {kind}_name UNION SELECT id, name FROM {kind}
        ) AS called LEFT JOIN {kind}_root AS stands ON stands.id = called.id
        GROUP BY 1 HAVING count(DISTINCT called.name) > 1
        """
    )
    return {row["id"]: tuple(sorted(json.loads(row["names"]), key=str.casefold)) for row in rows}


def uids(store: Store, kind: Kind) -> dict[int, str]:
    """Give the uid of every record of a kind."""
    return {row["id"]: row["uid"] for row in store.db.execute(f"SELECT id, uid FROM {kind}")}


def parents(store: Store) -> dict[int, Named]:
    """Give what organisations are a part of, where they are a part of another."""
    rows = store.db.execute(
        """
        SELECT coalesce(unit.root, organisation.id) AS unit, above.id, above.name, above.uid
        FROM organisation
        LEFT JOIN organisation_root AS unit ON unit.id = organisation.id
        LEFT JOIN organisation_root AS stands ON stands.id = organisation.parent_id
        JOIN organisation AS above ON above.id = coalesce(stands.root, organisation.parent_id)
        WHERE organisation.parent_id IS NOT NULL
        """
    )
    return {row["unit"]: Named(row["id"], row["name"], row["uid"]) for row in rows if row["unit"] != row["id"]}


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
