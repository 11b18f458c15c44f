# SPDX-License-Identifier: MIT
"""The main window. It mounts the panes, passes word between them, and decides nothing."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QVBoxLayout, QWidget

from eqbrief.files import Settings
from eqbrief.gui import commands
from eqbrief.gui.actions import MENUS, Actions
from eqbrief.gui.asking import may_lose, tell
from eqbrief.gui.commands.briefing import BriefingCommands
from eqbrief.gui.commands.evidence import EvidenceCommands
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.dropping import files_in, links_in
from eqbrief.gui.finding.kept import KeptSearches
from eqbrief.gui.finding.marking import open_hit
from eqbrief.gui.finding.searching import Searching
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Hairline
from eqbrief.gui.layout import kept_layout, restore_layout
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.rooms import Rooms
from eqbrief.gui.sidebar import ALL_EVENTS, DIRECTORIES, Place, Sidebar
from eqbrief.gui.status import StatusLine
from eqbrief.gui.tab_order import go_round, order_tabs
from eqbrief.gui.theme import ThemeManager
from eqbrief.gui.top_bar import TopBar
from eqbrief.gui.viewer.commands import SlideCommands
from eqbrief.gui.views import Given, Views
from eqbrief.model import Filter, Hit
from eqbrief.store import Store, root_of

_AROUND = 48
"""What the system's own frame and bars need around a new window, in pixels."""


