# SPDX-License-Identifier: MIT
"""One person of an event: a quiet card, which opens its fields where it stands."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from eqbrief.gui.desk.fields import ChoiceField, TextField, lines_of
from eqbrief.gui.desk.holder import Holder
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.offers import within
from eqbrief.gui.desk.summary import Summary, paint_box
from eqbrief.gui.kit import Button, IconButton, Label
from eqbrief.gui.theme import px
from eqbrief.model import CAPACITIES, DraftPerson, Evidence

_CAPACITIES: dict[str | None, str] = {capacity: capacity.capitalize() for capacity in CAPACITIES}


class Editor(Holder):
    """A person's fields, each below its name, and what can be done with the person."""

    changed = Signal()
    moved = Signal(int)
    removed = Signal()
    finished = Signal()

    def __init__(self, person: DraftPerson, path: str, known: Known) -> None:
        super().__init__()
        self._path = path
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(10), px(8), px(10), px(10))
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.fields: dict[str, Any] = {
            "name": TextField("Name", like=lambda typed: known.like("person", typed)),
            "honorific": TextField("Before the name", hint="Such as Dr"),
            "credentials": TextField("After the name", hint="Such as OBE"),
            "capacity": ChoiceField("Took part as", _CAPACITIES),
            "roles": TextField("Roles, one a line", "\n".join, lines_of, breaks=True, lines=(1, 8)),
            "organisations": TextField(
                "Organisations, one a line",
                "\n".join,
                lines_of,
                breaks=True,
                lines=(1, 8),
                like=lambda typed: known.like("organisation", typed),
            ),
            "spoke_on": TextField("Spoke on", lines=(1, 8)),
        }
        for place, (key, at) in enumerate(_PLACES.items()):
            self._add(key, at, getattr(person, key), place)
        self._grid.addLayout(self._buttons(), self._grid.rowCount(), 0, 1, 2)
        self.keyboard = self.fields["name"]

    def values(self) -> dict[str, Any]:
        """Give what stands in the fields."""
        return {key: field.take()[0] for key, field in self.fields.items()}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; the window's own Esc comes after."""
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box of the card."""
        painter = QPainter(self)
        paint_box(painter, self, "pane", cautious=False)
        painter.end()

    def _add(self, key: str, at: tuple[int, int, int], value: Any, place: int) -> None:
        field = self.fields[key]
        row, column, span = at
        label = Label(field.accessibleName(), "secondary", "mute")
        label.setBuddy(field)
        label.setContentsMargins(0, 4 if place else 0, 0, 0)
        field.put(value)
        field.changed.connect(self.changed)
        if self._path:
            field.setProperty("path", f"{self._path}.{key}")
        self._grid.addWidget(label, row * 2, column, 1, span)
        self._grid.addWidget(field, row * 2 + 1, column, 1, span, Qt.AlignmentFlag.AlignTop)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(4)
        done = Button("Close", "caret-up")
        done.clicked.connect(self.finished)
        row.addWidget(done)
        row.addStretch(1)
        for name, icon, does in (
            ("Move up", "arrow-up", lambda: self.moved.emit(-1)),
            ("Move down", "arrow-down", lambda: self.moved.emit(1)),
            ("Remove this person", "trash", self.removed.emit),
        ):
            button = IconButton(name, icon)
            button.clicked.connect(lambda _checked=False, does=does: does())
            row.addWidget(button)
        return row


# Row, column and how many columns, of each field.
_PLACES = {
    "name": (0, 0, 2),
    "honorific": (1, 0, 1),
    "credentials": (1, 1, 1),
    "capacity": (2, 0, 1),
    "roles": (3, 0, 2),
    "organisations": (4, 0, 2),
    "spoke_on": (5, 0, 2),
}


class PersonCard(Holder):
    """One person: the summary, or the fields in its place. `origin` is the place in the draft, None for a new one."""

    changed = Signal()
    opened = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, person: DraftPerson, origin: int | None, check: str, known: Known) -> None:
        super().__init__()
        self._known = known
        self.origin, self.check = origin, check
        self._person = person
        self._place: Evidence | None = None
        self.editor: Editor | None = None
        self.summary = Summary()
        self.summary.clicked.connect(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.summary)
        self.keyboard = self.summary
        if origin is not None:
            self.setProperty("path", f"people.{origin}")
        self._show()

    def person(self) -> DraftPerson:
        """Give the person as they are now."""
        if self.editor is None:
            return self._person
        values = self.editor.values()
        return replace(self._person, **{**values, "name": values["name"] or ""})

    def choose(self, place: Evidence | None) -> None:
        """Take note of the place in the page where this person was chosen."""
        self._place = place

    def chosen(self, kept: str) -> Iterator[tuple[str, str, Evidence]]:
        """Tell where what is known of the person was chosen; `kept` is the person's path in the draft."""
        path, person = str(self.property("path") or kept), self.person()
        values: dict[str, str | None] = {key: getattr(person, key) for key in ("name", "honorific", "credentials")}
        values |= {f"roles.{n}": role for n, role in enumerate(person.roles)}
        values |= {f"organisations.{n}": body for n, body in enumerate(person.organisations)}
        for key, value in values.items():
            if (spot := within(self._place, value)) is not None:
                yield f"{path}.{key}", f"{kept}.{key}", spot
        for key, field in self.editor.fields.items() if self.editor is not None else ():
            if isinstance(field, TextField):
                yield from field.chosen(f"{path}.{key}", f"{kept}.{key}")

    def open(self) -> None:
        """Show the fields and put the keyboard into the name."""
        if self.editor is None:
            self.editor = Editor(self._person, self.property("path") or "", self._known)
            self.editor.changed.connect(self._edited)
            self.editor.moved.connect(self.moved)
            self.editor.removed.connect(self.removed)
            self.editor.finished.connect(self.close_fields)
            self._column.addWidget(self.editor)
        self.editor.show()
        self.keyboard = self.editor
        self.editor.fields["name"].setFocus()
        self.summary.hide()  # last, or the keyboard would go elsewhere first
        self.opened.emit()

    def close_fields(self) -> None:
        """Show the summary again."""
        self._show()
        self.summary.show()
        self.keyboard = self.summary
        self.summary.setFocus()
        if self.editor is not None:
            self.editor.hide()

    def settle(self) -> None:
        """Take note that what was doubtful is in order."""
        self.check = ""
        self._show()

    def _edited(self) -> None:
        self.settle()
        self.changed.emit()

    def _show(self) -> None:
        self.summary.show_person(self.person(), self.check)
