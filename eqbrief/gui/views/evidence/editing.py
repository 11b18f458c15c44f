# SPDX-License-Identifier: MIT
"""The dialog in which a framework is written: its name and where it stands, and its actions with their words."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from eqbrief.gui.asking import ask
from eqbrief.gui.dialogs.fields import Group
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.kit import Button, ComboBox, FlowLayout, Form, IconButton, Label
from eqbrief.gui.theme import px
from eqbrief.model import Framework, PlanAction, UserError

_ABOUT = "Tags hold on to an action's number: whatever else you change, they stay."
_WHOLE = {"name": "Name", "publisher": "Publisher", "address": "Address", "published": "Date", "about": "About"}
_HINTS = {"name": "As published", "address": "https://…", "published": "2024-06-08"}
_TERMS = "One a line. Where one of them stands, a page, slide, question or note is suggested."
_WEAKER = "One a line. It takes two different ones of these."


class FrameworkDialog(Dialog):
    """Write a framework; it is saved by a function, and `saved` is what became of it."""

    def __init__(
        self, framework: Framework, jobs: Jobs, save: Callable[[Framework], Framework], parent: QWidget | None = None
    ) -> None:
        super().__init__("Edit the framework" if framework.key else "New framework", _ABOUT, parent, (680, 720))
        self._framework, self._jobs, self._save_it = framework, jobs, save
        self._actions = list(framework.actions) or [PlanAction("1", "")]
        self._at = 0
        self._filling = self._is_saving = False
        self.saved: Framework | None = None
        self._build()
        self._show_lines()
        self._begun = self.written()

    def add_action(self) -> None:
        """Add an action at the end and begin to write it."""
        numbers = [int(one.number) for one in self._actions if one.number.isdecimal()]
        self._actions.append(PlanAction(str(max(numbers, default=0) + 1), ""))
        self._at = len(self._actions) - 1
        self._show_lines()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_action(self) -> None:
        """Take the chosen action out; what is tagged with its number counts again once it is back."""
        if len(self._actions) > 1:
            del self._actions[self._at]
            self._at = min(self._at, len(self._actions) - 1)
            self._show_lines()

    def move_action(self, by: int) -> None:
        """Move the chosen action up or down."""
        to = self._at + by
        if 0 <= to < len(self._actions):
            self._actions[self._at], self._actions[to] = self._actions[to], self._actions[self._at]
            self._at = to
            self._show_lines()

    def written(self) -> Framework:
        """Give the framework as it is typed now."""
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        return replace(self._framework, **texts, actions=tuple(self._actions))

    def save(self) -> None:
        """Save it; what is wrong is said above the buttons."""
        if self._is_saving:
            return
        self._is_saving = True
        self._yes.setEnabled(False)
        wanted = self.written()
        job = self._jobs.save(lambda: self._save_it(wanted))
        job.done.connect(self._done)
        job.failed.connect(self._complain)

    def reject(self) -> None:
        """Ask before what was typed is thrown away; what is being saved is not given up."""
        if self._is_saving:
            return
        if self.written() != self._begun and not self._may_throw_away():
            return
        super().reject()

    def _may_throw_away(self) -> bool:
        answers = [("leave", "Throw it away"), ("stay", "Go on writing")]
        return ask(self, "What you typed is not saved.", "It is gone once this is closed.", answers) == "leave"

    def _done(self, saved: Framework) -> None:
        self._is_saving = False
        self.saved = saved
        self.accept()

    def _complain(self, error: UserError) -> None:
        self._is_saving = False
        self._yes.setEnabled(True)
        self.say(str(error), "caution")

    def _build(self) -> None:
        page = self.add_page("The framework and its actions")
        page.add(self._about_it())
        page.add_heading("Actions")
        page.add(self._choice(), before=8)
        page.add(self._action(), before=12)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._yes = Button("Save", kind="primary")
        self._yes.clicked.connect(self.save)
        self.finish([], [cancel, self._yes])
        self._fields["name"].setFocus()

    def _about_it(self) -> Form:
        form = Form()
        self._fields: dict[str, QLineEdit] = {}
        for name, label in _WHOLE.items():
            field = QLineEdit(getattr(self._framework, name))
            field.setCursorPosition(0)
            field.setPlaceholderText(_HINTS.get(name, ""))
            form.add(label, field)
            self._fields[name] = field
        return form

    def _choice(self) -> QWidget:
        """Make what chooses the action to write, and what adds, moves and takes out."""
        self.list = ComboBox("Action to write")
        self.list.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setMinimumContentsLength(12)
        self.list.activated.connect(self._choose)
        adding = Button("Add an action", "plus")
        adding.clicked.connect(self.add_action)
        buttons = FlowLayout(spacing=px(8))
        buttons.addWidget(adding)
        for name, icon, do in (
            ("Move the action up", "arrow-up", lambda: self.move_action(-1)),
            ("Move the action down", "arrow-down", lambda: self.move_action(1)),
            ("Take the action out", "trash", self.remove_action),
        ):
            button = IconButton(name, icon, tone="mute")
            button.clicked.connect(do)
            buttons.addWidget(button)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.list)
        column.addLayout(buttons)
        return holder

    def _action(self) -> Form:
        form = Form()
        self.number, self.title = QLineEdit(), QLineEdit()
        self.explanation, self.terms, self.hints = _area("Explanation", 3), _area("Terms", 4), _area("Hints", 4)
        form.add("Number", self.number)
        form.add("Title", self.title)
        form.add("Explanation", self.explanation)
        for label, area, how in (("Terms", self.terms, _TERMS), ("Hints", self.hints, _WEAKER)):
            area.setAccessibleDescription(how)
            form.add(label, Group(area, Label(how, "secondary", "mute")))
        for field in (self.number, self.title):
            field.textEdited.connect(lambda _text: self._take())
        for area in (self.explanation, self.terms, self.hints):
            area.textChanged.connect(self._take)
        return form

    def _choose(self, at: int) -> None:
        self._at = at
        self._show_action()

    def _take(self) -> None:
        """Keep what was typed of the chosen action."""
        if self._filling:
            return
        self._actions[self._at] = PlanAction(
            self.number.text().strip(),
            " ".join(self.title.text().split()),
            " ".join(self.explanation.toPlainText().split()),
            _listed(self.terms),
            _listed(self.hints),
        )
        self._show_lines(fields=False)

    def _show_lines(self, *, fields: bool = True) -> None:
        lines = [f"{one.number}  {one.title}".strip() or "…" for one in self._actions]
        if self.list.count() == len(lines) and not fields:
            self.list.setItemText(self._at, lines[self._at])
        else:
            self.list.clear()
            self.list.addItems(lines)
        self.list.setCurrentIndex(self._at)
        if fields:
            self._show_action()

    def _show_action(self) -> None:
        self._filling = True
        one = self._actions[self._at]
        self.number.setText(one.number)
        self.title.setText(one.title)
        self.title.setCursorPosition(0)
        self.explanation.setPlainText(one.explanation)
        self.terms.setPlainText("\n".join(one.terms))
        self.hints.setPlainText("\n".join(one.hints))
        self._filling = False


def _area(name: str, lines: int) -> QPlainTextEdit:
    area = QPlainTextEdit()
    area.setAccessibleName(name)
    area.setTabChangesFocus(True)
    area.setFixedHeight(area.fontMetrics().lineSpacing() * lines + px(20))
    return area


def _listed(area: QPlainTextEdit) -> tuple[str, ...]:
    said = (" ".join(line.split()) for line in area.toPlainText().splitlines())
    return tuple(dict.fromkeys(line for line in said if any(sign.isalnum() for sign in line)))
