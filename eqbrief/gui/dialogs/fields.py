# SPDX-License-Identifier: MIT
"""Fields that the dialogs share: a path to read and copy, and a field with words and buttons below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, FlowLayout, plain_tip
from eqbrief.gui.theme import px


class PathField(QLineEdit):
    """Show a path that can be read, selected and copied, but not typed."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.show_path(path)

    def show_path(self, path: str) -> None:
        """Show another path, from its beginning."""
        self.setText(path)
        self.setCursorPosition(0)
        self.setToolTip(plain_tip(path))


class Group(QWidget):
    """A field, words about it and buttons, one below the other, as one field of a form."""

    def __init__(self, field: QWidget, words: QWidget | None = None, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self.setAccessibleName(field.accessibleName())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8) if buttons else px(4))
        column.addWidget(field)
        if words is not None:
            column.addWidget(words)
        if buttons:
            row = QWidget()
            flow = FlowLayout(row)
            for button in buttons:
                flow.addWidget(button)
            column.addWidget(row)
