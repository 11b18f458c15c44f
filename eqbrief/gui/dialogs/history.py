# SPDX-License-Identifier: MIT
"""What a note was: its earlier states, each laid beside it as it is, and restored beside it, never over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, EmptyState, Hairline, Label, ScrollColumn, surface
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.notes.lines import qt_place
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour, px
from eqbrief.matching import changed_places
from eqbrief.model import Note, Revision, UserError
from eqbrief.store import Store, deleted_notes
from eqbrief.tasks.histories import bring_back_note, head_of, note_history, restore_beside, said_when

_LINE = "A state is kept every five minutes of writing and before much is deleted; the older, the fewer."
_EMPTY = "An earlier state is kept once you have written on for five minutes, or before you delete much at once."
_NOTES = "A deleted note stays here for 30 days and can be brought back to where it was."


class HistoryDialog(Dialog):
    """Show the earlier states of a note, each beside the note as it is; restore one as a note of its own."""

    restored = Signal(int)
    """The id of the note that was made of an earlier state."""

    def __init__(self, store: Store, jobs: Jobs, note_id: int, parent: QWidget | None = None) -> None:
        super().__init__("History of the note", _LINE, parent, (1000, 640))
        self._store, self._jobs = store, jobs
        self._kept, states = note_history(store, note_id)
        self._states = [state for state in states if state.text != self._kept.text]
        self._build()
        self._list.show_lines(_lines(self._states, self._kept), choose=str(self._states[0].id) if self._states else "")
        self._show(self._list.current_key())

    def shown(self) -> tuple[str, str]:
        """Give the two texts that are shown beside each other."""
        return self._before.field.toPlainText(), self._now.field.toPlainText()

    def _build(self) -> None:
        self._list = LineList("Earlier states, newest first")
        self._list.setFixedWidth(px(230))
        self._list.moved.connect(self._show)
        self._before, self._now = _Text("Then"), _Text("Now")
        for one, other in ((self._before, self._now), (self._now, self._before)):
            one.field.escaped.connect(self.reject)
            one.verticalScrollBar().valueChanged.connect(lambda _at, one=one, other=other: other.scroll_as(one))
        self._title = Label("Then", "strong", wrap=False)
        none = EmptyState("clock-counter-clockwise", "No earlier state yet", _EMPTY)
        none.setVisible(not self._states)
        beside = QWidget()
        beside.setVisible(bool(self._states))
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        for title, text in ((self._title, self._before), (Label("Now", "strong", wrap=False), self._now)):
            row.addWidget(Hairline(Qt.Orientation.Vertical))
            column = QVBoxLayout()
            column.setContentsMargins(px(16), px(10), px(16), px(8))
            column.addWidget(title)
            column.addWidget(text, 1)
            row.addLayout(column, 1)
        surface(beside, "card")
        self.add(Hairline(), margin=0)
        self.add(none, 1, margin=0)
        self.add(beside, 1, margin=0)
        self.add_line_above_foot()
        self._restore = Button("Restore beside", "arrow-counter-clockwise", "primary")
        self._restore.clicked.connect(self._put_back)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([], [self._restore, close])
        self._restore.setVisible(bool(self._states))
        (self._list if self._states else close).setFocus()

    def _show(self, key: str) -> None:
        state = next((state for state in self._states if str(state.id) == key), None)
        self._restore.setEnabled(state is not None)
        if state is None:
            return
        self._title.setText(f"Then, {said_when(state.made_at)}")
        gone, come = changed_places(state.text, self._kept.text)
        self._before.show_marked(state.text, gone, "danger", struck=True)
        self._now.show_marked(self._kept.text, come, "good", struck=False)

    def _put_back(self) -> None:
        number = int(self._list.current_key() or 0)
        job = self._jobs.save(lambda: restore_beside(self._store, number))
        job.done.connect(self._done)
        job.failed.connect(self._trouble)

    def _done(self, number: int) -> None:
        self.restored.emit(number)
        self.say("Restored as a note of its own, below this one. Undo takes it away.", "good")

    def _trouble(self, error: UserError) -> None:
        self.say(str(error), "caution")


class DeletedNotesDialog(Dialog):
    """List the notes in the bin, and bring one back."""

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Deleted notes", _NOTES, parent, (680, 480))
        self._store, self._jobs = store, jobs
        self._list = LineList("Deleted notes")
        self._none = EmptyState("trash", "No deleted notes", "What you delete stays here for 30 days.")
        self.add(Hairline(), margin=0)
        self.add(self._none, 1, margin=0)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        self._back = Button("Bring back", "arrow-u-up-left", "primary")
        self._back.clicked.connect(self._bring_back)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([], [self._back, close])
        self._read()

    def _read(self) -> None:
        found = deleted_notes(self._store)
        lines: list[Line] = []
        for one in found:
            about = " · ".join(part for part in (one.event_title, f"deleted {said_when(one.deleted_at)}") if part)
            lines.append(Line(str(one.note.id), head_of(one.note.text) or "A note without words", about, "note"))
        self._list.show_lines(lines, choose=lines[0].key if lines else "")
        self._list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._back.setEnabled(bool(lines))
        self._list.setFocus()

    def _bring_back(self) -> None:
        number = int(self._list.current_key() or 0)
        job = self._jobs.save(lambda: bring_back_note(self._store, number))
        job.done.connect(lambda _none: self.say("Brought back.", "good"))
        job.failed.connect(lambda error: self.say(str(error), "caution"))
        job.ended.connect(self._read)


class _Text(ScrollColumn):
    """A state of a note as it looks, with words marked: struck out or underlined, on a tint."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}, scrolled", wide=True, margin=0, ends=0)
        self.field = Writing(name)
        self.field.setReadOnly(True)
        self.field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.add(self.field)

    def show_marked(self, text: str, places: list[tuple[int, int]], tone: str, *, struck: bool) -> None:
        """Show a text in which words are marked, by their offsets."""
        self.field.setPlainText(text)
        mark = QTextCharFormat()
        mark.setBackground(QColor(colour(f"{tone}-tint")))
        mark.setFontStrikeOut(struck)
        mark.setFontUnderline(not struck)
        marked: list[QTextEdit.ExtraSelection] = []
        for start, end in places:
            one = QTextEdit.ExtraSelection()
            one.cursor = QTextCursor(self.field.document())
            one.cursor.setPosition(qt_place(text, start))
            one.cursor.setPosition(qt_place(text, end), QTextCursor.MoveMode.KeepAnchor)
            one.format = mark
            marked.append(one)
        self.field.setExtraSelections(marked)
        words = "taken out since" if struck else "put in since"
        self.field.setAccessibleDescription(f"{len(places)} {'place' if len(places) == 1 else 'places'} {words}")

    def scroll_as(self, other: "_Text") -> None:
        """Scroll as far as another is scrolled."""
        theirs, mine = other.verticalScrollBar(), self.verticalScrollBar()
        if theirs.maximum():
            mine.setValue(round(theirs.value() / theirs.maximum() * mine.maximum()))


def _lines(states: list[Revision], note: Note) -> list[Line]:
    """Make a row of each state: when it was, and how many words longer or shorter the note is since."""
    now = len(note.text.split())
    found: list[Line] = []
    for state in states:
        more = now - len(state.text.split())
        said = "as long as now" if not more else f"{abs(more)} {'fewer' if more > 0 else 'more'} words than now"
        found.append(Line(str(state.id), said_when(state.made_at), said, "clock-counter-clockwise"))
    return found
