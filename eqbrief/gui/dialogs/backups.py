# SPDX-License-Identifier: MIT
"""The backups of the library: what there is, made anew, proven, and put back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eqbrief.gui.asking import CANCEL, ask
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.kept import Kept, backup_lines, kept_backups
from eqbrief.gui.dialogs.working import Working
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.kit import Button, EmptyState, Hairline
from eqbrief.gui.kit.lines import LineList
from eqbrief.model import Backup, UserError
from eqbrief.store import Store
from eqbrief.tasks.keeping import backup, rehearse

_LINE = "One is made each day, with the decks. Trying one restores it into a folder of its own and compares everything."
_ONE_PLACE = " Name a second place under Settings, so that they survive the loss of this disk."


class BackupsDialog(Dialog):
    """List the backups; make one, try one, or say `restore_wanted` with the id of the one to put back."""

    restore_wanted = Signal(str)

    def __init__(self, store: Store, second_place: Path | None, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Backups", _LINE if second_place else _LINE + _ONE_PLACE, parent, (680, 520))
        self._store, self._second, self._jobs = store, second_place, jobs
        self._kept: dict[str, Kept] = {}
        self._tried: dict[str, bool | None] = {}
        self._trying: tuple[str, Job] | None = None
        self._build()
        self._read()

    def done(self, result: int) -> None:
        """Stop trying a backup; one that is being made goes on, and the status line shows it."""
        if self._trying is not None:
            self._trying[1].cancel()
        super().done(result)

    def _build(self) -> None:
        self._list = LineList("Backups, newest first")
        self._list.moved.connect(lambda _key: self._allow())
        self._none = EmptyState("archive", "No backup yet", "Back up now to make the first one.")
        self._none.hide()
        self._working = Working()
        self.add(Hairline(), margin=0)
        self.add(self._none, 1, margin=0)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        self.add(self._working)
        self._now = Button("Back up now", "archive", kind="primary")
        self._now.clicked.connect(self._back_up)
        self._try = Button("Try this backup", "shield-check")
        self._try.clicked.connect(self._rehearse)
        self._restore = Button("Restore…", "arrow-counter-clockwise")
        self._restore.clicked.connect(self._ask)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([self._try, self._restore], [close, self._now])
        self._list.setFocus()
        self._allow()

    def _read(self) -> None:
        job = self._jobs.ask("backups", lambda: kept_backups(self._store.folder, self._second))
        job.done.connect(self._show)
        job.failed.connect(self._say_error)

    def _show(self, kept: list[Kept]) -> None:
        self._kept = {one.key: one for one in kept}
        self._list.show_lines(backup_lines(kept, self._store.folder, self._tried))
        self._list.setVisible(bool(kept))
        self._none.setVisible(not kept)
        self._allow()

    def _allow(self) -> None:
        """Allow what can be done now: one thing at a time, and with a backup that is there."""
        free = self._working.isHidden()
        self._now.setEnabled(free)
        for button in (self._try, self._restore):
            button.setEnabled(free and self._list.current_key() in self._kept)

    def _back_up(self) -> None:
        job = self._jobs.run(
            "Backing up", lambda j: backup(self._store, second_place=self._second, report=j.report, stop=j.stop)
        )
        job.done.connect(self._backed_up)
        self._follow(job, "Backing up")

    def _backed_up(self, made: Backup | None) -> None:
        if made is None:
            self.say("Stopped. Nothing is left of this backup, and the earlier ones are as they were.")
        else:
            self.say("Backed up.", "good")

    def _rehearse(self) -> None:
        kept = self._kept[self._list.current_key()]
        job = self._jobs.run("Trying a backup", lambda j: _rehearse_all(kept, j))
        self._trying = (kept.key, job)
        job.done.connect(self._rehearsed)
        self._follow(job, f"Trying the backup of {kept.moment}")

    def _rehearsed(self, good: bool | None) -> None:
        assert self._trying is not None, "a backup was being tried"
        key, _job = self._trying
        moment = self._kept[key].moment
        if good is None:
            self.say("Stopped. The backup is as it was.")
            return
        self._tried[key] = good
        if good:
            self.say(f"The backup of {moment} can be restored: everything in it is whole.", "good")
        else:
            self.say(
                f"The backup of {moment} is damaged. Back up now, and restore an earlier one if need be.", "caution"
            )

    def _follow(self, job: Job, what: str) -> None:
        self.say("")
        job.failed.connect(self._say_error)
        job.ended.connect(self._ended)
        self._working.follow(job, what)
        self._allow()

    def _ended(self) -> None:
        self._trying = None
        self._allow()
        self._read()

    def _say_error(self, error: UserError) -> None:
        self.say(str(error), "caution")

    def _ask(self) -> None:
        kept = self._kept[self._list.current_key()]
        answer = ask(
            self,
            f"Restore the library as it was on {kept.moment}?",
            "Its events, notes and decks come back as they were then. What the library holds now is put aside in its "
            "folder “backups”, not deleted. EqBrief closes the library for this and opens it again.",
            [(CANCEL, "Cancel"), ("restore", "Restore")],
        )
        if answer == "restore":
            self.restore_wanted.emit(kept.id)


def _rehearse_all(kept: Kept, job: Job) -> bool | None:
    """Try every copy of a backup: good only when all are; None when it was stopped."""
    tried = [rehearse(replace(copy, ok=None), report=job.report, stop=job.stop).ok for copy in kept.copies]
    return None if job.stop() else all(tried)
