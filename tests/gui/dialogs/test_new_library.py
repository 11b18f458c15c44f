# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from eqbrief.files import default_library
from eqbrief.gui.dialogs import NewLibraryDialog
from eqbrief.gui.dialogs import new_library as module
from eqbrief.gui.kit import Button, FormRow, Label
from eqbrief.store import Store
from tests.gui.dialogs.test_settings import named


@pytest.fixture
def dialog(shown):
    return shown(NewLibraryDialog())


@pytest.fixture
def put(dialog, monkeypatch):
    """Give a function that chooses a place for the library."""

    def choose(place):
        monkeypatch.setattr(module, "choose_folder", lambda *_: place)
        named(dialog, Button, "Choose a place…").click()

    return choose


def last(dialog) -> Button:
    return next(each for each in dialog.findChildren(Button) if each.isDefault())


def warnings(dialog) -> list[str]:
    return [
        row.field.accessibleDescription() for row in dialog.findChildren(FormRow) if row.field.accessibleDescription()
    ]


def test_a_name_and_enter_are_enough(dialog, qtbot):
    qtbot.keyClicks(dialog.focusWidget(), "Race equality: 2024/25")
    assert dialog.folder() == default_library().parent / "Race equality - 2024-25"
    assert any(str(dialog.folder()) in label.text() for label in dialog.findChildren(Label))
    assert warnings(dialog) == []
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == NewLibraryDialog.DialogCode.Accepted


def test_a_synced_place_is_named_with_the_safe_one(dialog, put, tmp_path):
    put(tmp_path / "OneDrive - Invented Trust")
    assert "OneDrive" in warnings(dialog)[0]
    assert last(dialog).accessibleName() == "Make it there all the same"
    assert last(dialog).isEnabled()
    named(dialog, Button, "Use the safe place").click()
    assert warnings(dialog) == []
    assert dialog.folder().parent == default_library().parent
    assert last(dialog).accessibleName() == "Make the library"


def test_no_name_makes_no_library(dialog):
    named(dialog, QLineEdit, "Name").setText("  ")
    assert warnings(dialog) == ["Type a name."]
    assert not last(dialog).isEnabled()


def test_a_folder_with_other_things_is_refused(dialog, put, tmp_path):
    (tmp_path / "My events").mkdir()
    (tmp_path / "My events" / "letter.txt").write_text("Invented.")
    put(tmp_path)
    assert "other things" in warnings(dialog)[0]
    assert not last(dialog).isEnabled()


def test_a_library_that_is_there_already_would_be_opened(dialog, put, tmp_path):
    Store.create(tmp_path / "My events").close()
    put(tmp_path)
    assert "already" in warnings(dialog)[0]
    assert last(dialog).accessibleName() == "Open that library"
    assert last(dialog).isEnabled()


def test_a_place_that_is_no_folder_is_refused(dialog, put, tmp_path):
    (tmp_path / "file").write_text("Invented.")
    put(tmp_path / "file")
    assert "Nothing can be written" in warnings(dialog)[0]
    assert not last(dialog).isEnabled()


def test_nothing_chosen_changes_nothing(dialog, put):
    before = dialog.folder()
    put(None)
    assert dialog.folder() == before
