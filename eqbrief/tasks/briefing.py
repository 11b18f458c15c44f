# SPDX-License-Identifier: MIT
"""Make a briefing of events and write it: Word, PDF, HTML or Markdown, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from eqbrief import store as db
from eqbrief.briefing import Document, Material, compose, write
from eqbrief.briefing.writing import check_ending
from eqbrief.files import put_or_beside
from eqbrief.model import Briefing, Event, Piece, Progress, Section, SectionKind, UserError, today
from eqbrief.store import Store
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_ORDER: tuple[SectionKind, ...] = ("summary", "people", "said", "questions", "actions", "glossary", "sources")


@dataclass(frozen=True, slots=True)
class Written:
    """A briefing that was written: the path that the file has, and what stands in it."""

    file: Path
    document: Document


def brief(
    store: Store,
    event_ids: Sequence[int],
    target: Path,
    *,
    title: str = "",
    author: str = "",
    report: Report = quiet,
    stop: Stop = go_on,
) -> Written | None:
    """Write a briefing of events, in the order given; None when it was stopped.

    Where a file of that name is open in another program, it is written beside it under another name.

    Raises:
        UserError: when an event is gone, the format is unknown or the file cannot be written.
    """
    check_ending(target.suffix, target.name)
    briefing = briefing_of([_event(store, number) for number in event_ids], title=title, author=author)
    document = document_of(store, briefing, report)
    if stop():
        return None
    report(Progress(1, 2, f"Writing {target.name}", counts=False))
    return Written(save_document(document, target), document)


def save_document(document: Document, target: Path) -> Path:
    """Write a document into a file of the ending's format, and give the path that it has."""
    return put_or_beside(target, write(document, target.suffix))


def briefing_of(events: Sequence[Event], *, title: str = "", author: str = "") -> Briefing:
    """Make a briefing of whole events that is not kept."""
    pieces = tuple(Piece(str(uuid4()), "event", event.uid, event.uid) for event in events)
    several = f"{len(events)} events: what they tell us"
    sections = tuple(Section(str(uuid4()), kind, pieces=pieces if kind == "said" else ()) for kind in _ORDER)
    return Briefing(
        id=0,
        uid=str(uuid4()),
        title=title or (events[0].draft.title or "" if len(events) == 1 else several),
        author=author,
        date=today(),
        contents=len(events) > 1,
        sections=sections,
    )


def document_of(store: Store, briefing: Briefing, report: Report = quiet) -> Document:
    """Compose a briefing's document of what the library holds now."""
    report(Progress(0, 2, "Gathering the briefing", counts=False))
    return compose(briefing, material_of(store, briefing))


def material_of(store: Store, briefing: Briefing) -> Material:
    """Read all that a briefing is composed from."""
    wanted = {uid for piece in briefing.pieces for uid in (piece.event, piece.record) if uid}
    events = (db.event(store, number) for number in db.events_by_uid(store, wanted).values())
    return Material({event.uid: event for event in events if event is not None and event.deleted_at is None})


def _event(store: Store, number: int) -> Event:
    event = db.event(store, number)
    if event is None:
        raise UserError(f"There is no event with the number {number}.", "List the events to see their numbers.")
    return event
