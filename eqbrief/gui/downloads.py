# SPDX-License-Identifier: MIT
"""The queue of decks to download: one after another, only when asked, and kept over a restart.

What was asked for earlier and not finished is held until the person resumes it: nothing leaves the machine unasked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from eqbrief import store as db
from eqbrief.gui.jobs import Job, Jobs, touches
from eqbrief.model import Deck, Download, Progress, UserError
from eqbrief.store import Store, Tables
from eqbrief.tasks import downloading
from eqbrief.tasks.steps import amount


@dataclass(frozen=True, slots=True)
class Standing:
    """How the download of a deck stands; `reason` says why it failed."""

    state: Literal["waiting", "running", "held", "failed"]
    reason: str = ""


class Downloads(QObject):
    """Download decks as jobs, and tell how they stand."""

    changed = Signal()
    """The standing of some deck is another."""
    held = Signal(str)
    """What is held, as a sentence without its full stop; '' when nothing is."""
    said = Signal(str)
    """A sentence for the status line, announced to screen readers."""
    failed = Signal(object)
    """The UserError for which a note in the library could not be made."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._listed: dict[int, Download] = {}
        self._job: Job | None = None
        self._running: int | None = None
        self._given_up: set[int] = set()
        self._done, self._troubles = 0, 0
        self._read()
        self._held = {number for number, one in self._listed.items() if one.state == "waiting"}
        jobs.changed.connect(self._notice)

    def tell(self) -> None:
        """Say what is held, to those who have connected by now."""
        self.held.emit(self._said_held())

    def standing(self, deck_id: int) -> Standing | None:
        """Say how the download of a deck stands; None where none was asked for."""
        one = self._listed.get(deck_id)
        if one is None:
            return None
        if one.state == "failed":
            return Standing("failed", one.reason or "")
        if deck_id == self._running:
            return Standing("running")
        return Standing("held" if deck_id in self._held else "waiting")

    def ask(self, decks: Iterable[int]) -> None:
        """Download these decks, behind those that wait already; ones that failed or are held go on too."""
        numbers = [number for number in decks if number != self._running]
        self._held -= set(numbers)
        if numbers:
            self._write(lambda: downloading.ask_for(self._store, numbers))

    def ask_later(self, decks: Iterable[int]) -> None:
        """Note that these decks are to be downloaded, and hold them until the person resumes the downloads."""
        numbers = [number for number in decks if number != self._running]
        self._held |= set(numbers)
        if numbers:
            self._write(lambda: downloading.ask_for(self._store, numbers))

    def ask_events(self, events: list[int] | None) -> None:
        """Download all decks of these events, or of all, that are named and not here."""

        def ask(numbers: list[int]) -> None:
            if numbers:
                self.ask(numbers)
            else:
                self.said.emit("There is no deck to download")

        job = self._jobs.ask("decks to download", lambda: downloading.to_ask_for(self._store, events))
        job.done.connect(ask)

    def pause(self) -> None:
        """Hold what is under way and what waits; what is here of it is kept."""
        self._held = {number for number, one in self._listed.items() if one.state == "waiting"}
        if self._job is not None:
            self._job.cancel()
        self._tell()

    def resume(self) -> None:
        """Go on with what is held."""
        self._held.clear()
        self._tell()
        self._go_on()

    def cancel(self, decks: Iterable[int]) -> None:
        """Give these downloads up; what is half here goes."""
        numbers = set(decks)
        if self._running in numbers and self._job is not None:
            self._given_up |= numbers
            self._job.cancel()
        else:
            self._give_up(numbers)

    def cancel_all(self) -> None:
        """Give up all that is under way, waits or is held."""
        self.cancel([number for number, one in self._listed.items() if one.state == "waiting"])

    def _go_on(self) -> None:
        """Begin with the next that waits, unless one is under way."""
        if self._job is not None:
            return
        waiting = [one for one in self._listed.values() if one.state == "waiting" and one.deck_id not in self._held]
        if not waiting:
            self._sum_up()
            return
        one, store = waiting[0], self._store
        more = f", {len(waiting) - 1} more waiting" if len(waiting) > 1 else ""

        def work(job: Job) -> Deck | None:
            def told(here: int, whole: int) -> None:
                what = f"Downloading {one.title}{amount(here, whole)}{more}"
                job.report(Progress(here if whole else 0, whole, what, counts=False))

            return downloading.work_off(store, one.deck_id, told, job.stop)

        self._running = one.deck_id
        self._job = self._jobs.fetch(f"Downloading {one.title}{more}", work)
        self._job.done.connect(self._came)
        self._job.failed.connect(self._not_come)
        self._job.ended.connect(self._ended)
        self._tell()

    def _came(self, deck: Deck | None) -> None:
        if deck is not None:
            self._done += 1
        elif self._running is not None and self._running not in self._held:
            self._given_up.add(self._running)  # cancelled, and not paused

    def _not_come(self, _error: UserError) -> None:
        self._troubles += 1

    def _ended(self) -> None:
        self._job, self._running = None, None
        numbers, self._given_up = self._given_up, set()
        self._read()
        if numbers:
            self._give_up(numbers)
        else:
            self._go_on()
        self._tell()

    def _give_up(self, numbers: set[int]) -> None:
        self._held -= numbers
        if numbers:
            self._write(lambda: downloading.give_up(self._store, numbers))

    def _write(self, work: Callable[[], None]) -> None:
        job = self._jobs.save(work)
        job.done.connect(lambda _none: self._go_on())
        job.failed.connect(self.failed.emit)

    def _sum_up(self) -> None:
        """Say what was done once nothing is left to do."""
        done, troubles = self._done, self._troubles
        self._done = self._troubles = 0
        if not done and not troubles:
            return
        parts = [f"{done} {'deck' if done == 1 else 'decks'} downloaded"] if done else []
        if troubles:
            parts.append(f"{troubles} could not be downloaded: the event's Decks page says why")
        self.said.emit(", ".join(parts))

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "download", "deck", "event"):
            self._read()
            self._tell()

    def _read(self) -> None:
        self._listed = {one.deck_id: one for one in db.downloads(self._store)}

    def _tell(self) -> None:
        self.changed.emit()
        self.held.emit(self._said_held())

    def _said_held(self) -> str:
        titles = [one.title for number, one in self._listed.items() if number in self._held and number != self._running]
        if len(titles) == 1:
            return f"“{titles[0]}” waits to be downloaded"
        return f"{len(titles)} decks wait to be downloaded" if titles else ""
