# SPDX-License-Identifier: MIT
"""The reading view of a slide, the speaker's notes below a slide, and what stands there when nothing can be shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eqbrief.gui.kit import Button, Label, Picture, ReadingText, SectionHeading, reading_width, surface
from eqbrief.gui.theme import px
from eqbrief.gui.viewer.finding import places
from eqbrief.gui.viewer.page import STEPS

_AROUND = 28
_OWN_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SlideText(ReadingText):
    """Show a slide as a page to read, in lines that can be read; the keys of slides are said by `stepped`.

    With `middle` the text stands in the middle of its room.
    """

    stepped = Signal(str)

    def __init__(self, name: str, *, middle: bool = True) -> None:
        super().__init__(name, grows=False)
        self._margin, self._middle = -1, middle
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_words(self, words: tuple[str, ...], *, reveal: bool = False) -> None:
        """Mark the words that are looked for, and bring the first of them into sight."""
        found = places(self.toPlainText(), words)
        self.mark(found)
        if found and reveal:
            self.reveal(found[0][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the slides; the arrows and everything with Shift are the text's."""
        if event.key() in _OWN_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text in the middle, in lines that can be read."""
        super().resizeEvent(event)
        spare = self.width() - round(reading_width() * 1.25) - 2 * px(_AROUND)
        margin = px(_AROUND) + max(0, spare // 2)
        if self._middle and margin != self._margin:
            self._margin = margin
            self.setViewportMargins(margin, px(_AROUND), margin, px(8))
        # Qt has laid the text out for the room that was there before the margins.
        self.document().setTextWidth(self.viewport().width())


class SpeakerNotes(QWidget):
    """The speaker's notes of the slide that is shown."""

    stepped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.text = SlideText("Speaker notes", middle=False)
        self.text.stepped.connect(self.stepped)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(12), px(6))
        column.setSpacing(px(4))
        column.addWidget(SectionHeading("Speaker notes"))
        column.addWidget(self.text, 1)
        self.setMinimumHeight(px(72))
        surface(self, "pane")

    def focus_notes(self) -> None:
        """Put the keyboard into the notes."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)


class PasswordPage(QWidget):
    """Ask for the password of a deck, once; `given` says it."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("This deck is protected with a password", "heading")
        self._text = Label("Enter it to see the slides here. It is kept until you close EqBrief, and never stored.")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._wrong = Label("That password does not open it. Check it, and try once more.", "body", "caution")
        self._wrong.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName("Password of the deck")
        self.field.setPlaceholderText("Password")
        self.field.setFixedWidth(px(260))
        self.field.returnPressed.connect(self._give)
        button = Button("Show the slides", kind="primary")
        button.clicked.connect(self._give)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addStretch(1)
        row.addWidget(self.field)
        row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(px(8))
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.addStretch(2)
        column.addWidget(Picture("lock-key", "mute", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for line in (self._title, self._text, self._wrong):
            column.addWidget(line)
        column.addSpacing(px(8))
        column.addLayout(row)
        column.addStretch(3)
        surface(self, "card")

    def ask(self, *, wrong: bool) -> None:
        """Ask, once more where the last was wrong."""
        self._wrong.setVisible(wrong)
        self.field.clear()
        self.setAccessibleName(self._wrong.text() if wrong else self._title.text())

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())
