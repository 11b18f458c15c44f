# SPDX-License-Identifier: MIT
"""The words of one place of a slide, with what was taken out struck through, or what was put in underlined."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from eqbrief.gui.kit import ReadingText
from eqbrief.gui.theme import colour, font, px, scale_in_use, theme_in_use
from eqbrief.model import WordPiece

# By kind: the ground, and whether it is underlined or struck through, so that colour is never the only sign.
_GROUNDS = {"in": "good-tint", "out": "danger-tint"}
_SAID = {"in": "Put in", "out": "Taken out"}


class DifferenceText(ReadingText):
    """Show pieces of a text; those of kind 'in' or 'out' are marked, and told to a screen reader."""

    def __init__(self, name: str, pieces: Sequence[WordPiece], *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._pieces = pieces
        marked = [piece for piece in pieces if piece.kind != "same"]
        self.setAccessibleDescription(
            ". ".join(f"{_SAID[piece.kind]}: {' '.join(piece.text.split())}" for piece in marked if piece.text.strip())
        )
        self._show(" ")

    def marked(self) -> list[tuple[str, str]]:
        """List the marked pieces as they are drawn: 'underlined' or 'struck through', and the words."""
        found: list[tuple[str, str]] = []
        block = self.document().begin()
        while block.isValid():
            at = block.begin()
            while not at.atEnd():
                shape = at.fragment().charFormat()
                if shape.fontUnderline() or shape.fontStrikeOut():
                    found.append(("underlined" if shape.fontUnderline() else "struck through", at.fragment().text()))
                at += 1
            block = block.next()
        return found

    def _show(self, source: str) -> None:
        """Write the pieces anew, in the colours and sizes of now."""
        self._html, self._drawn_in = source, (theme_in_use().name, scale_in_use())
        document = self.document()
        document.clear()
        document.setDefaultFont(font("reading"))
        document.setDocumentMargin(0)
        cursor = QTextCursor(document)
        plain = QTextCharFormat()
        plain.setForeground(colour("text"))
        for piece in self._pieces:
            shape = QTextCharFormat(plain)
            if piece.kind != "same":
                shape.setBackground(colour(_GROUNDS[piece.kind]))
                shape.setFontUnderline(piece.kind == "in")
                shape.setFontStrikeOut(piece.kind == "out")
            words = piece.text.lstrip()
            cursor.insertText(_cells(piece.text[: len(piece.text) - len(words)]), plain)  # a mark begins with its word
            cursor.insertText(_cells(words), shape)
        self._set_lines()
        self.setMinimumWidth(px(120))
        self._fit()


def _cells(text: str) -> str:
    """Divide the cells of a table's row by a stroke, since columns of two versions would not stand alike."""
    return text.replace("\t", "  |  ")
