# SPDX-License-Identifier: MIT
"""The list pane: events as cards, the directories, or what a search found; sorted, filtered as you type, kept by id."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.finding import FoundHead
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.kit import Button, EmptyState, Hairline, IconButton, Label, MenuButton, SearchBox, empty, surface
from eqbrief.gui.listing.cards import CardList
from eqbrief.gui.listing.delegate import CardDelegate
from eqbrief.gui.listing.forms import Form, Forms
from eqbrief.gui.listing.model import IdRole, ListModel, RowRole
from eqbrief.gui.listing.nothing import said_nothing
from eqbrief.gui.listing.rows import Row, event_row, hit_row, name_row
from eqbrief.gui.sidebar import ALL_EVENTS, Place, said_count
from eqbrief.gui.theme import px
from eqbrief.model import SORTS, Filter, Found, Hit, Piece, Sort
from eqbrief.store import Store, Tables

_REST_MS = 160
_MARKING = ("look", "source", "transcript", "action")
"""The tables after whose change other events may be marked as changed."""


class ListPane(QWidget):
    """Show one place of the library as a list, and say which row is chosen."""

    event_chosen = Signal(int)
    name_chosen = Signal(str, int)
    hit_chosen = Signal(object)
    nothing_chosen = Signal()
    opened = Signal()
    """Enter or a double click: the person wants to go on into the detail."""
    delete_wanted = Signal(list)
    menu_wanted = Signal(list, QPoint)
    add_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, store: Store, jobs: Jobs) -> None:
        super().__init__()
        self._store, self._jobs = store, jobs
        self._place: Place = ALL_EVENTS
        self._sort: Sort = "newest"
        self._chosen: int | None = None
        self._emptied = self._resting = False
        self._hits: Sequence[Hit] | None = None
        self._sorts: dict[Sort, QAction] = {}
        self._typed = QTimer(self, singleShot=True, interval=120)
        self._typed.timeout.connect(self.read)
        # While one types, each answer has another first hit; only the one that is rested on is opened.
        self._opening = QTimer(self, singleShot=True, interval=_REST_MS)
        self._opening.timeout.connect(self._open_hit)
        self._answering = False
        self._build()
        jobs.changed.connect(self._notice)

    @property
    def place(self) -> Place:
        """Where the list is."""
        return self._place

    def show_place(self, place: Place) -> None:
        """Show a place of the library from its first row."""
        self._place, self._hits, self._chosen = place, None, None
        self._show_head()
        self.view.setCurrentIndex(QModelIndex())
        self.filter.clear()
        self._typed.stop()
        self.read()
        self._choose_first()

    def show_found(self, typed: str, found: Found, unread: str = "") -> None:
        """Show the answer to a search, with its counts, how it was understood and what is `unread` above it."""
        self.found_head.show_found(found, unread=unread)
        self.show_hits(typed, found.hits)

    def show_hits(self, typed: str, hits: Sequence[Hit]) -> None:
        """Show what a search found and open the first of it beside the list; the keyboard stays where it is."""
        self._hits = hits
        rows = {number: hit_row(hit) for number, hit in enumerate(hits)}
        self._head.setText(f"{len(hits):,} found" if hits else "Nothing found")
        self._tools(False)
        self._show_head()
        self._lines(5)
        self.model.show(list(rows), lambda ids: [_numbered(rows[i], i) for i in ids])
        self.view.setCurrentIndex(QModelIndex())  # after the rows: it lays out what is there, all events before
        self.view.scrollToTop()
        if hits:
            self.forms.show_rows(are_events=False)
            self._answering = True
            self.choose_row(0)
            self._answering = False
        else:
            self._opening.stop()
            self._say_empty("magnifying-glass", f"Nothing holds “{typed[:60]}”", "Try fewer or shorter words.")
            self.nothing_chosen.emit()

    def leave_hits(self) -> None:
        """Go back from what was found to the place."""
        if self._hits is not None:
            chosen, self._hits, self._chosen = self._chosen, None, None
            self._show_head()
            self.view.setCurrentIndex(QModelIndex())
            self.read()
            if not self.choose_id(chosen or 0):
                self._choose_first()

    def read(self) -> None:
        """Read the list again and keep the chosen row by its id."""
        if self._hits is not None:
            return
        words = self.filter.text()
        ids, read = self._ids(words)
        self._head.setText(said_count(self._place, len(ids)))
        self._tools(self._place.shows == "events" and bool(ids or words))
        self._lines(4 if self._place.shows == "events" else 2)
        before, chosen = self.view.currentIndex().row(), self.selected()
        at = self.forms.shown.verticalScrollBar().value()
        if self.model.show(ids, read):
            self.forms.shown.doItemsLayout()
            self.forms.shown.verticalScrollBar().setValue(at)
            self._keep(before, chosen)
        if ids:
            self.forms.show_rows(are_events=self._place.shows == "events")
        else:
            self._say_empty(
                *said_nothing(self._place.filter.scope, words), first=self._place.filter.scope == "all" and not words
            )

    @property
    def hit(self) -> Hit | None:
        """What is chosen among the things that a search found."""
        row: Row | None = self.view.currentIndex().data(RowRole) if self._hits is not None else None
        return row.target if row else None

    def choose_row(self, row: int) -> None:
        """Choose a row by its place in the list."""
        index = self.model.index(row)
        flags = QItemSelectionModel.SelectionFlag
        if self._opening.isActive() and index == self.view.currentIndex():
            self._open_hit()
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.forms.scroll_to_current()

    def choose_id(self, number: int) -> bool:
        """Choose a row by its id; False when it is not in the list."""
        row = self.model.row_of(number)
        if row >= 0:
            self.choose_row(row)
        return row >= 0

    def selected(self) -> list[int]:
        """List the ids of the selected events, in the order of the list; none while something else is shown."""
        shows_events = self._place.shows == "events" and self._hits is None
        return self._selected() if shows_events and not self._resting else []

    def pieces(self, store: Store) -> list[Piece]:
        """Give what is selected, to put into a briefing."""
        from eqbrief.gui.listing.gathering import pieces_of_rows  # noqa: PLC0415 - the first frame gathers nothing

        numbers = self._selected()
        hits = [] if self._hits is None else [self._hits[at] for at in numbers]  # a hit's id is its place
        return pieces_of_rows(store, self._place.shows, numbers, hits)

    def _selected(self) -> list[int]:
        rows = sorted({index.row() for index in self.view.selectionModel().selectedIndexes()})
        return [number for row in rows if (number := self.model.id_at(row)) is not None]

    def events(self) -> Sequence[int]:
        """List the ids of all events that the list shows, in its order; none while something else is shown."""
        return self.model.ids if self._place.shows == "events" and self._hits is None else ()

    def rest(self, resting: bool) -> None:
        """Take no part in commands while a view stands in the place of the list."""
        self._resting = resting

    def step(self, by: int) -> None:
        """Choose the row above (-1) or below (1)."""
        row = self.view.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self.choose_row(row)

    def focus_list(self) -> None:
        """Put the keyboard into the list, or on what can be done where it is empty."""
        button = self._empty.findChild(Button) if self.forms.currentWidget() is self._empty else None
        (button or self.forms.shown).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_sort(self, sort: Sort) -> None:
        """Put the events in another order."""
        self._sort = sort
        self._sorting.setText(SORTS[sort])
        self._sorts[sort].setChecked(True)
        self.forms.show_sort(sort)
        self.read()

    @property
    def sort(self) -> Sort:
        """The order in use."""
        return self._sort

    def show_form(self, form: Form) -> None:
        """Show the events as cards or as a table."""
        self.forms.show_form(form)
        self._as_table.setChecked(form == "table")

    def restore_form(self, kept: object) -> None:
        """Put back the form that was remembered."""
        self.forms.restore(kept)
        self._as_table.setChecked(self.forms.form == "table")

    def show_filter(self, shown: bool) -> None:
        """Show the field that filters as you type, or put it away and its words with it."""
        self._held.setVisible(shown)
        self._funnel.setChecked(shown)
        if shown:
            self.filter.setFocus()
        elif self.filter.text():
            self.filter.clear()
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the filter away on Esc, once there is nothing in it."""
        if event.key() == Qt.Key.Key_Escape and self.filter.hasFocus():
            self.show_filter(False)
            self.focus_list()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._head = Label("", "strong", wrap=False)
        self._sorting = MenuButton(SORTS[self._sort], menu=self._sort_menu(), kind="quiet")
        self._funnel = IconButton(
            "Filter the list", "funnel", "Ctrl+Shift+F", tone="mute", on="funnel", on_tone="accent"
        )
        self._funnel.toggled.connect(self.show_filter)
        self._as_table = IconButton("Show the events as a table", "table", "Ctrl+Shift+T", tone="mute", on="table")
        self._as_table.toggled.connect(lambda on: self.show_form("table" if on else "cards"))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(4), px(8), px(4))
        head.setSpacing(px(4))
        head.addWidget(self._head, 1)
        head.addWidget(self._sorting)
        head.addWidget(self._as_table)
        head.addWidget(self._funnel)
        self._bar = bar = QWidget()
        bar.setLayout(head)
        bar.setFixedHeight(px(44))
        self.found_head = FoundHead()
        self.found_head.hide()
        self.filter = SearchBox("Filter the list", "Filter by title, person or date")
        self.filter.textChanged.connect(lambda _text: self._typed.start())
        self._held = QWidget()
        held = QVBoxLayout(self._held)
        held.setContentsMargins(px(12), 0, px(12), px(8))
        held.addWidget(self.filter)
        self._held.hide()
        self.model = ListModel()
        self.view = CardList("Events")
        self.view.setModel(self.model)
        self._lines(4)
        self.view.selectionModel().currentChanged.connect(self._take)
        self.view.entered_row.connect(self.opened)
        self.view.doubleClicked.connect(lambda _index: self.opened.emit())
        self.view.delete_pressed.connect(lambda: self.delete_wanted.emit(self.selected()))
        self._empty = QWidget()
        self._empty_place = QVBoxLayout(self._empty)
        self.forms = Forms(self.view, self._empty)
        self.forms.sort_wanted.connect(self.set_sort)
        self.forms.menu_wanted.connect(lambda at: self.menu_wanted.emit(self.selected(), at))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.found_head)
        layout.addWidget(self._held)
        layout.addWidget(Hairline())
        layout.addWidget(self.forms, 1)
        surface(self, "pane")
        surface(self.view, "pane")

    def _show_head(self) -> None:
        self._bar.setVisible(self._hits is None)
        self.found_head.setVisible(self._hits is not None)
        if self._hits is None:
            self.found_head.choose_kind("")

    def _sort_menu(self) -> QMenu:
        menu = QMenu("Order", self)
        group = QActionGroup(menu)
        for sort, text in SORTS.items():
            item = menu.addAction(text, lambda sort=sort: self.set_sort(sort))
            item.setCheckable(True)
            item.setChecked(sort == self._sort)
            group.addAction(item)
            self._sorts[sort] = item
        return menu

    def _lines(self, lines: int) -> None:
        delegate = self.view.itemDelegate()
        if not isinstance(delegate, CardDelegate) or delegate.lines != lines:
            self._delegate = CardDelegate(lines)
            self.view.setItemDelegate(self._delegate)

    def _tools(self, shown: bool) -> None:
        self._sorting.setVisible(shown and self._place.filter.scope != "looked")  # which has an order of its own
        self._as_table.setVisible(shown)
        self._funnel.setVisible(self._hits is None and (shown or self._place.shows != "events"))
        self._held.setVisible(self._hits is None and self._funnel.isChecked())

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self.choose_row(0)
        else:
            self.nothing_chosen.emit()

    def _ids(self, words: str) -> tuple[Sequence[int], Callable[[Sequence[int]], Sequence[Row]]]:
        if self._place.shows == "events":
            scope = self._place.filter.scope
            wanted = Filter(scope, self._place.filter.id, words, "looked" if scope == "looked" else self._sort)
            store = self._store
            return db.event_ids(store, wanted), lambda ids: [event_row(card) for card in db.event_cards(store, ids)]
        cards = (db.people if self._place.shows == "people" else db.organisations)(self._store, words)
        known = {card.id: name_row(card) for card in cards}
        return list(known), lambda ids: [known[number] for number in ids]

    def _keep(self, before: int, chosen: list[int]) -> None:
        """Choose again by their ids what was chosen, or the neighbour of the row `before` where it is gone."""
        if self._chosen is None:
            if self._emptied and self.model.rowCount():  # as when the only event comes back by Undo
                self._emptied = False
                self.choose_row(0)
            return
        row = self.model.row_of(self._chosen)
        if row >= 0:
            flags, at = QItemSelectionModel.SelectionFlag, self.forms.shown.verticalScrollBar().value()
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flags.NoUpdate)
            again = self.model.rows_of(chosen or [self._chosen])
            self.view.selectionModel().select(again, flags.ClearAndSelect | flags.Rows)
            self.forms.shown.verticalScrollBar().setValue(at)
        elif self.model.rowCount():
            self.choose_row(min(max(before, 0), self.model.rowCount() - 1))
        else:
            self._chosen, self._emptied = None, True
            self.nothing_chosen.emit()

    def _open_hit(self) -> None:
        self._opening.stop()
        row: Row | None = self.view.currentIndex().data(RowRole)
        if self._hits is not None and row and row.target:
            self.hit_chosen.emit(row.target)

    def _take(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._hits is not None:
            if self._answering:
                self._opening.start()
            else:
                self._open_hit()
            return
        number = index.data(IdRole)
        if number == self._chosen:
            return
        self._chosen = number
        if self._place.shows == "events":
            self.event_chosen.emit(self._chosen)
        else:
            self.name_chosen.emit("person" if self._place.shows == "people" else "organisation", self._chosen)

    def _say_empty(self, icon: str, title: str, text: str, *, first: bool = False) -> None:
        empty(self._empty_place)
        buttons: list[Button] = []
        if first:
            buttons = [Button("Add a page…", "plus", "primary"), Button("Sample library", "flask")]
            buttons[0].clicked.connect(lambda: self.add_wanted.emit())
            buttons[1].clicked.connect(lambda: self.sample_wanted.emit())
        self._empty_place.addWidget(EmptyState(icon, title, text, buttons))
        self.forms.show_nothing()

    def _notice(self, tables: Tables) -> None:
        if touches(tables, "event", "deck", "note", "appearance", "topic", "series", "person", "organisation"):
            self.read()
        elif self._place.shows == "events" and self._hits is None and touches(tables, *_MARKING):
            self.model.read_again()  # which keeps the order: what is looked at must not move from under the hand


def _numbered(row: Row, number: int) -> Row:
    from dataclasses import replace  # noqa: PLC0415 - only a search needs it

    return replace(row, id=number)
