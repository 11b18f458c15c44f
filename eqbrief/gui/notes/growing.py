# SPDX-License-Identifier: MIT
"""A text field that is as high as its text, in a pane that scrolls; one of extraordinary length scrolls by itself."""

import math

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from eqbrief.gui.theme import line_height, px

_TALLEST = 30_000
"""How high a field may become, in pixels: Qt can draw little more."""
_SCROLLING = 600
"""How high one is that would be higher than that."""


class GrowingText(QTextEdit):
    """A plain text field without a frame, as high as its text."""

    moved = Signal()
    """The cursor is somewhere else, or the text around it has grown."""

    def __init__(self) -> None:
        super().__init__()
        self._fitting = False
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.fit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(px(2))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fit())

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(px(200), self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines break in other places."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        if self._fitting:  # measuring makes Qt lay out, and say so
            self._again.start()
            return
        self._fitting = True
        try:
            if self.height() != (wanted := self._wanted()):
                self.setFixedHeight(wanted)
        finally:
            self._fitting = False
        if self.hasFocus():
            self.moved.emit()

    def _wanted(self) -> int:
        """Measure the text; one that is higher than can be drawn scrolls by itself.

        Measuring has all of the text laid out at once. Left alone Qt does so bit by bit, and lines behind what is
        changed meanwhile are never laid out.
        """
        height = self.document().size().height()
        is_long = height > _TALLEST
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != needed:
            self.setVerticalScrollBarPolicy(needed)
        return px(_SCROLLING) if is_long else max(2 * line_height("reading") + px(8), math.ceil(height) + px(6))
