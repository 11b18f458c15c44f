# SPDX-License-Identifier: MIT
"""Read events: the ids that a list shows, its rows a screenful at a time, and one event whole."""

import json
from collections.abc import Sequence
from typing import Any, cast

from eqbrief.model import (
    Appearance,
    Deck,
    Draft,
    DraftDeck,
    DraftPerson,
    DraftRecording,
    DraftSession,
    Event,
    EventCard,
    Filter,
    Named,
    Note,
    Source,
    UserError,
    draft_from_json,
)
from eqbrief.store.library import Store

_SCOPES = {
    "all": "event.deleted_at IS NULL",
    "to review": "event.deleted_at IS NULL AND event.state = 'to review'",
    "starred": "event.deleted_at IS NULL AND event.starred = 1",
    "series": "event.deleted_at IS NULL AND event.series_id = :id",
    "topic": "event.deleted_at IS NULL AND event.id IN (SELECT event_id FROM event_topic WHERE topic_id = :id)",
    "person": "event.deleted_at IS NULL AND event.id IN (SELECT event_id FROM appearance WHERE person_id = :id)",
    "organisation": """event.deleted_at IS NULL AND event.id IN (
        SELECT appearance.event_id FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id
        WHERE appearance_organisation.organisation_id = :id
    )""",
    "bin": "event.deleted_at IS NOT NULL",
}

_ORDERS = {
    "newest": "event.sort_date DESC, event.id DESC",
    "oldest": "event.sort_date = '', event.sort_date, event.id",
    "title": "event.title COLLATE NOCASE, event.id",
    "changed": "event.updated_at DESC, event.id DESC",
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
        SELECT id, title, sort_date, publisher, summary, state, starred, status,
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
        )
        for row in (found[number] for number in ids if number in found)
    ]


