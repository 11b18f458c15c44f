# SPDX-License-Identifier: MIT
"""All thread code of the window: eight lanes of work, and word of what changed, back on the window's thread.

`save` is for small writes and stands alone, so that typing never waits; `run` does long work in order, with progress
and cancel; `fetch` does the same for what waits on the network, `render` for what waits on another program, and `read`
for the slides of decks, so that nothing else waits for them; `ask` answers questions, and a newer question with the
same name interrupts the older one; `draw` makes pictures; `take_in` reads what was pasted.
"""

import queue
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any, Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from eqbrief.model import Progress, UserError
from eqbrief.store import EVERY_TABLE, Store, Tables

_LOOK_EVERY_MS = 1500
# How far a job is need not be said more often than it can be seen.
_REPORT_EVERY = 0.05
# After word of a change the panes read again. Until three times that long has passed, further word waits and is
# gathered, so that a thousand small changes leave the window most of its time.
_REST_FOR = 3

Work = Callable[["Job"], Any]


class Helper(Protocol):
    """What a lane's work is done with, such as a process: `interrupt` may be called from any thread."""

    def interrupt(self) -> None:
        """End what is under way, so that whoever waits for it is freed."""

    def close(self) -> None:
        """Let go of it for good."""


class Job(QObject):
    """One piece of work. Its signals arrive on the window's thread; connect them right after asking for it."""

    done = Signal(object)
    """The result of the work."""
    failed = Signal(object)
    """The UserError that ended it."""
    progressed = Signal(object)
    """A Progress, while it runs."""
    ended = Signal()
    """After done or failed, and when it was cancelled."""
    _reported = Signal()

    def __init__(self, owner: "Jobs", work: Work, lane: str, name: str) -> None:
        super().__init__(owner)
        self.lane, self.name = lane, name
        self._work = work
        self._stopped = threading.Event()
        self._dropped = False
        self._latest: Progress | None = None
        self._said = 0.0
        self._soon: QTimer | None = None
        self._reported.connect(self._say)

    def cancel(self) -> None:
        """Ask the work to stop at the next good place; what it has done until then stays done."""
        self._stopped.set()

    def drop(self) -> None:
        """Stop it and let nobody hear of it any more."""
        self._dropped = True
        self._stopped.set()

    def stop(self) -> bool:
        """Say whether the work was asked to stop; tasks ask this between two files."""
        return self._stopped.is_set()

    def report(self, progress: Progress) -> None:
        """Tell the window how far the work is; of several in one breath it hears the last."""
        is_first, self._latest = self._latest is None, progress
        if is_first and not self._dropped:
            self._reported.emit()

    def _say(self) -> None:
        """Pass on what was told last, but not sooner after the one before than can be seen."""
        wait = self._said + _REPORT_EVERY - monotonic()
        if wait > 0:
            if self._soon is None:
                self._soon = QTimer(self, singleShot=True)
                self._soon.timeout.connect(self._say)
            self._soon.start(round(wait * 1000) + 1)
            return
        latest, self._latest = self._latest, None
        if latest is not None and not self._dropped:
            self._said = monotonic()
            self.progressed.emit(latest)


class _Lane(threading.Thread):
    """One thread that works through its jobs in order, on its own connection to the library."""

    def __init__(self, name: str, store: Store, tell: Callable[[Job, Any, BaseException | None], None]) -> None:
        super().__init__(name=f"eqbrief-{name}", daemon=True)
        self.waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self.current: Job | None = None
        self._store = store
        self._tell = tell
        self._db: Any = None
        self._turning = threading.Lock()

    def run(self) -> None:
        """Work until the end is asked for."""
        while (job := self.waiting.get()) is not None:
            self._turn(job)
            result, error = (None, None) if job._dropped else self._done(job)
            self._turn(None)
            self._tell(job, result, error)
            del job, result, error  # what a job gave, or failed of, is not kept until the next one comes

    def _done(self, job: Job) -> tuple[Any, BaseException | None]:
        """Do the work. No name here keeps the error: it holds this frame, and such a circle keeps the file open."""
        try:
            self._db = self._store.db
            return job._work(job), None
        except BaseException as raised:  # noqa: BLE001 - whatever it is, the window must hear of it
            return None, raised

    def interrupt(self, job: Job) -> None:
        """End the query that this job is running now; another job's is left alone."""
        with self._turning:
            if self.current is job and self._db is not None:
                self._db.interrupt()

    def _turn(self, job: Job | None) -> None:
        with self._turning:
            self.current = job


