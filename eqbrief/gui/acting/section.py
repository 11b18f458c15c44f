# SPDX-License-Identifier: MIT
"""The actions of the event that is shown, below its notes, and the line in which the next one is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.acting.doing import ActionDoing, announce
from eqbrief.gui.acting.line import ActionLine
from eqbrief.gui.acting.row import ActionRow, height_of
from eqbrief.gui.asking import tell
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, CountBadge, Label, empty
from eqbrief.gui.theme import px
from eqbrief.model import Action, UserError
from eqbrief.store import Store

_PAUSE_MS = 800
_MOST_OF_PANE = 0.45
"""How much of the pane the actions may take before they scroll."""


class ActionsSection(QWidget):
    """Show, tick, write and edit the actions of an event."""

    escaped = Signal()
    filled = Signal()
    """Other rows stand here than before."""
    grounds_wanted = Signal(object)
    """The person wants to see what an action came from."""

    def __init__(self, store: Store, jobs: Jobs, own_name: Callable[[], str]) -> None:
        super().__init__()
        self._store, self._jobs, self._own_name = store, jobs, own_name
        self._doing = ActionDoing(self, store, jobs, own_name)
        self._event_id: int | None = None
        self._actions: tuple[Action, ...] = ()
        self._latest: tuple[Action, ...] = ()
        self._kept, self._adding = "", False
        self._waiting: dict[int, str] = {}
        """The lines that are on their way to the disk, by event: who comes back at once finds them all the same."""
        self._shows_done = False
        self.rows: list[ActionRow] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._build()

    def show_event(self, event_id: int, actions: tuple[Action, ...]) -> None:
        """Show an event's actions; a line begun elsewhere is kept first, and one begun here stands here again."""
        if event_id != self._event_id:
            self.flush()
            self._event_id, self._shows_done = event_id, False
            waiting = self._waiting.get(event_id)
            self._kept = db.jotting(self._store, event_id) if waiting is None else waiting
            self.line.setText(self._kept)
            self._fill(actions)
        else:
            self.refresh(actions)

    def refresh(self, actions: tuple[Action, ...]) -> None:
        """Take what the library holds now; a row that is being written in waits until that is done."""
        self._latest = actions
        if actions != self._actions and not any(row.is_writing for row in self.rows):
            self._fill(actions)

    def leave(self) -> None:
        """Keep what was being typed; no event is shown any more."""
        self.flush()
        self._event_id = None

    def flush(self) -> None:
        """Begin to keep the line as far as it was typed."""
        self._pause.stop()
        number, text = self._event_id, self.line.text()
        if number is not None and text != self._kept and not self._adding:
            self._kept = self._waiting[number] = text
            job = self._jobs.save(lambda: tasks.keep_typed(self._store, number, text))
            job.done.connect(lambda _none: self._on_disk(number, text))
            job.failed.connect(lambda _error: self._kept_not(number))

    def save_now(self) -> UserError | None:
        """Keep everything that is being written, on this thread; give what went wrong."""
        self._pause.stop()
        try:
            for row in self.rows:
                self._doing.keep_now(row)
            for number, text in self._waiting.items():
                tasks.keep_typed(self._store, number, text)
            if self._event_id is not None and self.line.text() != db.jotting(self._store, self._event_id):
                tasks.keep_typed(self._store, self._event_id, self.line.text())
        except UserError as error:
            return error
        return None

    def begin(self, text: str = "") -> None:
        """Put the cursor into the line for the next action."""
        if text and not self.line.text().strip():
            self.line.setText(text)
            self._typed()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the first action, or into the line where there is none."""
        if self.rows:
            self.rows[0].focus_text()
        else:
            self.begin()

    def reveal(self, number: int, *, enter: bool = True) -> None:
        """Bring an action into sight by its id, also one that is done; `enter` puts the keyboard on it."""
        if any(action.id == number and action.state == "done" for action in self._actions) and not self._shows_done:
            self._toggle_done()
        for row in self.rows:
            if row.action.id == number:
                self._scroll.ensureWidgetVisible(row)
                if enter:
                    row.focus_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the rows need at this width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text's size has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scroll"):
            QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """Be as high as the rows, up to the part of the pane that is the actions' share."""
        around = self.parentWidget()
        most = int((around.height() if around else 600) * _MOST_OF_PANE) - px(96)
        wanted = height_of(self._column, max(px(120), self._scroll.viewport().width())) if self.rows else 0
        self._scroll.setFixedHeight(max(0, min(wanted, max(most, px(60)))))
        self._scroll.setVisible(bool(self.rows))

    def _build(self) -> None:
        self._count = CountBadge(0, "open actions")
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(12), px(8), px(4))
        head.setSpacing(px(8))
        head.addWidget(Label("Actions", "strong", wrap=False))
        head.addWidget(self._count)
        head.addStretch(1)
        self._done = Button("Show done", "", "quiet")
        self._done.clicked.connect(self._toggle_done)
        head.addWidget(self._done)
        page = QWidget()
        page.setProperty("scrolled", "true")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, px(4))
        self._column.setSpacing(px(2))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName("Actions")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        self._scroll.viewport().setAutoFillBackground(False)
        self.line = ActionLine("New action", self._doing.names)
        self.line.setPlaceholderText("Add an action, by Friday @me")
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.entered.connect(self._add)
        self.line.escaped.connect(self.escaped)
        self.line.left.connect(self.flush)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(14), px(4), px(14), px(12))
        foot.addWidget(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll)
        layout.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _fill(self, actions: tuple[Action, ...]) -> None:
        here = next((row for row in self.rows if row.isAncestorOf(QApplication.focusWidget() or self)), None)
        focused, was_open = (here.action.id, here.action.state == "open") if here is not None else (0, False)
        self._actions = self._latest = actions
        done = sum(action.state == "done" for action in actions)
        self._count.set_count(len(actions) - done)
        self._count.setVisible(len(actions) > done)
        self._done.setText("Hide done" if self._shows_done else f"Show {done} done")
        self._done.setVisible(done > 0)
        empty(self._column)
        self.rows = []
        for action in actions:
            if action.state == "open" or self._shows_done or action.id == focused:
                self._add_row(action)
        self.fit()
        self.filled.emit()
        if focused:
            again = next((row for row in self.rows if row.action.id == focused), None)
            if again is None:
                self.focus_first()
            elif again.action.state == "done" and was_open:
                again.ask_outcome()
            else:
                again.focus_text()

    def _add_row(self, action: Action) -> None:
        row = ActionRow(action, self._doing.names)
        self._doing.serve(row)
        row.grounds_wanted.connect(self.grounds_wanted)
        row.grown.connect(lambda: QTimer.singleShot(0, self, self._settle))
        self._column.addWidget(row)
        self.rows.append(row)

    def _settle(self) -> None:
        """Take the height of what is written in, or what has come in the meantime."""
        self.refresh(self._latest)
        self.fit()

    def _toggle_done(self) -> None:
        self._shows_done = not self._shows_done
        self._fill(self._actions)

    def _typed(self) -> None:
        self._pause.start()

    def _add(self, text: str) -> None:
        number, own = self._event_id, self._own_name()
        if number is None or not text.strip() or self._adding:
            return
        self._pause.stop()
        self._adding = True
        self._waiting.pop(number, None)
        job = self._jobs.save(lambda: tasks.add_typed(self._store, number, text, own_name=own))
        job.done.connect(lambda _id: self._added(number, text))
        job.failed.connect(lambda error: tell(self, error))
        job.ended.connect(self._end_adding)

    def _on_disk(self, number: int, text: str) -> None:
        if self._waiting.get(number) == text:
            del self._waiting[number]

    def _added(self, number: int, text: str) -> None:
        if number == self._event_id:
            self._kept = ""
            if self.line.text() == text:  # more may have been typed since
                self.line.clear()
        announce(self, "Action added")

    def _end_adding(self) -> None:
        self._adding = False
        self.flush()

    def _kept_not(self, number: int) -> None:
        """Try again at the next pause: nothing that was typed is let go."""
        if number == self._event_id:
            self._kept = "\0"
            self._pause.start()
