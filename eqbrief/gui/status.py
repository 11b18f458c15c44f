# SPDX-License-Identifier: MIT
"""The status line: whether the library is safe, what was last done, and how far long work is."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from eqbrief.gui.jobs import Job
from eqbrief.gui.kit import ElidedLabel, Link, Picture, surface
from eqbrief.gui.theme import px
from eqbrief.model import Progress

_STAYS_MS = 8000


class StatusLine(QWidget):
    """Say quietly how things stand; what was done is also announced to screen readers."""

    check_wanted = Signal()
    backups_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    give_up_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._jobs: list[Job] = []
        self._held_text = ""
        self._fade = QTimer(self, singleShot=True, interval=_STAYS_MS)
        self._fade.timeout.connect(lambda: self._said.setText(""))
        self._build()

    def say(self, text: str) -> None:
        """Show a sentence for a while, and announce it."""
        self._said.setText(text)
        self._fade.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_order(self, text: str, *, in_order: bool) -> None:
        """Say whether the library is in order."""
        self._sign.show_icon("check-circle" if in_order else "warning", "mute" if in_order else "caution")
        self._order.setText(text)

    def show_backup(self, text: str) -> None:
        """Say when the library was last backed up."""
        self._backup.setText(text)

    def show_held(self, text: str) -> None:
        """Say which downloads are held, with what can be done about it; '' for none."""
        self._held_text = text
        self._held.setText(text)
        self._show_held()

    def follow(self, job: Job) -> None:
        """Show the progress of a job until it ends; further jobs wait behind it."""
        self._jobs.append(job)
        job.progressed.connect(self._progress)
        job.ended.connect(lambda: self._end(job))
        self._show_first()

    def _build(self) -> None:
        self._sign = Picture("first-aid-kit", "mute", 16)
        self._order = Link("Check the library")
        self._order.clicked.connect(self.check_wanted)
        self._backup = Link("Backups")
        self._backup.clicked.connect(self.backups_wanted)
        self._said = ElidedLabel("", "secondary", "text")
        self._work = ElidedLabel("", "secondary", "mute")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(px(120))
        self._bar.setAccessibleName("Progress")
        self._cancel = Link("Cancel")
        self._cancel.clicked.connect(self._cancel_first)
        self._pause = Link("Pause")
        self._pause.setAccessibleName("Pause the downloads")
        self._pause.clicked.connect(self.pause_wanted)
        self._held = ElidedLabel("", "secondary", "mute")
        self._resume = Link("Resume")
        self._resume.setAccessibleName("Resume the downloads")
        self._resume.clicked.connect(self.resume_wanted)
        self._give_up = Link("Cancel all")
        self._give_up.setAccessibleName("Cancel all downloads")
        self._give_up.clicked.connect(self.give_up_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), 0, px(14), 0)
        row.setSpacing(px(8))
        row.addWidget(self._sign)
        row.addWidget(self._order)
        row.addSpacing(px(8))
        row.addWidget(self._backup)
        row.addSpacing(px(16))
        row.addWidget(self._said, 1)
        for widget in (self._work, self._bar, self._pause, self._cancel, self._held, self._resume, self._give_up):
            row.addWidget(widget)
            widget.hide()
        self.setFixedHeight(px(30))
        surface(self, "bg")

    def _show_first(self) -> None:
        shown = bool(self._jobs)
        for widget in (self._work, self._bar, self._cancel):
            widget.setVisible(shown)
        if shown:
            self._work.setText(self._jobs[0].name)
            self._bar.setRange(0, 0)
        self._pause.setVisible(shown and self._jobs[0].lane == "fetch")
        self._show_held()

    def _show_held(self) -> None:
        """Show what is held where no other work is under way: there is room for one of the two."""
        for widget in (self._held, self._resume, self._give_up):
            widget.setVisible(bool(self._held_text) and not self._jobs)

    def _progress(self, progress: Progress) -> None:
        if not self._jobs or self.sender() is not self._jobs[0]:
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        number = f", {progress.done + 1:,} of {progress.total:,}" if progress.counts and progress.total > 1 else ""
        self._work.setText(f"{progress.what}{number}")

    def _end(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self._show_first()

    def _cancel_first(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
            self._work.setText("Stopping…")
