# SPDX-License-Identifier: MIT
"""The pages of an event: by the key of its tab what each is called and how it is filled, and who fills it anew."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.detail import pages
from eqbrief.gui.detail.deck_rows import DeckRow, row_with_keyboard
from eqbrief.gui.detail.explaining import explain_letters
from eqbrief.gui.detail.frame import EventFrame
from eqbrief.gui.detail.mentioned import look_for_mentions
from eqbrief.gui.detail.pages import Doing
from eqbrief.gui.downloads import Downloads, Standing
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import ScrollColumn
from eqbrief.gui.tab_order import order_tabs
from eqbrief.model import DeckReading, Event
from eqbrief.store import Store

PAGES: dict[str, tuple[str, Callable[[ScrollColumn, Event, Doing], None]]] = {
    "overview": ("Overview", pages.overview),
    "panel": ("Panel", pages.panel),
    "decks": ("Decks", pages.decks),
    "questions": ("Questions", pages.questions),
    "source": ("Source", pages.source),
}

PAGE_OF_HIT = {
    "person": "panel",
    "deck": "decks",
    "slide": "decks",
    "question": "questions",
    "source": "source",
}
"""On which page the words of a hit stand; on the overview, where it is not named."""


def shown_of(event: Event) -> tuple[object, ...]:
    """Give what the pages show: a star, a topic or a word in a note is no reason to draw them again."""
    return (replace(event.draft, topics=()), event.appearances, event.decks, event.sources)


class Turning:
    """Fill the page whose tab is open, and fill it anew, with the reader kept in place, when what it shows changed."""

    def __init__(
        self,
        frame: EventFrame,
        store: Store,
        jobs: Jobs,
        downloads: Downloads,
        doing: Doing,
        show_event: Callable[[int], None],
        put_back: Callable[[], None],
    ) -> None:
        self._frame, self._store, self._jobs, self._downloads = frame, store, jobs, downloads
        self._doing, self._show_event, self._put_back = doing, show_event, put_back
        self._event: Event | None = None
        self._drawn: list[tuple[Standing | None, DeckReading]] = []
        self._at = 0
        frame.column.verticalScrollBar().rangeChanged.connect(self._keep_place)

    def fill(self, event: Event, *, keep_place: bool = False) -> None:
        """Show an event on the page that is open, from its beginning or, with `keep_place`, where the reader was."""
        self._event = event
        event = replace(event, decks=tuple(tasks.with_state(self._store, deck) for deck in event.decks))
        self.fill_head(event)
        column, tabs = self._frame.column, self._frame.tabs
        at = column.verticalScrollBar().value()
        counts = {"panel": len(event.appearances), "decks": len(event.decks), "questions": len(event.draft.questions)}
        for key, count in counts.items():
            tabs.set_count(key, count or None)
        inside = column.isAncestorOf(QApplication.focusWidget() or self._frame)
        row = row_with_keyboard() if inside else None
        self._drawn = self._standings(event)
        column.setUpdatesEnabled(False)
        column.clear()
        if tabs.current() in PAGES:
            PAGES[tabs.current()][1](column, event, self._doing)
            explain_letters(column, self._store, self._jobs, event.id)
        if tabs.current() == "overview":
            look_for_mentions(column, self._store, self._jobs, event.id, self._show_event)
        column.setUpdatesEnabled(True)
        if inside:
            tabs.setFocus(Qt.FocusReason.OtherFocusReason)
        for again in column.findChildren(DeckRow):
            if again.deck_id == row:
                again.focus_first()
        order_tabs(self._frame)
        self._at = at if keep_place else 0
        column.verticalScrollBar().setValue(self._at)

    def fill_head(self, event: Event) -> None:
        """Show what stands above the pages."""
        self._frame.header.show_event(event, [topic.name for topic in db.all_named(self._store, "topic")])
        self._frame.show_banner(event, self._put_back)
        order_tabs(self._frame)

    def look_again(self) -> None:
        """Fill the page anew where the download or the reading of a deck stands otherwise than it is drawn."""
        if self._event is not None and self._standings(self._event) != self._drawn:
            self.fill(self._event, keep_place=True)

    def _standings(self, event: Event) -> list[tuple[Standing | None, DeckReading]]:
        return [(self._downloads.standing(deck.id), db.reading_of(self._store, deck.id)) for deck in event.decks]

    def _keep_place(self, _least: int, most: int) -> None:
        """Scroll to where the reader was, once the new page is that high."""
        if self._at and most >= self._at:
            self._frame.column.verticalScrollBar().setValue(self._at)
            self._at = 0
