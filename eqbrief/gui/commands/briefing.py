# SPDX-License-Identifier: MIT
"""Commands on briefings: put what is chosen into one, open it, begin another."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief import store as db
from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.commands.library import LibraryCommands
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.detail.header import Header
from eqbrief.gui.detail.parts import QuestionRow
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.notes.editor import NoteEditor
from eqbrief.gui.sidebar import Place
from eqbrief.gui.top_bar import TopBar
from eqbrief.model import Briefing, Event, Piece, UserError
from eqbrief.store import Store, Tables

PLACE = Place("Briefing", "briefing")
_SHORT = 40
_Kind = TypeVar("_Kind", bound=QWidget)


class BriefingCommands(QObject):
    """What can be done with briefings from everywhere in the window."""

    place_wanted = Signal(object)
    """The Place that the window is to show."""
    counted = Signal(int)
    """How many things the briefing that was opened last holds."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        listing: ListPane,
        detail: DetailPane,
        library: LibraryCommands,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._list, self._detail, self._library, self._say = listing, detail, library, say
        jobs.changed.connect(self._notice)
        for header in detail.findChildren(Header):
            header.briefing_wanted.connect(self._add_shown)

    def connect_to(self, top: TopBar, go: Callable[[Place], None]) -> None:
        """Serve the button above the panes, and go to places by a function of the window."""
        top.briefing_wanted.connect(self.open_briefing)
        self.counted.connect(top.count_briefing)
        self.place_wanted.connect(go)

    @action(
        "Add to briefing",
        icon="clipboard-text",
        menu="Briefing",
        shortcut="Ctrl+G",
        help="Put what is chosen into the briefing: an event, a hit, a question, a slide, the note you are in.",
    )
    def add_to_briefing(self) -> None:
        """Put what is chosen into the briefing that was opened last, or into a new one."""
        try:
            pieces = self._pieces()
        except UserError as error:
            tell(self._window, error)
            return
        if pieces:
            self.add(pieces)

    @action(
        "Open the briefing",
        icon="clipboard",
        menu="Briefing",
        shortcut="Ctrl+Shift+G",
        help="Order, write and save what you gathered.",
    )
    def open_briefing(self) -> None:
        """Show the builder."""
        self.place_wanted.emit(PLACE)

    @action("New briefing", icon="file-plus", menu="Briefing", help="Begin another briefing; things are added to it.")
    def new_briefing(self) -> None:
        """Begin another briefing and show it."""
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        author = self._library.settings.own_name
        job = self._jobs.save(lambda: tasks.new_briefing(self._store, author=author))
        job.done.connect(lambda number: self.place_wanted.emit(Place("Briefing", "briefing", id=number)))
        job.failed.connect(lambda error: tell(self._window, error))

    def add(self, pieces: Sequence[Piece]) -> None:
        """Put these into the briefing that was opened last, or into a new one, and say so."""
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        author = self._library.settings.own_name
        job = self._jobs.save(lambda: tasks.add_pieces(self._store, pieces, author=author))
        job.done.connect(self._added)
        job.failed.connect(lambda error: tell(self._window, error))

    def count(self) -> None:
        """Say how many things the briefing holds."""
        found = db.current_briefing(self._store)
        self.counted.emit(len(found.pieces) if found else 0)

    def _pieces(self) -> list[Piece]:
        """Make pieces of where the keyboard is, else of what the list has chosen, else of the event that is shown."""
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        editor, row = _around(NoteEditor), _around(QuestionRow)
        if editor is not None:
            return self._of_note(editor)
        if row is not None and (event := self._shown()) is not None:
            return [tasks.question_piece(event, row.question)]
        if (shown := self._detail.showing.on_show) is not None and (event := self._shown()) is not None:
            deck, number = shown
            return [tasks.slide_piece(event.uid, one.uid, number) for one in event.decks if one.id == deck]
        if (hit := self._list.hit) is not None:
            return [tasks.piece_of_hit(self._store, hit)]
        numbers = self._list.selected() or [one for one in [self._detail.event_id] if one is not None]
        return tasks.pieces_of_events(self._store, numbers)

    def _of_note(self, editor: NoteEditor) -> list[Piece]:
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        self._detail.notes.save_now()
        event = self._shown()
        note = next((one for one in event.notes if one.id == editor.page.number), None) if event else None
        if event is None or note is None:
            raise UserError("This note is empty.", "Write a line of text, then add it.")
        # Qt divides the paragraphs of a selection by a sign of its own.
        passage = editor.writing.textCursor().selectedText().replace("\u2029", "\n")
        return [tasks.note_piece(event, note, passage)]

    def _add_shown(self) -> None:
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        event = self._shown()
        if event is not None:
            self.add(tasks.pieces_of_events(self._store, [event.id]))

    def _shown(self) -> Event | None:
        number = self._detail.event_id
        return db.event(self._store, number) if number is not None else None

    def _added(self, told: tuple[Briefing, int]) -> None:
        from eqbrief.gui.dialogs.frame import announce  # noqa: PLC0415 - the first frame shows no dialog

        briefing, number = told
        title = briefing.title if len(briefing.title) <= _SHORT else f"{briefing.title[: _SHORT - 1].rstrip()}…"
        said = f"Added to “{title}”" if number else f"It is in “{title}” already"
        self._say(f"{said} · Ctrl+Shift+G opens it")
        announce(self._window, said)

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "briefing"):
            self.count()


def _around(kind: type[_Kind]) -> _Kind | None:
    """Give the widget of a kind in which the keyboard is."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget
