# SPDX-License-Identifier: MIT
"""The tab of an event's transcripts: there only where the event has one, and made when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.frame import EventFrame
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.viewer.finding import marked_in
from eqbrief.model import Event, Hit, Placed, Tie
from eqbrief.store import Store
from eqbrief.tasks.tying import tie_turn

if TYPE_CHECKING:
    from eqbrief.gui.transcripts import TranscriptPage

TRANSCRIPT = "transcript"
"""The key of the tab."""


class Speaking:
    """Show what was said at an event in the place of its other pages."""

    def __init__(
        self,
        store: Store,
        jobs: Jobs,
        frame: EventFrame,
        say: Callable[[str], None],
        noted: Callable[[int], None],
    ) -> None:
        self._store, self._jobs, self._frame = store, jobs, frame
        self._say, self._noted = say, noted
        self._page: TranscriptPage | None = None
        self._event: int | None = None
        frame.notes.tie_wanted.connect(self._follow)

    def show(self, event: Event) -> None:
        """Show the tab if the event has transcripts, and its page if that tab is open."""
        self._event = event.id
        number = db.transcript_count(self._store, event.id)
        tabs = self._frame.tabs
        if tabs.current() == TRANSCRIPT and not number:
            tabs.choose("overview")  # before it is hidden, or Qt would choose its neighbour
        tabs.show_tab(TRANSCRIPT, number > 0)
        tabs.set_count(TRANSCRIPT, number if number > 1 else None)
        if tabs.current() == TRANSCRIPT:
            self._open().show_event(event.id, event.appearances)
        else:
            self._frame.pages.setCurrentWidget(self._frame.column)

    def reveal(self, hit: Hit) -> None:
        """Show the turn that a search found, with the words marked."""
        if self._page is not None:
            self._page.reveal(hit.id, marked_in(hit.snippet))

    def focus(self) -> bool:
        """Put the keyboard into the turns; False where they are not shown."""
        shown = self._page is not None and self._frame.pages.currentWidget() is self._page
        if shown and self._page is not None:
            self._page.focus_first()
        return shown

    def _open(self) -> "TranscriptPage":
        from eqbrief.gui.transcripts import TranscriptPage  # noqa: PLC0415 - the first frame shows no transcript

        if self._page is None:
            self._page = TranscriptPage(self._store, self._jobs)
            self._page.said.connect(self._say)
            self._page.note_wanted.connect(self._note)
            self._page.play_wanted.connect(self._play)
            self._frame.pages.addWidget(self._page)
        self._frame.pages.setCurrentWidget(self._page)
        return self._page

    def _follow(self, tie: Tie, placed: Placed | None) -> None:
        """Show the moment to which a note is tied."""
        if tie.kind == "transcript" and placed is not None and placed.id is not None:
            self._frame.tabs.choose(TRANSCRIPT)
            self._open().show_moment(placed.id, placed.number or 0)

    def _play(self, seconds: float) -> None:
        from eqbrief.gui.detail.playing import Playing  # noqa: PLC0415 - the first frame plays nothing

        if self._event is not None:
            Playing(self._frame, self._store, self._jobs, self._say).play(self._event, seconds)

    def _note(self, text: str, turn: int) -> None:
        event = self._event
        if event is None:
            return
        job = self._jobs.save(lambda: tasks.new_note(self._store, event, text, tie=tie_turn(self._store, turn)))
        job.done.connect(self._has_note)
        job.failed.connect(lambda error: tell(self._frame, error))

    def _has_note(self, number: int) -> None:
        self._noted(number)
        self._say("Made a note of the passage")
