# SPDX-License-Identifier: MIT
"""The page as readable text, with the places marked that a field was found in. Nothing of it is ever loaded or opened.

One line of the text is one block of the document, so that an offset into the text is a place in what is shown.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.desk.checks import places
from eqbrief.gui.desk.offer_bar import OfferBar
from eqbrief.gui.kit import ElidedLabel, Label, ReadingText, reading_width, surface
from eqbrief.gui.theme import font, line_height, px, scale_in_use, theme_in_use
from eqbrief.gui.theme.fonts import Role
from eqbrief.model import Draft, Evidence

MARGIN = 28
MOST = 300_000
"""Characters shown; a page longer than a novel is kept whole, but not shown to its end."""
_AT_ONCE, _A_TURN = 12_000, 6_000
_CUT = "\n\nThe page goes on. All of it is kept, and its beginning is shown here."
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_HEADING_LENGTH = 70
_BULLETS = ("•", "-", "*", "–", "·")


def headings(text: str, title: str | None) -> dict[int, Role]:
    """Tell which lines of a page are headings, by their numbers: its title, and short lines that a list follows."""
    lines = text.split("\n")
    found: dict[int, Role] = {}
    titled = False
    for number, line in enumerate(lines):
        words = line.strip()
        if not words or len(words) > max(_HEADING_LENGTH, len(title or "")):
            continue
        if title and not titled and words.lstrip("# ").casefold() == title.casefold():
            found[number], titled = "heading", True
        elif (
            words.startswith("#")
            or (words.endswith(":") and len(words) <= _HEADING_LENGTH)
            or _leads_list(lines, number)
        ):
            found[number] = "strong"
    return found


def _leads_list(lines: Sequence[str], number: int) -> bool:
    words = lines[number].strip()
    if len(words) > _HEADING_LENGTH or words.startswith(_BULLETS) or words.endswith((".", ",", ";")):
        return False
    after = next((line.strip() for line in lines[number + 1 : number + 3] if line.strip()), "")
    return after.startswith(_BULLETS)


class PageText(ReadingText):
    """Show a page's text in the reading width, and scroll by itself."""

    settled = Signal()
    """A selection was made, or is gone; not while the mouse still draws it."""

    def __init__(self, name: str = "The page") -> None:
        super().__init__(name, grows=False)
        self._text, self._title = "", ""
        self._wide: list[int] = []
        self._limit = 0
        self._dressed: tuple[str, float] = ("", 0.0)
        self._lines: list[str] = []
        self._kinds: dict[int, Role] = {}
        self._filled = self._done = 0
        self._drawing = False
        self._rest = QTimer(self, interval=0)
        self._rest.timeout.connect(lambda: self._add_lines(self._filled + _A_TURN))
        self.selectionChanged.connect(self._selecting)

    def show_text(self, text: str, title: str | None) -> None:
        """Show a page's text from its beginning."""
        self._text = text if len(text) <= MOST else text[:MOST] + _CUT
        self._limit = min(len(text), MOST)
        self._title = title or ""
        # Qt counts in UTF-16, where a character beyond the first 65,536 is two.
        self._wide = [found.start() for found in _WIDE.finditer(self._text)]
        self.mark(())
        self._fill()
        self.verticalScrollBar().setValue(0)

    def mark_places(self, found: Sequence[tuple[int, int]]) -> None:
        """Mark places by offsets into the text, and bring the first of them into sight."""
        self._add_lines(max((end for _start, end in found if end <= self._limit), default=0))
        shown = [(self._place(start), self._place(end)) for start, end in found if end <= self._limit]
        self.mark(shown)
        if shown:
            self._bring(shown[0][0])

    def chosen(self) -> tuple[int, int]:
        """Give the selection as offsets into the text, without white space at its ends; both the same for none."""
        cursor = self.textCursor()
        start, end = (min(self._offset(at), self._limit) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = self._text[start:end]
        start += len(words) - len(words.lstrip())
        return start, max(start, start + len(words.strip()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw a selection."""
        self._drawing = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a selection as made once the button is let go."""
        super().mouseReleaseEvent(event)
        self._drawing = False
        self.settled.emit()

    def begin_at(self, found: Sequence[tuple[int, int]]) -> None:
        """Let the keyboard begin where the eye is, unless something is selected."""
        if found and found[0][1] <= self._limit and not self.textCursor().hasSelection():
            self._add_lines(found[0][1])
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._place(found[0][0]))
            self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines at the reading width, and the scroll bar at the edge."""
        margin = max(0, self.width() - reading_width() - px(16))
        if self.viewportMargins().right() != margin:
            self.setViewportMargins(0, 0, margin, 0)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and sizes of another theme."""
        super().changeEvent(event)
        if getattr(self, "_text", "") and self._dressed != (theme_in_use().name, scale_in_use()):
            self._fill()

    def _fill(self) -> None:
        self._dressed = (theme_in_use().name, scale_in_use())
        document = self.document()
        document.setDefaultFont(font("reading"))
        document.clear()
        self._lines = self._text.split("\n")
        self._kinds = headings(self._text, self._title)
        self._filled = self._done = 0
        self._add_lines(_AT_ONCE)
        frame = QTextFrameFormat(document.rootFrame().frameFormat())
        frame.setMargin(0)
        document.rootFrame().setFrameFormat(frame)
        self._paint_marks()

    def _add_lines(self, until: int) -> None:
        """Write further lines, to this offset at least; the rest comes on later turns, so that no turn is long."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while self._done < len(self._lines) and (self._filled <= until or not self._done):
            number, line = self._done, self._lines[self._done]
            role = self._kinds.get(number, "reading")
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(_spacing(line, self._lines[number - 1] if number else "", role))
            shape = QTextCharFormat()
            shape.setFont(font(role), QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            cursor.insertText(line, shape)
            self._done, self._filled = number + 1, self._filled + len(line) + 1
        cursor.endEditBlock()
        if self._done < len(self._lines):
            self._rest.start()
        else:
            self._rest.stop()

    def _selecting(self) -> None:
        if not self._drawing:
            self.settled.emit()

    def _place(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)

    def _offset(self, place: int) -> int:
        return place - bisect_left(self._wide, place, key=lambda wide: self._place(wide) + 1)

    def _bring(self, place: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        spot = self.cursorRect(cursor)
        room = self.viewport().height()
        if spot.top() < 0 or spot.bottom() > room - px(48):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + spot.top() - room // 3)


def _spacing(line: str, before: str, role: Role) -> QTextBlockFormat:
    shape = QTextBlockFormat()
    words = line.lstrip()
    if words[:2].rstrip() in _BULLETS and len(words) > 2:
        # Lines after the first hang below its words.
        sign = QFontMetrics(font(role)).horizontalAdvance(line[: len(line) - len(words) + 2])
        shape.setLeftMargin(sign)
        shape.setTextIndent(-sign)
    if words:
        shape.setLineHeight(line_height(role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    else:
        height = px(11) if before.strip() else 1
        shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return shape


class PagePane(QWidget):
    """The page with where it comes from above it, and below it what a selection can be used for."""

    selected = Signal(bool)
    """Something is selected, or nothing any more."""

    def __init__(self) -> None:
        super().__init__()
        self._draft = Draft("")
        self.text = PageText()
        self.text.settled.connect(lambda: self.selected.emit(bool(self.selection()[0])))
        self.bar = OfferBar()
        self._where = ElidedLabel("", "secondary", "mute")
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, px(MARGIN), 0)
        top.setSpacing(8)
        top.addWidget(Label("The page", "small", "mute", wrap=False))
        top.addWidget(self._where, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 24, 4, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self.bar)
        surface(self, "card")
        self.setFocusProxy(self.text)

    def show_page(self, draft: Draft, where: str) -> None:
        """Show the page that a draft was read from; `where` says which it is."""
        self._draft = draft
        self.bar.hide()
        self._where.setText(where)
        self.text.setAccessibleName(f"The page {where}".strip())
        self.text.show_text(draft.text, draft.title)

    def show_evidence(self, evidence: dict[str, tuple[Evidence, ...]]) -> None:
        """Take other places for the fields of the page that is shown."""
        self._draft = replace(self._draft, evidence=evidence)

    def selection(self) -> tuple[str, Evidence | None]:
        """Give the selected words and where they stand; '' and None for none."""
        start, end = self.text.chosen()
        words = self._draft.text[start:end]
        shown = self.text.textCursor().selectedText()
        if words.split() == shown.split():
            return words, Evidence(start, end, words, "chosen", 1.0) if words else None
        return "\n".join(shown.splitlines()).strip(), None  # signs that Qt counts otherwise stand in the page

    def drop_selection(self) -> None:
        """Let the selection go, and leave the cursor where it is."""
        cursor = self.text.textCursor()
        cursor.clearSelection()
        self.text.setTextCursor(cursor)

    def mark(self, path: str) -> None:
        """Mark where a field was found; a field that was not found on the page marks nothing."""
        found = places(self._draft, path)
        self.text.begin_at(found)
        self.text.mark_places(found)
