# SPDX-License-Identifier: MIT
"""What stands above a comparison: which two decks, each with a button to choose another, and how much was changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, ElidedLabel, IconButton, Label, SectionHeading
from eqbrief.gui.theme import px
from eqbrief.tasks.versions import Version


class _Side(QWidget):
    """One of the two decks: what it is called, which event it is of, and a button to choose another."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self._title = ElidedLabel("No deck yet", "strong")
        self._event = ElidedLabel("", "secondary", "mute")
        self.choose = Button("Choose…", "presentation")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(SectionHeading(heading))
        words.addWidget(self._title)
        words.addWidget(self._event)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addLayout(words, 1)
        row.addWidget(self.choose)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.show_version(None)

    def show_version(self, version: Version | None) -> None:
        """Show which deck it is."""
        self._title.setText(version.title if version else "No deck yet")
        self._event.setText(version.event if version else "Choose one of the library")
        named = f": {version.title}" if version else ""
        self.choose.setAccessibleName(f"Choose the {self._heading.lower()} deck{named}")


class ComparingHead(QWidget):
    """The title, the sentence below it, and the two decks."""

    older_wanted = Signal()
    newer_wanted = Signal()
    swapped = Signal()
    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = Label("", "body", "mute")
        self._copy = Button("Copy the summary", "copy")
        self._copy.clicked.connect(self.copy_wanted)
        self._older, self._newer = _Side("Older"), _Side("Newer")
        self._older.choose.clicked.connect(self.older_wanted)
        self._newer.choose.clicked.connect(self.newer_wanted)
        self._swap = IconButton("Swap the two decks", "arrows-left-right")
        self._swap.clicked.connect(self.swapped)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Label("Compare two versions of a deck", "title"))
        words.addWidget(self._line)
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(px(12))
        top.addLayout(words, 1)
        top.addWidget(self._copy)
        sides = self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        sides.setSpacing(px(16))
        sides.addWidget(self._older, 1)
        sides.addWidget(self._swap)
        sides.addWidget(self._newer, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(28), px(20), px(28), px(16))
        whole.setSpacing(px(16))
        whole.addLayout(top)
        whole.addLayout(sides)

    def fit(self, *, narrow: bool) -> None:
        """Put what stands side by side below each other where there is little room."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._top, self._sides):
            row.setDirection(direction)

    def show_versions(self, older: Version | None, newer: Version | None) -> None:
        """Show which two decks are compared."""
        self._older.show_version(older)
        self._newer.show_version(newer)
        self._swap.setEnabled(bool(older and newer))

    def say(self, line: str, *, done: bool = False) -> None:
        """Show how things stand; what is done can be copied."""
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._copy.setVisible(done)
