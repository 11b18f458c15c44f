# SPDX-License-Identifier: MIT
"""A message within a page: something to decide, something done, something that went wrong."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eqbrief.gui.kit.buttons import IconButton
from eqbrief.gui.kit.empty import Picture
from eqbrief.gui.kit.labels import Label
from eqbrief.gui.theme import colour, px, theme_in_use

BannerTone = Literal["neutral", "accent", "good", "caution", "danger"]

# Background and icon.
TONES: dict[BannerTone, tuple[str, str]] = {
    "neutral": ("chip", "mute"),
    "accent": ("accent-tint", "on-accent-tint"),
    "good": ("good-tint", "good"),
    "caution": ("caution-tint", "caution"),
    "danger": ("danger-tint", "danger"),
}


class Banner(QWidget):
    """Show a sentence with its icon and the buttons that answer it. A `closable` one can be put away by a cross."""

    closed = Signal()

    def __init__(
        self,
        icon: str,
        text: str,
        tone: BannerTone = "caution",
        buttons: Sequence[QWidget] = (),
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: BannerTone = tone
        self._label = Label(text)
        self._label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16 if not closable else 8, 10)
        row.setSpacing(8)
        row.addWidget(Picture(icon, TONES[tone][1]))
        row.addSpacing(4)
        row.addWidget(self._label, 1)
        for button in buttons:
            row.addWidget(button)
        if closable:
            cross = IconButton("Close this message", "x", tone="mute")
            cross.clicked.connect(self._close)
            row.addWidget(cross)

    def set_text(self, text: str) -> None:
        """Say another sentence."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint; where a theme has none, a border in the tone."""
        back, ink = TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(ink), 1) if theme_in_use().is_contrast else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(colour(back))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another size when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
