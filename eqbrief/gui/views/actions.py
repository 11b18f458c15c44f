# SPDX-License-Identifier: MIT
"""The actions of all events: mine, overdue, of one owner, of one event; ticked, edited and handed out from here."""

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QButtonGroup, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief import tasks
from eqbrief.gui.acting import ActionDoing, ActionRow
from eqbrief.gui.asking import tell
from eqbrief.gui.exporting import export_as
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import touches
from eqbrief.gui.kit import (
    Button,
    ChipButton,
    ComboBox,
    EmptyState,
    FlowLayout,
    Hairline,
    Label,
    ScrollColumn,
    surface,
)
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.view import Given, View
from eqbrief.model import Action, Piece, UserError, is_past, today
from eqbrief.store import Store, Tables
from eqbrief.tasks import briefing

_MOST = 300
"""More rows than that nobody reads; the filters narrow them."""
_EVERYBODY, _EVERY_EVENT, _NOBODY = "Everybody", "Every event", "Nobody yet"
_EMPTY = {
    "all": ("check-square", "Nothing to do", "Write an action below the notes of an event, and it stands here too."),
    "mine": ("check-square", "Nothing of yours", "Actions owned by you stand here: write @me behind one."),
    "overdue": ("check-circle", "Nothing is overdue", "What should have been done by now stands here."),
}
_NAMELESS = "Write your name in the settings, and actions that are owned by it count as yours, besides those of @me."


