# SPDX-License-Identifier: MIT
"""Hand actions out: as a calendar's to-dos with their dates, or as a table."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from eqbrief import store as db
from eqbrief.model import Action, say_date, today
from eqbrief.store import Store
from eqbrief.tasks.sheets import Sheet

_COLUMNS = ("Action", "Owner", "Due", "State", "Outcome", "Event", "Date of the event", "From")
_MADE_BY = "-//EqBrief//Actions//EN"


def grounds_of(store: Store, actions: Iterable[Action]) -> list[tuple[Action, str]]:
    """Give each action with the words it came from; '' for those of a private note, or of one in the bin."""
    shared = db.shared_notes(store)
    return [(action, _grounds(action, shared)) for action in actions]


def _grounds(action: Action, shared: set[str]) -> str:
    """Give the words that an action came from, where they may leave."""
    evidence = action.evidence
    if evidence is None or (evidence.kind == "note" and evidence.uid not in shared):
        return ""
    return evidence.text


def action_sheet(told: Iterable[tuple[Action, str]]) -> Sheet:
    """Give actions as a table."""
    rows: list[tuple[str, ...]] = []
    for action, grounds in told:
        due, held = say_date(action.due), say_date(action.event_date)
        state = "overdue" if action.is_overdue(today()) else action.state
        cells = (action.text, action.owner, due, state, action.outcome, action.event_title, held, grounds)
        rows.append(tuple(cell or "" for cell in cells))
    return Sheet("Actions", _COLUMNS, rows)


def actions_ics(told: Iterable[tuple[Action, str]]) -> bytes:
    """Write a to-do for each action and, for open ones with a date, an entry on that day.

    Outlook's calendar takes in entries and passes over to-dos; RFC 5545, sections 3.6.1 and 3.6.2.
    """
    from icalendar import Calendar  # noqa: PLC0415 - slow to load, and only this needs it

    calendar: Any = Calendar()  # icalendar types the half of it
    calendar.add("prodid", _MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "EqBrief actions")
    for action, grounds in told:
        calendar.add_component(_todo(action, grounds))
        if action.due and action.state == "open":
            calendar.add_component(_entry(action, grounds))
    return calendar.to_ical()


def _todo(action: Action, grounds: str) -> Any:
    from icalendar import Todo  # noqa: PLC0415 - loaded with the calendar

    made = _part(Todo(), action, grounds)
    if action.due:
        made.add("due", _when(action.due))
    made.add("status", "COMPLETED" if action.state == "done" else "NEEDS-ACTION")
    if action.state == "done":
        made.add("percent-complete", 100)
        if action.done_at:
            made.add("completed", _moment(action.done_at))
    return made


def _entry(action: Action, grounds: str) -> Any:
    from icalendar import Event  # noqa: PLC0415 - loaded with the calendar

    made = _part(Event(), action, grounds, "-due")
    when = _when(action.due or "")
    made.add("dtstart", when)
    # An entry of a whole day ends on the next; one at a time of day is given half an hour.
    made.add("dtend", when + (timedelta(minutes=30) if isinstance(when, datetime) else timedelta(days=1)))
    made.add("transp", "TRANSPARENT")
    return made


def _part(made: Any, action: Action, grounds: str, behind: str = "") -> Any:
    made.add("uid", f"{action.uid}{behind}")
    made.add("dtstamp", _moment(action.updated_at or action.created_at))
    made.add("summary", f"Due: {action.text}" if behind else action.text)
    held = say_date(action.event_date)
    said = (
        f"Owner: {action.owner}" if action.owner else "",
        f"Event: {action.event_title}{f', {held}' if held else ''}",
        f"From: {grounds}" if grounds else "",
        f"Outcome: {action.outcome}" if action.outcome else "",
    )
    made.add("description", "\n".join(line for line in said if line))
    made.add("categories", ["EqBrief"])
    return made


def _when(due: str) -> date:
    """Give the day or the time of day that something is due; of a month or a year, its last day."""
    if "T" in due:
        return datetime.fromisoformat(due)
    parts = [int(part) for part in due.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored.replace("Z", "+00:00")).astimezone(UTC)
