# SPDX-License-Identifier: MIT
"""What the desk is made of, put together and not yet doing anything: header, queue, page, fields, strip."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from eqbrief.gui.desk.columns import Columns
from eqbrief.gui.desk.header import Header
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.page import PagePane
from eqbrief.gui.desk.queue import QueueList
from eqbrief.gui.desk.sheet import SentenceSheet
from eqbrief.gui.desk.sheets import Sheets
from eqbrief.gui.desk.strip import Strip
from eqbrief.gui.kit import Button, Hairline
from eqbrief.gui.theme import px


class DeskFrame(QDialog):
    """Lay out the widgets of the desk."""

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Add pages – EqBrief")
        self.leave = Button("Close", kind="quiet", hint="Esc")
        self.skip = Button("Skip")
        self.certain = Button("Accept all certain")
        self.accepting = Button("Accept and next", kind="primary", hint="Ctrl+Enter")
        self.header = Header((self.leave, self.skip, self.certain, self.accepting))
        self.list = QueueList()
        self.queue = self.list.queue
        self.page = PagePane()
        self.sheets = Sheets(known)
        self.columns = Columns(self.list, self.page, self.sheets)
        self.strip = Strip()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.columns, 1)
        layout.addWidget(Hairline())
        layout.addWidget(self.strip)
        self.columns.set_shown(queue=False, page=False)
        self.say_empty("No pages yet")
        self.resize(px(1280), px(800))

    def say_empty(self, title: str, text: str = "Choose saved pages, or paste the text of one.") -> None:
        """Say in place of the fields why there are none."""
        self.sheets.put(SentenceSheet("file-text", title, text))
