# SPDX-License-Identifier: MIT
"""Commands on briefings: put what is chosen into one, open it, begin another."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.commands.library import LibraryCommands
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.gathering import Gathers, around_keyboard
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.sidebar import Place
from eqbrief.gui.top_bar import TopBar
from eqbrief.gui.views import Views
from eqbrief.model import Piece, UserError
from eqbrief.store import Store, Tables

if TYPE_CHECKING:
    from eqbrief.tasks.briefing import Gathered

PLACE = Place("Briefing", "briefing")


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
        views: Views,
        library: LibraryCommands,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._store, self._jobs = window, store, jobs
        self._list, self._detail, self._views = listing, detail, views
        self._library, self._say = library, say
        jobs.changed.connect(self._notice)

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
        help="Put what is chosen into the briefing: events, a person, a slide, a question, a hit, a passage.",
    )
    def add_to_briefing(self) -> None:
        """Put what is chosen into the briefing that was opened last, or into a new one."""
        try:
            pieces = self.chosen()
        except UserError as error:
            tell(self._window, error)
            return
        if pieces:
            self.add(pieces)
        else:
            self._say("Choose something first: an event, a person, a slide, a question, a passage")

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
        """Put these into the briefing that was opened last, or into a new one, and say what it took."""
        from eqbrief.tasks import briefing as tasks  # noqa: PLC0415 - the first frame gathers nothing

        author = self._library.settings.own_name
        job = self._jobs.save(lambda: tasks.add_pieces(self._store, pieces, author=author))
        job.done.connect(self._added)
        job.failed.connect(lambda error: tell(self._window, error))

    def count(self) -> None:
        """Say how many things the briefing holds."""
        self.counted.emit(db.count_gathered(self._store))

    def chosen(self) -> list[Piece]:
        """Ask what is around the keyboard for pieces, from the inside out, then what else is on the screen."""
        detail, view = self._detail, self._views.view
        shown = [view] if view else [detail.showing.viewer, self._list, detail.currentWidget()]
        holders = [*around_keyboard(), *(one for one in shown if isinstance(one, Gathers) and one.isVisible())]
        return next((found for one in holders if (found := one.pieces(self._store))), [])

    def _added(self, told: "Gathered") -> None:
        from eqbrief.gui.dialogs.frame import announce  # noqa: PLC0415 - the first frame shows no dialog

        self._say(f"{told} · Ctrl+Shift+G opens it")
        announce(self._window, str(told))

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "briefing"):
            self.count()
