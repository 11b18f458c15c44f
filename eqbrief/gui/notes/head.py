# SPDX-License-Identifier: MIT
"""The line above the notes: whether they are saved, and quietly how long the one is that is being written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eqbrief.gui.kit import IconButton, Label, Picture
from eqbrief.gui.theme import px


class NotesHead(QWidget):
    """Say how the notes stand, and offer another."""

    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = ("", "mute", "")
        self.state = Label("", "secondary", "good", wrap=False)
        self.sign = Picture("check-circle", "good", 16)
        self.sign.hide()
        self.words = Label("", "secondary", "mute", wrap=False)
        new = IconButton("New note", "plus", "Ctrl+Shift+N", tone="mute")
        new.clicked.connect(self.new_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(10), px(4))
        row.setSpacing(px(8))
        row.addWidget(Picture("notebook", "mute", 18))
        row.addWidget(Label("Notes", "strong", wrap=False))
        row.addWidget(self.words, 1)
        row.addWidget(self.sign)
        row.addWidget(self.state)
        row.addWidget(new)
        self.setFixedHeight(px(44))

    def tell(self, text: str, tone: str, icon: str) -> None:
        """Say how the notes stand; the same again costs nothing."""
        if (text, tone, icon) == self._told:
            return  # another word would have the whole pane laid out anew, at each key
        self._told = (text, tone, icon)
        self.state.setText(text)
        self.state.set_tone(tone)  # type: ignore[arg-type]
        self.sign.setVisible(bool(icon))
        if icon:
            self.sign.show_icon(icon, tone)

    def show_words(self, number: int | None) -> None:
        """Say how many words the note has that is being written; None where none is."""
        said = "" if number is None else "1 word" if number == 1 else f"{number:,} words"
        if said != self.words.text():
            self.words.setText(said)
