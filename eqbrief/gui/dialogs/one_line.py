# SPDX-License-Identifier: MIT
"""Where one line is typed: a name for what is to be kept."""

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button


class OneLine(Dialog):
    """Take one line; `text()` gives it once the dialog was accepted."""

    def __init__(self, title: str, line: str, label: str, text: str, yes: str, parent: QWidget | None = None) -> None:
        super().__init__(title, line, parent, (480, 224))
        self._field = QLineEdit(text)
        self._field.setAccessibleName(label)
        self._field.selectAll()
        self._field.textChanged.connect(self._judge)
        page = self.add_page(label)
        page.add(self._field)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._yes = Button(yes, kind="primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self.accept)
        self.finish([], [cancel, self._yes])
        self._judge()
        self._field.setFocus()

    def text(self) -> str:
        """Give the line as it stands in the field."""
        return self._field.text().strip()

    def _judge(self) -> None:
        self._yes.setEnabled(bool(self.text()))


def ask_line(parent: QWidget | None, title: str, line: str, label: str, text: str, yes: str) -> str | None:
    """Ask for one line and give it; None where the person does not go on."""
    dialog = OneLine(title, line, label, text, yes, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    given = dialog.text()
    dialog.deleteLater()
    return given if accepted else None
