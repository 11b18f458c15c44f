# SPDX-License-Identifier: MIT
"""The pages of an event, or the viewer in their place; the viewer is made when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from eqbrief import store as db
from eqbrief.gui.detail.deck_doing import DeckDoing
from eqbrief.gui.gathering import GATHER
from eqbrief.gui.jobs import Jobs
from eqbrief.model import UserError
from eqbrief.store import Store

if TYPE_CHECKING:
    from eqbrief.gui.viewer.viewer import Viewer
    from eqbrief.gui.viewer.window import ViewerWindow

Stop = tuple[QWidget, Callable[[], None]]


class Showing(QStackedWidget):
    """Show a deck in the place of the pages, and let it go again."""

    began = Signal()
    ended = Signal()
    entered = Signal()
    """The person has gone into the deck: it may have all the room there is."""
    slide_shown = Signal(int, int)
    """The id of the deck and the number of the slide that is on show now."""
    left_by_key = Signal(int)
    """The id of the deck that was left by Esc or Back."""
    said = Signal(str)

    def __init__(self, store: Store, jobs: Jobs, decks: DeckDoing) -> None:
        super().__init__()
        self._store, self._jobs, self._decks = store, jobs, decks
        self._viewer: Viewer | None = None
        self._windows: list[ViewerWindow] = []
        self._sha256: str | None = None

    def put_pages(self, pages: QWidget) -> None:
        """Take what is shown while no deck is."""
        self.addWidget(pages)

    @property
    def active(self) -> bool:
        """Whether a deck is shown."""
        return self._viewer is not None and self.currentWidget() is self._viewer

    @property
    def on_show(self) -> tuple[int, int] | None:
        """The id of the deck and the number of the slide that are shown; None where no slide is."""
        viewer = self.viewer
        return (viewer.deck_id, viewer.number) if viewer and viewer.deck_id is not None and viewer.number else None

    @property
    def viewer(self) -> "Viewer | None":
        """The viewer, while it shows a deck."""
        return self._viewer if self.active else None

    def show_deck(self, deck_id: int, slide: int = 1, words: str = "") -> None:
        """Show a deck at a slide, with words marked."""
        viewer = self._viewer or self._make()
        self._sha256 = db.deck(self._store, deck_id).sha256
        self.setCurrentWidget(viewer)
        self.began.emit()
        viewer.show_deck(deck_id, slide, words)

    def enter(self) -> None:
        """Put the keyboard into the deck and give it room."""
        if self._viewer is not None and self.active:
            self.entered.emit()
            self._viewer.focus_slide()

    def leave(self) -> int | None:
        """Show the pages again; give the id of the deck that was shown, None where none was."""
        if self._viewer is None or not self.active:
            return None
        left = self._viewer.deck_id
        self.setCurrentIndex(0)
        self._viewer.close_deck()
        self.ended.emit()
        return left

    def stops(self) -> list[Stop]:
        """List the parts of the viewer that F6 goes to, each with what puts the keyboard into it."""
        viewer = self.viewer
        return viewer.stops() if viewer is not None else []

    def look_again(self) -> None:
        """Read the deck again where another file has taken the place of the one that is shown."""
        viewer = self.viewer
        if viewer is None or viewer.deck_id is None:
            return
        try:
            now = db.deck(self._store, viewer.deck_id).sha256
        except UserError:
            return  # the deck is gone, and its event is read again anyway
        if now != self._sha256:
            self._sha256, number, slide = now, viewer.deck_id, viewer.number
            viewer.close_deck()
            viewer.show_deck(number, slide)

    def end(self) -> None:
        """Close the windows of decks, and let go of what draws them."""
        for window in tuple(self._windows):
            window.close()
        if self._viewer is not None:
            self._viewer.end()

    def _make(self) -> "Viewer":
        from eqbrief.gui.viewer.viewer import Viewer  # noqa: PLC0415 - the first frame shows no deck

        viewer = self._viewer = Viewer(self._store, self._jobs)
        viewer.left.connect(self.leave_by_key)
        viewer.slide_shown.connect(self.slide_shown)
        viewer.said.connect(self.said)
        viewer.open_wanted.connect(self._decks.open)
        viewer.window_wanted.connect(self.open_window)
        self.addWidget(viewer)
        return viewer

    def leave_by_key(self) -> None:
        """Leave the deck as Esc does: the keyboard goes back to where the deck stands on the page."""
        left = self.leave()
        if left is not None:
            self.left_by_key.emit(left)

    def open_window(self, deck_id: int, slide: int, whole_screen: bool = False) -> None:
        """Show a deck in a window of its own."""
        from eqbrief.gui.viewer.window import ViewerWindow  # noqa: PLC0415 - as above

        window = ViewerWindow(self._store, self._jobs)
        window.viewer.said.connect(self.said)
        window.viewer.open_wanted.connect(self._decks.open)
        window.addActions(self.window().findChildren(QAction, GATHER))  # the same action, by the same key
        window.closed.connect(lambda: self._windows.remove(window))
        self._windows.append(window)
        window.viewer.show_deck(deck_id, slide)
        window.open(whole_screen=whole_screen)
