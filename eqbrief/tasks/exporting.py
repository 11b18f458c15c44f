# SPDX-License-Identifier: MIT
"""Hand events out as a list: JSON with everything, or CSV that a spreadsheet opens right and never runs."""

import json
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import explain, write_whole
from eqbrief.model import Event, Filter, Progress, say_date
from eqbrief.store import Store
from eqbrief.tasks.sheets import Sheet, check_kind, write_sheet
from eqbrief.tasks.showing import event_json
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_COLUMNS = ("Title", "Date", "Publisher", "Series", "Topics", "People", "State", "Starred", "Summary")


def export_events(store: Store, target: Path, report: Report = quiet, stop: Stop = go_on) -> int:
    """Write every event to a .json, .csv or .xlsx file, whole or not at all, and give how many there were.

    Private notes are left out: they never leave unless chosen by hand.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    check_kind(target, ".json")
    events = list_events(store, report, stop)
    if not events and stop():
        return 0
    if target.suffix.lower() != ".json":
        return write_sheet(event_sheet(events), target)
    try:
        write_whole(target, _as_json(store, events), replace=True)
    except OSError as error:
        raise explain(error, target) from error
    return len(events)


def list_events(store: Store, report: Report, stop: Stop) -> list[Event]:
    """Read every event that is not in the bin; none when it was stopped."""
    ids = db.event_ids(store, Filter())
    events: list[Event] = []
    for number, event_id in enumerate(ids):
        if stop():
            return []
        report(Progress(number, len(ids), "Exporting events"))
        if (event := db.event(store, event_id)) is not None:
            events.append(event)
    return events


def _as_json(store: Store, events: list[Event]) -> bytes:
    plain: list[dict[str, Any]] = [event_json(store, event) for event in events]
    for event in plain:
        event["notes"] = [note for note in event["notes"] if not note["private"]]
        _withhold(event)
        del event["review"]  # how far somebody is, and when they looked, is nobody else's business
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _withhold(event: dict[str, Any]) -> None:
    """Leave out the words that actions hold of notes which stay here: private ones, and those in the bin."""
    shared = {note["uid"] for note in event["notes"]}
    for action in event["actions"]:
        evidence = action["evidence"]
        if evidence and evidence["kind"] == "note" and evidence["uid"] not in shared:
            action["evidence"] = None


def event_sheet(events: list[Event]) -> Sheet:
    """Give events as a table."""
    rows = [
        (
            event.draft.title or "",
            say_date(event.date),
            event.draft.publisher or "",
            event.draft.series or "",
            "; ".join(event.draft.topics),
            "; ".join(person.name for person in event.draft.people),
            event.state,
            "yes" if event.starred else "",
            event.draft.summary or "",
        )
        for event in events
    ]
    return Sheet("Events", _COLUMNS, rows)
