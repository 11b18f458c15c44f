# SPDX-License-Identifier: MIT
"""Whether the library is in order: checked when this opens, told in words, mended where that is possible."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from eqbrief.gui.dialogs.frame import Dialog, announce
from eqbrief.gui.dialogs.working import Working
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.kit import Button, EmptyState, Hairline
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.listing.rows import plural
from eqbrief.model import Problem, UserError
from eqbrief.store import Store
from eqbrief.tasks.keeping import check, repair

_ICONS = {
    "database": "database",
    "search index": "magnifying-glass",
    "missing file": "file-x",
    "changed file": "file-text",
    "moved file": "arrows-left-right",
    "stray file": "file-dotted",
}
_LINE = "The database, the search, and every deck and page against what was added."
_GOOD = "The library is in order"
_MOST = 500
"""More rows than anyone reads; the rest is counted."""


def problem_lines(problems: list[Problem]) -> list[Line]:
    """Make the rows of what is out of order."""
    shown = [
        Line(str(place), one.what, one.next_step, _ICONS.get(one.kind, "warning"), "caution", one.kind.capitalize())
        for place, one in enumerate(problems[:_MOST])
    ]
    rest = len(problems) - len(shown)
    if rest:
        shown.append(Line("rest", f"And {rest:,} more", "The command `eqbrief check` lists them all.", "dots-three"))
    return shown


class CheckDialog(Dialog):
    """Check the library, list what is out of order with what to do, and mend what can be mended."""

    def __init__(
        self, store: Store, jobs: Jobs, parent: QWidget | None = None, second_place: Path | None = None
    ) -> None:
        super().__init__("Check the library", _LINE, parent, (720, 520))
        self._store, self._jobs, self._second = store, jobs, second_place
        self._job: Job | None = None
        self._problems: list[Problem] = []
        self._build()
        QTimer.singleShot(0, self, self._check)

    def done(self, result: int) -> None:
        """Stop what is under way; what was mended stays mended."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _build(self) -> None:
        self._good = EmptyState(
            "check-circle", _GOOD, "Every deck and page is as it was added, and search finds what there is."
        )
        self._wait = EmptyState("first-aid-kit", "Checking", "You can go on working; this window tells what it finds.")
        self._list = LineList("What is out of order")
        self._working = Working()
        self.add(Hairline(), margin=0)
        for part in (self._good, self._wait, self._list):
            self.add(part, 1, margin=0)
        self.add_line_above_foot()
        self.add(self._working)
        self._again = Button("Check again", "arrow-clockwise")
        self._again.clicked.connect(self._check)
        self._repair = Button("Repair", "wrench", kind="primary")
        self._repair.clicked.connect(self._mend)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([self._again], [close, self._repair])
        self._show_part(self._wait)
        close.setFocus()

    def _check(self) -> None:
        self.say("")
        self._show_part(self._wait)
        job = self._jobs.run(
            "Checking the library",
            lambda j: check(self._store, second_place=self._second, report=j.report, stop=j.stop),
        )
        job.done.connect(self._checked)
        self._follow(job, "Checking the database")

    def _mend(self) -> None:
        self.say("")
        found = self._problems
        job = self._jobs.run(
            "Repairing the library",
            lambda j: repair(self._store, found, second_place=self._second, report=j.report, stop=j.stop),
        )
        job.done.connect(self._mended)
        self._follow(job, "Repairing")

    def _follow(self, job: Job, what: str) -> None:
        self._job = job
        job.failed.connect(self._say_error)
        job.ended.connect(self._ended)
        self._working.follow(job, what)
        self._allow([])

    def _checked(self, problems: list[Problem]) -> None:
        stopped = self._job is not None and self._job.stop()
        self._show_problems(problems)
        if stopped:
            self.say("Stopped before everything was checked.")
        elif problems:
            self.say(f"{plural(len(problems), 'thing')} out of order.", "caution")
        else:
            announce(self, f"{_GOOD}.")

    def _mended(self, left: list[Problem]) -> None:
        if self._job is not None and self._job.stop():
            self._show_problems(left)
            self.say("Stopped. What was mended until then stays mended; check again to see the rest.")
            return
        mended = len(self._problems) - len(left)
        self._show_problems(left)
        done = f"{plural(mended, 'thing')} mended." if mended > 0 else "Nothing of this could be mended."
        rest = f" {plural(len(left), 'thing')} left to do by hand." if left else ""
        self.say(done + rest, "caution" if left else "good")

    def _show_problems(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._list.show_lines(problem_lines(problems), choose="")
        self._show_part(self._list if problems else self._good)
        self._allow(problems)

    def _allow(self, problems: list[Problem]) -> None:
        """Offer to repair where there is more than files that belong to nobody: those are only named."""
        self._repair.setEnabled(any(one.kind != "stray file" for one in problems))
        self._again.setEnabled(self._job is None)

    def _ended(self) -> None:
        self._job = None
        self._again.setEnabled(True)
        if self._wait.isVisibleTo(self):
            self._show_part(None)

    def _say_error(self, error: UserError) -> None:
        self.say(str(error), "caution")

    def _show_part(self, shown: QWidget | None) -> None:
        for part in (self._good, self._wait, self._list):
            part.setVisible(part is shown)
