# SPDX-License-Identifier: MIT
"""Backups are whole, twice where wanted, thin out, and never take the place of good ones."""

import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.files import file_sha256
from eqbrief.model import Progress, UserError
from eqbrief.store import FILE, LibraryDamaged, Store, backing
from eqbrief.tasks.keeping import PartlyBackedUp, backup, backups, due, newest_good, rehearse
from eqbrief.tasks.keeping.place import found_in, own_place, second_home, shelf
from eqbrief.tasks.keeping.thinning import thin_out
from tests.store.filling import add_event, attach, files, fill, note


@pytest.fixture
def filled(library: Store) -> Store:
    fill(library)
    return library


@pytest.fixture
def second(tmp_path: Path) -> Path:
    place = tmp_path / "other disk"
    place.mkdir()
    return place


def hashes(place: Path) -> set[str]:
    return {path.name for path in (place / "files").glob("*/*")}


def age(place: Path, days: float) -> None:
    """Make every backup and kept file of a place so many days older."""
    for one in found_in(place):
        assert one.manifest is not None
        plain = json.loads(one.note.read_text())
        plain["made_at"] = (datetime.fromisoformat(one.made_at) - timedelta(days=days)).isoformat()
        one.note.write_text(json.dumps(plain))
    for path in (place / "files").glob("*/*"):
        os.utime(path, (time.time() - days * 86_400,) * 2)


def test_a_backup_holds_the_database_and_every_file_once(filled: Store) -> None:
    attach(filled, 2, b"slides of 1 " * 700, "The same again.pptx")
    made = backup(filled)
    assert made is not None
    place = own_place(filled.folder)
    assert (made.ok, made.events, made.place) == (True, 3, str(place))
    assert backing.contents(place / made.file).rows["note"] == 3
    assert hashes(place) == {kept.sha256 for kept in backing.kept_files(filled)}
    assert len(hashes(place)) == 6
    assert all(file_sha256(path) == path.name for path in (place / "files").glob("*/*"))
    (found,) = found_in(place)
    assert found.manifest is not None
    assert {name: kept.sha256 for name, kept in found.manifest.files.items()} == {
        kept.file: kept.sha256 for kept in backing.kept_files(filled)
    }


def test_a_deck_changed_in_place_does_not_change_its_backup(filled: Store) -> None:
    backup(filled)
    kept = next(one for one in backing.kept_files(filled) if one.kind == "deck")
    with filled.path(kept.file).open("r+b") as file:
        file.write(b"overwritten")
    assert kept.sha256 is not None
    assert file_sha256(shelf(own_place(filled.folder), kept.sha256)) == kept.sha256


def test_a_second_backup_copies_only_what_is_new(filled: Store) -> None:
    backup(filled)
    before = {path: path.stat().st_mtime_ns for path in (own_place(filled.folder) / "files").glob("*/*")}
    attach(filled, 1, b"new slides", "New.pptx")
    backup(filled)
    after = {path: path.stat().st_mtime_ns for path in (own_place(filled.folder) / "files").glob("*/*")}
    assert len(after) == len(before) + 1
    assert {path: at for path, at in after.items() if path in before} == before
    newest, oldest = backups(filled.folder)
    assert newest.id != oldest.id, "two within a minute"


def test_the_second_place_has_the_same_and_knows_whose_it_is(filled: Store, second: Path, tmp_path: Path) -> None:
    made = backup(filled, second_place=second)
    assert made is not None
    other = Store.create(tmp_path / "elsewhere" / "library")  # of the same name
    add_event(other)
    backup(other, second_place=second)
    other.close()
    assert len(list(second.iterdir())) == 2
    home = second_home(filled.folder, second)
    there = files(home)
    assert there == {name: data for name, data in files(own_place(filled.folder)).items() if name in there}
    assert [(one.id, one.uid) for one in backups(filled.folder, second)] == [(made.id, made.uid)] * 2
    assert [one.events for one in backups(tmp_path / "elsewhere" / "library", second)] == [1, 1]
    assert second_home(filled.folder, home) == home, "the folder itself may be named too"


