# SPDX-License-Identifier: MIT
"""Who asks for what when: each keystroke a query, the newest wins, then what is near where little was found."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.gui.actions import action
from eqbrief.gui.asking import tell
from eqbrief.gui.finding.completing import QueryCompleter
from eqbrief.gui.finding.kept import KeptSearches
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.sidebar import Place, Sidebar
from eqbrief.gui.top_bar import TopBar
from eqbrief.model import Found, UserError
from eqbrief.model.asking import Enquiry, SavedSearch
from eqbrief.model.query import Query, parse
from eqbrief.store import Store

_OF_ALL, _OF_ONE_KIND = 80, 400
_LITTLE = 3
_NOTHING = UserError("There is no search to keep.", "Type what you look for into the box at the top, then try again.")


class Searching(QObject):
    """Bring the search box and the results together, and keep searches."""

    left = Signal()
    """The box is empty again."""
    enquired = Signal(object)
    """The Enquiry that was made of a search."""
    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        store: Store,
        jobs: Jobs,
        listing: ListPane,
        room: Callable[[], bool],
        sidebar: Sidebar,
        kept: KeptSearches,
    ) -> None:
        """Begin with the results; `room` makes room for them, and says whether it could."""
        super().__init__(window)
        self._window, self._store, self._jobs, self._listing, self._room = window, store, jobs, listing, room
        self._sidebar, self._kept = sidebar, kept
        self._saved_one: SavedSearch | None = None
        self._top: TopBar | None = None
        self._found: Found | None = None
        head = listing.found_head
        head.kind_chosen.connect(lambda _kind: self.ask())
        head.query_wanted.connect(self.show)
        head.save_wanted.connect(self.save_search)
        head.table_wanted.connect(self.keep_answers)

    def attach(self, top: TopBar) -> None:
        """Take the box in which queries are typed."""
        self._top = top
        top.searched.connect(lambda _typed: self.ask())
        top.search.down.connect(self._into_results)
        top.search.left.connect(self._listing.focus_list)
        self.names = QueryCompleter(
            top.search, self._jobs, lambda field, typed: db.names_beginning(self._store, field, typed)
        )
        top.search.list_open = self.names.is_open

    @property
    def typed(self) -> str:
        """What stands in the box."""
        return self._top.search.text() if self._top is not None else ""

    def show(self, query: str) -> None:
        """Search for something as if it had been typed."""
        if self._top is None:
            return
        self._listing.found_head.choose_kind("")
        self._top.search.setText(query)
        self._top.search.setFocus()

    def show_saved(self, place: Place) -> None:
        """Search for what a saved search looks for; what it finds is no longer new then."""
        saved = db.saved_search(self._store, place.id or 0)
        if saved is not None:
            self._saved_one = saved
            self.show(saved.query)

    def ask(self) -> None:
        """Answer what stands in the box."""
        typed = self.typed
        if self._saved_one is not None and typed != self._saved_one.query:
            self._saved_one = None
            self._sidebar.mark(self._listing.place)
        if not typed.strip():
            self._found = None
            self._listing.leave_hits()
            self.left.emit()
            return
        if not self._room():
            return
        kind = self._listing.found_head.kind
        query, limit = parse(typed, open_end=True), _OF_ONE_KIND if kind else _OF_ALL
        job = self._jobs.ask("search", lambda: self._find(query, limit, kind, job.stop))
        job.done.connect(lambda answer: self._show(typed, *answer))

    @action(
        "Save this search…",
        icon="bookmark-simple",
        menu="Library",
        shortcut="Ctrl+Shift+S",
        help="Keep what you searched for in the sidebar, and see there what is new.",
        divides=True,
    )
    def save_search(self) -> None:
        """Ask for a name and keep the search."""
        typed = self.typed.strip()
        name = self._named("Save this search", "It stands in the sidebar and tells what is new.", "Name", typed, "Save")
        if name is None:
            return
        from eqbrief.tasks import searching  # noqa: PLC0415 - the first frame searches nothing

        job = self._jobs.save(lambda: searching.save_search(self._store, name, typed))
        job.done.connect(self._saved)
        job.failed.connect(lambda error: tell(self._window, error))

    @action(
        "Keep the answers as a table…",
        icon="table",
        menu="Library",
        shortcut="Ctrl+Shift+Y",
        help="Put what you searched for to all events as a question, and keep the table of answers.",
    )
    def keep_answers(self) -> None:
        """Ask for the question's words and keep the table of answers."""
        typed = self.typed.strip()
        line = "The question as you would put it to all events."
        name = self._named("Keep the answers as a table", line, "Question", typed, "Keep")
        if name is None:
            return
        from eqbrief.tasks import enquiring  # noqa: PLC0415 - the first frame asks nothing

        job = self._jobs.run(
            "Asking all events", lambda job: enquiring.enquire(self._store, name, typed, job.report, job.stop)
        )
        job.done.connect(self._enquired)
        job.failed.connect(lambda error: tell(self._window, error))

    @action(
        "Rebuild the search index",
        icon="arrows-clockwise",
        menu="Library",
        help="Index everything in the library anew, in the background.",
    )
    def rebuild_index(self) -> None:
        """Index everything anew; searching goes on meanwhile."""
        from eqbrief.tasks import searching  # noqa: PLC0415 - the first frame searches nothing

        job = self._jobs.run("Indexing", lambda job: searching.reindex(self._store, job.report, job.stop))
        job.done.connect(lambda events: self.said.emit(f"Indexed {events:,} events anew." if events else "Stopped."))
        job.failed.connect(lambda error: tell(self._window, error))

    def _into_results(self) -> None:
        """Go from the box into what was found."""
        self._listing.focus_list()
        if self.typed and self._listing.model.rowCount():
            self._listing.choose_row(0)

    def _named(self, title: str, line: str, label: str, typed: str, yes: str) -> str | None:
        if parse(typed).root is None:
            tell(self._window, _NOTHING)
            return None
        from eqbrief.gui.dialogs.one_line import ask_line  # noqa: PLC0415 - the first frame shows no dialog

        return ask_line(self._window, title, line, label, typed, yes)

    def _find(self, query: Query, limit: int, kind: str, stop: Callable[[], bool]) -> tuple[Found, str]:
        from eqbrief.tasks.searching import not_found_in  # noqa: PLC0415 - the first frame searches nothing

        found = db.find(self._store, query, limit=limit, only=kind, stop=stop)
        if not found.hits and query.typed.count('"') % 2:  # never to be closed, as after inches
            found = db.find(self._store, parse(query.typed), limit=limit, only=kind, stop=stop)
        return found, not_found_in(self._store)

    def _show(self, typed: str, found: Found, unread: str) -> None:
        if self.typed != typed:
            return
        self._found = found
        self._listing.show_found(typed, found, unread)
        if self._saved_one is not None:
            self._kept.looked_at(self._saved_one.id)
        if found.total.number < _LITTLE:
            job = self._jobs.ask("spellings", self._spellings(found))
            job.done.connect(lambda near: self._offer(found, near))

    def _spellings(self, found: Found) -> Callable[[], list[str]]:
        def look() -> list[str]:
            from eqbrief.tasks.searching import spellings  # noqa: PLC0415 - needed by few searches

            return spellings(self._store, found)

        return look

    def _offer(self, found: Found, near: list[str]) -> None:
        if self._found is found:
            self._listing.found_head.offer(near)

    def _saved(self, saved: SavedSearch) -> None:
        self.said.emit(f"Saved the search “{saved.name}”.")

    def _enquired(self, made: Enquiry) -> None:
        self.said.emit(f"Kept {made.rows:,} answers to “{made.name}”.")
        self.enquired.emit(made)
