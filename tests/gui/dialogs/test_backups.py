# SPDX-License-Identifier: MIT
from pathlib import Path

import pytest

from eqbrief.gui.dialogs import BackupsDialog
from eqbrief.gui.dialogs import backups as module
from eqbrief.gui.kit import Button, EmptyState, Label
from eqbrief.gui.kit.lines import LineList
from eqbrief.tasks.keeping import backup, backups
from tests.gui.dialogs.test_settings import named


@pytest.fixture
def open_dialog(library, jobs, shown, qtbot):
    """Give a function that shows the dialog and waits until it has read the backups."""

    def show(second: Path | None = None) -> BackupsDialog:
        dialog = shown(BackupsDialog(library, second, jobs))
        view, none = dialog.findChild(LineList), dialog.findChild(EmptyState)
        qtbot.waitUntil(lambda: bool(view.lines()) or none.isVisible())
        return dialog

    return show


def chips(dialog: BackupsDialog) -> list[str]:
    return [line.chip for line in dialog.findChild(LineList).lines()]


def test_the_first_backup_is_made_from_the_empty_dialog(library, open_dialog, qtbot):
    dialog = open_dialog()
    assert dialog.findChild(EmptyState).isVisible()
    assert not named(dialog, Button, "Restore…").isEnabled()
    now = named(dialog, Button, "Back up now")
    now.click()
    assert not now.isEnabled()
    qtbot.waitUntil(lambda: chips(dialog) == ["Not yet tried"])
    assert dialog.said() == "Backed up."
    assert now.isEnabled()
    assert named(dialog, Button, "Restore…").isEnabled()
    assert len(backups(library.folder)) == 1


def test_a_backup_is_tried(library, open_dialog, qtbot):
    backup(library)
    dialog = open_dialog()
    named(dialog, Button, "Try this backup").click()
    qtbot.waitUntil(lambda: chips(dialog) == ["Tried, good"])
    assert "can be restored" in dialog.said()


def test_a_damaged_backup_is_called_so(library, open_dialog, qtbot):
    made = backup(library)
    assert made is not None
    path = Path(made.place, made.file)
    path.write_bytes(path.read_bytes()[:8000])
    dialog = open_dialog()
    named(dialog, Button, "Try this backup").click()
    qtbot.waitUntil(lambda: chips(dialog) == ["Damaged"])
    assert "is damaged" in dialog.said()


def test_both_copies_are_tried(library, open_dialog, qtbot, tmp_path):
    second = tmp_path / "second"
    second.mkdir()
    backup(library, second_place=second)
    there = next(second.rglob("*.db"))
    there.write_bytes(b"not a database")
    dialog = open_dialog(second)
    named(dialog, Button, "Try this backup").click()
    qtbot.waitUntil(lambda: chips(dialog) == ["Damaged"])


def test_a_second_place_that_is_gone_is_said_and_the_backup_is_there(library, open_dialog, qtbot, tmp_path):
    dialog = open_dialog(tmp_path / "gone")
    named(dialog, Button, "Back up now").click()
    qtbot.waitUntil(lambda: len(chips(dialog)) == 1)
    assert "cannot be reached" in dialog.said()


@pytest.mark.parametrize(("answer", "wanted"), [("restore", 1), ("cancel", 0)])
def test_restoring_is_asked_once_and_left_to_the_window(library, open_dialog, monkeypatch, answer, wanted):
    made = backup(library)
    dialog = open_dialog()
    asked, heard = [], []
    monkeypatch.setattr(module, "ask", lambda _parent, title, text, _answers: asked.append(title + text) or answer)
    dialog.restore_wanted.connect(heard.append)
    named(dialog, Button, "Restore…").click()
    assert len(asked) == 1
    assert "put aside" in asked[0]
    assert heard == [made.id][:wanted]


def test_it_says_when_there_is_no_second_place(open_dialog, tmp_path):
    with_none = open_dialog()
    assert any("Name a second place" in label.text() for label in with_none.findChildren(Label))
    with_one = open_dialog(tmp_path)
    assert not any("Name a second place" in label.text() for label in with_one.findChildren(Label))


def test_a_backup_goes_on_when_the_dialog_is_closed_and_gone(library, jobs, qtbot):
    dialog = BackupsDialog(library, None, jobs)
    dialog.show()
    with qtbot.waitSignal(jobs.busy) as heard:
        named(dialog, Button, "Back up now").click()
    job = heard.args[0]
    with qtbot.waitSignal(job.ended):
        dialog.reject()
        dialog.deleteLater()
    assert len(backups(library.folder)) == 1


def test_closing_stops_a_trial_and_leaves_nothing(library, open_dialog, qtbot):
    backup(library)
    dialog = open_dialog()
    named(dialog, Button, "Try this backup").click()
    dialog.reject()
    assert not dialog.isVisible()
    assert backups(library.folder)[0].ok is not False
