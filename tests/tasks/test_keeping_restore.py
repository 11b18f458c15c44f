# SPDX-License-Identifier: MIT
"""A backup comes back whole, whatever has become of the library, and nothing that stood there is thrown away."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from eqbrief.files import file_sha256
from eqbrief.model import UserError
from eqbrief.store import FILE, Store
from eqbrief.tasks.keeping import backup, backups, check, newest_good, rehearse, restore
from eqbrief.tasks.keeping.place import own_place, shelf
from tests.store.filling import add_event, attach, files, fill, note, passages, rows


@pytest.fixture
def folder(library: Store) -> Path:
    """Give the folder of a closed library with three events and one backup."""
    fill(library)
    assert backup(library) is not None
    library.close()
    return library.folder


def everything(folder: Path) -> tuple[object, ...]:
    """Read what a library holds: its rows, what search finds, its files."""
    kept = {name: data for name, data in files(folder).items() if name.startswith("files/") and ".eqbrief-" not in name}
    return rows(folder), passages(folder), kept


def only(folder: Path) -> str:
    (made,) = backups(folder)
    return made.id


def in_order(folder: Path) -> list[str]:
    store = Store.open(folder)
    try:
        return [problem.kind for problem in check(store)]
    finally:
        store.close()


def test_restoring_gives_back_every_row_and_every_byte(folder: Path) -> None:
    before = everything(folder)
    store = Store.open(folder)
    add_event(store, 9)
    note(store, 1, "Written after the backup.")
    store.close()
    shutil.rmtree(folder / "files")
    (folder / "files").mkdir()
    done = restore(folder, only(folder))
    assert everything(folder) == before
    assert in_order(folder) == []
    assert (len(done.files), done.missing) == (6, ())
    assert done.aside is not None
    assert len(rows(done.aside)["event"]) == 4, "what was there before is kept aside"


def test_it_works_from_an_unopenable_library_and_keeps_the_damaged_file(folder: Path) -> None:
    before = everything(folder)
    (folder / FILE).write_bytes(b"damaged " * 5000)
    (folder / f"{FILE}-wal").write_bytes(b"an old log")
    done = restore(folder, only(folder))
    assert everything(folder) == before
    assert in_order(folder) == []
    assert done.aside is not None
    assert (done.aside / FILE).read_bytes() == b"damaged " * 5000
    assert (done.aside / f"{FILE}-wal").read_bytes() == b"an old log"
    assert done.aside.name.startswith("set aside ")


def test_it_works_where_the_database_is_gone(folder: Path) -> None:
    before = everything(folder)
    (folder / FILE).unlink()
    done = restore(folder, only(folder))
    assert everything(folder) == before
    assert done.aside is None
    (folder / FILE).unlink()
    (folder / f"{FILE}-wal").write_bytes(b"an old log, which would damage what is put beside it")
    done = restore(folder, only(folder))
    assert everything(folder) == before
    assert done.aside is not None
    assert [path.name for path in done.aside.iterdir()] == [f"{FILE}-wal"]


def test_a_changed_deck_is_put_aside_and_a_stray_file_left(folder: Path) -> None:
    deck = folder / "files" / "2023 Kinder rotas 1" / "Rotas 1.pptx"
    was = deck.read_bytes()
    deck.write_bytes(b"changed by hand")
    stray = folder / "files" / "mine.txt"
    stray.write_bytes(b"mine")
    done = restore(folder, only(folder))
    assert deck.read_bytes() == was
    assert stray.read_bytes() == b"mine"
    assert done.aside is not None
    assert (done.aside / deck.relative_to(folder)).read_bytes() == b"changed by hand"
    assert done.files == ("files/2023 Kinder rotas 1/Rotas 1.pptx",)


def test_a_lost_library_comes_back_from_the_second_place_alone(folder: Path, tmp_path: Path) -> None:
    before = everything(folder)
    second = tmp_path / "second"
    second.mkdir()
    store = Store.open(folder)
    backup(store, second_place=second)
    store.close()
    shutil.rmtree(folder)
    (offered,) = backups(folder, second)
    done = restore(folder, offered.id, second_place=second)
    assert everything(folder) == before
    assert done.backup.place == offered.place
    store = Store.open(folder)
    backup(store, second_place=second)
    store.close()
    assert len(list(second.iterdir())) == 1, "it goes on in the same folder there"


def test_what_the_first_place_lost_comes_from_the_second(folder: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    store = Store.open(folder)
    made = backup(store, second_place=second)
    store.close()
    assert made is not None
    deck = folder / "files" / "2023 Kinder rotas 1" / "Rotas 1.pptx"
    was, sha256 = deck.read_bytes(), file_sha256(deck)
    deck.unlink()
    shelf(own_place(folder), sha256).write_bytes(bytes(len(was)))
    lacking = restore(folder, made.id)
    assert [problem.kind for problem in lacking.missing] == ["missing file"]
    assert not deck.exists(), "what is not the deck is not put in its place"
    with (own_place(folder) / made.file).open("r+b") as file:
        file.truncate(5000)
    assert restore(folder, made.id, second_place=second).missing == ()
    assert deck.read_bytes() == was


def test_an_earlier_backup_can_be_chosen(folder: Path) -> None:
    first = only(folder)
    store = Store.open(folder)
    attach(store, add_event(store, 9), b"late slides", "Late.pptx")
    backup(store)
    store.close()
    restore(folder, first)
    assert len(rows(folder)["event"]) == 3
    assert (folder / "files" / "2023 Kinder rotas 9" / "Late.pptx").read_bytes() == b"late slides", "no deck is deleted"
    restore(folder, backups(folder)[0])
    assert len(rows(folder)["event"]) == 4
    assert in_order(folder) == []


@pytest.mark.parametrize("name", ["2020-01-01 0900", "", "../library", "library"])
def test_an_unknown_backup_is_said(folder: Path, name: str) -> None:
    before = files(folder)
    with pytest.raises(UserError, match="There is no backup called"):
        restore(folder, name)
    assert files(folder) == before


def test_a_damaged_backup_is_refused_and_an_earlier_one_offered(folder: Path) -> None:
    store = Store.open(folder)
    newer = backup(store)
    store.close()
    assert newer is not None
    with (own_place(folder) / newer.file).open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 20_000)
    before = files(folder)
    with pytest.raises(UserError, match="is damaged, so nothing was changed"):
        restore(folder, newer.id)
    assert files(folder) == before
    offered = newest_good(folder)
    assert offered is not None
    assert offered.id != newer.id
    restore(folder, offered.id)


def test_a_backup_of_a_newer_eqbrief_is_refused(folder: Path) -> None:
    made = backups(folder)[0]
    connection = sqlite3.connect(own_place(folder) / made.file)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = files(folder)
    with pytest.raises(UserError, match="newer EqBrief"):
        restore(folder, made.id)
    assert files(folder) == before


def test_it_refuses_while_anybody_has_the_library_open(folder: Path) -> None:
    """Their next write would go into the file that was put aside."""
    before = files(folder)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder / FILE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(UserError, match="open in another window or command"):
        restore(folder, only(folder))
    holder.communicate()
    assert files(folder) == before
    restore(folder, only(folder))


def test_when_stopped_the_database_is_as_it_was(folder: Path) -> None:
    (folder / FILE).write_bytes(b"damaged")
    with pytest.raises(UserError, match="was stopped"):
        restore(folder, only(folder), stop=lambda: True)
    assert (folder / FILE).read_bytes() == b"damaged"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_a_manifest_cannot_write_outside_the_library(folder: Path, tmp_path: Path) -> None:
    made = backups(folder)[0]
    note_file = own_place(folder) / f"{made.id}.json"
    note_file.write_text(note_file.read_text().replace("files/2023 Kinder rotas 1/Rotas 1.pptx", "../../outside.pptx"))
    with pytest.raises(UserError, match="was not used"):
        restore(folder, made.id)
    assert not (tmp_path / "outside.pptx").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_a_killed_restore_can_be_done_again(folder: Path, tmp_path: Path) -> None:
    before, made = everything(folder), only(folder)
    killed = 0
    for turn in range(6):
        copy = shutil.copytree(folder, tmp_path / f"turn {turn}")
        shutil.rmtree(copy / "files")
        (copy / FILE).write_bytes(b"damaged")
        child = subprocess.Popen([sys.executable, "-c", RESTORE, str(copy), made], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "begin\n"
        timer = threading.Timer(0.006 * turn, child.kill)
        timer.start()
        child.communicate()
        timer.join()
        killed += child.returncode == -signal.SIGKILL
        assert (copy / FILE).read_bytes() == b"damaged" or everything(copy) == before
        restore(copy, made)
        assert everything(copy) == before
    assert killed, "every kill came too late"


@pytest.mark.skipif(sys.platform == "win32", reason="limits are set otherwise there")
@pytest.mark.parametrize("work", ["backup", "restore", "note"])
def test_a_disk_without_room_is_said_and_changes_nothing(folder: Path, work: str) -> None:
    before = files(folder)
    child = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(folder), work], capture_output=True, text=True, check=False
    )
    assert child.stderr == ""
    assert child.stdout.startswith("said: ")
    after = files(folder)
    assert {name: data for name, data in after.items() if name in before and name != FILE} == {
        name: data for name, data in before.items() if name != FILE
    }
    assert in_order(folder) == []
    assert len(rows(folder)["note"]) == 3
    assert rehearse(backups(folder)[0]).ok


HOLD = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
db.execute("SELECT count(*) FROM event").fetchone()
print("open", flush=True)
sys.stdin.read()
"""
RESTORE = """
import sys
from pathlib import Path
from eqbrief.tasks.keeping import restore
print("begin", flush=True)
restore(Path(sys.argv[1]), sys.argv[2])
"""
NO_ROOM = """
import resource, signal, sys
from pathlib import Path
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks import keeping, save_note
import sqlite_utils
folder, work = Path(sys.argv[1]), sys.argv[2]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    if work == "restore":
        keeping.restore(folder, keeping.backups(folder)[0])
    else:
        store = Store.open(folder)
        if work == "backup":
            keeping.backup(store)
        else:
            save_note(store, 1, None, "too long " * 20_000)
except UserError as error:
    print("said:", error)
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small disk of its own")
def test_a_disk_that_is_really_full_is_named_as_such(folder: Path, tmp_path: Path) -> None:
    small = tmp_path / "small disk"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2200k", "tmpfs", small], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this root may not mount")
    try:
        for name, data in files(folder).items():
            (small / "library" / name).parent.mkdir(parents=True, exist_ok=True)
            (small / "library" / name).write_bytes(data)
        library = small / "library"
        store = Store.open(library)
        event = rows(library)["event"][0][0]
        with (small / "filler").open("wb") as filler:
            filler.write(bytes(max(0, shutil.disk_usage(small).free - 120_000)))
        before = rows(library)
        for task in (lambda: backup(store), lambda: note(store, event, "too long " * 30_000)):
            with pytest.raises(UserError, match=r"no space left|is full"):
                task()
            assert rows(library) == before
        (small / "filler").unlink()
        note(store, event, "There is room again.")
        assert check(store) == []
        store.close()
    finally:
        subprocess.run(["umount", small], check=True)
