# SPDX-License-Identifier: MIT
"""A library that cannot be opened is restored by keyboard: see the dialog, press Enter, done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.dialogs import RestoreDialog
from eqbrief.gui.dialogs import restoring as module
from eqbrief.gui.kit import Button, EmptyState, Label
from eqbrief.gui.kit.lines import LineList
from eqbrief.store import LibraryDamaged, Store
from eqbrief.tasks.keeping import backup
from tests.gui.dialogs.test_settings import named

GARBAGE = b"\xff" * 9000
DECK = b"%PDF-1.7\nan invented deck\n" * 50


@pytest.fixture
def damaged(tmp_path):
    """Give the folder of a library that was backed up twice and then damaged, with what opening it says."""
    store = Store.create(tmp_path / "library")
    deck = store.folder / "files" / "Invented" / "deck.pdf"
    deck.parent.mkdir(parents=True)
    deck.write_bytes(DECK)
    backup(store)
    backup(store)
    store.close()
    deck.unlink()
    (store.folder / "library.db").write_bytes(GARBAGE)
    with pytest.raises(LibraryDamaged) as caught:
        Store.open(store.folder)
    return store.folder, caught.value


def test_enter_restores_the_newest_good_backup(damaged, shown, qtbot):
    folder, error = damaged
    dialog = shown(RestoreDialog(folder, error))
    assert any(error.what == label.text() for label in dialog.findChildren(Label))
    view = dialog.findChild(LineList)
    assert QApplication.focusWidget() is view
    assert view.currentIndex().row() == 0
    assert len(view.lines()) == 2
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.result() == RestoreDialog.DialogCode.Accepted
    assert dialog.chosen() == folder
    store = Store.open(folder)
    assert store.db.execute("SELECT count(*) FROM event").fetchone()[0] == 0
    store.close()
    assert (folder / "files" / "Invented" / "deck.pdf").read_bytes() == DECK
    aside = next(folder.glob("backups/set aside */library.db"))
    assert aside.read_bytes() == GARBAGE


def test_a_damaged_newest_backup_is_not_offered(damaged, shown):
    folder, error = damaged
    newest = max(folder.glob("backups/*.db"), key=lambda path: (len(path.name), path.name))
    newest.write_bytes(b"SQLite format 3\0" + b"\0" * 500)
    dialog = shown(RestoreDialog(folder, error))
    assert len(dialog.findChild(LineList).lines()) == 1


def test_a_backup_that_fails_is_said_and_another_can_be_chosen(damaged, shown, qtbot):
    folder, error = damaged
    dialog = shown(RestoreDialog(folder, error))
    newest = max(folder.glob("backups/*.db"), key=lambda path: (len(path.name), path.name))
    newest.write_bytes(b"SQLite format 3\0" + b"\0" * 500)
    view = dialog.findChild(LineList)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.said()))
    assert "damaged" in dialog.said()
    assert dialog.isVisible()
    assert dialog.chosen() is None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.chosen() == folder)


def test_without_a_backup_it_says_so_and_offers_another_library(tmp_path, shown, monkeypatch):
    folder = tmp_path / "library"
    folder.mkdir()
    dialog = shown(RestoreDialog(folder, LibraryDamaged("It is damaged.", "Restore a backup.")))
    assert dialog.findChild(EmptyState).isVisible()
    assert not named(dialog, Button, "Restore this backup").isEnabled()
    monkeypatch.setattr(module, "choose_folder", lambda *_: tmp_path)
    named(dialog, Button, "Choose another library…").click()
    assert "There is no EqBrief library" in dialog.said()
    assert dialog.isVisible()
    other = Store.create(tmp_path / "other")
    other.close()
    monkeypatch.setattr(module, "choose_folder", lambda *_: tmp_path / "other")
    named(dialog, Button, "Choose another library…").click()
    assert dialog.chosen() == tmp_path / "other"
    assert dialog.result() == RestoreDialog.DialogCode.Accepted


def test_esc_restores_nothing(damaged, shown, qtbot):
    folder, error = damaged
    before = (folder / "library.db").read_bytes()
    dialog = shown(RestoreDialog(folder, error))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert dialog.chosen() is None
    assert (folder / "library.db").read_bytes() == before
