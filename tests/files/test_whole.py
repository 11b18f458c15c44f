# SPDX-License-Identifier: MIT
"""A file is whole or absent: on errors, on names that are taken, and when the process is killed in between."""

import errno
import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from eqbrief.files import (
    clear_leftovers,
    copy_whole,
    file_sha256,
    is_leftover,
    link_whole,
    make_folder,
    whole,
    write_whole,
)
from eqbrief.model import UserError

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX systems")

# Writes content that proves itself, over and over, and says so after each: the kill lands in the midst of the next.
WRITER = """
import hashlib, sys
from pathlib import Path
from eqbrief.files import write_whole
def careless(path, data, replace):
    path.write_bytes(data)
write = {"whole": write_whole, "careless": careless}[sys.argv[2]]
bodies = [bytes([number]) * (6_000_000 + number) for number in range(2)]
contents = [hashlib.sha256(body).digest() + body for body in bodies]
while True:
    for content in contents:
        write(Path(sys.argv[1]), content, replace=True)
        print(flush=True)
"""


def is_whole(path: Path) -> bool:
    data = path.read_bytes()
    return len(data) > 32 and hashlib.sha256(data[32:]).digest() == data[:32]


def kill_while_writing(path: Path, how: str, after: int) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path), how], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        for _ in range(after):
            assert writer.stdout.readline()
        writer.kill()


def test_ten_kills_leave_no_partial_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    for after in random.choices(range(1, 6), k=10):
        kill_while_writing(path, "whole", after)
        assert is_whole(path)
    assert all(is_leftover(entry.name) for entry in tmp_path.iterdir() if entry != path)
    clear_leftovers(tmp_path, older_than_s=0)
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_kills_do_break_a_careless_writer(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    for after in random.choices(range(1, 4), k=60):
        kill_while_writing(path, "careless", after)
        if not is_whole(path):
            return
    pytest.fail("sixty kills broke nothing, so the test above shows nothing")


def test_what_is_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "été 語.json"
    write_whole(path, b"first")
    assert path.read_bytes() == b"first"
    write_whole(path, b"second", replace=True)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    (tmp_path / "new").write_bytes(b"new")
    with pytest.raises(UserError, match=r"already a 'deck\.pptx'"):
        write_whole(path, b"new")
    with pytest.raises(UserError, match=r"already a 'deck\.pptx'"):
        copy_whole(tmp_path / "new", path)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("links", [True, False])
@POSIX_ONLY
def test_a_file_that_comes_in_between_is_left_alone_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """The name is free when the writing starts, and taken when it ends; also where there are no hard links."""
    path, source = tmp_path / "deck.pptx", tmp_path / "source"
    source.write_bytes(b"new")
    if not links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(errno.EPERM, "none")))
    real_sync = os.fsync

    def sync_and_intrude(handle: int) -> None:
        real_sync(handle)
        path.write_bytes(b"intruder")

    monkeypatch.setattr(os, "fsync", sync_and_intrude)
    with pytest.raises(UserError, match=r"already a 'deck\.pptx'"):
        copy_whole(source, path)
    assert path.read_bytes() == b"intruder"
    monkeypatch.setattr(os, "fsync", real_sync)
    path.unlink()
    copy_whole(source, path)
    assert path.read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_copy_has_the_hash_of_its_source(tmp_path: Path) -> None:
    source = tmp_path / "source.bin"
    source.write_bytes(random.randbytes(3_500_001))
    told = copy_whole(source, tmp_path / "copy.bin")
    assert (tmp_path / "copy.bin").read_bytes() == source.read_bytes()
    assert told == hashlib.sha256(source.read_bytes()).hexdigest() == file_sha256(tmp_path / "copy.bin")


def test_an_empty_file_can_be_copied(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert copy_whole(tmp_path / "empty", tmp_path / "copy") == hashlib.sha256(b"").hexdigest()
    assert (tmp_path / "copy").stat().st_size == 0


def test_what_cannot_be_copied_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for source, reason in ((tmp_path / "absent", "was not found"), (tmp_path / "folder", "is a folder")):
        with pytest.raises(UserError, match=reason):
            copy_whole(source, tmp_path / "copy")
    (tmp_path / "fine").write_bytes(b"x")
    with pytest.raises(UserError, match="There is no folder"):
        copy_whole(tmp_path / "fine", tmp_path / "no such folder" / "copy")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["fine", "folder"]


@POSIX_ONLY
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    with pytest.raises(UserError, match="no ordinary file"):
        file_sha256(tmp_path / "pipe.pptx")


def test_a_source_that_changes_meanwhile_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "growing.pptx"
    source.write_bytes(b"x" * (whole.CHUNK_BYTES + 1))
    reading = whole._chunks(source)
    next(reading)
    with source.open("ab") as more:
        more.write(b"y")
    with pytest.raises(UserError, match="changed while"):
        list(reading)


@POSIX_ONLY
def test_no_room_left_keeps_the_old_file_and_no_rest(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the write fails half-way with the system's own error."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"old")
    script = (
        "import resource, sys\nfrom pathlib import Path\nfrom eqbrief.files import write_whole\n"
        "from eqbrief.model import UserError\nresource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try:\n    write_whole(Path(sys.argv[1]), b'x' * 100_000, replace=True)\n"
        "except UserError as error:\n    print(error.what)\n"
    )
    said = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True).stdout
    assert "'deck.pptx' is too big" in said
    assert str(tmp_path) in said
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_only_our_own_old_leftovers_are_cleared(tmp_path: Path) -> None:
    deep = tmp_path / "files" / "2024-02-20 A talk"
    deep.mkdir(parents=True)
    old, young = deep / ".eqbrief-0123456789abcdef.part", deep / ".eqbrief-fedcba9876543210.part"
    others = [deep / "deck.pptx", deep / "download.part", tmp_path / ".eqbrief-notes"]
    for path in (old, young, *others):
        path.touch()
    for path in (old, *others):
        os.utime(path, (time.time() - 3600,) * 2)
    assert clear_leftovers(tmp_path) == 1
    assert not old.exists()
    assert young.exists()
    assert all(path.exists() for path in others)
    assert clear_leftovers(tmp_path / "not there") == 0


def test_a_second_name_is_the_same_file_and_never_takes_anothers_place(tmp_path: Path, monkeypatch) -> None:
    part, deck = tmp_path / "a.part", tmp_path / "deck.pdf"
    part.write_bytes(b"whole")
    assert link_whole(part, deck) == hashlib.sha256(b"whole").hexdigest()
    assert deck.samefile(part)
    with pytest.raises(UserError, match="already"):
        link_whole(part, deck)

    def no_links(source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "as exFAT says")

    monkeypatch.setattr(os, "link", no_links)
    assert link_whole(part, tmp_path / "copy.pdf") == hashlib.sha256(b"whole").hexdigest()
    assert (tmp_path / "copy.pdf").read_bytes() == b"whole" and not (tmp_path / "copy.pdf").samefile(part)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="an open folder's name is asked there")
def test_the_name_of_a_new_folder_outlives_a_power_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    sync = os.fsync

    def noting(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink())
        sync(handle)

    monkeypatch.setattr(os, "fsync", noting)
    make_folder(tmp_path / "one" / "two")
    assert synced == [tmp_path, tmp_path / "one"]
    make_folder(tmp_path / "one" / "two")
    assert len(synced) == 2
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")
