# SPDX-License-Identifier: MIT
"""The fields of what is chosen in the outline: the title page, a section, or one thing that was put in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from eqbrief.briefing.outline import change_piece
from eqbrief.gui.briefing.findings import close_up
from eqbrief.gui.briefing.lines import TITLE
from eqbrief.gui.kit import Button, ComboBox, Form, Label, ScrollColumn
from eqbrief.gui.kit.keys import is_for_the_window
from eqbrief.gui.theme import px
from eqbrief.model import SECTIONS, Briefing, Piece, Section, UserError, say_date
from eqbrief.tasks.typed import date_of

Alter = Callable[[Briefing], Briefing]
_AFTER_MS = 150
_DETAILS = {"full": "In full", "brief": "In brief"}
_SHOWS = {"": "As picture", "text": "As text", "table": "As table"}
_REFERENCES = {"numbered": "Numbered", "bracketed": "In brackets"}
_NO_DETAIL = ("glossary", "sources", "text")
_GROUPED = {"event": "Event by event", "theme": "By theme"}
_ANSWERS = {"": "Every answer", "brief": "One answer an event"}


class WritingField(QPlainTextEdit):
    """A few lines of Markdown; Tab leaves them."""

    def __init__(self, name: str, text: str, lines: int = 4) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + px(20))

    def event(self, event: Any) -> bool:
        """Leave the window's keys to the window."""
        return not is_for_the_window(event) and super().event(event)


