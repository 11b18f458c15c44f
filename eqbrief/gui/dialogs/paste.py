# SPDX-License-Identifier: MIT
"""Where the text of a page is pasted: as plain text, however much of it there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button


class PasteDialog(Dialog):
    """Take a page's text; `text()` gives it once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Paste a page's text",
            "Copy the whole page in your browser (Ctrl+A, Ctrl+C) and paste it here (Ctrl+V). "
            "You see what was read before anything is stored.",
            parent,
            (640, 520),
        )
        self._field = QPlainTextEdit()
        self._field.setAccessibleName("Text of the page")
        self._field.setTabChangesFocus(True)
        self._field.textChanged.connect(self._allow)
        self.add(self._field, 1)
        paste = Button("Paste", "clipboard-text")
        paste.clicked.connect(self._paste)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._read = Button("Read this text", kind="primary", hint="Ctrl+Enter")
        self._read.clicked.connect(self.accept)
        self.finish([paste], [cancel, self._read])
        self._allow()
        self._field.setFocus()

    def text(self) -> str:
        """Give the text as it stands in the field."""
        return self._field.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the text on Ctrl+Enter; Enter alone is a new line in the field."""
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._read.click()
            return
        super().keyPressEvent(event)

    def _paste(self) -> None:
        self._field.setPlainText(QApplication.clipboard().text())
        self._field.setFocus()

    def _allow(self) -> None:
        self._read.setEnabled(not self._field.document().isEmpty())
