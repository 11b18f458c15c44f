# SPDX-License-Identifier: MIT
"""A short list of the library's names below a field, while one types: arrows choose, Enter takes, Esc puts it away."""

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QTextEdit

_FOR_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)

Like = Callable[[str], list[str]]
"""Gives the names that are like what was typed."""


class Completing:
    """Offer names to a field of one line, or to each line of a field that has one thing a line."""

    def __init__(self, field: QTextEdit, like: Like, *, by_line: bool) -> None:
        # A field that is held here would outlive its window until Python clears up.
        self._of, self._like, self._by_line = ref(field), like, by_line
        self._names: QStringListModel | None = None
        self._list: QCompleter | None = None

    def is_open(self) -> bool:
        """Say whether the list is shown."""
        return self._list is not None and self._popup(self._list).isVisible()

    def names(self) -> list[str]:
        """Give the names that are offered."""
        return self._names.stringList() if self._names is not None and self.is_open() else []

    def wants(self, event: QKeyEvent) -> bool:
        """Say whether a key is for the list and not for the field."""
        return self.is_open() and event.key() in _FOR_THE_LIST and not event.modifiers()

    def typed(self, event: QKeyEvent) -> None:
        """Offer names after a key was typed; after one that types nothing, put the list away."""
        is_text = bool(event.text()) and event.text().isprintable()
        if is_text or event.key() == Qt.Key.Key_Backspace:
            self._offer(self._like(self._words()))
        elif event.text() or event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._offer([])

    def _offer(self, found: list[str]) -> None:
        if not found:
            if self._list is not None:
                self._popup(self._list).hide()
            return
        field = self._field
        if self._list is None or self._names is None:  # a form has many fields, and most are never typed into
            self._names = QStringListModel(field)
            self._list = QCompleter(self._names, field)
            self._list.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)  # of no prefix: all that is given
            self._list.setWidget(field)
            self._list.activated.connect(self._take)
        self._names.setStringList(found)
        self._popup(self._list).setAccessibleName("Names in the library")
        line = field.cursorRect()
        top = line.top() if self._by_line else 0
        self._list.complete(QRect(0, top, field.width(), max(line.height(), field.height() - top)))

    @property
    def _field(self) -> QTextEdit:
        field = self._of()
        assert field is not None, "it is the field that asks"
        return field

    @staticmethod
    def _popup(of: QCompleter) -> QAbstractItemView:
        popup = of.popup()
        assert popup is not None, "a completer makes its list when it is first asked for"
        return popup

    def _words(self) -> str:
        cursor = self._field.textCursor()
        return cursor.block().text().strip() if self._by_line else self._field.toPlainText().strip()

    def _take(self, name: str) -> None:
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        if self._by_line:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(name)
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
