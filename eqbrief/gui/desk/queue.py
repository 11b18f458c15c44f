# SPDX-License-Identifier: MIT
"""The list of the pages that wait to be worked through, at the left of the desk."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from eqbrief.gui.desk.items import Item, said_state, said_title
from eqbrief.gui.kit import surface
from eqbrief.gui.listing.delegate import CardDelegate
from eqbrief.gui.listing.model import RowRole
from eqbrief.gui.listing.rows import Row

_Index = QModelIndex | QPersistentModelIndex


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

    def renew(self, found: Sequence[tuple[int, Item]]) -> list[tuple[int, bool]]:
        """Take over what looking again found of items that wait; give the numbers of those that are otherwise now.

        True with a number says that its page is read otherwise; what somebody corrected meanwhile stays as it is.
        """
        renewed: list[tuple[int, bool]] = []
        for number, seen in found:
            item = self.items[number]
            is_read = seen.page != item.page and not item.is_edited
            if item.state != "waiting" or not (is_read or seen.like != item.like):
                continue
            read = {"page": seen.page, "checks": seen.checks, "certain": seen.certain} if is_read else {}
            self.set(number, like=seen.like, since=seen.since, **read)
            renewed.append((number, is_read))
        return renewed

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
