# SPDX-License-Identifier: MIT
"""A page that scrolls downwards: one column at the reading width, things 8 px apart, more where a part begins."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from eqbrief.gui.kit.labels import SectionHeading
from eqbrief.gui.kit.reading import reading_width
from eqbrief.gui.theme import px

MARGIN = 28
UNLIMITED = 16_777_215


class ScrollColumn(QScrollArea):
    """Stack widgets from the top at the left. `name` says what the page is; `wide` lets it fill the whole width.

    `margin` is what is left free at its sides, `ends` above and below.
    """

    def __init__(
        self, name: str, *, wide: bool = False, margin: int = MARGIN, ends: int = 24, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wide = wide
        self._column = QWidget()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        page.setProperty("scrolled", "true")
        outer = QHBoxLayout(page)
        outer.setContentsMargins(px(margin), px(ends), px(margin), px(ends))
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._rows = QVBoxLayout(self._column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addStretch(1)
        outer.addWidget(self._column, 1000)
        outer.addStretch(1)
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)
        self._limit()

    def add(self, what: QWidget | QLayout, before: int = 8) -> None:
        """Add a widget or a layout at the end, `before` pixels below the last."""
        at = self._rows.count() - 1
        if at > 0 and before:
            self._rows.insertSpacing(at, before)
            at += 1
        if isinstance(what, QLayout):
            self._rows.insertLayout(at, what)
        else:
            self._rows.insertWidget(at, what)

    def add_heading(self, text: str) -> SectionHeading:
        """Begin a part of the page; give its heading."""
        heading = SectionHeading(text)
        self.add(heading, before=28)
        return heading

    def clear(self) -> None:
        """Take everything away, and begin at the top again."""
        while self._rows.count() > 1:
            _discard(self._rows.takeAt(0))
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the reading width when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._limit()

    def _limit(self) -> None:
        self._column.setMaximumWidth(UNLIMITED if self._wide else reading_width())


def _discard(item: object) -> None:
    widget, layout = item.widget(), item.layout()  # pyright: ignore[reportAttributeAccessIssue] - a QLayoutItem
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while layout.count():
            _discard(layout.takeAt(0))
        layout.deleteLater()
