# SPDX-License-Identifier: MIT
"""The builder's two halves, side by side where there is room; else one of them, and a button of the head turns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from eqbrief.gui.kit import surface
from eqbrief.gui.theme import px

BESIDE = 760
"""From this width in pixels on, the page stands beside the outline."""


class Halves(QWidget):
    """Hold what is written at the left and the page as it will be at the right."""

    narrowed = Signal(bool)
    """Whether there is room for one half only, said at each new width."""

    def __init__(self, top: QWidget, parts: Sequence[QWidget], page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.shows_page = False
        """Whether the page is the one that is shown where there is room for one."""
        self._parts = QSplitter(Qt.Orientation.Vertical)
        for part in parts:
            self._parts.addWidget(part)
            surface(part, "pane")
        self._parts.setChildrenCollapsible(False)
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._parts, 1)
        surface(self._side, "pane")
        self._both = QSplitter(Qt.Orientation.Horizontal)
        self._both.addWidget(self._side)
        self._both.addWidget(page)
        self._both.setChildrenCollapsible(False)
        self._both.setStretchFactor(1, 1)
        room = QHBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._both)
        self._share()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one half only."""
        return self.width() < px(BESIDE)

    def turn(self, to_page: bool) -> None:
        """Show the page or what is written, where there is room for one of them."""
        self.shows_page = to_page
        self.fit()

    def fit(self) -> None:
        """Show one half or both, as the width allows."""
        self._side.setMinimumWidth(0 if self.is_narrow else px(300))
        self._side.setVisible(not self.is_narrow or not self.shows_page)
        self._page.setVisible(not self.is_narrow or self.shows_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another half away or bring it back, and say which it is."""
        super().resizeEvent(event)
        self.fit()
        self.narrowed.emit(self.is_narrow)

    def _share(self) -> None:
        self._parts.setSizes([px(340), px(240), px(170)])
        self._both.setSizes([px(384), px(800)])
