# SPDX-License-Identifier: MIT
"""The main window. It mounts the panes, passes word between them, and decides nothing."""

from typing import Any

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.files import Settings
from eqbrief.gui.actions import MENUS, Actions
from eqbrief.gui.asking import tell
from eqbrief.gui.commands import DeckCommands, EventCommands, LibraryCommands, ViewCommands
from eqbrief.gui.detail import DetailPane
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.dropping import files_in, links_in
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.kit import Hairline
from eqbrief.gui.listing.pane import ListPane
from eqbrief.gui.sidebar import ALL_EVENTS, Place, Sidebar
from eqbrief.gui.status import StatusLine
from eqbrief.gui.tab_order import order_tabs
from eqbrief.gui.theme import ThemeManager, px
from eqbrief.gui.top_bar import TopBar
from eqbrief.model import Filter, Hit
from eqbrief.store import Store, Tables

NARROW = 1000
"""Below this width the detail covers the list, and Back returns."""

_AROUND = 48
"""What the system's own frame and bars need around a new window, in pixels."""

TIGHT = 1160
"""Below this width the sidebar and the list make room for the detail."""

_SIZES = (224, 360, 856)
_TIGHT_SIZES = (176, 290)
_PANES = {"sidebar": "sidebar", "list": "list_pane", "notes": "notes_pane"}
"""The panes that can be hidden, each with the action that does it."""

_ROW_ACTIONS = ("toggle_star", "mark_reviewed", "edit_event", "copy_reference", "delete", "put_back")


