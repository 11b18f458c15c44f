# SPDX-License-Identifier: MIT
"""A chart of bars lying down, each divided by capacity, painted by ourselves. The table beside it says the same."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eqbrief.gui.theme import colour, font, px, theme_in_use
from eqbrief.model import SpeakerRow

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.VerPattern,
)
"""Parts are told apart by pattern as well as by tone, so that none is known by colour alone."""


class BarChart(QWidget):
    """Show rows as bars; `set_rows` gives them, with the names of the parts that each bar is made of."""

    def __init__(self, name: str, *, most: int = 14) -> None:
        super().__init__()
        self._most = most
        self._rows: tuple[SpeakerRow, ...] = ()
        self._parts: tuple[str, ...] = ()
        self._more = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rows(self, rows: tuple[SpeakerRow, ...], parts: tuple[str, ...]) -> None:
        """Show these rows, the first ones where there are many."""
        self._rows, self._parts, self._more = rows[: self._most], parts, max(0, len(rows) - self._most)
        said = "; ".join(f"{row.name} {row.total}" for row in self._rows)
        self.setAccessibleDescription(f"{said}. The table has the same figures." if said else "Nothing to show.")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a line for each bar, and one for the key."""
        return QSize(px(560), px(36) + len(self._rows) * px(34) + (px(24) if self._more else 0))

    def minimumSizeHint(self) -> QSize:
        """Ask for the whole height, and little width."""
        return QSize(px(320), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key, then a bar with its name and its number in each line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_key(painter)
        most = max((row.total for row in self._rows), default=0)
        names = min(px(260), self.width() * 2 // 5)
        numbers = QFontMetrics(font("secondary")).horizontalAdvance(f"{most:,}") + px(12)
        room = max(px(40), self.width() - names - px(16) - numbers)
        top = px(36)
        for row in self._rows:
            self._paint_row(painter, row, QRect(0, top, self.width(), px(34)), names, room / max(1, most))
            top += px(34)
        if self._more:
            painter.setFont(font("secondary"))
            painter.setPen(colour("mute"))
            painter.drawText(QRect(0, top, self.width(), px(24)), Qt.AlignmentFlag.AlignVCenter,
                             f"and {self._more} more, in the table")  # fmt: skip
        painter.end()

    def _paint_key(self, painter: QPainter) -> None:
        left = 0
        painter.setFont(font("secondary"))
        for place, part in enumerate(self._parts):
            box = QRect(left, px(8), px(14), px(14))
            self._fill(painter, box, place)
            words = part.capitalize()
            width = QFontMetrics(font("secondary")).horizontalAdvance(words)
            painter.setPen(colour("mute"))
            painter.drawText(QRect(box.right() + px(6), 0, width + 2, px(30)), Qt.AlignmentFlag.AlignVCenter, words)
            left = box.right() + px(6) + width + px(20)

    def _paint_row(self, painter: QPainter, row: SpeakerRow, line: QRect, names: int, step: float) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("body"))
        painter.setPen(colour("text"))
        shown = QFontMetrics(font("body")).elidedText(row.name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(QRect(0, line.y(), names, line.height()), middle | Qt.AlignmentFlag.AlignRight, shown)
        left = names + px(16)
        bar = QRect(left, line.y() + px(7), 0, line.height() - px(14))
        for place, count in enumerate(row.counts):
            if count:
                bar.setRect(round(left), bar.y(), max(2, round(count * step)), bar.height())
                self._fill(painter, bar, place)
                left += count * step
        painter.setFont(font("secondary"))
        painter.setPen(colour("mute"))
        painter.drawText(QRect(round(left) + px(8), line.y(), px(80), line.height()), middle, f"{row.total:,}")

    def _fill(self, painter: QPainter, box: QRect, place: int) -> None:
        ink: QColor = colour("accent" if not theme_in_use().is_contrast else "text")
        painter.setPen(QPen(ink, 1))
        painter.setBrush(colour("accent-tint") if place else ink)
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        if place:
            painter.setBrush(ink)
            brush = painter.brush()
            brush.setStyle(_PATTERNS[place % len(_PATTERNS)])
            painter.fillRect(box.adjusted(1, 1, -1, -1), brush)
