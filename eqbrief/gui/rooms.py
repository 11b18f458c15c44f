# SPDX-License-Identifier: MIT
"""The window's rooms side by side: sidebar, list and detail, or a view in the place of the last two."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from eqbrief.gui.theme import px

NARROW = 1000
"""Below this width the detail covers the list, and Back returns."""

TIGHT = 1160
"""Below this width the sidebar and the list make room for the detail."""

_SIZES = (224, 360, 856)
_TIGHT_SIZES = (176, 290)
_MOST_OF_SIDEBAR = 0.3
"""The part of a window with one pane beside it that the sidebar takes at most."""


class Rooms(QSplitter):
    """Give each pane its room, as the width allows and as the person wants it."""

    def __init__(self, sidebar: QWidget, listing: QWidget, detail: QWidget, views: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sidebar, self._list, self._detail, self._views = sidebar, listing, detail, views
        self._form = "roomy"
        self._roomy = [px(size) for size in _SIZES]
        self._list_wanted = True
        self.inside = False
        """Whether the detail covers the list, in a narrow window."""
        self.covered = False
        """Whether a view stands in the place of list and detail."""
        self.given_way = False
        """Whether sidebar and list have left their room to a deck."""
        self._sidebar_back = False
        self._kept: list[int] = []
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for pane in (sidebar, listing, detail, views):
            self.addWidget(pane)
        sidebar.setMinimumWidth(px(160))
        sidebar.setMaximumWidth(px(280))
        listing.setMinimumWidth(px(260))
        detail.setMinimumWidth(px(340))
        views.hide()
        for place, stretch in enumerate((0, 0, 1, 1)):
            self.setStretchFactor(place, stretch)
        self.setSizes([px(size) for size in _SIZES])

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for the list or the detail only."""
        return self.window().width() < px(NARROW)

    def go_inside(self, inside: bool) -> None:
        """Let the detail cover the list, or the list come back, where only one has room."""
        self.inside = inside
        self.fit()

    def cover(self, covered: bool) -> None:
        """Put the views in the place of list and detail, or take them away."""
        self._roomy = self.kept_sizes()
        self.covered = covered
        self.fit()
        if not covered and self._form == "roomy":
            self.setSizes(self._roomy)

    def give_way(self, given: bool) -> None:
        """Leave the room of sidebar and list to the detail, or take it back."""
        if given == self.given_way:
            return
        self.given_way = given
        if given:
            self._sidebar_back = not self._sidebar.isHidden()
            self._kept = self.sizes()
            self._sidebar.hide()
        elif self._sidebar_back:
            self._sidebar.show()
        self.fit()
        if not given:
            self.setSizes(self._kept)

    def want_list(self, wanted: bool) -> None:
        """Say whether the list is to be shown where it has room."""
        self._list_wanted = wanted
        self._list.setVisible(wanted and not self.given_way)
        if self.isVisible():  # before that there is no width to go by
            self.fit()

    def kept_sizes(self) -> list[int]:
        """Give the widths of the sidebar, the list and the detail as they are to be remembered."""
        if self._form != "roomy":
            return self._roomy
        return [now or before for now, before in zip(self.sizes()[:3], self._roomy, strict=True)]  # 0: not shown

    def fit(self) -> None:
        """Show what is wanted and has room; called whenever the window's width has changed, too."""
        narrow = self.is_narrow
        self.inside = self.inside and narrow
        self._views.setVisible(self.covered)
        beside = not self.covered and not self.given_way
        self._list.setVisible(beside and (not self.inside if narrow else self._list_wanted))
        self._detail.setVisible(not self.covered and (self.inside or not narrow))
        self._share()

    def _share(self) -> None:
        """Give the detail most of a window that is not wide, and the panes their own widths back once it is."""
        width = self.window().width()
        form = "alone" if self.is_narrow or (self.covered and width < px(TIGHT)) else "tight"
        form = form if width < px(TIGHT) else "roomy"
        if form == self._form:
            return
        if self._form == "roomy":
            self._roomy = self.kept_sizes()
        self._form = form
        self.setStretchFactor(1, form == "alone")  # or the sidebar would grow with the list
        if form == "roomy":
            self.setSizes(self._roomy)
        elif form == "tight":
            self.setSizes([*(px(size) for size in _TIGHT_SIZES), width])
        else:
            sidebar = min(px(_SIZES[0]), int(width * _MOST_OF_SIDEBAR))
            self.setSizes([sidebar, *[width - sidebar] * 3])
