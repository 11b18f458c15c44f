# SPDX-License-Identifier: MIT
"""Focus on one note: everything else is put away, and the note stands in the middle. Esc brings all back."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from eqbrief.gui.detail import DetailPane


class Roomy(Protocol):
    """The part of the window that gives its side panes' room away."""

    def give_way(self, given: bool) -> None:
        """Leave the room of sidebar and list to the detail, or take it back."""


class Focused(Protocol):
    """What a window must have for a note to be alone in it."""

    top: QWidget
    status: QWidget
    rooms: Roomy


class FocusMode(QObject):
    """Put everything but the note away, and bring it back."""

    def __init__(self, parts: Focused, detail: "DetailPane") -> None:
        super().__init__(detail)
        self._parts, self._detail = parts, detail
        self.active = False
        detail.notes.escaped.connect(self.leave)
        detail.notes.aids.mentions.wanted.connect(lambda _found: self.leave())

    def toggle(self) -> None:
        """Focus on the note that is being written, or bring the rest back."""
        if self.active:
            self.leave()
        elif self._detail.event_id is not None and self._detail.notes.writing is not None:
            self._put(True)

    def leave(self) -> None:
        """Bring back what was put away; the keyboard stays in the note."""
        if self.active:
            self._put(False)

    def _put(self, on: bool) -> None:
        self.active = on
        writing = self._detail.notes.writing
        self._parts.top.setVisible(not on)
        self._parts.status.setVisible(not on)
        self._parts.rooms.give_way(on)
        self._detail.show_notes_alone(on)
        self._detail.notes.show_alone(writing if on else None)
        if writing is not None:  # on the next turn: the window takes Esc in a note for the way to the list
            QTimer.singleShot(0, writing, lambda: writing.setFocus(Qt.FocusReason.OtherFocusReason))
