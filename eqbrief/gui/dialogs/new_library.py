# SPDX-License-Identifier: MIT
"""A name and a place for a new library. A place that would damage it is named as such before anything is made."""

import os
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from eqbrief.files import default_library, safe_name, unsafe_place
from eqbrief.gui.asking import choose_folder
from eqbrief.gui.dialogs.fields import Group, PathField
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.kit import Button, Form, Label
from eqbrief.store import FILE

_LINE = "EqBrief makes a folder of this name and keeps everything in it."


class NewLibraryDialog(Dialog):
    """Ask for a library's name and place; `folder()` is where to make it once the dialog was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("New library", _LINE, parent, (600, 440))
        self._place = default_library().parent
        self._build()
        self._judge()

    def folder(self) -> Path:
        """Give the folder as it is named now."""
        return self._place / safe_name(self._name.text())

    def _build(self) -> None:
        form = Form()
        self._name = QLineEdit("My events")
        self._name.textChanged.connect(self._judge)
        self._where = PathField("Place", str(self._place))
        choose = Button("Choose a place…", "folder")
        choose.clicked.connect(self._choose)
        self._safe = Button("Use the safe place", "shield-check")
        self._safe.clicked.connect(self._use_safe)
        self._whole = Label("", "secondary", "mute")
        self._name_row = form.add("Name", self._name)
        self._where_row = form.add("Place", Group(self._where, self._whole, (choose, self._safe)))
        self.add_page("New library").add(form)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._make = Button("Make the library", kind="primary")
        self._make.clicked.connect(self.accept)
        self.finish([], [cancel, self._make])
        self._name.selectAll()
        self._name.setFocus()

    def _choose(self) -> None:
        place = choose_folder(self, "Choose a place for the library")
        if place is not None:
            self._put(place)

    def _use_safe(self) -> None:
        self._put(default_library().parent)
        self._name.setFocus()

    def _put(self, place: Path) -> None:
        self._place = place
        self._where.show_path(str(place))
        self._judge()

    def _judge(self) -> None:
        """Show the folder that is meant, and what speaks against it."""
        folder = self.folder()
        self._whole.setText(f"The folder will be '{folder}'.")
        there, taken = (folder / FILE).is_file(), _holds_things(folder)
        unsafe, writable = unsafe_place(folder), _can_write(self._place)
        self._name_row.check(_about_name(self._name.text(), there, taken))
        self._where_row.check(
            unsafe if writable else f"Nothing can be written in '{self._place}': choose another place."
        )
        self._safe.setVisible(bool(unsafe) or not writable)
        self._make.setEnabled(bool(self._name.text().strip()) and writable and (there or not taken))
        words = "Open that library" if there else "Make it there all the same" if unsafe else "Make the library"
        if words != self._make.accessibleName():
            self._make.setText(words)


def _about_name(typed: str, there: bool, taken: bool) -> str | None:
    if not typed.strip():
        return "Type a name."
    if there:
        return "There is a library of this name already, so that one would be opened."
    return "There is a folder of this name with other things in it: choose another name." if taken else None


def _holds_things(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return folder.exists()


def _can_write(place: Path) -> bool:
    """Say whether a folder can be made in a place, which may have to be made itself."""
    nearest = next((level for level in (place, *place.parents) if level.exists()), place)
    return nearest.is_dir() and os.access(nearest, os.W_OK)
