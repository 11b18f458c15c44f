# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eqbrief.gui.dialogs import LibrariesDialog
from eqbrief.gui.dialogs import libraries as module
from eqbrief.gui.kit import Button, EmptyState
from eqbrief.gui.kit.lines import LineList
from eqbrief.model import UserError
from eqbrief.store import Store
from tests.gui.dialogs.making import settings_with
from tests.gui.dialogs.test_settings import named


@pytest.fixture
def other(tmp_path):
    store = Store.create(tmp_path / "Workforce")
    store.close()
    return store.folder


@pytest.fixture
def dialog(library, other, tmp_path, shown):
    made = LibrariesDialog(settings_with(library.folder, tmp_path / "gone", other), library.folder)
    made.heard = []
    made.changed.connect(made.heard.append)
    return shown(made)


def test_recent_libraries_with_what_is_open_and_what_is_missing(dialog, other):
    lines = dialog.findChild(LineList).lines()
    assert [line.chip for line in lines] == ["Open now", "Not found", ""]
    assert lines[2].title == "Workforce"
    assert str(other) in lines[2].line
    assert "last changed" in lines[2].line


def test_the_open_one_comes_first_also_when_it_is_not_among_the_recent(library, other, shown):
    for recent in ((other,), (other, library.folder)):
        made = shown(LibrariesDialog(settings_with(*recent), library.folder))
        assert [(line.key, line.chip) for line in made.findChild(LineList).lines()] == [
            (str(library.folder), "Open now"),
            (str(other), ""),
        ]
        assert made.findChild(LineList).current_key() == str(other)
        assert not made.findChild(EmptyState).isVisible()
        made.close()


def test_enter_opens_the_one_before_this(dialog, other, qtbot):
    assert dialog.findChild(LineList).current_key() == str(other)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == LibrariesDialog.DialogCode.Accepted
    assert dialog.chosen() == other


def test_one_that_is_open_or_gone_cannot_be_opened(dialog, qtbot):
    view, open_it = dialog.findChild(LineList), named(dialog, Button, "Open")
    for row in (0, 1):
        view.setCurrentIndex(view.model().index(row, 0))
        assert not open_it.isEnabled()
        qtbot.keyClick(view, Qt.Key.Key_Return)
        assert dialog.isVisible()


def test_delete_takes_it_off_the_list_and_leaves_the_folder(dialog, other, qtbot):
    qtbot.keyClick(dialog.findChild(LineList), Qt.Key.Key_Delete)
    assert len(dialog.heard[0].recent) == 2
    assert str(other) not in dialog.heard[0].recent
    assert (other / "library.db").is_file()
    assert "off the list" in dialog.said()
    assert dialog.chosen() is None


def test_the_open_one_stays_on_the_list(dialog, qtbot):
    view = dialog.findChild(LineList)
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert dialog.heard == []


def test_a_folder_with_a_library_is_opened(dialog, other, monkeypatch):
    monkeypatch.setattr(module, "choose_folder", lambda *_: other)
    named(dialog, Button, "Open a folder…").click()
    assert dialog.chosen() == other


def test_a_folder_without_one_is_not(dialog, tmp_path, monkeypatch):
    told: list[UserError] = []
    monkeypatch.setattr(module, "choose_folder", lambda *_: tmp_path)
    monkeypatch.setattr(module, "tell", lambda _parent, error: told.append(error))
    named(dialog, Button, "Open a folder…").click()
    assert "no EqBrief library" in told[0].what
    assert dialog.isVisible()


@pytest.mark.parametrize("insists", [True, False])
def test_a_synced_folder_is_opened_only_after_a_warning(dialog, tmp_path, monkeypatch, insists):
    store = Store.create(tmp_path / "OneDrive - Invented Trust" / "Events")
    store.close()
    warned: list[UserError] = []
    monkeypatch.setattr(module, "choose_folder", lambda *_: store.folder)
    monkeypatch.setattr(module, "confirm", lambda _parent, error, _yes: warned.append(error) or insists)
    named(dialog, Button, "Open a folder…").click()
    assert "OneDrive" in warned[0].what
    assert "move the folder" in warned[0].next_step
    assert dialog.chosen() == (store.folder if insists else None)


def test_an_empty_list_says_how_to_begin(shown):
    dialog = shown(LibrariesDialog(settings_with()))
    assert dialog.findChild(EmptyState).isVisible()
    assert not named(dialog, Button, "Open").isEnabled()
