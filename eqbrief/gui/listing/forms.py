# SPDX-License-Identifier: MIT
"""The two forms of the list, cards and a table, on one model and one selection; what is empty takes their place."""

from typing import Any, Literal

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from eqbrief.gui.kit import surface
from eqbrief.gui.listing.cards import CardList
from eqbrief.gui.listing.table import EventTable
from eqbrief.model import Sort

Form = Literal["cards", "table"]


class Forms(QStackedWidget):
    """Show the rows as cards or, where they are events and the person wants it, as a table."""

    menu_wanted = Signal(QPoint)
    """Where on the screen the menu of the chosen rows is wanted."""
    sort_wanted = Signal(str)

    def __init__(self, cards: CardList, nothing: QWidget) -> None:
        super().__init__()
        self.form: Form = "cards"
        self._cards, self._nothing = cards, nothing
        self._table: EventTable | None = None
        self._kept: dict[str, Any] = {}
        self._sort: Sort = "newest"
        self._are_events = True
        self.addWidget(cards)
        self.addWidget(nothing)
        cards.menu_wanted.connect(lambda at: self.menu_wanted.emit(cards.viewport().mapToGlobal(at)))

    @property
    def shown(self) -> QAbstractItemView:
        """The form that the rows have now."""
        return self._table if self._table and self.form == "table" and self._are_events else self._cards

    def show_rows(self, *, are_events: bool) -> None:
        """Show the rows, in the form that the person wants for events."""
        self._are_events = are_events
        self.setCurrentWidget(self.shown)

    def show_nothing(self) -> None:
        """Show what is there instead of rows."""
        self.setCurrentWidget(self._nothing)

    def show_form(self, form: Form) -> None:
        """Show events in another form; what is chosen stays chosen, and the keyboard where it was."""
        had_keyboard = self.shown.hasFocus()
        self.form = form
        if form == "table" and self._table is None:
            self._make_table()
        self._choose_whole_rows()
        if self.currentWidget() is not self._nothing:
            self.show_rows(are_events=self._are_events)
            self.scroll_to_current()
        if had_keyboard:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_columns(self) -> None:
        """Open the menu of the table's columns below its head."""
        if self._table is not None and self.currentWidget() is self._table:
            head = self._table.horizontalHeader()
            self._table.columns_menu().popup(head.mapToGlobal(head.rect().bottomLeft()))

    def show_sort(self, sort: Sort) -> None:
        """Show in the table's head how the events are in order."""
        self._sort = sort
        if self._table is not None:
            self._table.show_sort(sort)

    def scroll_to_current(self) -> None:
        """Bring the current row into sight."""
        self.shown.scrollTo(self.shown.currentIndex())

    def kept(self) -> dict[str, Any]:
        """Give the form with its columns as they are to be remembered."""
        if self._table is None:
            return {**self._kept, "form": self.form}
        return {"form": self.form, "columns": self._table.shown_columns(), "widths": self._table.widths()}

    def restore(self, kept: object) -> None:
        """Put back a form; anything in it that is not understood is passed over."""
        self._kept = dict(kept) if isinstance(kept, dict) else {}
        if self._kept.get("form") == "table":
            self.show_form("table")

    def _make_table(self) -> None:
        table = self._table = EventTable()
        table.setModel(self._cards.model())
        table.setSelectionModel(self._cards.selectionModel())
        table.begin()
        columns, widths = self._kept.get("columns"), self._kept.get("widths")
        if isinstance(columns, list):
            table.show_columns([key for key in columns if isinstance(key, str)])
        if isinstance(widths, dict):
            table.set_widths(widths)
        table.show_sort(self._sort)
        table.opened.connect(self._cards.entered_row)
        table.clicked.connect(self._cards.clicked)
        table.delete_pressed.connect(self._cards.delete_pressed)
        table.sort_wanted.connect(self.sort_wanted)
        table.menu_wanted.connect(lambda at: self.menu_wanted.emit(table.viewport().mapToGlobal(at)))
        surface(table, "pane")
        self.addWidget(table)

    def _choose_whole_rows(self) -> None:
        """The cards choose one cell of a row, which a table would show as one cell."""
        flags, selection = QItemSelectionModel.SelectionFlag, self._cards.selectionModel()
        selection.select(selection.selection(), flags.Select | flags.Rows)
