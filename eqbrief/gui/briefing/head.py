# SPDX-License-Identifier: MIT
"""The bar above the builder: which briefing it is, whether it is saved, and the buttons that hand it out."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from eqbrief import store as db
from eqbrief.briefing import ENDINGS
from eqbrief.gui.kit import Button, Label, MenuButton, surface
from eqbrief.gui.theme import px
from eqbrief.model import Briefing, local_clock, now
from eqbrief.store import Store
from eqbrief.tasks.briefing import templates

_SHORT, _SHORTER = 26, 14
_ROOMY = 400
"""From this width in pixels on, the briefing's title has some room beside its icon."""


class Head(QWidget):
    """Say what is shown, and what the person wants done with it as a whole."""

    briefing_chosen = Signal(int)
    new_wanted = Signal()
    delete_wanted = Signal()
    template_chosen = Signal(object)
    copy_wanted = Signal()
    keep_wanted = Signal()
    forget_wanted = Signal(object)
    save_wanted = Signal(str)
    """The ending of the format that it is to be saved in."""
    print_wanted = Signal()
    page_wanted = Signal(bool)
    """Whether the page is to be shown in the place of the outline."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._number = 0
        self._template = self._title = ""
        self._is_narrow = False
        self._build()
        surface(self, "bg")

    def show_briefing(self, briefing: Briefing) -> None:
        """Name the briefing and its template, whose file is read only when it is another one."""
        if (briefing.id, briefing.template) != (self._number, self._template):
            self.show_template(next((one.name for one in templates()[0] if one.key == briefing.template), ""))
        self._number, self._template, self._title = briefing.id, briefing.template, briefing.title
        self._name()

    def show_template(self, name: str) -> None:
        """Name the template that it has the shape of."""
        self.template.setText(_cut(name or "Template"))
        self.template.setAccessibleName(f"Template: {name or 'none'}")

    def say_saving(self) -> None:
        """Say that the last change is on its way."""
        self.saved.setText("Saving…")

    def say_saved(self) -> None:
        """Say that everything is committed."""
        self.saved.setText(f"Saved {local_clock(now())}")

    def _build(self) -> None:
        self._briefings, self._templates = QMenu("Briefings", self), QMenu("Template", self)
        self._briefings.aboutToShow.connect(self._list_briefings)
        self._templates.aboutToShow.connect(self._list_templates)
        self.which = MenuButton("Briefing", "clipboard-text", self._briefings, "quiet")
        self.template = MenuButton("Template", "", self._templates, "quiet")
        self.saved = Label("", "secondary", "mute", wrap=False)
        self.page = Button("Preview", "eye")
        self.page.setCheckable(True)
        self.page.toggled.connect(self.page_wanted)
        self.page.hide()
        self.print = Button("Print", "printer")
        self.print.clicked.connect(self.print_wanted)
        self.formats = MenuButton("Save as", "", QMenu("Save as", self))
        self.formats.menu().aboutToShow.connect(self._list_formats)
        self.save = Button("Save Word document", kind="primary")
        self.save.clicked.connect(lambda: self.save_wanted.emit(".docx"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8), px(8), px(12), px(8))
        row.setSpacing(px(8))
        for part in (self.which, self.template, self.saved):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.page, self.print, self.formats, self.save):
            row.addWidget(part)

    def offer_page(self, offered: bool) -> None:
        """Offer to turn to the page, where it has no room beside the outline; the menus then hold what is rarer."""
        self._is_narrow = offered
        self.page.setVisible(offered)
        for part in (self.template, self.print, self.save):
            part.setVisible(not offered)
        self.formats.setText("Save" if offered else "Save as")
        self._name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the briefing's title where there is little room; its icon stays."""
        super().resizeEvent(event)
        self._name()

    def _name(self) -> None:
        most = _SHORT if not self._is_narrow else _SHORTER if self.width() >= px(_ROOMY) else 0
        self.which.setText(_cut(self._title, most) if most else "")
        self.which.setAccessibleName(f"Briefing: {self._title}")

    def _list_formats(self) -> None:
        menu = self.formats.menu()
        menu.clear()
        for ending, name in ENDINGS.items():
            menu.addAction(f"{name}…", lambda ending=ending: self.save_wanted.emit(ending))
        if self._is_narrow:
            menu.addSeparator()
            menu.addAction("Print…", self.print_wanted.emit)

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
        if self._is_narrow:
            self._briefings.addMenu(self._templates)
        self._briefings.addAction("Delete this briefing", self.delete_wanted.emit)

    def _list_templates(self) -> None:
        self._templates.clear()
        found, wrong = templates()
        for one in found:
            item = self._templates.addAction(
                _cut(one.name, 60).replace("&", "&&"), lambda one=one: self.template_chosen.emit(one)
            )
            item.setToolTip(one.about)
            item.setCheckable(True)
            item.setChecked(one.key == self._template)
        for error in wrong:
            self._templates.addAction(error.what.replace("&", "&&")).setEnabled(False)
        self._templates.addSeparator()
        self._templates.addAction("Keep this shape as a template…", self.keep_wanted.emit)
        self._templates.addAction("Copy this template, to change it as text…", self.copy_wanted.emit)
        for one in (one for one in found if one.own and one.key == self._template):
            named = _cut(one.name, 40).replace("&", "&&")
            self._templates.addAction(f"Take “{named}” away…", lambda one=one: self.forget_wanted.emit(one))


def _cut(text: str, most: int = _SHORT) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
