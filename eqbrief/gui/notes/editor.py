# SPDX-License-Identifier: MIT
"""One note as it is written: the text, growing with its lines, and below it whether it is shared."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, ChipButton, IconButton, plain_tip
from eqbrief.gui.kit.chip_row import ChipRow
from eqbrief.gui.notes.keeper import Page
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import px
from eqbrief.model import Placed, Tie, TieKind, local_clock, said_tie
from eqbrief.tasks.ticking import with_ticks

_SHARED = ("Shared", "users-three")
_PRIVATE = ("Private", "lock-simple")


_SIGNS: dict[TieKind, str] = {
    "slide": "presentation",
    "question": "chat-circle-dots",
    "session": "list-bullets",
    "transcript": "clock",
    "person": "user",
    "organisation": "buildings",
}
_LONGEST = 44


class TieChip(ChipButton):
    """Say what a note is tied to; pressing it goes there. What is no longer there is said with a sign."""

    def __init__(self) -> None:
        super().__init__("", tone="accent")
        self.setAccessibleName("Tied to the event as a whole")  # hidden then, and never without a name

    def say(self, tie: Tie, placed: Placed | None) -> None:
        """Show another tie."""
        said = said_tie(tie, placed)
        lost = placed is not None and not placed.is_placed
        self._icon, self._tone = ("warning", "caution") if lost else (_SIGNS[tie.kind], "accent")
        self.setText(said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…")
        self.setToolTip(plain_tip(said))
        self.setAccessibleName(f"{said}: this note is tied to it")
        self.setEnabled(not lost)


class NoteEditor(QWidget):
    """A note: whether it is shared, and below that its text. It says `typed` at each change and `left` on leaving."""

    typed = Signal(object)
    left = Signal()
    delete_wanted = Signal(object)
    tie_wanted = Signal(object)
    """The person wants to go to what the note is tied to."""
    escaped = Signal()

    def __init__(self, page: Page, updated_at: str = "") -> None:
        super().__init__()
        self.page = page
        self._name = f"Note, written {local_clock(updated_at)}" if updated_at else "New note"
        self._build()

    def take(self, text: str, private: bool) -> None:
        """Show what is in the library now, if it is not what stands here, and nothing waits to be saved."""
        if self.writing.toPlainText() != text:
            self.writing.finish()  # what was pasted and is on its way would go to nowhere
        if self.page.is_dirty:
            return
        self.page.saved, self.page.saved_private = text, private
        self.page.text, self.page.private = text, private
        if self.writing.toPlainText() != text:
            blocked = self.writing.blockSignals(True)
            self.writing.setPlainText(text)
            self.writing.blockSignals(blocked)
        self._show_private()

    def merge(self, text: str) -> None:
        """Take the boxes that were ticked elsewhere while somebody writes here; every word stays as it is written."""
        ticks = with_ticks(self.page.text, self.page.saved, text)
        if ticks != self.page.text:
            self.writing.take_ticks(ticks)
        self.page.saved = text

    def show_place(self, placed: Placed | None) -> None:
        """Say what the note is tied to, and where that is now; nothing for a note on the event as a whole."""
        self._tied.setVisible(self.page.tie is not None)
        if self.page.tie is not None:
            self._tied.say(self.page.tie, placed)

    def _build(self) -> None:
        self.writing = Writing(self._name)
        self.writing.setPlaceholderText("Write a note…")
        self.writing.setPlainText(self.page.text)
        self.writing.textChanged.connect(self._take_text)
        self.writing.left.connect(self.left)
        self.writing.escaped.connect(self.escaped)
        self._kind = Button(*_SHARED, kind="quiet")
        self._kind.clicked.connect(self._toggle)
        self._delete = IconButton("Delete this note", "trash", tone="mute")
        self._delete.clicked.connect(lambda: self.delete_wanted.emit(self.page))
        self._tied = TieChip()
        self._tied.clicked.connect(lambda: self.tie_wanted.emit(self.page))
        self.show_place(None)
        head = QHBoxLayout()  # above the words, so that it is always in sight who may read them
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        words = QHBoxLayout()
        words.setContentsMargins(px(10), 0, px(10), 0)  # with the document's margin as far in as the head's words
        words.addWidget(self.writing)
        layout.addLayout(head)
        tied = QHBoxLayout()
        tied.setContentsMargins(px(12), 0, px(12), 0)
        tied.addWidget(self._tied)
        tied.addStretch(1)
        layout.addLayout(tied)
        self.tags = ChipRow("target")
        tags = QHBoxLayout()
        tags.setContentsMargins(px(12), 0, px(12), 0)
        tags.addWidget(self.tags)
        layout.addLayout(tags)
        layout.addLayout(words)
        self._show_private()

    def _take_text(self) -> None:
        text = self.writing.toPlainText()
        if text != self.page.text:  # Qt says so of a new style too
            self.page.text = text
            self.typed.emit(self.page)

    def _toggle(self) -> None:
        self.page.private = not self.page.private
        self._show_private()
        self.typed.emit(self.page)
        self.left.emit()

    def _show_private(self) -> None:
        text, icon = _PRIVATE if self.page.private else _SHARED
        meaning = "never leaves unless chosen by hand" if self.page.private else "may go into a briefing"
        self._kind.setText(text)
        self._kind.set_icon(icon)
        self._kind.setAccessibleName(f"{text}: this note {meaning}")
        self._kind.setToolTip(f"{text}: this note {meaning}. Press to change.")
