# SPDX-License-Identifier: MIT
"""The room of the views: one is shown at a time, each is made when it is first asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from eqbrief.gui.kit import surface
from eqbrief.gui.sidebar import Place
from eqbrief.gui.views.kinds import VIEWS
from eqbrief.gui.views.view import Given, View
from eqbrief.store import Tables


class Views(QStackedWidget):
    """Hold the views that were asked for, and pass on what they want."""

    event_wanted = Signal(int)
    person_wanted = Signal(int)
    place_wanted = Signal(object)
    hit_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._given = given
        self._made: dict[str, View] = {}
        self.place: Place | None = None
        """What is shown, None while the list is."""
        given.jobs.changed.connect(self._notice)
        surface(self, "card")

    def has(self, place: Place) -> bool:
        """Say whether a place is shown by a view rather than by the list."""
        return place.shows in VIEWS

    @property
    def view(self) -> View | None:
        """The view that is shown."""
        return self._made.get(self.place.shows) if self.place else None

    def open(self, place: Place) -> None:
        """Show a place in its view."""
        view = self._made.get(place.shows)
        if view is None:
            view = self._made[place.shows] = VIEWS[place.shows](self._given)
            for name in ("event_wanted", "person_wanted", "place_wanted", "hit_wanted", "said"):
                getattr(view, name).connect(getattr(self, name))
            self.addWidget(view)
        self.place = place
        view.show_place(place)
        self.setCurrentWidget(view)

    def leave(self) -> bool:
        """Leave the view that is shown, unless what was typed in it could not be saved."""
        if self.view is not None and not self.view.may_leave():
            return False
        self.place = None
        return True

    def focus_first(self) -> None:
        """Put the keyboard into the view that is shown."""
        if self.view is not None:
            self.view.focus_first()

    def _notice(self, tables: Tables) -> None:
        if self.view is not None:
            self.view.notice(tables)
