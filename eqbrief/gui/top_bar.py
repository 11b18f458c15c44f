# SPDX-License-Identifier: MIT
"""The bar above the panes: Add, back, the one search box, and the menu of every command."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QWidget
from shiboken6 import isValid

from eqbrief.gui.kit import Button, IconButton, MenuButton, SearchBox, is_for_the_window, surface
from eqbrief.gui.theme import px

_AFTER_MS = 15
_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class SearchField(SearchBox):
    """The search box; Down and Enter go on into what was found, Esc in an empty box leaves it."""

    down = Signal()
    left = Signal()
    list_open: Callable[[], bool] = staticmethod(lambda: False)
    """Says whether a list of names is open below it, whose keys are not for the box."""

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window."""
        return not is_for_the_window(event) and super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the results; Enter, Tab and Esc belong to the list of names while it is open."""
        if self.list_open() and event.key() in _OF_THE_LIST:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Hold the things that are used from everywhere."""

    searched = Signal(str)
    back = Signal()
    briefing_wanted = Signal()

    def __init__(self, add_menu: QMenu, whole_menu: QMenu) -> None:
        super().__init__()
        self._typed = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._typed.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self._add = MenuButton("Add", "plus", add_menu)
        self._back = IconButton("Back", "arrow-left", "Alt+Left", tone="mute")
        self._back.clicked.connect(self.back)
        self.search = SearchField("Search", "Search events, people, slides and notes", "Ctrl+K")
        self.search.textChanged.connect(lambda _text: self._typed.start())
        self.search.setMaximumWidth(px(640))
        self._briefing = Button("Briefing", "clipboard-text")
        self._briefing.clicked.connect(self.briefing_wanted)
        self._more = IconButton("All commands", "dots-three", "F10")
        self._more.setMenu(whole_menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(12))
        row.addWidget(self._add)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self._briefing)
        row.addWidget(self._more)
        self.setFixedHeight(px(50))
        surface(self, "bg")

    def set_back(self, possible: bool) -> None:
        """Say whether there is somewhere to go back to."""
        self._back.setEnabled(possible)

    def count_briefing(self, number: int) -> None:
        """Say how many things the briefing holds."""
        self._briefing.set_count(number or None)

    def open_menu(self) -> None:
        """Open the menu of every command; the keyboard goes back to where it was, unless a command moved it."""
        before = QApplication.focusWidget()
        self._more.setFocus()
        self._more.showMenu()
        if before is not None and isValid(before) and before.isVisible() and self._more.hasFocus():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def clear_search(self) -> None:
        """Empty the search box without searching."""
        self.search.clear()  # with its signals, or the cross would stay
        self._typed.stop()