class MainWindow(QMainWindow):
    """The window on one library."""

    closed = Signal()

    def __init__(self, store: Store, jobs: Jobs, settings: Settings, themes: ThemeManager, title: str = "") -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._trail: list[tuple[Place, int | None]] = []
        self._inside = False
        self._roomy: list[int] | None = None
        self._make_panes(settings, themes)
        self._make_bars()
        self._lay_out()
        self._connect()
        self._restore(settings.window)
        self.setWindowTitle(f"EqBrief – {title or store.folder.name}")
        self.setAcceptDrops(True)

    def begin_with_list(self) -> None:
        """Show the list of the library alone; the event beside it follows with `open_chosen`, once that is drawn."""
        self.listing.event_chosen.disconnect(self.detail.show_event)
        self.begin()
        self.listing.event_chosen.connect(self.detail.show_event)

    def open_chosen(self) -> None:
        """Show the event that is chosen in the list, if the detail does not show it yet."""
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
        self.top.clear_search()
        self.listing.leave_hits()
        if self.listing.place.shows != "events" or not self.listing.choose_id(number):
            self.sidebar.choose(ALL_EVENTS)
            self.listing.choose_id(number)
        self.detail.show_event(number)
        self._go_inside(True)

    def show_pane(self, name: str, shown: bool) -> None:
        """Show or hide the sidebar, the list or the notes."""
        if name == "notes":
            self.detail.show_notes(shown)
        else:
            {"sidebar": self.sidebar, "list": self.listing}[name].setVisible(shown)

    def next_pane(self, by: int) -> None:
        """Move the keyboard to the next visible pane, or the one before."""
        stops = [
            (self.top, self.focus_search),
            (self.sidebar, self.sidebar.focus_list),
            (self.listing, self.listing.focus_list),
        ]
        stops += [(self.detail, self.detail.focus_detail), (self.detail.notes, self.detail.notes.focus_notes)]
        stops = [stop for stop in stops if stop[0].isVisible()]
        focused = QApplication.focusWidget()
        inside = [i for i, (pane, _) in enumerate(stops) if focused is not None and pane.isAncestorOf(focused)]
        at = inside[-1] if inside else -1
        for step in range(1, len(stops) + 1):
            pane, focus = stops[(at + by * step) % len(stops)]
            focus()
            # A pane with nothing in it takes no focus: go on to the next.
            if pane.isAncestorOf(QApplication.focusWidget() or self):
                return

    def go_back(self) -> None:
        """Leave the search, or the detail in a narrow window; else show what was shown before."""
        if self.top.search.text():
            self.top.clear_search()
            self.listing.leave_hits()
        elif self._inside:
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

    def layout_now(self) -> dict[str, Any]:
        """Give the layout as it is to be remembered."""
        return {
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "sizes": self._roomy or self._split.sizes(),
            "detail": self.detail.sizes(),
            "hidden": [name for name, made in _PANES.items() if not self.actions_[made].isChecked()],
            "sort": self.listing.sort,
            "desk": self.library.settings.window.get("desk"),
        }

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what was typed before anything closes; where that fails, say so and stay."""
        error = self.detail.notes.save_now()
        if error is not None and not self._leave_unsaved(error):
            event.ignore()
            return
        self.detail.notes.end()
        self.library.keep(self.library.settings.with_(window=self.layout_now()))
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
        self._fit()

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
        self.detail = DetailPane(store, jobs, self.downloads)
        self.status = StatusLine()
        self.actions_ = Actions(self)
        say = self.status.say
        self.library = LibraryCommands(self, store, jobs, settings, themes, say, self.show_event)
        self.events = EventCommands(self, store, jobs, self.listing, self.detail, say)
        self.view = ViewCommands(self, self, self.listing, self.detail, self.actions_)
        self.decks = DeckCommands(self, self.events, self.downloads)
        for owner in (self.library, self.events, self.view, self.decks):
            self.actions_.take(owner)

    def _make_bars(self) -> None:
        whole = QMenu("All commands", self)
        for title in MENUS:
            whole.addMenu(self.actions_.menu(title, self))
        add = QMenu("Add", self)
        add.addActions([self.actions_[name] for name in ("add_pages", "add_folder", "add_address", "paste_page")])
        self.top = TopBar(add, whole)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for pane in (self.sidebar, self.listing, self.detail):
            self._split.addWidget(pane)
        self.sidebar.setMinimumWidth(px(160))
        self.sidebar.setMaximumWidth(px(280))
        self.listing.setMinimumWidth(px(260))
        self.detail.setMinimumWidth(px(340))
        for place, stretch in enumerate((0, 0, 1)):
            self._split.setStretchFactor(place, stretch)
        self._split.setSizes([px(size) for size in _SIZES])
        self._whole = whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(Hairline())
        column.addWidget(self._split, 1)
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
        self.listing.hit_chosen.connect(self.detail.show_hit)
        self.listing.nothing_chosen.connect(self.detail.show_nothing)
        self.listing.opened.connect(self._open_chosen)
        self.listing.view.clicked.connect(self._clicked)
        self.listing.add_wanted.connect(self.library.add_pages)
        self.listing.sample_wanted.connect(self.library.open_sample)
        self.listing.menu_wanted.connect(self._row_menu)
        self.detail.event_wanted.connect(self.show_event)
        self.detail.person_wanted.connect(self._show_person)
        self.detail.said.connect(self.status.say)
        self.detail.notes.escaped.connect(self.listing.focus_list)
        self.top.searched.connect(self._search)
        self.top.search.down.connect(self._into_results)
        self.top.search.left.connect(self.listing.focus_list)
        self.top.back.connect(self.go_back)
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
        self._jobs.changed.connect(self._notice)

    def _restore(self, kept: dict[str, Any]) -> None:
        """Put back the layout; anything in it that is not understood is passed over."""
        if isinstance(geometry := kept.get("geometry"), str):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
        for name, place in (("sizes", self._split.setSizes), ("detail", self.detail.set_sizes)):
            sizes = kept.get(name)
            if isinstance(sizes, list) and sizes and all(isinstance(size, int) for size in sizes):
                place(sizes)
        hidden = kept.get("hidden")
        for name, made in _PANES.items():
            shown = not (isinstance(hidden, list) and name in hidden)
            self.actions_[made].setChecked(shown)
            self.show_pane(name, shown)
        if kept.get("sort") in ("newest", "oldest", "title", "changed"):
            self.listing.set_sort(kept["sort"])

    def _show_place(self, place: Place) -> None:
        self._remember()
        self.top.clear_search()
        self._go_inside(False)
        self.listing.show_place(place)

    def _show_person(self, number: int) -> None:
        inside = self._inside
        self.sidebar.choose(Place("People", "people"))
        self.listing.choose_id(number)
        self._go_inside(inside)

    def _search(self, typed: str) -> None:
        if not typed.strip():
            self.listing.leave_hits()
            self._show_back()
            return
        job = self._jobs.ask("search", lambda: db.search(self._store, typed))
        job.done.connect(lambda hits: self._show_hits(typed, hits))
        self._show_back()

    def _show_hits(self, typed: str, hits: list[Hit]) -> None:
        if self.top.search.text() == typed:
            self.listing.show_hits(typed, hits)

    def _into_results(self) -> None:
        self.listing.focus_list()
        if self.top.search.text() and self.listing.model.rowCount():
            self.listing.choose_row(0)

    def _clicked(self) -> None:
        if self._is_narrow() and QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier:
            self._open_chosen()

    def _open_chosen(self) -> None:
        hit = self.listing.hit
        if hit is not None and hit.kind == "topic":
            self.sidebar.choose(Place(hit.title, filter=Filter("topic", hit.id)))
            return
        if self._is_narrow():
            self._go_inside(True)
        self.detail.focus_detail()

    def _row_menu(self, numbers: list[int], at: Any) -> None:
        if numbers:
            self.events.context_menu(at, [self.actions_[name] for name in _ROW_ACTIONS])

    def _remember(self) -> None:
        now = (self.listing.place, self.detail.event_id)
        if not self._trail or self._trail[-1] != now:
            self._trail = [*self._trail, now][-50:]
        self._show_back()

    def _show_back(self) -> None:
        self.top.set_back(bool(self._trail or self._inside or self.top.search.text()))

    def _is_narrow(self) -> bool:
        return self.width() < px(NARROW)

    def _go_inside(self, inside: bool) -> None:
        self._inside = inside and self._is_narrow()
        self._fit()
        self._show_back()

    def _fit(self) -> None:
        """Show the list, the detail or both, as the width allows."""
        narrow = self._is_narrow()
        self._inside = self._inside and narrow
        wanted = self.actions_["list_pane"].isChecked()
        self.listing.setVisible(not self._inside if narrow else wanted)
        self.detail.setVisible(self._inside or not narrow)
        self._share_room()

    def _share_room(self) -> None:
        """Give the detail most of a window that is not wide, and the panes their own widths back once it is."""
        tight = self.width() < px(TIGHT)
        if tight and self._roomy is None:
            self._roomy = self._split.sizes()
            self._split.setSizes([*(px(size) for size in _TIGHT_SIZES), self.width()])
        elif not tight and self._roomy is not None:
            self._split.setSizes(self._roomy)
            self._roomy = None

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "event", "deck", "note", "topic"):
            self.events.show_undo(self.actions_["undo"])

    def _leave_unsaved(self, error: Any) -> bool:
        from eqbrief.gui.asking import ask  # noqa: PLC0415 - only where saving failed

        # Staying is the last answer and so what Enter gives: a hurried key must not lose words.
        answers = [("leave", "Close and lose what is not saved"), ("stay", "Go on here")]
        return ask(self, error.what, f"{error.next_step} Your last words are still on the screen.", answers) == "leave"
