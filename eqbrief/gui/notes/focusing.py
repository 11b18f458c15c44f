# SPDX-License-Identifier: MIT
"""Focus on one note: everything else is put away, and the note stands in the middle. Esc brings all back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from eqbrief.gui.detail import DetailPane


class FocusMode(QObject):
    """Put everything but the note away, and bring it back; `clear` does so with what stands around the detail."""

    def __init__(self, clear: Callable[[bool], None], detail: "DetailPane") -> None:
        super().__init__(detail)
        self._clear, self._detail = clear, detail
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
        self._clear(on)
        self._detail.show_notes_alone(on)
        self._detail.notes.show_alone(writing if on else None)
        if writing is not None:  # on the next turn: the window takes Esc in a note for the way to the list
            QTimer.singleShot(0, writing, lambda: writing.setFocus(Qt.FocusReason.OtherFocusReason))
