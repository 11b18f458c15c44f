# SPDX-License-Identifier: MIT
"""Commands on decks and notes of the shown event, on the view, and help."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from eqbrief.gui.actions import Actions, action
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.listing.pane import ListPane


class Frame(Protocol):
    """What the window can do with its panes."""

    def show_pane(self, name: str, shown: bool) -> None:
        """Show or hide the sidebar, the list or the notes."""

    def next_pane(self, by: int) -> None:
        """Move the keyboard to the next pane, or the one before."""

    def go_back(self) -> None:
        """Go back to what was shown before."""

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""

    def open_menu(self) -> None:
        """Open the menu of every command."""


class ViewCommands(QObject):
    """What can be done with what is on the screen."""

    def __init__(self, window: QWidget, frame: Frame, listing: ListPane, detail: DetailPane, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._frame, self._list, self._detail = window, frame, listing, detail
        self._actions = actions

    @action(
        "Attach a deck…", icon="paperclip", menu="Deck", shortcut="Ctrl+Shift+A", help="Keep a file beside the event."
    )
    def attach_deck(self) -> None:
        """Ask for a file and attach it to the event that is shown."""
        self._detail.attach()

    @action(
        "Show the decks", icon="presentation", menu="Deck", shortcut="Ctrl+Shift+D", help="Open the page of the decks."
    )
    def show_decks(self) -> None:
        """Open the page of the decks and put the keyboard there."""
        self._detail.choose_tab("decks")
        self._detail.focus_detail()

    @action(
        "View the first deck",
        icon="presentation-chart",
        menu="Deck",
        shortcut="F5",
        help="Show the slides of the event's deck here.",
    )
    def view_deck(self) -> None:
        """Show the first deck of the event in the place of its pages."""
        self._detail.view_first_deck()

    @action(
        "Open the first deck",
        icon="arrow-square-out",
        menu="Deck",
        shortcut="Ctrl+Shift+O",
        help="Open the event's deck.",
    )
    def open_deck(self) -> None:
        """Open the first deck of the event in the system's program."""
        self._detail.open_first_deck()

    @action(
        "New note", icon="note-pencil", menu="Note", shortcut="Ctrl+Shift+N", help="Write another note about the event."
    )
    def new_note(self) -> None:
        """Put the cursor into an empty note."""
        self._reveal_notes()
        self._detail.notes.new_note()

    @action(
        "Go to the notes", icon="notebook", menu="Note", shortcut="Ctrl+J", help="Put the cursor into the first note."
    )
    def go_to_notes(self) -> None:
        """Put the cursor into the first note."""
        self._reveal_notes()
        self._detail.notes.focus_notes()

    @action(
        "Save notes now",
        icon="floppy-disk",
        menu="Note",
        shortcut="Ctrl+S",
        help="Save at once; they save themselves too.",
    )
    def save_notes(self) -> None:
        """Begin to save what was typed."""
        self._detail.notes.flush()

    @action(
        "Search",
        icon="magnifying-glass",
        menu="View",
        shortcut="Ctrl+K",
        help="Search events, people, questions and notes.",
    )
    def search(self) -> None:
        """Put the keyboard into the search box."""
        self._frame.focus_search()

    @action("Find a command…", icon="command", menu="View", shortcut="Ctrl+Shift+P", help="Type to find any command.")
    def palette(self) -> None:
        """Open the command palette."""
        from eqbrief.gui.dialogs import CommandPalette  # noqa: PLC0415 - not needed before it is asked for

        palette = CommandPalette(list(self._actions.all()), self._window)
        palette.exec()
        palette.deleteLater()

    @action("Filter the list", icon="funnel", menu="View", shortcut="Ctrl+Shift+F", help="Narrow the list as you type.")
    def filter_list(self) -> None:
        """Show the filter and put the keyboard into it."""
        self._list.show_filter(True)

    @action(
        "Show events as cards or as a table",
        icon="table",
        menu="View",
        shortcut="Ctrl+Shift+T",
        help="Change the form of the list; both show the same events.",
    )
    def change_form(self) -> None:
        """Change between cards and the table."""
        self._list.show_form("cards" if self._list.forms.form == "table" else "table")

    @action("Choose columns…", icon="sliders-horizontal", menu="View", help="Choose what the table of events shows.")
    def choose_columns(self) -> None:
        """Open the menu of the table's columns, as a table if the list is none yet."""
        self._list.show_form("table")
        self._list.forms.choose_columns()

    @action(
        "Back",
        icon="arrow-left",
        menu="View",
        shortcut="Alt+Left",
        divides=True,
        help="Go back to what was shown before.",
    )
    def back(self) -> None:
        """Go back."""
        self._frame.go_back()

    @action("Next pane", icon="arrow-right", menu="View", shortcut="F6", help="Move the keyboard to the next pane.")
    def next_pane(self) -> None:
        """Move to the next pane."""
        self._frame.next_pane(1)

    @action(
        "Previous pane", icon="arrow-bend-up-left", menu="View", shortcut="Shift+F6", help="Move to the pane before."
    )
    def previous_pane(self) -> None:
        """Move to the pane before."""
        self._frame.next_pane(-1)

    @action(
        "Sidebar",
        icon="columns",
        menu="View",
        shortcut="F7",
        divides=True,
        checkable=True,
        help="Show the sidebar.",
    )
    def sidebar(self, shown: bool) -> None:
        """Show or hide the sidebar."""
        self._frame.show_pane("sidebar", shown)

    @action("List", icon="list", menu="View", shortcut="F8", checkable=True, help="Show the list.")
    def list_pane(self, shown: bool) -> None:
        """Show or hide the list."""
        self._frame.show_pane("list", shown)

    @action("Notes", icon="note", menu="View", shortcut="F9", checkable=True, help="Show the notes beside the event.")
    def notes_pane(self, shown: bool) -> None:
        """Show or hide the notes."""
        self._frame.show_pane("notes", shown)

    @action("Menu", icon="dots-three", menu="View", shortcut="F10", help="Open the menu of every command.")
    def menu(self) -> None:
        """Open the menu."""
        self._frame.open_menu()

    @action("Help", icon="question", menu="Help", shortcut="F1", help="How to do things, and every key.")
    def help(self) -> None:
        """Show the help."""
        self._dialog(lambda kinds: kinds.HelpDialog(list(self._actions.all()), self._window))

    @action("About EqBrief", icon="info", menu="Help", help="Version and licences.")
    def about(self) -> None:
        """Show version and licences."""
        self._dialog(lambda kinds: kinds.AboutDialog(self._window))

    def _reveal_notes(self) -> None:
        self._actions["notes_pane"].setChecked(True)
        self._detail.reveal_notes()

    def _dialog(self, make: Callable[..., QDialog]) -> None:
        from eqbrief.gui import dialogs  # noqa: PLC0415 - not needed before it is asked for

        dialog = make(dialogs)
        dialog.exec()
        dialog.deleteLater()
