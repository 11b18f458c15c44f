# SPDX-License-Identifier: MIT
"""Icons of the Phosphor family that QtAwesome brings, painted in the colours of the theme in use at that moment.

QtAwesome's own icons keep the colour they were made with, and importing it costs over 100 ms; its font read directly
costs 8, so icons stand in the very first frame.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

from eqbrief.gui.theme.current import colour

_EM = 1000


def icon(name: str, tone: str = "text", on: str | None = None, on_tone: str | None = None) -> QIcon:
    """Make an icon that follows the theme.

    `name` is Phosphor's ('star', 'star-fill'), `tone` a colour of the theme. `on` and `on_tone` replace them
    while a checkable thing is on. Raises KeyError for a name that Phosphor has not.
    """
    for each in (name, on or name):
        glyph(each)
    return QIcon(PhosphorEngine(name, tone, on or name, on_tone or tone))


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, tone: str | QColor = "text") -> None:
    """Paint an icon into the largest square at the left of a rectangle, in the middle of its height."""
    side = min(rect.width(), rect.height())
    top = rect.y() + (rect.height() - side) / 2
    shape = QTransform(side / _EM, 0, 0, side / _EM, rect.x(), top).map(glyph(name))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, tone if isinstance(tone, QColor) else colour(tone))
    painter.restore()


@cache
def glyph(name: str) -> QPainterPath:
    """Give the outline of a Phosphor icon in a square of 1000 by 1000. Raises KeyError for an unknown name."""
    raw, codes = _phosphor()
    indexes = raw.glyphIndexesForString(chr(int(codes[name], 16)))
    outline = raw.pathForGlyph(indexes[0])
    outline.setFillRule(Qt.FillRule.WindingFill)
    return outline.translated(QPointF(0, raw.ascent()))


@cache
def _phosphor() -> tuple[QRawFont, dict[str, str]]:
    """Find QtAwesome's Phosphor font and its list of names, whatever version they carry, without importing it."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("QtAwesome is not installed: the icons are missing.")
    fonts = Path(spec.origin).parent / "fonts"
    codes = json.loads(max(fonts.glob("phosphor-charmap-*.json")).read_bytes())
    raw = QRawFont(str(max(fonts.glob("phosphor-*.ttf"))), _EM, QFont.HintingPreference.PreferNoHinting)
    return raw, codes


class PhosphorEngine(QIconEngine):
    """Paint a glyph when it is needed, so that its colour and its sharpness are those of that moment."""

    def __init__(self, name: str, tone: str, on: str, on_tone: str) -> None:
        super().__init__()
        self._off = (name, tone)
        self._on = (on, on_tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint the glyph of the state, in the disabled colour where the mode says so."""
        name, tone = self._on if state == QIcon.State.On else self._off
        paint_icon(painter, name, rect, "disabled" if mode == QIcon.Mode.Disabled else tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw the glyph at a size in device pixels."""
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        """Make another of the same."""
        return PhosphorEngine(*self._off, *self._on)
