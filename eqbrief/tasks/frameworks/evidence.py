# SPDX-License-Identifier: MIT
"""What evidence there is for each action of a framework, where it stands now, and where there is none."""

import html
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from eqbrief import store as db
from eqbrief.model import (
    TAG_KINDS,
    Event,
    EvidenceItem,
    Framework,
    GridRow,
    Hit,
    Placed,
    Slide,
    Tag,
    TagKind,
    UserError,
    said_tie,
    say_date,
)
from eqbrief.store import Store
from eqbrief.store.passages import without_marks
from eqbrief.tasks.editing import event as event_of
from eqbrief.tasks.sheets import Sheet, write_sheet
from eqbrief.tasks.tying import places, words_on

COLUMNS = ("Number", "Action", "Kind", "Event", "Date", "Where", "Text")
NOTHING, WITHHELD = "None yet", "Private notes only"
_MOST_SHOWN = 280


def grid(store: Store, framework: Framework, events: Collection[int] | None = None) -> list[GridRow]:
    """Count the evidence for each action by kind; with `events` only that of these events."""
    totals, places = db.tag_totals(store, framework.key, events)
    rows: list[GridRow] = []
    for action in framework.actions:
        counts: dict[TagKind, int] = {kind: totals.get((action.number, kind), 0) for kind in TAG_KINDS}
        rows.append(GridRow(action, counts, places.get(action.number, 0)))
    return rows


def evidence(
    store: Store, framework: Framework, action: str = "", events: Collection[int] | None = None
) -> list[EvidenceItem]:
    """List what is tagged with an action, or with any of the framework, those of the newest events first."""
    return items_of(store, _wanted(store, framework, action, events))


def tags_of_event(store: Store, event_id: int) -> list[EvidenceItem]:
    """List all tags of one event and its parts, of every framework."""
    return items_of(store, db.tags(store, event_id=event_id))


def items_of(store: Store, tags: Sequence[Tag]) -> list[EvidenceItem]:
    """Say where tagged things are now, with the words that stand there."""
    by_event: dict[int, list[Tag]] = {}
    for tag in tags:
        by_event.setdefault(tag.event_id, []).append(tag)
    items: list[EvidenceItem] = []
    for number, own in by_event.items():
        try:
            event = event_of(store, number)
        except UserError:
            continue  # it went between two reads
        placed = places(store, event, own)
        slides: dict[int, tuple[Slide, ...]] = {}
        items += [_item(store, event, tag, placed.get(tag.id), slides) for tag in own]
    return items


def evidence_sheet(framework: Framework, items: Iterable[EvidenceItem]) -> Sheet:
    """Give evidence as a table, with a row for each action that has none yet; private notes stay out."""
    listed = list(items)
    rows: list[tuple[str, ...]] = []
    for action in framework.actions:
        own = [item for item in listed if item.tag.action == action.number]
        shown = [(action.number, action.title, *_cells(item)) for item in own if not item.private]
        rows += shown or [(action.number, action.title, WITHHELD if own else NOTHING, "", "", "", "")]
    return Sheet("Evidence", COLUMNS, rows)


def export_evidence(store: Store, framework: Framework, target: Path) -> int:
    """Write the evidence for a framework to a .csv or .xlsx file, and give how many pieces there are.

    Private notes are left out: they never leave unless chosen by hand.

    Raises:
        UserError: when the format is unknown or the file cannot be written.
    """
    sheet = evidence_sheet(framework, evidence(store, framework))
    write_sheet(sheet, target)
    return sum(row[2] not in (NOTHING, WITHHELD) for row in sheet.rows)


def _wanted(store: Store, framework: Framework, action: str, events: Collection[int] | None) -> list[Tag]:
    numbers = {one.number for one in framework.actions}
    return [
        tag
        for tag in db.tags(store, framework.key)
        if tag.action in numbers and (not action or tag.action == action) and (events is None or tag.event_id in events)
    ]


def _item(
    store: Store, event: Event, tag: Tag, placed: Placed | None, slides: dict[int, tuple[Slide, ...]]
) -> EvidenceItem:
    about = (event.id, event.draft.title or "", event.date)
    if tag.kind == "note":
        note = next((one for one in event.notes if one.uid == tag.record), None)
        if note is None:
            return EvidenceItem(tag, Hit("event", event.id, about, "Note", ""), placed=False)
        return EvidenceItem(tag, Hit("note", note.id, about, "Note", _shown(note.text)), private=note.private)
    if tag.tie is None or placed is None:
        said = event.draft.summary or event.draft.body or ""
        return EvidenceItem(tag, Hit("event", event.id, about, event.draft.title or "", _shown(said)))
    title = said_tie(tag.tie, placed)
    if placed.id is None:
        return EvidenceItem(tag, Hit("event", event.id, about, title, _shown(tag.words)), placed=False)
    if tag.kind == "question":
        return EvidenceItem(tag, Hit("question", placed.id, about, title, _shown(placed.title)))
    known = slides.setdefault(placed.id, db.slides_of(store, placed.id))
    slide = next((one for one in known if one.number == placed.number), None)
    deck = (placed.id, placed.title or tag.title)
    words = _shown(words_on(slide) if slide else tag.words)
    return EvidenceItem(tag, Hit("slide", placed.id, about, title, words, deck, placed.number))


def _shown(text: str) -> str:
    flat = " ".join(_sentence(line) for line in without_marks(text).splitlines() if line.strip())
    if len(flat) > _MOST_SHOWN:
        flat = f"{flat[:_MOST_SHOWN].rpartition(' ')[0] or flat[: _MOST_SHOWN - 1]} …"  # whole words only
    return html.escape(flat, quote=True)


def _sentence(line: str) -> str:
    """End a line that ends without a sign, as headings and items of lists do, since others follow it at once."""
    words = " ".join(line.split())
    return words if words.endswith((".", "!", "?", ":", ";", ",", "…")) else f"{words}."


def _cells(item: EvidenceItem) -> tuple[str, ...]:
    title, date = (item.hit.event[1], item.hit.event[2]) if item.hit.event else ("", None)
    where = "" if item.tag.kind == "event" else item.hit.title
    return (item.tag.kind.capitalize(), title, say_date((date or "")[:10]), where, item.hit.said)
