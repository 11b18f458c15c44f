# SPDX-License-Identifier: MIT
"""Commands on the library: add events, export, switch libraries, back up, check, settings."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eqbrief.files import Settings, save_settings
from eqbrief.gui.actions import action
from eqbrief.gui.asking import choose_files, choose_folder, tell
from eqbrief.gui.exporting import export_as
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.theme import ThemeManager
from eqbrief.model import Added, UserError
from eqbrief.store import Store

if TYPE_CHECKING:
    from eqbrief.gui.desk import Desk

_PAGES = (
    "Pages, calendars and schedules "
    "(*.html *.htm *.xhtml *.mhtml *.mht *.webarchive *.txt *.md *.markdown *.ics *.eml *.msg *.xml *.json)"
)


class LibraryCommands(QObject):
    """What can be done with the library as a whole."""

    library_wanted = Signal(object)
    """The folder of a library to open instead of this one."""
    sample_wanted = Signal()
    restore_wanted = Signal(str)
    redraw_wanted = Signal()
    """Text has another size: the window must be laid out anew."""
    quit_wanted = Signal()
    standing_seen = Signal()
    """Backups, the check or the settings were looked at, where how things stand may have changed."""

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        settings: Settings,
        themes: ThemeManager,
        say: Callable[[str], None],
        show: Callable[[int], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self.settings, self._themes = settings, themes
        self._say, self._show = say, show

    @property
    def second_place(self) -> Path | None:
        """The folder for a second copy of the backups, if the person named one for this library."""
        named = self.settings.second_place.get(str(self._store.folder))
        return Path(named) if named else None

    @action("Add pages…", icon="file-plus", menu="Library", shortcut="Ctrl+N", help="Bring in events from saved pages.")
    def add_pages(self) -> None:
        """Ask for files and open the desk on them."""
        self.add(choose_files(self._window, "Add saved pages", _PAGES))

    @action("Add a folder of pages…", icon="folder-plus", menu="Library", help="Bring in every saved page in a folder.")
    def add_folder(self) -> None:
        """Ask for a folder and open the desk on its pages."""
        folder = choose_folder(self._window, "Add a folder of pages")
        if folder is not None:
            self.add([folder])

    @action(
        "Add from a web address…",
        icon="globe",
        menu="Library",
        shortcut="Ctrl+L",
        help="Fetch an event's page from its address and bring it in.",
    )
    def add_address(self) -> None:
        """Ask for web addresses and open the desk on what they lead to."""
        from eqbrief.gui.dialogs import AddressDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = AddressDialog(self._window)
        addresses = dialog.addresses() if dialog.exec() else []
        dialog.deleteLater()
        self.fetch(addresses)

    @action(
        "Paste a page's text…",
        icon="clipboard-text",
        menu="Library",
        shortcut="Ctrl+Shift+V",
        help="Bring in an event from text that you copied.",
    )
    def paste_page(self) -> None:
        """Ask for text and open the desk on it."""
        from eqbrief.gui.desk import Desk  # noqa: PLC0415 - not needed before it is asked for
        from eqbrief.gui.dialogs import PasteDialog  # noqa: PLC0415 - the same

        dialog = PasteDialog(self._window)
        text = dialog.text() if dialog.exec() else ""
        dialog.deleteLater()
        if text.strip():
            desk = Desk(self._store, self._jobs, self._window)
            self._run_desk(desk, lambda: desk.paste(text))

    def add(self, paths: list[Path]) -> None:
        """Open the desk on these files and folders; nothing is stored before it is accepted there."""
        from eqbrief.gui.desk import Desk  # noqa: PLC0415 - not needed before it is asked for
        from eqbrief.tasks.handing import add_pack, is_pack  # noqa: PLC0415 - the same

        for path in [path for path in paths if is_pack(path)]:
            job = self._jobs.run(
                f"Adding {path.name}", lambda j, path=path: add_pack(self._store, path, j.report, j.stop)
            )
            job.done.connect(self._say_pack)
            job.failed.connect(lambda error: tell(self._window, error))
        pages = [path for path in paths if not is_pack(path)]
        if pages:
            desk = Desk(self._store, self._jobs, self._window)
            self._run_desk(desk, lambda: desk.read(pages))

    def fetch(self, addresses: list[str]) -> None:
        """Open the desk on the pages at these web addresses; this is where a person has asked for them."""
        from eqbrief.gui.desk import Desk  # noqa: PLC0415 - not needed before it is asked for

        if addresses:
            desk = Desk(self._store, self._jobs, self._window)
            self._run_desk(desk, lambda: desk.fetch(addresses))

    @action(
        "Export events…",
        icon="export",
        menu="Library",
        divides=True,
        help="Write the list of events as a spreadsheet, a calendar or JSON.",
    )
    def export(self) -> None:
        """Ask for a file and write every event to it."""
        export_as(self._window, self._store, self._jobs, "events", self._say)

    @action(
        "Export people…",
        icon="export",
        menu="Library",
        help="Write who took part in what, as printed on each day, as a spreadsheet or JSON.",
    )
    def export_people(self) -> None:
        """Ask for a file and write every appearance to it."""
        export_as(self._window, self._store, self._jobs, "people", self._say)

    @action(
        "Export actions…",
        icon="export",
        menu="Library",
        help="Write the actions of all events as a spreadsheet, a calendar's to-dos or JSON.",
    )
    def export_actions(self) -> None:
        """Ask for a file and write every action to it."""
        export_as(self._window, self._store, self._jobs, "actions", self._say)

    @action(
        "Libraries…",
        icon="books",
        menu="Library",
        shortcut="Ctrl+O",
        divides=True,
        help="Make a library, open another one, or go back to a recent one.",
    )
    def libraries(self) -> None:
        """Let the person choose a library."""
        from eqbrief.gui.dialogs import LibrariesDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = LibrariesDialog(self.settings, self._store.folder, self._window)
        dialog.changed.connect(self._take_settings)
        if dialog.exec() and dialog.chosen() is not None:
            self.library_wanted.emit(dialog.chosen())
        dialog.deleteLater()

    @action(
        "Open the sample library", icon="flask", menu="Library", help="Look around in a library that is filled already."
    )
    def open_sample(self) -> None:
        """Open a fresh copy of the sample library."""
        self.sample_wanted.emit()

    @action(
        "Backups…",
        icon="clock-counter-clockwise",
        menu="Library",
        divides=True,
        help="Back up now, try or restore one.",
    )
    def backups(self) -> None:
        """Show the backups."""
        from eqbrief.gui.dialogs import BackupsDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = BackupsDialog(self._store, self.second_place, self._jobs, self._window)
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.restore_wanted.connect(lambda _name: dialog.accept())
        dialog.exec()
        dialog.deleteLater()
        self.standing_seen.emit()

    @action(
        "Check the library…",
        icon="first-aid-kit",
        menu="Library",
        help="Look for damage, and for missing or changed files.",
    )
    def check(self) -> None:
        """Check the library and show what is out of order."""
        from eqbrief.gui.dialogs import CheckDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = CheckDialog(self._store, self._jobs, self._window, self.second_place)
        dialog.exec()
        dialog.deleteLater()
        self.standing_seen.emit()

    @action(
        "Settings…",
        icon="gear",
        menu="Library",
        shortcut="Ctrl+,",
        divides=True,
        help="Theme, text size, your name, backups, templates, what was learnt.",
    )
    def open_settings(self) -> None:
        """Show the settings; they apply as they are changed."""
        from eqbrief.gui.dialogs import SettingsDialog  # noqa: PLC0415 - not needed before it is asked for

        before = self.settings.text_size
        dialog = SettingsDialog(self.settings, self._store.folder, self._window)
        dialog.applied.connect(self._take_settings)
        dialog.learnt_wanted.connect(lambda: self._show_learnt(dialog))
        dialog.templates_wanted.connect(lambda: self._show_templates(dialog))
        dialog.exec()
        dialog.deleteLater()
        self.standing_seen.emit()
        if self.settings.text_size != before:
            self.redraw_wanted.emit()

    def _show_learnt(self, parent: QWidget) -> None:
        from eqbrief.gui.dialogs import LearntDialog  # noqa: PLC0415 - not needed before it is asked for

        dialog = LearntDialog(self._store, self._jobs, parent)
        dialog.exec()
        dialog.deleteLater()

    def _show_templates(self, parent: QWidget) -> None:
        from eqbrief.gui.dialogs.templates import show_templates  # noqa: PLC0415 - not needed before it is asked for

        show_templates(self._store, parent)

    @action(
        "Quit",
        icon="sign-out",
        menu="Library",
        shortcut="Ctrl+Q",
        divides=True,
        help="Save everything and close EqBrief.",
    )
    def quit(self) -> None:
        """Close the window."""
        self.quit_wanted.emit()

    def keep(self, settings: Settings) -> None:
        """Keep the person's choices; a trouble with the settings file is said, and nothing else stops."""
        self.settings = settings
        try:
            save_settings(settings)
        except UserError as error:
            self._say(str(error))

    def _take_settings(self, settings: Settings) -> None:
        self.keep(settings)
        self._themes.apply(settings.theme, settings.text_size)

    def _run_desk(self, desk: "Desk", begin: Callable[[], None]) -> None:
        results: list[Added] = []
        desk.finished_with.connect(results.extend)
        desk.columns.restore(self.settings.window.get("desk"))
        begin()
        desk.exec()
        if (widths := desk.columns.layout_now()) != self.settings.window.get("desk"):
            self.keep(self.settings.with_(window={**self.settings.window, "desk": widths}))
        desk.deleteLater()
        if results:
            self._say_added(results)

    def _say_added(self, results: list[Added]) -> None:
        """Say what became of what was added, and show the last event of it."""
        self._say(said_added(results))
        shown = next((r.event for r in reversed(results) if r.event and r.action in ("added", "updated")), None)
        if shown is not None:
            self._show(shown.id)

    def _say_pack(self, results: list[Added]) -> None:
        """Say the same of a pack, and why something of it was refused."""
        self._say_added(results)
        wrong = next((one.reason for one in results if one.action == "failed" and one.reason), None)
        if wrong:
            tell(self._window, UserError(wrong, "What could be added is in the list."))


def said_added(results: list[Added]) -> str:
    """Write what became of what was added: '12 added, 1 updated, 2 could not be read'."""
    words = {
        "added": "added",
        "updated": "updated",
        "unchanged": "here already",
        "skipped": "skipped",
        "failed": "could not be added",
    }
    counts = {action: sum(result.action == action for result in results) for action in words}
    said = ", ".join(f"{count} {words[action]}" for action, count in counts.items() if count)
    return said or "Nothing was added"
