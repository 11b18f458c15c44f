# SPDX-License-Identifier: MIT
"""What came into the library since a briefing last went out or was last open, of what it tells about."""

from eqbrief.briefing.material import Material, shared_notes
from eqbrief.briefing.prose import line
from eqbrief.model import Briefing, Event, say_date

_MOST_NAMED = 3
_SHORT = 48


def news(briefing: Briefing, material: Material, opened_at: str = "") -> str:
    """Say in a sentence what is new since a briefing was saved as a file, else since it was opened; '' for nothing."""
    since = briefing.issued_at or opened_at
    if not since:
        return ""
    chosen = {piece.event for piece in briefing.pieces if piece.event}
    told = [event for uid, event in material.events.items() if uid in chosen]
    notes = [event for event in told for note in shared_notes(event) if note.updated_at > since]
    actions = [event for event in told for action in event.actions if action.updated_at > since]
    pages = [event for event in told if any(source.added_at > since for source in event.sources)]
    asked = [enquiry for enquiry, _rows in material.enquiries.values() if enquiry.asked_at > since]
    counted = ((notes, "note"), (actions, "action"), (pages, "page"), (asked, "enquiry asked again"))
    parts = [_counted(len(found), noun) for found, noun in counted if found]
    if not parts:
        return ""
    when = f"since it was {'saved' if briefing.issued_at else 'last open'} on {say_date(since.partition('T')[0])}"
    listed = " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
    return f"New or changed {when}: {listed}{_at([*notes, *actions, *pages])}."


def _counted(number: int, noun: str) -> str:
    plurals = {"enquiry asked again": "enquiries asked again"}
    return f"{number} {noun if number == 1 else plurals.get(noun, f'{noun}s')}"


def _at(events: list[Event]) -> str:
    """Name the events where something is new, the first few."""
    titles = list(dict.fromkeys(line(event.draft.title) for event in events))
    short = [title if len(title) <= _SHORT else f"{title[: _SHORT - 1].rstrip()}…" for title in titles[:_MOST_NAMED]]
    more = len(titles) - len(short)
    named = "; ".join(f"“{title}”" for title in short)
    return f" ({named}{f'; {more} more' if more else ''})" if named else ""
