# SPDX-License-Identifier: MIT
"""A field made of other fields. It hands the keyboard on by itself, not by Qt's focus proxy, which leads Tab astray:
what stands for another stays where it was in the order of Tab, and pulls the keyboard back there for ever."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Holder(QWidget):
    """A widget that gives the keyboard to `keyboard`, one of the widgets within it."""

    keyboard: QWidget | None = None

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the keyboard into the widget that stands for this one."""
        if self.keyboard is not None:
            self.keyboard.setFocus(reason)
