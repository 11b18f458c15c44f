# SPDX-License-Identifier: MIT
"""A list to choose one thing from, with the design's chevron and a name for screen readers."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from eqbrief.gui.theme import paint_icon, px

_WIDEST, _NARROWEST = 480, 152


class ComboBox(QComboBox):
    """Choose one of a few texts. `name` says of what."""

    def __init__(self, name: str, items: tuple[str, ...] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        # Qt draws the list of a combo box in a way of its own, which knows nothing of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.addItems(items)

    def sizeHint(self) -> QSize:
        """Ask for room for the longest text, as far as that is reasonable."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), px(_WIDEST)), whole.height())

    def minimumSizeHint(self) -> QSize:
        """Do with less: one long text must not make the whole window wide."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), px(_NARROWEST)), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its text cut short with an ellipsis where it has no room, then the chevron at its right."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        text = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = text  # pyright: ignore[reportAttributeAccessIssue]
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        side = px(14)
        box = QRect(self.width() - side - px(10), 0, side, self.height())
        paint_icon(painter, "caret-down", box, "mute" if self.isEnabled() else "disabled")
        painter.end()
