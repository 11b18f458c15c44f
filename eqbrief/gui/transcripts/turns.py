# SPDX-License-Identifier: MIT
"""The turns of a transcript as a list: each with its time, who speaks, and the words; found words are marked."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eqbrief.gui.kit.labels import lay_out, text_size
from eqbrief.gui.kit.reading import reading_width
from eqbrief.gui.listing.delegate import draw_ring
from eqbrief.gui.theme import colour, font, px, theme_in_use
from eqbrief.gui.theme.focus import OWN_RING
from eqbrief.model import Turn, say_time

TurnRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_TIMES, _GAP, _PAD, _LEFT, _BAR = 64, 12, 8, 28, 3


class TurnsModel(QAbstractListModel):
    """The turns that are shown, each said as one sentence to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: Sequence[Turn] = ()

    def show(self, turns: Sequence[Turn]) -> None:
        """Show other turns."""
        self.beginResetModel()
        self.turns = turns
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the turns."""
        return 0 if parent is not None and parent.isValid() else len(self.turns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a turn, or the sentence that it makes."""
        turn = self.turns[index.row()]
        if role == TurnRole:
            return turn
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{turn.speaker or 'Somebody'} at {say_time(turn.starts_at)}: {turn.text}"
        return None


class TurnsView(QListView):
    """The list of turns; several can be selected, copied, and made a note of."""

    note_pressed = Signal()
    copy_pressed = Signal()
    play_pressed = Signal()

    def __init__(self, model: TurnsModel) -> None:
        super().__init__()
        self.words = ""
        self.setAccessibleName("What was said")
        self.setProperty(OWN_RING, True)
        self.setModel(model)
        self._delegate = TurnDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make a note on Enter, play on Space, copy as everywhere."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.note_pressed.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.play_pressed.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the turns anew for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def mark(self, words: str) -> None:
        """Mark words where they stand."""
        self.words = words
        self.viewport().update()


class TurnDelegate(QStyledItemDelegate):
    """Paint a turn: its time in a column of its own, the speaker, and the words in the reading width."""

    def __init__(self, view: TurnsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Measure the words in the width there is."""
        turn: Turn = index.data(TurnRole)
        width = self._width()
        height = text_size(turn.text, "reading", width).height()
        speaker = text_size(turn.speaker, "strong", width).height() if turn.speaker else 0
        return QSize(width, height + speaker + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one turn."""
        turn: Turn = index.data(TurnRole)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, colour("selected"))
            bar = px(8 if theme_in_use().is_contrast else _BAR)
            painter.fillRect(QRect(rect.x(), rect.y(), bar, rect.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect)
        top, left = rect.y() + px(_PAD), rect.x() + px(_LEFT)
        painter.setFont(font("secondary"))
        painter.setPen(colour("mute"))
        times = QRect(left, top, px(_TIMES), px(20))
        painter.drawText(times, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, say_time(turn.starts_at))
        left += px(_TIMES + _GAP)
        painter.setPen(colour("text"))
        if turn.speaker:
            layout, height = lay_out(turn.speaker, "strong", self._width())
            layout.draw(painter, QPointF(left, top))
            top += height
        layout, _height = lay_out(turn.text, "reading", self._width())
        layout.draw(painter, QPointF(left, top), found_ranges(turn.text, self._view.words))
        painter.restore()

    def _width(self) -> int:
        room = self._view.viewport().width() - px(2 * _LEFT + _TIMES + _GAP)
        return max(px(120), min(room, reading_width()))


def spans_of(text: str, words: str) -> list[tuple[int, int]]:
    """Find where any of the words begins a word of a text: (start, end) pairs."""
    wanted = [re.escape(word) for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words)]
    if not wanted:
        return []
    return [found.span() for found in re.finditer(rf"\b(?:{'|'.join(wanted)})\w*", text, re.IGNORECASE)]


def found_ranges(text: str, words: str) -> list[QTextLayout.FormatRange]:
    """Give the ranges of found words in their own colours."""
    ranges: list[QTextLayout.FormatRange] = []
    for start, end in spans_of(text, words):
        style = QTextCharFormat()
        style.setBackground(colour("found"))
        style.setForeground(colour("on_found"))
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, style
        ranges.append(one)
    return ranges
