# SPDX-License-Identifier: MIT
"""Bad input of every kind: a sentence with a next step, status 1, nothing lost, never a traceback."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Said
from tests.cli.process import call
from tests.helpers.pages import write_page

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
def read_only(sample_page) -> Iterator[tuple[Path, Path, dict]]:
    """Give a library and a page that may be read and not written, and how to be somebody who is held to that."""
    if sys.platform == "win32":
        pytest.skip("permissions of POSIX systems")
    folder = Path(tempfile.mkdtemp(prefix="eqbrief-read-only-"))
    try:
        page = write_page(folder / "page.html")
        assert call("add", page, library=folder / "library")[0] == 0
        page.write_text(page.read_text(encoding="utf-8").replace("Kinder", "Kinder still"), encoding="utf-8")
        for path in (*folder.rglob("*"), folder):
            path.chmod(0o555 if path.is_dir() else 0o444)
        # Root may write everywhere; 65534 is nobody.
        yield folder / "library", page, {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
        shutil.rmtree(folder)


def test_a_read_only_library_is_read_and_says_that_it_cannot_be_changed(read_only) -> None:
    library, page, somebody = read_only
    status, listed, err = call("list", library=library, **somebody)
    if "ModuleNotFoundError" in err or "Permission denied" in err:
        pytest.skip("the program itself cannot be read by another user here")
    assert (status, err) == (0, "")
    assert "Kinder rotas for night staff" in listed
    for words in (("add", page), ("note", "1", "x"), ("edit", "1", "title=x"), ("delete", "1"), ("backup",)):
        said = Said(*call(*words, library=library, **somebody))
        is_a_sentence(said)
        assert str(library) in said.err or "read-only" in said.err, said.err
    assert call("list", library=library)[1] == listed


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
@pytest.mark.parametrize("limit", [0, 8 << 10, 100 << 10])
def test_no_room_left_loses_nothing(limit: int, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: the same writes fail, only the number differs."""
    import resource

    library = tmp_path / "library"
    assert call("add", write_page(tmp_path / "first.html"), library=library)[0] == 0
    before = call("show", "1", "--json", library=library)
    big = write_page(tmp_path / "second.txt")
    big.write_text(
        big.read_text(encoding="utf-8").replace("Kinder", "Larger") + "More words. " * 20_000, encoding="utf-8"
    )

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    for words in (("add", big), ("note", "1", "A long note. " * 20_000)):
        said = Said(*call(*words, library=library, preexec_fn=little_room))
        is_a_sentence(said)
    assert call("show", "1", "--json", library=library) == before
    assert call("check", library=library)[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the size of files")
def test_no_room_for_a_new_library_leaves_none_behind(tmp_path: Path) -> None:
    import resource

    page = write_page(tmp_path / "page.html")
    said = Said(
        *call(
            "add",
            page,
            library=tmp_path / "library",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        )
    )
    is_a_sentence(said)
    assert not (tmp_path / "library" / "library.db").exists()
    assert call("add", page, library=tmp_path / "library")[0] == 0
