# SPDX-License-Identifier: MIT
"""Make every dialog with something in it, for tests that hold for all of them and to draw them.

`python -m tests.gui.dialogs.making FOLDER` draws each in four themes and at 200 %, to be looked at.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from eqbrief import store as db
from eqbrief.files import Settings
from eqbrief.gui.actions import Action
from eqbrief.gui.commands import (
    DeckCommands,
    DirectoryCommands,
    EventCommands,
    LibraryCommands,
    NoteCommands,
    ReviewCommands,
    ViewCommands,
)
from eqbrief.gui.commands.briefing import BriefingCommands
from eqbrief.gui.commands.evidence import EvidenceCommands
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.theme import icon
from eqbrief.gui.viewer.commands import SlideCommands
from eqbrief.model import Rule
from eqbrief.store import FILE, LibraryDamaged, Store
from eqbrief.tasks.keeping import backup
from tests.gui.looks import THEMES, dress

PLAINLY_LONG = "Wexcombe, Thornbury and Lyme Invented Care Board Programme for Equality in Every Ward"


RULES = (
    Rule(
        "norstrand.example", "title", "place", ".entry", example="“Norstrand Alliance” became “Rotas that let us sleep”"
    ),
    Rule(
        "norstrand.example", "people", "label", "Voices", value="panellist", example="“Imelda Farrowby” was filled in"
    ),
    Rule("pebbleway.example", "publisher", "always", PLAINLY_LONG, example=f"“{PLAINLY_LONG}” was filled in"),
)


def actions(parent: QWidget | None = None) -> list[tuple[Action, QAction]]:
    """Make the window's actions without the window: they do nothing."""
    from eqbrief.gui.actions import MENUS, declared

    made = []
    for kind in (
        LibraryCommands,
        EventCommands,
        DeckCommands,
        DirectoryCommands,
        NoteCommands,
        ReviewCommands,
        ViewCommands,
        SlideCommands,
        BriefingCommands,
        EvidenceCommands,
    ):
        for name, told in declared(kind).items():
            item = QAction(icon(told.icon), told.text, parent)
            item.setObjectName(name)
            item.setShortcut(QKeySequence(told.shortcut))
            made.append((told, item))
    return sorted(made, key=lambda pair: MENUS.index(pair[0].menu))


def fill(store: Store) -> None:
    """Put two decks into a library's folder and make a backup: one stray file, one moved."""
    folder = store.folder / "files" / "2024-02-20 Invented"
    folder.mkdir(parents=True)
    (folder / "Invented slides.pdf").write_bytes(b"%PDF-1.7\n" * 200)
    backup(store)
    with store.change("rule") as change:
        for rule in RULES:
            db.add_rule(change, rule)


def settings_with(*folders: Path) -> Settings:
    """Give settings that remember some libraries."""
    return Settings(recent=tuple(str(folder) for folder in folders), own_name="Sam Example")


def makers(store: Store, jobs: Jobs) -> dict[str, Callable[[], QDialog]]:
    """List how to make each dialog, by name."""
    from eqbrief.gui import dialogs
    from eqbrief.gui.dialogs import new_library
    from eqbrief.gui.dialogs.templates import TemplatesDialog

    def report() -> str:
        try:
            store.path("../outside")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is to be shown
            return dialogs.make_report(error)
        raise AssertionError("a path outside was taken")

    gone = store.folder.parent / PLAINLY_LONG
    recent = settings_with(store.folder, gone, store.folder.parent / "Workforce")
    damaged = LibraryDamaged(f"The library in '{store.folder}' is damaged.", "Restore a backup.")
    return {
        "settings": lambda: dialogs.SettingsDialog(recent, store.folder),
        "about": dialogs.AboutDialog,
        "help": lambda: dialogs.HelpDialog(actions()),
        "crash": lambda: dialogs.CrashReport(report()),
        "backups": lambda: dialogs.BackupsDialog(store, None, jobs),
        "restore": lambda: dialogs.RestoreDialog(store.folder, damaged),
        "learnt": lambda: dialogs.LearntDialog(store, jobs),
        "templates": lambda: TemplatesDialog(None),
        "deleted-notes": lambda: dialogs.DeletedNotesDialog(store, jobs),
        "check": lambda: dialogs.CheckDialog(store, jobs),
        "libraries": lambda: dialogs.LibrariesDialog(recent, store.folder),
        "new-library": new_library.NewLibraryDialog,
        "palette": lambda: dialogs.CommandPalette(actions()),
        "address": dialogs.AddressDialog,
        "paste": dialogs.PasteDialog,
    }


def wait(milliseconds: int = 60) -> None:
    """Let events come in for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


@contextmanager
def opened(folder: Path):
    """Open a filled library and its jobs; close both."""
    store = Store.create(folder)
    jobs = Jobs(store)
    fill(store)
    try:
        yield store, jobs
    finally:
        jobs.shutdown()
        store.close()


def main(target: Path) -> None:
    """Draw every dialog."""
    app = QApplication.instance() or QApplication([])
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, opened(Path(place, "Race equality")) as (store, jobs):
        other = Path(place, "Workforce")
        other.mkdir()
        (other / FILE).write_bytes(b"")
        for choice, size in [*((theme, 100) for theme in THEMES), ("light", 200)]:
            dress(app, choice, size)
            for name, make in makers(store, jobs).items():
                dialog = make()
                if name == "help":
                    dialog.choose("Add an event")
                dialog.show()
                wait(500 if name in ("check", "backups", "learnt") else 60)
                dialog.grab().save(str(target / f"{name}-{choice.replace(' ', '-')}-{size}.png"))
                dialog.close()
                dialog.deleteLater()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("EQBRIEF_FONT", "Inter")
    main(Path(sys.argv[1]))
