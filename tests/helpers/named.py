# SPDX-License-Identifier: MIT
"""Find what the keyboard can reach and a screen reader cannot name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

# A combo box shows its list under its own name.
QTS_OWN = {"QComboBoxListView"}


def unnamed(top: QWidget) -> list[str]:
    """List the widgets below `top`, and itself, that can have the focus and say no name: class, name, parent's class.

    What Qt hands the focus on from is left out, and so is what it makes for itself. A tooltip or a placeholder is no
    name; the text of a button or of a label that has the widget as its buddy is one.
    """
    return [
        f"{type(widget).__name__} '{widget.objectName()}' in {type(widget.parent()).__name__}"
        for widget in [top, *top.findChildren(QWidget)]
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and widget.metaObject().className() not in QTS_OWN
        and not said_name(widget)
    ]


def said_name(widget: QWidget) -> str:
    """Give the name that a screen reader says for a widget; '' when it has none."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""
