# SPDX-License-Identifier: MIT
"""Names in notes: a list to choose from while '@', '#' or '[[' is typed, and going to what a name stands for."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout
from shiboken6 import isValid

from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.notes.lines import link_at
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour, line_height, px
from eqbrief.model.mentions import Mention, mention_at, mention_begun
from eqbrief.store import Store

_KINDS = {"@": "people", "#": "topics", "[[": "events and slides"}
_ICONS = {"person": "user", "topic": "tag", "event": "calendar-blank", "slide": "presentation"}
_WIDE, _TALL = 360, 320
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NOT_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_AFTER_A_NAME = (" ", ".", ",", ";", ":", "!", "?", ")")


def name_begun(field: Writing) -> Mention | None:
    """Give the name that is being typed at the cursor of a field."""
    cursor = field.textCursor()
    return None if cursor.hasSelection() else mention_begun(cursor.block().text()[: cursor.positionInBlock()])


class Mentions(QObject):
    """Give notes their names: `attach` a field, and hear in `wanted` of the Mentioned that somebody wants to see."""

    wanted = Signal(object)
    address_wanted = Signal(str)
    """The address of a link of the web, to be shown in full before anything is done with it."""
    said = Signal(str)

    def __init__(self, store: Store, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._jobs = store, jobs

    def attach(self, field: Writing, event_id: int | None) -> None:
        """Offer names in a field whose note is of an event, and open those that stand in it."""
        field.written.connect(lambda: self._offer_in(field, event_id))
        field.open_wanted.connect(lambda line, at: self._open(event_id, line, at))

    def _offer_in(self, field: Writing, event_id: int | None) -> None:
        if field.offering is None and name_begun(field) is not None:  # most notes name nobody
            field.offering = Offering(field, self._store, self._jobs, event_id)
            field.offering.look()

    def _open(self, event_id: int | None, line: str, at: int) -> None:
        address = link_at(line, at)
        if address:
            self.address_wanted.emit(address)
            return
        mention = mention_at(line, at)
        if mention is None:
            self.said.emit("There is no name or link where the cursor is")
            return

        def look() -> Any:
            from eqbrief.tasks.mentioning import meaning  # noqa: PLC0415 - not before it is asked for

            return meaning(self._store, event_id, mention)

        job = self._jobs.ask("what a name in a note stands for", look)
        job.done.connect(lambda found: self._go(mention, found))

    def _go(self, mention: Mention, found: Any) -> None:
        if found is None:
            self.said.emit(f"Nothing in this library is called “{mention.words}”")
        else:
            self.wanted.emit(found)


class Offering(QFrame):
    """The list below the cursor: arrows choose, Enter and Tab take, Esc puts it away until the next name.

    It stands in the field's own window and never has the keyboard, so that typing and input methods go on as before.
    """

    def __init__(self, field: Writing, store: Store, jobs: Jobs, event_id: int | None) -> None:
        super().__init__(field)
        self._field, self._store, self._jobs, self._event_id = field, store, jobs, event_id
        self._offers: list[Any] = []
        self._declined = -1
        self.list = LineList("Names in the library", parent=self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.list.moved.connect(lambda _key: self._say())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.list)
        self.hide()
        field.written.connect(self.look)
        field.destroyed.connect(self.deleteLater)  # by then it stands in the field's window, which stays
        for ended in (field.composing, field.left, field.escaped):
            ended.connect(self.hide)
        field.cursorPositionChanged.connect(self._leave_with_cursor)

    def names(self) -> list[str]:
        """Give the names that are offered now."""
        return [line.title for line in self.list.lines()] if self.isVisible() else []

    def takes(self, event: QEvent) -> bool:
        """Do what a key means for the open list, and say whether it meant anything."""
        if not isinstance(event, QKeyEvent) or not self.isVisible() or event.modifiers() & _NOT_PLAIN:
            return False
        if event.key() in _TAKES:
            self._take(self.list.currentIndex().row())
        elif event.key() in _STEPS:
            rows = len(self._offers)
            self.list.setCurrentIndex(
                self.list.model().index((self.list.currentIndex().row() + _STEPS[event.key()]) % rows, 0)
            )
        elif event.key() == Qt.Key.Key_Escape:
            begun = name_begun(self._field)
            self._declined = self._place(begun) if begun is not None else -1
            self.hide()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the border around the list."""
        painter = QPainter(self)
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def look(self) -> None:
        """Ask what may be meant by what was typed."""
        begun = name_begun(self._field)
        if begun is None or self._place(begun) == self._declined:
            self.hide()
            return
        self._declined = -1

        def look() -> list[Any]:
            from eqbrief.tasks.mentioning import offers  # noqa: PLC0415 - not before somebody types a name

            return offers(self._store, self._event_id, begun)

        job = self._jobs.ask("names for a note", look)
        job.done.connect(lambda found: self._offer(begun, found))

    def _offer(self, begun: Mention, found: list[Any]) -> None:
        if not (isValid(self) and isValid(self._field)) or name_begun(self._field) != begun:
            return  # somebody has typed on, or the note has been put away
        self._offers = found
        if not found or not self._field.hasFocus():
            self.hide()
            return
        self.list.setAccessibleName(f"Names of {_KINDS[begun.sign]}")
        lines = [Line(str(row), one.name, one.about, _ICONS[one.kind]) for row, one in enumerate(found)]
        self._stand(begun, len(lines))
        self.list.show_lines(lines, choose="0")
        self.show()
        self.raise_()
        self._say()

    def _stand(self, begun: Mention, rows: int) -> None:
        """Stand below the sign, or above it where there is no room, within the window."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        cursor = self._field.textCursor()
        cursor.setPosition(self._place(begun))
        line = self._field.cursorRect(cursor)
        at = self._field.viewport().mapTo(window, line.bottomLeft())
        width = min(px(_WIDE), window.width() - px(16))
        height = min(px(_TALL), rows * 2 * line_height("body") + px(24) * rows)
        top = at.y() + px(4)
        if top + height > window.height():
            top = max(0, at.y() - line.height() - height - px(4))
        self.setGeometry(min(at.x(), window.width() - width - px(8)), top, width, height)

    def _take(self, row: int) -> None:
        """Write the chosen name in the place of what was typed of it, as one step of undo."""
        begun = name_begun(self._field)
        self.hide()
        if begun is None or not 0 <= row < len(self._offers):
            return
        cursor = self._field.textCursor()
        line, end = cursor.block().text(), cursor.positionInBlock()
        if begun.sign == "[[" and line[end : end + 2] == "]]":
            end += 2
        cursor.setPosition(self._place(begun))
        cursor.setPosition(cursor.block().position() + end, QTextCursor.MoveMode.KeepAnchor)
        divided = line[end : end + 1] in _AFTER_A_NAME
        cursor.insertText(self._offers[row].written + ("" if divided else " "))
        self._field.setTextCursor(cursor)

    def _leave_with_cursor(self) -> None:
        if self.isVisible() and name_begun(self._field) is None:
            self.hide()

    def _place(self, begun: Mention) -> int:
        return self._field.textCursor().block().position() + begun.start

    def _say(self) -> None:
        line = self.list.current()
        if line is not None and self.isVisible():
            said = f"{line.sentence} {int(line.key) + 1} of {len(self._offers)}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))
