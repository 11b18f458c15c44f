# SPDX-License-Identifier: MIT
"""The detail pane: one event with its pages and its notes, or one person or organisation through the years."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.deck_doing import DeckDoing
from eqbrief.gui.detail.deck_rows import DeckRow
from eqbrief.gui.detail.frame import BESIDE, NOTES, EventFrame
from eqbrief.gui.detail.naming import OF_NAMES, NamePage
from eqbrief.gui.detail.pages import FIRST_STEPS, Doing
from eqbrief.gui.detail.reviewing import Reviewing
from eqbrief.gui.detail.showing import Showing, Stop
from eqbrief.gui.detail.speaking import TRANSCRIPT, Speaking
from eqbrief.gui.detail.suggesting import TopicSuggestions
from eqbrief.gui.detail.turning import PAGE_OF_HIT, PAGES, Turning, shown_of
from eqbrief.gui.detail.tying import Tying
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.gui.kit import EmptyState, surface
from eqbrief.gui.notes import NotesPane
from eqbrief.gui.tab_order import order_tabs
from eqbrief.gui.theme import px
from eqbrief.gui.viewer.finding import marked_in
from eqbrief.model import Deck, DeckState, Event, Hit
from eqbrief.store import EVERY_TABLE, Store, Tables

_OF_EVENT = ("event", "deck", "topic", "series", "appearance", "note", "action")
"""The tables that an event is read from."""


class DetailPane(QStackedWidget):
    """Show what is chosen in the list, and change it."""

    event_wanted = Signal(int)
    person_wanted = Signal(int)
    edit_wanted = Signal(int)
    place_wanted = Signal(object)
    said = Signal(str)
    """A sentence for the status line, announced to screen readers."""

    def __init__(self, store: Store, jobs: Jobs, downloads: Downloads, own_name: Callable[[], str] = str) -> None:
        super().__init__()
        self._store, self._jobs, self._downloads = store, jobs, downloads
        self._event: Event | None = None
        self._notes_wanted, self._resting = True, False
        self.notes = NotesPane(store, jobs, own_name)
        self.notes.filled.connect(lambda: order_tabs(self._page))
        self._decks = DeckDoing(self, store, jobs, downloads, self.said.emit, self._turn_again, self.place_wanted.emit)
        self.showing = Showing(store, jobs, self._decks)
        self.tying = Tying(store, self.notes, self.showing, self)
        self._doing = Doing(
            self.person_wanted.emit,
            self._do_with_deck,
            self.attach,
            self._edit,
            self.tying.copy,
            downloads.ask,
            downloads.standing,
            lambda number: db.reading_of(store, number),
            lambda kind, number: self.tying.note_on(kind, self.event_id, number),
        )
        self._build()
        jobs.changed.connect(self._notice)
        downloads.changed.connect(lambda: self._pages.look_again() if self._event is not None else None)

    @property
    def event_id(self) -> int | None:
        """The id of the event that is shown; None while a view covers it."""
        shown = self.currentWidget() is self._page and not self._resting
        return self._event.id if self._event and shown else None

    def rest(self, resting: bool) -> None:
        """Take no part in commands and changes while a view covers the pane; read again what was missed after."""
        self._resting = resting
        if resting:
            self.showing.leave()
            self.reviewing.leave()
        else:
            self._notice(EVERY_TABLE)
            if self.event_id is not None:
                self.reviewing.come(self.event_id)

    def show_event(self, number: int) -> None:
        """Show an event, on the page that was open before."""
        found = db.event(self._store, number)
        if found is None:
            self.show_nothing()
            return
        self.showing.leave()
        self._open(found)

    def show_deck(self, deck_id: int, slide: int = 1, words: str = "") -> None:
        """Show a deck at a slide with words marked, in the place of its event's pages; the keyboard stays."""
        found = db.event(self._store, db.deck(self._store, deck_id).event_id)
        if found is not None:
            self._open(found)
            self.showing.show_deck(deck_id, slide, words)

    def _open(self, found: Event) -> None:
        changed = self._event is None or self._event.id != found.id
        self._event = found
        self._fill(keep_place=not changed)
        self.notes.show_event(found.id, found.notes, found.actions)
        self.setCurrentWidget(self._page)
        self.reviewing.come(found.id)

    def show_hit(self, hit: Hit, *, enter: bool = False) -> None:
        """Show a hit's event where its words stand, a note at the line, or the record; `enter` takes the keyboard."""
        if hit.kind in ("person", "organisation"):
            self.show_name(hit.kind, hit.id)
        elif hit.event is not None:
            self._tabs.choose(PAGE_OF_HIT.get(hit.kind, "overview"))
            if hit.kind == "slide" and hit.deck is not None:
                self.show_deck(hit.deck[0], hit.slide or 1, marked_in(hit.snippet))
                return
            self.show_event(hit.event[0])
            if hit.kind == "note":
                self._show_note(hit.id, marked_in(hit.snippet), enter=enter)
            elif hit.kind == "action":
                self.reveal_notes()
                self.notes.acting.reveal(hit.id, enter=enter)
            elif hit.kind == TRANSCRIPT:
                self._tabs.choose(TRANSCRIPT)
                self._speaking.reveal(hit)
        else:
            self.show_nothing()
            self.setCurrentWidget(self._topic)

    def show_name(self, kind: str, number: int) -> None:
        """Show a person or an organisation."""
        self.showing.leave()
        self.notes.leave()
        self.reviewing.leave()
        self.names.show_name(kind, number)
        self.setCurrentWidget(self.names)

    def show_nothing(self) -> None:
        """Show that nothing is chosen or, in a library without events, how to bring in the first."""
        self.showing.leave()
        self._event = None
        self.notes.leave()
        self.reviewing.leave()
        self.setCurrentWidget(self._nothing if db.counts(self._store).events else self._first)

    def choose_tab(self, key: str) -> None:
        """Open a page of the event: overview, panel, decks, questions or source."""
        self._tabs.choose(key)

    def focus_detail(self) -> None:
        """Put the keyboard on the tabs of the event, into the deck, or on the first appearance of a name."""
        if self.showing.active and self.event_id is not None:
            self.showing.enter()
        elif self.currentWidget() is self._page:
            self._tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.currentWidget() is self.names:
            self.names.focus_first()

    def step_back(self) -> bool:
        """Leave the deck that is shown; False where none is."""
        viewing = self.showing.active
        if viewing:
            self.showing.leave_by_key()
        return viewing

    def stops(self) -> list[Stop]:
        """List what F6 goes to here, each with what puts the keyboard into it."""
        return [*(self.showing.stops() or [(self, self.focus_detail)]), (self.notes, self.notes.focus_notes)]

    def view_first_deck(self) -> None:
        """Show the first deck of the event that is here."""
        if self.event_id is None or self.showing.active:
            return
        if (here := self._first_deck("here")) is None:
            self.said.emit("No deck of this event is here yet")
        else:
            self._do_with_deck("view", here)

    def add_topic(self) -> None:
        """Let the person type a topic for this event."""
        if self.event_id is not None:
            self._header.add_topic()

    def attach(self) -> None:
        """Ask for a deck's file and attach it to the event that is shown."""
        if self.event_id is not None:
            self._decks.attach(self.event_id)

    def open_first_deck(self) -> None:
        """Open the first deck of the event that is here."""
        if self.event_id is None:
            return
        if (viewer := self.showing.viewer) is not None:
            viewer.do("open")
        elif (here := self._first_deck("here")) is not None:
            self._decks.open(here)
        elif (missing := self._first_deck("missing")) is not None:
            self._fill(keep_place=True)
            self._decks.do("find", missing)
        else:
            self.said.emit("No deck of this event is here yet")

    def show_notes(self, shown: bool) -> None:
        """Show or hide the notes beside the event."""
        self._notes_wanted = shown
        self._place_notes()

    def show_notes_alone(self, alone: bool) -> None:
        """Put everything of the event but its notes away, or bring it back."""
        self._page.notes_alone = alone
        self._place_notes()

    def reveal_notes(self) -> None:
        """Bring the notes onto the screen: on their tab, where there is no room beside the page."""
        if self.width() < px(BESIDE):
            self._tabs.choose(NOTES)

    @property
    def split(self) -> QSplitter:
        """The page beside the notes."""
        return self._page.split

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the notes a tab of their own where there is no room beside the page."""
        super().resizeEvent(event)
        self._place_notes()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take decks and transcripts that are dropped on an event."""
        files = (Path(url.toLocalFile()) for url in event.mimeData().urls())
        if self.event_id is not None and any(map(tasks.may_be_attached, files)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the dropped decks."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        decks = [file for file in files if tasks.may_be_attached(file)]
        if self.event_id is not None and decks:
            self._decks.attach_files(self.event_id, decks)
        event.acceptProposedAction()

    def _build(self) -> None:
        tabs = [(key, text) for key, (text, _fill) in PAGES.items()]
        tabs.insert(-1, (TRANSCRIPT, "Transcript"))
        self._page = EventFrame(tabs, self.showing, self.notes)
        self.reviewing = Reviewing(self._store, self._jobs, self._page)
        self._speaking = Speaking(self._store, self._jobs, self._page, self.said.emit, self._show_note)
        self._header, self._tabs, self._column = self._page.header, self._page.tabs, self._page.column
        self._header.state_chosen.connect(lambda state: self._write(lambda s, n: tasks.set_state(s, [n], state)))
        self._header.star_toggled.connect(lambda on: self._write(lambda s, n: tasks.star(s, [n], on)))
        TopicSuggestions(self._header, self._store, self._jobs)
        self._header.topics_changed.connect(lambda names: self._write(lambda s, n: tasks.set_topics(s, n, names)))
        self._header.edit_wanted.connect(self._edit)
        self._tabs.chosen.connect(self._turn)
        self._pages = Turning(
            self._page,
            self._store,
            self._jobs,
            self._downloads,
            self._doing,
            self.event_wanted.emit,
            lambda: self._write(lambda s, n: tasks.put_back(s, [n])),
        )
        self.showing.began.connect(self._place_notes)
        self.showing.ended.connect(self._place_notes)
        self.showing.left_by_key.connect(self._come_back)
        self.showing.said.connect(self.said)
        self.names = NamePage(self._store, self._jobs, self.event_wanted.emit, self.show_deck)
        self.notes.others.append(self.names.notes.save_now)
        self.tying.take(self.names.notes.aids)
        self._nothing = EmptyState("cursor", "Nothing is chosen", "Choose an event in the list to read it here.")
        self._first = EmptyState("file-plus", "Bring in your first event", FIRST_STEPS)
        self._topic = EmptyState("tag", "A topic", "Press Enter to list its events.")
        for page in (QWidget(), self._nothing, self._first, self._page, self.names, self._topic):
            self.addWidget(page)
        self.setAcceptDrops(True)
        surface(self, "card")

    def _do_with_deck(self, verb: str, deck: Deck) -> None:
        if verb == "view":
            self.show_deck(deck.id)
            self.showing.enter()
        else:
            self._decks.do(verb, deck)

    def _come_back(self, deck_id: int) -> None:
        """Put the keyboard back where the deck stands, else on the tabs."""
        rows = [row for row in self._column.findChildren(DeckRow) if row.deck_id == deck_id]
        if rows:
            rows[-1].focus_first()  # those before it are about to go
        else:
            self._tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_deck(self, state: DeckState) -> Deck | None:
        decks = self._event.decks if self._event else ()
        return next(
            (deck for deck in (tasks.with_state(self._store, one) for one in decks) if deck.state == state), None
        )

    def _show_note(self, number: int, words: str = "", *, enter: bool = True) -> None:
        self.reveal_notes()
        self.notes.reveal(number, words, enter=enter)

    def _place_notes(self) -> None:
        self._page.place(self.width(), notes_wanted=self._notes_wanted)

    def _turn(self, _key: str) -> None:
        self._place_notes()
        self._fill()

    def _fill(self, *, keep_place: bool = False) -> None:
        if self._event is not None:
            self._pages.fill(self._event, keep_place=keep_place)
            self._speaking.show(self._event)

    def _turn_again(self) -> None:
        self._fill(keep_place=True)

    def _edit(self) -> None:
        if self.event_id is not None:
            self.edit_wanted.emit(self.event_id)

    def _write(self, work: Callable[[Store, int], Any]) -> None:
        """Write something small about the event that is shown; a trouble is said in a sentence."""
        number = self.event_id
        if number is None:
            return
        job = self._jobs.save(lambda: work(self._store, number))
        job.failed.connect(lambda error: tell(self, error))

    def _notice(self, tables: Tables) -> None:
        if self.currentWidget() is self.names and touches(tables, *OF_NAMES):
            self.names.read()
        if self.event_id is not None and touches(tables, "reading"):
            self._pages.look_again()
        if self._event is not None and self.event_id is not None and touches(tables, "transcript"):
            self._speaking.show(self._event)
        if self.event_id is None or not touches(tables, *_OF_EVENT):
            return
        found = db.event(self._store, self.event_id)
        if found is None:
            self.show_nothing()
        elif found != self._event:
            same_page = self._event is not None and shown_of(found) == shown_of(self._event)
            self._event = found
            if same_page:
                self._pages.fill_head(found)
            else:
                self._fill(keep_place=True)
            self.notes.refresh(found.notes, found.actions)
        self.showing.look_again()
