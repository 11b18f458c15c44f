# SPDX-License-Identifier: MIT
"""Erase a person: the record, what ties to it and what was derived from it; then nothing of it is left in the file.

What people wrote themselves (notes, titles, actions) and what is kept as evidence (pages, decks, transcripts) is not
altered here, but named, so that a person can decide about each.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eqbrief.store.changes import Change
from eqbrief.store.library import Store
from eqbrief.store.merging import group_of
from eqbrief.store.passages import index_event

_GOES = frozenset(
    {
        *("person", "person_name", "appearance", "appearance_role", "appearance_organisation"),
        *("change_log", "told_apart", "tag"),
    }
)
_DERIVED = ("passage", "sqlite_", "_sqlite_", "term_place", "term_read", "derived")


@dataclass(frozen=True, slots=True)
class Holding:
    """A row that holds a name: its table, its id, its event if it has one, and the words around the name."""

    table: str
    id: int
    event_id: int | None
    excerpt: str


def names_of_person(store: Store, number: int) -> list[str]:
    """List every full name under which a person is printed, the longest first."""
    group = ", ".join(map(str, group_of(store, "person", number)))
    rows = store.db.execute(
        f"""
        SELECT name FROM person WHERE id IN ({group}) UNION SELECT name FROM person_name WHERE person_id IN ({group})
        UNION SELECT printed_name FROM appearance WHERE person_id IN ({group})
        """
    )
    return sorted({str(row[0]) for row in rows}, key=lambda name: (-len(name), name))


def holdings(store: Store, names: Sequence[str]) -> list[Holding]:
    """List every row of every table that holds one of the names, but those that erasing takes away."""
    found: list[Holding] = []
    tables = [
        str(row[0])
        for row in store.db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if row[0] not in _GOES and not str(row[0]).startswith(_DERIVED)
    ]
    for table in tables:
        columns = store.db.execute(f"PRAGMA table_info('{table}')").fetchall()
        texts = [str(row["name"]) for row in columns if str(row["type"]).upper() == "TEXT" and row["name"] != "uid"]
        known = {str(row["name"]) for row in columns}
        if not texts or "id" not in known:
            continue
        held = " OR ".join(
            f"instr(lower({column}), lower(:name{n})) > 0" for column in texts for n in range(len(names))
        )
        event = "event_id" if "event_id" in known else "id" if table == "event" else "NULL"
        sql = f"SELECT id, {event} AS event_id, {', '.join(texts)} FROM {table} WHERE {held}"
        values = {f"name{n}": name for n, name in enumerate(names)}
        for row in store.db.execute(sql, values):
            found.append(Holding(table, row["id"], row["event_id"], _excerpt([row[one] for one in texts], names)))
    return found


def erase_record(store: Store, change: Change, number: int, names: Sequence[str]) -> dict[str, int]:
    """Take a person's record, appearances, links, derived rows and log entries away; give how many of each."""
    ids = group_of(store, "person", number)
    marks = ", ".join(map(str, ids))
    gone: dict[str, int] = {}
    with change.unlogged():
        events = [
            int(row[0])
            for row in change.execute(f"SELECT DISTINCT event_id FROM appearance WHERE person_id IN ({marks})")
        ]
        touched = {*events, *_from_sessions(change, names)}
        gone["appearances"] = change.execute(f"DELETE FROM appearance WHERE person_id IN ({marks})").rowcount
        gone["actions"] = change.execute(
            f"UPDATE action SET owner = NULL, person_id = NULL WHERE person_id IN ({marks})"
        ).rowcount
        gone["turns"] = change.execute(
            f"UPDATE turn SET speaker = NULL, person_id = NULL WHERE person_id IN ({marks})"
        ).rowcount
        gone["notes"] = _from_notes(change, marks)
        gone["log"] = _from_log(change, ids, names)
        _from_drafts(change, names)
        _from_tags(change, names)
        change.execute(
            f"DELETE FROM told_apart WHERE kind = 'person' AND (one_id IN ({marks}) OR other_id IN ({marks}))"
        )
        change.execute(f"DELETE FROM passage WHERE kind = 'person' AND record_id IN ({marks})")
        change.execute(f"UPDATE person SET same_as = NULL WHERE same_as IN ({marks})")
        gone["records"] = change.execute(f"DELETE FROM person WHERE id IN ({marks})").rowcount
        _settle_people(change, events)
        for event in sorted(touched):
            index_event(store, change, event)
    store.touch("person", "appearance", "event", "session", "action", "passage", "told_apart")
    return gone


def compact(store: Store) -> bool:
    """Write the file anew without what was deleted, its index and its write-ahead log too; False where that must wait.

    It waits where another program reads the library at the moment.
    """
    db = store.db
    db.execute("PRAGMA secure_delete = ON")
    with store.change("passage") as change:
        for index in ("passage_plain", "passage_stem"):
            change.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
    try:
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.OperationalError:
        return False
    return not busy