@pytest.mark.parametrize("where", ["gone", "library/files"])
def test_a_second_place_that_cannot_serve_is_said_and_the_first_backup_kept(
    filled: Store, tmp_path: Path, where: str
) -> None:
    with pytest.raises(PartlyBackedUp, match="made in the library only") as caught:
        backup(filled, second_place=tmp_path / where)
    assert caught.value.made.id == backups(filled.folder)[0].id
    assert rehearse(caught.value.made).ok


def test_a_full_second_place_is_said_and_holds_no_half_backup(filled: Store, second: Path) -> None:
    home = second_home(filled.folder, second)
    (home / "files").write_bytes(b"in the way")
    with pytest.raises(PartlyBackedUp):
        backup(filled, second_place=second)
    assert found_in(home) == []
    assert len(backups(filled.folder, second)) == 1


def test_a_stopped_backup_leaves_nothing(filled: Store) -> None:
    said: list[Progress] = []
    assert backup(filled, report=said.append, stop=lambda: len(said) > 1) is None
    assert backups(filled.folder) == []
    assert [path.name for path in own_place(filled.folder).iterdir()] == ["files"]
    assert backup(filled) is not None


def test_progress_ends_and_names_the_files(filled: Store) -> None:
    said: list[Progress] = []
    backup(filled, report=said.append)
    assert said[0].what == "Copying the database"
    assert {step.total for step in said[1:]} == {6}
    assert [step.done for step in said[1:]] == list(range(6))


def test_others_write_while_a_backup_is_made(filled: Store) -> None:
    ended, errors = threading.Event(), []

    def write() -> None:
        try:
            while not ended.is_set():
                note(filled, 1, "Written meanwhile.")
        except UserError as error:
            errors.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        made = [backup(filled) for _ in range(3)]
    finally:
        ended.set()
        thread.join()
    assert errors == []
    assert all(one is not None and rehearse(one).ok for one in made)


def test_a_damaged_library_is_not_backed_up_over_good_copies(filled: Store) -> None:
    made = backup(filled)
    before = files(own_place(filled.folder))
    filled.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    root = filled.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'note'").fetchone()[0]
    filled.close()
    with (filled.folder / FILE).open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)
    with pytest.raises(LibraryDamaged, match="no backup was made"):
        backup(filled)
    assert files(own_place(filled.folder)) == before
    offered = newest_good(filled.folder)
    assert offered is not None
    assert made is not None
    assert (offered.id, offered.ok) == (made.id, True)


def test_a_search_index_that_lies_is_said_before_it_is_backed_up(filled: Store) -> None:
    filled.db.execute("DROP TRIGGER passage_deleted")
    with pytest.raises(UserError, match="No backup was made") as caught:
        backup(filled)
    assert "Repair" in caught.value.next_step
    assert backups(filled.folder) == []


def test_a_missing_deck_does_not_lose_its_last_copy(filled: Store) -> None:
    backup(filled)
    age(own_place(filled.folder), 400)
    kept = next(one for one in backing.kept_files(filled) if one.kind == "deck")
    assert kept.sha256 is not None
    filled.path(kept.file).unlink()
    for _ in range(3):
        backup(filled)
        age(own_place(filled.folder), 40)
    assert shelf(own_place(filled.folder), kept.sha256).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_file_that_cannot_be_read_is_said_and_the_rest_kept(filled: Store) -> None:
    os.mkfifo(filled.folder / "files" / "pipe.pptx")
    with pytest.raises(PartlyBackedUp, match=r"not of every file\. 'pipe.pptx' is no ordinary file") as caught:
        backup(filled)
    assert len(hashes(own_place(filled.folder))) == 6
    assert rehearse(caught.value.made).ok


def test_a_daily_backup_is_due_once_a_day(filled: Store, second: Path) -> None:
    assert due(filled)
    backup(filled)
    assert not due(filled)
    assert due(filled, second)
    assert not due(filled, second / "unplugged")
    backup(filled, second_place=second)
    assert not due(filled, second)
    age(own_place(filled.folder), 1)
    assert due(filled)


def test_a_clock_that_was_wrong_neither_stops_backups_nor_mixes_their_order(filled: Store) -> None:
    backup(filled)
    age(own_place(filled.folder), -400)
    assert due(filled), "made in the future"
    newer = backup(filled)
    assert newer is not None
    assert not due(filled)
    assert backups(filled.folder)[0].id == newer.id
    thin_out(own_place(filled.folder))
    assert len(backups(filled.folder)) == 2


