# SPDX-License-Identifier: MIT
"""What goes out meets full disks, folders that only allow reading and files in use with a sentence and another way."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.model import Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks import attach
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.handing import export_list, make_pack
from tests.bench import kill_briefings
from tests.store.filling import act, add_event

Write = Callable[[Store, Path], object]


@pytest.fixture
def filled(library: Store) -> Store:
    event = add_event(library)
    act(library, event, "Send the rota")
    attach(library, event, resource("sample", "decks", "Presentation 140323.pptx"))
    return library


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Give a function that mounts a small disk in memory; left out where that is not allowed."""
    mounted: list[Path] = []

    def mount(options: str) -> Path:
        folder = tmp_path / f"disk {len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("no disk can be mounted here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


def brief(store: Store, target: Path) -> object:
    return tasks.brief(store, tasks.briefing_of(store, db.event_ids(store, Filter())), target)


def pack(store: Store, target: Path) -> object:
    return make_pack(store, db.event_ids(store, Filter()), target)


WAYS: list[tuple[str, Write]] = [
    *((f"Board.{ending}", brief) for ending in ("docx", "pdf", "html", "md")),
    *((f"actions.{ending}", lambda store, to: export_list(store, "actions", to)) for ending in ("csv", "xlsx", "ics")),
    ("Board.zip", pack),
    ("Board", pack),
]


@pytest.mark.parametrize(("name", "write"), WAYS, ids=[name for name, _write in WAYS])
def test_a_full_disk_is_named_and_another_disk_is_the_way(filled: Store, disk, tmp_path: Path, name, write) -> None:
    full = disk("size=4k")
    (full / "older").write_bytes(b"x" * 4096)
    with pytest.raises(UserError, match=r"is full|too big") as told:
        write(filled, full / name)
    assert str(full) in told.value.what and told.value.next_step
    assert [one.name for one in full.iterdir()] == ["older"], "nothing half done stays"
    other = tmp_path / "other"
    other.mkdir()
    assert write(filled, other / name) is not None
    assert [one.name for one in other.iterdir()] == [name]


@pytest.mark.parametrize(("name", "write"), WAYS, ids=[name for name, _write in WAYS])
def test_a_folder_that_only_allows_reading_is_named(filled: Store, disk, name, write) -> None:
    folder = disk("size=64k")
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    with pytest.raises(UserError, match="only be read") as told:
        write(filled, folder / name)
    assert str(folder) in told.value.what and "may write" in told.value.next_step
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("name", "write"), WAYS[:-2], ids=[name for name, _write in WAYS[:-2]])
def test_a_file_that_is_in_use_stays_and_the_new_one_has_a_name_of_its_own(
    filled: Store, tmp_path: Path, name, write
) -> None:
    (tmp_path / name).write_bytes(b"older")
    (tmp_path / f"~${name}").touch()
    written = write(filled, tmp_path / name)
    assert written.file.name == name.replace(".", " (2).") and written.file.stat().st_size > 20
    assert (tmp_path / name).read_bytes() == b"older"


@pytest.mark.parametrize(("name", "write"), WAYS, ids=[name for name, _write in WAYS])
def test_what_a_killed_program_left_beside_it_is_cleared_at_the_next_time(
    filled: Store, tmp_path: Path, name, write
) -> None:
    old, young = tmp_path / ".eqbrief-00aa.part", tmp_path / ".eqbrief-00bb.part"
    (old / "events").mkdir(parents=True)
    (old / "events" / "half.html").write_text("<p>half")
    file = tmp_path / ".eqbrief-00cc.part"
    file.write_text("half")
    young.mkdir()
    (young / "now.html").write_text("<p>now")
    for one in (old / "events" / "half.html", old / "events", old, file):
        os.utime(one, (1_700_000_000, 1_700_000_000))
    os.utime(young, (1_700_000_000, 1_700_000_000))  # what is in it is still being written
    assert write(filled, tmp_path / name) is not None
    left = {one.name for one in tmp_path.iterdir() if one.name.startswith(".eqbrief")}
    assert left == {young.name}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_no_kill_leaves_half_a_file_under_its_name(tmp_path: Path) -> None:
    tally = kill_briefings.run(tmp_path, 4)
    assert (tally.partial, tally.stayed) == ([], 0) and tally.whole > 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_written_straight_to_its_name_a_file_is_found_partial(tmp_path: Path) -> None:
    tally = kill_briefings.run(tmp_path, 60, straight=True, until_found=True)
    assert tally.partial, "the test above could not fail"
