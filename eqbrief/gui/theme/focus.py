# SPDX-License-Identifier: MIT
"""The ring around whatever has the keyboard's attention: one for the whole program, so that no widget can lack it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from eqbrief.gui.theme.current import colour, px

WIDTH = 2


def ring_rect(frame: QRect, visible: QRect) -> QRectF:
    """Give the line of the ring: outside the widget, but within what can be seen of it. In the frame's coordinates."""
    return QRectF(frame.intersected(visible)).adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)


class _Above(QProxyStyle):
    """Tell Qt to put the frame above the widget, in its window or scroll area, where no tight parent cuts it off."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """Follow the focus through the application and draw a ring of 2 px in the accent outside the widget that has it.

    Qt moves and clips the frame; a widget that ends at the window's edge has its ring just inside.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._above = _Above("Fusion")
        self.setStyle(self._above)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        wanted = now if now is not None and not now.isWindow() and not isinstance(now, QMenu) else None
        self.setWidget(wanted)  # pyright: ignore[reportArgumentType] - None takes the ring away

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        ringed, parent = self.widget(), self.parentWidget()
        if ringed is None or parent is None:
            return
        visible = QRect(self.mapFromParent(parent.rect().topLeft()), parent.size())
        radius = 0 if isinstance(ringed, QAbstractScrollArea) and not ringed.property("rounded") else px(6) + 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("ring"), WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring_rect(self.rect(), visible), radius, radius)
        painter.end()
