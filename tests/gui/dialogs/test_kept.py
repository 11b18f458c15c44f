# SPDX-License-Identifier: MIT
from eqbrief.gui.dialogs.kept import Kept, backup_lines, kept_backups
from eqbrief.model import Backup
from eqbrief.tasks.keeping import backup


def test_a_backup_in_two_places_is_one_row(library, tmp_path):
    second = tmp_path / "second"
    second.mkdir()
    made = backup(library, second_place=second)
    assert made is not None
    kept = kept_backups(library.folder, second)
    assert [len(one.copies) for one in kept] == [2]
    line = backup_lines(kept, library.folder, {})[0]
    assert "0 events" in line.line
    assert f"in the library's folder and in {second}" in line.line
    assert line.chip == "Not yet tried"
    assert kept[0].id == made.id


def test_newest_first_and_what_was_tried_is_said(library):
    backup(library)
    backup(library)
    kept = kept_backups(library.folder, None)
    assert len(kept) == 2
    assert kept[0].id > kept[1].id
    lines = backup_lines(kept, library.folder, {kept[0].key: True, kept[1].key: False})
    assert [line.chip for line in lines] == ["Tried, good", "Damaged"]
    assert [line.icon for line in lines] == ["check-circle", "warning"]


def test_one_without_a_uid_is_known_by_its_place(tmp_path):
    copies = [Backup("2024-02-20 0912", "", "2024-02-20T09:12:00Z", place, "x.db", 10, 1) for place in ("/a", "/b")]
    assert Kept((copies[0],)).key != Kept((copies[1],)).key
