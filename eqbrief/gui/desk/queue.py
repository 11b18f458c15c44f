# SPDX-License-Identifier: MIT
"""The pages that wait to be worked through: what each is, what became of it, and the list that shows them."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from eqbrief import store as db
from eqbrief.gui.desk.checks import is_certain, to_check
from eqbrief.gui.kit import surface
from eqbrief.gui.listing import plural
from eqbrief.gui.listing.delegate import CardDelegate
from eqbrief.gui.listing.model import RowRole
from eqbrief.gui.listing.rows import Row
from eqbrief.model import Added, Draft, Named, Progress, UserError
from eqbrief.store import FIELDS, Store
from eqbrief.tasks import Page, Report, Stop, accept, edit, event, pages_in, read_page

State = Literal["waiting", "storing", "stored", "skipped", "failed"]
_Index = QModelIndex | QPersistentModelIndex
_SAID = {
    "added": "added",
    "updated": "updated from this page",
    "unchanged": "in the library already",
    "skipped": "skipped",
}
# The words in which the window counts what was added.
_COUNTED = {
    "added": "added",
    "updated": "updated",
    "unchanged": "here already",
    "skipped": "skipped",
    "failed": "could not be added",
}
_IN_BIN = "This page's event is in the bin. Restore it from there to see it again."


@dataclass(frozen=True, slots=True)
class Item:
    """A page in the queue. `checks` is how many rows are left to check, `certain` that reading left none.

    `pasted` is true where no file is behind it, so that it would be lost. `known` is what became of these very bytes
    when they were added before.
    """

    page: Page
    state: State = "waiting"
    checks: int = 0
    certain: bool = False
    is_edited: bool = False
    pasted: bool = False
    results: tuple[Added, ...] = ()
    known: Added | None = None

    @property
    def is_here(self) -> bool:
        """Whether there is nothing to do, because this very page was added before and nothing was corrected since."""
        return self.known is not None and self.state == "waiting" and not self.is_edited

    @property
    def can_store(self) -> bool:
        """Whether it can be accepted; one that was skipped can be thought better of."""
        is_new = self.known is None or (self.is_edited and self.known.action == "unchanged")
        return self.page.draft is not None and is_new and self.state in ("waiting", "failed", "skipped")

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to say what becomes of it."""
        return self.state in ("waiting", "failed") and not self.is_here

    @property
    def is_certain(self) -> bool:
        """Whether it can be accepted unseen."""
        return self.state == "waiting" and not self.is_edited and self.certain and self.known is None

    @property
    def outcome(self) -> tuple[Added, ...]:
        """What became of it so far, also where that was before."""
        return self.results or ((self.known,) if self.known else ())


def item_of(page: Page, *, pasted: bool = False, known: Added | None = None) -> Item:
    """Make the item of a page that was just read."""
    return Item(page, checks=_checks(page.draft), certain=is_certain(page.draft), pasted=pasted, known=known)


def items_of(store: Store, pages: Iterable[Page], *, pasted: bool) -> list[Item]:
    """Make the items of pages that were just read, and find those whose very bytes were added before."""
    return [item_of(page, pasted=pasted, known=_known(store, page)) for page in pages]


def _known(store: Store, page: Page) -> Added | None:
    found = db.event_of_source(store, sha256=hashlib.sha256(page.data).hexdigest()) if page.data else None
    if found is None or page.draft is None:
        return None
    kept = db.event(store, found[0])
    named = Named(found[0], kept.draft.title or "", kept.uid) if kept else None
    return Added(page.name, "skipped", named, _IN_BIN) if found[1] else Added(page.name, "unchanged", named)


def first_to_check(items: Sequence[Item], begin: int = 0) -> int:
    """Give the number of the first new item with something to check; else the first that is open, else `begin`."""
    left = [number for number in range(begin, len(items)) if items[number].is_open]
    return next((number for number in left if items[number].checks), next(iter(left), begin))


def _checks(draft: Draft | None) -> int:
    if draft is None:
        return 0
    if draft.kind == "listing" and draft.events:
        return len([event for event in draft.events if to_check(event)])
    return len(to_check(draft))


def said_title(item: Item) -> str:
    """Give what a page is called in the queue: the event's title, or the file's name."""
    draft = item.page.draft
    if draft is None:
        return item.page.name
    if draft.title:
        return draft.title
    return f"{plural(len(draft.events), 'event')} in one page" if draft.events else item.page.name


def said_state(item: Item) -> str:
    """Say what a page is, or what became of it."""
    draft = item.page.draft
    if item.state == "storing":
        return "being stored"
    if item.state == "failed":
        return " ".join(result.reason for result in item.results if result.reason) or "could not be stored"
    if item.state == "stored":
        return said_results(item.results)
    if item.state == "skipped":
        return "skipped"
    if item.known is not None and item.is_here:
        return "in the bin" if item.known.reason else said_results((item.known,))
    if draft is None:
        return "could not be read"
    if draft.kind == "listing" and draft.events:
        checks = f", {item.checks} to check" if item.checks else ""
        return f"{plural(len(draft.events), 'event')} in one page{checks}"
    if draft.kind == "other" and not item.is_edited:
        return "not an event, by its look"
    return f"{item.checks} to check" if item.checks else "all certain"


