# SPDX-License-Identifier: MIT
"""Read one event whole, with its people, decks, notes, actions and sources."""

import json
from collections.abc import Iterable
from typing import Any, Literal, cast

from eqbrief.model import (
    Appearance,
    Deck,
    Draft,
    DraftDeck,
    DraftPerson,
    DraftRecording,
    DraftSession,
    Event,
    Named,
    Note,
    Source,
    Tie,
    draft_from_json,
)
from eqbrief.store.actions import actions_of
from eqbrief.store.library import Store


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
    draft = _draft(store, row, series, topics, appearances, decks, sources)
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
        actions=actions_of(store, number),
    )


def appearances_where(store: Store, condition: str, number: int | None = None) -> tuple[Appearance, ...]:
    """Read appearances by event, person or organisation, newest event first and then as printed."""
    rows = store.db.execute(
        f"""
        SELECT appearance.*, event.title AS event_title, event.sort_date,
            coalesce(person_root.root, appearance.person_id) AS stands_for,
            (SELECT json_group_array(role) FROM (
                SELECT role FROM appearance_role WHERE appearance_id = appearance.id ORDER BY position
            )) AS roles,
            (SELECT json_group_array(json_array(organisation_id, printed)) FROM (
                SELECT coalesce(organisation_root.root, organisation_id) AS organisation_id, printed
                FROM appearance_organisation LEFT JOIN organisation_root ON organisation_root.id = organisation_id
                WHERE appearance_id = appearance.id ORDER BY position
            )) AS organisations
        FROM appearance JOIN event ON event.id = appearance.event_id
        LEFT JOIN person_root ON person_root.id = appearance.person_id
        WHERE {condition}
        ORDER BY event.sort_date DESC, event.id DESC, appearance.position
        """,
        () if number is None else (number,),
    )
    return tuple(_appearance(row) for row in rows)


def notes(store: Store, event_id: int) -> tuple[Note, ...]:
    """Read an event's notes in their order, without those in the bin."""
    rows = store.db.execute(
        "SELECT * FROM note WHERE event_id = ? AND deleted_at IS NULL ORDER BY position, id", (event_id,)
    )
    return tuple(note_of(row) for row in rows)


def note(store: Store, number: int) -> Note | None:
    """Read one note, also from the bin; None when there is none of this id."""
    row = store.db.execute("SELECT * FROM note WHERE id = ?", (number,)).fetchone()
    return note_of(row) if row else None


def note_by_uid(store: Store, uid: str) -> Note | None:
    """Read one note by its uid; None for one in the bin too."""
    row = store.db.execute("SELECT * FROM note WHERE uid = ? AND deleted_at IS NULL", (uid,)).fetchone()
    return note_of(row) if row else None


def parts_of(store: Store, event_id: int, table: Literal["question", "session"]) -> list[Named]:
    """Read an event's questions or sessions in their order, each by its words."""
    words = {"question": "text", "session": "title"}[table]
    rows = store.db.execute(
        f"SELECT id, uid, {words} AS words FROM {table} WHERE event_id = ? ORDER BY position, id", (event_id,)
    )
    return [Named(row["id"], row["words"], row["uid"]) for row in rows]


def notes_on(store: Store, kind: Literal["person", "organisation"], uids: Iterable[str]) -> tuple[Note, ...]:
    """Read the notes on a person or an organisation of these uids, in their order, without those in the bin."""
    wanted = list(uids)
    rows = store.db.execute(
        f"""
        SELECT * FROM note WHERE tie_kind = ? AND tie_uid IN ({", ".join("?" * len(wanted))}) AND deleted_at IS NULL
        ORDER BY position, id
        """,
        (kind, *wanted),
    )
    return tuple(note_of(row) for row in rows)


def note_of(row: Any) -> Note:
    """Make a note of its row."""
    tie = None
    if row["tie_kind"]:
        tie = Tie(
            row["tie_kind"], row["tie_uid"] or "", row["tie_number"], row["tie_title"] or "", row["tie_words"] or ""
        )
    facts = (row["id"], row["uid"], row["event_id"], row["text"], bool(row["private"]))
    return Note(*facts, row["created_at"], row["updated_at"], tie)


def shared_notes(store: Store) -> set[str]:
    """Give the uids of the notes that may go into what is handed out: not private, and not in the bin."""
    return {row["uid"] for row in store.db.execute("SELECT uid FROM note WHERE private = 0 AND deleted_at IS NULL")}


def _draft(
    store: Store,
    row: Any,
    series: tuple[Named, ...],
    topics: tuple[Named, ...],
    appearances: tuple[Appearance, ...],
    decks: tuple[Deck, ...],
    sources: tuple[Source, ...],
) -> Draft:
    text, evidence, charset = _evidence(store, row["id"])
    return Draft(
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
        recordings=tuple(DraftRecording(r["title"], r["url"]) for r in _positioned(store, "recording", row["id"])),
        questions=tuple(r["text"] for r in _positioned(store, "question", row["id"])),
        sessions=tuple(
            DraftSession(r["title"], r["starts_at"], r["ends_at"], tuple(json.loads(r["people"])))
            for r in _positioned(store, "session", row["id"])
        ),
        text=text,
        evidence=evidence,
        charset=charset,
        address=sources[0].address if sources else None,
    )


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
        person_id=row["stands_for"],
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