class MainWindow(QMainWindow):
    """The window on one library."""

    closed = Signal()

    def __init__(self, store: Store, jobs: Jobs, settings: Settings, themes: ThemeManager, title: str = "") -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._trail: list[tuple[Place, int | None]] = []
        self._make_panes(settings, themes)
        self._make_bars()
        self._lay_out()
        self._connect()
        restore_layout(self, settings.window)
        self.setWindowTitle(f"EqBrief – {title or store.folder.name}")
        self.setAcceptDrops(True)

    def begin_with_list(self) -> None:
        """Show the list of the library alone; the event beside it follows with `open_chosen`, once that is drawn."""
        self.listing.event_chosen.disconnect(self.detail.show_event)
        self.begin()
        self.listing.event_chosen.connect(self.detail.show_event)

    def open_chosen(self) -> None:
        """Show the event that is chosen in the list, if the detail does not show it yet."""
        self.briefings.count()
        chosen = self.listing.selected()
        if chosen and self.detail.event_id != chosen[0]:
            self.detail.show_event(chosen[0])

    def begin(self) -> None:
        """Show the library from its newest event on."""
        self.sidebar.choose(ALL_EVENTS)
        self._trail = []
        self._show_back()
        order_tabs(self._whole)  # the buttons of an empty list came after the rest
        self.listing.focus_list()

    def show_event(self, number: int) -> None:
        """Show an event in the list and the detail, in the place where the list is or else among all."""
        self._remember()
        if not self._uncover():
            return
        self.top.clear_search()
        self.listing.leave_hits()
        if self.listing.place.shows != "events" or not self.listing.choose_id(number):
            self.sidebar.choose(ALL_EVENTS)
            self.listing.choose_id(number)
        self.detail.show_event(number)
        self._go_inside(True)

    def show_name(self, kind: str, number: int) -> None:
        """Show a person or an organisation in its directory; one that was merged means the one it was merged into."""
        inside, directory = self.rooms.inside, DIRECTORIES[kind]
        if self.listing.place != directory or self.views.place is not None:
            self.sidebar.choose(directory)
        if not self.listing.choose_id(root_of(self._store, kind, number)):
            self.detail.show_name(kind, number)
        self._go_inside(inside)

    def show_pane(self, name: str, shown: bool) -> None:
        """Show or hide the sidebar, the list or the notes."""
        if name == "notes":
            self.detail.show_notes(shown)
        elif name == "list":
            self.rooms.want_list(shown)
        else:
            self.sidebar.setVisible(shown)

    def next_pane(self, by: int) -> None:
        """Move the keyboard to the next visible pane, or the one before."""
        stops = [
            (self.top, self.focus_search),
            (self.sidebar, self.sidebar.focus_list),
            (self.listing, self.listing.focus_list),
        ]
        stops += [*self.detail.stops(), (self.views, self.views.focus_first)]
        go_round([stop for stop in stops if stop[0].isVisible()], by, self)

    def go_back(self) -> None:
        """Leave the search, or the detail in a narrow window; else show what was shown before."""
        if self.views.view is not None and self.views.view.step_back():
            return
        if not self.rooms.covered and self.detail.step_back():
            return
        if self.top.search.text():
            self.top.clear_search()
            self.listing.leave_hits()
            self.sidebar.mark(self.listing.place)
        elif self.rooms.inside:
            self._go_inside(False)
            self.listing.focus_list()
        elif self._trail:
            *trail, (place, number) = self._trail
            self.sidebar.choose(place)
            if number is not None:
                self.listing.choose_id(number)
            self._trail = trail
        self._show_back()

    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def open_menu(self) -> None:
        """Open the menu of every command."""
        self.top.open_menu()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed before anything closes; where that fails, say so and stay."""
        if self.views.view is not None and not self.views.view.may_leave():
            event.ignore()
            return
        error = self.detail.notes.save_now()
        if error is not None and not may_lose(self, error):
            event.ignore()
            return
        self.detail.notes.end()
        self.detail.reviewing.leave()
        self.detail.showing.end()
        self.library.keep(self.library.settings.with_(window=kept_layout(self)))
        event.accept()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the detail cover the list in a narrow window."""
        super().resizeEvent(event)
        self.rooms.fit()
        self._show_back()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and links."""
        if files_in(event.mimeData()) or links_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the desk on what was dropped."""
        paths, links = files_in(event.mimeData()), links_in(event.mimeData())
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.library.add(paths))
        QTimer.singleShot(0, self, lambda: self.library.fetch(links))

    def _make_panes(self, settings: Settings, themes: ThemeManager) -> None:
        store, jobs = self._store, self._jobs
        self.sidebar = Sidebar(store, jobs)
        self.listing = ListPane(store, jobs)
        self.downloads = Downloads(store, jobs, self)
        self.detail = DetailPane(store, jobs, self.downloads, lambda: self.library.settings.own_name)
        self.views = Views(Given(store, jobs, lambda: self.library.settings))
        self.status = StatusLine()
        self.actions_ = Actions(self)
        say = self.status.say
        self.library = commands.LibraryCommands(self, store, jobs, settings, themes, say, self.show_event)
        self.events = commands.EventCommands(self, store, jobs, self.listing, self.detail, self.sidebar.choose, say)
        self.review = commands.ReviewCommands(self, store, jobs, self.listing, self.detail, self.show_event, say)
        panes = (self.listing, self.detail, self.views)
        self.briefings = BriefingCommands(self, store, jobs, *panes, self.library, say)
        self.view = commands.ViewCommands(self, self, self.listing, self.detail, self.actions_)
        self.decks = commands.DeckCommands(
            self, self.events, self.downloads, lambda: self.detail.showing.on_show, self.sidebar.choose
        )
        self.slides = SlideCommands(self, lambda: self.detail.showing.viewer, self._without_deck)
        self.noting = commands.NoteCommands(self, self._clear, store, jobs, self.detail, self.sidebar.choose)
        self.kept = KeptSearches(self, store, jobs, self.sidebar)
        self.searching = Searching(self, store, jobs, self.listing, self._make_room, self.sidebar, self.kept)
        shows, go, place = (self.show_name, self.show_event), self.sidebar.choose, lambda: self.library.second_place
        self.directory = commands.DirectoryCommands(self, store, jobs, self.detail, *shows, go, place, say)
        self.evidence = EvidenceCommands(self, store, jobs, self.detail, self.briefings.chosen, go, say)
        for owner in (
            *(self.library, self.searching, self.events, self.review, self.view, self.noting, self.slides, self.decks),
            *(self.directory, self.briefings, self.evidence),
        ):
            self.actions_.take(owner)
        self.directory.fill_menu(self.actions_.__getitem__)

    def _make_bars(self) -> None:
        whole = QMenu("All commands", self)
        for title in MENUS:
            whole.addMenu(self.actions_.menu(title, self))
        add = QMenu("Add", self)
        add.addActions([self.actions_[name] for name in ("add_pages", "add_folder", "add_address", "paste_page")])
        self.top = TopBar(add, whole)
        self.searching.attach(self.top)

    def _lay_out(self) -> None:
        self.rooms = Rooms(self.sidebar, self.listing, self.detail, self.views)
        self._whole = whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(Hairline())
        column.addWidget(self.rooms, 1)
        column.addWidget(Hairline())
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        order_tabs(whole)
        self.setMinimumSize(520, 400)
        room = self.screen().availableSize()
        self.resize(min(1440, room.width() - _AROUND), min(900, room.height() - _AROUND))

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self._show_place)
        self.listing.event_chosen.connect(self.detail.show_event)
        self.listing.name_chosen.connect(self.detail.show_name)
        self.listing.hit_chosen.connect(lambda hit: open_hit(self._store, self.detail, hit))
        self.listing.nothing_chosen.connect(self.detail.show_nothing)
        self.listing.opened.connect(self._open_chosen)
        self.listing.view.clicked.connect(self._clicked)
        self.listing.add_wanted.connect(self.library.add_pages)
        self.listing.sample_wanted.connect(self.library.open_sample)
        self.listing.menu_wanted.connect(self._row_menu)
        self.detail.event_wanted.connect(self.show_event)
        self.detail.person_wanted.connect(lambda number: self.show_name("person", number))
        self.detail.place_wanted.connect(self.sidebar.choose)
        self.detail.names.name_wanted.connect(self.show_name)
        self.detail.said.connect(self.status.say)
        self.detail.showing.entered.connect(lambda: self._enter_deck(True))
        for leaving in (self.detail.showing.began, self.detail.showing.ended):
            leaving.connect(lambda: self._enter_deck(False))  # a deck that was only found stands beside the list
        self.views.event_wanted.connect(self.show_event)
        self.views.person_wanted.connect(lambda number: self.show_name("person", number))
        self.views.place_wanted.connect(self.sidebar.choose)
        self.views.hit_wanted.connect(self._show_hit)
        self.views.said.connect(self.status.say)
        self.detail.notes.escaped.connect(self.listing.focus_list)
        self.searching.said.connect(self.status.say)
        self.searching.left.connect(self._show_back)
        self.searching.enquired.connect(lambda made: self.sidebar.choose(Place(made.name, "enquiry", id=made.id)))
        self.top.back.connect(self.go_back)
        self.briefings.connect_to(self.top, self.sidebar.choose)
        self.status.check_wanted.connect(self.library.check)
        self.status.backups_wanted.connect(self.library.backups)
        self.status.pause_wanted.connect(self.downloads.pause)
        self.status.resume_wanted.connect(self.downloads.resume)
        self.status.give_up_wanted.connect(self.downloads.cancel_all)
        self.downloads.held.connect(self.status.show_held)
        self.downloads.said.connect(self.status.say)
        self.downloads.failed.connect(lambda error: tell(self, error))
        self.downloads.tell()
        self.library.quit_wanted.connect(self.close)
        self._jobs.busy.connect(self.status.follow)
        self._jobs.changed.connect(lambda _tables: self.events.show_undo(self.actions_["undo"]))

    def _show_place(self, place: Place) -> None:
        if place.shows == "search":
            self.searching.show_saved(place)
            return
        self._remember()
        if self.views.place is not None and not self.views.leave():
            self.sidebar.mark(self.views.place)
            return
        self.top.clear_search()
        self._go_inside(False)
        if self.views.has(place):
            self._rest(True)
            self.views.open(place)
            self.rooms.cover(True)
            self.views.focus_first()
        else:
            self._uncover()
            self.listing.show_place(place)

    def _uncover(self) -> bool:
        """Take a view away, so that list and detail are seen; False where what was typed in it could not be saved."""
        if not self.views.leave():
            return False
        if self.rooms.covered:
            self.rooms.cover(False)
            self._rest(False)
            self.sidebar.mark(self.listing.place)
        return True

    def _rest(self, resting: bool) -> None:
        self.listing.rest(resting)
        self.detail.rest(resting)

    def _show_hit(self, hit: Hit) -> None:
        """Open a hit that stands in a view exactly where its words are."""
        if hit.event is not None:
            self.show_event(hit.event[0])
        elif not self._uncover():
            return
        open_hit(self._store, self.detail, hit, enter=True)

    def _make_room(self) -> bool:
        """Let the results be seen; False where a view cannot be left."""
        if self.rooms.covered:
            self._remember()
            if not self._uncover():
                return False
        self._show_back()
        return True

    def _clicked(self) -> None:
        if self.rooms.is_narrow and QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open_chosen()

    def _open_chosen(self) -> None:
        hit = self.listing.hit
        if hit is not None and hit.kind == "topic":
            self.sidebar.choose(Place(hit.title, filter=Filter("topic", hit.id)))
            return
        if self.rooms.is_narrow:
            self._go_inside(True)
        if hit is not None:
            open_hit(self._store, self.detail, hit, enter=True)
        else:
            self.detail.focus_detail()

    def _row_menu(self, numbers: list[int], at: Any) -> None:
        self.events.context_menu(at, self.actions_, are_events=bool(numbers))

    def _remember(self) -> None:
        now = (self.views.place or self.listing.place, self.detail.event_id)
        if not self._trail or self._trail[-1] != now:
            self._trail = [*self._trail, now][-50:]
        self._show_back()

    def _show_back(self) -> None:
        self.top.set_back(bool(self._trail or self.rooms.inside or self.rooms.given_way or self.top.search.text()))

    def _without_deck(self, verb: str) -> None:
        if verb == "find":
            self.focus_search()
        else:
            self.status.say("View a deck first: F5 shows the event's first one here")

    def _clear(self, cleared: bool) -> None:
        """Put away all that stands around the detail, or bring it back."""
        for bar in (self.top, self.status):
            bar.setVisible(not cleared)
        self.rooms.give_way(cleared)

    def _enter_deck(self, inside: bool) -> None:
        """Give a deck that the person has gone into the room of sidebar and list, until it is left."""
        self.rooms.give_way(inside)
        self._show_back()

    def _go_inside(self, inside: bool) -> None:
        self.rooms.go_inside(inside)
        self._show_back()
