# SPDX-License-Identifier: MIT
"""What is asked of the events themselves: who took part, topic, series, dates, state, what they have."""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Literal, TypeVar

from eqbrief.model.query import Field, Words
from eqbrief.store.library import Store
from eqbrief.store.looking import CHANGED
from eqbrief.store.search.matching import rows
from eqbrief.store.search.ranges import CODES, Range

T = TypeVar("T")
NameKind = Literal["person", "organisation", "topic"]
NAME_FIELDS: dict[str, NameKind] = {"person": "person", "org": "organisation", "topic": "topic"}

_LIVE = "SELECT id FROM event WHERE deleted_at IS NULL"
_OF_NAMES = {
    "person": "SELECT event_id FROM appearance WHERE person_id IN (SELECT value FROM json_each(:names))",
    "organisation": """
        SELECT appearance.event_id FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id
        WHERE appearance_organisation.organisation_id IN (SELECT value FROM json_each(:names))
    """,
    "topic": "SELECT event_id FROM event_topic WHERE topic_id IN (SELECT value FROM json_each(:names))",
}
_AT_EVENTS = {
    "person": "SELECT person_id FROM appearance WHERE event_id IN (SELECT value FROM json_each(:events))",
    "organisation": """
        SELECT appearance_organisation.organisation_id FROM appearance_organisation
        JOIN appearance ON appearance.id = appearance_organisation.appearance_id
        WHERE appearance.event_id IN (SELECT value FROM json_each(:events))
    """,
    "topic": "SELECT topic_id FROM event_topic WHERE event_id IN (SELECT value FROM json_each(:events))",
}
_LIVE_EVENT = "JOIN event ON event.id = {}.event_id AND event.deleted_at IS NULL WHERE 1"
_USE = {
    "person": ("person_id", f"appearance {_LIVE_EVENT.format('appearance')}"),
    "organisation": (
        "organisation_id",
        f"""appearance_organisation JOIN appearance ON appearance.id = appearance_organisation.appearance_id
        {_LIVE_EVENT.format("appearance")}""",
    ),
    "topic": ("topic_id", f"event_topic {_LIVE_EVENT.format('event_topic')}"),
}
_ANY = "AND id IN (SELECT event_id FROM {})"
_HAS = {
    "deck": _ANY.format("deck WHERE file IS NOT NULL"),
    "slide": _ANY.format("passage WHERE kind = 'slide'"),
    "note": _ANY.format("note WHERE deleted_at IS NULL AND text <> ''"),
    "action": _ANY.format("action"),
    "question": _ANY.format("question"),
    "session": _ANY.format("session"),
    "recording": _ANY.format("recording"),
    "person": _ANY.format("appearance"),
    "topic": _ANY.format("event_topic"),
    "source": _ANY.format("source"),
    "evidence": _ANY.format("tag WHERE dismissed = 0"),
}
_IS = {
    "starred": "AND starred = 1",
    "reviewed": "AND state = 'reviewed'",
    "reviewing": "AND state = 'reviewing'",
    "to review": "AND state = 'to review'",
    "cancelled": "AND status = 'cancelled'",
    "postponed": "AND status = 'postponed'",
    "changed": f"AND {CHANGED}",
}
_LAST = "~"
"""It stands behind every digit, so that '2023~' is after every day of 2023."""


def live_events(store: Store) -> set[int]:
    """Give every event that is not in the bin."""
    return _ids(store, _LIVE)


def by_date(store: Store) -> list[int]:
    """List every event that is not in the bin, the newest first."""
    newest_first = "SELECT id FROM event WHERE deleted_at IS NULL ORDER BY sort_date DESC, id DESC"
    return json.loads(f"[{store.db.execute(f'SELECT group_concat(id) FROM ({newest_first})').fetchone()[0] or ''}]")


def events_where(store: Store, field: Field) -> set[int]:
    """Give the events for which a condition holds, those in the bin left out."""
    name, value = field.name, field.value
    match name:
        case "person" | "org" | "topic":
            kind = NAME_FIELDS[name]
            names = json.dumps(sorted(named(store, kind, value)))
            found = _ids(store, f"{_LIVE} AND id IN ({_OF_NAMES[kind]})", names=names)
            return found | _held_by(store, value) if name == "org" else found
        case "series":
            rows_ = store.db.execute("SELECT id, name FROM series").fetchall()
            series = json.dumps(_meant(value, ((row["id"], row["name"]) for row in rows_)))
            return _ids(store, f"{_LIVE} AND series_id IN (SELECT value FROM json_each(:series))", series=series)
        case "tag":
            return _tagged(store, value)
        case "year":
            first, _, last = value.partition("..")
            return _between(store, first, last or first)
        case "after":
            return _between(store, value, _LAST)
        case "before":
            return _between(store, "0", value)
        case "has":
            return _ids(store, f"{_LIVE} {_HAS[value]}")
        case "is" | "state":
            return _ids(store, f"{_LIVE} {_IS[value]}")


