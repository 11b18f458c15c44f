# SPDX-License-Identifier: MIT
"""A drawn slide: fitted or larger, with found words marked on it, and its words to be selected and copied."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from eqbrief.decks.drawing import Word
from eqbrief.gui.theme import colour, px, theme_in_use
from eqbrief.gui.theme.focus import OWN_RING

ZOOMS = (1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""How much larger than fitted a slide can be shown."""
_AROUND = 24
_WIDEST = 4096
_STEP = 60

STEPS = {
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_Space: "next",
    Qt.Key.Key_Backspace: "previous",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}
_ARROWS = {
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Left: (-1, 0),
}


class PageView(QAbstractScrollArea):
    """Show the picture of one slide. The keys of slides are said by `stepped`; a wanted width by `width_changed`."""

    stepped = Signal(str)
    """'next', 'previous', 'first' or 'last'."""
    width_changed = Signal()
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = (16.0, 9.0)
        self._picture: QImage | None = None
        self._words: Sequence[Word] = ()
        self._found: Sequence[Word] = ()
        self._zoom = 0
        self._alone = False
        self._from: int | None = None
        self._to: int | None = None
        self.setAccessibleName("Slide")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)

    def show_page(self, size: tuple[float, float], picture: QImage | None) -> None:
        """Show a page of a size in points; its picture may follow, and may be of another width until the right one is
        there."""
        changed = size != self._size
        self._size, self._picture = size, picture
        if changed:
            self._place()
        self.viewport().update()

    def set_words(self, words: Sequence[Word], found: Sequence[Word] = ()) -> None:
        """Say where the words of the page stand, and which of them were found."""
        if words != self._words:
            self._from = self._to = None
        self._words, self._found = words, found
        self.viewport().update()

    def show_alone(self, alone: bool) -> None:
        """Fill all of its room, on black and without a ring, as over the whole screen."""
        self._alone = alone
        self.setProperty(OWN_RING, alone)
        self._zoom = 0
        self._place()

    @property
    def wanted_width(self) -> int:
        """How wide the picture should be, in pixels of the screen."""
        return min(_WIDEST, max(1, round(self._page_size()[0] * self.devicePixelRatioF())))

    @property
    def zoom(self) -> float:
        """How much larger than fitted the slide is shown."""
        return ZOOMS[self._zoom]

    def zoom_by(self, by: int) -> None:
        """Show it larger (1) or smaller (-1); 0 fits it again."""
        before = self._zoom
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + by)) if by else 0
        if self._zoom != before:
            self._place()
            self.zoomed.emit()
            self.width_changed.emit()

    def selected_text(self) -> str:
        """Give the words that are selected, in their order; '' for none."""
        first, last = self._selected()
        return " ".join(word.text for word in self._words[first:last])

    def select_all(self) -> None:
        """Select every word of the slide."""
        if self._words:
            self._from, self._to = 0, len(self._words) - 1
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for a slide of a readable size."""
        return QSize(px(640), px(400))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(px(200), px(140))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the slides; with a larger slide the arrows move over it. Copy and select all as everywhere."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_text():
            QApplication.clipboard().setText(self.selected_text())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() in STEPS:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() == Qt.Key.Key_Space
            self.stepped.emit("previous" if back else STEPS[Qt.Key(event.key())])
        elif event.key() in _ARROWS:
            self._arrow(*_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll a larger slide, and step through fitted ones."""
        up = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if up > 0 else -1)
        elif self._zoom:
            super().wheelEvent(event)
        elif up:
            self.stepped.emit("previous" if up > 0 else "next")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the slide anew."""
        super().resizeEvent(event)
        self._place()
        self.width_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select words."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from, self._to = self._word_at(event.position().toPoint(), near=True), None
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on, and show where there are words to select."""
        at = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and self._from is not None:
            near = self._word_at(at, near=True)
            self._to = self._to if near is None else near
            self.viewport().update()
        inside = self._word_at(at) is not None
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if inside else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page on its ground, its picture, what was found, and what is selected."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor("#000000") if self._alone else colour("bg"))
        page = self._page_rect()
        if not self._alone:
            self._paint_sheet(painter, page)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, self._picture)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box in self._found:
            # The colour of found words on paper, whatever the theme: slides bring their own ground.
            painter.fillRect(_placed(box, page).adjusted(-px(1), 0, px(1), 0), QColor("#FFE08A"))
        first, last = self._selected()
        for word in self._words[first:last]:
            painter.fillRect(_placed(word, page), QColor("#A9D3F5"))
        painter.end()

    def _paint_sheet(self, painter: QPainter, page: QRect) -> None:
        if theme_in_use().is_contrast:
            painter.fillRect(page.adjusted(-1, -1, 1, 1), colour("border"))
        else:
            # Lines, for a filled shape of this size would cost more than the slide itself.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for step in range(6):
                painter.setPen(QColor(0, 0, 0, 34 - 6 * step))
                painter.drawRect(page.adjusted(-step - 1, 1 - step, step, step + 2))
        painter.fillRect(page, QColor("#FFFFFF"))

    def _arrow(self, across: int, down: int) -> None:
        if self._zoom == 0:
            self.stepped.emit("next" if across + down > 0 else "previous")
            return
        for bar, by in ((self.horizontalScrollBar(), across), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + by * px(_STEP))

    def _page_size(self) -> tuple[int, int]:
        room = self.maximumViewportSize()
        around = 0 if self._alone else 2 * px(_AROUND)
        wide, high = room.width() - around, room.height() - around
        scale = max(0.01, min(wide / self._size[0], high / self._size[1])) * self.zoom
        return max(1, round(self._size[0] * scale)), max(1, round(self._size[1] * scale))

    def _page_rect(self) -> QRect:
        wide, high = self._page_size()
        room = self.viewport().size()
        left = (room.width() - wide) // 2 if wide < room.width() else px(_AROUND) - self.horizontalScrollBar().value()
        top = (room.height() - high) // 2 if high < room.height() else px(_AROUND) - self.verticalScrollBar().value()
        return QRect(left, top, wide, high)

    def _place(self) -> None:
        """Give the scroll bars their reach, and keep the middle in the middle."""
        wide, high = self._page_size()
        room = self.maximumViewportSize()
        for bar, length, seen in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), high, room.height()),
        ):
            part = (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())
            reach = length + 2 * px(_AROUND)
            bar.setPageStep(seen)
            bar.setSingleStep(px(_STEP))
            bar.setRange(0, max(0, reach - seen) if self._zoom else 0)
            bar.setValue(round(part * reach - seen / 2))
        self.viewport().update()

    def _selected(self) -> tuple[int, int]:
        if self._from is None or self._to is None:
            return 0, 0
        first, last = sorted((self._from, self._to))
        return first, last + 1

    def _word_at(self, at: QPoint, *, near: bool = False) -> int | None:
        """Give the word at a place or, when the mouse has left the words, the nearest."""
        page = self._page_rect()
        spot = QPointF((at.x() - page.x()) / page.width(), (at.y() - page.y()) / page.height())
        best: tuple[float, int] | None = None
        for number, word in enumerate(self._words):
            across = max(word.left - spot.x(), 0, spot.x() - word.right)
            down = max(word.top - spot.y(), 0, spot.y() - word.bottom)
            if across == down == 0:
                return number
            far = across + 4 * down
            best = min(best, (far, number)) if best else (far, number)
        return best[1] if near and best else None


def _placed(word: Word, page: QRect) -> QRectF:
    """Give a word's box where the page stands."""
    left, top = page.x() + word.left * page.width(), page.y() + word.top * page.height()
    return QRectF(left, top, (word.right - word.left) * page.width(), (word.bottom - word.top) * page.height())
