# SPDX-License-Identifier: MIT
"""The strip below the desk: how far the work is, with Cancel, and what was done. It speaks to screen readers too."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from eqbrief.gui.kit import ElidedLabel, Link, surface
from eqbrief.gui.theme import px
from eqbrief.model import Progress


class Strip(QWidget):
    """Show a sentence, or the progress of one piece of work with a way to stop it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = ElidedLabel("", "secondary", "mute")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.bar.setFixedWidth(px(120))
        self.cancel = Link("Cancel")
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        surface(self, "bg")
        self.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        counted = f", {progress.done + 1} of {progress.total}" if progress.total > 1 else ""
        self._words.setText(f"{progress.what}{counted}")
        self.bar.setRange(0, max(1, progress.total))
        self.bar.setValue(progress.done)
        self._tools(shown=True)
        self.bar.setVisible(progress.total > 0)  # one without an end would move all the time

    def say(self, words: str) -> None:
        """Say what was done; '' clears the strip."""
        self._words.setText(words)
        self._tools(shown=False)
        self.setVisible(bool(words))
        if words:
            self.announce(words)

    def announce(self, words: str) -> None:
        """Tell a screen reader, and show nothing: for what the eye sees anyway."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """Give what the strip says now."""
        return self._words.text()

    def _tools(self, *, shown: bool) -> None:
        self.bar.setVisible(shown)
        self.cancel.setVisible(shown)
        self.setVisible(True)
