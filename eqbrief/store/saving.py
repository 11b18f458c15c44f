# SPDX-License-Identifier: MIT
"""Write events: a draft that was accepted, the fields that were edited, stars and states, the bin.

Whether two names mean one person or organisation is not for the store to say: the caller gives `Keys`.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from eqbrief.model import Draft, DraftDeck, DraftPerson, DraftRecording, DraftSession, now
from eqbrief.store.changes import Change, gone
from eqbrief.store.library import Store
from eqbrief.store.passages import index_event, index_name, index_new_event

SCALARS = (
    "title", "publisher", "kind", "language", "status", "published_on", "starts_at", "ends_at", "timezone", "summary",
    "body",
)  # fmt: skip
"""The fields of a draft that are one column of the event's row."""

TABLES = (
    "event",
    "appearance",
    "person",
    "organisation",
    "topic",
    "series",
    "question",
    "deck",
    "recording",
    "session",
)


@dataclass(frozen=True, slots=True)
class Keys:
    """How names are compared: two names with the same key mean one person, or one organisation."""

    person: Callable[[str], str]
    organisation: Callable[[str], str]


def insert_event(store: Store, change: Change, draft: Draft, keys: Keys, folder: str) -> int:
    """Store a draft as a new event and give its id. Undoing the change puts it in the bin."""
    moment = now()
    values = {column: getattr(draft, column) for column in SCALARS}
    values["title"] = draft.title or "Untitled event"
    with change.unlogged():  # undoing means the bin, not row by row
        number = change.insert_uid(
            "event",
            **values,
            series_id=_series(change, draft.series),
            folder=folder,
            created_at=moment,
            updated_at=moment,
        )
        _write_parts(change, number, draft, keys, PARTS)
    change.undo_is("event", number, deleted_at=moment)
    stored = draft if draft.title else replace(draft, title=values["title"])
    index_new_event(change, number, stored)
    store.touch(*TABLES)
    return number


def update_event(store: Store, change: Change, number: int, draft: Draft, keys: Keys, fields: Sequence[str]) -> None:
    """Set the named fields of an event to what the draft says; everything else stays as it is."""
    values = {column: getattr(draft, column) for column in SCALARS if column in fields}
    if "title" in values:
        values["title"] = draft.title or "Untitled event"
    if "series" in fields:
        values["series_id"] = _series(change, draft.series)
    change.update("event", number, **values, updated_at=now())
    _write_parts(change, number, draft, keys, [part for part in PARTS if part in fields])
    index_event(store, change, number)
    store.touch(*TABLES)


