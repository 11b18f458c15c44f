# SPDX-License-Identifier: MIT
"""The text fields of the form. Each grows with its text, so that a long title is seen whole also at 200 %.

A field is given the values of a draft and gives them back unaltered unless the person typed: showing must not edit.
"""

from collections.abc import Callable, Iterator
from typing import Any, Protocol
from weakref import ref

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit
from shiboken6 import isValid

from eqbrief.gui.desk.completing import Completing, Like
from eqbrief.gui.desk.measures import count_lines, first_baseline, paint_hint
from eqbrief.gui.desk.offers import within
from eqbrief.gui.kit import ComboBox
from eqbrief.gui.theme import line_height, px
from eqbrief.model import Evidence, UserError

_GAP = 4
# What may stand around a thing in a line and is no part of it.
_AROUND = " \t\n•*·,;:–—-"
Say = Callable[..., str]
Read = Callable[[str], tuple[Any, ...]]


class Field(Protocol):
    """What the form asks of a field."""

    changed: Signal

    def put(self, *values: Any) -> None:
        """Show these values."""
        ...

    def take(self) -> tuple[Any, ...]:
        """Give the values as they are now; raises UserError where what was typed is not understood."""
        ...


def words_or_none(text: str) -> tuple[str | None]:
    """Read a text of one field: nothing but space is None."""
    return (text.strip() or None,)


def say_words(value: str | None) -> str:
    """Show a text, or nothing."""
    return value or ""


def lines_of(text: str) -> tuple[tuple[str, ...]]:
    """Read one thing a line, without the empty ones."""
    return (tuple(line.strip() for line in text.splitlines() if line.strip()),)


