# SPDX-License-Identifier: MIT
"""How an event is laid out: header, tabs, the page that is open and the notes beside it; or a deck in their place."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QTextEdit, QVBoxLayout, QWidget

from eqbrief.gui.detail.head import Head
from eqbrief.gui.detail.header import Header
from eqbrief.gui.detail.review_bar import ReviewBar
from eqbrief.gui.detail.showing import Showing
from eqbrief.gui.gathering import selected_words
from eqbrief.gui.kit import Banner, Button, Hairline, ScrollColumn, Tabs, empty
from eqbrief.gui.notes import NotesPane
from eqbrief.gui.theme import px
from eqbrief.model import Event, Piece
from eqbrief.store import Store

NOTES = "notes"
"""The key of the tab that holds the notes where they have no room beside the page."""
BESIDE = 700
"""From this width in pixels on, the notes stand beside the page."""


class EventFrame(QWidget):
    """Hold the parts of an event; what they show is the pane's business. `tabs` are keys with their words."""

    def __init__(self, tabs: Iterable[tuple[str, str]], showing: Showing, notes: NotesPane) -> None:
        super().__init__()
        self.showing, self.notes = showing, notes
        self.notes_alone = False
        """Whether everything but the notes is put away."""
        self.header = Header()
        self.review = ReviewBar()
        self.head = Head(self, self.header, self.review)
        self._banner_place = QVBoxLayout()
        self.tabs = Tabs("Parts of the event")
        for key, text in (*tabs, (NOTES, "Notes")):
            self.tabs.add(key, text)
        self.tabs.show_tab(NOTES, False)
        self.column = ScrollColumn("The event", wide=True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.column)
        showing.put_pages(self.pages)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(px(28), 0, px(28), 0)
        tab_row.addWidget(self.tabs)
        above.addLayout(self._banner_place)
        above.addWidget(self.head)
        above.addLayout(tab_row)
        above.addWidget(Hairline())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(showing)
        self.split.addWidget(notes)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setSizes([px(500), px(330)])
        layout = QVBoxLayout(self)
        for each in (layout, above):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(0)
        layout.addWidget(self._above)
        layout.addWidget(self.split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the head its share of another height."""
        super().resizeEvent(event)
        self.head.fit()

    def pieces(self, store: Store) -> list[Piece]:
        """Give the words that are selected in a text with the keyboard, else the event as a whole."""
        from eqbrief.tasks import briefing  # noqa: PLC0415 - the first frame gathers nothing

        event, text = self.header.on_show, QApplication.focusWidget()
        if event is None:
            return []
        words = selected_words(text) if isinstance(text, QTextEdit) and self.pages.isAncestorOf(text) else ""
        return [briefing.passage_piece(event, words)] if words else briefing.pieces_of_events(store, [event.id])

    def place(self, width: int, *, notes_wanted: bool) -> None:
        """Put the notes beside the page or behind their tab, as the width allows; a deck has the tabs' room too."""
        beside = width >= px(BESIDE)
        if beside and self.tabs.current() == NOTES:
            self.tabs.choose("overview")
        self.tabs.show_tab(NOTES, not beside)
        viewing = self.showing.active
        if self.notes_alone:
            for part, shown in ((self._above, False), (self.showing, False), (self.notes, True)):
                part.setVisible(shown)
            return
        alone = self.tabs.current() == NOTES and not viewing
        self._above.setVisible(not viewing)
        self.showing.setVisible(not alone)
        self.notes.setVisible(alone or (beside and notes_wanted))

    def show_banner(self, event: Event, put_back: Callable[[], None]) -> None:
        """Say above everything what is out of the ordinary about an event."""
        empty(self._banner_place)
        if event.deleted_at:
            back = Button("Put back", "arrow-counter-clockwise")
            back.clicked.connect(put_back)
            self._banner_place.addWidget(Banner("trash", "This event is in the bin.", "caution", [back]))
        elif event.draft.status:
            self._banner_place.addWidget(Banner("warning", _said_status(event.draft.status), "caution"))


def _said_status(status: str) -> str:
    return "This event is no longer in its schedule." if status == "removed" else f"This event was {status}."
