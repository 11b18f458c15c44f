# SPDX-License-Identifier: MIT
"""What goes into a briefing is said by whatever shows it: of the widgets around the keyboard the innermost with any."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from eqbrief.model import Piece
from eqbrief.store import Store

GATHER = "add_to_briefing"
"""The name of the window's action, which is the same wherever it is pressed."""


@runtime_checkable
class Gathers(Protocol):
    """A widget that shows something which can go into a briefing."""

    def pieces(self, store: Store) -> list[Piece]:
        """Give what is shown or chosen here as pieces; none where nothing is. Raises UserError where it cannot go."""
        ...

    def isVisible(self) -> bool:
        """Say whether it is on the screen."""
        ...


def around_keyboard() -> list[Gathers]:
    """List the widgets around the keyboard that may hold pieces, from the inside out."""
    found: list[Gathers] = []
    widget = QApplication.focusWidget()
    while widget is not None:
        if isinstance(widget, Gathers):
            found.append(widget)
        widget = widget.parentWidget()
    return found


def selected_words(text: QTextEdit | QPlainTextEdit) -> str:
    """Give the words that are selected in a text, its paragraphs as lines; Qt divides them by a sign of its own."""
    return text.textCursor().selectedText().replace("\u2029", "\n").strip()


def gather(widget: QWidget) -> None:
    """Do the window's action on what a widget shows, as its key does with the keyboard there."""
    if not widget.isAncestorOf(QApplication.focusWidget() or widget.window()) and not widget.hasFocus():
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
    for action in widget.window().actions():
        if action.objectName() == GATHER:
            action.trigger()
