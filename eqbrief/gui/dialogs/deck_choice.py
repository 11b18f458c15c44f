# SPDX-License-Identifier: MIT
"""Choose a deck of the library, those first whose titles say that they are versions of the one at hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, EmptyState, Hairline, SearchBox
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.model import say_date
from eqbrief.store import Store
from eqbrief.tasks.versions import Candidate, versions_of

_MOST = 200
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class DeckChoice(Dialog):
    """List the decks that are here, found by typing; `chosen` is the one that was taken."""

    def __init__(self, store: Store, jobs: Jobs, other: int | None = None, parent: QWidget | None = None) -> None:
        line = "Those that may be versions of the same deck come first." if other else "Of the decks that are here."
        super().__init__("Choose a deck to compare", line, parent, (640, 560))
        self._found: list[Candidate] = []
        self._build()
        job = jobs.ask("decks to choose from", lambda: versions_of(store, other))
        job.done.connect(self._show)

    @property
    def chosen(self) -> int | None:
        """The deck that is current in the list; what was taken once the dialog was accepted."""
        key = self._list.current_key()
        return int(key) if key else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the cursor stays in the field."""
        if step := _STEPS.get(Qt.Key(event.key())):
            self._list.step(step)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._field = SearchBox("Find a deck", "Find a deck by its title, its event or a year")
        self._field.textChanged.connect(lambda _text: self._list_fitting())
        self._list = LineList("Decks")
        self._list.pressed_on.connect(lambda _key: self.accept())
        self._list.moved.connect(lambda key: self._take.setEnabled(bool(key)))
        self._none = EmptyState(
            "presentation", "No other deck is here", "Attach or download a second deck, and come back to compare them."
        )
        self.add(self._field)
        self.add_space(12)
        self.add(Hairline(), margin=0)
        self.add(self._list, 1, margin=0)
        self.add(self._none, 1, margin=0)
        self.add_line_above_foot()
        self._take = Button("Choose", kind="primary")
        self._take.clicked.connect(self.accept)
        self._take.setEnabled(False)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self.finish([], [cancel, self._take])
        self._none.hide()
        self._field.setFocus()

    def _show(self, found: list[Candidate]) -> None:
        self._found = found
        self._list.setVisible(bool(found))
        self._none.setVisible(not found)
        self._list_fitting()

    def _list_fitting(self) -> None:
        words = self._field.text().casefold().split()
        fitting = [one for one in self._found if all(word in _all_of(one) for word in words)]
        self._list.show_lines((_line(one) for one in fitting[:_MOST]), choose="")


def choose_deck(parent: QWidget, store: Store, jobs: Jobs, other: int | None) -> int | None:
    """Let the person choose a deck to be compared with another, or None."""
    dialog = DeckChoice(store, jobs, other, parent.window())
    chosen = dialog.chosen if dialog.exec() else None
    dialog.deleteLater()
    return chosen


def _line(one: Candidate) -> Line:
    about = " · ".join(part for part in (one.event, say_date(one.day) if one.day else "") if part)
    chip = "Likely version" if one.likely else ""
    return Line(str(one.deck.id), one.deck.offered.title, about, "presentation", chip=chip)


def _all_of(one: Candidate) -> str:
    return f"{one.deck.offered.title} {one.event} {one.day or ''}".casefold()
