# SPDX-License-Identifier: MIT
"""The three columns of the desk: queue, page, fields. Where the window is narrow, page and fields take turns."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from eqbrief.gui.kit import Hairline, Tabs
from eqbrief.gui.theme import scale_in_use

_ALL_THREE, _TWO, _BESIDE = 1040, 760, 620
_QUEUE, _PAIR, _WIDEST = 290, (540, 560), 2000


class Columns(QWidget):
    """Lay the columns out for the width there is, and send the keyboard from one to the next."""

    def __init__(self, queue: QWidget | None, page: QWidget, fields: QWidget) -> None:
        super().__init__()
        self._queue, self._page, self._fields = queue, page, fields
        self._has_queue, self._has_page = queue is not None, True
        self._queue_width = _QUEUE
        self._pair_sizes = list(_PAIR)
        self.tabs = Tabs("Fields or page")
        self.tabs.add("fields", "Fields")
        self.tabs.add("page", "Page")
        self.tabs.chosen.connect(lambda _key: self._arrange())
        self._bar = QWidget()
        bar = QVBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(28, 0, 16, 0)
        line.addWidget(self.tabs, 1)
        bar.addLayout(line)
        bar.addWidget(Hairline())
        self._pair = _splitter(page, fields)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._pair, 1)
        self._whole = _splitter(*(widget for widget in (queue, right) if widget is not None))
        self._whole.setStretchFactor(self._whole.count() - 1, 1)
        self._pair.setSizes(self._pair_sizes)
        self._whole.splitterMoved.connect(lambda _at, _handle: self._note_queue())
        self._pair.splitterMoved.connect(lambda _at, _handle: self._note_pair())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._whole)

    def layout_now(self) -> dict[str, Any]:
        """Give the widths that the person has set, as they are to be remembered."""
        return {"queue": self._queue_width, "pair": self._pair_sizes}

    def restore(self, kept: Any) -> None:
        """Take remembered widths; anything that is not understood is passed over."""
        plain: dict[str, Any] = kept if isinstance(kept, dict) else {}
        width, pair = plain.get("queue"), plain.get("pair")
        if isinstance(width, int) and 0 < width < _WIDEST:
            self._queue_width = width
            self._whole.setProperty("sized", False)
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(size, int) and size > 0 for size in pair):
            self._pair_sizes = pair
            self._pair.setSizes(pair)
        self._arrange()

    def set_shown(self, *, queue: bool, page: bool) -> None:
        """Say whether there is a queue to show, and a page."""
        self._has_queue, self._has_page = queue and self._queue is not None, page
        self._arrange()

    def show_fields(self) -> None:
        """Bring the fields to the front where they and the page take turns."""
        self.tabs.choose("fields")

    def next(self, step: int = 1) -> None:
        """Put the keyboard into the next column (1) or the one before (-1), also one that is behind a tab."""
        columns = [
            widget
            for widget, there in ((self._queue, self._has_queue), (self._page, self._has_page), (self._fields, True))
            if widget is not None and there
        ]
        now = self.window().focusWidget()
        at = next((n for n, c in enumerate(columns) if now is not None and (c is now or c.isAncestorOf(now))), -step)
        to = columns[(at + step) % len(columns)]
        if to is not self._queue:
            self.tabs.choose("page" if to is self._page else "fields")
        to.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the columns out anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width() / scale_in_use()
        both = width >= (_ALL_THREE if self._has_queue else _TWO)
        self._bar.setVisible(not both and self._has_page)
        page_first = self.tabs.current() == "page"
        self._page.setVisible(self._has_page and (both or page_first))
        self._fields.setVisible(both or not page_first or not self._has_page)
        if self._queue is not None:
            self._queue.setVisible(self._has_queue)
            beside = width >= _BESIDE
            wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
            if self._whole.orientation() != wanted or not self._whole.property("sized"):
                self._whole.setOrientation(wanted)
                self._whole.setProperty("sized", True)
                side = self._queue_width * scale_in_use() if beside else self.height() * 0.25
                total = self._whole.width() if beside else self._whole.height()
                self._whole.setSizes([round(side), max(1, round(total - side))])

    def _note_queue(self) -> None:
        if self._whole.orientation() is Qt.Orientation.Horizontal:
            self._queue_width = round(self._whole.sizes()[0] / scale_in_use())

    def _note_pair(self) -> None:
        if all(sizes := self._pair.sizes()):
            self._pair_sizes = sizes


def _splitter(*widgets: QWidget) -> QSplitter:
    splitter = QSplitter()
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
