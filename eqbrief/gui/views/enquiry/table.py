# SPDX-License-Identifier: MIT
"""The answers as a table: event, date, person, where, passage. What was left out is struck through and says so."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from eqbrief.gui.kit.labels import shortened
from eqbrief.gui.kit.rows import RowTable
from eqbrief.gui.listing.delegate import draw_ring, draw_row
from eqbrief.gui.theme import colour, font, line_height, px
from eqbrief.model.asking import EnquiryRow
from eqbrief.tasks.enquiring import COLUMNS, cells

_Index = QModelIndex | QPersistentModelIndex
_LINES = 3
_PAD = 10
_WIDTHS = (220, 120, 150, 170)
_MUTE = (1, 3)

AnswerRole = Qt.ItemDataRole.UserRole


class Answers(QAbstractTableModel):
    """The rows of one enquiry."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[EnquiryRow] = []

    def show(self, rows: list[EnquiryRow]) -> None:
        """Show these rows; where only their states differ the selection stays."""
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the answers."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        is_name = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_name else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, the row itself, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == AnswerRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(cells(row)[index.column()].split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = f"{COLUMNS[index.column()]}: {cells(row)[index.column()] or 'nobody named'}"
            return f"{said}, left out" if row.left_out else said
        return None


class AnswerTable(RowTable):
    """The table as a widget. Enter opens a row, Delete leaves it out or takes it in, the arrows move."""

    def __init__(self, model: Answers) -> None:
        super().__init__("Answers")
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fit()

    def fit(self) -> None:
        """Give rows and columns their sizes, as the text's size asks."""
        self.verticalHeader().setDefaultSectionSize(_LINES * line_height("secondary") + 2 * px(_PAD))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            header.resizeSection(column, px(width))

    def share(self) -> None:
        """Give the passages half of the width at least, the other columns what they need of the rest."""
        width = self.viewport().width()
        scale = min(1.0, width * 0.55 / px(sum(_WIDTHS)))
        for column, wanted in enumerate(_WIDTHS):
            self.horizontalHeader().resizeSection(column, round(px(wanted) * scale))

    def chosen(self) -> list[int]:
        """Give the places of the rows that are selected."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})


class _CellDelegate(QStyledItemDelegate):
    """Draw a cell: up to three lines of its words, mute where they are secondary."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give every row the same height."""
        return QSize(px(80), _LINES * line_height("secondary") + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row: EnquiryRow | None = index.data(AnswerRole)
        if row is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        draw_row(painter, rect, state, first=index.column() == 0)
        inner = rect.adjusted(px(8), px(_PAD), -px(8), -px(_PAD))
        role = "small" if index.column() == 0 and not row.left_out else "secondary"
        mute = row.left_out or index.column() in _MUTE
        _lines(painter, str(index.data()), inner, role, "mute" if mute else "text", struck=row.left_out)
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(0, 0, 0, -1))
        painter.restore()


def _lines(painter: QPainter, text: str, at: QRect, role: Any, tone: str, *, struck: bool) -> None:
    """Draw up to three lines of a text, the last shortened where there is more."""
    layout, _height = shortened(text, role, at.width(), _LINES)
    drawn: QFont = font(role)
    drawn.setStrikeOut(struck)
    layout.setFont(drawn)
    painter.setPen(colour(tone))
    layout.draw(painter, at.topLeft().toPointF())
