# SPDX-License-Identifier: MIT
"""The right path reaches the system's opener, whatever it is called, and only files that are what they say."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eqbrief.files import opening
from eqbrief.files.opening import open_file, show_in_folder
from eqbrief.model import UserError
from tests.files.decoys import DECOYS, HONEST
from tests.files.making import MACRO, PDF, office, old_deck

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the stand-in takes the place of xdg-open")
Opened = Callable[[], list[str]]

NAMES = [
    "plain.pptx",
    "-rf.pptx",
    "--help.pptx",
    "two  spaces.pptx",
    " leads with one.pptx",
    'it\'s "quoted" `so`.pptx',
    "$HOME $(true) ; & | * ? [a].pptx",
    "percent %20 %s.pptx",
    "hash #1? yes.pptx",
    "Überblick été 語.pptx",
    "back\\slash.pptx",
    "http:.pptx",
]


def stand_in(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it but what the test puts there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def opened(tmp_path: Path, programs: Path) -> Opened:
    """Stand in for xdg-open; give the arguments that reached it."""
    log = tmp_path / "opened"
    stand_in(programs, "xdg-open", f"printf '%s\\0' \"$@\" >> '{log}'")
    return lambda: log.read_text(encoding="utf-8").split("\0")[:-1] if log.exists() else []


@pytest.mark.parametrize("name", NAMES)
def test_the_right_path_arrives(tmp_path: Path, opened: Opened, name: str) -> None:
    path = tmp_path / "files" / name
    path.parent.mkdir()
    path.write_bytes(office())
    open_file(path)
    assert opened() == [str(path)]
    show_in_folder(path)
    assert opened() == [str(path), str(path.parent)]
    assert not opening._STILL_OPEN


def test_a_relative_path_arrives_whole(tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-rf.pdf").write_bytes(PDF)
    open_file(Path("-rf.pdf"))
    assert opened() == [str(tmp_path / "-rf.pdf")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("talk.pptx", b"MZ\x90\0" + b"\0" * 60),
        ("talk.exe.pptx", office()),
        ("talk.desktop", b"[Desktop Entry]"),
        ("page.html", b"<html><body>Hello"),
        ("notes.txt", b"Hello\n"),
        ("empty.pptx", b""),
    ],
)
def test_what_is_not_what_it_says_reaches_nobody(tmp_path: Path, opened: Opened, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError, match="was not accepted"):
        open_file(path)
    assert opened() == []


def test_of_all_decoys_none_is_opened_and_of_all_honest_decks_each(tmp_path: Path, opened: Opened) -> None:
    assert len(DECOYS) >= 70 and len(HONEST) >= 20
    tried = refused = 0
    for number, (name, content, _) in enumerate(DECOYS):
        path = _put(tmp_path / f"d{number}", name, content)
        for confirmed in (False, True):  # a yes to macros is no yes to anything else
            tried += 1
            with pytest.raises(UserError):
                open_file(path, confirm_macros=confirmed, uses=("deck",))
            refused += 1
    assert opened() == [] and tried == refused == 2 * len(DECOYS)
    paths = [_put(tmp_path / f"h{number}", name, content) for number, (name, content, _) in enumerate(HONEST)]
    for path in paths:
        open_file(path, confirm_macros=True, uses=("deck",))
    assert opened() == [str(path) for path in paths]


def _put(folder: Path, name: str, content: bytes) -> Path:
    folder.mkdir()
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("name", "content"), [("a.pptm", office(MACRO)), ("b.ppt", old_deck(macros=1))])
def test_macros_want_a_yes_each_time(tmp_path: Path, opened: Opened, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    for _ in range(2):
        with pytest.raises(UserError, match=r"may hold macros.*in the window, .*or with `--macros-ok`"):
            open_file(path)
        assert opened() == []
    open_file(path, confirm_macros=True)
    assert opened() == [str(path)]
    with pytest.raises(UserError, match="may hold macros"):
        open_file(path)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path, opened: Opened) -> None:
    for action in (open_file, show_in_folder):
        with pytest.raises(UserError, match="was not found"):
            action(tmp_path / "gone.pptx")
    assert opened() == []


def test_gio_serves_where_xdg_open_is_not(tmp_path: Path, programs: Path) -> None:
    log = tmp_path / "opened"
    stand_in(programs, "gio", f"printf '%s|' \"$@\" > '{log}'")
    path = tmp_path / "talk.pdf"
    path.write_bytes(PDF)
    open_file(path)
    assert log.read_text(encoding="utf-8") == f"open|{path}|"


def test_where_nothing_opens_files_there_is_a_sentence(tmp_path: Path, programs: Path) -> None:
    path = tmp_path / "talk.pdf"
    path.write_bytes(PDF)
    for action in (open_file, show_in_folder):
        with pytest.raises(UserError, match=r"no program to open 'talk\.pdf'") as caught:
            action(path)
        assert str(tmp_path) in caught.value.next_step
    stand_in(programs, "xdg-open", "exit 3")
    with pytest.raises(UserError, match="no program"):
        open_file(path)
    (programs / "xdg-open").write_text("#!/not/there\n", encoding="utf-8")
    with pytest.raises(UserError, match="xdg-open"):
        open_file(path)


def test_an_opener_that_stays_is_not_waited_for_and_later_reaped(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It runs in a session of its own, and leaves no zombie once the next file is opened."""
    monkeypatch.setattr(opening, "START_S", 0.3)
    log, gate, path = tmp_path / "who", tmp_path / "gate", tmp_path / "talk.pdf"
    os.mkfifo(gate)
    path.write_bytes(PDF)
    stand_in(programs, "xdg-open", f"echo $$ > '{log}'\nread line < '{gate}'")
    open_file(path)
    child = int(log.read_text(encoding="utf-8"))
    assert os.getsid(child) == child != os.getsid(0)
    assert [process.pid for process in opening._STILL_OPEN] == [child]
    held = opening._STILL_OPEN[0]
    os.kill(child, signal.SIGTERM)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # It has ended, and is still to be reaped.
    stand_in(programs, "xdg-open", "exit 0")
    open_file(path)
    assert opening._STILL_OPEN == []
    assert held.returncode == -signal.SIGTERM
