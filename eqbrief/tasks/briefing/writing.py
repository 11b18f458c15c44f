# SPDX-License-Identifier: MIT
"""Make a briefing of events and write it: Word, PDF, HTML or Markdown, whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from eqbrief import store as db
from eqbrief.briefing import Document, write
from eqbrief.briefing.outline import add
from eqbrief.briefing.templates import apply
from eqbrief.briefing.writing import check_ending
from eqbrief.files import clear_beside, put_or_beside
from eqbrief.model import Briefing, Progress, today
from eqbrief.store import Store
from eqbrief.tasks.briefing.gathering import document_of
from eqbrief.tasks.briefing.keeping import briefing as kept
from eqbrief.tasks.briefing.picking import event_piece
from eqbrief.tasks.briefing.templating import find_template
from eqbrief.tasks.editing import event
from eqbrief.tasks.glossary import gather_terms
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_USUAL = "2-full-report"


@dataclass(frozen=True, slots=True)
class Written:
    """A briefing that was written: the path that the file has, and what stands in it."""

    file: Path
    briefing: Briefing
    document: Document


def brief(store: Store, briefing: Briefing, target: Path, report: Report = quiet, stop: Stop = go_on) -> Written | None:
    """Write a briefing, kept or not, to a file in the format of its name's ending; None when it was stopped.

    Where a file of that name is open in another program, it is written beside it under another name.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    check_ending(target.suffix, target.name)
    report(Progress(0, 2, "Gathering the briefing", counts=False))
    gather_terms(store, report, stop)
    document = document_of(store, briefing, render=True)
    if stop():
        return None
    report(Progress(1, 2, f"Writing {target.name}", counts=False))
    return Written(save_document(document, target), briefing, document)


def issue(store: Store, number: int, target: Path, report: Report = quiet, stop: Stop = go_on) -> Written | None:
    """Write a briefing that is kept, and note when; None when it was stopped. Raises as `brief` does."""
    written = brief(store, kept(store, number), target, report, stop)
    if written is not None:
        with store.change("briefing") as change:
            db.note_issued(store, change, number)
    return written


def save_document(document: Document, target: Path) -> Path:
    """Write a document into a file of the ending's format, and give the path that it has."""
    clear_beside(target)
    return put_or_beside(target, write(document, target.suffix))


def briefing_of(
    store: Store, event_ids: Sequence[int], *, title: str = "", author: str = "", template: str = ""
) -> Briefing:
    """Make a briefing of whole events, in the order given, that is not kept.

    Raises:
        UserError: when an event is gone, or there is no such template.
    """
    events = [event(store, number) for number in event_ids]
    several = f"{len(events)} events: what they tell us"
    made = Briefing(
        id=0,
        uid=str(uuid4()),
        title=title or (events[0].draft.title or "" if len(events) == 1 else several),
        author=author,
        date=today(),
    )
    made = apply(find_template(template or _USUAL), made)
    if not template:
        made = replace(made, cover=False, contents=len(events) > 1)
    return add(made, *map(event_piece, events))