class Fields(ScrollColumn):
    """Show the fields of one line of the outline, and say what is typed there, a moment after each word."""

    altered = Signal(object, str)
    """A function from a briefing to the briefing it is to be, and what undo calls it ('' for typing)."""
    remove_wanted = Signal(str)
    open_wanted = Signal(str)
    """The uid of an event that is to be opened."""

    def __init__(self) -> None:
        super().__init__("Fields of the chosen line", wide=True, margin=16)
        close_up(self)
        self._waiting: dict[str, Alter] = {}
        self._themes: list[str] = []
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.shown = ""
        self.named: dict[str, QWidget] = {}

    def show_line(self, uid: str, briefing: Briefing, themes: Sequence[str] = ()) -> None:
        """Show the fields of a line; what was typed in others is given on first. `themes` are offered as one types."""
        self.flush()
        self.shown, self.named, self._themes = uid, {}, list(themes)
        self.clear()
        section = briefing.section(uid)
        piece = next((piece for piece in briefing.pieces if piece.uid == uid), None)
        if uid == TITLE:
            self._title(briefing)
        elif section is not None:
            self._section(section)
        elif piece is not None:
            home = next(one for one in briefing.sections if piece in one.pieces)
            self._piece(piece, by_theme=home.grouped == "theme")

    def flush(self) -> None:
        """Give on what was typed and not yet given on."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for alter in waiting.values():
            self.altered.emit(alter, "")

    def focus_field(self, name: str = "") -> None:
        """Put the keyboard into a field, the first one without a name."""
        field = self.named.get(name) or next(iter(self.named.values()), None)
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(field)

    def _title(self, briefing: Briefing) -> None:
        form = Form()
        for name, label in (("title", "Title"), ("audience", "For"), ("author", "By")):
            self._line(form, name, label, getattr(briefing, name), lambda text, name=name: _set(**{name: text}))
        self._date(form, briefing)
        words = "Classification"
        self._line(form, "classification", words, briefing.classification, lambda text: _set(classification=text))
        self._choice(form, "references", "Sources", _REFERENCES, briefing.references, lambda key: _set(references=key))
        for name, label in (("cover", "A title page of its own"), ("contents", "A list of contents")):
            box = QCheckBox(label)
            box.setChecked(getattr(briefing, name))
            box.toggled.connect(lambda on, name=name, label=label: self.altered.emit(_set(**{name: on}), label))
            self.named[name] = box
            form.add("", _named(box, label))
        self.add(form)

    def _date(self, form: Form, briefing: Briefing) -> None:
        field = QLineEdit(say_date(briefing.date))
        row = form.add("Date", field)
        self.named["date"] = field

        def take() -> None:
            try:
                date = date_of(field.text()) or ""
            except UserError as error:
                row.check(error.what)
                return
            row.check(None)
            self._later("date", _set(date=date))

        field.textEdited.connect(lambda _text: take())

    def _section(self, section: Section) -> None:
        form, uid = Form(), section.uid
        field = self._line(form, "heading", "Heading", section.heading, lambda text: _in_section(uid, heading=text))
        field.setPlaceholderText(SECTIONS[section.kind])
        label = "Text" if section.kind in ("summary", "text") else "Before it"
        self._writing(form, "lead", label, section.lead, lambda text: _in_section(uid, lead=text))
        if section.kind not in _NO_DETAIL:
            self._choice(form, "detail", "Detail", _DETAILS, section.detail, lambda key: _in_section(uid, detail=key))
        if section.kind == "said":
            choices, now = _GROUPED, section.grouped
            self._choice(form, "grouped", "In order", choices, now, lambda key: _in_section(uid, grouped=key))
        self.add(form)
        self._buttons(uid, "")

    def _piece(self, piece: Piece, *, by_theme: bool) -> None:
        form = Form()
        field = self._line(form, "heading", "Heading", piece.heading, lambda text: _in_piece(piece.uid, heading=text))
        field.setPlaceholderText("The event's title" if piece.kind == "event" else "None")
        if piece.kind == "slide":
            self._choice(
                form,
                "show",
                "Shown",
                _SHOWS,
                piece.show.replace("picture", ""),
                lambda key: _in_piece(piece.uid, show=key),
            )
            words = "Description"
            self._writing(
                form, "alternative", words, piece.alternative, lambda text: _in_piece(piece.uid, alternative=text), 3
            )
            form.add("", Label("For people who cannot see the picture.", "secondary", "mute"))
        elif piece.kind == "event":
            choices = {"": "As in its section", **_DETAILS}
            self._choice(form, "show", "Detail", choices, piece.show, lambda key: _in_piece(piece.uid, show=key))
        elif piece.kind == "table":
            self._choice(form, "show", "Shown", _ANSWERS, piece.show, lambda key: _in_piece(piece.uid, show=key))
        elif piece.text and piece.kind in ("note", "text"):
            self._writing(form, "text", "Passage", piece.text, lambda text: _in_piece(piece.uid, text=text))
        if by_theme:
            theme = self._line(form, "theme", "Theme", piece.theme, lambda text: _in_piece(piece.uid, theme=text))
            theme.setPlaceholderText("The event's topic")
            offered = QCompleter(self._themes, theme)
            offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            offered.activated.connect(lambda text: self._later("theme", _in_piece(piece.uid, theme=text)))
            theme.setCompleter(offered)
        self._writing(form, "lead", "Before it", piece.lead, lambda text: _in_piece(piece.uid, lead=text), 3)
        self.add(form)
        self._buttons(piece.uid, piece.event)

    def _buttons(self, uid: str, event: str) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        if event:
            opening = Button("Open the event", "arrow-square-out")
            opening.clicked.connect(lambda: self.open_wanted.emit(event))
            line.addWidget(opening)
        out = Button("Take it out", "x")
        out.clicked.connect(lambda: self.remove_wanted.emit(uid))
        line.addWidget(out)
        line.addStretch(1)
        self.add(row, before=12)

    def _line(self, form: Form, name: str, label: str, text: str, alter: Callable[[str], Alter]) -> QLineEdit:
        field = QLineEdit(text)
        field.setCursorPosition(0)
        field.textEdited.connect(lambda typed: self._later(name, alter(typed)))
        form.add(label, field)
        self.named[name] = field
        return field

    def _writing(
        self, form: Form, name: str, label: str, text: str, alter: Callable[[str], Alter], lines: int = 4
    ) -> None:
        field = WritingField(label, text, lines)
        field.textChanged.connect(lambda: self._later(name, alter(field.toPlainText())))
        form.add(label, field)
        self.named[name] = field

    def _choice(
        self, form: Form, name: str, label: str, choices: dict[str, str], chosen: str, alter: Callable[[str], Alter]
    ) -> None:
        box, keys = ComboBox(label, tuple(choices.values())), list(choices)
        box.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        box.activated.connect(lambda at: self.altered.emit(alter(keys[at]), f"{label}: {choices[keys[at]]}"))
        form.add(label, box)
        self.named[name] = box

    def _later(self, name: str, alter: Alter) -> None:
        self._waiting[name] = alter
        self._timer.start()


def _named(widget: QWidget, name: str) -> QWidget:
    widget.setAccessibleName(name)
    return widget


def _set(**values: Any) -> Alter:
    return lambda briefing: replace(briefing, **values)


def _in_section(uid: str, **values: Any) -> Alter:
    def alter(briefing: Briefing) -> Briefing:
        section = briefing.section(uid)
        return briefing.with_section(replace(section, **values)) if section else briefing

    return alter


def _in_piece(uid: str, **values: Any) -> Alter:
    def alter(briefing: Briefing) -> Briefing:
        piece = next((piece for piece in briefing.pieces if piece.uid == uid), None)
        return change_piece(briefing, replace(piece, **values)) if piece else briefing

    return alter
