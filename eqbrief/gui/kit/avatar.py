# SPDX-License-Identifier: MIT
"""The circle with a person's initials, which helps the eye to find where each person begins."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eqbrief.gui.theme import colour, font, px, theme_in_use


def initials(name: str) -> str:
    """Give the first letters of the first and last word of a name, as capitals: 'Zoë O'Neill' gives 'ZO'."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()


class Avatar(QWidget):
    """Show initials in a circle of 32 px. Its accessible name is the person's."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initials = initials(name)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the circle."""
        return QSize(px(32), px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), 1) if theme_in_use().is_contrast else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour("accent-tint"))
        painter.drawEllipse(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
        letters = font("small")
        letters.setPixelSize(px(11.5))
        letters.setWeight(QFont.Weight.DemiBold)
        painter.setFont(letters)
        painter.setPen(colour("on-accent-tint"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()
