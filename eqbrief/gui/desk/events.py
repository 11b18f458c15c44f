# SPDX-License-Identifier: MIT
"""The events of a page that lists several, each with a check box: as a list that stays quick with thousands of them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from eqbrief.gui.desk.checks import to_check
from eqbrief.gui.desk.news import said_of_event
from eqbrief.gui.kit import surface
from eqbrief.gui.listing import plural
from eqbrief.gui.listing.delegate import CardDelegate
from eqbrief.gui.listing.model import RowRole
from eqbrief.gui.listing.rows import Row
from eqbrief.gui.theme import paint_icon, px
from eqbrief.model import Draft, ListingNews, say_period

_Index = QModelIndex | QPersistentModelIndex
_ON, _OFF = "check-square-fill", "square"
_BOX = 44
"""So far from the left edge a press means the check box."""


class EventsModel(QAbstractListModel):
    """The events that pass the filter, and which of all events are chosen; all of them are at first."""

    counted = Signal()
    """Others are chosen than before."""

    def __init__(self, events: Sequence[Draft], news: ListingNews | None = None) -> None:
        super().__init__()
        self.events = list(events)
        self._news = news
        self._chosen = set(range(len(self.events)))
        self._shown: Sequence[int] = range(len(self.events))
        self._rows: dict[int, Row] = {}
        self._words: list[str] = []

    def chosen(self) -> list[int]:
        """List the numbers of the chosen events in their order."""
        return sorted(self._chosen)

    def count(self) -> int:
        """Count the chosen events."""
        return len(self._chosen)

    def number(self, row: int) -> int:
        """Give the number of the event in a row."""
        return self._shown[row]

    def row(self, number: int) -> int:
        """Give the row of an event, or -1 where the filter hides it."""
        return self._shown.index(number) if number in self._shown else -1

    def choose(self, rows: Iterable[int], is_chosen: bool) -> None:
        """Choose the events in these rows, or leave them out."""
        numbers = {self._shown[row] for row in rows}
        self._chosen = self._chosen | numbers if is_chosen else self._chosen - numbers
        for number in numbers:
            self._rows.pop(number, None)
        self._tell()
        self.counted.emit()

    def toggle(self, rows: Sequence[int]) -> None:
        """Turn several rows into the opposite of the first of them."""
        if rows:
            self.choose(rows, self._shown[rows[0]] not in self._chosen)

    def correct(self, number: int, event: Draft) -> None:
        """Take another state of an event."""
        self.events[number] = event
        self._rows.pop(number, None)
        self._tell()

    def filter(self, typed: str) -> None:
        """Show the events in which every word that was typed stands: in title, date or a person's name."""
        wanted = typed.casefold().split()
        if wanted and not self._words:
            self._words = [_words(event) for event in self.events]
        self.beginResetModel()
        every = range(len(self.events))
        self._shown = [n for n in every if all(word in self._words[n] for word in wanted)] if wanted else every
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that a row can be chosen, and has a check box."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give an event's card, its sentence for a screen reader, and whether it is chosen."""
        if not 0 <= index.row() < len(self._shown):
            return None
        number = self._shown[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if number in self._chosen else Qt.CheckState.Unchecked
        if role not in (RowRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self._rows.get(number)
        if row is None:
            said = said_of_event(self._news.events[number]) if self._news is not None else ""
            row = self._rows[number] = _row(number, self.events[number], said, is_chosen=number in self._chosen)
        if role == RowRole:
            return row
        return f"{'Chosen' if number in self._chosen else 'Left out'}: {row.sentence}"

    def _tell(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))


def _row(number: int, event: Draft, said: str, *, is_chosen: bool) -> Row:
    people = plural(len(event.people), "person") if event.people else ""
    checks = len(to_check(event))
    status = event.status.capitalize() if event.status else ""
    check = f"{checks} to check" if checks else ""
    parts = (say_period(event.starts_at, event.ends_at), status, said, people, check)
    line = " · ".join(part for part in parts if part)
    return Row(number, event.title or "Without a title", line, icon=_ON if is_chosen else _OFF)


def _words(event: Draft) -> str:
    people = (person.name for person in event.people)
    return " ".join((event.title or "", say_period(event.starts_at, event.ends_at), *people)).casefold()


class EventsDelegate(CardDelegate):
    """Paint a card with its check box: a filled one in the accent where the event is chosen."""

    def __init__(self) -> None:
        super().__init__(2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one card."""
        super().paint(painter, option, index)
        row: Row | None = index.data(RowRole)
        if row is not None and row.icon == _ON:
            rect: QRect = option.rect  # type: ignore[attr-defined]
            paint_icon(painter, _ON, QRect(rect.x() + px(16), rect.y() + px(14), px(18), px(18)), "accent")


class EventsView(QListView):
    """The list of the events. Space turns the check boxes of the selected rows, Enter opens an event."""

    opened = Signal(int)
    """The number of the event whose fields are wanted."""
    pointed = Signal(int)
    """The number of the event that the keyboard came to."""

    def __init__(self, model: EventsModel) -> None:
        super().__init__()
        self._events, self._delegate = model, EventsDelegate()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName("Events in this page. Space chooses or leaves out, Enter opens the fields.")
        self.doubleClicked.connect(lambda index: self.opened.emit(model.number(index.row())))
        self.selectionModel().currentChanged.connect(self._point)
        surface(self, "pane")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose or leave out on Space, open on Enter."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        current = self.currentIndex()
        if plain and event.key() == Qt.Key.Key_Space:
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            first = [current.row()] if current.isValid() else []
            self._events.toggle(first + [row for row in rows if row not in first])
            return
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.opened.emit(self._events.number(current.row()))
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the check box that was pressed."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < px(_BOX) and event.button() == Qt.MouseButton.LeftButton:
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self._events.toggle([index.row()])
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an event; on its check box a second press is a press."""
        if event.position().x() < px(_BOX):
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def _point(self, index: QModelIndex) -> None:
        if index.isValid():
            self.pointed.emit(self._events.number(index.row()))
