# SPDX-License-Identifier: MIT
"""Keep what is typed until it is committed to disk: what is called saved is saved, and what is not is tried again."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from eqbrief import tasks
from eqbrief.gui.jobs import Jobs
from eqbrief.model import UserError
from eqbrief.store import Store

_AGAIN_MS = 5000


@dataclass(eq=False)
class Page:
    """A note being written. `number` is None until its first commit; `saved` is the text that is on disk."""

    event_id: int
    number: int | None
    text: str
    private: bool
    saved: str
    saved_private: bool

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not on disk yet. An empty new note is nothing."""
        if self.number is None and not self.text.strip():
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
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.save_all)

    @property
    def unsaved(self) -> tuple[Page, ...]:
        """The pages whose last words are not on disk yet."""
        return tuple(page for page in self._unsaved if page.is_dirty)

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
                _commit(self._store, page, page.text, page.private)
            except UserError as error:
                return error
        return None

    def _save(self, page: Page) -> None:
        text, private = page.text, page.private
        self.state.emit("saving", None)
        job = self._jobs.save(lambda: _commit(self._store, page, text, private))
        job.done.connect(lambda _none: self._saved())
        job.failed.connect(self._failed)

    def _saved(self) -> None:
        self._unsaved = [page for page in self._unsaved if page.is_dirty]
        if not self._unsaved:
            self.state.emit("saved", None)

    def _failed(self, error: UserError) -> None:
        self.state.emit("failed", error)
        self._again.start()


def _commit(store: Store, page: Page, text: str, private: bool) -> None:
    """Write a page. Saves of one page run one after another, so the first one's number is known to the second."""
    page.number = tasks.save_note(store, page.event_id, page.number, text, private=private)
    page.saved, page.saved_private = text, private
