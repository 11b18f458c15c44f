# SPDX-License-Identifier: MIT
"""What the menu of the view does with frameworks: add one by a file or typed, change, save and remove them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from eqbrief.gui.asking import choose_file, choose_target, tell
from eqbrief.gui.jobs import Job, Jobs
from eqbrief.model import Framework
from eqbrief.store import Store
from eqbrief.tasks import frameworks as plans

_KINDS = "Frameworks (*.toml)"


class Managing(QObject):
    """Keep the frameworks of the library; `made` gives the one that is to be shown."""

    said = Signal(str)
    made = Signal(object)

    def __init__(self, view: QWidget, store: Store, jobs: Jobs, shown: Callable[[], Framework | None]) -> None:
        super().__init__(view)
        self._view, self._store, self._jobs, self._shown = view, store, jobs, shown

    def fill(self, menu: QMenu) -> None:
        """Put what can be done into a menu."""
        menu.addAction("New framework…", self.new)
        menu.addAction("Add a framework from a file…", self.add_file)
        menu.addSeparator()
        menu.addAction("Edit this framework…", self.edit)
        menu.addAction("Save this framework as a file…", self.save_file)
        self._remove = menu.addAction("Remove this framework", self.remove)
        menu.aboutToShow.connect(self._allow)

    def new(self) -> None:
        """Let a framework be written."""
        self._write(Framework("", ""), "added")

    def edit(self) -> None:
        """Let the framework that is shown be changed; of one that comes with the program this library keeps its own."""
        framework = self._shown()
        if framework is not None:
            self._write(framework, "changed")

    def add_file(self) -> None:
        """Ask for a file and add the framework in it."""
        file = choose_file(self._view, "Add a framework", _KINDS)
        if file is not None:
            job = self._jobs.run("Adding a framework", lambda _job: plans.add_framework_file(self._store, file))
            job.done.connect(lambda told: self._told(told[0], "added" if told[1] else "changed"))
            self._change(job)

    def save_file(self) -> None:
        """Ask for a file and write the framework into it."""
        framework = self._shown()
        if framework is None:
            return
        target = choose_target(self._view, "Save the framework", f"{framework.key}.toml", _KINDS)
        if target is not None:
            job = self._jobs.run("Saving the framework", lambda _job: plans.export_framework(framework, target))
            job.done.connect(lambda file: self.said.emit(f"Saved as '{file.name}'."))
            self._change(job)

    def remove(self) -> None:
        """Take the framework away; its tags stay."""
        framework = self._shown()
        if framework is not None:
            job = self._jobs.save(lambda: plans.remove_framework(self._store, framework))
            job.done.connect(lambda _none: self.said.emit(f"“{framework.name}” removed. Undo brings it back."))
            self._change(job)

    def _write(self, framework: Framework, verb: str) -> None:
        from eqbrief.gui.views.evidence.editing import FrameworkDialog  # noqa: PLC0415 - not before it is asked for

        dialog = FrameworkDialog(
            framework, self._jobs, lambda made: plans.save_framework(self._store, made), self._view
        )
        dialog.exec()
        if dialog.saved is not None:
            self._told(dialog.saved, verb)
        dialog.deleteLater()

    def _allow(self) -> None:
        framework = self._shown()
        self._remove.setEnabled(framework is not None and framework.is_own)

    def _told(self, framework: Framework, verb: str) -> None:
        self.said.emit(f"“{framework.name}” {verb}.")
        self.made.emit(framework)

    def _change(self, job: Job) -> None:
        job.failed.connect(lambda error: tell(self._view, error))
