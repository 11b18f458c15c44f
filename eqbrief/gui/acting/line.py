# SPDX-License-Identifier: MIT
"""A line in which an action is written: its text, 'by' when, '@' whom. Names are offered while one types."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from eqbrief.gui.kit import is_for_the_window
from eqbrief.gui.theme import px

_BEGUN = re.compile(r"(?:^|(?<=\s))@([^@\s][^@]{0,40}|)$")
_MOST = 8


class ActionLine(QLineEdit):
    """Write an action in one line. Enter says `entered`; Esc says `escaped`, and puts away the names first."""

    entered = Signal(str)
    escaped = Signal()
    left = Signal()

    def __init__(self, name: str, names: Callable[[], list[str]], text: str = "") -> None:
        super().__init__(text)
        self._names, self._known = names, [""]
        self.setAccessibleName(name)
        self.setAccessibleDescription("What is to be done, by when, and @ whom. Enter keeps it.")
        self._offered = QStringListModel(self)
        self._list = QCompleter(self._offered, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._list.setWidget(self)
        self._list.activated.connect(self._take)
        self.textEdited.connect(lambda _text: self._offer())

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window."""
        return not is_for_the_window(event) and super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the line, Esc leaves it; the list of names has both first."""
        popup = self._list.popup()
        if popup is not None and popup.isVisible():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                chosen = popup.currentIndex()
                self._take(str((chosen if chosen.isValid() else self._offered.index(0)).data()))
                return
            if event.key() == Qt.Key.Key_Escape:
                popup.hide()
                return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab take the name that is offered."""
        popup = self._list.popup()
        return not (popup is not None and popup.isVisible()) and super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for the library's names once, when somebody is about to write."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._known = ["me", *self._names()]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the line was left; the list of names is still the line."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def offered(self) -> list[str]:
        """Give the names that are offered now."""
        popup = self._list.popup()
        return self._offered.stringList() if popup is not None and popup.isVisible() else []

    def _offer(self) -> None:
        begun = _BEGUN.search(self.text()[: self.cursorPosition()])
        words = begun[1].casefold().split() if begun else []
        found = [name for name in self._known if name and _like(name, words)][:_MOST] if begun else []
        popup = self._list.popup()
        if not found:
            if popup is not None:
                popup.hide()
            return
        self._offered.setStringList(found)
        if popup is not None:
            popup.setAccessibleName("Names in the library")
        area = self.cursorRect()
        area.setWidth(min(px(260), self.width()))
        self._list.complete(area)

    def _take(self, name: str) -> None:
        at = self.cursorPosition()
        begun = _BEGUN.search(self.text()[:at])
        if begun is not None:
            before, after = self.text()[: begun.start(1)], self.text()[at:]
            self.setText(f"{before}{name}{'' if after.startswith(' ') else ' '}{after}")
            self.setCursorPosition(len(before) + len(name) + 1)
            self.textEdited.emit(self.text())
        if (popup := self._list.popup()) is not None:
            popup.hide()


def _like(name: str, words: list[str]) -> bool:
    """Say whether each of the words begins a word of the name."""
    parts = name.casefold().split()
    return name.casefold() != " ".join(words) and all(any(part.startswith(word) for part in parts) for word in words)
