# SPDX-License-Identifier: MIT
"""Fields with their labels at the left; one that should be looked at has a border, a sign and a sentence of its own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.kit.empty import Picture
from eqbrief.gui.kit.labels import Label
from eqbrief.gui.theme import line_height, px

LABEL_WIDTH = 96


class FormRow(QWidget):
    """A field, and below it what to look at, if anything."""

    def __init__(self, field: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._warning = QWidget()
        self._words = Label("", "secondary", "caution")
        line = QHBoxLayout(self._warning)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Picture("warning", "caution", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(field)
        column.addWidget(self._warning)
        self._warning.hide()

    def check(self, what: str | None) -> None:
        """Say in a sentence what should be looked at; None when it is in order."""
        self._words.setText(what or "")
        self._warning.setVisible(bool(what))
        self.field.setAccessibleDescription(what or "")
        self.field.setProperty("check", "true" if what else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.field.update()


class Form(QWidget):
    """Stack rows of a label, right-aligned in a quiet tone, and a field; the label names the field."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._count = 0
        self._labels: list[Label] = []
        self._line_up()

    def add(self, label: str, field: QWidget) -> FormRow:
        """Add a field at the end; with '' as its label it stands below the one before it, and needs a name already."""
        if label and not field.accessibleName():
            field.setAccessibleName(label)
        if not field.accessibleName():
            raise ValueError("A field without a label needs an accessible name.")
        row = FormRow(field)
        if label:
            words = Label(label, "body", "mute", wrap=False)
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._labels.append(words)
            words.setBuddy(field)
            self._grid.addWidget(words, self._count, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, self._count, 1)
        self._count += 1
        self._line_up()
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Line the labels up anew when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._line_up()

    def _line_up(self) -> None:
        self._grid.setColumnMinimumWidth(0, px(LABEL_WIDTH))
        for label in self._labels:
            # The label's one line stands beside the first of the field.
            label.setContentsMargins(0, (px(32) - line_height("body")) // 2, 0, 0)
