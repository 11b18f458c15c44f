# SPDX-License-Identifier: MIT
"""Draw a row of a list as a card: a title of up to two lines, a tone lighter what it is about, quiet counts below."""

import re
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eqbrief.gui.kit.chips import TONES, ChipTone
from eqbrief.gui.listing.model import RowRole
from eqbrief.gui.listing.rows import Part, Row, plural
from eqbrief.gui.theme import colour, font, paint_icon, px, theme_in_use
from eqbrief.gui.theme.fonts import Role

_MARGIN = 16
_PAD = 13
_BAR = 3
_BROAD_BAR = 8
_LINE = 22


def _line() -> int:
    """Give the distance of the lines on a card."""
    return px(_LINE)


_Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paint cards of one height: `lines` of text each, so that 20,000 of them need no measuring."""

    def __init__(self, lines: int = 4) -> None:
        super().__init__()
        self.lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give every card the same height."""
        return QSize(px(200), 2 * px(_PAD) + self.lines * _line())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one card."""
        row: Row | None = index.data(RowRole)
        if row is None:
            return
        painter.save()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        self._ground(painter, rect, state)
        inner = rect.adjusted(px(_MARGIN), px(_PAD), -px(_MARGIN), -px(_PAD))
        if row.icon:
            size = px(18)
            paint_icon(painter, row.icon, QRect(inner.x(), inner.y() + px(1), size, size), "mute")
            inner.setLeft(inner.left() + px(28))
        used = self._title(painter, inner, row)
        if row.target is not None:
            self._found(painter, inner, row, used)
        else:
            self._about(painter, inner, row, used)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, colour("selected"))
            # Without tints the bar alone says what is selected, so it is broad; an outline says where the keys are.
            bar = px(_BROAD_BAR if theme_in_use().is_contrast else _BAR)
            painter.fillRect(QRect(rect.x(), rect.y(), bar, rect.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("hover"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("hairline"))
        if state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(0, 0, 0, -1))

    def _title(self, painter: QPainter, inner: QRect, row: Row) -> int:
        """Draw the title and what stands to the right of it; give how many lines it took."""
        width = inner.width()
        if row.starred:
            size = px(18)
            paint_icon(painter, "star-fill", QRect(inner.right() - size + 1, inner.y() + px(1), size, size), "accent")
            width -= px(26)
        if row.count is not None:
            text = plural(row.count, "event")
            draw_line(painter, text, inner, 0, "secondary", "mute", Qt.AlignmentFlag.AlignRight)
            width -= _metrics("secondary").horizontalAdvance(text) + px(12)
        most = 2 if self.lines >= 4 else 1
        if row.title_marks:
            at = QRect(inner.x(), inner.y(), width, most * _line())
            return draw_marked(painter, row.title, row.title_marks, at, most, "strong")
        lines = title_lines(row.title, width, most, px(100))
        painter.setPen(colour("text"))
        painter.setFont(font("strong"))
        height = _line()
        for number, line in enumerate(lines):
            at = QRect(inner.x(), inner.y() + number * height, width, height)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        return len(lines)

    def _about(self, painter: QPainter, inner: QRect, row: Row, used: int) -> None:
        draw_line(painter, row.line, inner, used, "secondary", "mute")
        if self.lines >= 4 and used == 1 and row.more:
            draw_line(painter, row.more, inner, 2, "secondary", "mute")
        if self.lines < 3:
            return
        last = self.lines - 1
        top = inner.y() + last * _line()
        right = inner.right()
        chips: tuple[tuple[str, ChipTone], ...] = ((row.chip, "neutral"), (row.mark, "accent"))
        for words, tone in chips:
            if words:
                right = _chip(painter, words, QRect(inner.x(), top, right - inner.x() + 1, _line()), tone) - px(8)
        _parts(painter, row.parts, QRect(inner.x(), top, right - inner.x(), _line()))

    def _found(self, painter: QPainter, inner: QRect, row: Row, used: int) -> None:
        draw_line(painter, row.line, inner, used, "secondary", "mute")
        top = inner.y() + (used + 1) * _line()
        lines = self.lines - used - 1
        draw_marked(painter, row.more, row.marks, QRect(inner.x(), top, inner.width(), lines * _line()), lines)


def draw_row(painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, first: bool) -> None:
    """Paint what lies behind a cell of a table: that its row is chosen or pointed at, and the line below it.

    The `first` cell of a chosen row has the bar, which is broad in high contrast, where there are no tints.
    """
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, colour("selected"))
        if first:
            bar = px(8 if theme_in_use().is_contrast else 3)
            painter.fillRect(QRect(rect.x(), rect.y(), bar, rect.height()), colour("accent"))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, colour("hover"))
    painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), colour("hairline"))


def draw_ring(painter: QPainter, rect: QRect) -> None:
    """Draw the ring of the focus just inside a row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("ring"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.toRectF().adjusted(1, 1, -1, -1), px(4), px(4))


