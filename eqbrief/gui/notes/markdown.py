# SPDX-License-Identifier: MIT
"""Show Markdown's headings, lists, quotes and stresses while they are typed. The text itself stays as it is."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from eqbrief.gui.theme import colour, font

_HEADING = re.compile(r"^(#{1,6})\s+\S")
_LIST = re.compile(r"^\s*([-*+]|\d+[.)])\s(\[[ xX]\])?")
_QUOTE = re.compile(r"^\s*>")
_BOLD = re.compile(r"\*\*[^*\n]+\*\*")
_ITALIC = re.compile(r"(?<![*\w])\*[^*\s][^*\n]*\*(?![*\w])")


class MarkdownLook(QSyntaxHighlighter):
    """Style a document's blocks by what they are in Markdown."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    def highlightBlock(self, text: str) -> None:
        """Style one line."""
        if found := _HEADING.match(text):
            self._heading(text, len(found.group(1)))
            return
        if _QUOTE.match(text):
            self.setFormat(0, len(text), _style(tone="mute"))
        if found := _LIST.match(text):
            self.setFormat(
                found.start(1), found.end() - found.start(1), _style(tone="accent", weight=QFont.Weight.Medium)
            )
        for found in _BOLD.finditer(text):
            self.setFormat(found.start(), len(found.group()), _style(weight=QFont.Weight.DemiBold))
        for found in _ITALIC.finditer(text):
            self.setFormat(found.start(), len(found.group()), _style(italic=True))

    def _heading(self, text: str, level: int) -> None:
        big = QTextCharFormat()
        big.setFont(font("heading" if level == 1 else "subheading"))
        big.setForeground(colour("text"))
        self.setFormat(0, len(text), big)
        marks = QTextCharFormat(big)
        marks.setForeground(colour("mute"))
        self.setFormat(0, level, marks)


def _style(*, tone: str = "text", weight: QFont.Weight | None = None, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour(tone))
    if weight is not None:
        made.setFontWeight(weight)
    made.setFontItalic(italic)
    return made