def event(store: Store, number: int) -> Event | None:
    """Read one event whole, from the bin too; None when there is none of this id."""
    row = store.db.execute("SELECT * FROM event WHERE id = ?", (number,)).fetchone()
    if row is None:
        return None
    series = _named(store, "SELECT id, name, uid FROM series WHERE id = ?", row["series_id"])
    topics = _named(
        store,
        """
        SELECT topic.id, topic.name, topic.uid
        FROM event_topic JOIN topic ON topic.id = event_topic.topic_id
        WHERE event_topic.event_id = ? ORDER BY event_topic.position
        """,
        number,
    )
    appearances = appearances_where(store, "appearance.event_id = ?", number)
    decks = _decks(store, number)
    sources = _sources(store, number)
    text, evidence, charset = _evidence(store, number)
    draft = Draft(
        source=sources[0].address if sources else "",
        kind=row["kind"],
        title=row["title"],
        publisher=row["publisher"],
        series=series[0].name if series else None,
        language=row["language"],
        status=row["status"],
        published_on=row["published_on"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        timezone=row["timezone"],
        summary=row["summary"],
        body=row["body"],
        topics=tuple(topic.name for topic in topics),
        people=tuple(appearance.printed for appearance in appearances),
        decks=tuple(deck.offered for deck in decks),
        recordings=tuple(DraftRecording(r["title"], r["url"]) for r in _positioned(store, "recording", number)),
        questions=tuple(r["text"] for r in _positioned(store, "question", number)),
        sessions=tuple(
            DraftSession(r["title"], r["starts_at"], r["ends_at"], tuple(json.loads(r["people"])))
            for r in _positioned(store, "session", number)
        ),
        text=text,
        evidence=evidence,
        charset=charset,
        address=sources[0].address if sources else None,
    )
    return Event(
        id=number,
        uid=row["uid"],
        draft=draft,
        state=row["state"],
        starred=bool(row["starred"]),
        series=series[0] if series else None,
        topics=topics,
        appearances=appearances,
        decks=decks,
        notes=notes(store, number),
        sources=sources,
        folder=row["folder"],
        edited=tuple(json.loads(row["edited"])),
        deleted_at=row["deleted_at"],
    )


def appearances_where(store: Store, condition: str, number: int) -> tuple[Appearance, ...]:
    """Read appearances by event, person or organisation, newest event first and then as printed."""
    rows = store.db.execute(
        f"""
        SELECT appearance.*, event.title AS event_title, event.sort_date,
            (SELECT json_group_array(role) FROM (
                SELECT role FROM appearance_role WHERE appearance_id = appearance.id ORDER BY position
            )) AS roles,
            (SELECT json_group_array(json_array(organisation_id, printed)) FROM (
                SELECT organisation_id, printed FROM appearance_organisation
                WHERE appearance_id = appearance.id ORDER BY position
            )) AS organisations
        FROM appearance JOIN event ON event.id = appearance.event_id
        WHERE {condition}
        ORDER BY event.sort_date DESC, event.id DESC, appearance.position
        """,
        (number,),
    )
    return tuple(_appearance(row) for row in rows)


def notes(store: Store, event_id: int) -> tuple[Note, ...]:
    """Read an event's notes in their order, without those in the bin."""
    rows = store.db.execute(
        """
        SELECT id, uid, event_id, text, private, created_at, updated_at
        FROM note WHERE event_id = ? AND deleted_at IS NULL ORDER BY position, id
        """,
        (event_id,),
    )
    return tuple(
        Note(r["id"], r["uid"], r["event_id"], r["text"], bool(r["private"]), r["created_at"], r["updated_at"])
        for r in rows
    )


def find_event(store: Store, words: str) -> int:
    """Give the id of the event meant by an id, a uid or a unique part of a title.

    Raises:
        UserError: when no event or more than one is meant.
    """
    rows = store.db.execute(
        """
        SELECT id, title FROM event
        WHERE deleted_at IS NULL AND (uid = :words OR CAST(id AS TEXT) = :words)
        """,
        {"words": words},
    ).fetchall()
    if not rows:
        rows = store.db.execute(
            "SELECT id, title FROM event WHERE deleted_at IS NULL AND instr(lower(title), lower(?)) > 0 LIMIT 6",
            (words,),
        ).fetchall()
    if len(rows) == 1:
        return int(rows[0]["id"])
    if not rows:
        raise UserError(f"No event is called '{words}'.", "Use `eqbrief list` to see the events and their numbers.")
    named = "; ".join(f"{row['id']} {row['title']}" for row in rows[:5])
    raise UserError(f"'{words}' may mean several events: {named}.", "Give the number, or more of the title.")


def _appearance(row: Any) -> Appearance:
    organisations = cast(list[tuple[int, str]], json.loads(row["organisations"]))
    printed = DraftPerson(
        name=row["printed_name"],
        honorific=row["honorific"],
        credentials=row["credentials"],
        capacity=row["capacity"],
        roles=tuple(json.loads(row["roles"])),
        organisations=tuple(name for _, name in organisations),
        spoke_on=row["spoke_on"],
    )
    return Appearance(
        id=row["id"],
        person_id=row["person_id"],
        event_id=row["event_id"],
        printed=printed,
        organisation_ids=tuple(number for number, _ in organisations),
        event_title=row["event_title"],
        event_date=row["sort_date"] or None,
    )


def _named(store: Store, sql: str, number: int | None) -> tuple[Named, ...]:
    return tuple(Named(row["id"], row["name"], row["uid"]) for row in store.db.execute(sql, (number,)))


def _positioned(store: Store, table: str, event_id: int) -> list[Any]:
    return store.db.execute(f"SELECT * FROM {table} WHERE event_id = ? ORDER BY position, id", (event_id,)).fetchall()


def _decks(store: Store, event_id: int) -> tuple[Deck, ...]:
    return tuple(deck_of(row) for row in _positioned(store, "deck", event_id))


def deck_of(row: Any) -> Deck:
    """Make a deck of its row. Whether its file is still there is for `tasks` to look, not for the database to say."""
    return Deck(
        id=row["id"],
        uid=row["uid"],
        event_id=row["event_id"],
        offered=DraftDeck(row["title"], row["printed_size"], row["format"], row["pages"], row["url"]),
        state="here" if row["file"] else "named",
        file=row["file"],
        sha256=row["sha256"],
        size_bytes=row["size_bytes"],
    )


def _sources(store: Store, event_id: int) -> tuple[Source, ...]:
    return tuple(
        Source(r["id"], r["uid"], event_id, r["address"], r["file"], r["sha256"], r["charset"], r["added_at"])
        for r in store.db.execute(
            """
            SELECT id, uid, address, file, sha256, charset, added_at
            FROM source WHERE event_id = ? ORDER BY added_at DESC, id DESC
            """,
            (event_id,),
        )
    )


def _evidence(store: Store, event_id: int) -> tuple[str, Any, str | None]:
    row = store.db.execute(
        "SELECT text, evidence, charset FROM source WHERE event_id = ? ORDER BY added_at DESC, id DESC LIMIT 1",
        (event_id,),
    ).fetchone()
    if row is None:
        return "", {}, None
    return row["text"], draft_from_json({"evidence": json.loads(row["evidence"])}).evidence, row["charset"]
