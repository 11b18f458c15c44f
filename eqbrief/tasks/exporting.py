# SPDX-License-Identifier: MIT
"""Events as they leave the library in a list: JSON with everything but private words, or a table."""

import json
from typing import Any

from eqbrief import store as db
from eqbrief.model import Event, Filter, Progress, say_date
from eqbrief.store import Store
from eqbrief.tasks.recordings import without_paths
from eqbrief.tasks.sheets import Sheet
from eqbrief.tasks.showing import event_json
from eqbrief.tasks.steps import Report, Stop

_COLUMNS = ("Title", "Date", "Publisher", "Series", "Topics", "People", "State", "Starred", "Summary")


def list_events(store: Store, report: Report, stop: Stop) -> list[Event] | None:
    """Read every event that is not in the bin; None when it was stopped."""
    ids = db.event_ids(store, Filter())
    events: list[Event] = []
    for number, event_id in enumerate(ids):
        if stop():
            return None
        report(Progress(number, len(ids), "Exporting events"))
        if (event := db.event(store, event_id)) is not None:
            events.append(event)
    return events


def events_json(store: Store, events: list[Event]) -> bytes:
    """Give events as JSON. Private notes are left out: they never leave unless chosen by hand."""
    plain: list[dict[str, Any]] = [event_json(store, event) for event in events]
    for event in plain:
        event["notes"] = [note for note in event["notes"] if not note["private"]]
        _withhold(event)
        event["recordings"] = without_paths(event["recordings"])
        del event["review"]  # how far somebody is, and when they looked, is nobody else's business
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _withhold(event: dict[str, Any]) -> None:
    """Leave out what actions and tags hold of notes which stay here: private ones, and those in the bin."""
    shared = {note["uid"] for note in event["notes"]}
    event["tags"] = [tag for tag in event["tags"] if tag["kind"] != "note" or tag["record"] in shared]
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
