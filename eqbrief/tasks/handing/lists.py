# SPDX-License-Identifier: MIT
"""Hand lists out: events, people and actions as tables for a spreadsheet, as JSON, and events as a calendar.

A cell that a spreadsheet would take for a formula is text in every format, unless it is a number.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import write_whole
from eqbrief.model import Event, UserError, say_date, to_json
from eqbrief.store import Store
from eqbrief.tasks.acting import action_json, list_actions
from eqbrief.tasks.exporting import export_events, list_events
from eqbrief.tasks.sheets import Sheet, write_sheet
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.todos import export_actions

_MADE_BY = "-//EqBrief//Events//EN"


def export_list(store: Store, what: str, target: Path, report: Report = quiet, stop: Stop = go_on) -> int:
    """Write events, people or actions to a file of the format that its name ends in; give how many there were.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    kind = target.suffix.lower()
    given = _WRITERS.get((what, kind))
    if given is None:
        endings = " or ".join(ending for name, ending in _WRITERS if name == what)
        raise UserError(f"'{target.name}' is not a kind of file that {what} can go to.", f"End its name in {endings}.")
    return given(store, target, report, stop)


def _people_sheet(store: Store) -> Sheet:
    """A row an appearance, so that a spreadsheet can sort and count them."""
    rows: list[tuple[str, ...]] = []
    for card in db.people(store):
        for one in db.name_record(store, "person", card.id).appearances:
            printed = one.printed
            day, organisations = say_date((one.event_date or "")[:10]), "; ".join(printed.organisations)
            who = (card.name, printed.name, printed.capacity, "; ".join(printed.roles))
            rows.append((*who, organisations, one.event_title, day))
    columns = ("Person", "Name as printed", "Capacity", "Role", "Organisation", "Event", "Date")
    return Sheet("People", columns, rows)


def _json(plain: list[Any], target: Path) -> int:
    write_whole(target, json.dumps(plain, ensure_ascii=False, indent=1).encode(), replace=True)
    return len(plain)


def _people_json(store: Store) -> list[Any]:
    return [to_json(db.name_record(store, "person", card.id)) for card in db.people(store)]


def _actions_json(store: Store) -> list[Any]:
    """Give all actions, without the words that they hold of notes which stay here."""
    shared = db.shared_notes(store)
    found = [action_json(one) for one in list_actions(store, done=True)]
    for one in found:
        if one["evidence"] and one["evidence"]["kind"] == "note" and one["evidence"]["uid"] not in shared:
            one["evidence"] = None
    return found


def _ics(events: list[Event], target: Path) -> int:
    """Write an entry for each event whose day is known; RFC 5545, section 3.6.1."""
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and only this needs it
    from icalendar import Event as Entry  # noqa: PLC0415 - the same

    calendar: Any = Calendar()
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "EqBrief events")
    number = 0
    for event in events:
        starts = _moment(event.draft.starts_at or event.date)
        if starts is None:
            continue
        entry: Any = Entry()
        entry.add("uid", event.uid)
        entry.add("dtstamp", datetime.now(UTC))
        entry.add("summary", event.draft.title or "")
        entry.add("dtstart", starts)
        ends = _moment(event.draft.ends_at)
        if type(ends) is type(starts) and ends is not None and ends > starts:  # pyright: ignore[reportOperatorIssue]
            entry.add("dtend", ends if isinstance(ends, datetime) else ends + timedelta(days=1))
        if event.draft.summary:
            entry.add("description", event.draft.summary)
        if event.draft.topics:
            entry.add("categories", list(event.draft.topics))
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
        number += 1
    write_whole(target, calendar.to_ical(), replace=True)
    return number


def _moment(iso: str | None) -> date | None:
    try:
        if iso and "T" in iso:
            return datetime.fromisoformat(iso)
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


Writer = Callable[[Store, Path, Report, Stop], int]
_WRITERS: dict[tuple[str, str], Writer] = {
    ("events", ".csv"): export_events,
    ("events", ".xlsx"): export_events,
    ("events", ".ics"): lambda store, target, report, stop: _ics(list_events(store, report, stop), target),
    ("events", ".json"): export_events,
    ("people", ".csv"): lambda store, target, _report, _stop: write_sheet(_people_sheet(store), target),
    ("people", ".xlsx"): lambda store, target, _report, _stop: write_sheet(_people_sheet(store), target),
    ("people", ".json"): lambda store, target, _report, _stop: _json(_people_json(store), target),
    ("actions", ".csv"): lambda store, target, _report, _stop: export_actions(store, target),
    ("actions", ".xlsx"): lambda store, target, _report, _stop: export_actions(store, target),
    ("actions", ".ics"): lambda store, target, _report, _stop: export_actions(store, target),
    ("actions", ".json"): lambda store, target, _report, _stop: _json(_actions_json(store), target),
}
