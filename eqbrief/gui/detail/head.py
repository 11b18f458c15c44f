# SPDX-License-Identifier: MIT
"""The head of an event, which scrolls where it would leave no room for its page: a long title in a large text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from eqbrief.gui.kit import surface

_SHARE = 0.55
"""How much of the height of what it stands in it may have."""


class Head(QScrollArea):
    """Stack parts as high as they want to be, up to a share of the height of `within`."""

    def __init__(self, within: QWidget, *parts: QWidget) -> None:
        super().__init__()
        self._within = within
        self.setAccessibleName("The head of the event")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self.setWidget(self._inner)
        self._inner.installEventFilter(self)
        surface(self._inner, "card")

    def fit(self) -> None:
        """Take the height that the parts want at this width, or the share that there is."""
        layout = self._inner.layout()
        assert layout is not None
        need = max(layout.totalHeightForWidth(self.width()), layout.totalMinimumSize().height())
        self.setFixedHeight(min(need, round(self._within.height() * _SHARE)))
        self.setMinimumWidth(layout.totalMinimumSize().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another height for another width."""
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when the parts want one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)
