# SPDX-License-Identifier: MIT
"""A row that shows how far a piece of work is, with Cancel; it is there only while something is under way."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from eqbrief.gui.jobs import Job
from eqbrief.gui.kit import Button, ElidedLabel
from eqbrief.gui.theme import px
from eqbrief.model import Progress


def said_progress(progress: Progress) -> str:
    """Write how far work is: 'Checking slides.pptx, 3 of 12'."""
    number = f", {min(progress.done + 1, progress.total):,} of {progress.total:,}" if progress.total > 1 else ""
    return f"{progress.what}{number}"


class Working(QWidget):
    """Show the progress of the job that it is given, until that ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._what = ElidedLabel("", "secondary", "mute")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._cancel = Button("Cancel")
        self._cancel.clicked.connect(self.cancel)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self._what)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(12), 0, px(12))
        row.setSpacing(px(16))
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self.hide()

    def follow(self, job: Job, what: str) -> None:
        """Show a job; `what` says what it does until it tells more."""
        self._job = job
        self._bar.setRange(0, 0)
        self._what.setText(what)
        self._cancel.setEnabled(True)
        self.show()
        job.progressed.connect(self.show_progress)
        job.ended.connect(self._end)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._what.setText(said_progress(progress))

    def cancel(self) -> None:
        """Ask the work to stop at the next good place."""
        if self._job is not None:
            self._job.cancel()
            self._what.setText("Stopping…")
            self._cancel.setEnabled(False)

    def _end(self) -> None:
        self._job = None
        self.hide()
