# SPDX-License-Identifier: MIT
"""The sheet of a page that lists several events: which of them are added, and each one's own fields to correct."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eqbrief.gui.desk.events import EventsModel, EventsView
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.news import EventNews, said_of_listing
from eqbrief.gui.desk.sheet import MARGIN, FormSheet
from eqbrief.gui.desk.storing import Wanted
from eqbrief.gui.kit import Banner, Button, FlowLayout, IconButton, Label, Link, SearchBox, surface
from eqbrief.gui.listing import plural
from eqbrief.gui.theme import px
from eqbrief.model import Draft, ListingNews
from eqbrief.tasks import Page

_MANY = 12
"""From more events than this on there is a field to filter them."""


class ListingSheet(QWidget):
    """Choose among the events of a listing, open one, and go back to all of them.

    `checks` is in how many of the events something is to check.
    """

    changed = Signal()
    """Others are chosen, or one was corrected."""
    field_focused = Signal(str)
    event_opened = Signal(int)
    """The number of the event whose fields are shown now; -1 when it is the list again."""
    event_pointed = Signal(int)

    def __init__(
        self, known: Known, draft: Draft, checks: int, note: str = "", news: ListingNews | None = None
    ) -> None:
        super().__init__()
        self._news = news
        self._began = checks
        self._known, self._draft = known, draft
        self._forms: dict[int, FormSheet] = {}
        self._number = -1
        self.model = EventsModel(draft.events, news)
        self.view = EventsView(self.model)
        self._whole = self._make_list(note)
        self._event = self._make_event()
        self._stack = QStackedWidget()
        for page in (self._whole, self._event):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        surface(self, "pane")
        self.setFocusProxy(self.view)
        self.view.opened.connect(self.open_event)
        self.view.pointed.connect(self.event_pointed)
        self.model.counted.connect(self._count)
        self.model.counted.connect(self.changed)
        self._count()

    @property
    def whole(self) -> Draft:
        """The listing as it was read."""
        return self._draft

    @property
    def number(self) -> int:
        """The number of the event whose fields are shown; -1 for none."""
        return self._number

    def decided(self, number: int, page: Page) -> Wanted | None:
        """Give the listing with its events as they were corrected, and which of them are wanted.

        None where none is, or where a field of one cannot be stored; that event is then shown with the reason.
        """
        chosen = self.model.chosen()
        events = list(self.model.events)
        for place in chosen:
            if (sheet := self._forms.get(place)) is not None:
                event = sheet.accepted()
                if event is None:
                    self.open_event(place)
                    return None
                events[place] = event
        every = len(chosen) == len(events)
        draft = replace(self._draft, events=tuple(events))
        return Wanted(number, page, draft, events=None if every else tuple(chosen)) if chosen else None

    def said_accept(self) -> str:
        """Say on the button what accepting means now; '' where there is nothing to accept."""
        chosen, every = self.model.count(), len(self.model.events)
        if not chosen:
            return ""
        return (
            f"Accept {plural(every, 'event')}" if chosen == every else f"Accept {chosen:,} of {plural(every, 'event')}"
        )

    def event_of(self, number: int) -> Draft:
        """Give an event with the page's text where it has none of its own."""
        event = self.model.events[number]
        return event if event.text else replace(event, text=self._draft.text)

    def open_sheet(self) -> FormSheet | None:
        """Give the form of the event that is shown, if one is."""
        return self._forms[self._number] if self._number >= 0 else None

    def is_edited(self) -> bool:
        """Say whether any event is left out or was corrected."""
        everything = self.model.count() == len(self.model.events)
        return not everything or any(sheet.form.is_edited() for sheet in self._forms.values())

    def checks(self) -> int:
        """Count the events in which something is left to check."""
        sheets = self._forms.values()
        return self._began - len([one for one in sheets if one.began_with_checks and not one.form.counts()[1]])

    def open_event(self, number: int) -> None:
        """Show the fields of an event."""
        sheet = self._forms.get(number) or self._make_form(number)
        self._number = number
        self._at.setText(f"{number + 1} of {len(self.model.events):,}")
        self._sheets.setCurrentWidget(sheet)
        self._stack.setCurrentWidget(self._event)
        self.event_opened.emit(number)
        sheet.form.focus_first()

    def go_back(self) -> None:
        """Show the list again, at the event that was open."""
        number, self._number = self._number, -1
        self._stack.setCurrentWidget(self._whole)
        self.event_opened.emit(-1)
        if (row := self.model.row(number)) >= 0:
            self.view.setCurrentIndex(self.model.index(row))
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc; in the list Esc is the window's."""
        if event.key() == Qt.Key.Key_Escape and self._number >= 0:
            self.go_back()
            return
        super().keyPressEvent(event)

    def _make_list(self, note: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(4)
        for label in (
            Label(f"{plural(len(self._draft.events), 'event')} in one page", "subheading"),
            Label("Choose which of them become events here. Enter opens one to correct it first.", "body", "mute"),
        ):
            label.setContentsMargins(16, 0, MARGIN, 0)
            column.addWidget(label)
        notes = (note, said_of_listing(self._news) if self._news is not None else "")
        for text in (text for text in notes if text):
            row = QHBoxLayout()
            row.setContentsMargins(16, 8, MARGIN, 0)
            row.addWidget(Banner("info", text, "neutral"))
            column.addLayout(row)
        column.addWidget(self._make_bar())
        column.addWidget(self.view, 1)
        return page

    def _make_bar(self) -> QWidget:
        bar = QWidget()
        row = FlowLayout(bar, spacing=16)
        row.setContentsMargins(16, 8, 16, 8)
        self.words = SearchBox("Filter the events", "Filter")
        self.words.setFixedWidth(px(200))
        self.words.textChanged.connect(self.model.filter)
        self.words.setVisible(len(self._draft.events) > _MANY)
        self._counted = Label("", "secondary", "mute", wrap=False)
        self.all, self.none = Link("Choose all"), Link("Choose none")
        self.all.clicked.connect(lambda: self.model.choose(range(self.model.rowCount()), True))
        self.none.clicked.connect(lambda: self.model.choose(range(self.model.rowCount()), False))
        for widget in (self.words, self.all, self.none, self._counted):
            row.addWidget(widget)
        return bar

    def _make_event(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, MARGIN, 0)
        self.back = Button("All events", "arrow-left", "quiet", hint="Esc")
        self.back.clicked.connect(self.go_back)
        self._at = Label("", "secondary", "mute", wrap=False)
        before, after = IconButton("The event before", "caret-up"), IconButton("The next event", "caret-down")
        before.clicked.connect(lambda: self._step(-1))
        after.clicked.connect(lambda: self._step(1))
        row.addWidget(self.back)
        row.addStretch(1)
        for widget in (self._at, before, after):
            row.addWidget(widget)
        self._sheets = QStackedWidget()
        column.addLayout(row)
        column.addWidget(self._sheets, 1)
        return page

    def _make_form(self, number: int) -> FormSheet:
        rows = self._news.events[number] if self._news is not None else None
        above = EventNews(rows) if rows else None
        sheet = FormSheet(self._known, self.model.events[number], "What was read", above=above)
        self._forms[number] = sheet
        sheet.form.changed.connect(lambda: self._edited(number))
        sheet.form.field_focused.connect(self.field_focused)
        self._sheets.addWidget(sheet)
        return sheet

    def _step(self, by: int) -> None:
        row = self.model.row(self._number) + by
        if 0 <= row < self.model.rowCount():
            self.open_event(self.model.number(row))

    def _edited(self, number: int) -> None:
        sheet = self._forms[number]
        if sheet.form.is_sound():
            self.model.correct(number, sheet.form.draft())
        self.changed.emit()

    def _count(self) -> None:
        count, every = self.model.count(), len(self.model.events)
        self._counted.setText(f"{count:,} of {every:,} chosen")