def said_head(items: Sequence[Item]) -> str:
    """Say what the desk is about: 'Add 4 pages'."""
    if not items:
        return "Add pages"
    return "Add a page" if len(items) == 1 else f"Add {len(items)} pages"


def said_outcome(items: Sequence[Item]) -> str:
    """Say what became of all pages, as the window says it after: '1 added, 2 here already'."""
    skipped = [Added(item.page.name, "skipped") for item in items if item.state == "skipped" and not item.outcome]
    return _counted([*(result for item in items for result in item.outcome), *skipped])


def said_results(results: Sequence[Added]) -> str:
    """Say what became of pages: 'added', or for several '1 added, 2 here already'."""
    if not results:
        return ""
    if len(results) == 1:
        return results[0].reason or _SAID.get(results[0].action, results[0].action)
    return _counted(results)


def _counted(results: Sequence[Added]) -> str:
    counts = {action: len([r for r in results if r.action == action]) for action in _COUNTED}
    return ", ".join(f"{count} {_COUNTED[action]}" for action, count in counts.items() if count)


def sentence(words: str) -> str:
    """Write words as a sentence; '' for none."""
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def read_all(paths: Iterable[Path], report: Report, stop: Stop) -> list[Page]:
    """Read files and folders; a path that holds nothing becomes a page with the reason, as a bad file does."""
    found: list[Path | Page] = []
    for path in paths:
        try:
            found += pages_in([path])
        except UserError as error:
            found.append(Page(path.name, b"", None, str(error)))
    read: list[Page] = []
    for number, one in enumerate(found):
        if stop():
            break
        if isinstance(one, Page):
            read.append(one)
            continue
        report(Progress(number, len(found), f"Reading {one.name}"))
        read.append(read_page(one))
    return read


Wanted = tuple[int, Page, Draft]
"""A number in the queue, the page, and the draft that is to be stored of it."""


def store_all(store: Store, wanted: Sequence[Wanted], report: Report, stop: Stop) -> list[tuple[int, list[Added]]]:
    """Store drafts one after another; what became of each, by its number. Ends early when stopped."""
    done: list[tuple[int, list[Added]]] = []
    for count, (number, page, draft) in enumerate(wanted):
        if stop():
            break
        report(Progress(count, len(wanted), f"Adding {draft.title or page.name}"))
        try:
            done.append((number, _with_corrections(store, page, draft, accept(store, page, draft))))
        except UserError as error:
            done.append((number, [Added(page.name, "failed", reason=str(error))]))
    return done


def _with_corrections(store: Store, page: Page, draft: Draft, results: list[Added]) -> list[Added]:
    """Write what the person corrected into an event that was here already, where storing its page again would not."""
    if page.draft is None or len(results) != 1 or results[0].event is None:
        return results
    before, result = page.draft, results[0]
    changes = {key: getattr(draft, key) for key in FIELDS if getattr(draft, key) != getattr(before, key)}
    if result.action not in ("unchanged", "updated") or not changes:
        return results
    number = results[0].event.id
    changed = edit(store, number, replace(event(store, number).draft, **changes))
    return [replace(result, action="updated")] if changed else results


class QueueModel(QAbstractListModel):
    """The items as Qt sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Item] = []

    def add(self, items: Sequence[Item]) -> None:
        """Put items at the end."""
        if items:
            self.beginInsertRows(QModelIndex(), len(self.items), len(self.items) + len(items) - 1)
            self.items += items
            self.endInsertRows()

    def set(self, number: int, **values: Any) -> None:
        """Change an item."""
        changed = replace(self.items[number], **values)
        if changed != self.items[number]:
            self.items[number] = changed
            self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the items."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give an item's card, and its sentence for a screen reader."""
        if not 0 <= index.row() < len(self.items):
            return None
        if role == RowRole:
            return _row(index.row(), self.items[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _row(index.row(), self.items[index.row()]).sentence
        return None


def _row(number: int, item: Item) -> Row:
    icon = {"stored": "check-circle", "skipped": "minus-circle", "failed": "warning", "storing": "clock"}
    sign = "info" if item.is_here else icon.get(item.state, "" if item.page.draft else "warning")
    title, name, said = said_title(item), item.page.name, said_state(item).rstrip(".")
    said = said[:1].upper() + said[1:]
    return Row(number, title, f"{said} · {name}" if name != title else said, icon=sign)


class QueueList(QListView):
    """The list of pages at the left of the desk."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.queue = QueueModel()
        self._delegate = CardDelegate(2)
        self.setAccessibleName("Pages to add")
        self.setModel(self.queue)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(lambda index, _before: self.chosen.emit(index.row()))
        surface(self, "pane")

    def choose(self, number: int) -> None:
        """Choose an item by its number."""
        self.setCurrentIndex(self.queue.index(number))
