# SPDX-License-Identifier: MIT
"""The form that edits a draft: what reading found before it is accepted, or an event that is kept already."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief.gui.desk.checks import confirmed, moved, rows_filled, to_check
from eqbrief.gui.desk.known import Known
from eqbrief.gui.desk.line import SETTLES, Line
from eqbrief.gui.desk.offers import Offers, first_evidence
from eqbrief.gui.desk.people import PeopleField
from eqbrief.gui.desk.person import PersonCard
from eqbrief.gui.desk.rows import RowsField
from eqbrief.gui.desk.specs import SPECS, Spec
from eqbrief.gui.kit import ChipButton, FlowLayout
from eqbrief.gui.tab_order import order_tabs
from eqbrief.model import Draft, Evidence, UserError

_LISTS = ("people", "decks", "recordings", "sessions")


class DraftForm(QWidget):
    """Show a draft in fields, and give back the draft as it has become.

    With `settles` a doubt can be taken away by a button: what is kept already has nowhere to remember that.
    """

    changed = Signal()
    field_focused = Signal(str)
    """The path of the field that the keyboard came to: 'title', 'people.2.roles'."""

    def __init__(self, known: Known | None = None, *, settles: bool = True) -> None:
        super().__init__()
        self._can_settle = settles
        self._draft = Draft("")
        self._settled: set[str] = set()
        self._confirmed: set[str] = set()
        self._showing = False
        self.fields: dict[str, Any] = {}
        self.lines: dict[str, Line] = {}
        self.offers = Offers(self.fields)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for spec in SPECS:
            self._add(spec, known or Known())
        self._more = self._make_more()
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def set_draft(self, draft: Draft, settled: Iterable[str] = ()) -> None:
        """Show a draft. Fields named in `settled` were edited by a person and need no look."""
        self._draft, self._settled, self._confirmed = draft, set(settled), set()
        self._showing = True
        checks = to_check(draft)
        for spec in SPECS:
            widget = self.fields[spec.keys[0]]
            values = [getattr(draft, key) for key in spec.keys]
            if isinstance(widget, PeopleField):
                widget.put(draft.people, {} if "people" in self._settled else checks)
            else:
                widget.put(*values)
                self.lines[spec.keys[0]].setVisible(not spec.rare or any(values))
        self._showing = False
        self._mark_checks()
        self._show_more()
        order_tabs(self)

    def draft(self) -> Draft:
        """Give the draft as it is now; its text, source and evidence are kept, evidence beside what it belongs to.

        Raises:
            UserError: when a date or a size is not understood; the keyboard is then in that field.
        """
        values: dict[str, Any] = {}
        for spec in SPECS:
            try:
                values |= self._now(spec)
            except UserError:
                self._show_line(spec)
                self.fields[spec.keys[0]].setFocus()
                raise
        made = replace(self._draft, **values)
        return replace(made, evidence=self._evidence())

    def use(self, key: str, text: str, place: Evidence | None) -> str:
        """Use a text from the page for a field, which is shown then, and give the field's name.

        Raises:
            UserError: when the field does not understand it; nothing is changed then.
        """
        name = self.offers.use(key, text, place)
        if key in self.lines and self.lines[key].isHidden():
            self.lines[key].show()
            self._show_more()
        return name

    def places(self) -> dict[str, tuple[Evidence, ...]]:
        """Give where each field stands in the page, by the paths that `field_focused` says."""
        return {**self._draft.evidence, **first_evidence(self.offers.chosen(), shown=True)}

    def changes(self) -> dict[str, Any]:
        """Give the fields that differ from the draft that was shown, with their values now.

        Raises:
            UserError: when a date or a size is not understood.
        """
        values = {key: value for spec in SPECS for key, value in self._now(spec).items()}
        return {key: value for key, value in values.items() if getattr(self._draft, key) != value}

    def is_sound(self) -> bool:
        """Say whether everything that was typed is understood."""
        try:
            self.changes()
        except UserError:
            return False
        return True

    def is_edited(self) -> bool:
        """Say whether anything differs from the draft that was shown."""
        return not self.is_sound() or bool(self.changes())

    def counts(self) -> tuple[int, int]:
        """Count the rows that are certain, and those to check."""
        checks = self._checks()
        return len([row for row in rows_filled(self._draft) if row not in checks]), len(checks)

    def is_whole(self) -> bool:
        """Say whether what makes an event was read: its title, when it was held, and somebody who took part."""
        draft = self._draft
        return bool(draft.title and draft.starts_at and draft.people)

    def is_certain(self) -> bool:
        """Say whether this can be accepted unseen: an event with title and date, and nothing left to check."""
        draft = self._draft
        return draft.kind == "event" and bool(draft.title and draft.starts_at) and not self._checks()

    def focus_first(self) -> None:
        """Put the keyboard into the first field to check, or else into the title."""
        checks = self._checks()
        (next((line.field for row, line in self._rows() if row in checks), None) or self.fields["title"]).setFocus()

    def next_check(self, step: int = 1) -> bool:
        """Put the keyboard into the next field to check (1), or the one before (-1); False where there is none."""
        rows, checks, here = self._rows(), self._checks(), self._row_here()
        at = next((n for n, (row, _line) in enumerate(rows) if row == here), -1 if step > 0 else 0)
        order = [rows[(at + step * by) % len(rows)] for by in range(1, len(rows) + 1)]
        found = next((line.field for row, line in order if row in checks), None)
        if found is not None:
            found.setFocus()
        return found is not None

    def settle_here(self) -> bool:
        """Take away the doubt about the field that has the keyboard, and go on to the next; False where none is."""
        row = self._row_here()
        if row not in self._checks() or not self._settles(row):
            return False
        self._settle(row)
        return True

    def _add(self, spec: Spec, known: Known) -> None:
        widget = spec.make(known)
        key = spec.keys[0]
        self.fields[key] = widget
        widget.changed.connect(lambda: self._edited(key))  # type: ignore[attr-defined]
        if isinstance(widget, PeopleField | RowsField):
            widget.reshaped.connect(lambda: order_tabs(self))
        if isinstance(widget, PeopleField):
            widget.settles = SETTLES if self._can_settle else ""
            widget.settled.connect(lambda card: self._settle(f"people.{card.origin}"))
        if spec.label:
            self.lines[key] = Line(spec.label, widget, key)
            self.lines[key].settled.connect(lambda: self._settle(key))
            self._column.addWidget(self.lines[key])
        else:
            self._column.addWidget(widget)

    def _make_more(self) -> Line:
        box = QWidget()
        flow = FlowLayout(box)
        for spec in SPECS:
            if spec.rare:
                button = ChipButton(spec.label, "plus")
                button.setAccessibleName(f"Add {spec.label.lower()}")
                button.setProperty("adds", spec.keys[0])
                button.clicked.connect(lambda _checked=False, spec=spec: self._show_line(spec, focus=True))
                flow.addWidget(button)
        return Line("Add", box)

    def _show_line(self, spec: Spec, *, focus: bool = False) -> None:
        line = self.lines[spec.keys[0]]
        line.show()
        self._show_more()
        if focus and isinstance(line.field, RowsField):
            line.field.add()
        elif focus:
            line.field.setFocus()

    def _show_more(self) -> None:
        hidden = False
        for button in self._more.field.findChildren(ChipButton):
            button.setVisible(self.lines[button.property("adds")].isHidden())
            hidden = hidden or not button.isHidden()
        self._more.setVisible(hidden)

    def _now(self, spec: Spec) -> dict[str, Any]:
        widget = self.fields[spec.keys[0]]
        if isinstance(widget, PeopleField):
            return {"people": widget.take()}
        return dict(zip(spec.keys, widget.take(), strict=True))

    def _evidence(self) -> dict[str, Any]:
        evidence = confirmed(self._draft.evidence, self._confirmed)
        for part in _LISTS:
            order: Sequence[int | None] = self.fields[part].order()
            if list(order) != list(range(len(getattr(self._draft, part)))):
                evidence = moved(evidence, part, order)
        return {**evidence, **first_evidence(self.offers.chosen(), shown=False)}

    def _edited(self, key: str) -> None:
        if self._showing:
            return
        self._settled.add(key)
        self._mark_checks()
        if key in (*_LISTS, "topics"):
            order_tabs(self)
        self.changed.emit()

    def _checks(self) -> dict[str, str]:
        found = {row: said for row, said in to_check(self._draft).items() if row in self.lines}
        found = {row: said for row, said in found.items() if row not in self._settled}
        cards = {f"people.{card.origin}": card.check for card in self.fields["people"].cards()}
        return {**found, **{path: said for path, said in cards.items() if said}}

    def _mark_checks(self) -> None:
        checks = self._checks()
        for key, line in self.lines.items():
            line.check(checks.get(key, ""), self._settles(key))

    def _settles(self, row: str) -> str:
        """Give the word on the button that takes the doubt about a row away; '' where only an answer does."""
        if not self._can_settle:
            return ""
        keys = next((spec.keys for spec in SPECS if spec.keys[0] == row), ("people",))
        if any(getattr(self._draft, key) for key in keys):
            return SETTLES
        return "" if row == "title" else "Leave it empty"

    def _settle(self, row: str) -> None:
        self._confirmed.add(row)
        self._settled.add(row)
        line = dict(self._rows()).get(row)
        if line is not None and isinstance(line.field, PersonCard):
            self.fields["people"].settle(line.field)
        if line is not None and self._has_keyboard(line):
            line.field.setFocus()  # the button that had the keyboard is about to go
        self._mark_checks()
        self.next_check()
        self.changed.emit()

    def _rows(self) -> list[tuple[str, Line]]:
        """List the rows that may be doubtful, as they stand below each other."""
        rows: list[tuple[str, Line]] = []
        for spec in SPECS:
            widget = self.fields[spec.keys[0]]
            if isinstance(widget, PeopleField):
                rows += [(f"people.{card.origin}", line) for line, card in widget.lines()]
            else:
                rows.append((spec.keys[0], self.lines[spec.keys[0]]))
        return rows

    def _row_here(self) -> str:
        """Give the row that has the keyboard, in its field or on the button below it; '' for none."""
        return next((row for row, line in self._rows() if self._has_keyboard(line)), "")

    def _has_keyboard(self, line: Line) -> bool:
        now = self.window().focusWidget()
        return now is not None and line.isAncestorOf(now)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        self.offers.remember(now)
        at: QWidget | None = now
        while at is not None and at is not self:
            if path := at.property("path"):
                self.field_focused.emit(path)
                return
            at = at.parentWidget()
