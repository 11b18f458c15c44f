# SPDX-License-Identifier: MIT
"""What was learnt from corrections, site by site, so that a person can see why a page is read as it is, and undo it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.words import said_moment
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.gui.kit import Button, EmptyState, Hairline
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.listing.rows import plural
from eqbrief.model import Rule, UserError
from eqbrief.store import Store
from eqbrief.tasks.learning import forget, forget_site, rules_for

_LINE = "What you correct before you accept a page is kept for its site, so that the next page from there comes right."
_EMPTY = (
    "When you correct a page on the desk, EqBrief looks for the reason: a label, a place on the page, a name that is "
    "always the same. What it finds is listed here, and can be removed."
)
_SITE = "site "
"""What the key of a site's row begins with; a rule's is its number."""


class LearntDialog(Dialog):
    """List the rules by site; remove one, or all of a site."""

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Learnt from your corrections", _LINE, parent, (680, 520))
        self._store, self._jobs = store, jobs
        self._row = 1  # the first rule, rather than its site, with which all would go
        self._build()
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the current rule, or the site's, on Delete."""
        if event.matches(QKeySequence.StandardKey.Delete) and self._remove.isEnabled():
            self._forget()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._list = LineList("Rules, by site")
        self._list.moved.connect(lambda _key: self._allow())
        self._none = EmptyState("lightbulb", "Nothing learnt yet", _EMPTY)
        self._none.hide()
        self.add(Hairline(), margin=0)
        self.add(self._none, 1, margin=0)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        self._remove = Button("Remove", "trash")
        self._remove.clicked.connect(self._forget)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([self._remove], [close])
        self._list.setFocus()
        self._allow()

    def _read(self) -> None:
        job = self._jobs.ask("rules", lambda: rule_lines(rules_for(self._store)))
        job.done.connect(self._show)
        job.failed.connect(self._say_error)

    def _show(self, lines: list[Line]) -> None:
        keys = [line.key for line in lines]
        here = self._list.current_key()
        # Where one was removed, what stands in its row now is the next to be looked at.
        self._list.show_lines(lines, choose=here if here in keys or not keys else keys[min(self._row, len(keys) - 1)])
        self._list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._allow()

    def _allow(self) -> None:
        key = self._list.current_key()
        self._remove.setEnabled(bool(key))
        self._remove.setText("Remove all of this site" if key.startswith(_SITE) else "Remove")

    def _forget(self) -> None:
        key = self._list.current_key()
        self._row = self._list.currentIndex().row()
        site = key.removeprefix(_SITE)
        if site != key:
            self._do(lambda: forget_site(self._store, site), f"Pages of {site} are read as before.")
        else:
            self._do(
                lambda: forget(self._store, int(key)), "Removed. Its pages are read without this rule from now on."
            )

    def _do(self, work: Callable[[], object], said: str) -> None:
        self._remove.setEnabled(False)
        self._list.setFocus()
        job: Job = self._jobs.save(work)
        job.done.connect(lambda _result: self.say(f"{said} Undo brings it back."))
        job.failed.connect(self._say_error)
        job.ended.connect(self._read)

    def _say_error(self, error: UserError) -> None:
        self.say(str(error), "caution")


def rule_lines(rules: Iterable[Rule]) -> list[Line]:
    """Make a row of each site, and below it one of each of its rules with what it was learnt from and when."""
    from eqbrief.reading import say_briefly  # noqa: PLC0415 - the window does not load the parsers for it

    lines: list[Line] = []
    for site, own in groupby(rules, key=lambda rule: rule.site):
        rows: Sequence[Rule] = list(own)
        lines.append(Line(f"{_SITE}{site}", site, plural(len(rows), "rule"), "globe", "accent"))
        for rule in rows:
            about = " · ".join(part for part in (rule.example, f"learnt {said_moment(rule.learnt_at)}") if part)
            lines.append(Line(str(rule.id), say_briefly(rule), about, "arrow-bend-down-right"))
    return lines
