# SPDX-License-Identifier: MIT
"""What a row of an action asks for is written to the library: below the notes and in the view across events alike."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.acting.row import ActionRow
from eqbrief.gui.asking import tell
from eqbrief.gui.jobs import Jobs
from eqbrief.model import Action
from eqbrief.store import Store


class ActionDoing:
    """Tick, edit and delete actions for the rows of a widget; what cannot be done is told there."""

    def __init__(self, owner: QWidget, store: Store, jobs: Jobs, own_name: Callable[[], str]) -> None:
        self._owner, self._store, self._jobs, self._own_name = owner, store, jobs, own_name

    def names(self) -> list[str]:
        """List the people of the library, of whom one may be an owner."""
        return [person.name for person in db.all_named(self._store, "person")]

    def serve(self, row: ActionRow) -> None:
        """Do what a row asks for."""
        row.ticked.connect(self._tick)
        row.edited.connect(self._edit)
        row.outcome_given.connect(self._take_outcome)
        row.delete_wanted.connect(self._delete)

    def keep_now(self, row: ActionRow) -> None:
        """Keep what is being written in a row, on this thread. Raises UserError when it cannot be kept."""
        line, outcome = row.written()
        if line is not None:
            tasks.edit_line(self._store, row.action.id, line, own_name=self._own_name())
        if outcome is not None:
            tasks.finish_action(self._store, row.action.id, outcome)

    def _tick(self, action: Action, on: bool) -> None:
        task = tasks.finish_action if on else tasks.reopen_action
        self._write(lambda: task(self._store, action.id), "Done" if on else "Open again")

    def _edit(self, action: Action, line: str) -> None:
        own = self._own_name()
        self._write(lambda: tasks.edit_line(self._store, action.id, line, own_name=own), "Action saved")

    def _take_outcome(self, action: Action, text: str) -> None:
        self._write(lambda: tasks.finish_action(self._store, action.id, text), "Outcome saved")

    def _delete(self, action: Action) -> None:
        self._write(lambda: tasks.delete_action(self._store, action.id), "Action deleted")

    def _write(self, work: Callable[[], object], said: str) -> None:
        job = self._jobs.save(work)
        job.done.connect(lambda _none: announce(self._owner, said))
        job.failed.connect(lambda error: tell(self._owner, error))


def announce(widget: QWidget, text: str) -> None:
    """Say a sentence to those who use a screen reader."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
