# SPDX-License-Identifier: MIT
"""The bar above the desk: what is being done, and the buttons; in two lines where one has no room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.kit import ElidedLabel, FlowLayout, Hairline, Label, surface


class Header(QWidget):
    """A title, a quiet sentence beside it, and buttons at the right."""

    def __init__(self, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self._title = Label("", "subheading", wrap=False)
        self._about = ElidedLabel("", "body", "mute")
        self._flow_box = QWidget()
        flow = FlowLayout(self._flow_box)
        for button in buttons:
            flow.addWidget(button)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(12)
        self._words.addWidget(self._title)
        self._words.addWidget(self._about, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(16, 9, 12, 9)
        self._row.setSpacing(8)
        self._row.addLayout(self._words, 1)
        self._row.addWidget(self._flow_box)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._row)
        whole.addWidget(Hairline())
        surface(self, "bg")

    def say(self, title: str, about: str) -> None:
        """Say what is being done."""
        self._title.setText(title)
        self._about.setText(about)
        self._arrange()

    def words(self) -> tuple[str, str]:
        """Give what is said now."""
        return self._title.text(), self._about.text()

    def arrange(self) -> None:
        """Lay out anew after a button took another text."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second line where there is no room for one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        words = self._title.sizeHint().width() + self._about.sizeHint().width()
        buttons = self._flow_box.layout().sizeHint().width()  # type: ignore[union-attr]
        beside = words + buttons + 60 <= self.width()
        under = not beside and words + 60 > self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._words.setDirection(down if under else across)
        self._words.setSpacing(0 if under else 12)
