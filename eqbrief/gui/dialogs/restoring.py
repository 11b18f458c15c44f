# SPDX-License-Identifier: MIT
"""What stands there when the library cannot be opened: its backups, the newest good one chosen, so that Enter helps."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from eqbrief.gui.asking import choose_folder
from eqbrief.gui.dialogs.frame import Dialog
from eqbrief.gui.dialogs.kept import Kept, backup_lines, kept_backups
from eqbrief.gui.dialogs.working import said_progress
from eqbrief.gui.kit import Button, EmptyState, Hairline, Label
from eqbrief.gui.kit.lines import LineList
from eqbrief.gui.theme import px
from eqbrief.model import Progress, UserError
from eqbrief.store import FILE, LibraryDamaged
from eqbrief.tasks.keeping import newest_good, restore

_PAINTED_MS = 50


class RestoreDialog(Dialog):
    """Restore a backup of a library that cannot be opened, or choose another library.

    After `exec()` said yes, `chosen()` is the folder to open. No library is open, so there are no jobs: the work is
    done here, and the row that tells of it paints itself.
    """

    def __init__(
        self, folder: Path, error: LibraryDamaged, second_place: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("This library cannot be opened", error.what, parent, (680, 520))
        self._folder, self._second = folder, second_place
        self._chosen: Path | None = None
        self._kept: dict[str, Kept] = {}
        self._build()
        self._read()

    def chosen(self) -> Path | None:
        """Give the folder of the library to open: this one once it is restored, or another; None for none."""
        return self._chosen

    def _build(self) -> None:
        self._about = Label(
            "Choose a backup and press Enter. Every deck comes back, and the damaged file is put aside.",
            "body",
            "text",
        )
        self._list = LineList("Backups that can be restored, newest first")
        self._none = EmptyState(
            "archive", "No good backup was found", "Choose another library, or ask whoever looks after this computer."
        )
        self._how = Label("", "secondary", "mute")
        self._how.setContentsMargins(0, px(12), 0, 0)
        self._how.hide()
        self.add(self._about)
        self.add_space(16)
        self.add(Hairline(), margin=0)
        self.add(self._none, 1, margin=0)
        self.add(self._list, 1, margin=0)
        self.add_line_above_foot()
        self.add(self._how)
        other = Button("Choose another library…", "books")
        other.clicked.connect(self._choose)
        close = Button("Close")
        close.clicked.connect(self.reject)
        self._restore = Button("Restore this backup", "arrow-counter-clockwise", kind="primary")
        self._restore.clicked.connect(self._begin)
        self.finish([other], [close, self._restore])
        self._list.pressed_on.connect(lambda _key: self._restore.click())

    def _read(self) -> None:
        try:
            good = newest_good(self._folder, self._second)
            kept = kept_backups(self._folder, self._second) if good else []
        except UserError as error:
            good, kept = None, []
            self.say(str(error), "caution")
        ids = [one.id for one in kept]
        # What is newer than the newest good one was found damaged.
        kept = kept[ids.index(good.id) :] if good else []
        self._kept = {one.key: one for one in kept if one.copies[0].ok is not False}
        self._list.show_lines(backup_lines(self._kept.values(), self._folder, {}), choose="")
        for widget in (self._list, self._about):
            widget.setVisible(bool(self._kept))
        self._none.setVisible(not self._kept)
        self._restore.setEnabled(bool(self._kept))
        self._list.setFocus()

    def _begin(self) -> None:
        """Say that it has begun, and begin once that is painted."""
        self.say("")
        self._how.setText("Restoring")
        self._how.show()
        self._restore.setEnabled(False)
        QTimer.singleShot(_PAINTED_MS, self, self._do)

    def _do(self) -> None:
        kept = self._kept[self._list.current_key()]
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            restore(self._folder, kept.copies[0], second_place=self._second, report=self._tell)
        except UserError as error:
            self.say(str(error), "caution")
        else:
            self._chosen = self._folder
        finally:
            self.unsetCursor()
            self._restore.setEnabled(True)
            self._how.hide()
            self._list.setFocus()
        if self._chosen is not None:
            self.accept()

    def _tell(self, progress: Progress) -> None:
        self._how.setText(said_progress(progress))
        self._how.repaint()

    def _choose(self) -> None:
        folder = choose_folder(self, "Choose another library")
        if folder is None:
            return
        if not (folder / FILE).is_file():
            self.say(f"There is no EqBrief library in '{folder}'. Choose a folder that holds '{FILE}'.", "caution")
            return
        self._chosen = folder
        self.accept()
