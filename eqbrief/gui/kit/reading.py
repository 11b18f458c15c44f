# SPDX-License-Identifier: MIT
"""Text to read at length: a page, a summary, a note. It loads nothing, and opens nothing by itself."""

import html
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QToolTip, QWidget

from eqbrief.gui.kit.plain import plain_tip
from eqbrief.gui.theme import colour, font, line_height, px, scale_in_use, theme_in_use

CHARACTERS = 62
_SAMPLE = "The panel described what the figures say about work, and what they did next."
# Without any of these a text is plain paragraphs, and the parser need not be loaded.
_MARKS = re.compile(r"[*_`\[\\<|~]|&#?\w+;|://|^\s*(?:[-+>#=]|\d+[.)])", re.MULTILINE)


def reading_width() -> int:
    """Give the width of 62 characters of the reading text, in pixels."""
    return round(QFontMetrics(font("reading")).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * CHARACTERS)


def markdown_html(markdown: str) -> str:
    """Turn Markdown into HTML in which no HTML of the writer's own is left and no picture is named."""
    if not _MARKS.search(markdown):
        return plain_html(markdown)
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most texts are plain, and the first frame need not wait

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").render(markdown)


def plain_html(text: str) -> str:
    """Turn plain text into paragraphs: an empty line begins a new one, a line's end stays a line's end."""
    parts = re.split(r"\n\s*\n", text.strip("\n"))
    return "".join(f"<p>{'<br>'.join(html.escape(part).split(chr(10)))}</p>" for part in parts if part.strip())


