# SPDX-License-Identifier: MIT
"""Notice that an event is looked at, show how far its review is, and what is new to who comes back to it."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from eqbrief import store as db
from eqbrief.gui.asking import tell
from eqbrief.gui.detail.frame import EventFrame
from eqbrief.gui.jobs import Jobs, touches
from eqbrief.model import SinceLooked, UserError
from eqbrief.store import Store, Tables
from eqbrief.tasks import looking, reviewing

_LOOKED_MS = 1500
"""So long an event stands on the screen until it counts as looked at: who runs down the list has not."""
_READ_MS = 3000
"""So long the end of its page stands there until the page counts as read."""
_AFTER_MS = 5000
"""So long after a change to an event on show it is noted that somebody saw it, if somebody is there to see it."""

_LISTED = ("event", "note", "action", "briefing", "deck", "slide", "look", "deck_seen", "review_tick")
_OWN = ("event", "note", "action", "deck", "source", "transcript")


class Reviewing(QObject):
    """Stand between an event on show and what is kept of its review."""

    def __init__(self, store: Store, jobs: Jobs, frame: EventFrame) -> None:
        super().__init__(frame)
        self._store, self._jobs, self._frame = store, jobs, frame
        self._event: int | None = None
        self._noted = self._missed = False
        self._since: SinceLooked | None = None
        self._looked = QTimer(self, singleShot=True, interval=_LOOKED_MS)
        self._looked.timeout.connect(self._note_look)
        self._read = QTimer(self, singleShot=True, interval=_READ_MS)
        self._read.timeout.connect(self._note_read)
        self._after = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._after.timeout.connect(self._note_change)
        frame.review.ticked.connect(self._tick)
        frame.review.news_wanted.connect(self._show_news)
        bar = frame.column.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._watch_end())
        bar.rangeChanged.connect(lambda _least, _most: self._watch_end())
        jobs.changed.connect(self._notice)

    def come(self, event_id: int) -> None:
        """Begin with an event that is shown now; what is new to the person is told until they leave it."""
        if event_id == self._event:
            return
        self.leave()
        self._event = event_id
        self._frame.review.show_since(None)
        self._show()
        job = self._jobs.ask("since looked", lambda: looking.since_looked(self._store, event_id))
        job.done.connect(self._tell_since)
        self._looked.start()
        self._watch_end()

    def leave(self) -> None:
        """Note that the event was on show until now, unless something came unseen, and let it go."""
        for timer in (self._looked, self._read, self._after):
            timer.stop()
        if not self._missed:
            self._note_stay()
        self._event, self._noted, self._missed, self._since = None, False, False, None

    def _show(self) -> None:
        if self._event is None:
            return
        with suppress(UserError):  # an event that is gone is about to leave the screen
            self._frame.review.show_review(db.review_of(self._store, self._event))

    def _tell_since(self, since: SinceLooked | None) -> None:
        self._since = since
        self._frame.review.show_since(since)

    def _note_look(self) -> None:
        event = self._event
        if event is None:
            return
        if not self._is_seen():
            self._looked.start()
            return
        self._noted = True
        self._jobs.save(lambda: looking.come_to(self._store, event))
        self._watch_end()

    def _note_stay(self) -> None:
        event = self._event
        if event is not None and self._noted:
            self._jobs.save(lambda: looking.stay_at(self._store, event))

    def _note_change(self) -> None:
        """Note that a change was seen; one that came while nobody was there is news to who comes next."""
        if self._is_seen():
            self._note_stay()
        else:
            self._missed = True

    def _watch_end(self) -> None:
        """Begin to count once the end of the page is in sight, and stop where it is not any more."""
        bar = self._frame.column.verticalScrollBar()
        if not self._noted or bar.value() < bar.maximum() or not self._frame.column.isVisible():
            self._read.stop()
        elif not self._read.isActive():
            self._read.start()

    def _note_read(self) -> None:
        event = self._event
        if event is not None and self._is_seen() and self._frame.tabs.current() in ("overview", "source"):
            self._jobs.save(lambda: looking.stay_at(self._store, event, read=True))

    def _is_seen(self) -> bool:
        return self._frame.isVisible() and QApplication.activeWindow() is not None

    def _tick(self, item: str, on: bool) -> None:
        event = self._event
        if event is None:
            return
        job = self._jobs.save(lambda: reviewing.tick(self._store, event, item, on))
        job.failed.connect(lambda error: tell(self._frame, error))
        job.ended.connect(self._show)  # a tick that could not be kept goes away again

    def _show_news(self) -> None:
        from eqbrief.gui.dialogs.since import SinceDialog  # noqa: PLC0415 - not needed before it is asked for

        if self._since is not None:
            dialog = SinceDialog(self._since, self._frame.window())
            dialog.exec()
            dialog.deleteLater()

    def _notice(self, tables: Tables) -> None:
        if self._event is None:
            return
        if touches(tables, *_LISTED):
            self._show()
        if self._noted and touches(tables, *_OWN):
            self._after.start()
