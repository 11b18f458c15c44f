# SPDX-License-Identifier: MIT
"""Bad input of every kind: a sentence with a next step, status 1, nothing lost, never a traceback."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Said
from tests.cli.process import call
from tests.helpers.pages import Page, write_page

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40)
MEGABYTE = 1 << 20


def is_a_sentence(said: Said) -> None:
    """Hold what every refusal has in common: one line of at least two whole sentences, and no more."""
    assert said.status == 1
    assert "Traceback" not in said.err
    (line,) = said.complaints
    assert line.endswith((".", ")"))
    assert line.count(". ") + line.count("? ") >= 1, line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.html", b""),
        ("blank.txt", b" \r\n\t\n"),
        ("picture.png", PICTURE),
        ("picture.html", PICTURE),
        ("program.txt", b"\x7fELF\x02\x01\x01" + bytes(100)),
        ("nothing.txt", bytes(5000)),
        ("large.txt", b"word " * (50 * MEGABYTE // 5 + 1)),
    ],
)
@pytest.mark.parametrize("command", ["read", "add"])
def test_what_is_no_page(command: str, name: str, data: bytes, eqbrief: Call, tmp_path: Path, sample_page) -> None:
    (tmp_path / name).write_bytes(data)
    is_a_sentence(eqbrief(command, tmp_path / name, "--json"))
    assert eqbrief("add", sample_page("good.html")).status == 0


def test_a_folder_without_pages(eqbrief: Call, tmp_path: Path) -> None:
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    is_a_sentence(eqbrief("add", tmp_path / "folder"))
    is_a_sentence(eqbrief("read", tmp_path / "folder"))


def test_what_is_no_ordinary_file(eqbrief: Call, tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with a name here")
    os.mkfifo(tmp_path / "pipe.txt")
    is_a_sentence(eqbrief("add", tmp_path / "pipe.txt"))


def test_broken_utf8_still_reads(eqbrief: Call, sample_page) -> None:
    page = sample_page("page.txt", title="Cafe rotas for night staff")
    page.write_bytes(
        page.read_bytes().replace(b"Cafe", b"Caf\xe9").replace(b"Night staff told", b"Night \xff\xfe staff")
    )
    said = eqbrief("add", page, "--json")
    assert said.status == 0, said.err
    assert said.json[0]["event"]["name"].startswith("Caf")


def test_a_library_of_a_newer_version_is_left_untouched(filled: Call, here: Path, sample_page) -> None:
    db = sqlite3.connect(here / "library.db")
    db.execute("PRAGMA user_version = 999")
    db.close()
    before = (here / "library.db").read_bytes()
    for words in (("list",), ("show", "1"), ("add", sample_page("p.html")), ("backup",), ("check",), ("undo",)):
        said = filled(*words)
        is_a_sentence(said)
        assert "newer EqBrief" in said.err
    assert (here / "library.db").read_bytes() == before


def test_another_programs_database_is_left_untouched(eqbrief: Call, here: Path, sample_page) -> None:
    here.mkdir()
    db = sqlite3.connect(here / "library.db")
    db.execute("CREATE TABLE mine (x)")
    db.close()
    before = (here / "library.db").read_bytes()
    for words in (("list",), ("add", sample_page("page.html"))):
        is_a_sentence(eqbrief(*words))
    assert (here / "library.db").read_bytes() == before


def test_a_library_where_a_file_stands(eqbrief: Call, here: Path, sample_page) -> None:
    here.write_text("a file", encoding="utf-8")
    assert eqbrief("add", sample_page("page.html")).status in (1, 2)
    assert here.read_text(encoding="utf-8") == "a file"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a small disk of its own, 3 MB; left out where the tests may not have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs to be allowed to make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_disk_is_read_and_says_that_it_cannot_be_changed(disk: Path, tmp_path: Path) -> None:
    library = disk / "library"
    assert call("add", write_page(tmp_path / "page.html"), library=library)[0] == 0
    page = write_page(tmp_path / "page.html", Page(title="Kinder rotas, once more"))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    status, listed, err = call("list", library=library)
    assert (status, err) == (0, "")
    assert "Kinder rotas for night staff" in listed
    for words in (("add", page), ("note", "1", "x"), ("edit", "1", "title=x"), ("delete", "1")):
        said = Said(*call(*words, library=library))
        is_a_sentence(said)
        assert str(library) in said.err
    is_a_sentence(Said(*call("add", page, library=disk / "another")))
    assert call("list", library=library)[1] == listed


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_read_and_says_that_it_cannot_be_changed(filled: Call, here: Path, sample_page) -> None:
    listed = filled("list").out
    paths = (*here.rglob("*"), here)
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert filled("list").out == listed
        for words in (("add", sample_page("new.html")), ("note", "1", "x"), ("edit", "1", "title=x"), ("delete", "1")):
            is_a_sentence(filled(*words))
    finally:
        for path in reversed(paths):
            path.chmod(0o755)


def padded(page: Path) -> Path:
    """Make a page larger by half a megabyte without another word in it."""
    page.write_bytes(page.read_bytes() + b"<!--" + b"x" * 500_000 + b"-->")
    return page


@pytest.mark.parametrize("room", [0, 40_000, 300_000])
def test_a_full_disk_loses_nothing(room: int, disk: Path, tmp_path: Path) -> None:
    library = disk / "library"
    assert call("add", write_page(tmp_path / "first.html"), library=library)[0] == 0
    before = call("show", "1", "--json", library=library)
    big = padded(write_page(tmp_path / "second.html", Page(title="Larger than the room")))
    room_left = os.statvfs(disk)
    (disk / "filler").write_bytes(bytes(room_left.f_bavail * room_left.f_bsize - room))
    for words in (("add", big), ("note", "1", "A long note. " * 9_000), ("backup",)):
        said = Said(*call(*words, library=library))
        if said.status or words[0] == "add":  # where there is a little room, a note may well fit
            is_a_sentence(said)
    (disk / "filler").unlink()
    after = json.loads(call("show", "1", "--json", library=library)[1])
    assert {**after, "notes": []} == json.loads(before[1])
    assert call("check", library=library)[:2] == (0, "The library is in order.\n")
    assert len(json.loads(call("list", "--json", library=library)[1])) == 1


@pytest.mark.parametrize("limit", [0, 4_096, 100_000])
def test_files_that_may_not_grow_lose_nothing(limit: int, tmp_path: Path) -> None:
    """A limit on the size of files fails the same writes as a full disk, and needs no rights."""
    resource = pytest.importorskip("resource")
    library = tmp_path / "library"
    big = padded(write_page(tmp_path / "page.html"))

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    is_a_sentence(Said(*call("add", big, library=library, preexec_fn=little_room)))
    assert call("add", big, library=library)[0] == 0
    before = call("show", "1", "--json", library=library)
    is_a_sentence(Said(*call("note", "1", "A long note. " * 9_000, library=library, preexec_fn=little_room)))
    assert call("show", "1", "--json", library=library) == before
    assert call("check", library=library)[0] == 0
