# SPDX-License-Identifier: MIT
"""What the window does by itself for the library's safety: the daily backup, the bin after 30 days, and saying so."""

from PySide6.QtCore import QObject, QTimer

from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.window import MainWindow
from eqbrief.model import Backup, UserError, local_clock, now, say_date
from eqbrief.store import Store
from eqbrief.tasks import keeping


class Upkeep(QObject):
    """Back the library up when a day has passed, in the background, and show on the status line how things stand."""

    def __init__(self, window: MainWindow, store: Store, jobs: Jobs, *, every_ms: int) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._back_up)

    def begin(self) -> None:
        """Begin, and look again from time to time."""
        self._show_last()
        self._window.events.show_undo(self._window.actions_["undo"])
        self._jobs.save(lambda: keeping.purge_bin(self._store))
        self._back_up()
        self._timer.start()

    def _back_up(self) -> None:
        store, place = self._store, self._window.library.second_place

        def work(job: Job) -> Backup | None:
            if not keeping.due(store):
                return None
            return keeping.backup(store, second_place=place, report=job.report, stop=job.stop)

        job = self._jobs.run("Backing up", work)
        job.done.connect(lambda made: self._show_last() if made else None)
        job.failed.connect(self._say)

    def _show_last(self) -> None:
        place = self._window.library.second_place
        job = self._jobs.ask("backups", lambda: keeping.backups(self._store.folder, place))
        job.done.connect(self._show)

    def _show(self, made: list[Backup]) -> None:
        if not made:
            self._window.status.show_backup("Not backed up yet")
            return
        newest = made[0].made_at
        today = newest[:10] == now()[:10]
        when = local_clock(newest) if today else say_date(newest[:10])
        beside = "" if self._window.library.second_place else " · no second place"
        self._window.status.show_backup(f"Backed up {when}{beside}")

    def _say(self, error: UserError) -> None:
        self._window.status.show_order("Not backed up: look at Backups", in_order=False)
        self._window.status.say(str(error))
