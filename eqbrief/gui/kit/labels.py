# SPDX-License-Identifier: MIT
"""Text in the sizes and tones of the design, with its line distance, always as plain text."""

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from eqbrief.gui.kit.plain import plain_tip
from eqbrief.gui.theme import colour, font, line_height, px, scale_in_use
from eqbrief.gui.theme.fonts import Role

Tone = Literal["text", "mute", "accent", "good", "caution", "danger", "on-accent-tint"]

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_WIDEST = 1 << 20
# A layout takes a line's end for a letter, and a tab for more room than there is.
_ONE_CHARACTER = {ord("\n"): "\u2028", ord("\r"): None, ord("\t"): " "}


def lay_out(
    text: str, role: Role, width: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> tuple[QTextLayout, int]:
    """Break a text into lines of a width, also inside a word too long for one; give them and their height in pixels."""
    layout = QTextLayout(text.translate(_ONE_CHARACTER), font(role))
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step, metrics = line_height(role), QFontMetrics(font(role))
    top, lead = 0, (step - metrics.height()) / 2
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top + lead))
        top += step
    layout.endLayout()
    return layout, max(top, step)


def shortened(text: str, role: Role, width: int, lines: int) -> tuple[QTextLayout, int]:
    """Break a text into at most so many lines of a width, the last one cut with '…' where there is more."""
    layout, height = lay_out(text, role, width)
    if layout.lineCount() > lines:
        start = layout.lineAt(lines - 1).textStart()
        rest = QFontMetrics(font(role)).elidedText(text[start:], Qt.TextElideMode.ElideRight, width - px(8))
        layout, height = lay_out(text[:start] + rest, role, width)
    return layout, height


def text_size(text: str, role: Role, width: int) -> QSize:
    """Measure a text when it is broken into lines of a width: the longest line and all lines' height, in pixels."""
    return _measured(text, role, width, QApplication.font().family(), scale_in_use())


@lru_cache(maxsize=4000)
def _measured(text: str, role: Role, width: int, _family: str, _scale: float) -> QSize:
    # A layout asks each label for the same size some twenty times.
    layout, height = lay_out(text, role, width)
    return QSize(_ceil(layout.maximumWidth()), height)


class Label(QLabel):
    """Show a text, wrapped. A `selectable` one can be reached by Tab, and its words copied."""

    def __init__(
        self,
        text: str,
        role: Role = "body",
        tone: Tone = "text",
        *,
        wrap: bool = True,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        if wrap:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if selectable:
            self.setTextInteractionFlags(_SELECTABLE)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; it is the accessible name too."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another tone."""
        self._tone = tone
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of the longest line, and the height it needs."""
        return text_size(self.text(), self._role, _WIDEST).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' width where the text wraps, else for all of it."""
        whole = self.sizeHint()
        if not self.wordWrap():
            return whole
        margins = self.contentsMargins()
        return QSize(min(whole.width(), px(72)), line_height(self._role) + margins.top() + margins.bottom())

    def heightForWidth(self, width: int) -> int:
        """Give the height that the text needs at a width."""
        if not self.wordWrap():
            return self.sizeHint().height()
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return text_size(self.text(), self._role, room).height() + margins.top() + margins.bottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines at the design's distance; a selectable text is painted by Qt, which knows the selection."""
        if self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse:
            super().paintEvent(event)
            return
        area = self.contentsRect()
        align = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        layout, height = lay_out(self.text(), self._role, area.width(), align)
        spare = area.height() - height if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0
        painter = QPainter(self)
        painter.setPen(colour(self._tone if self.isEnabled() else "disabled"))
        layout.draw(painter, QPointF(area.x(), area.y() + spare / 2))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()


class ElidedLabel(QLabel):
    """Show a text on one line, cut with '…' where there is no room; the whole is then its tooltip."""

    def __init__(self, text: str, role: Role = "body", tone: Tone = "text", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role = role
        self._tone: Tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; it is the accessible name too."""
        super().setText(text)
        self.setAccessibleName(text)
        self._tip()
        self.updateGeometry()

    def shown(self) -> str:
        """Give the text as it is cut now."""
        one_line = " ".join(self.text().split())
        return QFontMetrics(font(self._role)).elidedText(one_line, Qt.TextElideMode.ElideRight, self.width())

    def sizeHint(self) -> QSize:
        """Ask for room for the whole text."""
        metrics = QFontMetrics(font(self._role))
        return QSize(metrics.horizontalAdvance(" ".join(self.text().split())) + 1, line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few letters at least."""
        return QSize(min(self.sizeHint().width(), px(32)), line_height(self._role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, cut to the width."""
        painter = QPainter(self)
        painter.setFont(font(self._role))
        painter.setPen(colour(self._tone if self.isEnabled() else "disabled"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.shown())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a tooltip only where something is cut."""
        super().resizeEvent(event)
        self._tip()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _tip(self) -> None:
        is_cut = self.sizeHint().width() > self.width() + 1
        self.setToolTip(plain_tip(self.text()) if is_cut else "")


class SectionHeading(Label):
    """Show the quiet heading above a part of a page: 'Summary', 'Panel', 'Topics'."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, "small", "mute", wrap=False, parent=parent)


def _ceil(length: float) -> int:
    return int(-(-length // 1))
