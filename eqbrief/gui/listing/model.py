# SPDX-License-Identifier: MIT
"""The list as Qt sees it: ids for all of it, finished rows for the part that is on the screen."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QItemSelection, QModelIndex, QPersistentModelIndex, Qt

from eqbrief.gui.listing.columns import COLUMNS
from eqbrief.gui.listing.rows import Row

_SCREENFUL = 60
_KEPT = 3000

RowRole = Qt.ItemDataRole.UserRole
IdRole = Qt.ItemDataRole.UserRole + 1
CardRole = Qt.ItemDataRole.UserRole + 2

_Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """A list of which only ids are known until a row is drawn; then a screenful around it is read at once.

    The cards show its first column; the others are those of the table of events.
    """

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
        if not same:
            self._rows.clear()
            self.endResetModel()
        else:
            self.read_again()
        return not same

    @property
    def ids(self) -> Sequence[int]:
        """The ids of all rows, in their order."""
        return self._ids

    def read_again(self) -> None:
        """Read the rows again when they are drawn; which they are, and in which order, stays."""
        self._rows.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1, self.columnCount() - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns of the table."""
        return 0 if parent.isValid() else len(COLUMNS)

    def index(self, row: int, column: int = 0, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - as above
        """Give the index of a row, in its first column where none is named."""
        return super().index(row, column, parent)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a column's heading."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return list(COLUMNS.values())[section].heading
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a row's sentence for a screen reader, the row itself, its event or its id; a further column's words."""
        if not 0 <= index.row() < len(self._ids):
            return None
        if role == IdRole:
            return self._ids[index.row()]
        if role not in (RowRole, CardRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._row(index.row())
        if role == RowRole:
            return row
        if role == CardRole:
            return row.card if row else None
        if index.column():
            return list(COLUMNS.values())[index.column()].text(row.card) if row and row.card else ""
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
        first = None
        for row, number in enumerate([*self._ids, None]):
            if number in wanted:
                first = row if first is None else first
            elif first is not None:  # a run of rows is one range, or all of 20,000 would be as many
                rows.select(self.index(first), self.index(row - 1))
                first = None
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
