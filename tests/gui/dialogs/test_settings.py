# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from eqbrief.files import Settings
from eqbrief.gui.dialogs import SettingsDialog
from eqbrief.gui.dialogs import settings as module
from eqbrief.gui.dialogs.settings import fit_for_backups
from eqbrief.gui.kit import Button, ComboBox
from eqbrief.model import UserError


@pytest.fixture
def dialog(library, shown):
    made = SettingsDialog(Settings(theme="dark", text_size=130, own_name="Sam Example"), library.folder)
    made.heard = []
    made.applied.connect(made.heard.append)
    return shown(made)


def named(dialog, kind, name):
    return next(each for each in dialog.findChildren(kind) if each.accessibleName() == name)


def shows(dialog, words: str) -> bool:
    return any(words in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_shows_what_is_set(dialog, library):
    assert named(dialog, ComboBox, "Theme").currentText() == "Dark"
    assert named(dialog, ComboBox, "Text size").currentText() == "130 %"
    assert named(dialog, QLineEdit, "Your name").text() == "Sam Example"
    assert named(dialog, QLineEdit, "Folder of the library").text() == str(library.folder)
    assert dialog.heard == []


def test_each_change_applies_at_once_and_keeps_the_others(dialog):
    named(dialog, ComboBox, "Theme").setCurrentText("High contrast, dark")
    named(dialog, ComboBox, "Text size").setCurrentText("200 %")
    assert [(each.theme, each.text_size, each.own_name) for each in dialog.heard] == [
        ("contrast dark", 130, "Sam Example"),
        ("contrast dark", 200, "Sam Example"),
    ]


@pytest.mark.parametrize("how", ["accept", "reject"])
def test_a_name_counts_also_when_the_dialog_is_closed_in_the_middle(dialog, how):
    named(dialog, QLineEdit, "Your name").setText("  Alex Invented ")
    assert dialog.heard == []
    getattr(dialog, how)()
    assert [each.own_name for each in dialog.heard] == ["Alex Invented"]


def test_a_size_between_two_steps_shows_the_nearest(library, shown):
    made = shown(SettingsDialog(Settings(text_size=84), library.folder))
    assert named(made, ComboBox, "Text size").currentText() == "100 %"


def test_a_second_place_is_named_and_given_up(dialog, library, tmp_path, monkeypatch):
    place = tmp_path / "OneDrive" / "Backups"
    place.mkdir(parents=True)
    monkeypatch.setattr(module, "choose_folder", lambda *_: place)
    named(dialog, Button, "Choose a folder…").click()
    assert dialog.heard[-1].second_place == {str(library.folder): str(place)}
    assert named(dialog, QLineEdit, "Second place for backups").text() == str(place)
    assert shows(dialog, "a synced folder is fine")
    assert not shows(dialog, "same disk")
    named(dialog, Button, "Stop using it").click()
    assert dialog.heard[-1].second_place == {}
    assert named(dialog, QLineEdit, "Second place for backups").text() == ""
    assert not named(dialog, Button, "Stop using it").isEnabled()


def test_other_libraries_keep_their_second_place(library, shown, tmp_path, monkeypatch):
    made = SettingsDialog(Settings(second_place={"/other": "/disk"}), library.folder)
    made.heard = []
    made.applied.connect(made.heard.append)
    shown(made)
    monkeypatch.setattr(module, "choose_folder", lambda *_: tmp_path)
    named(made, Button, "Choose a folder…").click()
    assert made.heard[-1].second_place == {"/other": "/disk", str(library.folder): str(tmp_path)}


def test_a_folder_inside_the_library_is_refused(dialog, library, monkeypatch):
    told: list[UserError] = []
    monkeypatch.setattr(module, "choose_folder", lambda *_: library.folder / "files")
    monkeypatch.setattr(module, "tell", lambda _parent, error: told.append(error))
    named(dialog, Button, "Choose a folder…").click()
    assert dialog.heard == []
    assert "lies inside the library" in told[0].what


def test_nothing_chosen_changes_nothing(dialog, monkeypatch):
    monkeypatch.setattr(module, "choose_folder", lambda *_: None)
    named(dialog, Button, "Choose a folder…").click()
    assert dialog.heard == []


def test_the_same_disk_is_pointed_out(library, tmp_path):
    assert "same disk" in (fit_for_backups(tmp_path, library.folder) or "")


def test_a_place_that_is_gone_is_said_and_kept(library, shown, tmp_path):
    gone = tmp_path / "gone"
    with pytest.raises(UserError, match="cannot be reached"):
        fit_for_backups(gone, library.folder)
    made = shown(SettingsDialog(Settings(second_place={str(library.folder): str(gone)}), library.folder))
    assert named(made, QLineEdit, "Second place for backups").text() == str(gone)
    assert shows(made, "cannot be reached")


def test_the_folder_is_shown_in_the_file_manager(dialog, library, monkeypatch):
    opened = []
    monkeypatch.setattr(module, "show_in_folder", opened.append)
    named(dialog, Button, "Show in folder").click()
    assert opened == [library.folder / "library.db"]