def test_rehearsing_proves_a_backup_and_leaves_no_trace(filled: Store, second: Path) -> None:
    backup(filled, second_place=second)
    before = files(filled.folder), files(second)
    assert [rehearse(one).ok for one in backups(filled.folder, second)] == [True, True]
    assert (files(filled.folder), files(second)) == before


def test_a_stopped_rehearsal_says_nothing(filled: Store) -> None:
    made = backup(filled)
    assert made is not None
    assert rehearse(made, stop=lambda: True).ok is None


@pytest.mark.parametrize("what", ["database", "file", "missing file", "manifest"])
def test_rehearsing_finds_a_planted_fault(filled: Store, what: str) -> None:
    made = backup(filled)
    assert made is not None
    place = own_place(filled.folder)
    kept = next((place / "files").glob("*/*"))
    if what == "database":
        with (place / made.file).open("r+b") as file:
            file.seek(50_000)
            file.write(b"\xff" * 10)
    elif what == "file":
        kept.write_bytes(bytes(len(kept.read_bytes())))
    elif what == "missing file":
        kept.unlink()
    else:
        manifest = json.loads((place / f"{made.id}.json").read_text())
        manifest["rows"]["note"] += 1
        (place / f"{made.id}.json").write_text(json.dumps(manifest))
    assert rehearse(made).ok is False
    if what in ("file", "missing file"):
        again = backup(filled)
        assert again is not None
        assert rehearse(again).ok, "the next backup keeps it anew"


def test_a_backup_whose_manifest_is_gone_is_still_one(filled: Store) -> None:
    made = backup(filled)
    assert made is not None
    (own_place(filled.folder) / f"{made.id}.json").write_text("{")
    (listed,) = backups(filled.folder)
    assert (listed.id, listed.events, listed.uid) == (made.id, 3, "")
    assert rehearse(listed).ok
    before = hashes(own_place(filled.folder))
    thin_out(own_place(filled.folder), datetime.now(UTC) + timedelta(days=2))
    assert hashes(own_place(filled.folder)) == before, "it may need any of them"


def test_only_kept_files_that_nothing_names_are_cleared(filled: Store) -> None:
    place = own_place(filled.folder)
    (place / "files" / "ab").mkdir(parents=True)
    old, young = place / "files" / "ab" / ("ab" + "0" * 62), place / "files" / "ab" / ("ab" + "1" * 62)
    for path, hours in ((old, 2), (young, 0)):
        path.write_bytes(b"nobody's")
        os.utime(path, (time.time() - hours * 3600,) * 2)
    backup(filled)
    assert (old.exists(), young.exists()) == (False, True)
    assert len(hashes(place)) == 7


def test_what_a_killed_backup_left_is_cleared_and_the_rest_is_whole(filled: Store) -> None:
    for number in range(25):
        attach(filled, 1, os.urandom(30_000), f"Slides {number}.pptx")
    filled.close()
    whole = 0
    for turn in range(4):
        child = subprocess.Popen([sys.executable, "-c", BACK_UP, str(filled.folder)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "begin\n"
        timer = threading.Timer(0.02 * turn, child.kill)
        timer.start()
        whole += "done" in child.communicate()[0]
        timer.join()
        for path in (own_place(filled.folder) / "files").glob("*/*"):
            assert path.name.startswith(".eqbrief-") or file_sha256(path) == path.name
        assert all(rehearse(one).ok for one in backups(filled.folder))
    store = Store.open(filled.folder)
    assert backup(store) is not None
    store.close()
    assert whole < 4, "no kill came in time"


BACK_UP = """
import sys
from pathlib import Path
from eqbrief.store import Store
from eqbrief.tasks.keeping import backup
store = Store.open(Path(sys.argv[1]))
print("begin", flush=True)
backup(store)
print("done", flush=True)
"""


def test_the_newest_backup_is_not_another_program_s_file(filled: Store) -> None:
    place = own_place(filled.folder)
    backup(filled)
    (place / "before-version-2 2024-01-01.db").write_bytes(b"kept by a migration")
    sqlite3.connect(place / "2024-01-01 0900 copy.db").close()
    assert len(backups(filled.folder)) == 1
    assert db.counts(filled).events == 3