def _tagged(store: Store, value: str) -> set[int]:
    """Give the events tagged, or a part of them, with an action ('6', 'edi:6') or any of a framework ('edi')."""
    name, _, number = value.rpartition(":")
    sql = f"""
        {_LIVE} AND id IN (
            SELECT event_id FROM tag WHERE dismissed = 0 AND (
                (action = :number COLLATE NOCASE AND (:name = '' OR instr(framework, :name) > 0))
                OR (:name = '' AND length(:number) > 2 AND instr(framework, :key) > 0)
            )
        )
    """
    key = "-".join(number.casefold().split())
    return _ids(store, sql, name="-".join(name.casefold().split()), number=number.strip(), key=key)


def events_dated(store: Store, text: str) -> set[int]:
    """Give the events held in a year, a month or on a day that was typed as a mere word."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return set()
    return _ids(store, f"{_LIVE} AND sort_date BETWEEN :first AND :last", first=text, last=text + _LAST)


def named(store: Store, kind: NameKind, value: str) -> set[int]:
    """Give the people, organisations or topics that a name means: with whole words of theirs, else with beginnings."""
    code = CODES[kind, None]
    names = Range(code, code, "title")
    # Behind the record's own name stand its other spellings; in an event's line stand roles and the like.
    others = Range(code, code, "text")
    for begins in (False, True):
        words = Words(value, together=True, begins=begins)
        found = {*rows(store, words, (names,))} | {
            one for one in rows(store, words, (others,)) if not one >> 32 & 0x3FFFFFF
        }
        if found:
            return group_of(store, kind, _records(store, found))
    return set()


def roots(store: Store, kind: NameKind) -> dict[int, int]:
    """Give the record that each merged one has become a part of; the others are not in it."""
    if kind == "topic":
        return {}
    return {row["id"]: row["root"] for row in store.db.execute(f"SELECT id, root FROM {kind}_root")}


def group_of(store: Store, kind: NameKind, records: set[int]) -> set[int]:
    """Give the records with all those that were merged with them."""
    merged = roots(store, kind)
    wanted = {merged.get(record, record) for record in records}
    return wanted | {record for record, root in merged.items() if root in wanted}


def records_of(store: Store, kind: NameKind, docids: Iterable[int]) -> set[int]:
    """Give the people, organisations or topics that passages stand for, of merged ones the one that stands."""
    merged = roots(store, kind)
    return {merged.get(record, record) for record in _records(store, docids)}


def _records(store: Store, docids: Iterable[int]) -> set[int]:
    return _ids(
        store,
        "SELECT record_id FROM passage WHERE docid IN (SELECT value FROM json_each(:docids))",
        docids=json.dumps(list(docids)),
    )


def names_at(store: Store, kind: NameKind, events: Iterable[int]) -> set[int]:
    """Give the people, organisations or topics of events."""
    merged = roots(store, kind)
    return {merged.get(one, one) for one in _ids(store, _AT_EVENTS[kind], events=json.dumps(list(events)))}


def in_use(store: Store, kind: NameKind, records: Iterable[int]) -> set[int]:
    """Give those of the records that some event not in the bin has; the others are shown nowhere."""
    column, of_events = _USE[kind]
    sql = f"SELECT {column} FROM {of_events} AND {column} IN (SELECT value FROM json_each(:records))"
    merged = roots(store, kind)
    members = group_of(store, kind, set(records))
    return {merged.get(one, one) for one in _ids(store, sql, records=json.dumps(list(members)))}


def _held_by(store: Store, value: str) -> set[int]:
    publishers = store.db.execute("SELECT DISTINCT publisher FROM event WHERE publisher IS NOT NULL").fetchall()
    meant = _meant(value, ((row[0], row[0]) for row in publishers))
    return (
        _ids(store, f"{_LIVE} AND publisher IN (SELECT value FROM json_each(:names))", names=json.dumps(meant))
        if meant
        else set()
    )


def _between(store: Store, first: str, last: str) -> set[int]:
    # A date that is known to the month overlaps every day of it.
    return _ids(
        store,
        f"{_LIVE} AND sort_date <> '' AND sort_date || '{_LAST}' >= :first AND sort_date <= :last || '{_LAST}'",
        first=first,
        last=last,
    )


def _meant(value: str, known: Iterable[tuple[T, str]]) -> list[T]:
    wanted = _folded(value)
    return [number for number, name in known if f" {wanted}" in f" {_folded(name)}"]


def _folded(name: str) -> str:
    """Fold a name as the index does: no accents, no case, one space between words."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def _ids(store: Store, sql: str, **values: str) -> set[int]:
    cursor = store.db.execute(sql, values)
    cursor.row_factory = None
    return {row[0] for row in cursor}
