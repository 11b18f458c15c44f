# SPDX-License-Identifier: MIT
"""What every view is given, and what the window asks of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eqbrief.files import Settings
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.sidebar import Place
from eqbrief.store import Store, Tables


@dataclass(frozen=True, slots=True)
class Given:
    """What a view may need from the window."""

    store: Store
    jobs: Jobs
    settings: Callable[[], Settings]


class View(QWidget):
    """A pane over the whole width beside the sidebar. It is made when it is first shown, and kept."""

    event_wanted = Signal(int)
    person_wanted = Signal(int)
    place_wanted = Signal(object)
    """A Place that the window is to show instead."""
    hit_wanted = Signal(object)
    """A Hit that is to be opened exactly where its words stand."""
    said = Signal(str)
    """A sentence for the status line, announced to screen readers."""

    def show_place(self, place: Place) -> None:
        """Show what the place names; called each time the view comes onto the screen."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_back(self) -> bool:
        """Go one step back within the view; False when there is none, and the window goes back."""
        return False

    def notice(self, tables: Tables) -> None:
        """Read again what a commit touched; called only while the view is shown."""

    def may_leave(self) -> bool:
        """Save what was typed before the view is left or the window closes; False where that fails."""
        return True
