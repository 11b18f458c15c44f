# SPDX-License-Identifier: MIT
"""What the desk is made of, put together: header, queue, page, fields, strip; and what its bar and buttons say."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from eqbrief.gui.desk.columns import Columns
from eqbrief.gui.desk.header import Header
from eqbrief.gui.desk.items import is_left, said_head, said_outcome
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.page import PagePane
from eqbrief.gui.desk.queue import QueueList
from eqbrief.gui.desk.sheet import SentenceSheet
from eqbrief.gui.desk.sheets import Sheets
from eqbrief.gui.desk.strip import Strip
from eqbrief.gui.kit import Button, Hairline
from eqbrief.gui.theme import px


class DeskFrame(QDialog):
    """Lay out the widgets of the desk, and say how things stand."""

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._end: SentenceSheet | None = None
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

    def say_state(self, number: int, *, is_storing: bool) -> None:
        """Say in the bar what is being done, and on its buttons what can be done with the page of this number."""
        items = self.queue.items
        item = items[number] if 0 <= number < len(items) else None
        certain = len([one for one in items if one.is_certain])
        waiting = len([one for one in items if one.state == "waiting" and one.is_open])
        is_here = item is not None and item.is_here
        self.skip.setText("Next" if is_here else "Skip")
        self.skip.setEnabled(item is not None and (item.is_open or (is_here and is_left(items))))
        self.certain.setText(f"Accept all certain ({certain})")
        is_over = self._end is not None and self.sheets.currentWidget() is self._end
        for button in (self.leave, self.skip, self.accepting):
            button.setVisible(not is_over)
        self.certain.setVisible(len(items) > 1 and not is_over)
        self.certain.setEnabled(certain > 0)
        whole = self._said_accept(number) if item is not None and item.can_store else ""
        self.accepting.setEnabled(bool(whole))
        self.accepting.setText(f"{whole or 'Accept'} and next" if waiting > 1 else whole or "Accept")
        is_new = not items or is_left(items) or is_storing
        self.header.say(said_head(items), "Nothing is stored until you accept it" if is_new else said_outcome(items))

    def say_end(self, close: Callable[[], None]) -> None:
        """Say in place of the fields that every page is done; `close` is what the one button does."""
        items = self.queue.items
        button = Button("Close", kind="primary")
        button.clicked.connect(close)
        title = "This page is done" if len(items) == 1 else f"All {len(items)} pages are done"
        is_any = any(result.action in ("added", "updated") for item in items for result in item.outcome)
        text = "What was added is in the list of events." if is_any else "The library is as it was."
        self._end = SentenceSheet("check-circle", title, text, (button,))
        self.sheets.put(self._end)
        button.setDefault(True)
        button.setFocus()

    def _said_accept(self, number: int) -> str:
        ledger, listing = self.sheets.ledger(number), self.sheets.listing(number)
        if ledger is not None:
            return ledger.said_accept()
        return listing.said_accept() if listing is not None else "Accept"

    def say_empty(self, title: str, text: str = "Choose saved pages, or paste the text of one.") -> None:
        """Say in place of the fields why there are none."""
        self.sheets.put(SentenceSheet("file-text", title, text))
