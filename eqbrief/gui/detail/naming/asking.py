# SPDX-License-Identifier: MIT
"""Small questions about a record: what it is to be called, and which other one is meant."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, SearchBox
from eqbrief.gui.kit.lines import Line, LineList

_MOST = 80


class NameDialog(Dialog):
    """Take a name; `name()` gives it once the dialog was accepted."""

    def __init__(self, title: str, line: str, label: str, name: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, line, parent, (520, 240))
        self._field = QLineEdit(name)
        self._field.setAccessibleName(label)
        self._field.textChanged.connect(self._judge)
        page = self.add_page(label)
        page.add(self._field)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._yes = Button(yes, kind="primary")
        self._yes.clicked.connect(self.accept)
        self.finish([], [cancel, self._yes])
        self._field.setFocus()
        self._field.selectAll()
        self._judge()

    def name(self) -> str:
        """Give what stands in the field."""
        return self._field.text().strip()

    def _judge(self) -> None:
        self._yes.setEnabled(bool(self.name()))


class ChooseDialog(Dialog):
    """Choose one of many lines by typing; `key()` gives the one that was taken."""

    def __init__(self, title: str, line: str, lines: Sequence[Line], yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, line, parent, (560, 520))
        self._lines = list(lines)
        self._field = SearchBox("Find in the list", "Type a part of the name")
        self._field.textChanged.connect(self._show)
        self._list = LineList(title)
        self._list.pressed_on.connect(lambda _key: self.accept())
        self.add(self._field)
        self.add_space(8)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._yes = Button(yes, kind="primary")
        self._yes.clicked.connect(self.accept)
        self.finish([], [cancel, self._yes])
        self._field.setFocus()
        self._show("")

    def key(self) -> str:
        """Give the key of the line that is current."""
        return self._list.current_key()

    def _show(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [one for one in self._lines if all(word in one.title.casefold() for word in words)]
        self._list.show_lines(fitting[:_MOST])
        self._yes.setEnabled(bool(fitting))
