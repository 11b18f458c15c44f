# SPDX-License-Identifier: MIT
"""Keep what is typed until it is committed to disk: what is called saved is saved, and what is not is tried again."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from eqbrief import tasks
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.model import Tie, UserError
from eqbrief.store import Store

_AGAIN_MS = 5000
_SLOW_MS = 3000
"""A save that takes longer is waiting for another program, and that is said."""


@dataclass(eq=False)
class Page:
    """A note being written. `number` is None until its first commit; `saved` is the text that is on disk."""

    event_id: int | None
    number: int | None
    text: str
    private: bool
    saved: str
    saved_private: bool
    deleted: bool = False
    tie: Tie | None = None

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not on disk yet. An empty new note is nothing."""
        if self.deleted or (self.number is None and not self.text.strip()):
            return False
        return self.text != self.saved or self.private != self.saved_private


class Keeper(QObject):
    """Save pages in the order in which they were left, and keep those that could not be saved."""

    state = Signal(str, object)
    """('saving' | 'saved' | 'failed', the UserError or None)."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._unsaved: list[Page] = []
        self._saving: list[Page] = []
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.save_all)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self._queued: list[Page] = []

    @property
    def unsaved(self) -> tuple[Page, ...]:
        """The pages whose last words are not on disk yet."""
        return tuple(page for page in self._unsaved if page.is_dirty)

    @property
    def waiting(self) -> tuple[Page, ...]:
        """Those, and the pages of which this thread has not heard yet that they are on disk."""
        return tuple(p for p in self._unsaved if p.is_dirty or (p in self._saving and not p.deleted))

    def is_saving(self, page: Page) -> bool:
        """Say whether this page's words are on their way to the disk."""
        return page in self._saving

    def typed(self, page: Page) -> None:
        """Take note that a page has words that must be saved."""
        if page not in self._unsaved:
            self._unsaved.append(page)

    def save_all(self) -> None:
        """Save every page that needs it; `state` says when they are on disk."""
        for page in self.unsaved:
            self._save(page)

    def save_now(self) -> UserError | None:
        """Save every page on this thread, as at a crash or when the window closes; give what went wrong."""
        for page in self.unsaved:
            try:
                _commit(self._store, page)
            except UserError as error:
                return error
        return None

    def delete(self, page: Page) -> Job:
        """Put a page in the bin as it stands here, so that bringing it back brings every word."""
        page.deleted = True
        job = self._jobs.save(lambda: _delete(self._store, page))
        job.failed.connect(lambda _error: self._keep(page))
        return job

    def forget(self) -> None:
        """Try no more: the window is closing."""
        self._again.stop()
        self._slow.stop()
        self._unsaved.clear()

    def _save(self, page: Page) -> None:
        if page in self._queued:
            return  # what is typed by then is saved with it
        self.state.emit("saving", None)
        self._saving.append(page)
        self._queued.append(page)
        if not self._slow.isActive():
            self._slow.start()
        job = self._jobs.save(lambda: self._write(page))
        job.done.connect(lambda _none: self._saved())
        job.failed.connect(self._failed)
        job.ended.connect(lambda: self._saving.remove(page))

    def _write(self, page: Page) -> None:
        """Write a page, on the lane's thread; from now on what is typed in it needs another turn."""
        self._queued.remove(page)
        _commit(self._store, page)

    def _say_slow(self) -> None:
        if self._saving:
            folder = self._store.folder
            self.state.emit(
                "failed",
                UserError(
                    f"The library in '{folder}' is busy: another program is writing to it.",
                    "Close that program if it goes on for long.",
                ),
            )

    def _saved(self) -> None:
        self._slow.stop()
        self._unsaved = [page for page in self._unsaved if page.is_dirty]
        if not self._unsaved:
            self.state.emit("saved", None)

    def _failed(self, error: UserError) -> None:
        self.state.emit("failed", error)
        self._again.start()

    def _keep(self, page: Page) -> None:
        page.deleted = False
        self.typed(page)


def _commit(store: Store, page: Page) -> None:
    """Write what a page holds by now.

    All of it stands under the store's one lock, so that neither an older state is written over a newer one, nor a new
    note made twice, when the window's thread saves beside the lane. The number is known before the notice goes out.
    """
    made = False
    try:
        with store.change():
            if not page.is_dirty:
                return
            text, private = page.text, page.private
            made = page.number is None
            page.number = tasks.save_note(store, page.event_id, page.number, text, private=private, tie=page.tie)
    except BaseException:
        if made:
            page.number = None
        raise
    page.saved, page.saved_private = text, private


def _delete(store: Store, page: Page) -> None:
    if page.number is None and not page.text.strip():
        return
    page.number = tasks.save_note(store, page.event_id, page.number, page.text, private=page.private, tie=page.tie)
    page.saved, page.saved_private = page.text, page.private
    tasks.delete_note(store, page.number)
