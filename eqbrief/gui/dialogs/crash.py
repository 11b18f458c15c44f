# SPDX-License-Identifier: MIT
"""What a person sees when the program has met a fault: that nothing is lost, and a report that gives nothing away."""

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, Label
from eqbrief.gui.theme import font

_SAVED = "Your notes have been saved. You can go on; if something looks wrong, close EqBrief and start it again."
_NOT_SAVED = (
    "What you typed last could not be saved. Copy it to another program, then close EqBrief and start it again."
)


class CrashReport(Dialog):
    """Show the report of a fault, to read and to copy. It is sent nowhere. `saved` says whether the notes are safe."""

    def __init__(self, report: str, parent: QWidget | None = None, *, saved: bool = True) -> None:
        super().__init__("EqBrief has met a fault", _SAVED if saved else _NOT_SAVED, parent, (640, 480))
        self._report = report
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setAccessibleName("Report of the fault")
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(font("secondary").pixelSize())
        self._text.setFont(fixed)
        self.add(self._text, 1)
        self.add_space(8)
        self.add(
            Label(
                "The report holds no titles, names or notes. Nothing is sent: copy it to whoever looks after EqBrief.",
                "secondary",
                "mute",
            )
        )
        copy = Button("Copy the report", "copy")
        copy.clicked.connect(self._copy)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([copy], [close])
        close.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)
        self.say("The report is on the clipboard.", "good")
