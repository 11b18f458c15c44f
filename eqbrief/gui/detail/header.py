# SPDX-License-Identifier: MIT
"""The head of an event: its title, when and by whom, its topics, and the buttons used on every one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from eqbrief.gui.gathering import gather
from eqbrief.gui.kit import Button, Chip, ChipButton, FlowLayout, IconButton, Label, MenuButton, empty, plain_tip
from eqbrief.gui.kit.chip_row import ChipRow
from eqbrief.gui.theme import px
from eqbrief.model import REVIEW_STATES, Event, say_period

_STATES = {
    "to review": ("To review", "tray"),
    "reviewing": ("Reviewing", "circle-half"),
    "reviewed": ("Reviewed", "check-circle"),
}


class TopicEntry(QLineEdit):
    """Take a topic; Esc gives it up."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field and leave it on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.editingFinished.emit()
        else:
            super().keyPressEvent(event)


class Header(QWidget):
    """Show what an event is, and say what the person wants changed."""

    state_chosen = Signal(str)
    star_toggled = Signal(bool)
    topics_changed = Signal(list)
    edit_wanted = Signal()
    series_wanted = Signal(int)
    topic_begun = Signal(int)
    """A topic is being added to this event: proposals are welcome."""

    filled = Signal(int)
    """The id of the event that is shown, again after each change."""

    def __init__(self) -> None:
        super().__init__()
        self.on_show: Event | None = None
        """The event that is shown."""
        self._shown: tuple[int, tuple[str, ...]] | None = None
        self._proposed: list[ChipButton] = []
        self._build()

    def show_event(self, event: Event, topics: list[str]) -> None:
        """Show an event; `topics` are all known ones, offered while a new one is typed."""
        self.on_show = event
        draft = event.draft
        self._title.setText(draft.title or "")
        when = say_period(draft.starts_at, draft.ends_at, weekday=True)
        if not draft.starts_at and draft.published_on:
            when = f"Posted {say_period(draft.published_on, None)}"
        when = when or "Date not known"
        parts = (when, draft.timezone if "T" in (draft.starts_at or "") else None, draft.publisher, draft.series)
        self._line.setText("  ·  ".join(part for part in parts if part))
        self._star.blockSignals(True)
        self._star.setChecked(event.starred)
        self._star.blockSignals(False)
        self._star.set_name("Remove the star" if event.starred else "Star this event")
        text, icon = _STATES[event.state]
        self._state.setText(text)
        self._state.set_icon(icon)
        self._state.setAccessibleName(f"Review state: {text}")
        self._show_topics(event, topics)
        self.filled.emit(event.id)

    def add_topic(self) -> None:
        """Let the person type a topic."""
        self._plus.hide()
        self._entry.clear()
        self._entry.show()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.on_show is not None:
            self.topic_begun.emit(self.on_show.id)

    def propose(self, event_id: int, topics: Sequence[tuple[str, str]]) -> None:
        """Show topics, each with its reason, beside the field in which one is being typed."""
        if self.on_show is None or self.on_show.id != event_id or not self._entry.isVisible():
            return
        self._withdraw()
        for name, reason in topics:
            chip = ChipButton(name, "plus")
            chip.setAccessibleName(f"Add the topic {name}. {reason}")
            chip.setToolTip(plain_tip(reason))
            chip.clicked.connect(lambda _checked=False, name=name: self._with(name))
            self._flow.addWidget(chip)
            self._proposed.append(chip)
            chip.show()
        self._chips.updateGeometry()

    def _withdraw(self) -> None:
        """Take away what was proposed."""
        for chip in self._proposed:
            chip.hide()
            chip.deleteLater()
        self._proposed = []

    def _with(self, name: str) -> None:
        assert self.on_show is not None
        self._withdraw()
        self._entry.hide()
        self._plus.show()
        self._plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.topics_changed.emit([*(topic.name for topic in self.on_show.topics), name])

    def _build(self) -> None:
        self._title = Label("", "title", selectable=True)
        self._line = Label("", "body", "mute", selectable=True)
        self._star = IconButton("Star this event", "star", "Ctrl+D", on="star-fill", on_tone="accent")
        self._star.toggled.connect(self.star_toggled)
        self._edit = IconButton("Edit the event", "pencil-simple", "Ctrl+E")
        self._edit.clicked.connect(self.edit_wanted)
        self._state = MenuButton("To review", "tray", self._state_menu())
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._title, 1)
        top.addWidget(self._star, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignTop)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=px(8))
        self._flow.setContentsMargins(0, px(4), 0, px(4))  # so that chips and the button beside them share a middle
        below = QHBoxLayout()
        below.setSpacing(px(8))
        below.addWidget(self._chips, 1)
        below.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        adding = Button("Add to briefing", "clipboard-text")
        adding.clicked.connect(lambda: gather(self))
        below.addWidget(adding, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(28), px(20), px(28), px(8))
        layout.setSpacing(px(6))
        layout.addLayout(top)
        layout.addWidget(self._line)
        layout.addSpacing(px(2))
        layout.addLayout(below)
        self.tags = ChipRow("target")
        layout.addWidget(self.tags)

    def _state_menu(self) -> QMenu:
        menu = QMenu("Review state", self)
        for state in REVIEW_STATES:
            menu.addAction(_STATES[state][0], lambda state=state: self.state_chosen.emit(state))
        return menu

    def _show_topics(self, event: Event, known: list[str]) -> None:
        """Show the topics as chips; while one is being typed, or nothing has changed, they stay as they are."""
        shown = (event.id, tuple(topic.name for topic in event.topics))
        if shown == self._shown:
            self._entry.setCompleter(self._completer(known))
            return
        self._shown = shown
        inside = self._chips.isAncestorOf(QApplication.focusWidget() or self)
        self._proposed = []
        empty(self._flow)
        for topic in event.topics:
            chip = Chip(topic.name, "accent", removable=True)
            chip.removed.connect(lambda name=topic.name: self._without(name))
            self._flow.addWidget(chip)
        self._plus = ChipButton("Topic", "plus")
        self._plus.setAccessibleName("Add a topic")
        self._plus.clicked.connect(self.add_topic)
        self._entry = TopicEntry()
        self._entry.setAccessibleName("New topic")
        self._entry.setPlaceholderText("Topic")
        self._entry.setMaximumWidth(px(180))
        self._entry.setCompleter(self._completer(known))
        self._entry.editingFinished.connect(self._take_topic)
        self._entry.hide()
        self._flow.addWidget(self._plus)
        self._flow.addWidget(self._entry)
        self._chips.updateGeometry()
        if inside:
            self._plus.show()  # only what is shown can have the keyboard
            self._plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _completer(self, known: list[str]) -> QCompleter:
        completer = QCompleter(known, self._entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer

    def _without(self, name: str) -> None:
        assert self.on_show is not None
        self.topics_changed.emit([topic.name for topic in self.on_show.topics if topic.name != name])

    def _take_topic(self) -> None:
        text, inside = self._entry.text().strip(), self._entry.hasFocus()
        self._entry.clear()  # hiding it ends the editing once more
        self._plus.show()
        if inside:
            self._plus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entry.hide()
        if not any(chip.hasFocus() or chip.isDown() for chip in self._proposed):
            self._withdraw()
        if text and self.on_show is not None:
            self.topics_changed.emit([*(topic.name for topic in self.on_show.topics), text])
