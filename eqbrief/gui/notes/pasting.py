# SPDX-License-Identifier: MIT
"""Paste into a note: Word and web pages as Markdown, a megabyte in pieces, so that the window never waits.

What is still on its way when the note is left is put in at once; where its markup was not read yet, as plain text.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QTextCursor

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.notes.writing import Writing

if TYPE_CHECKING:
    from eqbrief.reading.pasting import Pasted

_PIECE = 12_000
"""So many characters are put in at once: some 40 ms, in a long note."""


class Pasting(QObject):
    """Put what is pasted into a field, in its order and as one step of undo."""

    def __init__(self, field: Writing, jobs: Jobs, say: Callable[[str], None]) -> None:
        super().__init__(field)
        self._field, self._jobs, self._say = field, jobs, say
        self._place: QTextCursor | None = None
        self._rest, self._reading = "", False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._put_piece)

    def take(self, source: QMimeData) -> None:
        """Take what is pasted: with its looks where it has any, else as plain text."""
        self.finish()
        html = source.html() if source.hasHtml() else ""
        if html:
            self._read_beside(html, source.text())
        else:
            self._put(source.text())

    def finish(self) -> None:
        """Put in at once what is still on its way."""
        while self._place is not None:
            self._reading = False
            self._put_piece(len(self._rest))

    def _read_beside(self, html: str, text: str) -> None:
        self._begin(text)
        self._reading = True
        place = self._place
        job = self._jobs.take_in(lambda: _read(html))
        job.done.connect(lambda found: self._came(place, found, text))
        job.ended.connect(lambda: self._came(place, None, text))  # where the reading broke, the words are still there

    def _came(self, place: QTextCursor | None, found: "Pasted | None", text: str) -> None:
        if self._place is place and self._reading:
            self._reading = False
            self._tell(found)
            self._rest = found.text if found is not None else text
            self._put_piece()

    def _put(self, text: str) -> None:
        self._begin(text)
        self._put_piece()

    def _begin(self, text: str) -> None:
        place = self._field.textCursor()
        place.removeSelectedText()
        place.setKeepPositionOnInsert(True)  # what is typed meanwhile stands behind it
        self._place, self._rest, self._is_first = place, text, True

    def _put_piece(self, size: int = _PIECE) -> None:
        place = self._place
        if place is None or self._reading:
            return
        end = len(self._rest)
        if end > size:  # at a line's end, where there is one
            end = self._rest.rfind("\n", 0, size) + 1 or size
        piece, self._rest = self._rest[:end], self._rest[end:]
        place.beginEditBlock() if self._is_first else place.joinPreviousEditBlock()
        self._is_first = False
        place.setKeepPositionOnInsert(False)
        place.setPosition(place.position())  # only the position has kept its place: its anchor went with what was typed
        place.insertText(piece)
        place.setKeepPositionOnInsert(True)
        place.endEditBlock()
        if self._rest:
            self._next.start()
        else:
            self._place = None
            self._field.ensureCursorVisible()

    def _tell(self, found: "Pasted | None") -> None:
        if found is not None and found.pictures:
            said = "1 picture was" if found.pictures == 1 else f"{found.pictures} pictures were"
            self._say(f"{said} left out of what you pasted: a note is text")


def _read(html: str) -> "Pasted | None":
    from eqbrief.reading.pasting import read_pasted  # noqa: PLC0415 - 300 ms, on its own thread

    return read_pasted(html)
