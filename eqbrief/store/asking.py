# SPDX-License-Identifier: MIT
"""Saved searches and enquiries: kept, listed, changed with undo."""

import json
import sqlite3
from collections.abc import Iterable

from eqbrief.model import UserError, now
from eqbrief.model.asking import Enquiry, EnquiryRow, SavedSearch
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

_ENQUIRIES = """
    SELECT enquiry.*, count(enquiry_row.id) AS rows, coalesce(sum(enquiry_row.left_out), 0) AS left_out
    FROM enquiry LEFT JOIN enquiry_row ON enquiry_row.enquiry_id = enquiry.id AND enquiry_row.event_id IN (
        SELECT id FROM event WHERE deleted_at IS NULL
    )
"""


def saved_searches(store: Store) -> list[SavedSearch]:
    """List the saved searches in the order in which they were saved."""
    rows = store.db.execute("SELECT id, uid, name, query, seen FROM saved_search ORDER BY id")
    return [_saved(row) for row in rows]


def saved_search(store: Store, number: int) -> SavedSearch | None:
    """Give a saved search, None where it is gone."""
    row = store.db.execute("SELECT id, uid, name, query, seen FROM saved_search WHERE id = ?", (number,)).fetchone()
    return _saved(row) if row else None


def add_saved_search(store: Store, change: Change, name: str, query: str, seen: Iterable[str] = ()) -> int:
    """Keep a query under a name and give its id."""
    moment = now()
    store.touch("saved_search")
    return change.insert_uid(
        "saved_search", name=name, query=query, seen=_list(seen), created_at=moment, updated_at=moment
    )


def set_saved_search(store: Store, change: Change, number: int, *, name: str, query: str) -> None:
    """Give a saved search another name or query."""
    change.update("saved_search", number, name=name, query=query, updated_at=now())
    store.touch("saved_search")


def look_at_search(store: Store, change: Change, number: int, seen: Iterable[str]) -> None:
    """Remember what a saved search has shown; nothing that anybody would undo."""
    change.execute("UPDATE saved_search SET seen = ? WHERE id = ?", (_list(seen), number))
    store.touch("saved_search")


def remove_saved_search(store: Store, change: Change, number: int) -> None:
    """Forget a saved search; undoing the change brings it back."""
    change.delete("saved_search", number)
    store.touch("saved_search")


def enquiries(store: Store) -> list[Enquiry]:
    """List the enquiries, the one that was put last first."""
    rows = store.db.execute(f"{_ENQUIRIES} GROUP BY enquiry.id ORDER BY enquiry.asked_at DESC, enquiry.id DESC")
    return [_enquiry(row) for row in rows]


def enquiry(store: Store, number: int) -> Enquiry:
    """Read one enquiry.

    Raises:
        UserError: when there is none of this id.
    """
    row = store.db.execute(f"{_ENQUIRIES} WHERE enquiry.id = ? GROUP BY enquiry.id", (number,)).fetchone()
    if row is None:
        raise UserError("This enquiry is no longer in the library.", "Put the question again, or undo its deletion.")
    return _enquiry(row)


def enquiry_rows(store: Store, number: int, *, left_out: bool = False) -> list[EnquiryRow]:
    """List the answers of an enquiry by event, newest first; with `left_out` also the rows that were left out."""
    rows = store.db.execute(
        f"""
        SELECT enquiry_row.*, event.title AS event, event.sort_date, coalesce(person.name, '') AS person
        FROM enquiry_row
        JOIN event ON event.id = enquiry_row.event_id AND event.deleted_at IS NULL
        LEFT JOIN person ON person.id = enquiry_row.person_id
        WHERE enquiry_row.enquiry_id = ? {"" if left_out else "AND enquiry_row.left_out = 0"}
        ORDER BY event.sort_date DESC, event.id DESC, enquiry_row.id
        """,
        (number,),
    )
    return [
        EnquiryRow(
            id=row["id"],
            uid=row["uid"],
            event_id=row["event_id"],
            event=row["event"],
            date=row["sort_date"] or None,
            person_id=row["person_id"],
            person=row["person"],
            kind=row["kind"],
            record_id=row["record_id"],
            place=row["place"],
            says=row["says"],
            text=row["text"],
            left_out=bool(row["left_out"]),
        )
        for row in rows
    ]


def add_enquiry(store: Store, change: Change, name: str, query: str) -> int:
    """Keep a question and give its id."""
    moment = now()
    store.touch("enquiry")
    return change.insert_uid("enquiry", name=name, query=query, asked_at=moment, created_at=moment, updated_at=moment)


