# SPDX-License-Identifier: MIT
"""Tie new notes to what is on show beside them, and go to what a note is tied to or names."""

from typing import Any, Literal, Protocol
from urllib.parse import unquote

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication

from eqbrief import tasks
from eqbrief.files import safe_join
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.showing import Showing
from eqbrief.gui.notes import NotesPane
from eqbrief.gui.notes.aids import Aids
from eqbrief.gui.sidebar import Place
from eqbrief.model import Filter, Placed, Tie, UserError
from eqbrief.model.mentions import Mentioned
from eqbrief.store import Store
from eqbrief.tasks.picturing import FOLDER
from eqbrief.tasks.tying import slide_tie

_PAGES = {"question": "questions", "session": "overview"}
_PARTS = {"question": tasks.tie_question, "session": tasks.tie_session}


class Going(Protocol):
    """What goes where a note points: pages of the event, decks, and by signals other events, people and topics."""

    event_wanted: Any
    person_wanted: Any
    place_wanted: Any
    said: Any

    def choose_tab(self, key: str) -> None:
        """Show a page of the event by its key."""

    def show_deck(self, deck_id: int, slide: int = 1) -> None:
        """Show a deck at a slide."""


class Tying:
    """Stand between the notes of an event and what they are about."""

    def __init__(self, store: Store, notes: NotesPane, showing: Showing, going: Going) -> None:
        self._store, self._notes, self._showing, self._going = store, notes, showing, going
        notes.new_tie = self.on_show
        notes.tie_wanted.connect(self._follow)
        self.take(notes.aids)
        showing.slide_shown.connect(lambda _deck, _number: self._reveal())

    def take(self, aids: Aids) -> None:
        """Go to what is named in notes."""
        aids.mentions.wanted.connect(self._go_to)
        aids.mentions.address_wanted.connect(self._open_address)
        aids.said.connect(self._going.said)

    def on_show(self) -> Tie | None:
        """Give the tie to the slide that is on show; None where none is."""
        viewer = self._showing.viewer
        shown = viewer.shown if viewer is not None else None
        slide = shown.slide(viewer.number) if viewer is not None and shown is not None else None
        return slide_tie(shown.deck, slide) if shown is not None and slide is not None else None

    def note_on(self, kind: Literal["question", "session"], event_id: int | None, number: int) -> None:
        """Begin a note on a question or a session of the event that is shown."""
        if event_id is None:
            return
        try:
            self._notes.note_on(_PARTS[kind](self._store, event_id, number))
        except UserError as error:
            tell(self._notes, error)

    def _follow(self, tie: Tie, placed: Placed | None) -> None:
        if placed is None or placed.id is None or tie.kind == "transcript":
            return  # the page of the transcripts shows its moments itself
        if tie.kind == "slide":
            self._going.show_deck(placed.id, placed.number or 1)
        else:
            self._going.choose_tab(_PAGES.get(tie.kind, "overview"))

    def _go_to(self, found: Mentioned) -> None:
        if found.kind == "slide":
            self._going.show_deck(found.id, found.number or 1)
        elif found.kind == "topic":
            self._going.place_wanted.emit(Place(found.name, filter=Filter("topic", found.id)))
        else:
            wanted: SignalInstance = getattr(self._going, f"{found.kind}_wanted")
            wanted.emit(found.id)

    def _open_address(self, address: str) -> None:
        """Show a picture of the library in the system's program; of any other address, copy it."""
        if not address.startswith(f"{FOLDER}/"):
            self.copy(address)
            return
        from eqbrief.files.opening import open_file  # noqa: PLC0415 - not before it is asked for

        try:
            open_file(safe_join(self._store.folder, unquote(address)), uses=("picture",))
        except UserError as error:
            tell(self._notes, error)

    def copy(self, address: str) -> None:
        """Links are never followed from here: their address is shown and can be pasted where it is to be opened."""
        QApplication.clipboard().setText(address)
        self._going.said.emit(f"Copied the address {address}")

    def _reveal(self) -> None:
        """Bring the note on the slide that is on show into sight, if there is one and nobody is writing."""
        on_show = self._showing.on_show
        if on_show is not None:
            self._notes.reveal_tied(*on_show)
