# SPDX-License-Identifier: MIT
"""A library opens, is made whole, is brought up to date all or nothing, and is left alone when it is not ours."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.model import UserError
from eqbrief.store import FILE, LibraryDamaged, Store, opening
from eqbrief.store.connecting import alone
from eqbrief.store.schema import migrations
from eqbrief.store.soundness import unsound
from tests.store.filling import add_event, files, fill, note, rows

FIXTURES = Path(__file__).parent / "fixtures"
NOTES = 1500
MIGRATE = Path(__file__).parent / "migrate_slowly.py"


def from_dump(folder: Path, dump: Path) -> Path:
    """Make a library of an older version from its dump in SQL."""
    (folder / "files").mkdir(parents=True)
    connection = sqlite3.connect(folder / FILE)
    connection.executescript(dump.read_text(encoding="utf-8"))
    connection.close()
    return folder


def schema(folder: Path) -> dict[str, str]:
    """Read every statement of a library's schema, its white space aside."""
    connection = sqlite3.connect(folder / FILE)
    try:
        return {
            name: " ".join(sql.split())
            for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        }
    finally:
        connection.close()


def set_header(path: Path, offset: int, value: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(value.to_bytes(4, "big"))


def test_the_version_is_the_number_of_migrations() -> None:
    assert len(migrations._migrations) == opening.VERSION


def test_a_new_library_is_sound_flushed_and_marked(library: Store) -> None:
    assert unsound(library.db) == []
    pragmas = {name: library.db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")}
    assert pragmas == {"journal_mode": "wal", "synchronous": 2}
    assert library.db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert opening.version_of(library.file) == opening.VERSION
    assert sorted(path.name for path in library.folder.iterdir() if path.is_dir()) == ["backups", "files"]


def test_making_a_library_where_one_is_opens_it(library: Store) -> None:
    add_event(library)
    library.close()
    again = Store.create(library.folder)
    assert db.counts(again).events == 1
    again.close()


def test_a_folder_that_is_no_library_is_said_and_stays_empty(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no EqBrief library"):
        Store.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_library_whose_database_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "2024-02-20 0912.db").write_bytes(b"kept")
    with pytest.raises(LibraryDamaged, match="lost its database"):
        Store.create(tmp_path)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    ("offset", "value", "said"),
    [(60, opening.VERSION + 1, "newer EqBrief"), (68, 0x0BADCAFE, "not an EqBrief library")],
)
def test_a_library_that_is_not_ours_is_left_byte_for_byte(
    library: Store, tmp_path: Path, offset: int, value: int, said: str
) -> None:
    fill(library, 1)
    other = tmp_path / "other"
    shutil.copytree(library.folder, other)  # with a write-ahead log that opening would fold in
    assert (other / f"{FILE}-wal").stat().st_size > 0
    set_header(other / FILE, offset, value)
    before = files(other)
    with pytest.raises(UserError, match=said):
        Store.open(other)
    assert files(other) == before


@pytest.mark.parametrize(
    "content", [b"", b"SQLite", b"PK\x03\x04" * 5000], ids=["empty", "cut short", "something else"]
)
def test_a_file_that_is_no_database_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(LibraryDamaged, match="damaged"):
        Store.open(tmp_path)
    assert (tmp_path / FILE).read_bytes() == content


@pytest.mark.parametrize("dump", sorted(FIXTURES.glob("version-*.sql")), ids=lambda path: path.stem)
def test_every_released_version_is_brought_up_to_date(tmp_path: Path, dump: Path) -> None:
    folder = from_dump(tmp_path / "old", dump)
    old = rows(folder)
    store = Store.open(folder)
    try:
        assert unsound(store.db) == []
        assert opening.version_of(store.file) == opening.VERSION
        found = db.event(store, db.find_event(store, "Kinder rotas 1"))
        assert found is not None
        assert [kept.text for kept in found.notes] == ["Ask ward 1 about its heron."]
        assert [hit.kind for hit in db.find(store, "heron").hits] == ["note", "note"]
    finally:
        store.close()
    assert {name: len(kept) for name, kept in rows(folder).items() if name in old} == {
        name: len(kept) for name, kept in old.items()
    }
    fresh = Store.create(tmp_path / "fresh")
    fresh.close()
    assert schema(folder) == schema(fresh.folder)


def test_the_newest_version_has_a_fixture() -> None:
    assert (FIXTURES / f"version-{opening.VERSION}.sql").exists()


def migrating(folder: Path) -> subprocess.Popen[str]:
    """Start a process that opens the library with a further, slow migration."""
    child = subprocess.Popen([sys.executable, str(MIGRATE), str(folder)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "begin\n"
    return child


def state(folder: Path) -> tuple[int, bool, int]:
    """Say a library's version, whether the further column is there, and how many rows it fills."""
    connection = sqlite3.connect(folder / FILE)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = [row[1] for row in connection.execute("PRAGMA table_info(note)")]
        filled = (
            connection.execute("SELECT count(*) FROM note WHERE heron = 1").fetchone()[0] if "heron" in columns else 0
        )
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return version, "heron" in columns, filled
    finally:
        connection.close()


def test_a_killed_migration_leaves_the_old_library_or_the_new_one(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "old")
    event = add_event(store)
    with store.change() as change:
        for number in range(NOTES):
            change.insert_uid(
                "note", event_id=event, position=number, text="heron " * 200, created_at="2024", updated_at="2024"
            )
    store.close()
    whole = shutil.copytree(store.folder, tmp_path / "whole")
    done = migrating(whole)
    started = time.monotonic()
    done.communicate()
    takes = time.monotonic() - started
    assert state(whole) == (opening.VERSION + 1, True, NOTES)
    assert [kept.suffix for kept in (whole / "backups").iterdir()] == [".db"]
    chance, seen = random.Random(7), set()
    for turn in range(5):
        folder = shutil.copytree(store.folder, tmp_path / f"killed {turn}")
        child = migrating(folder)
        timer = threading.Timer(chance.uniform(0, 0.8) * takes, child.kill)
        timer.start()
        child.communicate()
        timer.join()
        seen.add(state(folder))
        again = migrating(folder)
        assert "done" in again.communicate()[0]
        assert state(folder) == (opening.VERSION + 1, True, NOTES)
    assert seen <= {(opening.VERSION, False, 0), (opening.VERSION + 1, True, NOTES)}
    assert (opening.VERSION, False, 0) in seen, "every kill came too late to show anything"


def test_a_failed_migration_leaves_the_file_as_it_was(library: Store) -> None:
    fill(library, 1)
    library.close()
    set_header(library.file, 60, 0)
    before = rows(library.folder)
    connection = sqlite3.connect(library.file)
    connection.execute("DROP TRIGGER passage_inserted")  # as a careless migration would
    connection.close()
    with pytest.raises(UserError, match="could not be brought up to date: the trigger 'passage_inserted' is missing"):
        Store.open(library.folder)
    assert rows(library.folder) == before
    assert [path.name for path in library.folder.iterdir() if path.name.startswith(".")] == []


def test_a_library_that_is_open_elsewhere_is_not_migrated_under_it(library: Store) -> None:
    add_event(library)
    library.close()
    set_header(library.file, 60, 0)
    other = sqlite3.connect(library.file)
    other.execute("SELECT count(*) FROM event").fetchone()
    try:
        with pytest.raises(UserError, match="another program has it open"):
            Store.open(library.folder)
    finally:
        other.close()


def test_being_alone_is_told_from_company(library: Store) -> None:
    add_event(library)
    assert not alone(library.file)
    library.close()
    assert alone(library.file)


@pytest.mark.skipif(sys.platform == "win32", reason="there the system itself refuses to rename an open file")
def test_company_is_noticed_on_a_file_that_cannot_be_read(library: Store) -> None:
    add_event(library)
    library.close()
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(library.file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    set_header(library.file, 0, 0)
    assert not alone(library.file)
    holder.communicate()
    assert alone(library.file)


HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("SELECT count(*) FROM event").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
READ_ONLY = """
import html, uuid  # before it becomes somebody who may not read Python's own files
import os, sys
from pathlib import Path
import sqlite_utils  # now, since this user may not be allowed to read where Python lies
from eqbrief import store as db
from eqbrief.model import Filter, UserError
from eqbrief.store import Store
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
store = Store.open(Path(sys.argv[1]))
print(len(db.event_ids(store, Filter())), len(db.find(store, "heron").hits))
try:
    with store.change() as change:
        db.add_note(store, change, 1, "Not to be kept.")
except UserError as error:
    print(error)
store.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_a_library_that_may_only_be_read_is_read(library: Store, tmp_path: Path) -> None:
    fill(library, 2)
    library.close()
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and "pytest" in str(path):
            path.chmod(0o755)
    for path in (library.folder, *library.folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = files(library.folder)
    try:
        child = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(library.folder)], capture_output=True, text=True, check=False
        )
    finally:
        for path in (library.folder, *library.folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert child.stderr == ""
    first, second = child.stdout.splitlines()
    assert first == "2 2"
    assert "can only be read, not changed" in second
    assert files(library.folder) == before


def test_a_full_disk_is_said_and_what_was_saved_stays(library: Store) -> None:
    event = add_event(library)
    note(library, event, "Kept.")
    pages = library.db.execute("PRAGMA page_count").fetchone()[0]
    library.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError, match="no space left"):
        note(library, event, "too much " * 20_000)
    library.db.execute("PRAGMA max_page_count = 1000000")
    assert [kept.text for kept in db.notes(library, event)] == ["Kept."]
    note(library, event, "There is room again.")
    assert unsound(library.db) == []
