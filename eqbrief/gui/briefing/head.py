# SPDX-License-Identifier: MIT
"""The bar above the builder: which briefing it is, whether it is saved, and the buttons that hand it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from eqbrief import store as db
from eqbrief.briefing import ENDINGS
from eqbrief.gui.kit import Button, Label, MenuButton, surface
from eqbrief.gui.theme import px
from eqbrief.model import Briefing, local_clock, now
from eqbrief.store import Store
from eqbrief.tasks.briefing import templates

_SHORT = 26


class Head(QWidget):
    """Say what is shown, and what the person wants done with it as a whole."""

    briefing_chosen = Signal(int)
    new_wanted = Signal()
    delete_wanted = Signal()
    template_chosen = Signal(object)
    copy_wanted = Signal()
    save_wanted = Signal(str)
    """The ending of the format that it is to be saved in."""
    print_wanted = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._number = 0
        self._template = ""
        self._build()
        surface(self, "bg")

    def show_briefing(self, briefing: Briefing) -> None:
        """Name the briefing and its template, whose file is read only when it is another one."""
        if (briefing.id, briefing.template) != (self._number, self._template):
            self._name_template(next((one.name for one in templates()[0] if one.key == briefing.template), ""))
        self._number, self._template = briefing.id, briefing.template
        self.which.setText(_cut(briefing.title))
        self.which.setAccessibleName(f"Briefing: {briefing.title}")

    def _name_template(self, name: str) -> None:
        self.template.setText(_cut(name or "Template"))
        self.template.setAccessibleName(f"Template: {name or 'none'}")

    def say_saving(self) -> None:
        """Say that the last change is on its way."""
        self.saved.setText("Saving…")

    def say_saved(self) -> None:
        """Say that everything is committed."""
        self.saved.setText(f"Saved {local_clock(now())}")

    def _build(self) -> None:
        self._briefings, self._templates = QMenu("Briefings", self), QMenu("Templates", self)
        self._briefings.aboutToShow.connect(self._list_briefings)
        self._templates.aboutToShow.connect(self._list_templates)
        self.which = MenuButton("Briefing", "clipboard-text", self._briefings, "quiet")
        self.template = MenuButton("Template", "", self._templates, "quiet")
        self.saved = Label("", "secondary", "mute", wrap=False)
        printing = Button("Print", "printer")
        printing.clicked.connect(self.print_wanted)
        formats = QMenu("Save as", self)
        for ending, name in ENDINGS.items():
            formats.addAction(f"{name}…", lambda ending=ending: self.save_wanted.emit(ending))
        self.save = Button("Save Word document", kind="primary")
        self.save.clicked.connect(lambda: self.save_wanted.emit(".docx"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(8), px(12), px(8))
        row.setSpacing(px(8))
        for part in (self.which, self.template, self.saved):
            row.addWidget(part)
        row.addStretch(1)
        for part in (printing, MenuButton("Save as", "", formats), self.save):
            row.addWidget(part)

    def _list_briefings(self) -> None:
        self._briefings.clear()
        for one in db.briefings(self._store):
            item = self._briefings.addAction(
                _cut(one.title, 60).replace("&", "&&"), lambda number=one.id: self.briefing_chosen.emit(number)
            )
            item.setCheckable(True)
            item.setChecked(one.id == self._number)
        self._briefings.addSeparator()
        self._briefings.addAction("New briefing", self.new_wanted.emit)
        self._briefings.addAction("Delete this briefing", self.delete_wanted.emit)

    def _list_templates(self) -> None:
        self._templates.clear()
        for one in templates()[0]:
            item = self._templates.addAction(
                _cut(one.name, 60).replace("&", "&&"), lambda one=one: self.template_chosen.emit(one)
            )
            item.setToolTip(one.about)
            item.setCheckable(True)
            item.setChecked(one.key == self._template)
        self._templates.addSeparator()
        self._templates.addAction("Copy this template, to change it…", self.copy_wanted.emit)


def _cut(text: str, most: int = _SHORT) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
