# SPDX-License-Identifier: MIT
"""Show Markdown while it is typed: the text stays as it is, and its signs step back but on the line being written."""

import re
from collections.abc import Callable

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from eqbrief.gui.notes.lines import Line, read_line
from eqbrief.gui.theme import colour, font, px
from eqbrief.model.mentions import mentions_in

_BOLD = re.compile(r"(\*\*|__)(?=\S)[^\n]{1,1000}?(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*\w])(\*)(?=[^*\s])[^*\n]*(?<=[^*\s])\*(?![*\w])")
_CODE = re.compile(r"(`)[^`\n]+`")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\](\([^)\s]{1,2000}\))")
_BAR = re.compile(r"\|")
_SPACE = QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
_TALL = 4
"""Pixels between lines, for the design's 14/21."""
_LONGEST_STYLED = 5000
EVERY_LINE = 1 << 30
"""Behind the end of any text."""
_APART = 3
"""Pixels behind each character of a bullet's sign."""


class MarkdownLook(QSyntaxHighlighter):
    """Style a document's blocks by what they are in Markdown, and shape them: hanging lists, quotations set in."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._writing = -1
        self.resting = False
        """Whether a whole text is being put in, which is shaped and styled afterwards."""
        self._shaping = False

    def take_whole(self, put: Callable[[], None]) -> None:
        """Shape and style a text that `put` puts into the document, all of it once.

        Styles that are set while Qt says what has changed are laid out with it; set later, each line by itself.
        """
        self.resting = True
        put()
        self.resting = False
        self.shape(0, EVERY_LINE, joined=False)

    def show_signs_in(self, block: QTextBlock | None) -> None:
        """Show the signs of the line that is being written; those of the line before step back."""
        number = block.blockNumber() if block is not None else -1
        if number == self._writing:
            return
        before, self._writing = self._writing, number
        if (left := self.document().findBlockByNumber(before)).isValid():
            self.rehighlightBlock(left)
        if block is not None:
            self.rehighlightBlock(block)

    def write_on(self, at: int, block: QTextBlock) -> None:
        """Follow the cursor from the line that was just changed to the next, before both are styled anyway."""
        if self._writing >= 0 and self.document().findBlock(at).blockNumber() == self._writing:
            self._writing = block.blockNumber()

    def shape(self, first: int, last: int, *, joined: bool) -> None:
        """Give the blocks of these positions the shape of what they are; `joined` with the last step of undo."""
        if self._shaping:
            return  # shaping is a change too, of which the field hears
        self._shaping = True
        document = self.document()
        block, end = document.findBlock(first), document.findBlock(min(last, document.characterCount() - 1))
        cursor: QTextCursor | None = None
        while block.isValid() and block.position() <= end.position():
            wanted = shape_of(block.text())
            if not _same(block.blockFormat(), wanted):
                if cursor is None:
                    cursor = QTextCursor(document)
                    cursor.joinPreviousEditBlock() if joined else cursor.beginEditBlock()
                cursor.setPosition(block.position())
                cursor.setBlockFormat(wanted)
            block = block.next()
        if cursor is not None:
            cursor.endEditBlock()
        self._shaping = False

    def highlightBlock(self, text: str) -> None:
        """Style one line."""
        if self.resting:
            return
        line = read_line(text)
        here = self.currentBlock().blockNumber() == self._writing
        signs = _style(tone="mute") if here else _hidden()
        if line.kind == "heading":
            self._heading(text, line, signs)
        elif line.kind == "quote":
            self.setFormat(0, len(text), _style(tone="mute", italic=False))
            self.setFormat(0, line.mark, _unseen())
        elif line.kind in ("item", "check"):
            if line.ticked:
                self.setFormat(line.mark, len(text) - line.mark, _style(tone="mute"))
            self.setFormat(0, line.mark, _unseen(apart=line.kind == "item"))
        elif line.kind == "number":
            self.setFormat(0, line.mark, _style(tone="accent", weight=QFont.Weight.Medium))
        elif line.kind == "table":
            self._table(text)
        elif line.kind == "rule":
            self.setFormat(0, len(text), _style(tone="mute"))
        self._inside(text, signs)

    def _heading(self, text: str, line: Line, signs: QTextCharFormat) -> None:
        big = QTextCharFormat()
        big.setFont(font("heading" if line.level == 1 else "subheading"))
        big.setForeground(colour("text"))
        self.setFormat(0, len(text), big)
        if signs.foreground().color().alpha():
            signs = QTextCharFormat(big)
            signs.setForeground(colour("mute"))
        self.setFormat(0, line.mark, signs)

    def _table(self, text: str) -> None:
        below = self.currentBlock().next().text()
        if below and not set(below.strip()) - set("|-: "):
            self.setFormat(0, len(text), _style(weight=QFont.Weight.DemiBold))
        if not set(text.strip()) - set("|-: "):
            self.setFormat(0, len(text), _style(tone="mute"))
        for bar in _BAR.finditer(text):
            self.setFormat(bar.start(), 1, _style(tone="mute"))

    def _inside(self, text: str, signs: QTextCharFormat) -> None:
        """Style stresses, code, links and names, each over what the line has; no more in a line that nobody wrote."""
        if len(text) > _LONGEST_STYLED:
            return
        for found in _BOLD.finditer(text):
            self._around(found, signs, len(found[1]), weight=QFont.Weight.DemiBold)
        for found in _ITALIC.finditer(text):
            self._around(found, signs, 1, italic=True)
        for found in _CODE.finditer(text):
            self._around(found, signs, 1, fixed=True)
        for found in _LINK.finditer(text):
            self._merge(found.start(1), len(found[1]), tone="accent", underlined=True)
            self._sign(found.start(), found.start(1) - found.start(), signs)
            self._sign(found.end(1), found.end() - found.end(1), signs)
        for mention in mentions_in(text):
            self._merge(mention.start, mention.end - mention.start, tone="accent")
            if mention.sign == "[[":
                self._sign(mention.start, 2, signs)
                self._sign(mention.end - 2, 2, signs)

    def _around(self, found: re.Match[str], signs: QTextCharFormat, width: int, **style: object) -> None:
        self._merge(found.start(), len(found[0]), **style)
        self._sign(found.start(), width, signs)
        self._sign(found.end() - width, width, signs)

    def _sign(self, start: int, length: int, signs: QTextCharFormat) -> None:
        """Put a style over what the characters have: in one piece where they have the same."""
        end = start + length
        while start < end:
            had, at = self.format(start), start + 1
            while at < end and self.format(at) == had:
                at += 1
            made = QTextCharFormat(had)
            made.merge(signs)
            self.setFormat(start, at - start, made)
            start = at

    def _merge(self, start: int, length: int, **style: object) -> None:
        self._sign(start, length, _style(**style))  # type: ignore[arg-type]


def shape_of(text: str) -> QTextBlockFormat:
    """Give the shape of a line's block: the distance of its lines, and how far in it stands."""
    line = read_line(text)
    made = QTextBlockFormat()
    made.setLineHeight(px(_TALL), _SPACE)
    if line.kind == "heading":
        made.setTopMargin(px(4))
        made.setBottomMargin(px(2))
    elif line.is_list:
        hang = QFontMetrics(font("reading")).horizontalAdvance(text[: line.mark])
        hang += px(_APART) * line.mark if line.kind == "item" else 0
        made.setLeftMargin(hang + px(2))
        made.setTextIndent(-hang)
    elif line.kind == "quote":
        made.setLeftMargin(px(6))
    return made