def set_enquiry(store: Store, change: Change, number: int, **values: object) -> None:
    """Set columns of an enquiry: `name`, `query`, `asked_at`."""
    change.update("enquiry", number, **values, updated_at=now())
    store.touch("enquiry")


def remove_enquiry(store: Store, change: Change, number: int) -> None:
    """Take an enquiry with its rows away; undoing the change brings all of it back."""
    for row in change.execute("SELECT id FROM enquiry_row WHERE enquiry_id = ?", (number,)).fetchall():
        change.delete("enquiry_row", row["id"])
    change.delete("enquiry", number)
    store.touch("enquiry", "enquiry_row")


def put_enquiry_row(store: Store, change: Change, number: int, row: EnquiryRow) -> None:
    """Put an answer into an enquiry's table, unless it stands there or stood there in the same words."""
    known = change.execute(
        """
        SELECT id, text, person_id FROM enquiry_row
        WHERE enquiry_id = ? AND event_id = ? AND kind = ? AND ((record_id = ? AND place = ?) OR text = ?)
        ORDER BY record_id = ? DESC LIMIT 1
        """,
        (number, row.event_id, row.kind, row.record_id, row.place, row.text, row.record_id),
    ).fetchone()
    values = {"person_id": row.person_id, "record_id": row.record_id, "place": row.place, "says": row.says}
    store.touch("enquiry_row")
    if known is not None:
        change.update("enquiry_row", known["id"], **values, text=row.text)
        return
    change.insert_uid("enquiry_row", enquiry_id=number, event_id=row.event_id, kind=row.kind, **values, text=row.text)


def leave_out_row(store: Store, change: Change, number: int, left_out: bool) -> None:
    """Leave an answer out of an enquiry's table, or take it in again."""
    change.update("enquiry_row", number, left_out=int(left_out))
    store.touch("enquiry_row")


def remove_enquiry_row(store: Store, change: Change, number: int) -> None:
    """Take an answer away that is not found any more."""
    change.delete("enquiry_row", number)
    store.touch("enquiry_row")


def person_of(store: Store, kind: str, record: int) -> int | None:
    """Give the person whom a passage is of: of a person's line, or the turn of a transcript; None where nobody is."""
    if kind == "person":
        return record
    if kind != "transcript":
        return None
    row = store.db.execute("SELECT person_id FROM turn WHERE id = ?", (record,)).fetchone()
    return row["person_id"] if row else None


def slide_spot(store: Store, slide_id: int, place: str) -> tuple[tuple[int, str] | None, int | None, str | None]:
    """Give the deck, the number of the slide and where on it, of an answer's slide and place ('7:table').

    The deck is None where the slide or its deck is no more.
    """
    deck_id, _, where = place.partition(":")
    row = store.db.execute(
        "SELECT slide.number, deck.id, deck.title FROM slide, deck WHERE slide.id = ? AND deck.id = ?",
        (slide_id, deck_id or 0),
    ).fetchone()
    return ((row["id"], row["title"]), row["number"], where or None) if row else (None, None, where or None)


def whose_note(store: Store, note_id: int) -> tuple[str, int] | None:
    """Give the kind and the id of the person or organisation that a note is about; None for a note on an event."""
    row = store.db.execute(
        """
        SELECT note.tie_kind, coalesce(person.id, organisation.id) AS id FROM note
        LEFT JOIN person ON note.tie_kind = 'person' AND person.uid = note.tie_uid
        LEFT JOIN organisation ON note.tie_kind = 'organisation' AND organisation.uid = note.tie_uid
        WHERE note.id = ? AND note.event_id IS NULL
        """,
        (note_id,),
    ).fetchone()
    return (row["tie_kind"], row["id"]) if row and row["id"] is not None else None


def private_notes(store: Store) -> set[int]:
    """Give the notes that never leave unless chosen by hand."""
    return {row["id"] for row in store.db.execute("SELECT id FROM note WHERE private = 1")}


def _saved(row: sqlite3.Row) -> SavedSearch:
    return SavedSearch(row["id"], row["uid"], row["name"], row["query"], frozenset(json.loads(row["seen"])))


def _enquiry(row: sqlite3.Row) -> Enquiry:
    return Enquiry(row["id"], row["uid"], row["name"], row["query"], row["asked_at"], row["rows"], row["left_out"])


def _list(seen: Iterable[str]) -> str:
    return json.dumps(sorted(seen))
