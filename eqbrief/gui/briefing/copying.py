# SPDX-License-Identifier: MIT
"""Copy a template under a name of its own and show the copy, which is plain text to be changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from eqbrief.files.opening import show_in_folder
from eqbrief.gui.asking import tell
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, Form
from eqbrief.model import Briefing, UserError
from eqbrief.tasks.briefing import copy_template as copy
from eqbrief.tasks.briefing import find_template
from eqbrief.tasks.briefing.templating import own_folder


class CopyTemplate(Dialog):
    """Ask for the copy's name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        line = f"The copy is a text file in {own_folder()}. It says which sections a briefing begins with."
        super().__init__("Copy the template", line, parent, (560, 240))
        self.name_ = QLineEdit(f"{name}, our own")
        form = Form()
        form.add("Name", self.name_)
        self.add(form)
        cancel, copying = Button("Cancel"), Button("Copy", kind="primary")
        cancel.clicked.connect(self.reject)
        copying.clicked.connect(self.accept)
        self.finish([], [cancel, copying])
        self.name_.selectAll()
        self.name_.setFocus()


def copy_template(parent: QWidget, briefing: Briefing, say: Callable[[str], None]) -> None:
    """Ask for a name, copy the template of a briefing, and show the copy in its folder."""
    try:
        template = find_template(briefing.template)
    except UserError:
        template = find_template("")
    dialog = CopyTemplate(template.name, parent)
    if dialog.exec():
        try:
            path = copy(template, dialog.name_.text())
            say(f"Copied to '{path.name}'; it is among the templates now")
            show_in_folder(path)
        except UserError as error:
            tell(parent, error)
    dialog.deleteLater()