def mark_edited(change: Change, number: int, fields: Iterable[str]) -> None:
    """Remember that a person has set these fields by hand, so that adding the page again leaves them alone."""
    row = change.execute("SELECT edited FROM event WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise gone("event")
    change.update("event", number, edited=json.dumps(sorted({*json.loads(row["edited"]), *fields})))


def unmark_edited(change: Change, number: int, fields: Iterable[str]) -> None:
    """Forget that these fields were set by hand, because the person has taken what the page says."""
    row = change.execute("SELECT edited FROM event WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise gone("event")
    change.update("event", number, edited=json.dumps(sorted(set(json.loads(row["edited"])) - set(fields))))


def set_on_event(store: Store, change: Change, number: int, **values: object) -> None:
    """Set what a person says of an event: `state`, `starred`, `deleted_at`."""
    change.update("event", number, **values)
    if "deleted_at" in values:
        index_event(store, change, number)
        store.touch(*TABLES)
    store.touch("event")


def _series(change: Change, name: str | None) -> int | None:
    return _by_name(change, "series", name) if name else None


def _by_name(change: Change, table: str, name: str) -> int:
    row = change.execute(f"SELECT id FROM {table} WHERE name = ? COLLATE NOCASE", (name,)).fetchone()
    if row is not None:
        return row["id"]
    number = change.insert_uid(table, name=name)
    if table == "topic":
        index_name(change, table, number)
    return number


def _keyed(change: Change, table: str, name: str, key: str) -> int:
    """Find or make the person or organisation that a printed name means, and remember the spelling."""
    row = (
        change.execute(f"SELECT id, name FROM {table} WHERE match_key = ? ORDER BY id LIMIT 1", (key,)).fetchone()
        or change.execute(
            f"""
        SELECT {table}.id, {table}.name FROM {table}_name JOIN {table} ON {table}.id = {table}_name.{table}_id
        WHERE {table}_name.match_key = ? ORDER BY {table}.id LIMIT 1
        """,
            (key,),
        ).fetchone()
    )
    if row is None:
        number = change.insert_uid(table, name=name, match_key=key)
        index_name(change, table, number)
        return number
    if row["name"] != name:
        sql = f"INSERT OR IGNORE INTO {table}_name({table}_id, name) VALUES (?, ?)"
        if change.execute(sql, (row["id"], name)).rowcount:
            index_name(change, table, row["id"])
    return row["id"]


def _clear(change: Change, table: str, column: str, number: int) -> None:
    for row in change.execute(f"SELECT id FROM {table} WHERE {column} = ?", (number,)).fetchall():
        change.delete(table, row["id"])


def _write_topics(change: Change, number: int, topics: Iterable[str], keys: Keys) -> None:
    _clear(change, "event_topic", "event_id", number)
    ids = dict.fromkeys(_by_name(change, "topic", name) for name in topics)
    for position, topic in enumerate(ids, 1):
        change.insert("event_topic", event_id=number, topic_id=topic, position=position)


def _write_people(change: Change, number: int, people: Iterable[DraftPerson], keys: Keys) -> None:
    for row in change.execute("SELECT id FROM appearance WHERE event_id = ?", (number,)).fetchall():
        _clear(change, "appearance_role", "appearance_id", row["id"])
        _clear(change, "appearance_organisation", "appearance_id", row["id"])
        change.delete("appearance", row["id"])
    for position, person in enumerate(people, 1):
        appearance = change.insert_uid(
            "appearance",
            event_id=number,
            position=position,
            person_id=_keyed(change, "person", person.name, keys.person(person.name)),
            printed_name=person.name,
            honorific=person.honorific,
            credentials=person.credentials,
            capacity=person.capacity,
            spoke_on=person.spoke_on,
        )
        for place, role in enumerate(person.roles, 1):
            change.insert("appearance_role", appearance_id=appearance, position=place, role=role)
        for place, printed in enumerate(person.organisations, 1):
            organisation = _keyed(change, "organisation", printed, keys.organisation(printed))
            change.insert(
                "appearance_organisation",
                appearance_id=appearance,
                organisation_id=organisation,
                position=place,
                printed=printed,
            )


def _write_questions(change: Change, number: int, questions: Iterable[str], keys: Keys) -> None:
    _clear(change, "question", "event_id", number)
    for position, text in enumerate(questions, 1):
        change.insert_uid("question", event_id=number, position=position, text=text)


def _write_recordings(change: Change, number: int, recordings: Iterable[DraftRecording], keys: Keys) -> None:
    _clear(change, "recording", "event_id", number)
    for position, recording in enumerate(recordings, 1):
        change.insert_uid("recording", event_id=number, position=position, title=recording.title, url=recording.url)


def _write_sessions(change: Change, number: int, sessions: Iterable[DraftSession], keys: Keys) -> None:
    _clear(change, "session", "event_id", number)
    for position, session in enumerate(sessions, 1):
        change.insert_uid(
            "session",
            event_id=number,
            position=position,
            title=session.title,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            people=json.dumps(session.people, ensure_ascii=False),
        )


def _write_decks(change: Change, number: int, decks: Iterable[DraftDeck], keys: Keys) -> None:
    """Set what the page offers. A deck that is here keeps its file, also when the page no longer names it."""
    rows = change.execute("SELECT id, title, file FROM deck WHERE event_id = ?", (number,)).fetchall()
    known = {row["title"]: row["id"] for row in rows}
    wanted = list(decks)
    for row in rows:
        if not row["file"] and row["title"] not in {deck.title for deck in wanted}:
            change.delete("deck", row["id"])
    for position, deck in enumerate(wanted, 1):
        values = {"printed_size": deck.size_bytes, "format": deck.format, "pages": deck.pages, "url": deck.url}
        if deck.title in known:
            change.update("deck", known[deck.title], position=position, **values)
        else:
            change.insert_uid("deck", event_id=number, position=position, title=deck.title, **values)


PARTS: dict[str, Callable[..., None]] = {
    "topics": _write_topics,
    "people": _write_people,
    "decks": _write_decks,
    "recordings": _write_recordings,
    "questions": _write_questions,
    "sessions": _write_sessions,
}
"""The fields of a draft that are rows of their own, each with the function that replaces them."""


FIELDS = (*SCALARS, "series", *PARTS)
"""Every field of a draft that an event keeps."""


def _write_parts(change: Change, number: int, draft: Draft, keys: Keys, parts: Iterable[str]) -> None:
    for part in parts:
        PARTS[part](change, number, getattr(draft, part), keys)
