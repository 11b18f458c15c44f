# SPDX-License-Identifier: MIT
"""Enquiries: a question put to all events, its answers kept as a table of event, person, place and passage."""

import html
import re
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.model import Hit, Progress, UserError, now, say_date, to_json
from eqbrief.model.asking import Enquiry, EnquiryRow
from eqbrief.model.query import parse
from eqbrief.model.query.values import KINDS, PLACES
from eqbrief.store import Store
from eqbrief.tasks.searching import named
from eqbrief.tasks.sheets import Sheet, harmless, write_sheet
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

COLUMNS = ("Event", "Date", "Person", "Where", "Passage")
"""The columns of an enquiry's table, on the screen as in what is exported."""

_MOST_ROWS = 1000
_MOST_OF_AN_EVENT = 8
_OF_NOBODY = ("organisation", "topic", "deck", "term")


def enquire(store: Store, name: str, query: str, report: Report = quiet, stop: Stop = go_on) -> Enquiry:
    """Put a question to all events and keep it with its answers; undo takes it away.

    Raises:
        UserError: when there is nothing in it to look for.
    """
    query = query.strip()
    rows = _answers(store, query, report, stop)
    with store.change("enquiry", "enquiry_row", name=f"Ask “{named(name, query)}”") as change:
        number = db.add_enquiry(store, change, named(name, query), query)
        for row in rows:
            db.put_enquiry_row(store, change, number, row)
    return db.enquiry(store, number)


def ask_again(store: Store, number: int, report: Report = quiet, stop: Stop = go_on) -> Enquiry:
    """Put a kept question again: new answers come, those that are no more go, what was left out stays so."""
    known = db.enquiry(store, number)
    rows = _answers(store, known.query, report, stop)
    found = {_key(row) for row in rows} | {(row.event_id, row.kind, row.text) for row in rows}
    with store.change("enquiry", "enquiry_row", name=f"Ask “{known.name}” again") as change:
        for old in db.enquiry_rows(store, number, left_out=True):
            if _key(old) not in found and (old.event_id, old.kind, old.text) not in found:
                db.remove_enquiry_row(store, change, old.id)
        for row in rows:
            db.put_enquiry_row(store, change, number, row)
        db.set_enquiry(store, change, number, asked_at=now())
    return db.enquiry(store, number)


def rename_enquiry(store: Store, number: int, name: str) -> Enquiry:
    """Word a question otherwise, leaving what is searched for; undo gives it the old words."""
    known = db.enquiry(store, number)
    with store.change("enquiry", name=f"Rename “{known.name}”") as change:
        db.set_enquiry(store, change, number, name=named(name, known.query))
    return db.enquiry(store, number)


def delete_enquiry(store: Store, number: int) -> Enquiry:
    """Take a question with its answers away; undo brings them back."""
    known = db.enquiry(store, number)
    with store.change("enquiry", "enquiry_row", name=f"Delete the enquiry “{known.name}”") as change:
        db.remove_enquiry(store, change, number)
    return known


def leave_out(store: Store, rows: list[int], left_out: bool = True) -> None:
    """Leave answers out of their table, or take them in again; undo takes that back."""
    said = f"{'Leave out' if left_out else 'Take in'} {len(rows)} answer{'' if len(rows) == 1 else 's'}"
    with store.change("enquiry_row", name=said) as change:
        for row in rows:
            db.leave_out_row(store, change, row, left_out)


def cells(row: EnquiryRow) -> tuple[str, str, str, str, str]:
    """Give an answer as its five columns."""
    return row.event, say_date((row.date or "")[:10]), row.person, row.says, row.text


def table_text(rows: list[EnquiryRow]) -> str:
    """Write answers as text to copy: a line each, tabs between, which Excel and Word take for a table."""
    lines = [COLUMNS, *(tuple(" ".join(harmless(cell).split()) for cell in cells(row)) for row in rows)]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def export_enquiry(store: Store, number: int, target: Path) -> int:
    """Write an enquiry's table to a .csv or .xlsx file, whole or not at all, and give how many answers it has.

    Answers out of private notes are left out: they never leave unless chosen by hand.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    private = db.private_notes(store)
    rows = [row for row in db.enquiry_rows(store, number) if not (row.kind == "note" and row.record_id in private)]
    return write_sheet(Sheet("Answers", COLUMNS, [cells(row) for row in rows]), target)


def enquiry_json(store: Store, enquiry: Enquiry) -> dict[str, Any]:
    """Give an enquiry with its answers for the command line, with those left out marked so."""
    rows = [to_json(row) | {"id": row.id, "uid": row.uid} for row in db.enquiry_rows(store, enquiry.id, left_out=True)]
    return {
        "id": enquiry.id, "uid": enquiry.uid, "name": enquiry.name, "query": enquiry.query,
        "asked_at": enquiry.asked_at, "rows": rows,
    }  # fmt: skip


def _answers(store: Store, query: str, report: Report, stop: Stop) -> list[EnquiryRow]:
    """Find the answers: of each event the passages that hold all that was asked, or else the best of the others."""
    asked = parse(query)
    if asked.root is None:
        raise UserError("There is nothing to ask: the question is empty.", "Type the words that answers would hold.")
    report(Progress(0, 0, "Asking all events"))
    hits = db.find(store, asked, limit=_MOST_ROWS, stop=stop).hits
    rows: list[EnquiryRow] = []
    of_event: dict[int, int] = {}
    for number, hit in enumerate(hits):
        if stop():
            break
        if hit.event is None or hit.kind in _OF_NOBODY or of_event.get(hit.event[0], 0) >= _MOST_OF_AN_EVENT:
            continue
        of_event[hit.event[0]] = of_event.get(hit.event[0], 0) + 1
        rows.append(_row(store, hit))
        report(Progress(number + 1, len(hits), "Keeping the answers"))
    return rows


def _row(store: Store, hit: Hit) -> EnquiryRow:
    assert hit.event is not None
    text = html.unescape(re.sub("</?mark>", "", hit.around or hit.snippet))
    place = f"{hit.deck[0] if hit.deck else ''}:{hit.where or ''}" if hit.kind == "slide" else hit.where or ""
    return EnquiryRow(
        id=0,
        uid="",
        event_id=hit.event[0],
        event=hit.event[1],
        date=hit.event[2],
        person_id=db.person_of(store, hit.kind, hit.id),
        person="",
        kind=hit.kind,
        record_id=hit.id,
        place=place,
        says=said_place(hit),
        text=text,
    )


def said_place(hit: Hit) -> str:
    """Say where a passage stands: 'Slide 12 of Bystander one year on, speaker notes', 'Question 2', 'Note'."""
    match hit.kind:
        case "slide":
            of = f" of {hit.deck[1]}" if hit.deck else ""
            where = PLACES.get(hit.where or "", "")
            return f"Slide {hit.slide}{of}" + (f", {where}" if where and hit.where not in ("title", "body") else "")
        case "question" | "transcript":
            return hit.title if hit.kind == "question" else f"Transcript, {hit.title}"
        case "event":
            return "The event's page"
        case "note" | "action":
            return KINDS[hit.kind][0].capitalize()
        case _:
            return f"{KINDS[hit.kind][0].capitalize()}: {hit.title}" if hit.kind != "person" else "The panel"


def _key(row: EnquiryRow) -> tuple[int, str, int, str]:
    return row.event_id, row.kind, row.record_id, row.place
