# SPDX-License-Identifier: MIT
"""The notes of all events and people together: found by a word, opened where they stand, several deleted at once."""

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QListView, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.gathering import gather
from eqbrief.gui.jobs import touches
from eqbrief.gui.kit import Button, ChipButton, EmptyState, FlowLayout, Hairline, Label, SearchBox, surface
from eqbrief.gui.kit.lines import Line, LineList, LineRole
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.view import Given, View
from eqbrief.model import Hit, ListedNote, Piece, Placed, UserError, said_tie, say_date
from eqbrief.store import Store, Tables
from eqbrief.tasks import briefing
from eqbrief.tasks.histories import head_of
from eqbrief.tasks.tying import places_of

_MOST = 500
"""More rows than that nobody reads; a word narrows them."""
_WORDS = 160
"""So many letters of a note stand in its row."""
_ROOMY = 640
"""From this width in pixels on, the buttons stand beside the title."""
_KINDS = {"all": "All", "shared": "Shared", "private": "Private", "tied": "On a part"}
_FIRST_STEPS = "Write beside an event, a slide, a question or a person, and the note stands here too."


class NoteList(LineList):
    """The notes; several can be chosen."""

    def __init__(self) -> None:
        super().__init__("Notes")
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)

    def chosen(self) -> list[int]:
        """List the ids of the chosen notes, from the top."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [int(index.data(LineRole).key) for index in rows]

    def choose(self, numbers: set[int]) -> None:
        """Choose these notes again, as far as they are here."""
        kept = [place for place, line in enumerate(self.lines()) if int(line.key) in numbers]
        for place in kept if len(kept) > 1 else ():
            self.selectionModel().select(self.model().index(place, 0), QItemSelectionModel.SelectionFlag.Select)


class NotesView(View):
    """List every note with what it is tied to, the one written last at the top."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._jobs = given.store, given.jobs
        self._shown: dict[int, ListedNote] = {}
        self._places: dict[int, Placed] = {}
        self._typed = QTimer(self, singleShot=True, interval=150)
        self._typed.timeout.connect(self.read)
        self._build()

    def show_place(self, place: Place) -> None:
        """Read the notes anew."""
        self.read()

    def focus_first(self) -> None:
        """Put the keyboard on the first note, else on the filter."""
        (self.list if self._shown else self.filter).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def notice(self, tables: Tables) -> None:
        """Read again when notes or their events have changed."""
        if touches(tables, "note", "event", "person", "organisation"):
            self.read()

    def pieces(self, store: Store) -> list[Piece]:
        """Give the chosen notes to put into a briefing; of several, private ones stay here."""
        found: list[Piece] = []
        chosen = [self._shown[number].note for number in self.list.chosen()]
        for note in chosen:
            event = db.event(store, note.event_id) if note.event_id is not None else None
            if event is not None and (len(chosen) == 1 or not note.private):
                found.append(briefing.note_piece(event, note))
        return found

    def read(self) -> None:
        """Read the notes and show those that the filters leave; what is chosen stays chosen."""
        kind = next(key for key, chip in self.chips.items() if chip.isChecked())
        notes, total = db.list_notes(self._store, kind, self.filter.text(), _MOST)  # type: ignore[arg-type]
        self._shown = {one.note.id: one for one in notes}
        self._show_lines()
        job = self._jobs.ask("where notes are", lambda: places_of(self._store, [one.note for one in notes]))
        job.done.connect(self._place)
        more = f" · the {_MOST} written last" if total > _MOST else ""
        self._line.setText(f"{plural(total, 'note')}{more}" if total else "")
        self.list.setVisible(bool(notes))
        self._none.setVisible(not notes and not self.filter.text() and kind == "all")
        self._unmatched.setVisible(not notes and not self._none.isVisibleTo(self))
        self._allow()

    def _show_lines(self) -> None:
        """Write the rows, and leave what is chosen and in sight as far as it is still there."""
        chosen, at = self.list.chosen(), self.list.verticalScrollBar().value()
        keys, current, row = [*map(str, self._shown)], self.list.current_key(), self.list.currentIndex().row()
        # Where one was deleted, what stands in its row now is the next to be looked at.
        again = current if current in keys or not keys else keys[min(max(row, 0), len(keys) - 1)]
        lines = [_line(one, self._places.get(number)) for number, one in self._shown.items()]
        self.list.show_lines(lines, choose=again)
        self.list.choose(set(chosen))
        self.list.verticalScrollBar().setValue(at)

    def _place(self, places: dict[int, Placed]) -> None:
        if places != self._places:
            self._places = places
            self._show_lines()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the note on Enter, delete what is chosen on Delete."""
        if self.list.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_note(self.list.current_key())
        elif self.list.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title where there is no room beside it."""
        super().resizeEvent(event)
        direction, roomy = QBoxLayout.Direction, self.width() >= px(_ROOMY)
        self._head.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)

    def open_note(self, key: str) -> None:
        """Show a note where it stands, the keyboard in it."""
        one = self._shown.get(int(key or 0))
        if one is not None:
            note = one.note
            event = (note.event_id, one.event_title, one.event_date) if note.event_id is not None else None
            self.hit_wanted.emit(Hit("note", note.id, event, head_of(note.text), ""))

    def delete_chosen(self) -> None:
        """Put the chosen notes in the bin; one Undo brings all of them back."""
        numbers = self.list.chosen()
        if not numbers:
            return
        job = self._jobs.save(lambda: tasks.delete_notes(self._store, numbers))
        back = "it" if len(numbers) == 1 else "them"
        job.done.connect(
            lambda _none: self.said.emit(f"Deleted {plural(len(numbers), 'note')} · Ctrl+Z brings {back} back")
        )
        job.failed.connect(self._trouble)

    def _trouble(self, error: UserError) -> None:
        tell(self, error)

    def _build(self) -> None:
        self._line = Label("", "body", "mute", wrap=False)
        adding = self._add = Button("Add to briefing", "clipboard-text")
        adding.clicked.connect(lambda: gather(self.list))
        self._delete = Button("Delete", "trash", hint="Del")
        self._delete.setAccessibleName("Delete the chosen notes")
        self._delete.clicked.connect(self.delete_chosen)
        titles, both = QHBoxLayout(), QWidget()
        buttons = FlowLayout(both, spacing=px(12), lines=px(8))
        titles.addWidget(Label("Notes", "title", wrap=False))
        titles.addWidget(self._line, 1)
        buttons.addWidget(adding)
        buttons.addWidget(self._delete)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(px(28), px(20), px(28), px(4))
        head.addLayout(titles, 1)
        head.addWidget(both)
        for row in (head, titles):
            row.setSpacing(px(12))
        self.list = NoteList()
        self.list.pressed_on.connect(self.open_note)
        self.list.selectionModel().selectionChanged.connect(lambda _now, _before: self._allow())
        self._none = EmptyState("note", "No notes yet", _FIRST_STEPS)
        self._unmatched = EmptyState("funnel", "Nothing matches", "Try fewer words, or another of the kinds above.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._filters())
        layout.addWidget(Hairline())
        for part in (self.list, self._none, self._unmatched):
            layout.addWidget(part, 1)
        surface(self, "card")

    def _filters(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=px(8))
        flow.setContentsMargins(px(28), px(8), px(28), px(12))
        self.chips = {key: ChipButton(text, checkable=True) for key, text in _KINDS.items()}
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
            chip.clicked.connect(lambda _on: self.read())
            flow.addWidget(chip)
        self.chips["all"].setChecked(True)
        self.filter = SearchBox("Filter the notes", "Filter by a word")
        self.filter.setMinimumWidth(px(200))
        self.filter.setMaximumWidth(px(320))
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        flow.addWidget(self.filter)
        return bar

    def _allow(self) -> None:
        number = len(self.list.chosen()) if self.list.isVisibleTo(self) else 0
        self._delete.setText(f"Delete {number} notes" if number > 1 else "Delete")
        for button in (self._add, self._delete):
            button.setEnabled(number > 0)


def _line(one: ListedNote, placed: Placed | None) -> Line:
    """Make the row of a note: its first line, some of what follows, and below where it is and when it was written."""
    note = one.note
    first, _, rest = one.words.partition("\n")
    about = (
        said_tie(note.tie, placed) if note.tie else "",
        one.event_title,
        f"written {say_date(note.updated_at[:10])}",
    )
    below = (_short(rest), " · ".join(part for part in about if part))
    chip = "Private" if note.private else ""
    lost = placed is not None and not placed.is_placed
    icon, tone = ("warning", "caution") if lost else ("note", "mute")
    return Line(str(note.id), _short(first), "\n".join(part for part in below if part), icon, tone, chip)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _WORDS else f"{line[: _WORDS - 1].rstrip()}…"
