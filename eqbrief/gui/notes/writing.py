# SPDX-License-Identifier: MIT
"""The field in which a note is written: as high as its text, Markdown in and out, with the keys that writers know."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication

from eqbrief.gui.kit import is_for_the_window
from eqbrief.gui.notes.growing import GrowingText
from eqbrief.gui.notes.helping import Offers, Pastes, Spells
from eqbrief.gui.notes.lines import (
    LINES,
    MARKS,
    as_check,
    continued,
    indented,
    read_line,
    said_line,
    stressed,
    ticked,
    words_of,
)
from eqbrief.gui.notes.markdown import EVERY_LINE, MarkdownLook
from eqbrief.gui.notes.signs import box_of, paint_signs
from eqbrief.gui.theme import font, px, scale_in_use, theme_in_use

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class Writing(GrowingText):
    """A field of Markdown, plain in and out. Tab leaves it, but moves an item of a list further in."""

    left = Signal()
    escaped = Signal()
    written = Signal()
    """A character was typed or taken away by key."""
    composing = Signal()
    """A word is being composed that is not yet in the text."""
    find_wanted = Signal()
    entered = Signal()
    open_wanted = Signal(str, int)
    """What stands in a line at a place is to be opened."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.offering: Offers | None = None
        """The list of names that is offered while one types, where there is one."""
        self.pasting: Pastes | None = None
        """What reads what is pasted, where it is not taken as plain text."""
        self.spelling: Spells | None = None
        """What knows which words are misspelt."""
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font("reading"))
        self._changed: tuple[int, int] | None = None
        self._line = ("", -1)
        self._drawn_in = (theme_in_use().name, scale_in_use())
        self.document().contentsChange.connect(self._note_change)  # before the look, which styles what has changed
        self._look = MarkdownLook(self.document())
        self.textChanged.connect(self._shape_changed)
        self.cursorPositionChanged.connect(self._show_line)
        self.viewport().setMouseTracking(True)

    def setPlainText(self, text: str) -> None:
        """Show a text from its beginning, with nothing to undo."""
        self.document().setUndoRedoEnabled(False)
        self._look.take_whole(lambda: super(Writing, self).setPlainText(text))
        self.document().setUndoRedoEnabled(True)
        self._changed = None
        self.fit()

    def make_line(self, what: str) -> None:
        """Make headings, items, check boxes or quotations of the lines of the selection, or take them back."""
        self._each_line(LINES[what])

    def put_marks(self, what: str) -> None:
        """Put stresses around the selection or the word at the cursor, or take them away."""
        cursor, mark = self.textCursor(), MARKS[what]
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        self._with_marks_around(cursor, mark)
        made = stressed(cursor.selectedText().replace("\u2029", "\n"), mark)
        start = cursor.selectionStart()
        cursor.insertText(made)
        if made == mark * 2:
            cursor.setPosition(start + len(mark))
        else:
            cursor.setPosition(start)
            cursor.setPosition(start + len(made), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put_link(self, address: str = "") -> None:
        """Make a link of the selection, the cursor where its address is written."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        cursor.insertText(f"[{words}]({address})")
        back = len(address) + 1 if words else len(address) + 3
        cursor.setPosition(cursor.position() - back)
        self.setTextCursor(cursor)

    def put(self, text: str) -> None:
        """Write a text at the cursor."""
        self.textCursor().insertText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_box(self) -> str:
        """Make a box of the line with the cursor, if it is none, and give its words."""
        block = self.textCursor().block()
        if read_line(block.text()).kind != "check" and block.text().strip():
            self._rewrite(block, as_check(block.text()))
        return words_of(self.textCursor().block().text())

    def find_words(self, words: str) -> bool:
        """Select words, from the beginning of the text on, and say whether they are there."""
        found = self.document().find(words)
        if not found.isNull():
            self.setTextCursor(found)
        return not found.isNull()

    def take_ticks(self, text: str) -> None:
        """Set the boxes as they are in a text that is the same but for them."""
        document = self.document()
        for number, line in enumerate(text.split("\n")):
            self._rewrite(document.findBlockByNumber(number), line)

    def tick(self, block: QTextBlock, on: bool) -> None:
        """Tick or open the check box of a line."""
        self._rewrite(block, ticked(block.text(), on))

    def changeEvent(self, event: QEvent) -> None:
        """Style the text anew in another theme or size."""
        super().changeEvent(event)
        if event.type() not in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) or not hasattr(self, "_look"):
            return
        if self.font() != font("reading"):
            self.setFont(font("reading"))
        if self._drawn_in != (theme_in_use().name, scale_in_use()):  # Qt says so three times of a field that is shown
            self._drawn_in = (theme_in_use().name, scale_in_use())
            self._look.rehighlight()
            self._look.shape(0, EVERY_LINE, joined=self.document().isUndoAvailable())
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the signs of the line that is about to be written."""
        super().focusInEvent(event)
        self._show_line()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.finish()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._look.show_signs_in(None)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window, and those of an open list of names to that."""
        if event.type() == QEvent.Type.KeyPress and self.offering is not None and self.offering.takes(event):
            event.accept()
            return True
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            event.accept()  # in a note this finds in the note, not in the deck beside it
            if event.type() == QEvent.Type.KeyPress:
                self.find_wanted.emit()
            return True
        return not is_for_the_window(event) and super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method composed; while it composes, nothing is offered."""
        super().inputMethodEvent(event)
        if event.preeditString():
            self.composing.emit()
        elif event.commitString():
            self.written.emit()

    def open_here(self) -> None:
        """Ask for what stands at the cursor to be opened."""
        cursor = self.textCursor()
        self.open_wanted.emit(cursor.block().text(), cursor.positionInBlock())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Move an item of a list in or out on Tab; else let Tab leave."""
        in_list = self.textCursor().hasSelection() or read_line(self.textCursor().block().text()).is_list
        if in_list and not self.isReadOnly():
            before = self.toPlainText()
            self._each_line(lambda text: indented(text, 1 if next else -1))
            if self.toPlainText() != before:
                return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc; go on with a list on Enter."""
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.finish()  # a long paste is undone whole
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._go_on():
            event.accept()
        elif event.matches(QKeySequence.StandardKey.InsertParagraphSeparator) and event.modifiers():
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)
            if (event.text().isprintable() and event.text()) or event.key() == Qt.Key.Key_Backspace:
                self.written.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the box that is pressed; with Ctrl, open the name or the link that is."""
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            under = self.cursorForPosition(event.position().toPoint())
            self.open_wanted.emit(under.block().text(), under.positionInBlock())
            return
        block = self._box_at(event.position())
        if block is not None and not self.isReadOnly() and event.button() == Qt.MouseButton.LeftButton:
            self.tick(block, not read_line(block.text()).ticked)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at boxes with a hand."""
        super().mouseMoveEvent(event)
        over = not self.isReadOnly() and self._box_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the bullets, boxes and bars in the place of their signs."""
        super().paintEvent(event)
        paint_signs(self, event.rect())
        if self.spelling is not None:
            self.spelling.paint(self, event.rect())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual commands of a field, and above them other spellings."""
        menu = self.createStandardContextMenu()
        if self.spelling is not None and not self.isReadOnly():
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.spelling.offer(self, menu, self.cursorRect().center() if by_key else event.pos())
        menu.setAccessibleName("Commands of the note")
        menu.exec(event.globalPos())
        menu.deleteLater()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; files that are dropped here are decks for the pane around, not a line with their path."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, as Markdown."""
        if self.pasting is not None:
            self.pasting.take(source)
        else:
            self.textCursor().insertText(source.text())

    def paste_plainly(self) -> None:
        """Paste the words alone, as they stand on the clipboard."""
        plain = QMimeData()
        plain.setText(QApplication.clipboard().text())
        self.insertFromMimeData(plain)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the Markdown itself, not how it looks here."""
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return made

    def finish(self) -> None:
        """Put in what was pasted and is still on its way."""
        if self.pasting is not None:
            self.pasting.finish()

    def _go_on(self) -> bool:
        """Begin the next item of a list; from an empty one, leave the list."""
        cursor = self.textCursor()
        text = cursor.block().text()
        line = read_line(text)
        if cursor.hasSelection() or cursor.positionInBlock() < line.mark:
            return False
        begun = continued(text)
        if begun == "":
            return False
        if begun is None:
            self._rewrite(cursor.block(), "")
        else:
            cursor.insertText(f"\n{begun}")
            self.setTextCursor(cursor)
        return True

    def _each_line(self, change: Callable[[str], str]) -> None:
        cursor = self.textCursor()
        document = self.document()
        block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        end = last.blockNumber()
        cursor.beginEditBlock()
        while block.isValid() and block.blockNumber() <= end:
            self._rewrite(block, change(block.text()))
            block = block.next()
        cursor.endEditBlock()

    def _rewrite(self, block: QTextBlock, text: str) -> None:
        """Write a line anew, touching only what differs, so that the cursor stays with its words."""
        before = block.text()
        if before == text:
            return
        start = 0
        while start < min(len(before), len(text)) and before[start] == text[start]:
            start += 1
        end = 0
        while end < min(len(before), len(text)) - start and before[-1 - end] == text[-1 - end]:
            end += 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + len(before) - end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])

    def _with_marks_around(self, cursor: QTextCursor, mark: str) -> None:
        """Take the marks right outside a selection into it, so that they can be taken away."""
        start, end, text = cursor.selectionStart(), cursor.selectionEnd(), self.toPlainText()
        size = len(mark)
        if start >= size and text[start - size : start] == mark == text[end : end + size]:
            cursor.setPosition(start - size)
            cursor.setPosition(end + size, QTextCursor.MoveMode.KeepAnchor)

    def _box_at(self, at: QPointF) -> QTextBlock | None:
        block = self.cursorForPosition(at.toPoint()).block()
        box = box_of(self, block)
        return block if box is not None and box.adjusted(-px(4), -px(4), px(4), px(4)).contains(at) else None

    def _show_line(self) -> None:
        self._look.show_signs_in(self.textCursor().block() if self.hasFocus() else None)
        self._say_line()
        self.moved.emit()

    def _say_line(self) -> None:
        """Tell those who hear the note what kind of line the cursor has come to, or what the line has become.

        Qt gives screen readers the text and its fonts, but neither headings nor lists: they are said, and stand in the
        description of the field.
        """
        block = self.textCursor().block()
        said, here = said_line(block.text()), block.blockNumber()
        if (said, here) == self._line or not self.hasFocus():
            return
        self._line = (said, here)
        self.setAccessibleDescription(said)
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _note_change(self, at: int, _removed: int, added: int) -> None:
        first, last = self._changed or (at, at)
        self._changed = (min(first, at), max(last, at + added))
        self._look.write_on(at, self.textCursor().block())

    def _shape_changed(self) -> None:
        """Shape what was changed, as a part of that step. What undo brings back has its shape already."""
        changed, self._changed = self._changed, None
        if changed is not None and not self._look.resting and not self.document().isRedoAvailable():
            self._look.shape(*changed, joined=self.document().isUndoAvailable())
            self._changed = None
        self._say_line()
        self.fit()
