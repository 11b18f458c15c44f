# SPDX-License-Identifier: MIT
"""Who speaks for whom: appearances counted by organisation, topic, year, capacity or person, as chart and as table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout

from eqbrief import store as db
from eqbrief.gui.jobs import touches
from eqbrief.gui.kit import ComboBox, EmptyState, Hairline, Label, ScrollColumn, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.sidebar import Place
from eqbrief.gui.theme import px
from eqbrief.gui.views.chart import BarChart
from eqbrief.gui.views.offers import event_offers
from eqbrief.gui.views.view import Given, View
from eqbrief.model import Filter
from eqbrief.store import By, Tables
from eqbrief.tasks.speaking import GROUPS, Table, who_speaks

_TALLEST = 1200
"""A longer table scrolls by itself, in pixels at 100 %."""
_LINE = "Counted from what pages printed. Nothing about a person is guessed."
_TEACH = "Once events with people are here, this shows who spoke for which organisation, on what, and when."

Chosen = Filter | tuple[int, ...]
"""Which events are counted: those of a place, or some by their ids."""


class SpeakersView(View):
    """Choose the events and what to count by; see the figures as bars and as a table."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._given = given
        self._offers: list[tuple[str, Chosen]] = []
        self._table: Table | None = None
        self._build()

    def show_place(self, place: Place) -> None:
        """Show the counts of the place's events: those chosen by hand, or those of its filter."""
        self._offer_events(place.events or place.filter)
        self._read()

    def focus_first(self) -> None:
        """Put the keyboard on the choice of events."""
        self.events.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def notice(self, tables: Tables) -> None:
        """Count again when something that is counted has changed."""
        if touches(tables, "event", "appearance", "person", "organisation", "topic", "event_topic"):
            self._offer_events(self._chosen())
            self._read()

    def _build(self) -> None:
        surface(self, "card")
        self.events = ComboBox("Events")
        self.by = ComboBox("Count by", tuple(GROUPS.values()))
        self.events.activated.connect(lambda _index: self._read())
        self.by.activated.connect(lambda _index: self._read())
        choice = QHBoxLayout()
        choice.setSpacing(px(12))
        for text, box in (("Events", self.events), ("Count by", self.by)):
            label = Label(text, "body", "mute", wrap=False)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            label.setBuddy(box)
            choice.addWidget(label)
            choice.addWidget(box)
            choice.addSpacing(px(12))
        choice.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(px(28), px(20), px(28), px(12))
        head.setSpacing(px(8))
        head.addWidget(Label("Who speaks for whom", "title"))
        self._line = Label(_LINE, "body", "mute")
        head.addWidget(self._line)
        head.addLayout(choice)
        self.chart = BarChart("Chart of who speaks for whom")
        self.table = QTableWidget()
        self.table.setAccessibleName("Table of who speaks for whom")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        surface(self.table, "card")
        self.table.itemActivated.connect(lambda item: self._open(item.row()))
        self._column = ScrollColumn("Who speaks for whom", wide=True)
        self._column.add(self.chart, before=0)
        self._column.add(self.table, before=24)
        self._empty = EmptyState("chart-bar-horizontal", "Nobody to count yet", _TEACH)
        self._empty.hide()  # until it is known
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline())
        layout.addWidget(self._column, 1)
        layout.addWidget(self._empty, 1)

    def _chosen(self) -> Chosen:
        return self._offers[max(0, self.events.currentIndex())][1]

    def _offer_events(self, wanted: Chosen) -> None:
        """Offer all events, those of each topic and series, and those that were chosen by hand."""
        store = self._given.store
        offers: list[tuple[str, Chosen]] = [*event_offers(store)]
        if isinstance(wanted, tuple):
            here = [card.title for card in db.event_cards(store, wanted)]
            offers.insert(
                1, (here[0] if len(here) == 1 else f"{plural(len(here), 'event')} chosen in the list", wanted)
            )
        self._offers = offers
        self.events.clear()
        self.events.addItems([text for text, _chosen in offers])
        known = [chosen for _text, chosen in offers]
        self.events.setCurrentIndex(known.index(wanted) if wanted in known else 0)

    def _read(self) -> None:
        store, by = self._given.store, list(GROUPS)[self.by.currentIndex()]
        wanted = self._chosen()

        def count() -> Table:
            return who_speaks(store, by, wanted if isinstance(wanted, tuple) else db.event_ids(store, wanted))

        job = self._given.jobs.ask("who speaks", count)
        job.done.connect(self._show)

    def _show(self, found: Table) -> None:
        self._table = found
        self._column.setVisible(bool(found.rows))
        self._empty.setVisible(not found.rows)
        self._line.setText(
            f"{plural(found.total, 'appearance')} at {plural(found.events, 'event')}. {_LINE}" if found.rows else _LINE
        )
        self.chart.set_rows(found.rows, found.columns)
        self._fill_table(found)

    def _fill_table(self, found: Table) -> None:
        heads = (GROUPS[found.by], *(column.capitalize() for column in found.columns), "All")
        self.table.clear()
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(found.rows))
        self.table.setHorizontalHeaderLabels(list(heads))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, row in enumerate(found.rows):
            cells = (row.name, *(str(count) if count else "–" for count in row.counts), str(row.total))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(right)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heads[column]}: {text.replace('–', '0')}")
                self.table.setItem(number, column, item)
        for column in range(1, len(heads)):
            head = self.table.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(right)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        high = header.sizeHint().height() + sum(self.table.rowHeight(row) for row in range(len(found.rows))) + px(4)
        self.table.setFixedHeight(min(high, px(_TALLEST)))

    def _open(self, number: int) -> None:
        """Open what a row stands for, where it is a record or a topic."""
        if self._table is None or (row := self._table.rows[number]).id is None:
            return
        by: By = self._table.by
        if by == "person":
            self.person_wanted.emit(row.id)
        elif by == "topic":
            self.place_wanted.emit(Place(row.name, filter=Filter("topic", row.id)))
        elif by == "organisation":
            self.place_wanted.emit(Place(row.name, filter=Filter("organisation", row.id)))
