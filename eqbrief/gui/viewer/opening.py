# SPDX-License-Identifier: MIT
"""Get a deck that is to be shown: from the library, with its password, or by what another program draws of it."""

from PySide6.QtCore import QObject, Signal

from eqbrief.decks import PasswordWanted
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks.viewing import ShownDeck, shown_deck, shown_from_drawing


class Opening(QObject):
    """Read one deck at a time in the background; of the one before nothing is heard any more."""

    read = Signal(object)
    """The ShownDeck."""
    locked = Signal(bool)
    """It needs a password; whether the one that was given is wrong."""
    failed = Signal(object)
    """The UserError that says why it cannot be shown."""

    def __init__(self, store: Store, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs
        self._deck_id: int | None = None
        self._passwords: dict[int, str] = {}
        self._job: Job | None = None

    def open(self, deck_id: int) -> None:
        """Read a deck of the library."""
        self.drop()
        self._deck_id = deck_id
        store, password = self._store, self.password(deck_id)
        job = self._job = self._jobs.draw(lambda: shown_deck(store, deck_id, password))
        job.done.connect(self._take)
        job.failed.connect(self._cannot)

    def unlock(self, password: str) -> None:
        """Read the deck once more with a password, which is kept until the program ends and never stored."""
        if self._deck_id is not None:
            self._passwords[self._deck_id] = password
            self.open(self._deck_id)

    def password(self, deck_id: int) -> str | None:
        """Give the password that was given for a deck."""
        return self._passwords.get(deck_id)

    def drop(self) -> None:
        """Want no deck any more."""
        if self._job is not None:
            self._job.drop()
        self._job, self._deck_id = None, None

    def _take(self, shown: ShownDeck) -> None:
        self._job = None
        self.read.emit(shown)

    def _cannot(self, error: UserError) -> None:
        """Ask for the password of a deck, or let a program draw one that cannot be read and read that."""
        self._job = None
        if isinstance(error, PasswordWanted):
            self.locked.emit(error.wrong)
            return
        number, store = self._deck_id, self._store
        assert number is not None, "it was just asked for"
        work = self._jobs.render("Drawing a deck", lambda job: shown_from_drawing(store, number, job.report, job.stop))
        work.done.connect(lambda shown: self._take_drawn(number, shown, error))
        work.failed.connect(lambda _other: self._take_drawn(number, None, error))

    def _take_drawn(self, number: int, shown: ShownDeck | None, error: UserError) -> None:
        if number != self._deck_id:
            return  # another is wanted by now
        if shown is not None:
            self.read.emit(shown)
        else:
            self.failed.emit(error)
