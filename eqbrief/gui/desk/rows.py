# SPDX-License-Identifier: MIT
"""Lists of small things that are edited where they stand: decks, recordings, the parts of an agenda. A row each."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eqbrief.gui.desk.fields import Read, Say, TextField, say_words, words_or_none
from eqbrief.gui.desk.holder import Holder
from eqbrief.gui.detail.parts import said_size
from eqbrief.gui.kit import IconButton, Link
from eqbrief.model import DraftDeck, DraftRecording, DraftSession, Evidence, say_period
from eqbrief.tasks.typed import one_line, period_of, size_of


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row: the attributes it shows, its name, and its share of the width."""

    keys: tuple[str, ...]
    name: str
    share: int = 3
    say: Say = say_words
    read: Read = words_or_none
    tidies: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What the rows of a list are: what one is called, an empty one, and its columns, of which the first names it."""

    noun: str
    part: str
    empty: Any
    columns: tuple[Column, ...]
    offered: Callable[[str], Any]
    """Makes a row's thing of a text that was chosen in the page."""


_SIZE = re.compile(r"^(.*?)[\s,;:(\[–—-]*(\d[\d.,]*\s*(?:[kmg]b|bytes))[)\]\s]*$", re.IGNORECASE | re.DOTALL)


def deck_in(text: str) -> DraftDeck:
    """Make a deck of a chosen text: its title, and the size where one is printed behind it."""
    found = _SIZE.match(text)
    if found and found[1].strip():
        return DraftDeck(one_line(found[1]), size_of(found[2]))
    return DraftDeck(one_line(text))


DECKS = Kind(
    "deck",
    "decks",
    DraftDeck(""),
    (
        Column(("title",), "Title of the deck", hint="Title of the deck"),
        Column(("size_bytes",), "Printed size", 1, said_size, lambda text: (size_of(text),), True, "Size"),
    ),
    deck_in,
)
RECORDINGS = Kind(
    "recording",
    "recordings",
    DraftRecording(""),
    (
        Column(("title",), "Title of the recording", hint="Title of the recording"),
        Column(("url",), "Address of the recording", hint="Address"),
    ),
    lambda text: DraftRecording(one_line(text)),
)
SESSIONS = Kind(
    "session",
    "sessions",
    DraftSession(""),
    (
        Column(("title",), "Title of the session", hint="Title of the session"),
        Column(("starts_at", "ends_at"), "When the session was", 2, say_period, period_of, True, "From and to"),
    ),
    lambda text: DraftSession(one_line(text)),
)


class Row(Holder):
    """One thing of a list: its fields beside each other, and a cross."""

    changed = Signal()
    judged = Signal(str)
    removed = Signal()

    def __init__(self, kind: Kind, item: Any, origin: int | None) -> None:
        super().__init__()
        self.origin = origin
        self.place: Evidence | None = None
        self._kind, self._item = kind, item
        self._fields: list[TextField] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        for column in kind.columns:
            field = TextField(column.name, column.say, column.read, tidies=column.tidies, hint=column.hint)
            field.put(*(getattr(item, key) for key in column.keys))
            field.changed.connect(self.changed)
            field.judged.connect(self.judged)
            self._fields.append(field)
            layout.addWidget(field, column.share, top)
        cross = IconButton(f"Remove the {kind.noun} {getattr(item, 'title', '')}".strip(), "x", tone="mute")
        cross.clicked.connect(self.removed)
        layout.addWidget(cross, 0, top)
        self.keyboard = self._fields[0]

    def is_named(self) -> bool:
        """Say whether there is something in the first field, without which the row is nothing."""
        return bool(self._fields[0].toPlainText().strip())

    def item(self) -> Any:
        """Give the thing as it is now; None when its first field is empty."""
        values: dict[str, Any] = {}
        for column, field in zip(self._kind.columns, self._fields, strict=True):
            values |= zip(column.keys, field.take(), strict=True)
        first = self._kind.columns[0].keys[0]
        return replace(self._item, **values) if values[first] else None


class RowsField(Holder):
    """Edit a list of small things: a row each, and a button that adds one."""

    changed = Signal()
    reshaped = Signal()
    """There are widgets that were not there before."""
    judged = Signal(str)

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self._rows: list[Row] = []
        self._offered = 0
        self.setAccessibleName(kind.part.capitalize())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.more = Link(f"Add a {kind.noun}", "plus")
        self.more.clicked.connect(self.add)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.keyboard = self.more

    def put(self, *values: Any) -> None:
        """Show these things."""
        for row in self._rows:
            _discard(row)
        self._rows = []
        for number, item in enumerate(values[0]):
            self._append(item, number)

    def take(self) -> tuple[Any, ...]:
        """Give the things as they are now, without those whose name is empty."""
        return (tuple(item for row in self._rows if (item := row.item()) is not None),)

    def order(self) -> Sequence[int | None]:
        """Give the old place of each thing that `take` gives."""
        return [row.origin for row in self._rows if row.item() is not None]

    def add(self) -> None:
        """Add an empty row and put the keyboard there."""
        self._append(self._kind.empty, None).setFocus()
        self.reshaped.emit()

    def offer(self, text: str, place: Evidence | None = None) -> Callable[[], bool]:
        """Add a row of a text from the page; give what takes it away again.

        Raises:
            UserError: when a size in it cannot be.
        """
        row = self._append(self._kind.offered(text), None)
        path = f"{self._kind.part}.+{self._offered}"
        row.setProperty("path", path)
        self._offered += 1
        row.place = place
        self.reshaped.emit()
        self.changed.emit()
        return lambda: self._take_away(path)

    def chosen(self, path: str) -> Iterator[tuple[str, str, Evidence]]:
        """Tell where the rows that were chosen in the page stand there."""
        named = [row for row in self._rows if row.is_named()]
        for number, row in enumerate(named):
            if row.place is not None:
                yield f"{row.property('path')}.title", f"{path}.{number}.title", row.place

    def _take_away(self, path: str) -> bool:
        row = next((one for one in self._rows if one.property("path") == path), None)
        if row is not None:
            self._remove(row)
        return row is not None

    def _append(self, item: Any, origin: int | None) -> Row:
        row = Row(self._kind, item, origin)
        if origin is not None:
            row.setProperty("path", f"{self._kind.part}.{origin}")
        row.changed.connect(self.changed)
        row.judged.connect(self.judged)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()  # Qt would on the next turn, too late for the keyboard
        return row

    def _remove(self, row: Row) -> None:
        self._rows.remove(row)
        self.more.setFocus()
        _discard(row)
        self.judged.emit("")
        self.changed.emit()


def _discard(row: QWidget) -> None:
    row.hide()
    row.deleteLater()