class Jobs(QObject):
    """The window's background work on one library."""

    changed = Signal(object)
    """The frozenset of tables that a commit touched, whoever wrote it; EVERY_TABLE when it was another process."""
    broken = Signal(object)
    """An exception that is a bug: the crash report takes it."""
    busy = Signal(object)
    """The Job that `run` has just been given, for the status line."""
    _came = Signal(object, object, object)
    _wrote = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Python lets a busy thread keep its turn for 5 ms; to read a few hundred rows the window needs as many turns.
        sys.setswitchinterval(0.001)
        self._store = store
        self._lanes: dict[str, _Lane] = {}
        self._asked: dict[str, Job] = {}
        self._starting: list[Job] = []
        self._helpers: list[Helper] = []
        self._open = True
        self._came.connect(self._deliver)
        self._touched: Tables = frozenset()
        self._rested = 0.0
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._tell)
        self._wrote.connect(self._gather)
        self._unlisten = store.listen(self._hear)
        self._start = QTimer(self, singleShot=True, interval=0)
        self._start.timeout.connect(self._start_waiting)
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._look_elsewhere)
        self._look.start()

    def save(self, work: Callable[[], Any]) -> Job:
        """Write something small, soon and in order; its `done` means that it is committed."""
        return self._give("save", lambda _job: work(), "Saving")

    def run(self, name: str, work: Work) -> Job:
        """Do something long after what is already under way; `work` is given the job for `report` and `stop`."""
        job = self._give("run", work, name)
        self.busy.emit(job)
        return job

    def fetch(self, name: str, work: Work) -> Job:
        """Do something that waits for the network, after what is under way of that kind; else as `run`."""
        job = self._give("fetch", work, name)
        self.busy.emit(job)
        return job

    def render(self, name: str, work: Work) -> Job:
        """Do something that waits for another program, after what is under way of that kind; else as `run`."""
        job = self._give("render", work, name)
        self.busy.emit(job)
        return job

    def draw(self, work: Callable[[], Any]) -> Job:
        """Make a picture, after those that were asked for before; whoever wants it no more drops the job."""
        return self._give("draw", lambda _job: work(), "Drawing")

    def take_in(self, work: Callable[[], Any]) -> Job:
        """Read what a person has pasted, so that neither lists nor search wait for it."""
        return self._give("take in", lambda _job: work(), "Reading what was pasted")

    def keep(self, helper: Helper) -> None:
        """Take a helper of the lanes: it is interrupted and closed with them."""
        self._helpers.append(helper)

    def let_go(self, helper: Helper) -> None:
        """Close a helper, once what was asked of it has come or been given up."""
        helper.interrupt()
        if self._open:
            job = self._give("draw", lambda _job: helper.close(), "Drawing")
            job.done.connect(lambda _none: self._helpers.remove(helper))

    def read(self, name: str, work: Work) -> Job:
        """Read decks, which other processes do, after what is under way of that kind; else as `run`."""
        job = self._give("read", work, name)
        self.busy.emit(job)
        return job

    def ask(self, about: str, work: Callable[[], Any]) -> Job:
        """Read something; a newer question about the same thing takes the place of this one."""
        older = self._asked.pop(about, None)
        if older is not None:
            older.drop()
            if (lane := self._lanes.get("ask")) is not None:
                lane.interrupt(older)
        job = self._give("ask", lambda _job: work(), about)
        self._asked[about] = job
        return job

    def shutdown(self) -> None:
        """Finish what is being saved, stop the rest, and join every thread. Nothing is delivered afterwards."""
        if not self._open:
            return
        self._open = False
        self._look.stop()
        self._start.stop()
        ending = [job for job in self.findChildren(Job) if job.lane != "save"]
        for job in ending:
            job.drop()
        self._start_waiting()
        for job in ending:
            self._lanes[job.lane].interrupt(job)
        for helper in self._helpers:
            helper.interrupt()
        for lane in self._lanes.values():
            lane.waiting.put(None)
        for lane in self._lanes.values():
            lane.join()
        for helper in self._helpers:
            helper.close()
        self._unlisten()

    def _give(self, lane: str, work: Work, name: str) -> Job:
        if not self._open:
            raise RuntimeError("This library's window is closing.")
        job = Job(self, work, lane, name)
        self._starting.append(job)
        self._start.start()
        return job

    def _start_waiting(self) -> None:
        starting, self._starting = self._starting, []
        for job in starting:
            lane = self._lanes.get(job.lane)
            if lane is None:
                lane = self._lanes[job.lane] = _Lane(job.lane, self._store, self._came.emit)
                lane.start()
            lane.waiting.put(job)

    def _hear(self, tables: Tables) -> None:
        """Hear of a write, on the thread that wrote. What the window's own thread wrote is shown at once."""
        if QThread.currentThread() is self.thread():
            self._touched |= tables
            self._tell()
        else:
            self._wrote.emit(tables)

    def _gather(self, tables: Tables) -> None:
        """Tell at once what was written or, while the window still has its hands full with the last, soon after."""
        self._touched |= tables
        if not self._rest.isActive():
            wait = self._rested - monotonic()
            if wait <= 0:
                self._tell()
            else:
                self._rest.start(round(wait * 1000) + 1)

    def _tell(self) -> None:
        self._rest.stop()
        tables, self._touched = self._touched, frozenset()
        if tables and self._open:
            began = monotonic()
            self.changed.emit(tables)
            ended = monotonic()
            self._rested = ended + _REST_FOR * (ended - began)

    def _deliver(self, job: Job, result: Any, error: BaseException | None) -> None:
        self._tell()  # whoever hears that work is done finds what it changed already shown
        if self._asked.get(job.name) is job:
            del self._asked[job.name]
        if not job._dropped and self._open:
            if isinstance(error, UserError):
                job.failed.emit(error)
            elif error is not None:
                self.broken.emit(error)
            else:
                job.done.emit(result)
            job.ended.emit()
        job.deleteLater()

    def _look_elsewhere(self) -> None:
        if self._store.changed_elsewhere():
            self._gather(EVERY_TABLE)


def touches(tables: Tables, *names: str) -> bool:
    """Say whether a notice concerns any of these tables."""
    return tables is EVERY_TABLE or "*" in tables or not tables.isdisjoint(names)