class TextField(QTextEdit):
    """A field for a text. `say` makes the text of the values, `read` the values of the text.

    Without `breaks` Enter makes no new line. With `tidies` what was typed is understood on leaving the field and
    shown as it is said, or `judged` says why not. `like` gives names for completion.
    """

    changed = Signal()
    judged = Signal(str)

    def __init__(
        self,
        name: str,
        say: Say = say_words,
        read: Read = words_or_none,
        *,
        lines: tuple[int, int] = (1, 20),
        breaks: bool = False,
        tidies: bool = False,
        hint: str = "",
        like: Like | None = None,
    ) -> None:
        super().__init__()
        self._say, self._read = say, read
        self._lines, self._tidies = lines, tidies
        self.has_breaks = breaks
        self.setProperty("breaks", breaks)
        self._kept: tuple[str, tuple[Any, ...]] = ("", read(""))
        self._seen = ""
        self._places: dict[str, Evidence] = {}
        self.setAccessibleName(name)
        self._hint = hint
        self.completing = Completing(self, like, by_line=read is lines_of) if like is not None else None
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._after_change)
        self._fit()

    def put(self, *values: Any) -> None:
        """Show these values; they are given back as they are until the person types."""
        self.document().setUndoRedoEnabled(False)  # undo ends at what was shown
        self.setPlainText(self._say(*values))
        self._space()
        self.document().setUndoRedoEnabled(True)
        self._kept = (self.toPlainText(), values)
        self._fit()

    def take(self) -> tuple[Any, ...]:
        """Give the values as they are now.

        Raises:
            UserError: when what was typed is not understood.
        """
        text = self.toPlainText()
        return self._kept[1] if text == self._kept[0] else self._read(text)

    def offer(self, text: str, place: Evidence | None = None) -> Callable[[], bool]:
        """Put a text from the page in as if it were typed, behind what is there in a list; give what takes it back.

        Raises:
            UserError: when it is not understood; the field is left as it is.
        """
        before, bare = self.toPlainText(), text.strip(_AROUND)
        if self._read is lines_of:
            lines = [one for line in text.splitlines() if (one := line.strip(_AROUND))]
            after = "\n".join([*(line for line in before.splitlines() if line.strip()), *lines])
            found = {line: within(place, line) for line in lines}
        else:
            after = text.strip() if self.has_breaks else " ".join(bare.split())
            if self._tidies:
                after = self._say(*self._read(after.strip(".")))
            found = {after: place}
        self._write(after)
        self._places |= {words: spot for words, spot in found.items() if spot is not None}
        if self._tidies:
            self.judged.emit("")
        field = ref(self)  # what can be taken back must not hold a field that is gone
        return lambda: (here := field()) is not None and isValid(here) and here._take_back(before, after)

    def chosen(self, path: str, kept: str = "") -> Iterator[tuple[str, str, Evidence]]:
        """Tell where what stands here was chosen; `path` is the field's own, `kept` its path in the draft."""
        kept = kept or path
        if self._read is lines_of:
            lines = [line.strip() for line in self.toPlainText().splitlines() if line.strip()]
            for number, line in enumerate(lines):
                if line in self._places:
                    yield f"{path}.{number}", f"{kept}.{number}", self._places[line]
        elif (place := self._places.get(self.toPlainText())) is not None:
            yield path, kept, place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the window where the field has one line of thought, and what is for its list to that."""
        if self.completing is not None and self.completing.wants(event):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.has_breaks:
            event.ignore()
            return
        super().keyPressEvent(event)
        if self.completing is not None:
            self.completing.typed(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text alone, and on one line where the field has one."""
        text = source.text()
        self.insertPlainText(text if self.has_breaks else " ".join(text.split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say what was understood on leaving."""
        super().focusOutEvent(event)
        if self._tidies and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tidy()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or the hint while there is none."""
        super().paintEvent(event)
        if self._hint and self.document().isEmpty():
            top = self.viewport().y()
            paint_hint(self.viewport(), self._hint, 0, first_baseline(self) - top)

    def tidy(self) -> None:
        """Show what was typed as it is said, or say why it is not understood."""
        try:
            said = self._say(*self.take())
        except UserError as error:
            self.judged.emit(str(error))
            return
        self.judged.emit("")
        if said != self.toPlainText():
            self._write(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the text needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take another height when the text's size has changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_kept"):
            self._space()
            self._fit()

    def _write(self, text: str) -> None:
        """Put a text in the place of all that is here, in one step for undoing."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.endEditBlock()

    def _take_back(self, before: str, after: str) -> bool:
        if self.toPlainText() != after:
            return False
        self._write(before)
        return True

    def _after_change(self) -> None:
        text = self.toPlainText()
        if text != self._seen:  # Qt says so too of a text that is only laid out anew
            self._seen = text
            self._fit()
            self.changed.emit()

    def _space(self) -> None:
        """Set the lines of a longer text apart, and its paragraphs a little more."""
        if not self.has_breaks:
            return
        apart = QTextBlockFormat()
        apart.setLineHeight(line_height("body"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        apart.setBottomMargin(px(_GAP))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(apart)

    def _fit(self) -> None:
        least, most = self._lines
        text = self.toPlainText()
        lines = count_lines(text, self.font(), self.viewport().width(), most + 1)
        scrolls = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        shown = min(max(lines, least), most)
        height = shown * QFontMetrics(self.font()).lineSpacing()
        if self.has_breaks:
            height = shown * line_height("body") + min(text.count("\n") + 1, shown) * px(_GAP)
        self.setFixedHeight(max(px(32), height + px(12) + 3))
        if lines <= most:
            self.verticalScrollBar().setRange(0, 0)  # Qt keeps the range of the height before


class ChoiceField(ComboBox):
    """A field for one of a few words; a value that is none of them is offered as well."""

    changed = Signal()

    def __init__(self, name: str, choices: dict[str | None, str]) -> None:
        super().__init__(name)
        for value, text in choices.items():
            self.addItem(text, value)
        self.currentIndexChanged.connect(self.changed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not edit."""
        event.ignore()

    def put(self, *values: Any) -> None:
        """Choose a value."""
        if (place := self.findData(values[0])) < 0:
            self.addItem(str(values[0]).capitalize(), values[0])
            place = self.count() - 1
        self.setCurrentIndex(place)

    def take(self) -> tuple[Any, ...]:
        """Give the chosen value."""
        return (self.currentData(),)
