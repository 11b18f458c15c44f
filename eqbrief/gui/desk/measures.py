# SPDX-License-Identifier: MIT
"""How large a text is, and where its first line stands: what fields grow by and labels are set beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from eqbrief.gui.theme import colour, font, line_height, px


def paint_hint(surface: QWidget, text: str, left: int, baseline: int) -> None:
    """Write a hint into an empty field, in italics: in a contrast theme an upright one would be taken for a value."""
    painter = QPainter(surface)
    slanted = font("body")
    slanted.setItalic(True)
    painter.setFont(slanted)
    painter.setPen(colour("mute"))
    room = surface.width() - left
    painter.drawText(left, baseline, QFontMetrics(slanted).elidedText(text, Qt.TextElideMode.ElideRight, room))
    painter.end()


def first_baseline(field: QWidget) -> int:
    """Give how far below a field's top its first line of text stands, in pixels: where its label's should be."""
    metrics = QFontMetrics(font("body"))
    has_breaks = field.property("breaks")
    if has_breaks is not None:
        apart = line_height("body") - metrics.height() if has_breaks else 0
        return 1 + px(6) + apart + metrics.ascent()
    # In a button or a chip the line stands in the middle.
    return (px(32) - metrics.height()) // 2 + metrics.ascent()


def count_lines(text: str, font: QFont, width: int, most: int) -> int:
    """Count the lines that a text takes at a width in pixels, up to `most`."""
    lines, wrapping = 0, QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for block in text.split("\n"):
        layout = QTextLayout(block, font)
        layout.setTextOption(wrapping)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            lines += 1
        layout.endLayout()
        if not block:
            lines += 1 if layout.lineCount() == 0 else 0
        if lines >= most:
            return most
    return max(1, lines)
