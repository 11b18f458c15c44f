# SPDX-License-Identifier: MIT
"""One note as it is written: the text, growing with its lines, and below it whether it is shared."""

import math

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, IconButton, is_for_the_window
from eqbrief.gui.notes.keeper import Page
from eqbrief.gui.notes.markdown import MarkdownLook
from eqbrief.gui.theme import font, line_height, px
from eqbrief.model import local_clock

_SHARED = ("Shared", "users-three")
_PRIVATE = ("Private", "lock-simple")

_LONG = 400
"""From so many paragraphs on, a text is too long to be measured at every key."""
_TALLEST = 30_000
"""How high such a field becomes, in pixels, before it scrolls by itself."""


class Writing(QPlainTextEdit):
    """A text field as high as its text, plain in and out. Tab leaves it; Ctrl+Tab writes a tab."""

    left = Signal()
    escaped = Signal()
    moved = Signal()
    """The cursor is somewhere else, or the text around it has grown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._fitting = False
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", "true")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(px(2))
        self.setFont(font("reading"))
        self._look = MarkdownLook(self.document())
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.cursorPositionChanged.connect(self.moved)

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(px(200), self._wanted())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines break in other places."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Style the text anew in another theme or size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "_look"):
            if self.font() != font("reading"):
                self.setFont(font("reading"))
            self._look.rehighlight()
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window."""
        return not is_for_the_window(event) and super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; files that are dropped here are decks for the pane around, not a line with their path."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted as plain text; a megabyte too."""
        self.textCursor().insertText(source.text())

    def _wanted(self) -> int:
        """Measure the text. A very long one is measured by its count of lines, and scrolls for what that leaves out."""
        document = self.document()
        is_long = document.blockCount() > _LONG
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != needed:
            self.setVerticalScrollBarPolicy(needed)
        if is_long:
            return min(int(document.size().height()) * self.fontMetrics().lineSpacing() + px(10), _TALLEST)
        layout, block, height = document.documentLayout(), document.firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return max(2 * line_height("reading") + px(8), math.ceil(height) + px(10))

    def _fit(self) -> None:
        if self._fitting:  # measuring a block makes Qt lay it out, and say so
            return
        self._fitting = True
        try:
            if self.height() != (wanted := self._wanted()):
                self.setFixedHeight(wanted)
        finally:
            self._fitting = False
        if self.hasFocus():
            self.moved.emit()


class NoteEditor(QWidget):
    """A note: whether it is shared, and below that its text. It says `typed` at each change and `left` on leaving."""

    typed = Signal(object)
    left = Signal()
    delete_wanted = Signal(object)
    escaped = Signal()

    def __init__(self, page: Page, updated_at: str = "") -> None:
        super().__init__()
        self.page = page
        self._name = f"Note, written {local_clock(updated_at)}" if updated_at else "New note"
        self._build()

    def take(self, text: str, private: bool) -> None:
        """Show what is in the library now, if it is not what stands here, and nothing waits to be saved."""
        if self.page.is_dirty:
            return
        self.page.saved, self.page.saved_private = text, private
        self.page.text, self.page.private = text, private
        if self.writing.toPlainText() != text:
            blocked = self.writing.blockSignals(True)
            self.writing.setPlainText(text)
            self.writing.blockSignals(blocked)
        self._show_private()

    def _build(self) -> None:
        self.writing = Writing(self._name)
        self.writing.setPlaceholderText("Write a note…")
        self.writing.setPlainText(self.page.text)
        self.writing.textChanged.connect(self._take_text)
        self.writing.left.connect(self.left)
        self.writing.escaped.connect(self.escaped)
        self._kind = Button(*_SHARED, kind="quiet")
        self._kind.clicked.connect(self._toggle)
        self._delete = IconButton("Delete this note", "trash", tone="mute")
        self._delete.clicked.connect(lambda: self.delete_wanted.emit(self.page))
        head = QHBoxLayout()  # above the words, so that it is always in sight who may read them
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._kind)
        head.addStretch(1)
        head.addWidget(self._delete)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(2))
        words = QHBoxLayout()
        words.setContentsMargins(px(10), 0, px(10), 0)  # with the document's margin as far in as the head's words
        words.addWidget(self.writing)
        layout.addLayout(head)
        layout.addLayout(words)
        self._show_private()

    def _take_text(self) -> None:
        text = self.writing.toPlainText()
        if text != self.page.text:  # Qt says so of a new style too
            self.page.text = text
            self.typed.emit(self.page)

    def _toggle(self) -> None:
        self.page.private = not self.page.private
        self._show_private()
        self.typed.emit(self.page)
        self.left.emit()

    def _show_private(self) -> None:
        text, icon = _PRIVATE if self.page.private else _SHARED
        meaning = "never leaves unless chosen by hand" if self.page.private else "may go into a briefing"
        self._kind.setText(text)
        self._kind.set_icon(icon)
        self._kind.setAccessibleName(f"{text}: this note {meaning}")
        self._kind.setToolTip(f"{text}: this note {meaning}. Press to change.")