class ActionsView(View):
    """List the actions across events, what is due first at the top."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._given = given.store, given
        self._doing = ActionDoing(self, given.store, given.jobs, lambda: given.settings().own_name)
        self._all: list[Action] = []
        self.shown: list[Action] = []
        self.rows: list[ActionRow] = []
        self._build(given)

    def show_place(self, place: Place) -> None:
        """Read the actions anew."""
        self.read()

    def focus_first(self) -> None:
        """Put the keyboard on the first action, else on the filters."""
        if self.rows:
            self.rows[0].focus_text()
        else:
            self.chips["all"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the actions that the filters leave, to put into a briefing; a row with the keyboard gives its own."""
        return [briefing.action_piece(store, action) for action in self.shown]

    def notice(self, tables: Tables) -> None:
        """Read again when actions or their events have changed; what is being written in a row waits."""
        if touches(tables, "action", "event"):
            self._settle()

    def may_leave(self) -> bool:
        """Keep what is being written in a row."""
        try:
            for row in self.rows:
                self._doing.keep_now(row)
        except UserError as error:
            tell(self, error)
            return False
        return True

    def read(self) -> None:
        """Read the actions and show those that the filters leave."""
        self._all = tasks.list_actions(self._store, done=self._done.isChecked())
        own = self._given.settings().own_name
        counts = {
            "all": len(self._all),
            "mine": sum(tasks.is_mine(action, own) for action in self._all),
            "overdue": sum(action.is_overdue(today()) for action in self._all),
        }
        for key, text in (("all", "All"), ("mine", "Mine"), ("overdue", "Overdue")):
            self.chips[key].setText(f"{text} {counts[key]:,}")
        names = sorted({action.owner for action in self._all if action.owner}, key=str.casefold)
        _offer(self._owner, (_EVERYBODY, *names, _NOBODY), list(range(len(names) + 2)))
        events = {action.event_id: action.event_title for action in self._all}
        _offer(self._event, (_EVERY_EVENT, *events.values()), [0, *events])
        self._fill(hold=True)

    def _build(self, given: Given) -> None:
        export = Button("Export…", "export")
        export.clicked.connect(self._export)
        adding = Button("Add to briefing", "clipboard-text")
        adding.clicked.connect(lambda: gather(self))
        self._line = Label("", "body", "mute", wrap=False)
        head = QHBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(4))
        head.setSpacing(px(12))
        head.addWidget(Label("Actions", "title", wrap=False))
        head.addWidget(self._line, 1)
        head.addWidget(adding)
        head.addWidget(export)
        self._column = ScrollColumn("Actions", wide=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._filters())
        layout.addWidget(Hairline())
        layout.addWidget(self._column, 1)
        surface(self, "card")

    def _filters(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=px(8))
        flow.setContentsMargins(px(28), px(8), px(28), px(12))
        self.chips = {key: ChipButton(key.capitalize(), checkable=True) for key in _EMPTY}
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            chip.clicked.connect(lambda _on: self._fill())
            flow.addWidget(chip)
        self.chips["all"].setChecked(True)
        self._owner, self._event = ComboBox("Owner"), ComboBox("Event")
        for box in (self._owner, self._event):
            box.setMaximumWidth(px(260))
            box.activated.connect(lambda _place: self._fill())
            flow.addWidget(box)
        self._done = QCheckBox("Done too")
        self._done.clicked.connect(self.read)
        flow.addWidget(self._done)
        return bar

    @property
    def _filter(self) -> str:
        return next(key for key, chip in self.chips.items() if chip.isChecked())

    def _wanted(self) -> list[Action]:
        own, owner, event = self._given.settings().own_name, self._owner.currentText(), self._event.currentData()
        return [
            action
            for action in self._all
            if (self._filter != "mine" or tasks.is_mine(action, own))
            and (self._filter != "overdue" or action.is_overdue(today()))
            and (owner in ("", _EVERYBODY) or (action.owner or _NOBODY) == owner)
            and (not event or action.event_id == event)
        ]

    def _fill(self, *, hold: bool = False) -> None:
        """Show what the filters leave; with `hold` the row being used too, so that its outcome can be written."""
        focused = next((row.action.id for row in self.rows if row.isAncestorOf(QApplication.focusWidget() or self)), 0)
        held = next((row.action for row in self.rows if row.action.id == focused), None)
        was_open = held is not None and held.state == "open"
        self.shown = self._wanted()
        listed = list(self.shown)
        if hold and held is not None and all(action.id != focused for action in listed):
            listed += [action for action in tasks.list_actions(self._store, done=True) if action.id == focused]
        at = self._column.verticalScrollBar().value()
        self._column.setUpdatesEnabled(False)
        self._column.clear()
        self.rows = []
        open_ones = sum(action.state == "open" for action in self.shown)
        self._line.setText(plural(open_ones, "open action") if self.shown else "")
        if not listed:
            self._column.add(self._nothing())
        for heading, actions in _grouped(listed[:_MOST]):
            self._column.add_heading(heading)
            for action in actions:
                self._add_row(action)
        if len(listed) > _MOST:
            more = f"{len(listed) - _MOST:,} more: choose an owner or an event above to see them."
            self._column.add(Label(more, "secondary", "mute"), before=16)
        self._column.setUpdatesEnabled(True)
        self._column.verticalScrollBar().setValue(at)
        self._focus_again(focused, was_open=was_open)

    def _focus_again(self, focused: int, *, was_open: bool) -> None:
        if not focused:
            return
        again = next((row for row in self.rows if row.action.id == focused), None)
        if again is None:
            self.focus_first()
        elif again.action.state == "done" and was_open:
            again.ask_outcome()
        else:
            again.focus_text()

    def _nothing(self) -> EmptyState:
        icon, title, text = _EMPTY[self._filter]
        if self._filter == "mine" and not self._given.settings().own_name:
            text = _NAMELESS
        return EmptyState(icon, title, text)

    def _add_row(self, action: Action) -> None:
        row = ActionRow(action, self._doing.names, with_event=True)
        row.event_wanted.connect(self.event_wanted)
        row.grounds_wanted.connect(lambda action: self.event_wanted.emit(action.event_id))
        row.grown.connect(lambda: QTimer.singleShot(0, self, self._settle))
        self._doing.serve(row)
        self._column.add(row, before=2)
        self.rows.append(row)

    def _settle(self) -> None:
        if not any(row.is_writing for row in self.rows):
            self.read()

    def _export(self) -> None:
        export_as(self, self._store, self._given.jobs, "actions", self.said.emit, actions=list(self.shown))


def _offer(box: ComboBox, texts: Iterable[str], data: list[int]) -> None:
    """Put other texts into a box, and leave what is chosen if it is still there."""
    before = box.currentText()
    box.clear()
    for text, datum in zip(texts, data, strict=True):
        box.addItem(text, datum)
    box.setCurrentIndex(max(0, box.findText(before)))


def _grouped(actions: list[Action]) -> list[tuple[str, list[Action]]]:
    """Put actions under headings by when they are due, each in the order given."""
    day = date.today()
    week = (day + timedelta(days=7)).isoformat()
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(_heading(action, day.isoformat(), week), []).append(action)
    return list(found.items())


def _heading(action: Action, day: str, week: str) -> str:
    if action.state == "done":
        return "Done"
    if action.due is None:
        return "Without a date"
    if is_past(action.due, day):
        return "Overdue"
    # A month or a year that has begun is due later than the next seven days, unless it ends within them.
    return "In the next seven days" if action.due <= week and len(action.due) >= len("2024-03-14") else "Later"
