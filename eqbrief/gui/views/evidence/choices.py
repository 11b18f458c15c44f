# SPDX-License-Identifier: MIT
"""What the grid is to show: which framework, evidence from which events and which year, and whether gaps alone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eqbrief import store as db
from eqbrief.gui.kit import ChipButton, ComboBox, FlowLayout
from eqbrief.gui.theme import px
from eqbrief.gui.views.offers import event_offers
from eqbrief.model import Filter, Framework
from eqbrief.store import Store

_EVERY_YEAR = "Every year"


class Choices(QWidget):
    """A row of boxes; `events_chosen` says that other events are looked at, `gaps` filters for what is missing."""

    framework_chosen = Signal(object)
    """The Framework that is to be shown."""
    events_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: list[Framework] = []
        self._filters: list[tuple[str, Filter]] = []
        self.frameworks, self.events, self.years = ComboBox("Framework"), ComboBox("Events"), ComboBox("Year")
        self.gaps = ChipButton("Without evidence", checkable=True)
        flow = FlowLayout(self, spacing=px(8))
        flow.setContentsMargins(px(28), px(8), px(28), px(12))
        for box, most in ((self.frameworks, 460), (self.events, 260), (self.years, 140)):
            box.setMaximumWidth(px(most))
            flow.addWidget(box)
        flow.addWidget(self.gaps)
        self.frameworks.activated.connect(lambda at: self.framework_chosen.emit(self._known[at]))
        for box in (self.events, self.years):
            box.activated.connect(lambda _at: self.events_chosen.emit())

    def offer(self, store: Store, known: Sequence[Framework], shown: Framework) -> None:
        """Offer the frameworks, topics, series and years that there are; what is chosen stays if it is still there."""
        self._known = list(known)
        _put(self.frameworks, [one.name for one in known], self._known.index(shown))
        self._filters = event_offers(store)
        _put(self.events, [text for text, _filter in self._filters])
        _put(self.years, [_EVERY_YEAR, *db.event_years(store)])

    def wanted(self) -> tuple[Filter, str]:
        """Give which events are wanted, and the year, '' for every one."""
        year = self.years.currentText() if self.years.currentIndex() > 0 else ""
        return self._filters[max(0, self.events.currentIndex())][1], year


def _put(box: ComboBox, texts: list[str], at: int | None = None) -> None:
    """Put other texts into a box, and leave what is chosen if it is still there."""
    before = box.currentText()
    if texts != [box.itemText(place) for place in range(box.count())]:
        box.clear()
        box.addItems(texts)
    box.setCurrentIndex(max(0, box.findText(before)) if at is None else at)
