# SPDX-License-Identifier: MIT
"""The notes beside an event, saved on a pause, on leaving, on closing and on a crash; its actions below them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief.gui.acting import ActionsSection
from eqbrief.gui.asking import tell
from eqbrief.gui.gathering import selected_words
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Banner, Hairline, ScrollColumn, empty, reading_width, surface
from eqbrief.gui.notes.aids import Aids
from eqbrief.gui.notes.editor import NoteEditor
from eqbrief.gui.notes.finding import Finder
from eqbrief.gui.notes.head import NotesHead
from eqbrief.gui.notes.keeper import Keeper, Page
from eqbrief.gui.notes.lines import count_words
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import px
from eqbrief.model import Action, Note, Piece, Placed, Tie, UserError
from eqbrief.store import Store, note_by_uid
from eqbrief.tasks import action_from_line
from eqbrief.tasks.tying import event_places

_PAUSE_MS = 800
_AT_LEAST_EVERY_MS = 4000
"""Who types on without a pause is saved too: at most five seconds of typing may be lost."""


class NotesPane(QWidget):
    """Write notes about the event that is shown, and what is to be done about it."""

    escaped = Signal()
    tie_wanted = Signal(object, object)
    """The Tie of a note and where it is Placed: the person wants to go there."""
    filled = Signal()
    """Other notes stand here than before."""

    def __init__(self, store: Store, jobs: Jobs, own_name: Callable[[], str] = str) -> None:
        super().__init__()
        self._store, self._jobs, self._own_name = store, jobs, own_name
        self._event_id: int | None = None
        self._editors: list[NoteEditor] = []
        self._places: dict[int, Placed] = {}
        self._last: Writing | None = None
        self._alone = False
        self.finder = Finder()
        self.finder.shown.connect(lambda shown: self.acting.setVisible(not shown and not self._alone))
        self.new_tie: Callable[[], Tie | None] = lambda: None
        """Gives what a new note is to be tied to: what is on show beside the notes."""
        self.others: list[Callable[[], UserError | None]] = []
        """What else is written in the window and saved with the notes when it closes."""
        self.keeper = Keeper(store, jobs, self)
        self.aids = Aids(store, jobs, self)
        self.keeper.state.connect(self._show_state)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._pause.timeout.connect(self._count_words)
        self._latest = QTimer(self, singleShot=True, interval=_AT_LEAST_EVERY_MS)
        self._latest.timeout.connect(self.flush)
        self.acting = ActionsSection(store, jobs, own_name)
        self.acting.escaped.connect(self.escaped)
        self.acting.filled.connect(self.filled)
        self.acting.grounds_wanted.connect(self._show_grounds)
        self._build()

    def show_event(self, event_id: int, notes: tuple[Note, ...], actions: tuple[Action, ...] = ()) -> None:
        """Show an event's notes and actions; what was being written elsewhere is saved first."""
        self.acting.show_event(event_id, actions)
        if event_id == self._event_id:
            self.refresh(notes, actions)
            return
        self._finish()
        self.flush()
        self._event_id = event_id
        self.head.tell("", "mute", "")
        self._show(notes, [page for page in self.keeper.waiting if page.event_id == event_id])

    def refresh(self, notes: tuple[Note, ...], actions: tuple[Action, ...] = ()) -> None:
        """Take what the library holds now, leaving alone what is being written or on its way to the disk."""
        self.acting.refresh(actions)
        writing = set(self.keeper.waiting)
        known = {editor.page.number: editor for editor in self._editors if editor.page.number is not None}
        found = {note.id: note for note in notes}
        if set(known) == set(found):
            for number, editor in known.items():
                if editor.page not in writing:
                    editor.take(found[number].text, found[number].private)
                elif found[number].text != editor.page.saved and not self.keeper.is_saving(editor.page):
                    editor.merge(found[number].text)
            return
        self._finish()
        writing = set(self.keeper.waiting)
        pages = [editor.page for editor in self._editors if not editor.page.deleted]
        self._show(notes, [page for page in pages if page in writing or page.number is None])

    def leave(self) -> None:
        """Save what was being written; no event is shown any more."""
        self._finish()
        self.flush()
        self.acting.leave()
        self._event_id = None

    @property
    def writing(self) -> Writing | None:
        """The note with the keyboard; where none has it, the one that had it last, else the first."""
        fields = [editor.writing for editor in self._editors]
        focused = next((field for field in fields if field.hasFocus()), None)
        return focused or next((field for field in fields if field is self._last), fields[0] if fields else None)

    @property
    def number(self) -> int | None:
        """The id of the note that is being written; None for one that is not on disk yet."""
        return next((editor.page.number for editor in self._editors if editor.writing is self.writing), None)

    def pieces(self, store: Store) -> list[Piece]:
        """Give the selected passage of the note with the keyboard, else the whole note, as it stands on the disk."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        editor = next((one for one in self._editors if one.writing.hasFocus()), None)
        if editor is None or self._event_id is None:
            return []
        if (error := self.save_now()) is not None:
            raise error
        return briefing.note_pieces(store, self._event_id, editor.page.number, selected_words(editor.writing))

    def flush(self) -> None:
        """Begin saving everything that was typed."""
        self._pause.stop()
        self._latest.stop()
        self.keeper.save_all()
        self.acting.flush()

    def save_now(self) -> UserError | None:
        """Save everything on this thread, as when the window closes; give what went wrong."""
        self._finish()
        self._pause.stop()
        self._latest.stop()
        for save in (self.keeper.save_now, self.acting.save_now, *self.others):
            if (error := save()) is not None:
                return error
        return None

    def end(self) -> None:
        """Save no more: the window has been closed."""
        self._pause.stop()
        self._latest.stop()
        self.keeper.forget()

    def new_note(self) -> None:
        """Put the cursor into an empty note at the end."""
        if self._event_id is None:
            return
        self.note_on(self.new_tie())

    def note_on(self, tie: Tie | None) -> None:
        """Put the cursor into an empty note at the end, tied to something; None for the event as a whole."""
        if self._event_id is None:
            return
        last = self._editors[-1] if self._editors else None
        if last is None or last.page.text.strip():
            last = self._add(Page(self._event_id, None, "", False, "", False, tie=tie))
        elif last.page.number is None:
            last.page.tie = tie
            last.show_place(None)
        self.filled.emit()
        last.writing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._column.ensureWidgetVisible(last)

    def reveal(self, note_id: int, words: str = "", *, enter: bool = True) -> None:
        """Show a note by its id, from the line where one of these words stands; `enter` puts the keyboard there."""
        for editor in self._editors:
            if editor.page.number == note_id:
                writing, page = editor.writing, self._column.widget()
                assert page is not None
                self._column.ensureWidgetVisible(editor)
                if words and any(writing.find_words(one) for one in (words, *words.split())):
                    spot = writing.mapTo(page, writing.cursorRect().center())
                    self._column.ensureVisible(spot.x(), spot.y(), 0, px(80))
                if enter:
                    writing.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_action(self) -> None:
        """Make an action of the line with the cursor: it becomes a box that is ticked with it."""
        field = self.writing
        editor = next((editor for editor in self._editors if editor.writing is field), None)
        if editor is None or field is None or editor.page.event_id is None:
            return
        words = field.make_box()
        if not words:
            return
        self.flush()  # first the words, in the same lane: an action holds those of its line
        own, page = self._own_name(), editor.page
        job = self._jobs.save(lambda: action_from_line(self._store, page.number or 0, words, own_name=own))
        job.failed.connect(lambda error: tell(self, error))

    def _finish(self) -> None:
        """Have what was pasted whole in its note, before that is left."""
        for editor in self._editors:
            editor.writing.finish()

    def _show_grounds(self, action: Action) -> None:
        """Go to the words that an action came from."""
        evidence = action.evidence
        if evidence is None:
            return
        if evidence.kind != "note":
            self.tie_wanted.emit(Tie("question", evidence.uid), Placed(action.event_id))
            return
        note = note_by_uid(self._store, evidence.uid)
        for editor in self._editors:
            if note is not None and editor.page.number == note.id:
                self.reveal(note.id, evidence.text)

    def reveal_tied(self, deck_id: int, slide: int) -> None:
        """Bring the first note on a slide into sight, unless a note is being written."""
        if any(editor.writing.hasFocus() for editor in self._editors):
            return
        for editor in self._editors:
            placed, tie = self._places.get(editor.page.number or 0), editor.page.tie
            if tie is not None and tie.kind == "slide" and placed and (placed.id, placed.number) == (deck_id, slide):
                self._column.ensureWidgetVisible(editor)
                return

    def find_words(self) -> None:
        """Find and replace in the note that is being written."""
        if self.writing is not None:
            self.finder.open(self.writing)

    def show_alone(self, field: Writing | None) -> None:
        """Show one note alone, in the middle; None shows them all again, and the actions."""
        self._alone = field is not None
        self.acting.setVisible(field is None)
        for editor in self._editors:
            editor.setVisible(field is None or editor.writing is field)
        self._centre()

    def _centre(self) -> None:
        """Leave so much free beside a note that is alone that its lines have the reading width."""
        free = max(0, (self.width() - reading_width() - px(48)) // 2) if self._alone else 0
        self._rows.setContentsMargins(free, 0, free, 0)

    def focus_notes(self) -> None:
        """Put the keyboard into the first note."""
        if self._editors:
            self._editors[0].writing.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self.head = NotesHead()
        self.head.new_wanted.connect(self.new_note)
        self._trouble = QVBoxLayout()
        self._column = ScrollColumn("Notes", wide=True, margin=4, ends=8)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(Hairline())
        layout.addLayout(self.finder)
        layout.addLayout(self._trouble)
        layout.addWidget(self._column, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.acting)
        self.setMinimumWidth(px(240))
        surface(self, "pane")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the actions their share of another height."""
        super().resizeEvent(event)
        self.acting.fit()
        self._centre()

    def _show(self, notes: tuple[Note, ...], written: list[Page]) -> None:
        """Show notes as they stand here where they are being written, else as the library has them; new ones last."""
        here = {page.number: page for page in written if page.number is not None}
        new = [page for page in written if page.number is None]
        pages = [here.pop(note.id, None) or _page(note) for note in notes]
        self._fill([*pages, *here.values(), *new], {note.id: note.updated_at for note in notes})

    def _fill(self, pages: list[Page], moments: dict[int, str]) -> None:
        assert self._event_id is not None
        inside = self._column.isAncestorOf(QApplication.focusWidget() or self)
        cursor = next(((e.page, e.writing.textCursor()) for e in self._editors if e.writing.hasFocus()), None)
        self._column.clear()
        self._editors = []
        for page in pages or [Page(self._event_id, None, "", False, "", False)]:
            self._add(page, moments.get(page.number or 0, ""))
        self.show_places()
        self.filled.emit()
        if self._alone:
            self.show_alone(self.writing)
        if inside:
            self._focus_again(*(cursor or (None, None)))

    def _keep_in_sight(self, editor: NoteEditor) -> None:
        """Scroll so that the line being written can be seen; on the next turn, when the field has its new height."""
        if editor in self._editors and editor.writing.hasFocus():
            line, page = editor.writing.cursorRect(), self._column.widget()
            assert page is not None
            at = editor.writing.viewport().mapTo(page, line.center())
            self._column.ensureVisible(at.x(), at.y(), 0, line.height() + px(8))

    def _focus_again(self, page: Page | None, cursor: QTextCursor | None) -> None:
        """Put the cursor where it was; where that note is gone, to the end of the first one."""
        same = [e for e in self._editors if page and (e.page is page or e.page.number == page.number is not None)]
        editor = (same or self._editors)[0]
        editor.writing.setFocus(Qt.FocusReason.OtherFocusReason)
        put = editor.writing.textCursor()
        put.setPosition(min(cursor.position(), len(editor.page.text)) if same and cursor else len(editor.page.text))
        editor.writing.setTextCursor(put)

    def _add(self, page: Page, updated_at: str = "") -> NoteEditor:
        editor = NoteEditor(page, updated_at)
        editor.typed.connect(self._typed)
        editor.left.connect(self.flush)
        editor.writing.left.connect(lambda: self._remember(editor.writing))
        editor.delete_wanted.connect(self._delete)
        editor.escaped.connect(self.escaped)
        editor.tie_wanted.connect(self._go_to_tie)
        self.aids.attach(editor.writing, page.event_id)
        editor.show_place(self._places.get(page.number or 0))
        editor.writing.find_wanted.connect(self.find_words)
        editor.writing.entered.connect(lambda: self._enter(editor.writing))
        editor.writing.moved.connect(lambda: QTimer.singleShot(0, editor, lambda: self._keep_in_sight(editor)))
        if self._editors:
            self._column.add(Hairline(), before=8)
        self._column.add(editor, before=12)
        self._editors.append(editor)
        return editor

    def show_places(self) -> None:
        """Look again where the things are to which notes are tied: their decks or pages may be others now."""
        if self._event_id is None or all(editor.page.tie is None for editor in self._editors):
            self._places = {}
            return
        self._places = event_places(self._store, self._event_id)
        for editor in self._editors:
            editor.show_place(self._places.get(editor.page.number or 0))

    def _go_to_tie(self, page: Page) -> None:
        if page.tie is not None:
            self.show_places()
            self.tie_wanted.emit(page.tie, self._places.get(page.number or 0))

    def _remember(self, field: Writing) -> None:
        self._last = field
        self._count_words()

    def _enter(self, field: Writing) -> None:
        self.finder.follow(field)
        self._count_words()

    def _count_words(self) -> None:
        field = next((editor.writing for editor in self._editors if editor.writing.hasFocus()), None)
        self.head.show_words(count_words(field.toPlainText()) if field is not None else None)

    def _typed(self, page: Page) -> None:
        self.keeper.typed(page)
        if not self.keeper.unsaved:
            self.head.tell("", "mute", "")
            return
        self.head.tell("Not saved yet", "mute", "")
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _delete(self, page: Page) -> None:
        job = self.keeper.delete(page)
        job.failed.connect(lambda error: tell(self, error))
        if page.number is None:
            self._fill([e.page for e in self._editors if e.page is not page], {})

    def _show_state(self, state: str, error: UserError | None) -> None:
        if state == "saving":
            self.head.tell("Saving…", "mute", "")
            return
        empty(self._trouble)
        if error is None:
            self.head.tell(f"Saved {datetime.now().strftime('%H:%M')}", "good", "check-circle")
            said = "Notes saved"
        else:
            self.head.tell("Not saved", "caution", "warning")
            said = f"{error.what} {error.next_step} What you typed is kept here and will be saved as soon as it can be."
            self._trouble.addWidget(Banner("warning", said, "caution"))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


def _page(note: Note) -> Page:
    return Page(note.event_id, note.id, note.text, note.private, note.text, note.private, tie=note.tie)
