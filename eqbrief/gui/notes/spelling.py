# SPDX-License-Identifier: MIT
"""Show words that a dictionary does not know by a line below them, and offer what may have been meant.

Only lines on the screen are looked at, once somebody pauses; what was found is painted, so that nothing is laid out.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu

from eqbrief.files import Settings
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import no_mnemonic
from eqbrief.gui.notes.lines import qt_place
from eqbrief.gui.notes.signs import lines_in
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour
from eqbrief.model import UserError

if TYPE_CHECKING:
    from eqbrief.tasks.spelling import Speller

_PAUSE_MS = 350
_MOST_KEPT = 4000
_Range = tuple[int, int]


class Spelling(QObject):
    """Look at the spelling of fields, if the person wants it and the system has a dictionary."""

    said = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.speller: Speller | None = None
        self._wanted, self._loading = False, False
        self._found: dict[str, list[_Range]] = {}
        self._waiting: dict[str, None] = {}
        self._fields: list[Writing] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._look)

    def attach(self, field: Writing) -> None:
        """Show what is wrong in a field, from the moment it is entered on."""
        field.spelling = self
        field.entered.connect(self._enter)
        self._fields.append(field)
        field.destroyed.connect(lambda: self._fields.remove(field))

    def paint(self, field: Writing, area: QRect) -> None:
        """Underline the words that are wrong within an area of a field, but for the one at the cursor."""
        if self.speller is None or not self._wanted:
            return
        cursor = field.textCursor()
        painter = QPainter(field.viewport())
        pen = QPen(colour("danger"))
        pen.setWidthF(1.5)
        pen.setDashPattern([1.5, 1.5])
        painter.setPen(pen)
        for block in lines_in(field, area):
            at = cursor.positionInBlock() if field.hasFocus() and cursor.block() == block else -1
            for start, end in self._ranges(block.text()):
                if not start <= at <= end:
                    for line in _below(field, block, start, end):
                        painter.drawLine(line)
        painter.end()

    def word_at(self, field: Writing, at: QPoint | None = None) -> QTextCursor | None:
        """Select the wrong word at a place of the field, or at its cursor; None where none is."""
        cursor = field.textCursor() if at is None else field.cursorForPosition(at)
        block, place = cursor.block(), cursor.positionInBlock()
        for start, end in self._checked(block.text()):
            if start <= place <= end:
                return _selected(block, start, end)
        return None

    def next_wrong(self, field: Writing) -> None:
        """Select the next wrong word behind the cursor, round at the end, and say what may have been meant."""
        if self.speller is None or not self._wanted:
            self.said.emit("Spelling is not checked: see Settings")
            return
        cursor = field.textCursor()
        here = cursor.block()
        count = field.document().blockCount()
        for step in range(count + 1):
            block = field.document().findBlockByNumber((here.blockNumber() + step) % count)
            first = cursor.selectionEnd() - block.position() if step == 0 else 0
            found = next((one for one in self._checked(block.text()) if one[0] >= first), None)
            if found is not None:
                chosen = _selected(block, *found)
                field.setTextCursor(chosen)
                meant = self.speller.suggestions(chosen.selectedText())
                self.said.emit(f"“{chosen.selectedText()}”: {', '.join(meant) if meant else 'no suggestion'}")
                return
        self.said.emit("No word is misspelt as far as the dictionary knows")

    def offer(self, field: Writing, menu: QMenu, at: QPoint) -> None:
        """Put what may have been meant by the word at a place above the other lines of a menu."""
        chosen = self.word_at(field, at) if self._wanted else None
        if chosen is None or self.speller is None:
            return
        speller, word = self.speller, chosen.selectedText()
        first = menu.actions()[0] if menu.actions() else menu.addSeparator()
        entries: list[tuple[str, Callable[[], None]]] = [
            (no_mnemonic(one), partial(chosen.insertText, one)) for one in speller.suggestions(word)
        ]
        entries.append((f"Ignore “{word}”", lambda: self._pass(lambda: speller.ignore(word))))
        entries.append((f"Add “{word}” to your words", lambda: self._pass(lambda: speller.learn(word))))
        for text, work in entries:
            made = menu.addAction(text, work)
            menu.insertAction(first, made)
        menu.insertSeparator(first)

    def _pass(self, work: Callable[[], None]) -> None:
        try:
            work()
        except UserError as error:
            self.said.emit(str(error))
        self._found.clear()
        self._repaint()

    def _enter(self) -> None:
        """Take the person's choice, and load the dictionary when a note is first written."""
        wanted = Settings.load().spelling
        if wanted != self._wanted:
            self._wanted = wanted
            self._repaint()
        if wanted and self.speller is None and not self._loading:
            self._loading = True

            def load() -> "Speller | None":
                from eqbrief.tasks.spelling import speller  # noqa: PLC0415 - not before a note is written

                return speller()

            self._jobs.ask("the dictionary", load).done.connect(self._loaded)

    def _loaded(self, found: "Speller | None") -> None:
        self.speller = found
        self._repaint()

    def _ranges(self, text: str) -> list[_Range]:
        found = self._found.get(text)
        if found is None and text.strip() and text not in self._waiting:
            self._waiting[text] = None
            self._soon.start()
        return found or []

    def _checked(self, text: str) -> list[_Range]:
        if text not in self._found and self.speller is not None:
            self._found[text] = [
                (qt_place(text, start), qt_place(text, end)) for start, end in self.speller.wrong(text)
            ]
        return self._found.get(text, [])

    def _look(self) -> None:
        waiting, self._waiting = list(self._waiting), {}
        if len(self._found) > _MOST_KEPT:
            self._found.clear()
        for text in waiting:
            self._checked(text)
        self._repaint()

    def _repaint(self) -> None:
        for field in self._fields:
            field.viewport().update()


def _selected(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _below(field: Writing, block: QTextBlock, start: int, end: int) -> list[QLineF]:
    """Give the lines right below the characters of a block, one for each row on which they stand."""
    made: list[QLineF] = []
    for place in (start, end):
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + place)
        rect = field.cursorRect(cursor)
        made.append(QLineF(rect.left(), rect.bottom(), rect.left(), rect.bottom()))
    first, last = made
    if first.y1() == last.y1():
        return [QLineF(first.p1(), last.p1())]
    right = field.viewport().width()
    return [QLineF(first.x1(), first.y1(), right, first.y1()), QLineF(0, last.y1(), last.x1(), last.y1())]
