# SPDX-License-Identifier: MIT
"""What stands where nothing is yet: what this place is for, and how to fill it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit.labels import Label
from eqbrief.gui.theme import paint_icon, px

WIDEST = 400


class Picture(QWidget):
    """Show an icon by itself, as decoration beside words that say the same."""

    def __init__(self, icon: str, tone: str = "mute", side: int = 18, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._side = icon, tone, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: str, tone: str) -> None:
        """Show another icon, in another tone."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(px(self._side), px(self._side))

    def minimumSizeHint(self) -> QSize:
        """Never shrink."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        paint_icon(painter, self._icon, self.rect(), self._tone)
        painter.end()


class EmptyState(QWidget):
    """Say in the middle of an empty pane what belongs there, with the buttons that bring it in."""

    def __init__(
        self, icon: str, title: str, text: str, buttons: Sequence[QWidget] = (), *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(Picture(icon, "mute", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._lines = (Label(title, "heading"), Label(text, "body", "mute"))
        for line in self._lines:
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column.addLayout(_centred((line,), stretchy=True))
        if buttons:
            column.addSpacing(8)
            column.addLayout(_centred(buttons))
        column.addStretch(3)
        self._balance()

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._balance()

    def _balance(self) -> None:
        for line in self._lines:
            line.setMaximumWidth(balanced_width(line, px(WIDEST)))


def balanced_width(line: Label, widest: int) -> int:
    """Find the least width at which a text takes no more lines than at the widest, and leaves no word alone."""
    height = line.heightForWidth(widest)
    fitting = (width for width in range(widest // 2, widest, 8) if line.heightForWidth(width) == height)
    return next(fitting, widest)


def _centred(widgets: Sequence[QWidget], *, stretchy: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, 1000 if stretchy else 0)
    row.addStretch(1)
    return row
