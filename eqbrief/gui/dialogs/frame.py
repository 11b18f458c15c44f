# SPDX-License-Identifier: MIT
"""What every dialog has in common: a heading, a body, a foot with its buttons, and a line to say how things went.

Sizes follow the text, and no dialog is larger than the screen.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QFocusFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from eqbrief.gui.kit import Banner, Button, FlowLayout, Hairline, Label, ScrollColumn
from eqbrief.gui.kit.banner import BannerTone
from eqbrief.gui.theme import px

_SIGNS: dict[BannerTone, str] = {
    "neutral": "info",
    "accent": "info",
    "good": "check-circle",
    "caution": "warning",
    "danger": "warning-circle",
}
_SPARE = 48


def announce(widget: QWidget, text: str) -> None:
    """Say a sentence to those who use a screen reader."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Dialog(QDialog):
    """A heading and a line below it, then what `add` puts there, then the buttons of `finish`. Esc closes it."""

    def __init__(
        self, title: str, line: str = "", parent: QWidget | None = None, size: tuple[int, int] = (560, 420)
    ) -> None:
        super().__init__(parent)
        self._wanted = size
        self._own_size, self._is_settling = QSize(), False
        self.setWindowTitle(f"{title} – EqBrief")
        self.setAccessibleName(title)
        self.setModal(True)
        self._heading = Label(title, "heading")
        self._line = Label(line, "body", "mute")
        self._line.setVisible(bool(line))
        self._note: Banner | None = None
        self._scrolled: ScrollColumn | None = None
        self._head = QVBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addWidget(self._line)
        self._body = QVBoxLayout()
        self._notes = QVBoxLayout()
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._others, self._answers = QWidget(), QWidget()
        self._other_row, self._answer_row = FlowLayout(self._others), QHBoxLayout(self._answers)
        self._answer_row.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(self._others, 1)
        self._foot.addWidget(self._answers, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addLayout(self._body, 1)
        whole.addLayout(self._notes)
        whole.addLayout(self._foot)
        self._space()
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the size that was meant for 100 %, larger with the text, and smaller than the screen."""
        room = self.screen().availableSize()
        need = self._whole.minimumSize()
        width, height = (max(px(meant), least) for meant, least in zip(self._wanted, need.toTuple(), strict=True))
        return QSize(min(width, room.width() - _SPARE), min(height, room.height() - _SPARE))

    def set_line(self, text: str) -> None:
        """Put another line below the heading."""
        self._line.setText(text)
        self._line.setVisible(bool(text))

    def add(self, what: QWidget | QLayout, stretch: int = 0, *, margin: int = 24) -> None:
        """Add a part to the body, `margin` pixels from both sides."""
        if margin:
            inner = QHBoxLayout()
            inner.setContentsMargins(px(margin), 0, px(margin), 0)
            if isinstance(what, QLayout):
                inner.addLayout(what)
            else:
                inner.addWidget(what)
            what = inner
        if isinstance(what, QLayout):
            self._body.addLayout(what, stretch)
        else:
            self._body.addWidget(what, stretch)

    def add_space(self, pixels: int) -> None:
        """Leave room between two parts."""
        self._body.addSpacing(px(pixels))

    def finish(self, left: Sequence[QWidget], right: Sequence[Button]) -> None:
        """Put the buttons into the foot, in the order of the Tab key; Enter presses the last one at the right."""
        for widget in left:
            self._other_row.addWidget(widget)
        for button in right:
            self._answer_row.addWidget(button)
        for part in (self._others, self._answers):
            part.updateGeometry()
        right[-1].setDefault(True)
        self._space()
        self._fit()

    def add_page(self, name: str) -> ScrollColumn:
        """Fill the body with a column that scrolls where there is little room, its margins those of the dialog."""
        self._scrolled = ScrollColumn(name, wide=True)
        self._body.addWidget(self._scrolled, 1)
        self._space()
        return self._scrolled

    def add_line_above_foot(self) -> None:
        """Divide the body from the foot by a hairline, where the body goes from edge to edge."""
        self._body.addWidget(Hairline())

    def say(self, text: str, tone: BannerTone = "neutral") -> None:
        """Show a sentence above the buttons and announce it; '' takes the last one away."""
        if self._note is not None:
            self._note.hide()
            self._note.deleteLater()
            self._note = None
        if text:
            self._note = Banner(_SIGNS[tone], text, tone)
            self._notes.addWidget(self._note)
            announce(self, text)
        self._space()

    def said(self) -> str:
        """Give the sentence that is shown above the buttons, or ''."""
        return self._note.accessibleName() if self._note else ""

    def changeEvent(self, event: QEvent) -> None:
        """Take the size that fits when the text's size has changed, once every part knows its own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_foot"):
            self._space()
            if not self._is_settling:
                self._is_settling = True
                by_hand = self.size() != self._own_size
                QTimer.singleShot(0, self, lambda: self._settle(by_hand=by_hand))

    def _settle(self, *, by_hand: bool) -> None:
        self._is_settling = False
        if by_hand:  # what the person chose is only ever made larger
            self.resize(self.size().expandedTo(self.sizeHint()))
        else:
            self._fit()
        # Qt hides the ring in a new style, and shows it when the keyboard comes to the next widget.
        if (ring := self.findChild(QFocusFrame)) is not None and ring.widget() is self.focusWidget():
            ring.show()
            ring.raise_()

    def _fit(self) -> None:
        self.resize(self.sizeHint())
        self._own_size = self.size()

    def _space(self) -> None:
        self._head.setContentsMargins(px(24), px(20), px(24), px(16))
        self._head.setSpacing(px(4))
        self._body.setSpacing(0)
        page = self._scrolled.widget() if self._scrolled else None
        if page and (inner := page.layout()):
            inner.setContentsMargins(px(24), px(4), px(24), px(8))
        self._notes.setContentsMargins(px(24), px(12) if self._note else 0, px(24), 0)
        self._foot.setContentsMargins(px(24), px(12), px(24), px(16))
        for row in (self._foot, self._other_row, self._answer_row):
            row.setSpacing(px(8))
        # Where the text is large and the screen small, the answers stand below the other buttons.
        need = self._others.minimumSizeHint().width() + self._answers.sizeHint().width() + px(24) * 2 + px(8)
        beside = need <= self.screen().availableSize().width() - _SPARE
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
