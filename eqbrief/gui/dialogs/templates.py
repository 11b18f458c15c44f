# SPDX-License-Identifier: MIT
"""The templates of notes: each edited where it stands, with what it comes to for an event beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.files.opening import show_in_folder
from eqbrief.gui.dialogs.frame import Dialog, announce
from eqbrief.gui.dialogs.one_line import ask_line
from eqbrief.gui.kit import Button, Hairline, Label, ReadingText, ScrollColumn, Tabs, surface
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.gui.notes.writing import Writing
from eqbrief.gui.theme import px
from eqbrief.model import Event, Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks.templates import (
    MEANINGS,
    drop_template,
    fill_in,
    is_own,
    own_templates,
    read_template,
    save_template,
    ships,
    templates,
)

_LINE = "What a note can begin with. Your changes are kept as you go; what ships can always be had back."
_NO_EVENT = "*The library has no event yet to try this with; the variables stay as they are.*\n\n"
_TABS = {"text": "Text", "preview": "Preview"}


class TemplatesDialog(Dialog):
    """List the templates; edit one, make one, put one back to what ships, or remove one of one's own."""

    def __init__(self, event: Event | None, parent: QWidget | None = None) -> None:
        super().__init__("Templates of notes", _LINE, parent, (960, 640))
        self._event = event
        self._name, self._kept = "", ""
        self._build()
        self._read()

    def done(self, result: int) -> None:
        """Keep what was typed."""
        if self._keep():
            super().done(result)

    def _build(self) -> None:
        self._list = LineList("Templates")
        self._list.setFixedWidth(px(240))
        self._list.moved.connect(self._show)
        self._tabs = Tabs("Text or preview")
        self._pages = QStackedWidget()
        self.text, self.preview = Writing("Text of the template"), ReadingText("What it comes to", grows=False)
        self.text.escaped.connect(self.reject)
        self.text.left.connect(self._keep)
        column = ScrollColumn("The template", wide=True, margin=4, ends=4)
        column.add(self.text)
        meanings = Label("\n".join(f"{name}  {meaning}" for name, meaning in MEANINGS.items()), "secondary", "mute")
        column.add(Hairline())
        column.add(meanings)
        for (key, word), page in zip(_TABS.items(), (column, self.preview), strict=True):
            self._tabs.add(key, word)
            self._pages.addWidget(page)
        self._tabs.chosen.connect(self._turn)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        right = QVBoxLayout()
        right.setContentsMargins(px(16), px(4), px(16), px(8))
        right.addWidget(self._tabs)
        right.addWidget(self._pages, 1)
        row.addLayout(right, 1)
        surface(beside, "card")
        self.add(Hairline(), margin=0)
        self.add(beside, 1, margin=0)
        self.add_line_above_foot()
        self._drop, folder = Button("Remove", "trash"), Button("Show in folder", "folder-open")
        new, close = Button("New…", "plus"), Button("Close")
        for button, work in (
            (self._drop, self._remove),
            (folder, self._show_folder),
            (new, self._make),
            (close, self.accept),
        ):
            button.clicked.connect(work)
        self.finish([self._drop, folder], [new, close])
        self._list.setFocus()

    def _read(self, choose: str = "") -> None:
        lines: list[Line] = []
        for name in templates():
            said = ("Yours, in place of the one that ships" if ships(name) else "Yours") if is_own(name) else "Ships"
            lines.append(Line(name, name, said, "file-text"))
        self._list.show_lines(lines, choose=choose or self._name or None)

    def _show(self, name: str) -> None:
        if name == self._name or not self._keep():
            return
        try:
            text = read_template(name)
        except UserError as error:
            self.say(str(error), "caution")
            return
        self._name, self._kept = name, text
        self.text.setPlainText(text)
        self._allow()
        self._turn(self._tabs.current())

    def _turn(self, key: str) -> None:
        self._pages.setCurrentIndex(list(_TABS).index(key))
        if key == "preview":
            text = self.text.toPlainText()
            self.preview.set_markdown(fill_in(text, self._event) if self._event else f"{_NO_EVENT}{text}")

    def _allow(self) -> None:
        self._drop.setVisible(is_own(self._name))
        self._drop.setText("Put back what ships" if ships(self._name) else "Remove")
        self._drop.set_icon("arrow-counter-clockwise" if ships(self._name) else "trash")

    def _keep(self) -> bool:
        """Keep what was typed; False where that failed, which is said."""
        text = self.text.toPlainText()
        if not self._name or text == self._kept:
            return True
        try:
            save_template(self._name, text)
        except UserError as error:
            self.say(str(error), "caution")
            return False
        self._kept = text
        self._allow()
        self._read()
        announce(self, f"Kept the template {self._name}")
        return True

    def _make(self) -> None:
        name = ask_line(self, "New template", "It stands in the list of templates.", "Name", "", "Make it")
        if name is None or not self._keep():
            return
        if name in templates():
            self.say(f"There is a template “{name}” already. Choose another name.", "caution")
            return
        try:
            save_template(name, "## {title}\n\n")
        except UserError as error:
            self.say(str(error), "caution")
            return
        self._read(choose=name)
        self._tabs.choose("text")
        self.text.setFocus()

    def _remove(self) -> None:
        """Remove one's own; what ships under its name is there again."""
        name = self._name
        try:
            drop_template(name)
        except UserError as error:
            self.say(str(error), "caution")
            return
        self._name = ""
        self._read(choose=name if ships(name) else next(iter(templates()), ""))
        self.say(f"“{name}” is as it ships again." if ships(name) else f"“{name}” was removed.", "good")
        self._list.setFocus()

    def _show_folder(self) -> None:
        try:
            own_templates().mkdir(parents=True, exist_ok=True)
            show_in_folder(own_templates())
        except OSError:
            self.say(f"The folder '{own_templates()}' cannot be made. Check whether its disk is there.", "caution")
        except UserError as error:
            self.say(str(error), "caution")


def show_templates(store: Store, parent: QWidget, event_id: int | None = None) -> None:
    """Show the templates; the event, or else the newest one, is the example."""
    number = event_id if event_id is not None else next(iter(db.event_ids(store, Filter())), None)
    dialog = TemplatesDialog(db.event(store, number) if number is not None else None, parent)
    dialog.exec()
    dialog.deleteLater()
