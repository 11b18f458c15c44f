# SPDX-License-Identifier: MIT
"""`check`, `backup`, `backups` and `restore`, also when the library cannot be opened any more."""

from pathlib import Path

from eqbrief.files import Settings, save_settings
from tests.cli.conftest import Call


def test_a_library_in_order(filled: Call) -> None:
    assert filled("check", "--json").json == {"ok": True, "problems": []}
    said = filled("check")
    assert (said.status, said.out, said.err) == (0, "The library is in order.\n", "")


def test_what_is_out_of_order_is_named_and_mended(filled: Call, pdf: Path, here: Path) -> None:
    (deck,) = filled("attach", "1", pdf, "--json").json
    filled("backup")
    (here / deck["file"]).unlink()
    found = filled("check", "--json")
    assert found.status == 1
    assert [problem["kind"] for problem in found.json["problems"]] == ["missing file"]
    assert found.json["ok"] is False
    assert len(found.complaints) == 1
    mended = filled("check", "--repair", "--json")
    assert (mended.status, mended.json["ok"]) == (0, True)
    assert [problem["kind"] for problem in mended.json["mended"]] == ["missing file"]
    assert (here / deck["file"]).read_bytes() == pdf.read_bytes()


def test_backups_are_made_listed_and_put_back(filled: Call, here: Path) -> None:
    assert filled("backups", "--json").json == []
    made = filled("backup", "--json").json
    assert (made["events"], made["place"]) == (3, str(here / "backups"))
    assert [one["id"] for one in filled("backups", "--json").json] == [made["id"]]
    filled("delete", "1")
    filled("note", "2", "Written after the backup")
    restored = filled("restore", *made["id"].split(), "--json")  # as it is typed without quotation marks
    assert restored.status == 0
    assert restored.json["id"] == made["id"]
    assert len(filled("list", "--json").json) == 3
    assert filled("notes", "2", "--json").json == []
    assert Path(restored.json["aside"]).is_dir()


def test_a_second_place_of_the_settings_is_used(filled: Call, here: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    save_settings(Settings(second_place={str(here): str(second)}))
    filled("backup")
    places = [Path(one["place"]) for one in filled("backups", "--json").json]
    assert len(places) == 2
    assert any(place.is_relative_to(second) for place in places)


def test_a_damaged_library_offers_its_backup_and_comes_back(filled: Call, here: Path) -> None:
    made = filled("backup", "--json").json
    (here / "library.db").write_bytes(b"not a database at all" * 400)
    for command in (["list"], ["show", "1"], ["add", "page.html"]):
        said = filled(*command)
        assert (said.status, len(said.complaints)) == (1, 1), command
        assert "damaged" in said.err or "not an EqBrief library" in said.err
    checked = filled("check", "--json")
    assert checked.status == 1
    (problem,) = checked.json["problems"]
    assert problem["kind"] == "database"
    assert made["id"] in problem["next_step"]
    assert [one["id"] for one in filled("backups", "--json").json] == [made["id"]]
    assert filled("restore", made["id"]).status == 0
    assert len(filled("list", "--json").json) == 3
    assert filled("check").status == 0


def test_a_library_that_lost_its_database_still_lists_its_backups(filled: Call, here: Path) -> None:
    made = filled("backup", "--json").json
    for path in here.glob("library.db*"):
        path.unlink()
    assert [one["id"] for one in filled("backups", "--json").json] == [made["id"]]
    assert filled("restore", made["id"]).status == 0
    assert len(filled("list", "--json").json) == 3


def test_an_unknown_backup_changes_nothing(filled: Call, here: Path) -> None:
    before = (here / "library.db").read_bytes()
    said = filled("restore", "1999-01-01 0000")
    assert (said.status, said.out, len(said.complaints)) == (1, "", 1)
    assert (here / "library.db").read_bytes() == before


def test_for_people(filled: Call, here: Path) -> None:
    assert filled("backups").out == "No backups yet.\n"
    assert filled("backup").out.startswith("Backed up as ")
    listed = filled("backups").out
    assert "3 events" in listed
    assert str(here / "backups") in listed
    assert "Restored backup" in filled("restore", listed[:15]).out
