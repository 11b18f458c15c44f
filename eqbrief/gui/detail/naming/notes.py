# SPDX-License-Identifier: MIT
"""Notes on a person or an organisation, saved as those beside an event are: on a pause, on leaving, on closing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.mentioned import MentionList
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, Hairline, Label, ScrollColumn
from eqbrief.gui.notes.aids import Aids
from eqbrief.gui.notes.editor import NoteEditor
from eqbrief.gui.notes.keeper import Keeper, Page
from eqbrief.model import NameRecord, Note, UserError
from eqbrief.model.mentions import MentionedIn
from eqbrief.store import Store

_PAUSE_MS = 800


class NameNotes(QWidget):
    """Write notes about the record that is shown; merged records bring theirs along."""

    def __init__(self, store: Store, jobs: Jobs, show_event: Callable[[int], None]) -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._record: NameRecord | None = None
        self.editors: list[NoteEditor] = []
        self.keeper = Keeper(store, jobs, self)
        self.aids = Aids(store, jobs, self)
        self.keeper.state.connect(self._show_state)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._show_event = show_event
        self._mentioned = MentionList(show_event)
        self._mentioned.setParent(self)
        self._state = Label("", "secondary", "mute", parent=self)
        self._state.hide()
        self._column = ScrollColumn("Notes on this record", wide=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)

    def show_record(self, record: NameRecord) -> int:
        """Show the notes on a record and give how many there are; what is being written stays as it stands."""
        uids = [record.uid, *(one.uid for one in record.merged)]
        notes = db.notes_on(self._store, record.kind, uids)
        same = self._record is not None and self._record.id == record.id and self._record.kind == record.kind
        written = [editor.page for editor in self.editors] if same else []
        if not same:
            self._finish()
            self.flush()
        shown = [page.number for page in written if page.number is not None]
        if not same or sorted(shown) != sorted(note.id for note in notes):
            busy = set(self.keeper.waiting)
            self._fill(notes, [page for page in written if page in busy and not page.deleted])
        self._record = record
        return len(notes)

    def show_mentions(self, found: Sequence[MentionedIn]) -> None:
        """Show the lines of other notes that name the person."""
        self._mentioned.show_found(found)

    def new_note(self) -> None:
        """Put the cursor into an empty note on the record."""
        if self._record is None:
            return
        tie = tasks.tie_name(self._store, self._record.kind, self._record.id)
        empty = next((editor for editor in self.editors if not editor.page.text.strip()), None)
        editor = empty or self._add(Page(None, None, "", False, "", False, tie=tie))
        editor.writing.setFocus()
        self._column.ensureWidgetVisible(editor)

    def flush(self) -> None:
        """Begin saving everything that was typed."""
        self._pause.stop()
        self.keeper.save_all()

    def save_now(self) -> UserError | None:
        """Save everything on this thread, as when the window closes; give what went wrong."""
        self._finish()
        self._pause.stop()
        return self.keeper.save_now()

    def _finish(self) -> None:
        for editor in self.editors:
            editor.writing.finish()

    def _fill(self, notes: tuple[Note, ...], written: list[Page]) -> None:
        self._column.clear()
        self.editors = []
        self._state = Label("", "secondary", "mute")
        self._column.add(self._state, before=0)
        here = {page.number: page for page in written if page.number is not None}
        for note in notes:
            page = here.pop(note.id, None) or Page(
                None, note.id, note.text, note.private, note.text, note.private, tie=note.tie
            )
            self._add(page, note.updated_at)
        for page in [*here.values(), *(page for page in written if page.number is None)]:
            self._add(page)
        new = Button("New note", "plus")
        new.clicked.connect(self.new_note)
        self._column.add(new, before=12)
        self._mentioned = MentionList(self._show_event)
        self._column.add(self._mentioned, before=28)

    def _add(self, page: Page, updated_at: str = "") -> NoteEditor:
        editor = NoteEditor(page, updated_at)
        editor.typed.connect(self._typed)
        editor.left.connect(self.flush)
        editor.delete_wanted.connect(self._delete)
        self.aids.attach(editor.writing, page.event_id)
        self._column.add(editor, before=8)
        self._column.add(Hairline(), before=8)
        self.editors.append(editor)
        return editor

    def _typed(self, page: Page) -> None:
        self.keeper.typed(page)
        if self.keeper.unsaved:
            self._state.setText("Not saved yet")
            self._pause.start()

    def _delete(self, page: Page) -> None:
        job = self.keeper.delete(page)
        job.failed.connect(lambda error: tell(self, error))

    def _show_state(self, state: str, error: UserError | None) -> None:
        said = {"saving": "Saving…", "saved": "Saved"}.get(state, "Not saved")
        self._state.setText(str(error) if error else said)
