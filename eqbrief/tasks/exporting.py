# SPDX-License-Identifier: MIT
"""Hand events out as a list: JSON with everything, or CSV that a spreadsheet opens right and never runs."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import explain, write_whole
from eqbrief.model import Event, Filter, Progress, UserError, say_date
from eqbrief.store import Store
from eqbrief.tasks.showing import event_json
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_COLUMNS = ("Title", "Date", "Publisher", "Series", "Topics", "People", "State", "Starred", "Summary")
# https://owasp.org/www-community/attacks/CSV_Injection; the wide signs are those of Chinese and Japanese keyboards.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def export_events(store: Store, target: Path, report: Report = quiet, stop: Stop = go_on) -> int:
    """Write every event to a .json or .csv file, whole or not at all, and give how many there were.

    Private notes are left out: they never leave unless chosen by hand.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    writers = {".json": _as_json, ".csv": _as_csv}
    write = writers.get(target.suffix.lower())
    if write is None:
        raise UserError(
            f"'{target.name}' is not a kind of file that events can go to.", "End its name in .csv or .json."
        )
    ids = db.event_ids(store, Filter())
    events: list[Event] = []
    for number, event_id in enumerate(ids):
        if stop():
            return 0
        report(Progress(number, len(ids), "Exporting events"))
        if (event := db.event(store, event_id)) is not None:
            events.append(event)
    try:
        write_whole(target, write(store, events), replace=True)
    except OSError as error:
        raise explain(error, target) from error
    return len(events)


def _as_json(store: Store, events: list[Event]) -> bytes:
    plain: list[dict[str, Any]] = [event_json(store, event) for event in events]
    for event in plain:
        event["notes"] = [note for note in event["notes"] if not note["private"]]
        _withhold(event)
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def _withhold(event: dict[str, Any]) -> None:
    """Leave out the words that actions hold of notes which stay here: private ones, and those in the bin."""
    shared = {note["uid"] for note in event["notes"]}
    for action in event["actions"]:
        evidence = action["evidence"]
        if evidence and evidence["kind"] == "note" and evidence["uid"] not in shared:
            action["evidence"] = None


def _as_csv(store: Store, events: list[Event]) -> bytes:
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(_COLUMNS)
    for event in events:
        draft = event.draft
        people = "; ".join(person.name for person in draft.people)
        cells = (draft.title, say_date(event.date), draft.publisher, draft.series, "; ".join(draft.topics), people)
        rows.writerow(
            [harmless(cell or "") for cell in (*cells, event.state, "yes" if event.starred else "", draft.summary)]
        )
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # Excel takes a file for UTF-8 by this mark only


def harmless(cell: str) -> str:
    """Keep a spreadsheet from taking text for a formula: an apostrophe in front, unless it is a number."""
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