def draw_line(
    painter: QPainter,
    text: str,
    inner: QRect,
    number: int,
    role: str,
    tone: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text in its place on a card, shortened at its end where it is too long."""
    height = _line()
    at = QRect(inner.x(), inner.y() + number * height, inner.width(), height)
    painter.setFont(font(role))  # type: ignore[arg-type]
    painter.setPen(colour(tone))
    shown = _metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, at.width())
    painter.drawText(at, align | Qt.AlignmentFlag.AlignVCenter, shown)


def draw_marked(
    painter: QPainter, text: str, marks: tuple[tuple[int, int], ...], at: QRect, lines: int, role: Role = "secondary"
) -> int:
    """Draw up to `lines` lines of a text, its found words on their own colour; give how many lines it took."""
    layout = QTextLayout(text, font(role))
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    ranges = []
    for start, length in marks:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        style = QTextCharFormat()
        style.setBackground(colour("found"))
        style.setForeground(colour("on_found"))
        found.format = style
        ranges.append(found)
    layout.setFormats(ranges)
    layout.beginLayout()
    height, drawn = (_line() - _metrics(role).height()) / 2, 0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(at.width())
        line.setPosition(QPointF(0, height))
        height, drawn = height + _line(), drawn + 1
        if drawn == lines and line.textStart() + line.textLength() < len(text):
            start = line.textStart()
            short = text[:start] + _metrics(role).elidedText(text[start:], Qt.TextElideMode.ElideRight, at.width())
            if short != text:
                layout.endLayout()
                kept = tuple((first, min(length, len(short) - first)) for first, length in marks if first < len(short))
                return draw_marked(painter, short, kept, at, lines, role)
    layout.endLayout()
    painter.setPen(colour("text"))
    layout.draw(painter, QPointF(at.topLeft()))
    return drawn


@lru_cache(maxsize=4000)
def title_lines(text: str, width: int, most: int, _scale: int) -> tuple[str, ...]:
    """Break a title into at most so many lines of a width in pixels; the last ends in an ellipsis where it must."""
    metrics = _metrics("strong")
    if metrics.horizontalAdvance(text) <= width or most == 1:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font("strong"))
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        rest = text[start:] if len(lines) == most - 1 else text[start : start + length]
        lines.append(metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return tuple(lines)


def _metrics(role: str) -> QFontMetrics:
    return _metrics_at(role, QApplication.font().family(), px(100))


@lru_cache(maxsize=32)
def _metrics_at(role: str, _family: str, _scale: int) -> QFontMetrics:
    return QFontMetrics(font(role))  # type: ignore[arg-type]


def _chip(painter: QPainter, text: str, line: QRect, tone: ChipTone) -> int:
    """Draw a quiet chip at the right of a line; give where it begins."""
    metrics = _metrics("secondary")
    width = metrics.horizontalAdvance(text) + px(16)
    at = QRectF(line.right() - width + 1, line.y(), width, line.height())
    back, ink = TONES[tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("border"), 1) if theme_in_use().is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour(back)))
    painter.drawRoundedRect(at, at.height() / 2, at.height() / 2)
    painter.setPen(colour(ink))
    painter.setFont(font("secondary"))
    painter.drawText(at, Qt.AlignmentFlag.AlignCenter, text)
    return int(at.x())


def in_short(words: str) -> str:
    """Write a count as its numbers alone, for where the words have no room: '1 of 2 decks' is '1/2', 'no deck' '0'."""
    return "/".join(re.findall(r"[\d,]+", words)) or "0"


def _parts(painter: QPainter, parts: tuple[Part, ...], at: QRect) -> None:
    """Draw icons with their words, one after another, as far as there is room."""
    metrics, left = _metrics("secondary"), at.x()
    shown = list(parts)
    if sum(px(34) + metrics.horizontalAdvance(words) for _, words in shown) - px(14) > at.width():
        shown = [(name, in_short(words)) for name, words in parts]
    for name, words in shown:
        width = px(20) + metrics.horizontalAdvance(words)
        if left + width > at.right() + 1:
            return
        side = px(16)
        paint_icon(painter, name, QRect(left, at.y() + (at.height() - side) // 2, side, side), "mute")
        painter.setPen(colour("mute"))
        painter.setFont(font("secondary"))
        spot = QRect(left + px(20), at.y(), width, at.height())
        painter.drawText(spot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        left += width + px(14)
