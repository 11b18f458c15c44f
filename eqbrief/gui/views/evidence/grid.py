# SPDX-License-Identifier: MIT
"""The grid of a framework: a row for each action, and how much evidence there is for it, by kind."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from eqbrief.gui.kit.chips import paint_pill
from eqbrief.gui.kit.labels import shortened, text_size
from eqbrief.gui.kit.rows import RowTable
from eqbrief.gui.listing import plural
from eqbrief.gui.listing.delegate import draw_ring, draw_row
from eqbrief.gui.theme import colour, font, line_height, paint_icon, px
from eqbrief.model import TAG_KINDS, GridRow

_Index = QModelIndex | QPersistentModelIndex
_HEADS = ("Action", "Events", "Slides", "Questions", "Notes", "Suggested")
_SUGGESTED = len(_HEADS) - 1
_NONE = "none yet"
_PAD, _NUMBER, _COUNTED, _TITLE = 12, 32, 80, 132
_LINES = 3
RowRole = Qt.ItemDataRole.UserRole


class Grid(QAbstractTableModel):
    """The rows of one framework; `suggested` is how much may be evidence, by the action's number, once it is known."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[GridRow] = []
        self.suggested: dict[str, int] | None = None

    def show(self, rows: list[GridRow]) -> None:
        """Show these rows; where the actions are the same, what is chosen stays."""
        same = [row.action for row in rows] == [row.action for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, _SUGGESTED))

    def suggest(self, counts: dict[str, int] | None) -> None:
        """Show how much is suggested for each action; None while that is looked for."""
        self.suggested = counts
        if self.rows:
            self.dataChanged.emit(self.index(0, _SUGGESTED), self.index(len(self.rows) - 1, _SUGGESTED))

    def count(self, row: GridRow, column: int) -> int | None:
        """Give the number of a cell; None where it is not known yet."""
        if column == _SUGGESTED:
            return None if self.suggested is None else self.suggested.get(row.action.number, 0)
        return row.counts[TAG_KINDS[column - 1]]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the actions."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return _HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, the row itself, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == RowRole:
            return row
        if index.column() == 0:
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"Action {row.action.number}: {row.action.title}. {said_row(row)}."
            return row.action.title if role == Qt.ItemDataRole.DisplayRole else None
        number = self.count(row, index.column())
        said = "looking" if number is None else str(number) if number else _NONE
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_HEADS[index.column()]}: {said}"
        return said if role == Qt.ItemDataRole.DisplayRole else None


class GridTable(RowTable):
    """The grid as a widget: the arrows go from action to action, Enter goes into its evidence."""

    moved = Signal()

    def __init__(self, model: Grid) -> None:
        super().__init__("Actions of the framework")
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.moved.emit())
        model.modelReset.connect(self.share)

    def share(self) -> None:
        """Give the counts what their heads need, and the actions the rest."""
        header, metrics = self.horizontalHeader(), QFontMetrics(font("small"))
        wide = self.viewport().width() > px(620)
        left = self.viewport().width()
        for column in range(1, len(_HEADS)):
            words = max(metrics.horizontalAdvance(said) for said in (_HEADS[column], _NONE)) + px(14)
            header.resizeSection(column, max(words, px(_COUNTED)) if wide else words)
            left -= header.sectionSize(column)
        header.resizeSection(0, max(px(_TITLE), left))
        self.resizeRowsToContents()

    def current(self) -> GridRow | None:
        """Give the row that is chosen."""
        index = self.currentIndex()
        return index.data(RowRole) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.share()


class _CellDelegate(QStyledItemDelegate):
    """Draw an action with its number and how it stands, and a count as a quiet pill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Ask for as many lines as the title has at the width of its column."""
        row: GridRow | None = index.data(RowRole)
        if row is None or index.column() != 0:
            return QSize(px(40), px(56))
        table = self.parent()
        width = table.columnWidth(0) if isinstance(table, QTableView) else px(400)
        title = text_size(row.action.title, "strong", width - px(_NUMBER + 24)).height()
        title = min(title, _LINES * line_height("strong"))
        return QSize(px(200), title + line_height("secondary") + px(4) + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one cell."""
        row: GridRow | None = index.data(RowRole)
        if row is None:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        draw_row(painter, rect, state, first=index.column() == 0)
        if index.column() == 0:
            self._action(painter, rect, row)
        else:
            self._count(painter, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(0, 0, 0, -1))
        painter.restore()

    def _action(self, painter: QPainter, rect: QRect, row: GridRow) -> None:
        inner = rect.adjusted(px(12), px(_PAD), -px(12), -px(_PAD))
        painter.setFont(font("subheading"))
        painter.setPen(colour("accent"))
        number = QRect(inner.x(), inner.y(), px(_NUMBER - 4), line_height("strong"))
        short = painter.fontMetrics().elidedText(row.action.number, Qt.TextElideMode.ElideRight, number.width())
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        words = inner.adjusted(px(_NUMBER), 0, 0, 0)
        layout, height = shortened(row.action.title, "strong", words.width(), _LINES)
        painter.setPen(colour("text"))
        layout.draw(painter, words.topLeft().toPointF())
        line = QRect(words.x(), words.y() + height + px(4), words.width(), line_height("secondary"))
        tone = "mute" if row.total else "caution"
        if not row.total:
            paint_icon(painter, "warning", QRect(line.x(), line.y(), px(16), line.height()), tone)
            line.setLeft(line.left() + px(22))
        painter.setFont(font("secondary"))
        painter.setPen(colour(tone))
        said = painter.fontMetrics().elidedText(said_row(row), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, said)

    def _count(self, painter: QPainter, rect: QRect, index: _Index, *, selected: bool) -> None:
        said = str(index.data())
        painter.setFont(font("secondary"))
        if not said[:1].isdigit():
            painter.setPen(colour("mute"))
            shown = {"looking": "…", _NONE: "–" if index.column() == _SUGGESTED else _NONE}[said]
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)
            return
        back, ink = ("accent-tint", "on-accent-tint") if index.column() == _SUGGESTED else ("chip", "text")
        back = "card" if selected else back
        width = max(px(32), painter.fontMetrics().horizontalAdvance(said) + px(20))
        pill = QRect(rect.center().x() - width // 2, rect.center().y() - px(12), width, px(24))
        paint_pill(painter, pill, back, ink)
        painter.setPen(colour(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, said)


def said_row(row: GridRow) -> str:
    """Say how an action stands: '5 pieces at 3 events', 'No evidence yet'."""
    if not row.total:
        return "No evidence yet"
    pieces = "1 piece" if row.total == 1 else f"{row.total:,} pieces"
    return f"{pieces} at {plural(row.events, 'event')}"