def _from_sessions(change: Change, names: Sequence[str]) -> Iterator[int]:
    """Take the names out of the sessions that name them; give the events of these."""
    for row in change.execute("SELECT id, event_id, people FROM session").fetchall():
        people: list[str] = json.loads(row["people"])
        kept = [name for name in people if not _is_one(name, names)]
        if kept != people:
            change.execute(
                "UPDATE session SET people = ? WHERE id = ?", (json.dumps(kept, ensure_ascii=False), row["id"])
            )
            yield int(row["event_id"])


def _from_notes(change: Change, marks: str) -> int:
    """Take away the notes on the person; those at an event stay, and are tied to the person no more."""
    on_them = f"tie_kind = 'person' AND tie_uid IN (SELECT uid FROM person WHERE id IN ({marks}))"
    change.execute(
        f"""
        DELETE FROM passage WHERE kind = 'note'
            AND record_id IN (SELECT id FROM note WHERE event_id IS NULL AND {on_them})
        """
    )
    gone = change.execute(f"DELETE FROM note WHERE event_id IS NULL AND {on_them}").rowcount
    change.execute(f"UPDATE note SET tie_kind = NULL, tie_uid = NULL, tie_title = NULL WHERE {on_them}")
    return gone


def _from_log(change: Change, ids: Sequence[int], names: Sequence[str]) -> int:
    """Take the changes that hold a name or the person's number out of the log; they can no longer be undone."""
    gone = 0
    for row in change.execute("SELECT id, name, steps FROM change_log").fetchall():
        whole = f"{row['name']}\n{row['steps']}".casefold()
        try:
            steps: list[dict[str, Any]] = json.loads(row["steps"])
        except ValueError:
            steps = []
        values: list[dict[str, Any]] = [step[key] for step in steps for key in ("before", "after") if step.get(key)]
        tied = any(value.get("person_id") in ids for value in values)
        if tied or any(name.casefold() in whole for name in names):
            gone += change.execute("DELETE FROM change_log WHERE id = ?", (row["id"],)).rowcount
    return gone


def _from_drafts(change: Change, names: Sequence[str]) -> None:
    """Take the names out of what was read from pages: the people, and the evidence for them; the pages' text stays."""
    held = " OR ".join("instr(lower(coalesce(draft, '') || evidence), lower(?)) > 0" for _ in names)
    for row in change.execute(f"SELECT id, draft, evidence FROM source WHERE {held}", tuple(names)).fetchall():
        evidence: dict[str, list[dict[str, Any]]] = json.loads(row["evidence"])
        kept = {
            key: [one for one in listed if not _holds(str(one.get("text", "")), names)]
            for key, listed in evidence.items()
        }
        draft: dict[str, Any] | None = json.loads(row["draft"]) if row["draft"] else None
        if draft:
            people: list[dict[str, Any]] = draft.get("people") or []
            draft["people"] = [one for one in people if not _is_one(str(one.get("name")), names)]
            sessions: list[dict[str, Any]] = draft.get("sessions") or []
            for session in sessions:
                listed: list[str] = session.get("people") or []
                session["people"] = [name for name in listed if not _is_one(name, names)]
        change.execute(
            "UPDATE source SET draft = ?, evidence = ? WHERE id = ?",
            (
                json.dumps(draft, ensure_ascii=False) if draft else None,
                json.dumps({key: items for key, items in kept.items() if items}, ensure_ascii=False),
                row["id"],
            ),
        )


def _from_tags(change: Change, names: Sequence[str]) -> None:
    """Take the names out of the words by which tagged slides and questions are found again."""
    pattern = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    for row in change.execute("SELECT id, title, words FROM tag WHERE words IS NOT NULL").fetchall():
        title, words = pattern.sub("", row["title"] or ""), pattern.sub("", row["words"])
        change.execute("UPDATE tag SET title = ?, words = ? WHERE id = ?", (title, words, row["id"]))


def _settle_people(change: Change, events: Sequence[int]) -> None:
    """Remember that the panel was set by hand, so that adding the page again does not bring the person back."""
    for event in events:
        row = change.execute("SELECT edited FROM event WHERE id = ?", (event,)).fetchone()
        edited = json.dumps(sorted({*json.loads(row["edited"]), "people"}))
        change.execute("UPDATE event SET edited = ? WHERE id = ?", (edited, event))


def _is_one(name: str, names: Sequence[str]) -> bool:
    return name.casefold() in {one.casefold() for one in names}


def _holds(text: str, names: Sequence[str]) -> bool:
    folded = text.casefold()
    return any(name.casefold() in folded for name in names)


def _excerpt(values: Sequence[Any], names: Sequence[str]) -> str:
    """Give a few words around the first name that a row holds."""
    for value in values:
        text = str(value or "")
        for name in names:
            at = text.casefold().find(name.casefold())
            if at >= 0:
                before, after = text[max(0, at - 48) : at], text[at + len(name) : at + len(name) + 48]
                if at > 48:  # whole words only
                    before = f"… {before.partition(' ')[2]}"
                if len(text) > at + len(name) + 48:
                    after = f"{after.rpartition(' ')[0]} …"
                return " ".join(f"{before}{text[at : at + len(name)]}{after}".split())
    return ""
