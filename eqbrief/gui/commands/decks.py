# SPDX-License-Identifier: MIT
"""Commands on decks: comparing two, and downloads, of the event's decks or of all."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eqbrief.gui.actions import action
from eqbrief.gui.asking import confirm
from eqbrief.gui.commands.event import EventCommands
from eqbrief.gui.downloads import Downloads
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.kinds import COMPARE
from eqbrief.model import UserError


class DeckCommands(QObject):
    """Comparing two decks, and what can be done with those that pages name and that are not here.

    `on_show` gives the deck and the slide that are shown, `go` shows a place.
    """

    def __init__(
        self,
        window: QWidget,
        events: EventCommands,
        downloads: Downloads,
        on_show: Callable[[], tuple[int, int] | None],
        go: Callable[[Place], None],
    ) -> None:
        super().__init__(window)
        self._on_show, self._go = on_show, go
        self._window, self._events, self._downloads = window, events, downloads

    @action(
        "Compare two decks…",
        icon="git-diff",
        menu="Deck",
        divides=True,
        help="Show what was changed from one version of a deck to another, slide by slide.",
    )
    def compare_decks(self) -> None:
        """Compare the deck that is on show with another, or two that are chosen."""
        shown = self._on_show()
        self._go(Place("Compare two decks", COMPARE, id=shown[0] if shown else None))

    @action(
        "Download the event's decks",
        icon="download-simple",
        menu="Deck",
        divides=True,
        help="Download the decks that the page names and that are not here.",
    )
    def download_decks(self) -> None:
        """Download the decks of the chosen events."""
        if numbers := self._events.chosen():
            self._downloads.ask_events(numbers)

    @action(
        "Download the decks of all events…",
        icon="cloud-arrow-down",
        menu="Deck",
        help="Download every deck that a page of the library names and that is not here.",
    )
    def download_all(self) -> None:
        """Ask once more, since it may be many, and download all of them."""
        question = UserError(
            "Every deck that a page in this library names and that is not here will be downloaded.",
            "It may take long; you can pause it at any time.",
        )
        if confirm(self._window, question, "Download them"):
            self._downloads.ask_events(None)

    @action("Pause the downloads", icon="pause", menu="Deck", help="Hold the downloads; what is here of them is kept.")
    def pause_downloads(self) -> None:
        """Hold the downloads."""
        self._downloads.pause()

    @action("Resume the downloads", icon="play", menu="Deck", help="Go on with the downloads where they were paused.")
    def resume_downloads(self) -> None:
        """Go on with what is held."""
        self._downloads.resume()

    @action("Cancel all downloads", icon="x", menu="Deck", help="Give up every download that is not finished.")
    def cancel_downloads(self) -> None:
        """Give up all that waits."""
        self._downloads.cancel_all()
