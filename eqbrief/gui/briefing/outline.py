# SPDX-License-Identifier: MIT
"""The outline as a list: one line a section or piece, moved by dragging or with Alt+Up and Alt+Down."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eqbrief.gui.briefing.lines import TITLE, OutlineLine
from eqbrief.gui.kit import plain_tip, surface
from eqbrief.gui.listing.delegate import draw_ring
from eqbrief.gui.theme import colour, font, paint_icon, px, theme_in_use
from eqbrief.gui.theme.focus import OWN_RING

_LineRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class OutlineList(QListView):
    """Show the lines of a briefing, and say what the person wants moved or taken out."""

    moved = Signal(str)
    """The uid of the line that is current now."""
    step_wanted = Signal(str, int)
    """A line is to go one place up (-1) or down (1)."""
    drop_wanted = Signal(str, int)
    """A line is to stand before the row with this number."""
    remove_wanted = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self._drop_row = -1
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName("Outline of the briefing")
        self.setAccessibleDescription("Alt+Up and Alt+Down move a line, Delete takes it out, Enter goes to its fields.")
        self.setProperty(OWN_RING, True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        surface(self, "pane")
        self.selectionModel().currentChanged.connect(lambda index, _before: self._tell(index))
        self.activated.connect(lambda index: self.opened.emit(index.data(_LineRole).uid))

    def show_lines(self, lines: Iterable[OutlineLine], choose: str = "") -> None:
        """Show these lines; `choose`, or the one that was current, is current, else the one that stood there."""
        wanted, row = choose or self.current(), self.currentIndex().row()
        at, blocked = self.verticalScrollBar().value(), self.selectionModel().blockSignals(True)
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.text)
            item.setData(line, _LineRole)
            item.setData(line.sentence, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(plain_tip(line.text))
            item.setDragEnabled(line.uid != TITLE)
            item.setDropEnabled(False)
            self._model.appendRow(item)
        places = [at for at, line in enumerate(self.lines()) if line.uid == wanted]
        here = places[0] if places else min(max(row, 0), self._model.rowCount() - 1)
        self.setCurrentIndex(self._model.index(here, 0))
        self.selectionModel().blockSignals(blocked)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(at)
        if self.current() != wanted:
            self._tell(self.currentIndex())

    def lines(self) -> list[OutlineLine]:
        """Give the lines that are shown."""
        return [self._model.item(row).data(_LineRole) for row in range(self._model.rowCount())]

    def current(self) -> str:
        """Give the uid of the line that is current, or ''."""
        line: OutlineLine | None = self.currentIndex().data(_LineRole)
        return line.uid if line else ""

    def choose(self, uid: str) -> None:
        """Make a line current."""
        for row, line in enumerate(self.lines()):
            if line.uid == uid:
                self.setCurrentIndex(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a line with Alt and an arrow, take it out with Delete."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.step_wanted.emit(self.current(), -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete and self.current() not in ("", TITLE):
            self.remove_wanted.emit(self.current())
        else:
            super().keyPressEvent(event)

    def event(self, event) -> bool:  # noqa: ANN001 - Qt's own
        """Keep Alt and an arrow for the list, which the window has for the next event."""
        if event.type() == event.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if event.key() in arrows and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the line would come to stand."""
        super().dragMoveEvent(event)
        self._drop_row = self._row_at(event.position().toPoint())
        event.setAccepted(event.source() is self)
        self.viewport().update()

    def dragLeaveEvent(self, event) -> None:  # noqa: ANN001 - Qt's own
        """Show nothing any more."""
        self._drop_row = -1
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where the line was let go; what becomes of it comes back as new lines."""
        row, uid = self._row_at(event.position().toPoint()), self.current()
        self._drop_row = -1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.viewport().update()
        if uid:
            self.drop_wanted.emit(uid, row)

    def paintEvent(self, event) -> None:  # noqa: ANN001 - Qt's own
        """Paint the lines, and a bar where one would come to stand."""
        super().paintEvent(event)
        if self._drop_row < 0:
            return
        painter = QPainter(self.viewport())
        index = self._model.index(min(self._drop_row, self._model.rowCount() - 1), 0)
        box = self.visualRect(index)
        y = box.top() if self._drop_row < self._model.rowCount() else box.bottom()
        painter.setPen(QPen(colour("accent"), px(2)))
        painter.drawLine(px(8), y, self.viewport().width() - px(8), y)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _row_at(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return self._model.rowCount()
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _tell(self, index: QModelIndex) -> None:
        line: OutlineLine | None = index.data(_LineRole)
        self.moved.emit(line.uid if line else "")


class _LineDelegate(QStyledItemDelegate):
    """Draw a handle, the icon, the words, and at the right how much there is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give every line the same height."""
        return QSize(px(120), px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one line."""
        line: OutlineLine = index.data(_LineRole)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("selected" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(px(8), 1, -px(8), -1), px(4), px(4))
            if selected and theme_in_use().is_contrast:
                painter.fillRect(QRect(rect.x() + px(8), rect.y() + 1, px(4), rect.height() - 2), colour("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(px(7), 0, -px(7), 0))
        left = rect.x() + px(16) + px(18) * line.deep
        side, middle = px(18), Qt.AlignmentFlag.AlignVCenter
        if line.uid != TITLE:
            paint_icon(painter, "dots-six-vertical", QRect(left, rect.y(), side, rect.height()), "mute")
        left += side + px(6)
        icon, tone = ("warning", "caution") if line.gone else (line.icon, "mute")
        paint_icon(painter, icon, QRect(left, rect.y(), side, rect.height()), tone)
        left += side + px(8)
        right = rect.right() - px(20)
        if line.side:
            painter.setFont(font("secondary"))
            painter.setPen(colour("mute"))
            room = QRect(left, rect.y(), right - left, rect.height())
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, line.side)
            right -= painter.fontMetrics().horizontalAdvance(line.side) + px(10)
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        words = QRect(left, rect.y(), max(0, right - left), rect.height())
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, shown)
        painter.restore()
