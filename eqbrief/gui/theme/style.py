# SPDX-License-Identifier: MIT
"""The few marks that a style sheet cannot draw without picture files: ticks, radio dots, the arrows of a tree."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from eqbrief.gui.theme.current import colour
from eqbrief.gui.theme.icons import paint_icon

Element = QStyle.PrimitiveElement
State = QStyle.StateFlag


def paint_tick_box(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint a check box: a border of 3 to 1 when empty, filled with the accent when ticked or in part ticked."""
    on, partly = bool(state & State.State_On), bool(state & State.State_NoChange)
    box = _square(rect)
    _fill(painter, state, filled=on or partly)
    painter.drawRoundedRect(box, 4, 4)
    if on or partly:
        paint_icon(painter, "check-bold" if on else "minus-bold", box.adjusted(2, 2, -2, -2), "on-accent")


def paint_radio(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint a radio button, with a dot in the accent's counter-colour when it is chosen."""
    on, ring = bool(state & State.State_On), _square(rect)
    _fill(painter, state, filled=on)
    painter.drawEllipse(ring)
    if on:
        painter.setBrush(colour("on-accent"))
        painter.drawEllipse(ring.center(), ring.width() / 5, ring.width() / 5)


def paint_branch(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paint the arrow of a row in a tree, where the row has rows below it."""
    if state & State.State_Children:
        side = min(14, rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QPointF(rect.center()))
        paint_icon(painter, "caret-down" if state & State.State_Open else "caret-right", box, "mute")


def paint_nothing(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Leave out the dotted focus rectangle: FocusRing shows where the focus is."""


def _square(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height()) - 1
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(rect).center())
    return box


def _fill(painter: QPainter, state: QStyle.StateFlag, *, filled: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(state & State.State_Enabled)
    edge = "accent" if filled else "border"
    painter.setPen(QPen(colour(edge if enabled else "disabled"), 1.25))
    painter.setBrush(colour(("accent" if enabled else "disabled") if filled else "card"))


MARKS: dict[QStyle.PrimitiveElement, Callable[[QPainter, QRect, QStyle.StateFlag], None]] = {
    Element.PE_IndicatorCheckBox: paint_tick_box,
    Element.PE_IndicatorItemViewItemCheck: paint_tick_box,
    Element.PE_IndicatorRadioButton: paint_radio,
    Element.PE_IndicatorBranch: paint_branch,
    Element.PE_FrameFocusRect: paint_nothing,
}


class Marks(QProxyStyle):
    """Fusion, with the marks above painted by us."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a primitive: ours where there is one, else Fusion's."""
        mark = MARKS.get(element)
        if mark is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        mark(painter, option.rect, option.state)
        painter.restore()
