# SPDX-License-Identifier: MIT
"""What helps in writing notes: names to choose from, pasting with looks, spelling. One for each pane of notes."""

from PySide6.QtCore import QObject, Signal

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.mentions import Mentions
from eqbrief.gui.notes.pasting import Pasting
from eqbrief.gui.notes.spelling import Spelling
from eqbrief.gui.notes.writing import Writing
from eqbrief.store import Store


class Aids(QObject):
    """Give the fields of notes what helps in writing them."""

    said = Signal(str)
    """A sentence for the status line."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.mentions = Mentions(store, jobs, self)
        self.spelling = Spelling(jobs, self)
        for one in (self.mentions, self.spelling):
            one.said.connect(self.said)

    def attach(self, field: Writing, event_id: int | None) -> None:
        """Help in a field whose note is of an event, or of none."""
        self.mentions.attach(field, event_id)
        self.spelling.attach(field)
        field.pasting = Pasting(field, self._jobs, self.said.emit)
