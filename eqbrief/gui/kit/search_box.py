# SPDX-License-Identifier: MIT
"""The field to find things with: a magnifying glass, a hint of its shortcut while empty, a cross to empty it."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from eqbrief.gui.kit.buttons import IconButton
from eqbrief.gui.theme import colour, font, paint_icon, px


class SearchBox(QLineEdit):
    """Take words to search for; Esc empties it. `name` is for those who hear it, `hint` its shortcut."""

    def __init__(self, name: str, placeholder: str, hint: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._cross = IconButton("Clear the search", "x", tone="mute", parent=self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.setProperty("inside", True)
        self._cross.clicked.connect(self._empty)
        self._cross.hide()
        self.textChanged.connect(self._show_cross)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc; with nothing in it Esc belongs to the window."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the right."""
        super().resizeEvent(event)
        side = px(24)
        self._cross.setGeometry(self.width() - side - px(4), (self.height() - side) // 2, side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the icons when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, the magnifying glass, and while it is empty the shortcut."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(17)
        paint_icon(painter, "magnifying-glass", QRect(px(11), (self.height() - side) // 2, side, side), "mute")
        if self._hint and not self.text():
            self._paint_hint(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        small = font("secondary")
        small.setPixelSize(px(12))
        width, height = QFontMetrics(small).horizontalAdvance(self._hint) + px(12), px(20)
        box = QRectF(self.width() - width - px(8) - 0.5, (self.height() - height) // 2 + 0.5, width, height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("hairline"), 1))
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setFont(small)
        painter.setPen(colour("mute"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)

    def _make_room(self) -> None:
        hint = QFontMetrics(font("secondary")).horizontalAdvance(self._hint)
        self.setTextMargins(px(25), 0, max(px(20), hint + px(12)), 0)

    def _show_cross(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _empty(self) -> None:
        self.clear()
        self.textEdited.emit("")
