# SPDX-License-Identifier: MIT
"""Tie new notes to what is on show beside them, and go to what a note is tied to."""

from collections.abc import Callable

from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.showing import Showing
from eqbrief.gui.notes import NotesPane
from eqbrief.model import Placed, Tie, UserError
from eqbrief.store import Store
from eqbrief.tasks.tying import slide_tie

_PAGES = {"question": "questions", "session": "overview", "transcript": "transcripts"}


class Tying:
    """Stand between the notes of an event and what they are about.

    `go` shows a page of the event by its key, `show_deck` a deck at a slide.
    """

    def __init__(
        self,
        store: Store,
        notes: NotesPane,
        showing: Showing,
        go: Callable[[str], None],
        show_deck: Callable[[int, int], None],
    ) -> None:
        self._store, self._notes, self._showing = store, notes, showing
        self._go, self._show_deck = go, show_deck
        notes.new_tie = self.on_show
        notes.tie_wanted.connect(self._follow)
        showing.slide_shown.connect(lambda _deck, _number: self._reveal())

    def on_show(self) -> Tie | None:
        """Give the tie to the slide that is on show; None where none is."""
        viewer = self._showing.viewer
        shown = viewer.shown if viewer is not None else None
        slide = shown.slide(viewer.number) if viewer is not None and shown is not None else None
        return slide_tie(shown.deck, slide) if shown is not None and slide is not None else None

    def note_on_question(self, event_id: int | None, number: int) -> None:
        """Begin a note on a question of the event that is shown."""
        if event_id is None:
            return
        try:
            self._notes.note_on(tasks.tie_question(self._store, event_id, number))
        except UserError as error:
            tell(self._notes, error)

    def _follow(self, tie: Tie, placed: Placed | None) -> None:
        if placed is None or placed.id is None:
            return
        if tie.kind == "slide":
            self._show_deck(placed.id, placed.number or 1)
        else:
            self._go(_PAGES.get(tie.kind, "overview"))

    def _reveal(self) -> None:
        """Bring the note on the slide that is on show into sight, if there is one and nobody is writing."""
        on_show = self._showing.on_show
        if on_show is not None:
            self._notes.reveal_tied(*on_show)
