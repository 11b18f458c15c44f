# SPDX-License-Identifier: MIT
"""Damage of many kinds: no crash, a sentence, no good backup overwritten, the newest good one offered, nothing lost."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.model import Filter, UserError
from eqbrief.store import FILE, LibraryDamaged, Store
from eqbrief.tasks.keeping import backup, check, newest_good, restore
from eqbrief.tasks.keeping.place import own_place
from tests.store.filling import files, fill, note, rows
from tests.tasks.test_keeping_check import unlist_rows

PAGE = 4096


@pytest.fixture
def folder(library: Store) -> Path:
    """Give the folder of a closed library of a dozen events, with one backup."""
    fill(library, 12)
    assert backup(library) is not None
    library.close()
    return library.folder


def size(folder: Path) -> int:
    return (folder / FILE).stat().st_size


def truncate(folder: Path, to: int) -> None:
    with (folder / FILE).open("r+b") as file:
        file.truncate(to)


def overwrite(folder: Path, at: int, data: bytes, name: str = FILE) -> None:
    with (folder / name).open("r+b") as file:
        file.seek(at)
        file.write(data)


def root_of(folder: Path, name: str) -> int:
    connection = sqlite3.connect(folder / FILE)
    try:
        return PAGE * (
            connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] - 1
        )
    finally:
        connection.close()


def scatter(folder: Path) -> None:
    chance = random.Random(5)
    for _ in range(40):
        overwrite(folder, chance.randrange(100, size(folder) - 8), chance.randbytes(8))


def swap_pages(folder: Path) -> None:
    data = (folder / FILE).read_bytes()
    one, other = root_of(folder, "note"), root_of(folder, "deck")
    overwrite(folder, one, data[other : other + PAGE])


def hot_log(folder: Path) -> Path:
    """Leave a write-ahead log with a committed note beside the database, as a kill does."""
    hot = folder.with_name("hot")
    store = Store.open(folder)
    note(store, 1, "Only in the log.")
    shutil.copytree(folder, hot)
    store.close()
    shutil.rmtree(folder)
    hot.rename(folder)
    return folder / f"{FILE}-wal"


def old_copy_beside_a_log(folder: Path) -> None:
    """Put an earlier database beside a later log: what a sync program or a copying person does."""
    earlier = (folder / FILE).read_bytes()
    store = Store.open(folder)
    fill_more(store)
    log = (folder / f"{FILE}-wal").read_bytes()
    store.close()
    (folder / FILE).write_bytes(earlier[: len(earlier) // PAGE // 2 * PAGE])
    (folder / f"{FILE}-wal").write_bytes(log)


def fill_more(store: Store) -> None:
    for turn in range(30):
        note(store, 1 + turn % 12, f"Later note {turn}. " * 30)


def point_nowhere(folder: Path) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute("UPDATE note SET event_id = 999 WHERE id = 1")
    connection.commit()
    connection.close()


def other_program(folder: Path) -> None:
    (folder / FILE).unlink()
    connection = sqlite3.connect(folder / FILE)
    connection.execute("CREATE TABLE recipes (name)")
    connection.commit()
    connection.close()


def fold_away(folder: Path) -> None:
    (folder / FILE).unlink()
    (folder / FILE).mkdir()


NOTICED: dict[str, Callable[[Path], object]] = {
    "emptied": lambda folder: truncate(folder, 0),
    "cut in half": lambda folder: truncate(folder, size(folder) // 2),
    "last page cut": lambda folder: truncate(folder, size(folder) - 100),
    "header garbage": lambda folder: overwrite(folder, 0, b"garbage!" * 12),
    "first page zeroed": lambda folder: overwrite(folder, 0, bytes(PAGE)),
    "list of tables garbage": lambda folder: overwrite(folder, 100, b"\xa5" * 900),
    "a table's page zeroed": lambda folder: overwrite(folder, root_of(folder, "event"), bytes(PAGE)),
    "a page of nobody's bytes": lambda folder: overwrite(folder, root_of(folder, "note"), os.urandom(PAGE)),
    "an index's page zeroed": lambda folder: overwrite(folder, root_of(folder, "note_event"), bytes(PAGE)),
    "the search index's page zeroed": lambda folder: overwrite(
        folder, root_of(folder, "passage_plain_data"), bytes(PAGE)
    ),
    "bytes scattered": scatter,
    "pages mixed up": swap_pages,
    "an index that disagrees": lambda folder: unlist_rows(folder / FILE),
    "a row pointing nowhere": point_nowhere,
    "an old copy beside a newer log": old_copy_beside_a_log,
    "gone": lambda folder: (folder / FILE).unlink(),
    "another program's database": other_program,
    "a folder of that name": fold_away,
}
HARMLESS: dict[str, Callable[[Path], object]] = {
    "the log deleted": lambda folder: hot_log(folder).unlink(),
    "the log garbage": lambda folder: hot_log(folder).write_bytes(os.urandom(50_000)),
    "the log cut": lambda folder: os.truncate(hot_log(folder), 5000),
    "the shared memory garbage": lambda folder: (hot_log(folder), overwrite(folder, 0, b"\xff" * 9000, f"{FILE}-shm")),
}


def read_all(folder: Path) -> list[str]:
    """Do with a library what a window does; give every sentence that was said. Anything but a sentence fails."""
    said: list[str] = []

    def attempt(work: Callable[[], object]) -> object:
        try:
            return work()
        except UserError as error:
            said.append(str(error))
            return None

    store = attempt(lambda: Store.open(folder))
    if not isinstance(store, Store):
        return said
    try:
        for number in range(1, 13):
            attempt(lambda number=number: db.event(store, number))
        attempt(lambda: db.event_cards(store, db.event_ids(store, Filter(words="rotas"))))
        attempt(lambda: (db.counts(store), db.people(store), db.organisations(store)))
        attempt(lambda: db.find(store, "heron").hits)
        found = attempt(lambda: check(store))
        said += [problem.what for problem in found] if isinstance(found, list) else []
        attempt(lambda: backup(store))
    finally:
        store.close()
    return said


@pytest.mark.parametrize("kind", NOTICED)
def test_damage_is_said_and_a_backup_makes_it_good(folder: Path, kind: str) -> None:
    good = rows(folder)
    kept = files(own_place(folder))
    NOTICED[kind](folder)
    damaged = (folder / FILE).read_bytes() if (folder / FILE).is_file() else None
    assert read_all(folder)
    assert files(own_place(folder)) == kept, "no backup was made of it, and the good ones are as they were"
    offered = newest_good(folder)
    assert offered is not None
    done = restore(folder, offered)
    assert rows(folder) == good
    store = Store.open(folder)
    assert check(store) == []
    store.close()
    if damaged is not None:
        assert done.aside is not None
        assert (done.aside / FILE).stat().st_size >= 0
        if not damaged.startswith(b"SQLite"):
            assert (done.aside / FILE).read_bytes() == damaged


@pytest.mark.parametrize("kind", HARMLESS)
def test_a_broken_log_costs_at_most_what_was_in_it(folder: Path, kind: str) -> None:
    good = rows(folder)
    HARMLESS[kind](folder)
    assert read_all(folder) == []
    now = rows(folder)
    assert {name: kept for name, kept in now.items() if name != "note"} == {
        name: kept for name, kept in good.items() if name != "note"
    }
    assert len(now["note"]) in (12, 13)


def test_damage_deep_in_a_table_is_said_at_the_row_that_meets_it(folder: Path) -> None:
    overwrite(folder, root_of(folder, "note"), b"\xff" * PAGE)
    store = Store.open(folder)
    with pytest.raises(LibraryDamaged, match="damaged and cannot be read"):
        db.notes(store, 1)
    assert len(db.event_ids(store, Filter())) == 12, "the rest can still be read"
    store.close()


def test_a_hundred_random_injuries_never_crash(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    whole = (folder / FILE).read_bytes()
    noticed = 0
    for _ in range(100):
        hurt = bytearray(whole)
        at = chance.randrange(len(hurt))
        data = chance.randbytes(chance.choice([1, 16, 512, PAGE]))
        hurt[at : at + len(data)] = data
        one = tmp_path / "one"
        shutil.rmtree(one, ignore_errors=True)
        (one / "files").mkdir(parents=True)
        (one / FILE).write_bytes(hurt)
        noticed += any("damaged" in what or "in order" in what or "index" in what for what in read_all(one))
    assert noticed > 20, "most of the rest hits free space, or letters within a text"
