# SPDX-License-Identifier: MIT
"""Paint what Markdown's signs mean in their place: bullets, boxes to tick, the bar beside a quotation, a rule."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock
from PySide6.QtWidgets import QStyle, QTextEdit

from eqbrief.gui.notes.lines import Line, read_line
from eqbrief.gui.theme import colour, px
from eqbrief.gui.theme.style import paint_tick_box

_SIDE = 16
"""How large a box to tick is, in pixels."""


def paint_signs(field: QTextEdit, area: QRect) -> None:
    """Paint the signs of the lines within an area of the field."""
    painter = QPainter(field.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block in lines_in(field, area):
        line = read_line(block.text())
        if line.kind == "item":
            _bullet(painter, _mark(field, block, line), line.level)
        elif line.kind == "check" and (box := box_of(field, block)) is not None:
            state = QStyle.StateFlag.State_Enabled
            state |= QStyle.StateFlag.State_On if line.ticked else QStyle.StateFlag.State_Off
            painter.save()
            paint_tick_box(painter, box.toRect(), state)
            painter.restore()
        elif line.kind == "quote":
            rect = field.document().documentLayout().blockBoundingRect(block)
            rect.translate(0, -field.verticalScrollBar().value())
            painter.fillRect(QRectF(px(3), rect.top(), px(3), rect.height() + 1), colour("border"))
    painter.end()


def lines_in(field: QTextEdit, area: QRect) -> Iterator[QTextBlock]:
    """Give the lines of a field that stand within an area of its viewport."""
    layout, down = field.document().documentLayout(), field.verticalScrollBar().value()
    block = field.cursorForPosition(area.topLeft()).block()
    while block.isValid() and layout.blockBoundingRect(block).top() - down <= area.bottom():
        yield block
        block = block.next()


def box_of(field: QTextEdit, block: QTextBlock) -> QRectF | None:
    """Give where the box of a line to tick is painted, in the field's viewport; None for other lines."""
    line = read_line(block.text())
    if line.kind != "check":
        return None
    mark = _mark(field, block, line)
    side = px(_SIDE)
    return QRectF(mark.left(), mark.center().y() - side / 2, side, side)


def _mark(field: QTextEdit, block: QTextBlock, line: Line) -> QRectF:
    """Give the room of a line's sign, behind its indent."""
    shape, layout = field.document().documentLayout().blockBoundingRect(block), block.layout()
    first = layout.lineAt(0)
    if not first.isValid():
        return QRectF()
    text = block.text()
    indent = len(text) - len(text.lstrip())
    left, right = (_x(first.cursorToX(at)) for at in (indent, min(line.mark, len(text))))
    at = layout.position()
    top = shape.top() + block.blockFormat().topMargin() + first.y() - field.verticalScrollBar().value()
    height = first.ascent() + first.descent()
    return QRectF(QPointF(at.x() + left, top), QPointF(at.x() + right, top + height))


def _bullet(painter: QPainter, mark: QRectF, level: int) -> None:
    side = px(5)
    at = QRectF(0, 0, side, side)
    at.moveCenter(QPointF(mark.left() + px(4), mark.center().y() + 0.5))
    hollow = level % 2 == 1
    painter.setPen(colour("mute") if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour("text"))
    painter.drawEllipse(at)


def _x(found: object) -> float:
    """Give the place of a cursor; PySide gives it with the position that it was moved to."""
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
