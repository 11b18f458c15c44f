# SPDX-License-Identifier: MIT
"""The list as Qt sees it: ids for all of it, finished rows for the part that is on the screen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt

from eqbrief.gui.listing.rows import Row

_SCREENFUL = 60
_KEPT = 3000

RowRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """A list of which only ids are known until a row is drawn; then a screenful around it is read at once."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[int] = ()
        self._rows: dict[int, Row] = {}
        self._read: Callable[[Sequence[int]], Sequence[Row]] = lambda _ids: ()

    def show(self, ids: Sequence[int], read: Callable[[Sequence[int]], Sequence[Row]]) -> bool:
        """Show these ids and say whether they are others than before; rows already known are read again when drawn.

        `read` gives the rows of some of the ids.
        """
        same = len(ids) == len(self._ids) and ids == self._ids
        if not same:
            self.beginResetModel()
        self._ids, self._read = ids, read
        self._rows.clear()
        if not same:
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
        return not same

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row's title, its sentence for a screen reader, the row itself or its id."""
        if not 0 <= index.row() < len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
        if role not in (RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if role == RowRole:
            return row
        return row.sentence if row else ""

    def row_of(self, number: int) -> int:
        """Give the place of an id in the list, or -1."""
        try:
            return self._ids.index(number)
        except ValueError:
            return -1

    def rows_of(self, numbers: Sequence[int]) -> QItemSelection:
        """Give the rows of these ids, as far as they are in the list."""
        wanted, rows = set(numbers), QItemSelection()
        for row, number in enumerate(self._ids):
            if number in wanted:
                rows.select(self.index(row), self.index(row))
        return rows

    def id_at(self, row: int) -> int | None:
        """Give the id at a place in the list."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def _row(self, place: int) -> Row | None:
        known = self._rows.get(place)
        if known is not None:
            return known
        if len(self._rows) > _KEPT:
            self._rows.clear()
        first = max(0, place - _SCREENFUL // 3)
        part = self._ids[first : first + _SCREENFUL]
        read = {row.id: row for row in self._read(part)}
        for offset, number in enumerate(part):
            if number in read:
                self._rows[first + offset] = read[number]
        return self._rows.get(place)
