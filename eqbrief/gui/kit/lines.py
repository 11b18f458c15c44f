# SPDX-License-Identifier: MIT
"""A list of lines, each with an icon, a title and words below it that wrap: backups, libraries, what is out of order.

Rows are measured for the width they are given, so nothing is cut at any size of text.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eqbrief.gui.kit import surface
from eqbrief.gui.kit.chips import TONES, ChipTone, paint_pill
from eqbrief.gui.kit.labels import lay_out
from eqbrief.gui.theme import colour, font, line_height, paint_icon, px, theme_in_use

LineRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `key` tells it apart; `tone` is its icon's colour; a row that is `off` cannot be used now."""

    key: str
    title: str
    line: str = ""
    icon: str = ""
    tone: str = "mute"
    chip: str = ""
    chip_tone: ChipTone = "neutral"
    off: bool = False

    @property
    def sentence(self) -> str:
        """The whole row as one sentence."""
        parts = (self.title.rstrip("."), self.line.replace(" · ", ", ").rstrip("."), self.chip)
        return ", ".join(part for part in parts if part) + "."


class LineList(QListView):
    """Show lines and let one be chosen, by mouse or arrows. `name` says what the list is of."""

    moved = Signal(str)
    """The key of the line that is current now, or ''."""
    pressed_on = Signal(str)
    """The key of the line that was double-clicked."""

    def __init__(self, name: str, *, background: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setProperty("plain", "true")  # the ring is square where the list goes from edge to edge
        surface(self, background)
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(lambda index: self.pressed_on.emit(index.data(LineRole).key))

    def show_lines(self, lines: Iterable[Line], choose: str | None = None) -> None:
        """Show these lines; `choose` or the one that was current before is current, else the first."""
        wanted = self.current_key() if choose is None else choose
        blocked = self.selectionModel().blockSignals(True)
        self._model.clear()
        for line in lines:
            item = QStandardItem(line.title)
            item.setData(line, LineRole)
            item.setData(line.sentence, Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            self._model.appendRow(item)
        places = [place for place, line in enumerate(self.lines()) if line.key == wanted]
        self.setCurrentIndex(self._model.index(places[0] if places else 0, 0))
        self.selectionModel().blockSignals(blocked)
        self.moved.emit(self.current_key())

    def lines(self) -> list[Line]:
        """Give the lines that are shown."""
        return [self._model.item(row).data(LineRole) for row in range(self._model.rowCount())]

    def current(self) -> Line | None:
        """Give the line that is current."""
        line: Line | None = self.currentIndex().data(LineRole)
        return line

    def current_key(self) -> str:
        """Give the key of the line that is current, or ''."""
        line = self.current()
        return line.key if line else ""

    def step(self, by: int) -> None:
        """Make another line current, `by` rows below; the first follows the last."""
        if number := self._model.rowCount():
            self.setCurrentIndex(self._model.index((self.currentIndex().row() + by) % number, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines for the new width at once; Qt would wait a tenth of a second."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex, _before: QModelIndex) -> None:
        line: Line | None = index.data(LineRole)
        self.moved.emit(line.key if line else "")


class _LineDelegate(QStyledItemDelegate):
    """Measure and paint one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give the height that the words need at the list's width."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else px(480)
        line: Line = index.data(LineRole)
        title, words = _texts(line, _words_in(QRect(0, 0, width, 0), line).width())
        return QSize(px(120), title[1] + (words[1] if words else 0) + 2 * px(_pad(line)) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the ground, the icon, the words and the chip."""
        line: Line = index.data(LineRole)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        _ground(painter, rect, state, divided=bool(line.line))
        inner = _words_in(rect, line)
        tall = line_height("body")
        if line.icon:
            tone = "disabled" if line.off else line.tone
            paint_icon(painter, line.icon, QRect(rect.x() + px(24), inner.y(), px(20), tall), tone)
        title, words = _texts(line, inner.width())
        painter.setPen(colour("disabled" if line.off else "text"))
        title[0].draw(painter, QPointF(inner.topLeft()))
        if words:
            painter.setPen(colour("mute"))
            words[0].draw(painter, QPointF(inner.x(), inner.y() + title[1]))
        if line.chip:
            width = _chip_width(line)
            _chip(painter, line, QRect(inner.right() + 1 + px(12), inner.y() - px(2), width, px(24)))
        painter.restore()


def _words_in(rect: QRect, line: Line) -> QRect:
    """Give where the words of a line stand: right of the icon, left of the chip."""
    left = px(24) + (px(32) if line.icon else 0)
    right = px(24) + (_chip_width(line) + px(12) if line.chip else 0)
    return rect.adjusted(left, px(_pad(line)), -right, -px(_pad(line)))


def _pad(line: Line) -> int:
    """Give the room above and below: a list of mere names stands closer."""
    return 10 if line.line else 6


def _texts(line: Line, width: int) -> tuple[tuple[QTextLayout, int], tuple[QTextLayout, int] | None]:
    title = lay_out(line.title, "strong" if line.line else "body", width)
    return title, lay_out(line.line, "secondary", width) if line.line else None


def _chip_width(line: Line) -> int:
    return QFontMetrics(font("secondary")).horizontalAdvance(line.chip) + 1 + px(20)


def _chip(painter: QPainter, line: Line, box: QRect) -> None:
    back, ink = TONES[line.chip_tone]
    paint_pill(painter, box, back, ink)
    painter.setFont(font("secondary"))
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.chip)


def _ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, divided: bool) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour("selected"))
        painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        if theme_in_use().is_contrast:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colour("hover"))
    if divided:
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("hairline"))
