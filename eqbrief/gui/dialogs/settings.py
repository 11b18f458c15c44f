# SPDX-License-Identifier: MIT
"""The person's choices. Each applies as it is changed, so there is nothing to confirm and nothing to forget."""

import os
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from eqbrief.files import THEME_CHOICES, Settings, unsafe_place
from eqbrief.files.opening import show_in_folder
from eqbrief.gui.asking import choose_folder, tell
from eqbrief.gui.dialogs.fields import Group, PathField
from eqbrief.gui.dialogs.frame import Dialog, announce
from eqbrief.gui.kit import Button, ComboBox, Form, Label
from eqbrief.model import UserError
from eqbrief.store import FILE
from eqbrief.tasks.spelling import language

_THEMES = {
    "system": "As the system",
    "light": "Light",
    "dark": "Dark",
    "contrast light": "High contrast, light",
    "contrast dark": "High contrast, dark",
}
_SIZES = tuple(range(100, 201, 10))
_LEARNT = "What you correct on a site's pages is kept as small rules. Each can be seen and removed."
_TEMPLATES = "What a note can begin with: the review of a webinar, and what you make yourself."
_NO_DICTIONARY = (
    "This computer has no dictionary for it. On Linux, install Enchant and one such as hunspell-en-gb; nothing else is "
    "needed."
)
_NO_SECOND = (
    "No second place yet: backups lie in the library's own folder. Name one, and they also survive the loss of this "
    "disk. A synced folder such as OneDrive is fine for that: only finished files go there."
)
_SECOND = "Each backup is copied there too, with the decks. Only finished files go there, so a synced folder is fine."


def fit_for_backups(place: Path, library: Path) -> str | None:
    """Say what to know of a second place; None when there is nothing to say.

    Raises:
        UserError: when it lies inside the library, is not there, or cannot be written.
    """
    real, home = Path(os.path.realpath(place)), Path(os.path.realpath(library))
    if real == home or real.is_relative_to(home):
        raise UserError(
            f"'{place}' lies inside the library, so a copy there would be lost with it.",
            "Choose a folder on another disk, or one that is synced.",
        )
    if not place.is_dir():
        raise UserError(f"'{place}' cannot be reached.", "Connect its disk, or choose another folder.")
    if not os.access(place, os.W_OK):
        raise UserError(f"'{place}' cannot be written to.", "Choose a folder in which you may make files.")
    # What is bad for a live library, a synced or shared folder, is just right for finished copies.
    if unsafe_place(place) is None and library.exists() and place.stat().st_dev == library.stat().st_dev:
        return "This is on the same disk as the library, so it does not help if that disk fails."
    return None


