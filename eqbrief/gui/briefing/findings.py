# SPDX-License-Identifier: MIT
"""What is to be mended before it goes out, and what is in order, below the outline."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eqbrief.briefing.checking import Finding
from eqbrief.gui.kit import Label, Link, Picture, ScrollColumn
from eqbrief.gui.theme import px


def close_up(column: ScrollColumn) -> None:
    """Take away most of the room above and below a column that is one of several."""
    page = column.widget()
    if page is not None and (rows := page.layout()) is not None:
        rows.setContentsMargins(px(16), px(12), px(16), px(12))


class Findings(ScrollColumn):
    """List what the check found; a link beside each fault mends it or leads to where it is mended."""

    mend_wanted = Signal(object)
    """The Finding that is to be mended."""

    def __init__(self) -> None:
        super().__init__("Before it goes out", wide=True, margin=16)
        close_up(self)
        self.found: tuple[Finding, ...] = ()

    def show_found(self, found: Sequence[Finding]) -> bool:
        """Show what was found, and say whether that is news; nothing happens where it is what is shown."""
        if tuple(found) == self.found:
            return False
        self.found = tuple(found)
        self.clear()
        self.add(Label("Before it goes out", "strong"))
        for one in self.found:
            self.add(self._row(one), before=6)
        return True

    def _row(self, one: Finding) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        icon, tone = ("check-circle", "good") if one.good else ("warning", "caution")
        line.addWidget(Picture(icon, tone, 18), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(one.text, "body"), 1)
        if one.button:
            link = Link(one.button)
            link.setAccessibleDescription(one.text)
            link.clicked.connect(lambda: self.mend_wanted.emit(one))
            line.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row
