# SPDX-License-Identifier: MIT
"""Commands that lead through what is to be reviewed, from wherever the keyboard is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing.pane import ListPane
from eqbrief.model import Filter
from eqbrief.store import Store
from eqbrief.tasks.reviewing import next_in_queue


class ReviewCommands(QObject):
    """Go from one event that is to be reviewed to the next, in the order of the list."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        listing: ListPane,
        detail: DetailPane,
        show: Callable[[int], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._list, self._detail, self._show, self._say = listing, detail, show, say

    @action(
        "Next to review",
        icon="caret-double-down",
        menu="Event",
        shortcut="Alt+PgDown",
        divides=True,
        help="Go to the next event of the list that is not reviewed yet.",
    )
    def next_to_review(self) -> None:
        """Show the next event that is still to be reviewed."""
        self._step(1)

    @action(
        "Previous to review",
        icon="caret-double-up",
        menu="Event",
        shortcut="Alt+PgUp",
        help="Go to the event of the list before this one that is not reviewed yet.",
    )
    def previous_to_review(self) -> None:
        """Show the event before that is still to be reviewed."""
        self._step(-1)

    @action(
        "Reviewed, next",
        icon="check-circle",
        menu="Event",
        shortcut="Ctrl+Shift+Return",
        help="Mark the event as reviewed and go to the next one that is not.",
    )
    def review_and_go_on(self) -> None:
        """Mark the event that is shown as reviewed, and show the next one to review."""
        number = self._detail.event_id
        if number is None:
            self._say("Choose an event first")
            return
        ids = self._queue()
        job = self._jobs.save(lambda: tasks.set_state(self._store, [number], "reviewed"))
        job.done.connect(lambda _none: self._go_on(ids, number))
        job.failed.connect(lambda error: tell(self._window, error))

    def _go_on(self, ids: Sequence[int], number: int) -> None:
        found = next_in_queue(self._store, ids, number, 1)
        if found is not None:
            self._show(found)
            self._say("Reviewed · here is the next one")
        else:
            self._say(f"Reviewed · {self._end(ids, 1)}")

    def _step(self, by: int) -> None:
        ids = self._queue()
        found = next_in_queue(self._store, ids, self._detail.event_id, by)
        if found is not None:
            self._show(found)
        else:
            said = self._end(ids, by)
            self._say(said[:1].upper() + said[1:])

    def _queue(self) -> Sequence[int]:
        """Give the events of the list in its order; where it shows something else, all of them, newest first."""
        return self._list.events() or db.event_ids(self._store, Filter())

    def _end(self, ids: Sequence[int], by: int) -> str:
        """Say kindly that there is nothing further on in the queue."""
        left = len(db.still_to_review(self._store).intersection(ids) - {self._detail.event_id})
        where = "before" if by > 0 else "after"
        if not left:
            return "everything here is reviewed. Well done"
        end, wait = "last" if by > 0 else "first", "waits" if left == 1 else "wait"
        return f"that is the {end} to review here; {left:,} {where} it {wait}"
