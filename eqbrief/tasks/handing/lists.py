# SPDX-License-Identifier: MIT
"""Hand lists out: events, people and actions as tables for a spreadsheet, as JSON, and events as a calendar.

A cell that a spreadsheet would take for a formula is text in every format, unless it is a number.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from eqbrief import store as db
from eqbrief.files import clear_beside, put_or_beside
from eqbrief.model import Action, Event, NameRecord, UserError, say_date, to_json
from eqbrief.store import Store
from eqbrief.tasks.acting import action_json, list_actions
from eqbrief.tasks.exporting import event_sheet, events_json, list_events
from eqbrief.tasks.sheets import Sheet, as_csv, as_xlsx
from eqbrief.tasks.steps import Report, Stop, go_on, quiet
from eqbrief.tasks.todos import action_sheet, actions_ics, grounds_of

_MADE_BY = "-//EqBrief//Events//EN"
Written = tuple[bytes, int]
"""A list as the bytes of a file, and how many lines or entries it has."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A list that was written: the path that the file has, and how many lines or entries it holds."""

    file: Path
    number: int


def export_list(
    store: Store,
    what: str,
    target: Path,
    report: Report = quiet,
    stop: Stop = go_on,
    *,
    actions: Sequence[Action] | None = None,
) -> Exported | None:
    """Write events, people or actions to a file of the format that its name ends in; None when it was stopped.

    `actions` are those that were chosen, else all go. Where a file of that name is open in another program, the list
    is written beside it under another name.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    write = _WRITERS.get((what, target.suffix.lower()))
    if write is None:
        endings = " or ".join(ending for name, ending in _WRITERS if name == what)
        raise UserError(f"'{target.name}' is not a kind of file that {what} can go to.", f"End its name in {endings}.")
    found = list(actions) if actions is not None else _LISTS[what](store, report, stop)
    if found is None:
        return None
    data, number = write(store, found)
    clear_beside(target)
    return Exported(put_or_beside(target, data), number)


def list_endings(what: str) -> tuple[str, ...]:
    """Give the endings of the files that a list can go to, the usual one first."""
    return tuple(ending for name, ending in _WRITERS if name == what)


def _people(store: Store, _report: Report, _stop: Stop) -> list[NameRecord]:
    return [db.name_record(store, "person", card.id) for card in db.people(store)]


def _people_sheet(people: list[NameRecord]) -> Sheet:
    """A row an appearance, so that a spreadsheet can sort and count them."""
    rows: list[tuple[str, ...]] = []
    for person in people:
        for one in person.appearances:
            printed = one.printed
            day, organisations = say_date((one.event_date or "")[:10]), "; ".join(printed.organisations)
            who = (person.name, printed.name, printed.capacity, "; ".join(printed.roles))
            rows.append((*who, organisations, one.event_title, day))
    columns = ("Person", "Name as printed", "Capacity", "Role", "Organisation", "Event", "Date")
    return Sheet("People", columns, rows)


def _sheet(sheet: Sheet, write: Callable[[Sheet], bytes]) -> Written:
    return write(sheet), len(sheet.rows)


def _json(plain: list[Any]) -> Written:
    return json.dumps(plain, ensure_ascii=False, indent=1).encode(), len(plain)


def _actions_json(store: Store, actions: list[Action]) -> list[Any]:
    """Give actions, without the words that they hold of notes which stay here."""
    shared = db.shared_notes(store)
    found = [action_json(one) for one in actions]
    for one in found:
        if one["evidence"] and one["evidence"]["kind"] == "note" and one["evidence"]["uid"] not in shared:
            one["evidence"] = None
    return found


def _ics(events: list[Event]) -> Written:
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
    return calendar.to_ical(), number


def _moment(iso: str | None) -> date | None:
    try:
        if iso and "T" in iso:
            return datetime.fromisoformat(iso)
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


_LISTS: dict[str, Callable[[Store, Report, Stop], list[Any] | None]] = {
    "events": list_events,
    "people": _people,
    "actions": lambda store, _report, _stop: list_actions(store, done=True),
}
_WRITERS: dict[tuple[str, str], Callable[[Store, list[Any]], Written]] = {
    ("events", ".csv"): lambda _store, found: _sheet(event_sheet(found), as_csv),
    ("events", ".xlsx"): lambda _store, found: _sheet(event_sheet(found), as_xlsx),
    ("events", ".ics"): lambda _store, found: _ics(found),
    ("events", ".json"): lambda store, found: (events_json(store, found), len(found)),
    ("people", ".csv"): lambda _store, found: _sheet(_people_sheet(found), as_csv),
    ("people", ".xlsx"): lambda _store, found: _sheet(_people_sheet(found), as_xlsx),
    ("people", ".json"): lambda _store, found: _json([to_json(one) for one in found]),
    ("actions", ".csv"): lambda store, found: _sheet(action_sheet(grounds_of(store, found)), as_csv),
    ("actions", ".xlsx"): lambda store, found: _sheet(action_sheet(grounds_of(store, found)), as_xlsx),
    ("actions", ".ics"): lambda store, found: (actions_ics(grounds_of(store, found)), len(found)),
    ("actions", ".json"): lambda store, found: _json(_actions_json(store, found)),
}
