# SPDX-License-Identifier: MIT
"""The libraries of this computer: go back to a recent one, open another, make a new one."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from eqbrief.files import Settings, default_library, unsafe_place
from eqbrief.gui.asking import choose_folder, confirm, tell
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.new_library import NewLibraryDialog
from eqbrief.gui.dialogs.words import said_moment
from eqbrief.gui.kit import Button, EmptyState, Hairline
from eqbrief.gui.kit.lines import Line, LineList
from eqbrief.model import UserError
from eqbrief.store import FILE


class LibrariesDialog(Dialog):
    """Choose a library; `chosen()` gives its folder once accepted, `changed` the settings without one."""

    changed = Signal(object)

    def __init__(self, settings: Settings, open_now: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__("Libraries", "A library is a folder with its events, notes and decks.", parent, (720, 480))
        self._settings, self._now = settings, open_now
        self._chosen: Path | None = None
        self._build()
        self._show()

    def chosen(self) -> Path | None:
        """Give the folder of the library to open, which may not be made yet; None when none was chosen."""
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current library off the list on Delete."""
        if event.matches(QKeySequence.StandardKey.Delete) and self._remove.isEnabled():
            self._forget()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._list = LineList("Recent libraries")
        self._list.moved.connect(self._allow)
        self._list.pressed_on.connect(lambda _key: self._open.click())
        self._none = EmptyState("books", "No library yet", "Make a new one, or open a folder that holds one.")
        self.add(Hairline(), margin=0)
        self.add(self._none, 1, margin=0)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        new = Button("New…", "plus")
        new.clicked.connect(self._make)
        other = Button("Open a folder…", "folder-open")
        other.clicked.connect(self._choose)
        self._remove = Button("Remove from this list", "minus-circle")
        self._remove.clicked.connect(self._forget)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self._open = Button("Open", kind="primary")
        self._open.clicked.connect(self._open_current)
        self.finish([new, other, self._remove], [cancel, self._open])
        self._list.setFocus()

    def _show(self) -> None:
        # The open one first, also when it is the sample, or was opened by the command line.
        now = str(self._now) if self._now else ""
        recent = tuple(name for name in (now, *(one for one in self._settings.recent if one != now)) if name)
        openable = [name for name in recent if Path(name) != self._now and (Path(name) / FILE).is_file()]
        lines = [library_line(Path(name), self._now) for name in recent]
        self._list.show_lines(lines, choose=self._list.current_key() or next(iter(openable), ""))
        self._list.setVisible(bool(recent))
        self._none.setVisible(not recent)
        self._allow(self._list.current_key())

    def _allow(self, key: str) -> None:
        is_now = bool(key) and Path(key) == self._now
        self._open.setEnabled(bool(key) and not is_now and (Path(key) / FILE).is_file())
        self._remove.setEnabled(bool(key) and not is_now)

    def _open_current(self) -> None:
        self._take(Path(self._list.current_key()))

    def _choose(self) -> None:
        folder = choose_folder(self, "Open a library")
        if folder is None:
            return
        if not (folder / FILE).is_file():
            tell(
                self,
                UserError(
                    f"There is no EqBrief library in '{folder}'.",
                    f"Choose the folder that holds '{FILE}', or make a new library.",
                ),
            )
        elif go_on_there(self, folder):
            self._take(folder)

    def _make(self) -> None:
        dialog = NewLibraryDialog(self)
        made = dialog.folder() if dialog.exec() else None
        dialog.deleteLater()
        if made is not None:
            self._take(made)

    def _take(self, folder: Path) -> None:
        self._chosen = folder
        self.accept()

    def _forget(self) -> None:
        """Take a library off the list; its folder stays as it is."""
        key = self._list.current_key()
        self._settings = self._settings.with_(recent=tuple(name for name in self._settings.recent if name != key))
        self.changed.emit(self._settings)
        self._show()
        self._list.setFocus()
        self.say(f"'{Path(key).name}' is off the list. Its folder is as it was.")


def library_line(folder: Path, open_now: Path | None) -> Line:
    """Make the row of a library: its name, where it lies, when it was last changed, and whether it is there."""
    title, where = folder.name or str(folder), str(folder)
    try:
        changed = (folder / FILE).stat().st_mtime
    except OSError:
        about = f"{where} · not found; it may lie on a disk that is not connected"
        return Line(where, title, about, "warning", "caution", "Not found", "caution")
    moment = said_moment(datetime.fromtimestamp(changed).astimezone().isoformat())
    chip = "Open now" if folder == open_now else ""
    return Line(where, title, f"{where} · last changed {moment}", "book-open", chip=chip, chip_tone="accent")


def go_on_there(parent: QWidget | None, folder: Path) -> bool:
    """Warn of a folder that is bad for a live library; True where it is fine or the person insists."""
    reason = unsafe_place(folder)
    if reason is None:
        return True
    next_step = f"Close EqBrief, move the folder into '{default_library().parent}', which is safe, and open it there."
    return confirm(parent, UserError(reason, next_step), "Open it all the same")
