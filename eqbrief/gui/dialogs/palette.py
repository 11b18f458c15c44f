# SPDX-License-Identifier: MIT
"""Every command by a few typed letters, so that nobody has to remember a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.actions import Action
from eqbrief.gui.dialogs.frame import announce
from eqbrief.gui.dialogs.ranking import best
from eqbrief.gui.kit import Hairline, IconButton, Label, SearchBox
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.theme import colour, px

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class CommandPalette(QDialog):
    """Find a command by typing; arrows choose, Enter runs it once the palette is gone, Esc closes."""

    def __init__(self, actions: Sequence[tuple[Action, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._actions = list(actions)
        self.setWindowTitle("Find a command – EqBrief")
        self.setAccessibleName("Find a command")
        self.setModal(True)
        self._build()
        self._show_fitting("")
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Ask for room for eight commands, within the window."""
        room = self.screen().availableSize()
        return QSize(min(px(600), room.width() - 32), min(px(480), room.height() - 32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the cursor stays in the field; run what is chosen."""
        if step := _STEPS.get(Qt.Key(event.key())):
            self._list.step(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.current_key())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Stand near the top of the window, in its middle."""
        super().showEvent(event)
        below = self.parentWidget()
        over = below.window().geometry() if below else self.screen().availableGeometry()
        self.move(QPoint(over.center().x() - self.width() // 2, over.y() + px(56)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a border, since there is no window's frame."""
        painter = QPainter(self)
        painter.setPen(QPen(colour("border"), 1))
        painter.setBrush(colour("card"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _build(self) -> None:
        self._field = SearchBox("Find a command", "Type a command, such as star or backup")
        self._field.textChanged.connect(self._show_fitting)
        close = IconButton("Close", "x", "Esc", tone="mute")
        close.clicked.connect(self.reject)
        close.setAutoRaise(True)
        top = QHBoxLayout()
        top.setContentsMargins(px(12), px(12), px(12), px(12))
        top.setSpacing(px(8))
        top.addWidget(self._field, 1)
        top.addWidget(close)
        self._list = LineList("Commands")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.moved.connect(self._tell)
        self._list.clicked.connect(lambda _index: self._run(self._list.current_key()))
        self._none = Label("No command fits. Try another word.", "body", "mute")
        self._none.setContentsMargins(px(24), px(16), px(24), px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline())
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self._field.setFocus()

    def _show_fitting(self, typed: str) -> None:
        texts = [(plain(made.text()), told.menu, keys(made), told.help) for told, made in self._actions]
        places = sorted(best(typed, texts), key=lambda place: not self._actions[place][1].isEnabled())
        # What was current before is not wanted any more: Enter must run the best.
        self._list.show_lines((self._line(place) for place in places), choose="")
        self._none.setVisible(not places)
        self._list.setVisible(bool(places))

    def _line(self, place: int) -> Line:
        told, made = self._actions[place]
        off = not made.isEnabled()
        about = f"{told.menu} · not available now" if off else f"{told.menu} · {told.help}"
        return Line(str(place), plain(made.text()), about, told.icon, chip=keys(made), off=off)

    def _tell(self, _key: str) -> None:
        line = self._list.current()
        words = line.sentence if line else "No command fits."
        self._field.setAccessibleDescription(words)
        announce(self._field, words)

    def _run(self, key: str) -> None:
        if not key:
            return
        made = self._actions[int(key)][1]
        if made.isEnabled():
            self.accept()
            # On the next turn, when this dialog no longer stands in the way of what the command opens.
            QTimer.singleShot(0, made, made.trigger)


def plain(text: str) -> str:
    """Give an action's text without the signs of a mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys(action: QAction) -> str:
    """Give an action's keys as this system writes them, or ''."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
