# SPDX-License-Identifier: MIT
"""The form that edits a draft: what reading found before it is accepted, or an event that is kept already."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.gui.desk.checks import moved, rows_filled, to_check
from eqbrief.gui.desk.fields import ChoiceField, Line, TextField, lines_of
from eqbrief.gui.desk.people import PeopleField
from eqbrief.gui.desk.rows import DECKS, RECORDINGS, SESSIONS, RowsField
from eqbrief.gui.desk.topics import TopicsField
from eqbrief.gui.kit import ChipButton, FlowLayout
from eqbrief.gui.tab_order import order_tabs
from eqbrief.model import Draft, UserError, say_date, say_period
from eqbrief.store import Store
from eqbrief.tasks.typed import date_of, period_of

_STATUSES: dict[str | None, str] = {None: "As planned", "cancelled": "Cancelled", "postponed": "Postponed"}
_DATE_HINT = "Such as 20 February 2024"


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the library has already, for completion."""

    topics: tuple[str, ...] = ()

    @classmethod
    def of(cls, store: Store) -> "Known":
        """Read the names of a library."""
        return cls(tuple(named.name for named in db.all_named(store, "topic")))


@dataclass(frozen=True, slots=True)
class Spec:
    """One row of the form: the fields of the draft that it shows, its label, and how its widget is made.

    A row that is `rare` is shown once it has something in it or is asked for.
    """

    keys: tuple[str, ...]
    label: str
    make: Callable[[Known], QWidget] = field(repr=False)
    rare: bool = False


def _text(name: str, **more: Any) -> Callable[[Known], QWidget]:
    return lambda _known: TextField(name, **more)


SPECS: tuple[Spec, ...] = (
    Spec(("title",), "Title", _text("Title")),
    Spec(("starts_at", "ends_at"), "Held on", lambda _known: TextField(
        "Held on", lambda first, last: say_period(first, last, weekday=True), period_of,
        tidies=True, hint=_DATE_HINT,
    )),
    Spec(("timezone",), "Time zone", _text("Time zone", hint="Such as Europe/London"), rare=True),
    Spec(("published_on",), "Published", lambda _known: TextField(
        "Published on", say_date, lambda text: (date_of(text),), tidies=True, hint=_DATE_HINT,
    )),
    Spec(("publisher",), "Publisher", _text("Publisher")),
    Spec(("series",), "Series", _text("Series"), rare=True),
    Spec(("status",), "Status", lambda _known: ChoiceField("Status", _STATUSES), rare=True),
    Spec(("topics",), "Topics", lambda known: TopicsField(known.topics)),
    Spec(("people",), "", lambda _known: PeopleField()),
    Spec(("decks",), "Decks", lambda _known: RowsField(DECKS)),
    Spec(("recordings",), "Recordings", lambda _known: RowsField(RECORDINGS), rare=True),
    Spec(("sessions",), "Sessions", lambda _known: RowsField(SESSIONS), rare=True),
    Spec(("questions",), "Questions", _text(
        "Questions, one a line", say="\n".join, read=lines_of, breaks=True, lines=(1, 14), hint="One a line",
    )),
    Spec(("summary",), "Summary", _text("Summary", breaks=True, lines=(2, 8))),
    Spec(("body",), "Text", _text("Text of the page, in Markdown", breaks=True, lines=(3, 16))),
    Spec(("language",), "Language", _text("Language", hint="Such as en, de or fr"), rare=True),
)  # fmt: skip
_LISTS = ("people", "decks", "recordings", "sessions")


class DraftForm(QWidget):
    """Show a draft in fields, and give back the draft as it has become."""

    changed = Signal()
    field_focused = Signal(str)
    """The path of the field that the keyboard came to: 'title', 'people.2.roles'."""

    def __init__(self, known: Known | None = None) -> None:
        super().__init__()
        self._draft = Draft("")
        self._settled: set[str] = set()
        self._showing = False
        self.fields: dict[str, Any] = {}
        self.lines: dict[str, Line] = {}
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
        self._draft, self._settled = draft, set(settled)
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

    def changes(self) -> dict[str, Any]:
        """Give the fields that differ from the draft that was shown, with their values now.

        Raises:
            UserError: when a date or a size is not understood.
        """
        values = {key: value for spec in SPECS for key, value in self._now(spec).items()}
        return {key: value for key, value in values.items() if getattr(self._draft, key) != value}

    def is_edited(self) -> bool:
        """Say whether anything differs from the draft that was shown."""
        try:
            return bool(self.changes())
        except UserError:
            return True

    def counts(self) -> tuple[int, int]:
        """Count the rows that are certain, and those to check."""
        checks = self._checks()
        return len([row for row in rows_filled(self._draft) if row not in checks]), len(checks)

    def is_whole(self) -> bool:
        """Say whether what makes an event was read: its title, when it was held, and somebody who took part."""
        draft = self._draft
        return bool(draft.title and draft.starts_at and draft.people)

    def focus_first(self) -> None:
        """Put the keyboard into the first field to check, or else into the title."""
        checks = self._checks()
        row = next((line.field for key, line in self.lines.items() if key in checks), None)
        card = next((card for card in self.fields["people"].cards() if card.check), None)
        (row or card or self.fields["title"]).setFocus()

    def _add(self, spec: Spec, known: Known) -> None:
        widget = spec.make(known)
        key = spec.keys[0]
        self.fields[key] = widget
        widget.changed.connect(lambda: self._edited(key))  # type: ignore[attr-defined]
        if isinstance(widget, PeopleField | RowsField):
            widget.reshaped.connect(lambda: order_tabs(self))
        if spec.label:
            self.lines[key] = Line(spec.label, widget, key)
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
        evidence = self._draft.evidence
        for part in _LISTS:
            order: Sequence[int | None] = self.fields[part].order()
            if list(order) != list(range(len(getattr(self._draft, part)))):
                evidence = moved(evidence, part, order)
        return evidence

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
            line.check(checks.get(key, ""))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        at: QWidget | None = now
        while at is not None and at is not self:
            if path := at.property("path"):
                self.field_focused.emit(path)
                return
            at = at.parentWidget()
