# SPDX-License-Identifier: MIT
"""What a comparison found: the slides that were changed as a list, and the chosen one in both versions beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from eqbrief.gui.kit import EmptyState, Hairline, IconButton, surface
from eqbrief.gui.kit.lines import LineList
from eqbrief.gui.theme import px
from eqbrief.gui.views.comparing.slides import TwoSlides
from eqbrief.gui.views.comparing.words import slide_line
from eqbrief.tasks.versions import Compared


class Result(QSplitter):
    """Show a comparison. N and P, or the arrows in the list, go from one change to the next."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._compared: Compared | None = None
        self._left = QWidget()
        self.list = LineList("Slides that were changed", background="pane")
        self.list.moved.connect(self._show)
        self.slides = TwoSlides()
        self._none = EmptyState("equals", "Nothing was changed", "Every slide says the same in both decks.")
        self._same = QCheckBox("Show all slides")
        self._same.toggled.connect(lambda _on: self._list_slides())
        self._build()
        for key, by in (("N", 1), ("P", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.list.step(by))

    def fit(self, width: int, *, narrow: bool) -> None:
        """Leave the slides most of the width, and put them below the list where there is little of it."""
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
        most = max(px(260), width * 2 // 5)
        if not narrow and self.sizes()[0] > most:
            self.setSizes([most, width - most])

    def show_compared(self, compared: Compared) -> None:
        """Show a comparison from its first change on."""
        self._compared = compared
        self._list_slides("")

    def focus_first(self) -> None:
        """Put the keyboard into the list, or where there is none on the box that fills it."""
        (self._same if self.list.isHidden() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        left = self._left
        surface(left, "pane")
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(12), px(8))
        foot.setSpacing(px(4))
        foot.addWidget(self._same, 1)
        for name, icon, key, by in (("Change before", "caret-up", "P", -1), ("Next change", "caret-down", "N", 1)):
            button = IconButton(name, icon, key)
            button.clicked.connect(lambda _checked=False, by=by: self.list.step(by))
            foot.addWidget(button)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(Hairline())
        column.addLayout(foot)
        right = QWidget()
        both = QVBoxLayout(right)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.slides, 1)
        both.addWidget(self._none, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(left)
        self.addWidget(right)
        left.setMinimumSize(px(260), px(140))
        right.setMinimumSize(px(260), px(140))
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setSizes([px(340), px(860)])

    def _list_slides(self, choose: str | None = None) -> None:
        if self._compared is None:
            return
        slides = self._compared.changes.slides
        shown = [at for at, slide in enumerate(slides) if slide.what or self._same.isChecked()]
        self.list.setVisible(bool(shown))
        self.list.show_lines((slide_line(str(at), slides[at]) for at in shown), choose)
        self.slides.setVisible(bool(shown))
        self._none.setVisible(not shown)

    def _show(self, key: str) -> None:
        if not key or self._compared is None:
            return
        change = self._compared.changes.slides[int(key)]
        old = self._compared.old.slides[change.before - 1] if change.before else None
        new = self._compared.new.slides[change.after - 1] if change.after else None
        self.slides.show_slide(change, old, new)
