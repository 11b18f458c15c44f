# SPDX-License-Identifier: MIT
"""Two texts as one, word by word: what went is struck through and what came is underlined, without need of colour."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat

from eqbrief.gui.kit import ReadingText
from eqbrief.gui.theme import colour, font, line_height

Kind = Literal["same", "gone", "new"]
Part = tuple[Kind, str]

_TOKEN = re.compile(r"\s+|\d{1,2}:\d\d|[^\W_]+|.", re.DOTALL)  # an hour changes as a whole
_AKIN = 0.4
_MOST_TOKENS = 3_000
_AROUND = 60
"""So many characters of what is the same are shown on either side of a change."""


def word_changes(before: str, after: str) -> list[Part]:
    """Lay two texts over each other: what both have, what only the first has, and what only the second has.

    Texts that have little in common are not mixed: the one that went stands whole before the one that came.
    """
    if not before or not after:
        return [(kind, text) for kind, text in (("gone", before), ("new", after)) if text]  # type: ignore[misc]
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    match = SequenceMatcher(None, old, new, autojunk=False)
    if len(old) + len(new) > _MOST_TOKENS or match.quick_ratio() < _AKIN or match.ratio() < _AKIN:
        return [("gone", before), ("same", "\n" if "\n" in before + after else " "), ("new", after)]
    parts: list[Part] = []
    for what, a, b, c, d in match.get_opcodes():
        if what == "equal":
            parts.append(("same", "".join(old[a:b])))
            continue
        if b > a:
            parts.append(("gone", "".join(old[a:b])))
        if d > c:
            parts.append(("new", "".join(new[c:d])))
    return list(_merged(parts))


def shortened(parts: list[Part]) -> list[Part]:
    """Leave out the middle of long stretches that are the same, with '…' in their place."""
    shown: list[Part] = []
    for number, (kind, text) in enumerate(parts):
        if kind != "same" or len(text) <= 2 * _AROUND + 20:
            shown.append((kind, text))
            continue
        head = text[:_AROUND].rsplit(" ", 1)[0] if number else ""
        tail = text[-_AROUND:].split(" ", 1)[-1] if number < len(parts) - 1 else ""
        shown.append(("same", f"{head} … {tail}".strip() if head and tail else f"{head} …" if head else f"… {tail}"))
    return shown


def _merged(parts: list[Part]) -> Iterator[Part]:
    """Join a change with the next where only a space stands between: 'one two' for 'a b' is one change, not two."""
    gone, new, blank = "", "", ""
    for kind, text in parts:
        if kind == "same" and (not text.isspace() or not (gone or new)):
            yield from _told(gone, new)
            yield "same", blank + text
            gone = new = blank = ""
        elif kind == "same":
            blank = text
        else:
            gone, new = (one + blank if one and blank else one for one in (gone, new))
            blank = ""
            if kind == "gone":
                gone += text
            else:
                new += text
    yield from _told(gone, new)
    if blank:
        yield "same", blank


def _told(gone: str, new: str) -> Iterator[Part]:
    if gone:
        yield "gone", gone
    if gone and new:
        yield "same", " "
    if new:
        yield "new", new


class Changes(ReadingText):
    """Show how a text changed."""

    def __init__(self, name: str, before: str, after: str) -> None:
        super().__init__(name)
        self._parts = shortened(word_changes(before, after))
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and sizes of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_parts"):
            self._write()

    def _write(self) -> None:
        document = self.document()
        document.setDefaultFont(font("body"))
        document.clear()
        cursor = QTextCursor(document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(line_height("body"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(spaced)
        for kind, text in self._parts:
            shape = QTextCharFormat()
            shape.setForeground(colour("text" if kind == "new" else "mute"))
            shape.setFontStrikeOut(kind == "gone")
            shape.setFontUnderline(kind == "new")
            cursor.insertText(text, shape)
        frame = QTextFrameFormat(document.rootFrame().frameFormat())
        frame.setMargin(0)
        document.rootFrame().setFrameFormat(frame)
        self._fit()
