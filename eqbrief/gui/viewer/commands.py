# SPDX-License-Identifier: MIT
"""Commands on the slide that is shown. They are the same in the library's window and in a deck's own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from eqbrief.gui.actions import action

if TYPE_CHECKING:
    from eqbrief.gui.viewer.viewer import Viewer


class SlideCommands(QObject):
    """What can be done with a slide; `viewer` gives the viewer that shows a deck now, None where none does."""

    def __init__(
        self,
        window: QWidget,
        viewer: "Callable[[], Viewer | None]",
        otherwise: Callable[[str], None] = lambda _verb: None,
    ) -> None:
        super().__init__(window)
        self._viewer, self._otherwise = viewer, otherwise

    @action(
        "Find in deck",
        icon="magnifying-glass",
        menu="Deck",
        shortcut="Ctrl+F",
        divides=True,
        help="Look for words in the deck that is shown.",
    )
    def find_in_deck(self) -> None:
        """Show the field that looks for words."""
        self._do("find")

    @action(
        "Next slide", icon="caret-down", menu="Deck", shortcut="Ctrl+PgDown", help="Show the next slide, from anywhere."
    )
    def next_slide(self) -> None:
        """Show the next slide."""
        self._do("next")

    @action(
        "Previous slide", icon="caret-up", menu="Deck", shortcut="Ctrl+PgUp", help="Show the slide before this one."
    )
    def previous_slide(self) -> None:
        """Show the slide before."""
        self._do("previous")

    @action(
        "Reading view",
        icon="text-aa",
        menu="Deck",
        shortcut="Ctrl+Shift+R",
        help="Show the slide as text to read, or drawn again.",
    )
    def reading_view(self) -> None:
        """Change between the picture and the text."""
        self._do("read")

    @action("Larger slide", icon="plus", menu="Deck", shortcut="Ctrl++", help="Show the slide larger.")
    def larger_slide(self) -> None:
        """Zoom in."""
        self._do("larger")

    @action("Smaller slide", icon="minus", menu="Deck", shortcut="Ctrl+-", help="Show the slide smaller.")
    def smaller_slide(self) -> None:
        """Zoom out."""
        self._do("smaller")

    @action("Fit the slide", icon="arrows-in", menu="Deck", shortcut="Ctrl+0", help="Fit the slide into its room.")
    def fit_slide(self) -> None:
        """Fit it."""
        self._do("fit")

    @action(
        "Deck in a window of its own",
        icon="app-window",
        menu="Deck",
        shortcut="Ctrl+Shift+W",
        help="Show the deck in a window of its own.",
    )
    def own_window(self) -> None:
        """Open another window."""
        self._do("window")

    @action(
        "Slide over the whole screen",
        icon="corners-out",
        menu="Deck",
        shortcut="F11",
        help="Show the slide over the whole screen; Esc comes back.",
    )
    def whole_screen(self) -> None:
        """Fill the screen."""
        self._do("full")

    @action(
        "Copy the slide's picture",
        icon="image",
        menu="Deck",
        shortcut="Ctrl+Shift+I",
        help="Put the slide's picture on the clipboard.",
    )
    def copy_slide_picture(self) -> None:
        """Copy the picture."""
        self._do("copy picture")

    @action("Copy the slide's words", icon="copy", menu="Deck", help="Put the words of the slide on the clipboard.")
    def copy_slide_words(self) -> None:
        """Copy the words."""
        self._do("copy text")

    @action(
        "Copy a reference to the slide",
        icon="quotes",
        menu="Deck",
        shortcut="Ctrl+Shift+L",
        help="Copy deck, slide, event and date as a line to quote.",
    )
    def copy_slide_reference(self) -> None:
        """Copy the line."""
        self._do("copy reference")

    def _do(self, verb: str) -> None:
        viewer = self._viewer()
        if viewer is not None:
            viewer.do(verb)
        else:
            self._otherwise(verb)
