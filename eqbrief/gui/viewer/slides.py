# SPDX-License-Identifier: MIT
"""The slides of a deck as a list: each with its number, its picture or its words in small, and what was found on it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eqbrief.gui.theme import colour, font, paint_icon, px, theme_in_use
from eqbrief.gui.theme.focus import OWN_RING
from eqbrief.model import Slide

_Index = QModelIndex | QPersistentModelIndex
SlideRole = Qt.ItemDataRole.UserRole
THUMBNAIL = 132
"""How wide the picture of a slide in the list is, at 100 %."""
_NUMBER = 30
_PAD = 8


class SlideModel(QAbstractListModel):
    """The slides, and how often the words that are looked for stand on each."""

    def __init__(self) -> None:
        super().__init__()
        self.slides: Sequence[Slide] = ()
        self.found: dict[int, int] = {}

    def show(self, slides: Sequence[Slide]) -> None:
        """Show other slides."""
        self.beginResetModel()
        self.slides, self.found = slides, {}
        self.endResetModel()

    def show_found(self, found: dict[int, int]) -> None:
        """Show how often words were found, by the slides' numbers."""
        self.found = found
        self.refresh()

    def refresh(self) -> None:
        """Draw every row again."""
        if self.slides:
            self.dataChanged.emit(self.index(0), self.index(len(self.slides) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        """Count the slides."""
        return 0 if parent is not None and parent.isValid() else len(self.slides)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a slide, or what a screen reader says of it."""
        if not index.isValid():
            return None
        slide = self.slides[index.row()]
        if role == SlideRole:
            return slide
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said_slide(slide, len(self.slides), self.found.get(slide.number, 0))
        return None


def said_slide(slide: Slide, of: int, found: int = 0) -> str:
    """Say a slide in one sentence: 'Slide 3 of 12: What staff told us, hidden, 2 found'."""
    parts = [f"Slide {slide.number} of {of}: {slide.title or 'no title'}"]
    if slide.hidden:
        parts.append("hidden")
    if found:
        parts.append(f"{found} found")
    return ", ".join(parts)


class SlideDelegate(QStyledItemDelegate):
    """Paint a slide of the list. `picture` gives what was drawn of a slide by its number, `shape` height by width."""

    def __init__(self, model: SlideModel, picture: Callable[[int], QImage | None]) -> None:
        super().__init__()
        self._model, self._picture = model, picture
        self.shape = 9 / 16

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give every row the height of a picture."""
        return QSize(px(THUMBNAIL + _NUMBER + 2 * _PAD), round(px(THUMBNAIL) * self.shape) + 2 * px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint number, picture and marks."""
        slide: Slide = index.data(SlideRole)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colour("selected"))
            painter.fillRect(QRect(rect.x(), rect.y(), px(3), rect.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        self._number(painter, rect, slide)
        box = QRect(rect.x() + px(_NUMBER) + px(_PAD), rect.y() + px(_PAD), px(THUMBNAIL), rect.height() - 2 * px(_PAD))
        self._sheet(painter, box, slide)
        self._edge(painter, box, chosen=chosen, focused=bool(state & QStyle.StateFlag.State_HasFocus))
        if found := self._model.found.get(slide.number, 0):
            self._found(painter, box, found)
        painter.restore()

    def _number(self, painter: QPainter, rect: QRect, slide: Slide) -> None:
        painter.setFont(font("secondary"))
        painter.setPen(colour("text" if not slide.hidden else "mute"))
        spot = QRect(rect.x(), rect.y() + px(_PAD), px(_NUMBER), px(18))
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(slide.number))
        if slide.hidden:
            side = px(15)
            at = QRect(rect.x() + px(_NUMBER) - side, spot.bottom() + px(4), side, side)
            paint_icon(painter, "eye-slash", at, "mute")

    def _sheet(self, painter: QPainter, box: QRect, slide: Slide) -> None:
        """Paint the picture or, until there is one, the words in small; a hidden slide fades."""
        painter.fillRect(box, QColor("#FFFFFF"))
        picture = self._picture(slide.number)
        painter.setOpacity(0.45 if slide.hidden else 1.0)
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, picture)
        else:
            _words_in_small(painter, box, slide)
        painter.setOpacity(1.0)

    def _edge(self, painter: QPainter, box: QRect, *, chosen: bool, focused: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen:
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(-1, -1, 1, 1), px(3), px(3))
        else:
            painter.setPen(QPen(colour("border" if theme_in_use().is_contrast else "hairline"), 1))
            painter.drawRoundedRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5), px(2), px(2))
        if focused:
            painter.setPen(QPen(colour("ring"), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(-4, -4, 4, 4), px(5), px(5))

    def _found(self, painter: QPainter, box: QRect, found: int) -> None:
        painter.setFont(font("small"))
        text = str(found)
        width = max(px(20), painter.fontMetrics().horizontalAdvance(text) + px(12))
        pill = QRectF(box.right() - width + px(6), box.y() - px(5), width, px(20))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("on-found"), 1))
        painter.setBrush(colour("found"))
        painter.drawRoundedRect(pill, px(10), px(10))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _words_in_small(painter: QPainter, box: QRect, slide: Slide) -> None:
    """Paint a slide's title and first lines as a small sheet of paper."""
    inner = box.adjusted(px(8), px(7), -px(6), -px(5))
    tiny = QFont(font("small"))
    tiny.setPixelSize(px(9))
    painter.setFont(tiny)
    painter.setPen(QColor("#1E2326"))
    flow = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
    title = slide.title or ""
    taken = painter.boundingRect(inner, flow, title).height() if title else 0
    half = min(taken, inner.height() // 2)
    painter.save()
    painter.setClipRect(QRect(inner.x(), inner.y(), inner.width(), half))
    painter.drawText(inner, flow, title)
    painter.restore()
    tiny.setPixelSize(px(7))
    tiny.setWeight(QFont.Weight.Normal)
    painter.setFont(tiny)
    painter.setPen(QColor("#5B646A"))
    rest = inner.adjusted(0, half + px(3), 0, 0)
    said = "\n".join(slide.text[place] for place in ("body", "table", "diagram", "chart"))
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    painter.setClipRect(rest)
    for number, line in enumerate(lines[:8]):
        at = QRect(rest.x(), rest.y() + number * px(9), rest.width(), px(9))
        shown = painter.fontMetrics().elidedText(line.replace("\t", "  "), Qt.TextElideMode.ElideRight, at.width())
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.setClipping(False)


class SlideList(QListView):
    """Choose a slide; Enter goes on to the page."""

    slide_chosen = Signal(int)
    entered = Signal()
    seen_changed = Signal()
    """Other rows than before are in sight."""

    def __init__(self, picture: Callable[[int], QImage | None]) -> None:
        super().__init__()
        self._quiet = False
        self.slides = SlideModel()
        self._painter = SlideDelegate(self.slides, picture)
        self.setAccessibleName("Slides")
        self.setProperty(OWN_RING, True)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setModel(self.slides)
        self.setItemDelegate(self._painter)
        self.setFixedWidth(px(THUMBNAIL + _NUMBER + 2 * _PAD) + px(14))
        self.selectionModel().currentChanged.connect(self._say)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.seen_changed.emit())

    def set_shape(self, shape: float) -> None:
        """Give the pictures another shape, height by width."""
        shape = max(0.3, min(1.5, shape))
        if shape != self._painter.shape:
            self._painter.shape = shape
            self.doItemsLayout()

    def choose(self, number: int) -> None:
        """Choose a slide by its number, without a word of it."""
        index = self.slides.index(number - 1)
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.scrollTo(index)

    def seen(self) -> list[int]:
        """List the numbers of the slides that are in sight, and a few below."""
        first = self.indexAt(self.viewport().rect().topLeft())
        count = self.viewport().height() // max(1, self.sizeHintForRow(0)) + 3 if self.slides.slides else 0
        start = max(0, first.row())
        return [slide.number for slide in self.slides.slides[start : start + count]]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the page on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, index: QModelIndex) -> None:
        slide: Slide | None = index.data(SlideRole)
        if slide is not None and not self._quiet:
            self.slide_chosen.emit(slide.number)
