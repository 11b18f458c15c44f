# SPDX-License-Identifier: MIT
"""The saved searches and enquiries of the sidebar: counted in the background, opened, named and deleted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from eqbrief import store as db
from eqbrief.gui.asking import tell
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.sidebar import Place, Sidebar
from eqbrief.model.asking import SavedSearch, Standing
from eqbrief.store import Store, Tables

if TYPE_CHECKING:
    from eqbrief.gui.jobs import Job

_AFTER_MS = 1200
"""So long after the last change they are counted, so that adding a hundred pages counts once."""


class KeptSearches(QObject):
    """Count saved searches one at a time, so that a search that is being typed waits for one of them at most."""

    def __init__(self, window: QWidget, store: Store, jobs: Jobs, sidebar: Sidebar) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._sidebar = window, store, jobs, sidebar
        self._standings: dict[int, Standing] = {}
        self._waiting: list[SavedSearch] = []
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self.count)
        jobs.changed.connect(self._notice)
        sidebar.menu_wanted.connect(self._menu)
        sidebar.delete_wanted.connect(self.delete)
        sidebar.rename_wanted.connect(self.rename)
        self._soon.start()  # the first frame is drawn by then

    def count(self) -> None:
        """Count all saved searches anew, in the background."""
        self._waiting = db.saved_searches(self._store)
        known = {one.id for one in self._waiting}
        self._standings = {number: now for number, now in self._standings.items() if number in known}
        self._next()

    def looked_at(self, number: int) -> None:
        """Remember that what a saved search finds has been looked at."""
        from eqbrief.tasks import searching  # noqa: PLC0415 - the first frame searches nothing

        if self._standings.get(number, Standing(number, 0, 1)).new:
            self._jobs.save(lambda: searching.look_at(self._store, number))

    def rename(self, place: Place) -> None:
        """Give a saved search or an enquiry another name."""
        from eqbrief.gui.dialogs.one_line import ask_line  # noqa: PLC0415 - the first frame shows no dialog

        number = place.id
        name = ask_line(self._window, "Rename", "What is searched for stays as it is.", "Name", place.title, "Rename")
        if name and number is not None:
            self._write(lambda: self._tasks(place)[0](self._store, number, name))

    def delete(self, place: Place) -> None:
        """Delete a saved search or an enquiry; undo brings it back."""
        number = place.id
        if number is not None:
            self._write(lambda: self._tasks(place)[1](self._store, number))

    def _tasks(self, place: Place) -> tuple[Callable[..., object], Callable[..., object]]:
        from eqbrief.tasks import enquiring, searching  # noqa: PLC0415 - the first frame searches nothing

        if place.shows == "search":
            return searching.rename_search, searching.delete_search
        return enquiring.rename_enquiry, enquiring.delete_enquiry

    def _write(self, work: Callable[[], object]) -> None:
        job = self._jobs.save(work)
        job.failed.connect(lambda error: tell(self._window, error))

    def _next(self) -> None:
        if not self._waiting:
            self._sidebar.show_standings(dict(self._standings))
            return
        from eqbrief.tasks import searching  # noqa: PLC0415 - the first frame searches nothing

        saved, *self._waiting = self._waiting
        job: Job = self._jobs.ask("saved searches", lambda: searching.standing(self._store, saved, job.stop))
        job.done.connect(self._counted)

    def _counted(self, now: Standing) -> None:
        self._standings[now.id] = now
        self._next()

    def _menu(self, place: Place, at: QPoint) -> None:
        menu = QMenu(place.title, self._window)
        menu.addAction("Rename…", lambda: self.rename(place))
        menu.addAction("Delete", lambda: self.delete(place))
        menu.exec(at)
        menu.deleteLater()

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "passage", "saved_search", "event", "note", "action", "deck", "slide", "transcript"):
            self._soon.start()
