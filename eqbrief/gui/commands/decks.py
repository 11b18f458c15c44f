# SPDX-License-Identifier: MIT
"""Commands on downloads: of the event's decks or of all, and holding, resuming or giving them up."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eqbrief.gui.actions import action
from eqbrief.gui.asking import confirm
from eqbrief.gui.commands.event import EventCommands
from eqbrief.gui.downloads import Downloads
from eqbrief.model import UserError


class DeckCommands(QObject):
    """What can be done with the decks that pages name and that are not here."""

    def __init__(self, window: QWidget, events: EventCommands, downloads: Downloads) -> None:
        super().__init__(window)
        self._window, self._events, self._downloads = window, events, downloads

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
