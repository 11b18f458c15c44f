# SPDX-License-Identifier: MIT
"""Quiet pills: topics, capacities, states and counts."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from eqbrief.gui.theme import colour, font, paint_icon, px, theme_in_use

ChipTone = Literal["neutral", "accent", "good", "caution"]

# Background and text.
TONES: dict[ChipTone, tuple[str, str]] = {
    "neutral": ("chip", "mute"),
    "accent": ("accent-tint", "on-accent-tint"),
    "good": ("good-tint", "good"),
    "caution": ("caution-tint", "caution"),
}


def paint_pill(painter: QPainter, rect: QRect, back: str, ink: str, *, framed: bool = False) -> None:
    """Paint the background of a pill; where a theme has no tints, its border."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    framed = framed or theme_in_use().is_contrast
    painter.setPen(QPen(colour(ink), 1) if framed else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(colour(back))
    edge = 0.5 if framed else 0
    box = QRectF(rect).adjusted(edge, edge, -edge, -edge)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


class Chip(QWidget):
    """Show a word in a pill 24 px high. A `removable` one ends in a cross, and says `removed` when it is pressed."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        tone: ChipTone = "neutral",
        icon: str = "",
        *,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._icon = text, icon
        self._tone: ChipTone = tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._cross = _Cross(f"Remove {text}", TONES[tone], self) if removable else None
        if self._cross is not None:
            self._cross.clicked.connect(self.removed)

    def text(self) -> str:
        """Give the word."""
        return self._text

    def sizeHint(self) -> QSize:
        """Ask for room for the word, its icon and its cross."""
        width = QFontMetrics(font("secondary")).horizontalAdvance(self._text) + 1 + px(20)
        return QSize(width + (px(16) if self._icon else 0) + (px(18) if self._cross else 0), px(24))

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        back, ink = TONES[self._tone]
        painter = QPainter(self)
        paint_pill(painter, self.rect(), back, ink)
        left = px(10)
        if self._icon:
            paint_icon(painter, self._icon, QRect(left - px(2), (self.height() - px(16)) // 2, px(16), px(16)), ink)
            left += px(18)
        painter.setFont(font("secondary"))
        painter.setPen(colour(ink))
        words = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)
        painter.end()

    def resizeEvent(self, event: QEvent) -> None:
        """Keep the cross at the right end."""
        if self._cross is not None:
            self._cross.setGeometry(self.width() - px(24), 0, px(24), self.height())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()


class ChipButton(QAbstractButton):
    """A pill to press: '+ Topic', or with `checkable` a filter such as 'Slides 19'."""

    def __init__(
        self,
        text: str,
        icon: str = "",
        *,
        checkable: bool = False,
        tone: ChipTone = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone: ChipTone = tone
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Put another word on the pill; it is the accessible name too."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for the word and its icon."""
        width = max(QFontMetrics(font(role)).horizontalAdvance(self.text()) for role in ("secondary", "small"))
        return QSize(width + 1 + px(20) + (px(16) if self._icon else 0), px(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill in its state."""
        back, ink = TONES["accent"] if self.isChecked() else TONES[self._tone]
        if self.isChecked() and theme_in_use().is_contrast:
            back, ink = "accent", "on-accent"
        if not self.isChecked() and (self.isDown() or self.underMouse()):
            back = "pressed" if self.isDown() else "hover"
        ink = ink if self.isEnabled() else "disabled"
        painter = QPainter(self)
        paint_pill(painter, self.rect(), back, ink)
        left = px(10)
        if self._icon:
            paint_icon(painter, self._icon, QRect(left - px(2), (self.height() - px(16)) // 2, px(16), px(16)), ink)
            left += px(18)
        painter.setFont(font("small" if self.isChecked() else "secondary"))
        painter.setPen(colour(ink))
        words = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()


class CountBadge(QWidget):
    """Show a number in a pill. `noun` says of what to those who hear it: '2 events in the briefing'."""

    def __init__(self, count: int, noun: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._noun = noun
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.setAccessibleName(f"{count} {self._noun}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for the number, and be round with one figure."""
        return QSize(max(px(20), QFontMetrics(self._font()).horizontalAdvance(str(self._count)) + px(12)), px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill and the number."""
        painter = QPainter(self)
        paint_pill(painter, self.rect(), "accent-tint", "on-accent-tint")
        painter.setFont(self._font())
        painter.setPen(colour("on-accent-tint"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()

    def _font(self) -> QFont:
        return font("secondary")


class _Cross(QAbstractButton):
    """The cross at the end of a chip: a target of 24 px."""

    def __init__(self, name: str, tone: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._back, self._ink = tone
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(12)
        box = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        paint_icon(painter, "x-bold" if self.underMouse() or self.isDown() else "x", box, self._ink)
        painter.end()
