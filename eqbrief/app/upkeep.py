# SPDX-License-Identifier: MIT
"""What the window does by itself for the library: finish what was cut off, read decks, back up daily, empty the bin."""

from PySide6.QtCore import QObject, QTimer

from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.jobs import Job, Jobs, touches
from eqbrief.gui.readings import Readings
from eqbrief.gui.window import MainWindow
from eqbrief.model import Backup, UserError, local_clock, now, say_date
from eqbrief.store import Store, Tables, decks_here, events_to_gather
from eqbrief.tasks import finish_intakes, keeping
from eqbrief.tasks.glossary import gather_terms

_SOON_MS = 3000
"""How long after a change the glossary looks for new terms: not while somebody types."""


class Upkeep(QObject):
    """Back the library up when a day has passed, in the background, and show on the status line how things stand."""

    def __init__(self, window: MainWindow, store: Store, jobs: Jobs, *, every_ms: int) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._readings = Readings(store, jobs, self)
        self._readings.said.connect(window.status.say)
        self._readings.failed.connect(lambda error: tell(window, error))
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._back_up)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._gather_terms)
        window.library.standing_seen.connect(self._look_again)

    def begin(self) -> None:
        """Begin, and look again from time to time."""
        self._show_last()
        self._window.events.show_undo(self._window.actions_["undo"])
        self._jobs.run("Finishing what was being added", lambda job: finish_intakes(self._store, job.report, job.stop))
        self._readings.begin()
        self._back_up()
        self._gather_terms()
        self._jobs.changed.connect(self._gather_after)
        self._jobs.run("Emptying the bin", lambda job: keeping.purge_bin(self._store, report=job.report, stop=job.stop))
        self._timer.start()

    def _back_up(self) -> None:
        """Back up when it is due. A library that is damaged is not backed up, and that is said."""
        store, place = self._store, self._window.library.second_place

        def work(job: Job) -> Backup | None:
            if not keeping.due(store, place):
                return None
            return keeping.backup(store, second_place=place, report=job.report, stop=job.stop)

        job = self._jobs.run("Backing up", work)
        job.done.connect(lambda _made: self._show_last())
        job.failed.connect(self._say)

    def _gather_after(self, tables: Tables) -> None:
        """Gather terms a while after something was written that may write an acronym out."""
        if touches(tables, "event", "note", "slide", "source"):
            self._soon.start()

    def _gather_terms(self) -> None:
        """Keep the glossary up with what the library holds; where nothing changed, no work is begun."""
        if not self._window.isVisible():
            return
        waiting = self._jobs.ask("what is new for the glossary", lambda: bool(events_to_gather(self._store)))
        waiting.done.connect(self._gather_if)

    def _gather_if(self, waiting: bool) -> None:
        if waiting:
            self._jobs.run("Reading acronyms", lambda job: gather_terms(self._store, job.report, job.stop))

    def _look_again(self) -> None:
        """Show how things stand by now, unless the window was closed meanwhile, as it is for a restore."""
        if self._window.isVisible():
            self._show_last()

    def _show_last(self) -> None:
        store, place = self._store, self._window.library.second_place
        job = self._jobs.ask("how things stand", lambda: (keeping.backups(store.folder, place), _missing(store)))
        job.done.connect(lambda found: self._show(*found))

    def _show(self, made: list[Backup], missing: int) -> None:
        status = self._window.status
        if missing:
            status.show_order("1 file is missing" if missing == 1 else f"{missing} files are missing", in_order=False)
        elif made:
            status.show_order("Library in order", in_order=True)
        if not made:
            status.show_backup("Not backed up yet")
            return
        newest = made[0].made_at
        when = local_clock(newest) if newest[:10] == now()[:10] else say_date(newest[:10])
        beside = "" if self._window.library.second_place else " · only on this disk"
        status.show_backup(f"Backed up {when}{beside}")

    def _say(self, error: UserError) -> None:
        if isinstance(error, keeping.PartlyBackedUp):
            self._show_last()
            self._window.status.say(str(error))
            return
        self._window.status.show_order("Not backed up: look at Backups", in_order=False)
        self._window.status.say(str(error))


def _missing(store: Store) -> int:
    """Count the decks whose file is not where it was put."""
    return sum(tasks.with_state(store, deck).state == "missing" for deck in decks_here(store))
