# SPDX-License-Identifier: MIT
"""Have the library's decks read in the background, whenever there are some that nobody has read yet."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from eqbrief.gui.jobs import Job, Jobs, touches
from eqbrief.store import Store, Tables


class Readings(QObject):
    """Start reading when decks have come, one round at a time, and say what came of it."""

    said = Signal(str)
    """A sentence for the status line, announced to screen readers."""
    failed = Signal(object)
    """The UserError for which the library could not be written."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._job: Job | None = None
        self._looking = False
        self._again = False
        self._left: set[int] = set()

    def begin(self) -> None:
        """Read what waits to be read, now and whenever a deck has come."""
        self._jobs.changed.connect(self._notice)
        self._look()

    def _look(self) -> None:
        if self._job is not None or self._looking:
            self._again = True
            return
        self._looking, self._again = True, False
        left = frozenset(self._left)
        job = self._jobs.ask("decks to read", lambda: _waiting(self._store, left))
        job.done.connect(self._read)
        job.ended.connect(self._looked)

    def _looked(self) -> None:
        self._looking = False
        if self._job is None and self._again:
            self._look()

    def _read(self, waiting: int) -> None:
        if not waiting:
            return
        left = frozenset(self._left)
        name = "Reading a deck" if waiting == 1 else f"Reading {waiting:,} decks"
        self._job = job = self._jobs.read(name, lambda job: _index(self._store, job, left))
        job.done.connect(lambda outcomes: self._sum_up(job, outcomes))
        job.failed.connect(self.failed.emit)
        job.ended.connect(self._end)

    def _end(self) -> None:
        self._job = None
        if self._again:
            self._look()

    def _sum_up(self, job: Job, outcomes: list[Any]) -> None:
        """Say what was read; what a file that was changed or cancelled would give again is left for this time."""
        self._left |= {outcome.deck.id for outcome in outcomes if outcome.comes_again}
        if job.stop():
            self.said.emit("Reading was cancelled; it goes on when EqBrief is opened again or a deck is added")
            return
        troubles = sum(outcome.error is not None for outcome in outcomes)
        done = len(outcomes) - troubles
        parts = [f"{done:,} {'deck' if done == 1 else 'decks'} read"] if done else []
        if troubles:
            parts.append(f"{troubles:,} could not be read: the event's Decks page says why")
        if parts:
            self.said.emit(", ".join(parts))

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "deck"):
            self._look()


def _waiting(store: Store, left: frozenset[int]) -> int:
    from eqbrief.tasks.indexing import to_read  # noqa: PLC0415 - not needed by the first frame

    return len(to_read(store, left))


def _index(store: Store, job: Job, left: frozenset[int]) -> list[Any]:
    from eqbrief.tasks.indexing import index_decks  # noqa: PLC0415 - not needed by the first frame

    return index_decks(store, job.report, job.stop, leave=left)
