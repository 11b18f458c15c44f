# SPDX-License-Identifier: MIT
"""Find and replace within the note that is being written: a bar above the notes, all of it by keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, Hairline, IconButton, Label
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import colour, px

_MOST = 9999
"""More places are not counted."""
_SHOWN = 500
"""More are not marked: nobody sees them all, and each costs at every key."""
_Place = tuple[int, int]


class Finder(QVBoxLayout):
    """Hold the bar, which is made when it is first asked for; `shown` says when it comes and goes."""

    shown = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.bar: FindBar | None = None

    def open(self, field: Writing) -> None:
        """Find in a field."""
        if self.bar is None:
            self.bar = FindBar()
            self.bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.bar.closed.connect(lambda: self.shown.emit(False))
            self.addWidget(self.bar)
        self.bar.open(field)
        self.shown.emit(True)

    def follow(self, field: Writing) -> None:
        """Find in another field from now on, if the bar is open."""
        if self.bar is not None and self.bar.isVisible():
            self.bar.follow(field)


class FindBar(QWidget):
    """Find words in a field, step through the places, and replace one or all of them."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field: Writing | None = None
        self._places: list[_Place] = []
        self._soon = QTimer(self, singleShot=True, interval=200)
        self._soon.timeout.connect(self._look)
        self._build()
        self.hide()

    def open(self, field: Writing) -> None:
        """Find in a field: the words that are selected in it, or those that were found before."""
        words = field.textCursor().selectedText()
        self.follow(field)
        self.show()
        self.setMinimumHeight(self.sizeHint().height())  # in a low window the note makes room
        if words and "\u2029" not in words:
            self.words.setText(words)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._look()

    def follow(self, field: Writing) -> None:
        """Find in another field from now on."""
        if field is self._field:
            return
        self._let_go()
        self._field = field
        field.textChanged.connect(self._soon.start)
        field.destroyed.connect(self._forget)
        if self.isVisible():
            self._look()

    def close_bar(self) -> None:
        """Put the bar away; the keyboard goes back to the note, at the place that was found."""
        field = self._field
        self._let_go()
        self.hide()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def step(self, by: int) -> None:
        """Go to the next place behind the cursor, or to the one before; round at the end."""
        if self._field is None or not self._places:
            return
        cursor = self._field.textCursor()
        if by > 0:
            at = next((n for n, place in enumerate(self._places) if place[0] >= cursor.selectionEnd()), 0)
        else:
            before = [n for n, place in enumerate(self._places) if place[1] <= cursor.selectionStart()]
            at = before[-1] if before else len(self._places) - 1
        self._select(at)

    def replace_one(self) -> None:
        """Replace the place that is chosen and go to the next; where none is chosen, go to the next only."""
        field, at = self._field, self._current()
        if field is None:
            return
        if at is not None:
            cursor = self._at(self._places[at])
            cursor.insertText(self.replacement.text())
            field.setTextCursor(cursor)
            self._look()
        self.step(1)

    def replace_all(self) -> None:
        """Replace every place as one step of undo, and say how many there were."""
        field = self._field
        if field is None or not self._places:
            return
        places = self._find_all(field, most=None)
        cursor = QTextCursor(field.document())
        cursor.beginEditBlock()
        for start, end in reversed(places):
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(self.replacement.text())
        cursor.endEditBlock()
        self._look()
        self._say("Replaced 1 place" if len(places) == 1 else f"Replaced {len(places):,} places")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter steps on from the words and replaces from the replacement; with Shift it steps back; Esc closes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.replace_one() if watched is self.replacement and not back else self.step(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.words, self.replacement = QLineEdit(), QLineEdit()
        for field, name in ((self.words, "Find in the note"), (self.replacement, "Replace with")):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
            field.installEventFilter(self)
        self.words.textChanged.connect(self._look)
        self.count = Label("", "secondary", "mute", wrap=False)
        back, on = IconButton("Previous place", "caret-up"), IconButton("Next place", "caret-down")
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        close = IconButton("Close the search", "x", "Esc")
        close.clicked.connect(self.close_bar)
        one, every = Button("Replace", kind="quiet"), Button("All", kind="quiet")
        every.setAccessibleName("Replace all")
        one.clicked.connect(self.replace_one)
        every.clicked.connect(self.replace_all)
        self.case, self.whole = QCheckBox("Match case"), QCheckBox("Whole words")
        for box in (self.case, self.whole):
            box.toggled.connect(lambda _on: self._look())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(12), px(8), px(8), 0)
        rows.setSpacing(px(4))
        below = (self.case, self.whole, self.count)
        for parts in ((self.words, back, on, close), (self.replacement, one, every), below):
            row = QHBoxLayout()
            row.setSpacing(px(4))
            for part in parts:
                row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
            if parts is below:
                row.insertStretch(2, 1)
                row.setSpacing(px(12))
            rows.addLayout(row)
        rows.addSpacing(px(4))
        rows.addWidget(Hairline())

    def _look(self) -> None:
        """Find every place, mark them, and say how many there are and which is chosen."""
        field = self._field
        if field is None or not self.isVisible():
            return
        self._places = self._find_all(field, most=_MOST)
        marked: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setBackground(colour("found"))
        look.setForeground(colour("on-found"))
        for place in self._places[:_SHOWN]:
            one = QTextEdit.ExtraSelection()
            one.cursor, one.format = self._at(place), look
            marked.append(one)
        field.setExtraSelections(marked)
        self._show_count()

    def _find_all(self, field: Writing, most: int | None) -> list[_Place]:
        words, how = self.words.text(), QTextDocument.FindFlag(0)
        if not words:
            return []
        if self.case.isChecked():
            how |= QTextDocument.FindFlag.FindCaseSensitively
        if self.whole.isChecked():
            how |= QTextDocument.FindFlag.FindWholeWords
        places: list[_Place] = []
        found = field.document().find(words, 0, how)
        while not found.isNull() and (most is None or len(places) < most):
            places.append((found.selectionStart(), found.selectionEnd()))
            found = field.document().find(words, found, how)
        return places

    def _select(self, at: int) -> None:
        assert self._field is not None
        self._field.setTextCursor(self._at(self._places[at]))
        self._field.moved.emit()
        self._show_count()
        self._say(self.count.text())

    def _at(self, place: _Place) -> QTextCursor:
        assert self._field is not None
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _current(self) -> int | None:
        if self._field is None:
            return None
        cursor = self._field.textCursor()
        chosen = (cursor.selectionStart(), cursor.selectionEnd())
        return self._places.index(chosen) if chosen in self._places else None

    def _show_count(self) -> None:
        many, at = len(self._places), self._current()
        more = "+" if many == _MOST else ""
        if not self.words.text():
            self.count.setText("")
        elif not many:
            self.count.setText("Not found")
        else:
            self.count.setText(f"{at + 1:,} of {many:,}{more}" if at is not None else f"{many:,}{more} found")

    def _say(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _let_go(self) -> None:
        if self._field is not None:
            self._field.setExtraSelections([])
            self._field.textChanged.disconnect(self._soon.start)
            self._field.destroyed.disconnect(self._forget)
        self._forget()

    def _forget(self) -> None:
        self._field, self._places = None, []