class ReadingText(QTextBrowser):
    """Show text in the reading width, selectable by mouse and keyboard; a link pressed is said, never opened.

    With `grows` it is as high as its text and leaves the scrolling to what it stands in.
    """

    link_pressed = Signal(str)

    def __init__(self, name: str, *, grows: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._marks: tuple[tuple[int, int], ...] = ()
        self._explained: tuple[tuple[int, int, str], ...] = ()
        self._grows = grows
        self._drawn_in: tuple[str, float] = ("", 0.0)
        self.setAccessibleName(name)
        self.setProperty("plain", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._pressed)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_plain(self, text: str) -> None:
        """Show plain text, as paragraphs."""
        self._show(plain_html(text))

    def set_markdown(self, markdown: str) -> None:
        """Show Markdown. HTML within it is shown as the characters it is made of."""
        self._show(markdown_html(markdown))

    def set_html(self, written: str) -> None:
        """Show HTML that the program wrote itself: what stands in it of a page or a deck has been escaped."""
        self._marks = ()
        self._show(written)

    def mark(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Mark parts as found words are, by offsets into `toPlainText()`."""
        self._marks = tuple(ranges)
        self._paint_marks()

    def explain(self, places: Sequence[tuple[int, int, str]]) -> None:
        """Underline parts and say what they mean, by hovering or by the ? key: start, end and the words."""
        self._explained = tuple(places)
        each = dict.fromkeys(f"{self.toPlainText()[start:end]}: {words}" for start, end, words in places)
        self.setAccessibleDescription(f"Press ? for what letters mean. {'; '.join(each)}." if each else "")
        self._paint_marks()

    def explained_at(self, offset: int) -> tuple[int, int, str] | None:
        """Give what is explained at an offset into `toPlainText()`, if anything."""
        return next((place for place in self._explained if place[0] <= offset < place[1]), None)

    def say_next(self) -> str:
        """Choose the next letters that are explained, show what they mean, and give that."""
        at = self.textCursor().selectionEnd() if self.textCursor().hasSelection() else -1
        start, end, words = next((place for place in self._explained if place[0] >= at), self._explained[0])
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        where = self.viewport().mapToGlobal(self.cursorRect(cursor).bottomLeft())
        QToolTip.showText(where, plain_tip(words), self)
        said = f"{cursor.selectedText()}: {words}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        return said

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the letters under the pointer mean."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            found = self.explained_at(cursor.position()) or self.explained_at(cursor.position() - 1)
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(found[2]), self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through what is explained on the ? key, and say each."""
        if event.text() == "?" and self._explained:
            self.say_next()
        else:
            super().keyPressEvent(event)

    def reveal(self, start: int) -> None:
        """Scroll so that a place is in sight, by its offset into `toPlainText()`."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(start, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Answer nothing: Qt would open files and network paths that a text merely names."""
        return None

    def doSetSource(self, name: QUrl | str, type: Any = None) -> None:
        """Go nowhere: this is no browser."""

    def sizeHint(self) -> QSize:
        """Ask for the reading width, and the text's height where it grows."""
        return QSize(reading_width(), self._text_height() if self._grows else px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and sizes of another theme."""
        super().changeEvent(event)
        if self._html and self._drawn_in != (theme_in_use().name, scale_in_use()):
            self._show(self._html)

    def _show(self, source: str) -> None:
        if source != self._html:
            self._explained = ()
        self._html = source
        self._drawn_in = (theme_in_use().name, scale_in_use())
        document = self.document()
        document.setDefaultFont(font("reading"))
        document.setDefaultStyleSheet(_document_sheet())
        document.setHtml(source)
        document.setDocumentMargin(0)
        document.setIndentWidth(px(20))
        self._set_lines()
        self._paint_marks()
        self.setMaximumWidth(reading_width() if self._grows else 16_777_215)
        self._fit()

    def _set_lines(self) -> None:
        """Give every line the design's distance, and take Qt's space above the first and below the last away."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(line_height("reading"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(spaced)
        for block, edge in (
            (self.document().begin(), "setTopMargin"),
            (self.document().lastBlock(), "setBottomMargin"),
        ):
            ended = block.blockFormat()
            getattr(ended, edge)(0)
            QTextCursor(block).setBlockFormat(ended)
        frame = QTextFrameFormat(self.document().rootFrame().frameFormat())
        frame.setMargin(0)
        self.document().rootFrame().setFrameFormat(frame)

    def _paint_marks(self) -> None:
        shape = QTextCharFormat()
        shape.setBackground(colour("found"))
        shape.setForeground(colour("on-found"))
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dotted.setUnderlineColor(colour("text"))
        drawn = [(start, end, shape) for start, end in self._marks]
        drawn += [(start, end, dotted) for start, end, _words in self._explained]
        marked: list[QTextEdit.ExtraSelection] = []
        for start, end, how in drawn:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = how
            marked.append(selection)
        self.setExtraSelections(marked)

    def _text_height(self) -> int:
        # Before it is shown, Qt has not laid the text out.
        self.document().setTextWidth(self.viewport().width())
        return int(self.document().size().height()) + 1

    def _fit(self) -> None:
        if self._grows and self.height() != (wanted := self._text_height()):
            self.setFixedHeight(wanted)

    def _pressed(self, address: QUrl) -> None:
        self.link_pressed.emit(address.toString())


def _document_sheet() -> str:
    theme = theme_in_use()
    return (
        f"a {{ color: {theme.accent}; }} body {{ color: {theme.text}; }} p, ul, ol {{ margin: 0 0 {px(12)}px 0; }}"
        f" h1 {{ font-size: {px(17)}px; font-weight: 600; margin: {px(8)}px 0 {px(8)}px 0; }}"
        f" h1.slide {{ font-size: {px(24)}px; margin: 0 0 {px(16)}px 0; }}"
        f" table.slide {{ border-collapse: collapse; margin: {px(4)}px 0 {px(12)}px 0; }}"
        f" th.slide, td.slide {{ border: 1px solid {theme.border}; padding: {px(5)}px {px(10)}px; }}"
        f" .quiet, .label {{ color: {theme.mute}; }} .caution {{ color: {theme.caution}; }}"
        f" .label {{ font-size: {px(12.5)}px; font-weight: 600; margin: {px(12)}px 0 {px(4)}px 0; }}"
        f" h2 {{ font-size: {px(15)}px; font-weight: 600; margin: {px(8)}px 0 {px(8)}px 0; }}"
        f" h3, h4, h5, h6 {{ font-size: {px(14)}px; font-weight: 600; margin: {px(8)}px 0 {px(4)}px 0; }}"
        f" th {{ font-weight: 600; padding: {px(4)}px {px(8)}px; }} td {{ padding: {px(4)}px {px(8)}px; }}"
        f" blockquote {{ color: {theme.mute}; }}"
    )
