# SPDX-License-Identifier: MIT
"""Which evidence there is for which action of a framework, and where there is none; suggestions are decided here."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from eqbrief import store as db
from eqbrief.gui.asking import choose_target, tell
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import Job, touches
from eqbrief.gui.kit import Button, Hairline, Label, MenuButton, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.tab_order import order_tabs
from eqbrief.gui.theme import px
from eqbrief.gui.views.evidence.choices import Choices
from eqbrief.gui.views.evidence.grid import Grid, GridTable
from eqbrief.gui.views.evidence.managing import Managing
from eqbrief.gui.views.evidence.side import Side
from eqbrief.gui.views.view import Given, View
from eqbrief.model import EvidenceItem, Filter, Framework, GridRow, Piece, TagSuggestion
from eqbrief.store import Store, Tables
from eqbrief.tasks import frameworks as plans

_TABLES = ("tag", "framework", "event", "note", "question", "deck", "slide", "reading")
_BESIDE = 900
"""Narrower than that, in pixels at 100 %, the evidence takes the place of the grid, and Esc gives it back."""


class EvidenceView(View):
    """The grid at the left, the chosen action at the right."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._jobs = given.store, given.jobs
        self.framework: Framework | None = None
        self._known: list[Framework] = []
        self._rows: list[GridRow] = []
        self._wanted: set[int] | None = None
        self._asked: tuple[Framework, set[int] | None] | None = None
        self._items: dict[str, list[EvidenceItem]] = {}
        self._suggestions: list[TagSuggestion] | None = None
        self._inside = False
        self._managing = Managing(self, given.store, given.jobs, lambda: self.framework)
        self._managing.said.connect(self.said)
        self._managing.made.connect(self._show_framework)
        self._build()

    def show_place(self, place: Place) -> None:
        """Show the framework that was shown last, at first the one that is used most."""
        self._inside = False
        self.read()

    def focus_first(self) -> None:
        """Put the keyboard on the actions."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_back(self) -> bool:
        """Go from the evidence back to the grid."""
        focused = self.side.isAncestorOf(self.focusWidget() or self)
        if not (focused or (self._inside and self._is_narrow)):
            return False
        self._go_inside(False)
        self.focus_first()
        return True

    def pieces(self, store: Store) -> list[Piece]:
        """Give the chosen action where the keyboard is on it or its evidence, else the whole framework."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - not needed before something is gathered

        row = self.table.current()
        if self.framework is None:
            return []
        inside = self.table.hasFocus() or self.side.isAncestorOf(self.focusWidget() or self)
        return [briefing.plan_piece(self.framework.key, row.action.number if row and inside else "")]

    def notice(self, tables: Tables) -> None:
        """Read again when what is counted, or could be suggested, has changed."""
        if touches(tables, *_TABLES):
            self.read()

    def read(self) -> None:
        """Read the framework and its evidence, and look for suggestions."""
        self._known = plans.frameworks(self._store)
        key = self.framework.key if self.framework else plans.find_framework(self._store).key
        self.framework = next((one for one in self._known if one.key == key), self._known[0])
        self.choices.offer(self._store, self._known, self.framework)
        self._read_rows()

    def _build(self) -> None:
        export = Button("Export…", "export")
        export.clicked.connect(self._export)
        gathering = Button("Add to briefing", "clipboard-text")
        gathering.clicked.connect(lambda: gather(self))
        more = QMenu("More", self)
        self._managing.fill(more)
        self._line = Label("", "body", "mute")
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(Label("Evidence", "title", wrap=False))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(4))
        head.setSpacing(px(8))
        head.addLayout(words, 1)
        for button in (gathering, export, MenuButton("More", menu=more, kind="quiet")):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.choices = Choices()
        self.choices.framework_chosen.connect(self._show_framework)
        self.choices.events_chosen.connect(self._read_rows)
        self.choices.gaps.clicked.connect(lambda _on: self._show_rows())
        self.grid = Grid()
        self.table = GridTable(self.grid)
        self.table.moved.connect(self._show_action)
        self.table.opened.connect(self._enter)
        self.table.clicked.connect(lambda _index: self._go_inside(True))
        self.side = Side()
        self.side.setMinimumWidth(px(300))
        self.side.opened.connect(self.hit_wanted)
        self.side.removed.connect(self._untag)
        self.side.decided.connect(self._decide)
        self.side.filled.connect(lambda: order_tabs(self))
        self._between = Hairline(Qt.Orientation.Vertical)
        beside = QHBoxLayout()
        beside.setContentsMargins(px(16), 0, 0, 0)  # so that the numbers stand below the title
        beside.setSpacing(0)
        beside.addWidget(self.table, 3)
        beside.addWidget(self._between)
        beside.addWidget(self.side, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.choices)
        layout.addWidget(Hairline())
        layout.addLayout(beside, 1)
        surface(self, "card")
        surface(self.table, "card")

    def _show_framework(self, framework: Framework) -> None:
        self.framework = framework
        self.read()

    def _read_rows(self) -> None:
        framework = self.framework
        assert framework is not None, "there is always one"
        wanted, year = self.choices.wanted()
        job = self._jobs.ask("evidence grid", lambda: _counted(self._store, framework, wanted, year))
        job.done.connect(lambda found: self._take_rows(framework, *found))

    def _take_rows(self, framework: Framework, events: set[int] | None, rows: list[GridRow]) -> None:
        """Show how much there is, and look for what may be evidence too."""
        if framework != self.framework:
            return
        self._wanted = events
        self._items = {}
        self._rows = rows
        if (framework, events) != self._asked:
            self._suggestions = None  # else those that are shown stay until the new ones are here
            self.grid.suggest(None)
        self._asked = (framework, events)
        self._show_rows()
        job = self._jobs.ask("suggestions", lambda: plans.suggestions(self._store, framework, events=events))
        job.done.connect(self._suggest)

    def _show_rows(self) -> None:
        rows = self._rows
        gaps = [row for row in rows if not row.total]
        self.choices.gaps.setText(f"Without evidence {len(gaps)}")
        before = self.table.current()
        self.grid.show(gaps if self.choices.gaps.isChecked() else rows)
        covered = f"{len(rows) - len(gaps)} of {plural(len(rows), 'action')} have evidence"
        self._line.setText(covered)
        self.table.share()
        numbers = [row.action.number for row in self.grid.rows]
        number = before.action.number if before else ""
        at = numbers.index(number) if number in numbers else 0
        if numbers and not self.table.currentIndex().isValid():
            self.table.selectRow(at)
        self._show_action()

    def _suggest(self, found: list[TagSuggestion]) -> None:
        self._suggestions = found
        self.grid.suggest(dict(Counter(one.action for one in found)))
        self._show_action()

    def _show_action(self) -> None:
        row, framework = self.table.current(), self.framework
        self._fit()
        if row is None or framework is None:
            self.side.show_nothing()
            return
        number, wanted = row.action.number, self._wanted
        if number not in self._items:
            job = self._jobs.ask("evidence", lambda: plans.evidence(self._store, framework, number, wanted))
            job.done.connect(lambda found: self._take(number, found))
            return
        offered = self._suggestions
        own = None if offered is None else [one for one in offered if one.action == number]
        self.side.show_action(framework, row.action, self._items[number], own)

    def _take(self, number: str, found: list[EvidenceItem]) -> None:
        self._items[number] = found
        row = self.table.current()
        if row is not None and row.action.number == number:
            self._show_action()

    def _enter(self) -> None:
        """Go into the evidence of the chosen action; a click alone leaves the keyboard where it is."""
        self._go_inside(True)
        self.side.focus_first()

    def _go_inside(self, inside: bool) -> None:
        self._inside = inside
        self._fit()

    @property
    def _is_narrow(self) -> bool:
        """Whether there is room for the grid or the evidence alone."""
        return self.width() < px(_BESIDE)

    def _fit(self) -> None:
        narrow = self._is_narrow
        self.table.setVisible(not narrow or not self._inside)
        self.side.setVisible(not narrow or self._inside)
        self._between.setVisible(not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the evidence cover the grid where there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    def _untag(self, item: EvidenceItem) -> None:
        job = self._jobs.save(lambda: plans.untag(self._store, [item.tag]))
        job.done.connect(lambda _none: self.said.emit("Tag taken away. Undo brings it back."))
        self._change(job)

    def _decide(self, chosen: list[TagSuggestion], accept: bool) -> None:
        framework = self.framework
        assert framework is not None, "something of it was suggested"
        do, verb = (plans.accept, "accepted") if accept else (plans.dismiss, "dismissed")
        job = self._jobs.save(lambda: do(self._store, framework, chosen))
        job.done.connect(lambda number: self._decided(chosen, f"{plural(number, 'suggestion')} {verb}"))
        self._change(job)

    def _decided(self, chosen: list[TagSuggestion], said: str) -> None:
        """Show at once that these are decided; what comes in their place is looked for."""
        self._suggest([one for one in self._suggestions or () if one not in chosen])
        self.said.emit(f"{said}. Undo takes that back.")

    def _export(self) -> None:
        framework = self.framework
        assert framework is not None, "there is always one"
        target = choose_target(self, "Export the evidence", f"{framework.key} evidence.csv", "Tables (*.csv *.xlsx)")
        if target is None:
            return
        job = self._jobs.run(
            "Exporting the evidence", lambda _job: plans.export_evidence(self._store, framework, target)
        )
        job.done.connect(lambda number: self.said.emit(f"Wrote {plural(number, 'piece')} to '{target.name}'."))
        self._change(job)

    def _change(self, job: Job) -> None:
        job.failed.connect(lambda error: tell(self, error))


def _counted(store: Store, framework: Framework, wanted: Filter, year: str) -> tuple[set[int] | None, list[GridRow]]:
    """Give which events are looked at, None for all, and how much evidence they have."""
    events = None if wanted == Filter() else set(db.event_ids(store, wanted))
    if year:
        of_year = db.events_found(store, f"year:{year}")
        events = of_year if events is None else events & of_year
    return events, plans.grid(store, framework, events)
