# SPDX-License-Identifier: MIT
"""A row of the form: a label, a field, and below it what should be looked at, with a button for "Looks right"."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.desk.fields import TextField
from eqbrief.gui.desk.measures import first_baseline
from eqbrief.gui.kit import Label, Link, Picture, plain_tip
from eqbrief.gui.theme import font, line_height, px

LABEL = 96
SETTLES = "Looks right"


class CheckLine(QWidget):
    """Say what should be looked at, with a button for the answer that it is in order."""

    settled = Signal()

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about
        self.words = Label("", "secondary", "caution")
        self.settle = Link(SETTLES)
        self.settle.setToolTip(plain_tip("Take the doubt away and go to the next (Alt+R)"))
        self.settle.clicked.connect(self.settled)
        self._words = QHBoxLayout()
        self._words.setSpacing(6)
        self._words.addWidget(Picture("warning", "caution", 16), 0, Qt.AlignmentFlag.AlignTop)
        self._words.addWidget(self.words, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(self._words, 1)
        row.addWidget(self.settle, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, words: str, settles: str = "") -> None:
        """Say what to look at; '' for nothing. `settles` is the word on the button, '' for none."""
        self.words.setText(words)
        self.settle.setText(settles)
        self.settle.setAccessibleName(f"{settles}: {self._about}")
        self.settle.setVisible(bool(settles))
        # Its first line stands beside the word on the button.
        beside = (px(32) - QFontMetrics(font("secondary")).height()) // 2
        self._words.setContentsMargins(0, beside if settles else 4, 0, 4 if settles else 0)
        self.setVisible(bool(words))


class Line(QWidget):
    """A field with its label at the left, and below it what should be looked at."""

    settled = Signal()
    """The person says that what was doubtful is in order."""

    def __init__(self, label: str, field: QWidget, path: str = "") -> None:
        super().__init__()
        self.field = field
        self.label = Label(label, "body", "mute")
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.label.setBuddy(field)
        self._check, self._settles, self._wrong, self._said = "", "", "", ""
        self.said = CheckLine(label or field.accessibleName())
        self.said.settled.connect(self.settled)
        if path:
            field.setProperty("path", path)
        if isinstance(field, TextField):
            field.judged.connect(self._judge)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(field)
        if field.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:  # a button stands at the left
            column.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.said)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(column, 1)
        self._limit()

    def check(self, words: str, settles: str = "") -> None:
        """Say what should be looked at; '' when it is in order. What cannot be understood goes first.

        `settles` is the word on the button that takes the doubt away; '' where nothing but an answer does.
        """
        self._check, self._settles = words, settles
        said = self._wrong or self._check
        if said == self._said:  # a new style for every field at every key would be felt
            return
        self._said = said
        self.said.say(said, "" if self._wrong else settles)
        self.field.setAccessibleDescription(said)
        for part in (self.field, *self.field.findChildren(TextField)):  # a list has no border of its own
            part.setProperty("check", "true" if said else "false")
            part.style().unpolish(part)
            part.style().polish(part)
            part.update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the labels in one column when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "label"):
            self._limit()

    def _judge(self, words: str) -> None:
        self._wrong = words
        self.check(self._check, self._settles)

    def _limit(self) -> None:
        metrics = QFontMetrics(font("body"))
        own = (line_height("body") - metrics.height()) / 2 + metrics.ascent()
        self.label.setContentsMargins(0, max(0, round(first_baseline(self.field) - own)), 0, 0)
        self.label.setFixedWidth(px(LABEL))
