# SPDX-License-Identifier: MIT
"""One run of the window: a library is opened, shown, perhaps changed for another, and closed with everything saved."""

import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief.app.crash import CrashHook
from eqbrief.app.instance import Instance
from eqbrief.files import Settings, default_library
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.theme import ThemeManager
from eqbrief.gui.window import MainWindow
from eqbrief.model import UserError
from eqbrief.store import LibraryDamaged, Store
from eqbrief.store.noting import last_written

_AFTER_FIRST_FRAME_MS = 400
_BACKUP_EVERY_MS = 30 * 60 * 1000


class Session(QObject):
    """Hold the application together: the theme, the crash hook, and the window on the library that is open."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.app = app
        self.settings = Settings.load()
        self.themes = ThemeManager(app)
        self.themes.apply(self.settings.theme, self.settings.text_size)
        self.crash = CrashHook(self)
        self.store: Store | None = None
        self.jobs: Jobs | None = None
        self.window: MainWindow | None = None
        self._instance: Instance | None = None
        self._next: Path | None = None
        self._shown: int | None = None
        self._samples = ExitStack()
        self._sample: Path | None = None

    @classmethod
    def begin(cls, folder: Path | None) -> int:
        """Open the window on a library and run until it is closed. Give the exit code."""
        session = cls(application())
        wanted = folder or session.usual_library()
        try:
            shown = session.open_library(wanted, make=True)
        except UserError as error:
            if sys.stderr is None:  # started by an icon on Windows: there is nowhere else to say it
                from eqbrief.gui.asking import tell  # noqa: PLC0415 - only a trouble needs it

                tell(None, error)
            raise
        return session.run() if shown else 0

    @classmethod
    def begin_demo(cls) -> int:
        """Open the window on a fresh copy of the sample library."""
        session = cls(application())
        session.open_library(session.make_sample())
        return session.run()

    def run(self) -> int:
        """Run the event loop; open the next library when one was asked for."""
        try:
            while True:
                before = self.store.folder if self.store else None
                code = self.app.exec()
                wanted, self._next = self._next, None
                if wanted is None or not self._change_to(wanted, before):
                    return code
        finally:
            self.close_library()
            self._samples.close()
            self.crash.leave()

    def usual_library(self) -> Path:
        """Give the library to open when none is named: the last one used that is still there, else the usual place."""
        recent = (Path(name) for name in self.settings.recent)
        return next((folder for folder in recent if (folder / "library.db").is_file()), default_library())

    def open_library(self, folder: Path, *, make: bool = False) -> bool:
        """Open a library and show its window; False when another window has it, or nothing could be opened."""
        self.close_library()
        folder = folder.absolute()
        instance = Instance(folder)
        if not instance.take():
            instance.raise_other()
            return False
        self._instance = instance
        try:
            self.store = Store.create(folder) if make else Store.open(folder)
        except LibraryDamaged as error:
            instance.release()
            return self._rescue(folder, error)
        except UserError:
            instance.release()
            raise
        self._show()
        return True

    def make_sample(self) -> Path:
        """Make a fresh copy of the sample library, kept until the program ends."""
        from eqbrief.tasks.sample import demo_folder  # noqa: PLC0415 - only the sample needs it

        self._sample = self._samples.enter_context(demo_folder())
        return self._sample

    def close_library(self) -> None:
        """Close the window and its library; what is being saved is finished first."""
        if self.window is not None:
            self.window.deleteLater()
        if self.jobs is not None:
            self.jobs.shutdown()
            self.jobs.deleteLater()
        if self.store is not None:
            self.store.close()
        if self._instance is not None:
            self._instance.release()
        self.window = self.jobs = self.store = self._instance = None

    def _show(self) -> None:
        assert self.store is not None
        self.jobs = Jobs(self.store, self)
        self.jobs.broken.connect(self.crash.report)
        title = "Sample library" if self.store.folder == self._sample else self.store.folder.name
        with self.themes.undressed():
            self.window = window = MainWindow(self.store, self.jobs, self.settings, self.themes, title)
            window.begin_with_list()
        left = self._instance is not None and self._instance.was_left
        FirstPaint(window.listing.view.viewport(), self._go_on_writing if left else window.open_chosen)
        window.library.library_wanted.connect(self._switch)
        window.library.sample_wanted.connect(self._switch_to_sample)
        window.library.restore_wanted.connect(self._restore)
        window.library.redraw_wanted.connect(self._redraw)
        window.closed.connect(self._closed)
        if self._shown is not None:
            window.show_event(self._shown)
            self._shown = None
        window.show()
        QTimer.singleShot(_AFTER_FIRST_FRAME_MS, self, self._after_first_frame)

    def _after_first_frame(self) -> None:
        """Do what the first frame need not wait for."""
        gc.freeze()  # what there is now stays as long as the window
        gc.enable()
        from eqbrief.app.upkeep import Upkeep  # noqa: PLC0415 - after the first frame

        if self.window is None or self.store is None or self.jobs is None:
            return
        if self._instance is not None:
            self._instance.listen(self._come_forward)
        if self.store.folder != self._sample:
            self.settings = self.settings.opened(self.store.folder)
            self.window.library.keep(self.settings)
        self._upkeep = Upkeep(self.window, self.store, self.jobs, every_ms=_BACKUP_EVERY_MS)
        self._upkeep.begin()

    def _go_on_writing(self) -> None:
        """Open the note that was written last, its cursor at the end: the program was ended while somebody worked."""
        if self.window is None or self.store is None:
            return
        written = last_written(self.store)
        self.window.open_chosen()
        if written is None:
            return
        self.window.show_event(written[0])
        self.window.detail.reveal_notes()
        self.window.detail.notes.reveal(written[1])
        if (field := self.window.detail.notes.writing) is not None:
            field.moveCursor(QTextCursor.MoveOperation.End)
        self.window.status.say("EqBrief was ended without being closed. Here is the note that was written last.")

    def _change_to(self, wanted: Path, before: Path | None) -> bool:
        """Open another library; where that fails, say so and go back to the one before."""
        from eqbrief.gui.asking import tell  # noqa: PLC0415 - only a change of library needs it

        try:
            return self.open_library(wanted, make=True)
        except UserError as error:
            tell(None, error)
            return before is not None and before != wanted and self.open_library(before)

    def _closed(self) -> None:
        if self.window is not None:
            self.settings = self.window.library.settings
        self.app.quit()

    def _switch(self, folder: Path) -> None:
        assert self.window is not None
        self._next = folder
        if not self.window.close():
            self._next = None

    def _redraw(self) -> None:
        """Open the window anew on the same library and event: the lengths of the old one are those of another size."""
        assert self.window is not None and self.store is not None
        self._shown = self.window.detail.event_id
        self._switch(self.store.folder)

    def _switch_to_sample(self) -> None:
        self._switch(self.make_sample())

    def _restore(self, name: str) -> None:
        """Close the library, put a backup in its place, and open it again."""
        from eqbrief.tasks.keeping import restore  # noqa: PLC0415 - only a restore needs it

        assert self.window is not None and self.store is not None
        folder, place = self.store.folder, self.window.library.second_place
        if not self.window.close():
            return
        self.close_library()
        self._next = folder  # also when the backup is no good: then as it was
        restore(folder, name, second_place=place)

    def _rescue(self, folder: Path, error: LibraryDamaged) -> bool:
        """Offer the good backups of a library that cannot be opened."""
        from eqbrief.gui.dialogs import RestoreDialog  # noqa: PLC0415 - only damage needs it

        place = self.settings.second_place.get(str(folder))
        dialog = RestoreDialog(folder, error, Path(place) if place else None)
        chosen = dialog.chosen() if dialog.exec() else None
        dialog.deleteLater()
        return chosen is not None and self.open_library(chosen, make=True)

    def _come_forward(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~self.window.windowState().WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()


class FirstPaint(QObject):
    """Do something on the turn after a widget was first painted: what the first frame need not wait for."""

    def __init__(self, painted: QWidget, then: Callable[[], None]) -> None:
        super().__init__(painted)
        self._painted, self._then = painted, then
        painted.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint event."""
        if event.type() == QEvent.Type.Paint:
            self._painted.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def application() -> QApplication:
    """Make the application object, or give the one there is."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication(sys.argv[:1])
    app.setApplicationName("EqBrief")
    app.setDesktopFileName("eqbrief")
    app.setQuitOnLastWindowClosed(False)
    return app
