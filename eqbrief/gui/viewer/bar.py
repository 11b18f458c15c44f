# SPDX-License-Identifier: MIT
"""The viewer's bars: what is shown with what can be done with it, and the words that are looked for in the deck."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from eqbrief.gui.kit import Button, ElidedLabel, IconButton, Label, SearchBox, surface
from eqbrief.gui.kit.chip_row import ChipRow
from eqbrief.gui.theme import px

_ROOMY = 760
"""From this width on the buttons have their words beside their icons."""
_SOME = 560
"""Below this width what is in the menu of all commands too has no button."""
_WORDED = {"find": ("Find in deck", "magnifying-glass", "Ctrl+F"), "read": ("Reading view", "text-aa", "Ctrl+Shift+R")}


class ViewerBar(QWidget):
    """Say which slide of which deck is shown; `pressed` says 'find', 'read', 'smaller', 'fit', 'larger', 'window',
    'full', 'open' or 'leave'."""

    pressed = Signal(str)

    def __init__(self, more: QMenu) -> None:
        super().__init__()
        self._is_own, self._with_list = False, True
        self._title = ElidedLabel("", "strong")
        self._where = Label("", "body", "mute", wrap=False)
        self._where.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, tuple[Button, IconButton]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(12), px(6))
        row.setSpacing(px(4))
        self._back = self._icon(row, "Back to the event", "arrow-left", "leave", "Esc")
        row.addWidget(self._title)
        row.addSpacing(px(4))
        row.addWidget(self._where)
        self.tags = ChipRow("target")
        self.tags.setFixedHeight(px(24))  # what has no room beside the others stands in the next line, out of sight
        row.addSpacing(px(8))
        row.addWidget(self.tags)
        row.addStretch(1)
        for verb, (text, icon, keys) in _WORDED.items():
            worded, alone = Button(text, icon, "quiet"), IconButton(text, icon, keys)
            for button in (worded, alone):
                button.clicked.connect(lambda _on=False, verb=verb: self.pressed.emit(verb))
                row.addWidget(button)
            self._buttons[verb] = (worded, alone)
        for button in self._buttons["read"]:
            button.setCheckable(True)
        self._zooming = [
            self._icon(row, "Smaller", "minus", "smaller", "Ctrl+-"),
            self._icon(row, "Fit the slide", "arrows-in", "fit", "Ctrl+0"),
            self._icon(row, "Larger", "plus", "larger", "Ctrl++"),
        ]
        self._own = self._icon(row, "Open in a window of its own", "app-window", "window", "Ctrl+Shift+W")
        self._full = self._icon(row, "Full screen", "corners-out", "full", "F11")
        self._open = Button("Open", "arrow-square-out")
        self._open.setAccessibleName("Open the deck in its own program")
        self._open.clicked.connect(lambda: self.pressed.emit("open"))
        row.addWidget(self._open)
        self._more = IconButton("More for this slide", "dots-three", tone="mute")
        self._more.setMenu(more)
        row.addWidget(self._more)
        self.setFixedHeight(px(44))
        surface(self, "pane")
        self._fit()

    def show_deck(self, title: str) -> None:
        """Name the deck."""
        self._title.setText(title)

    def show_slide(self, number: int, of: int | None, *, hidden: bool = False) -> None:
        """Say which slide is shown of how many; None while that is not known."""
        said = f"slide {number} of {of}{', hidden' if hidden else ''}" if of else "no slides"
        self._where.setText("" if of is None else said)

    def set_ready(self, ready: bool) -> None:
        """Say whether there are slides to do something with; opening the deck elsewhere is always possible."""
        for worded, alone in self._buttons.values():
            worded.setEnabled(ready)
            alone.setEnabled(ready)
        for button in (*self._zooming, self._own, self._full, self._more):
            button.setEnabled(ready)

    def show_reading(self, on: bool, *, possible: bool) -> None:
        """Say whether the reading view is shown, and whether there is a picture to go back to."""
        for button in self._buttons["read"]:
            button.setChecked(on)
            button.setEnabled(possible)
        for button in self._zooming:
            button.setEnabled(not on)

    def set_own_window(self) -> None:
        """Leave out what leads into a window of its own: this is one."""
        self._is_own = True
        self._back.set_name("Close")
        self._fit()

    def set_with_list(self, beside: bool) -> None:
        """Say whether the list of slides stands beside, which has a way back of its own."""
        self._with_list = beside
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy, some = self.width() >= px(_ROOMY), self.width() >= px(_SOME)
        for worded, alone in self._buttons.values():
            worded.setVisible(roomy)
            alone.setVisible(not roomy)
        for button in (*self._zooming, self._full):
            button.setVisible(some)
        self._own.setVisible(some and not self._is_own)
        self._back.setVisible(not self._with_list)

    def _icon(self, row: QHBoxLayout, name: str, icon: str, verb: str, keys: str) -> IconButton:
        button = IconButton(name, icon, keys, tone="mute")
        button.clicked.connect(lambda: self.pressed.emit(verb))
        row.addWidget(button)
        return button


class FindBar(QWidget):
    """Take words to look for in the deck, and go from slide to slide that holds them."""

    typed = Signal(str)
    step = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchBox("Find in deck", "Find in this deck")
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self._count = Label("", "secondary", "mute", wrap=False)
        self._previous = IconButton("Previous slide with these words", "caret-up", "Shift+Enter")
        self._previous.clicked.connect(lambda: self.step.emit(-1))
        self._next = IconButton("Next slide with these words", "caret-down", "Enter")
        self._next.clicked.connect(lambda: self.step.emit(1))
        close = IconButton("Close the search", "x", "Esc", tone="mute")
        close.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(12), px(6))
        row.setSpacing(px(4))
        row.addWidget(self.field, 1)
        row.addSpacing(px(8))
        row.addWidget(self._count)
        row.addSpacing(px(8))
        for button in (self._previous, self._next, close):
            row.addWidget(button)
        surface(self, "pane")

    def show_count(self, text: str, *, any_found: bool) -> None:
        """Say how much was found."""
        self._count.setText(text)
        self._previous.setEnabled(any_found)
        self._next.setEnabled(any_found)

    def open_with(self, words: str | None = None) -> None:
        """Show the bar; with words already in it, where some are given."""
        self.show()
        if words is not None and words != self.field.text():
            self.field.setText(words)

    def eventFilter(self, watched: QLabel, event: QEvent) -> bool:  # type: ignore[override]
        """Go on to the next slide on Enter, and leave on Esc, also with words in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