def _same(first: QTextBlockFormat, second: QTextBlockFormat) -> bool:
    return (
        first.lineHeightType() == second.lineHeightType()
        and first.lineHeight() == second.lineHeight()
        and (first.topMargin(), first.bottomMargin()) == (second.topMargin(), second.bottomMargin())
        and (first.leftMargin(), first.textIndent()) == (second.leftMargin(), second.textIndent())
    )


def _unseen(*, apart: bool = False) -> QTextCharFormat:
    """Keep the room of a sign, in whose place something is painted; a bullet needs more than a dash."""
    made = QTextCharFormat()
    if apart:
        made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(px(_APART))
    made.setForeground(QColor(0, 0, 0, 0))
    return made


def _hidden() -> QTextCharFormat:
    """Take a sign out of sight, and nearly all of its room."""
    made = _unseen()
    made.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
    return made


def _style(
    *,
    tone: str = "",
    weight: QFont.Weight | None = None,
    italic: bool | None = None,
    fixed: bool = False,
    underlined: bool = False,
) -> QTextCharFormat:
    made = QTextCharFormat()
    if tone:
        made.setForeground(colour(tone))
    if weight is not None:
        made.setFontWeight(weight)
    if italic is not None:
        made.setFontItalic(italic)
    if fixed:
        made.setFontFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
    if underlined:
        made.setFontUnderline(True)
    return made
