# SPDX-License-Identifier: MIT
"""Players are told where to begin, by arguments that no name can change; only recordings reach them."""

import sys
from pathlib import Path

import pytest

from eqbrief.files.playing import play_file, player_command
from eqbrief.model import UserError

MP4 = b"\0\0\0\x18ftypmp42" + b"\0" * 64
linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the stand-ins are scripts on the PATH")


def only(*known: str):
    """Find these programs and no others."""
    return lambda name: f"/usr/bin/{name}" if name in known else None


@pytest.mark.parametrize(
    ("player", "arguments"),
    [
        ("vlc", ["/usr/bin/vlc", "/films/-a b.mp4", ":start-time=751"]),
        ("mpv", ["/usr/bin/mpv", "--player-operation-mode=pseudo-gui", "--start=751", "--", "/films/-a b.mp4"]),
        ("celluloid", ["/usr/bin/celluloid", "--mpv-start=751", "/films/-a b.mp4"]),
    ],
)
def test_each_player_is_told_the_second_in_its_own_way(player: str, arguments: list[str]) -> None:
    assert player_command(Path("/films/-a b.mp4"), 751.9, only(player)) == arguments


def test_the_first_that_is_there_plays_and_none_gives_no_command() -> None:
    assert player_command(Path("/a.mp4"), 3, only("mpv", "vlc"))[0] == "/usr/bin/vlc"  # type: ignore[index]
    assert player_command(Path("/a.mp4"), 3, only("totem")) is None
    assert player_command(Path("/a.mp4"), -5, only("celluloid"))[1] == "--mpv-start=0"  # type: ignore[index]


def test_windows_players_are_looked_for_where_they_are_installed() -> None:
    asked: list[str] = []
    player_command(Path("/a.mp4"), 3, lambda name: asked.append(name))
    assert any(name.endswith(r"VideoLAN\VLC\vlc.exe") for name in asked)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def stand_in(folder: Path, name: str) -> Path:
    log = folder / f"{name}.log"
    program = folder / name
    program.write_text(f"#!/bin/sh\nprintf '%s\\0' \"$@\" > '{log}'\n", encoding="utf-8")
    program.chmod(0o755)
    return log


@linux
def test_the_player_gets_the_whole_path_whatever_it_is_called(tmp_path: Path, programs: Path) -> None:
    log = stand_in(programs, "mpv")
    film = tmp_path / "--script=$(touch x) 'a'.mp4"
    film.write_bytes(MP4)
    assert play_file(film, 62.5) is True
    assert log.read_text().split("\0")[:-1][1:] == ["--start=62", "--", str(film)]


@linux
def test_without_a_known_player_it_is_opened_as_it_is(tmp_path: Path, programs: Path) -> None:
    log = stand_in(programs, "xdg-open")
    film = tmp_path / "Webinar.mp4"
    film.write_bytes(MP4)
    assert play_file(film, 62) is False
    assert log.read_text().split("\0")[:-1] == [str(film)]


@linux
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.mp4", b"#!/bin/sh\nrm -r x\n"),
        ("film.mp4", b"%PDF-1.7\n"),
        ("film.sh", MP4),
        ("film.exe.mp4", MP4),
        ("film.m3u", b"#EXTM3U\n\\\\host\\share\\x\n"),
        ("film.txt", MP4),
    ],
)
def test_what_is_no_recording_reaches_no_player(tmp_path: Path, programs: Path, name: str, content: bytes) -> None:
    logs = [stand_in(programs, program) for program in ("vlc", "mpv", "xdg-open")]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match="was not accepted"):
        play_file(tmp_path / name, 3)
    assert not any(log.exists() for log in logs)


@linux
def test_a_player_that_fails_at_once_is_said(tmp_path: Path, programs: Path) -> None:
    (programs / "vlc").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    (programs / "vlc").chmod(0o755)
    film = tmp_path / "Webinar.mp4"
    film.write_bytes(MP4)
    with pytest.raises(UserError):
        play_file(film, 3)
