# SPDX-License-Identifier: MIT
"""The ring around whatever has the keyboard's attention: one for the whole program, so that no widget can lack it."""

from PySide6.QtCore import QObject, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from eqbrief.gui.theme.current import colour, px

WIDTH = 2
OWN_RING = "ownRing"
"""The property of a widget that draws its focus itself, where the keyboard is within it."""


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
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # The mask would cut the ring's round corners.
        return super().styleHint(hint, option, widget, returnData)


class RingFrame(QFocusFrame):
    """Draw a ring of 2 px in the accent outside the widget that it follows; Qt moves and clips it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Its child, for a style must not be gone before the widget that wears it.
        above = _Above("Fusion")
        above.setParent(self)
        self.setStyle(above)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring; that of a widget which ends at the window's edge stands just inside."""
        ringed, parent = self.widget(), self.parentWidget()
        if ringed is None or parent is None:
            return
        visible = QRect(self.mapFromParent(parent.rect().topLeft()), parent.size())
        radius = 0 if isinstance(ringed, QAbstractScrollArea) and ringed.property("plain") else px(6) + 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("ring"), WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring_rect(self.rect(), visible), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Keep one frame around whatever has the focus, in whichever window that is."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._frame: RingFrame | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # The frame lives in the window that it is shown in, and goes with it.
        if self._frame is not None and not isValid(self._frame):
            self._frame = None
        # A list draws the ring around the row that the keys move, which says more than one around all of it.
        alone = now is None or now.isWindow() or bool(now.property(OWN_RING))
        wanted = None if alone else now
        if self._frame is None and wanted is not None:
            self._frame = RingFrame(wanted.window())
        if self._frame is not None:
            self._frame.setWidget(wanted)  # pyright: ignore[reportArgumentType] - Qt takes no widget for none
            if wanted is not None:
                QTimer.singleShot(0, self._frame, self._show_again)

    def _show_again(self) -> None:
        """Put the ring on once more: Qt leaves it away from what was out of sight when the focus came there."""
        frame = self._frame
        if frame is None or not isValid(frame) or not frame.isHidden():
            return
        ringed = QApplication.focusWidget()
        if ringed is not None and ringed is frame.widget() and ringed.isVisible():
            frame.setWidget(None)  # pyright: ignore[reportArgumentType] - the same
            frame.setWidget(ringed)