class SettingsDialog(Dialog):
    """Show the settings for this computer and this library; say `applied` with the new ones after each change."""

    applied = Signal(object)
    learnt_wanted = Signal()
    """The person wants to see what was learnt from their corrections."""
    templates_wanted = Signal()
    """The person wants to edit the templates of notes."""

    def __init__(self, settings: Settings, library: Path, parent: QWidget | None = None) -> None:
        super().__init__("Settings", "Changes apply at once.", parent, (600, 752))
        self._settings, self._library = settings, library
        page = self.add_page("Settings")
        page.add(self._appearance())
        page.add_heading("You")
        page.add(self._you())
        page.add_heading("This library")
        page.add(self._places())
        page.add_heading("Notes")
        page.add(self._writing())
        page.add_heading("Learnt from your corrections")
        page.add(self._learnt())
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.finish([], [close])
        self._show_second()
        self.theme.setFocus()

    def done(self, result: int) -> None:
        """Keep a name that was typed and not yet left."""
        self._take_name()
        super().done(result)

    def _appearance(self) -> QWidget:
        form = Form()
        self.theme = ComboBox("Theme", tuple(_THEMES.values()))
        self.theme.setCurrentIndex(THEME_CHOICES.index(self._settings.theme))
        self.theme.currentIndexChanged.connect(lambda place: self._apply(theme=THEME_CHOICES[place]))
        self.size_ = ComboBox("Text size", tuple(f"{size} %" for size in _SIZES))
        nearest = min(_SIZES, key=lambda size: abs(size - self._settings.text_size))
        self.size_.setCurrentIndex(_SIZES.index(nearest))
        self.size_.currentIndexChanged.connect(lambda place: self._apply(text_size=_SIZES[place]))
        form.add("Theme", self.theme)
        form.add("Text size", self.size_)
        return form

    def _you(self) -> QWidget:
        form = Form()
        self.name_ = QLineEdit(self._settings.own_name)
        self.name_.setAccessibleName("Your name")
        self.name_.setAccessibleDescription("Actions owned by this name count as yours.")
        self.name_.editingFinished.connect(self._take_name)
        form.add("Your name", Group(self.name_, Label(self.name_.accessibleDescription(), "secondary", "mute")))
        return form

    def _places(self) -> QWidget:
        form = Form()
        self._folder = PathField("Folder of the library", str(self._library))
        show = Button("Show in folder", "folder-open")
        show.clicked.connect(self._show_folder)
        form.add("Folder", Group(self._folder, buttons=(show,)))
        self._second = PathField("Second place for backups", "")
        self._choose = Button("Choose a folder…", "folder")
        self._choose.clicked.connect(self._choose_second)
        self._stop = Button("Stop using it")
        self._stop.clicked.connect(lambda: self._take_second(None))
        self._about_second = Label(_NO_SECOND, "secondary", "mute")
        group = Group(self._second, self._about_second, (self._choose, self._stop))
        self._second_row = form.add("Backups to", group)
        return form

    def _writing(self) -> QWidget:
        form = Form()
        edit = Button("Edit templates…", "file-dotted")
        edit.clicked.connect(self.templates_wanted)
        self.spelling = QCheckBox("Underline words that are misspelt")
        self.spelling.setChecked(self._settings.spelling)
        self.spelling.toggled.connect(lambda on: self._apply(spelling=on))
        known = language()
        about = _NO_DICTIONARY if known is None else f"By this computer's dictionary: {known}."
        self.spelling.setEnabled(known is not None)
        form.add("Spelling", Group(self.spelling, Label(about, "secondary", "mute")))
        form.add("Templates", Group(Label(_TEMPLATES, "secondary", "mute"), buttons=(edit,)))
        return form

    def _learnt(self) -> QWidget:
        form = Form()
        show = Button("Show what was learnt…", "lightbulb")
        show.clicked.connect(self.learnt_wanted)
        form.add("Rules", Group(Label(_LEARNT, "secondary", "mute"), buttons=(show,)))
        return form

    def _apply(self, **changes: object) -> None:
        self._settings = self._settings.with_(**changes)
        self.applied.emit(self._settings)

    def _take_name(self) -> None:
        typed = self.name_.text().strip()
        if typed != self._settings.own_name:
            self._apply(own_name=typed)

    def _choose_second(self) -> None:
        place = choose_folder(self, "Choose a second place for backups")
        if place is None:
            return
        try:
            fit_for_backups(place, self._library)
        except UserError as error:
            tell(self, error)
            return
        self._take_second(place)

    def _take_second(self, place: Path | None) -> None:
        places = {key: value for key, value in self._settings.second_place.items() if key != str(self._library)}
        if place is not None:
            places[str(self._library)] = str(place)
        self._apply(second_place=places)
        self._show_second()
        announce(self, f"Backups are copied to {place}" if place else "No second place for backups")

    def _show_second(self) -> None:
        named = self._settings.second_place.get(str(self._library), "")
        self._second.show_path(named)
        if not named and self._stop.hasFocus():
            self._choose.setFocus()
        self._stop.setEnabled(bool(named))
        self._about_second.setText(_SECOND if named else _NO_SECOND)
        try:
            self._second_row.check(fit_for_backups(Path(named), self._library) if named else None)
        except UserError as error:
            self._second_row.check(str(error))

    def _show_folder(self) -> None:
        try:
            show_in_folder(self._library / FILE)
        except UserError as error:
            tell(self, error)
