# SPDX-License-Identifier: MIT
"""Note which slides somebody saw: those that stood on the screen for a moment, not those that were leafed past."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store
from eqbrief.tasks import looking

if TYPE_CHECKING:
    from eqbrief.gui.viewer.viewer import Viewer

_SEEN_MS = 1000


class Seeing(QObject):
    """Watch the slides of a viewer."""

    def __init__(self, viewer: "Viewer", store: Store, jobs: Jobs) -> None:
        super().__init__(viewer)
        self._viewer, self._store, self._jobs = viewer, store, jobs
        self._rest = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._rest.timeout.connect(self._note)
        viewer.slide_shown.connect(lambda _deck, _number: self._rest.start())
        viewer.left.connect(self._rest.stop)

    def _note(self) -> None:
        deck, number = self._viewer.deck_id, self._viewer.number
        if deck is not None and number and self._viewer.isVisible():
            self._jobs.save(lambda: looking.see_slide(self._store, deck, number))
