# SPDX-License-Identifier: MIT
"""Commands for who writes a note: stresses, headings, lists, boxes, links, the time; and the actions."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from eqbrief import store as db
from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import no_mnemonic
from eqbrief.gui.notes.focusing import FocusMode
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.sidebar import ACTIONS, NOTES, Place
from eqbrief.model import UserError
from eqbrief.store import Store


class NoteCommands(QObject):
    """What can be done in the note that is being written, and with actions."""

    def __init__(
        self,
        window: QWidget,
        clear: Callable[[bool], None],
        store: Store,
        jobs: Jobs,
        detail: DetailPane,
        go: Callable[[Place], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs, self._detail, self._go = window, store, jobs, detail, go
        self._focus = FocusMode(clear, detail)

    @action(
        "Bold", icon="text-bolder", menu="Note", shortcut="Ctrl+B", divides=True, help="Make the words bold, or not."
    )
    def bold(self) -> None:
        """Put stresses around the selected words."""
        self._write(lambda field: field.put_marks("bold"))

    @action("Italic", icon="text-italic", menu="Note", shortcut="Ctrl+I", help="Make the words italic, or not.")
    def italic(self) -> None:
        """Put light stresses around the selected words."""
        self._write(lambda field: field.put_marks("italic"))

    @action(
        "Heading", icon="text-h", menu="Note", shortcut="Ctrl+Shift+H", help="Make the line a heading, smaller, or not."
    )
    def heading(self) -> None:
        """Make the line a heading."""
        self._write(lambda field: field.make_line("heading"))

    @action("List", icon="list-bullets", menu="Note", shortcut="Ctrl+Shift+B", help="Make the lines a list, or not.")
    def list_(self) -> None:
        """Make the lines items of a list."""
        self._write(lambda field: field.make_line("list"))

    @action(
        "Check box",
        icon="check-square",
        menu="Note",
        shortcut="Ctrl+Shift+X",
        help="Make the line something to tick; tick it, or open it again.",
    )
    def check_box(self) -> None:
        """Make the lines check boxes, or tick them."""
        self._write(lambda field: field.make_line("check"))

    @action("Quotation", icon="quotes", menu="Note", shortcut="Ctrl+Shift+.", help="Make the lines a quotation.")
    def quotation(self) -> None:
        """Make the lines a quotation."""
        self._write(lambda field: field.make_line("quote"))

    @action("Link", icon="link", menu="Note", shortcut="Ctrl+Shift+K", help="Make a link of the selected words.")
    def link(self) -> None:
        """Make a link, the cursor where its address is written."""
        self._write(lambda field: field.put_link())

    @action(
        "Open what is named",
        icon="arrow-square-out",
        menu="Note",
        shortcut="Alt+Return",
        help="Go to the @person, #topic, [[event]] or slide at the cursor; Ctrl and a click do the same.",
    )
    def open_named(self) -> None:
        """Go to what is named where the cursor is."""
        self._write(lambda field: field.open_here())

    @action(
        "Paste as plain text",
        icon="clipboard-text",
        menu="Note",
        shortcut="Ctrl+Alt+V",
        help="Paste the words alone, without headings, lists and links.",
    )
    def paste_plainly(self) -> None:
        """Paste without looks into the note that is being written."""
        self._write(lambda field: field.paste_plainly())

    @action(
        "Find and replace in the note",
        icon="magnifying-glass",
        menu="Note",
        shortcut="Ctrl+H",
        divides=True,
        help="Find words in the note and replace them; while you write, Ctrl+F does the same.",
    )
    def find_in_note(self) -> None:
        """Open the bar that finds and replaces."""
        self._detail.reveal_notes()
        self._detail.notes.find_words()

    @action(
        "Next misspelt word",
        icon="text-aa",
        menu="Note",
        shortcut="Shift+F7",
        help="Go to the next word that the dictionary does not know, and say what may be meant.",
    )
    def next_misspelt(self) -> None:
        """Select the next wrong word of the note."""
        self._write(self._detail.notes.aids.spelling.next_wrong)

    @action(
        "Focus on the note",
        icon="corners-out",
        menu="Note",
        shortcut="Shift+F11",
        help="Put everything away but the note that is being written; Esc brings it back.",
    )
    def focus_on_note(self) -> None:
        """Put everything but the note away, or bring it back."""
        self._focus.toggle()

    @action("Date and time", icon="clock", menu="Note", shortcut="Ctrl+;", help="Write the date and the time now.")
    def time_stamp(self) -> None:
        """Write the date and the time at the cursor."""
        now = datetime.now()
        self._write(lambda field: field.put(f"{now.day} {now.strftime('%B %Y, %H:%M')} "))

    @action(
        "Insert the slide's title",
        icon="text-t",
        menu="Note",
        help="Write the title of the slide that is shown, with the way to it, at the cursor.",
    )
    def insert_slide_title(self) -> None:
        """Write the title of the slide on show, and a name that leads to it."""
        from eqbrief.tasks.picturing import slide_line  # noqa: PLC0415 - not before it is asked for

        if (on_show := self._slide_on_show()) is not None:
            self._write(lambda field: field.put(f"{slide_line(self._store, *on_show)} "))

    @action(
        "Insert the slide's picture",
        icon="image",
        menu="Note",
        help="Keep the picture of the slide that is shown in the library, and name it in the note.",
    )
    def insert_slide_picture(self) -> None:
        """Keep the picture of the slide on show and write it as Markdown does."""
        from eqbrief.gui.viewer.shelf import png_of  # noqa: PLC0415 - not before it is asked for
        from eqbrief.tasks.picturing import picture_line  # noqa: PLC0415 - as above

        on_show, viewer, field = self._slide_on_show(), self._detail.showing.viewer, self._field()
        if on_show is None or viewer is None or field is None:
            return
        picture = viewer.drawn.nearest(viewer.number)
        if picture is None:
            self._detail.said.emit("There is no picture of this slide: only its words can be shown")
            return
        png = png_of(picture)
        job = self._jobs.save(lambda: picture_line(self._store, *on_show, png))
        job.done.connect(lambda line: field.put(line) if isValid(field) else None)
        job.failed.connect(lambda error: tell(self._window, error))

    @action("Insert a template…", icon="file-text", menu="Note", help="Write a template at the cursor, filled in.")
    def insert_template(self) -> None:
        """Offer the templates in a menu, and write the chosen one at the cursor."""
        from eqbrief.tasks.templates import templates  # noqa: PLC0415 - not before it is asked for

        field = self._field()
        if field is None or self._detail.event_id is None:
            return
        menu = QMenu(self._window)
        menu.setAccessibleName("Templates")
        for name in templates():
            menu.addAction(no_mnemonic(name), lambda name=name: self._insert(name))
        menu.addSeparator()
        menu.addAction("Edit templates…", self.edit_templates)
        menu.exec(field.mapToGlobal(field.cursorRect().bottomLeft()))
        menu.deleteLater()

    @action("Edit templates…", icon="file-dotted", menu="Note", help="Change the templates of notes, or make your own.")
    def edit_templates(self) -> None:
        """Show the templates, with the event that is here as the example."""
        from eqbrief.gui.dialogs.templates import show_templates  # noqa: PLC0415 - not before it is asked for

        show_templates(self._store, self._window, self._detail.event_id)

    @action(
        "New action",
        icon="plus-circle",
        menu="Note",
        shortcut="Ctrl+Shift+E",
        divides=True,
        help="Write what is to be done about the event, by when and @ whom.",
    )
    def new_action(self) -> None:
        """Put the cursor into the line for the next action."""
        if self._detail.event_id is not None:
            self._detail.reveal_notes()
            self._detail.notes.acting.begin()

    @action(
        "Make the line an action",
        icon="check-square-offset",
        menu="Note",
        shortcut="Ctrl+Return",
        help="Make an action of the line with the cursor, with a box that is ticked with it.",
    )
    def make_action(self) -> None:
        """Make an action of a line of the note that is being written."""
        self._detail.notes.make_action()

    @action("All notes", icon="notepad", menu="Note", help="Show the notes of every event and person.")
    def all_notes(self) -> None:
        """Show the notes across events."""
        self._go(NOTES)

    @action("All actions", icon="checks", menu="Note", shortcut="Ctrl+Shift+J", help="Show the actions of every event.")
    def all_actions(self) -> None:
        """Show the actions across events."""
        self._go(ACTIONS)

    @action(
        "History of the note…",
        icon="clock-counter-clockwise",
        menu="Note",
        divides=True,
        help="Compare the note with what it was, and restore an earlier state beside it.",
    )
    def history(self) -> None:
        """Show the earlier states of the note that is being written."""
        from eqbrief.gui.dialogs import HistoryDialog  # noqa: PLC0415 - not needed before it is asked for

        number = self._detail.notes.number
        if number is None:
            return
        self._detail.notes.flush()
        dialog = HistoryDialog(self._store, self._jobs, number, self._window)
        dialog.exec()
        dialog.deleteLater()

    @action("Deleted notes…", icon="trash", menu="Note", help="Bring back a note that was deleted in the last 30 days.")
    def deleted_notes(self) -> None:
        """Show the notes in the bin."""
        from eqbrief.gui.dialogs import DeletedNotesDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = DeletedNotesDialog(self._store, self._jobs, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _insert(self, name: str) -> None:
        from eqbrief.tasks.templates import fill_in, read_template  # noqa: PLC0415 - not before it is asked for

        number, field = self._detail.event_id, self._field()
        event = db.event(self._store, number) if number is not None else None
        if event is None or field is None:
            return
        try:
            field.put(fill_in(read_template(name), event))
        except UserError as error:
            tell(self._window, error)

    def _slide_on_show(self) -> tuple[int, int] | None:
        on_show = self._detail.showing.on_show
        if on_show is None:
            self._detail.said.emit("View a deck first: F5 shows the event's first one here")
        return on_show

    def _field(self) -> Writing | None:
        """Give the note with the keyboard, of an event or of a person; else the one of the event that had it last."""
        focus = QApplication.focusWidget()
        if isinstance(focus, Writing) and not focus.isReadOnly():
            return focus
        return self._detail.notes.writing if self._detail.event_id is not None else None

    def _write(self, work: Callable[[Writing], None]) -> None:
        field = self._field()
        if field is not None:
            work(field)
