# SPDX-License-Identifier: MIT
"""Play a recording from a moment on, in a player that can be told where to begin; else open it as it is.

GNOME's Videos cannot be told: it seeks only once something plays. On Windows and macOS not yet tried.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from eqbrief.files.checking import checked_file
from eqbrief.files.opening import open_file, start_program

Find = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Player:
    """A player: its programs, best first, and the arguments with which it plays a file from a second on."""

    programs: tuple[str, ...]
    arguments: Callable[[str, int], list[str]]


# A path is always whole, so that no name can be taken for an option.
_PLAYERS: tuple[_Player, ...] = (
    # https://wiki.videolan.org/VLC_command-line_help/: what follows a file with a colon is for that file alone.
    _Player(
        (
            "vlc",
            "/Applications/VLC.app/Contents/MacOS/VLC",
            r"%ProgramFiles%\VideoLAN\VLC\vlc.exe",
            r"%ProgramFiles(x86)%\VideoLAN\VLC\vlc.exe",
        ),
        lambda path, seconds: [path, f":start-time={seconds}"],
    ),
    # https://mpv.io/manual/stable/#pseudo-gui-mode: a recording without a picture has a window to stop it, too.
    _Player(("mpv",), lambda path, seconds: ["--player-operation-mode=pseudo-gui", f"--start={seconds}", "--", path]),
    # celluloid(1): --mpv-OPTION hands an option on to mpv.
    _Player(("celluloid",), lambda path, seconds: [f"--mpv-start={seconds}", path]),
    # https://github.com/iina/iina/wiki/The-Command-Line-Tool
    _Player(
        ("/Applications/IINA.app/Contents/MacOS/iina-cli",), lambda path, seconds: [f"--mpv-start={seconds}", path]
    ),
)


def player_command(path: Path, seconds: float, find: Find = shutil.which) -> list[str] | None:
    """Write the command that plays a file from a second on, in the first known player that is there; None for none.

    `find` gives the whole path of a program by its name.
    """
    for player in _PLAYERS:
        for program in player.programs:
            found = find(os.path.expandvars(program))
            if found is not None:
                return [found, *player.arguments(str(path), max(0, int(seconds)))]
    return None


def play_file(path: Path, seconds: float) -> bool:
    """Play a recording from a second on, and do not wait for its end. False where it was opened, but at its beginning.

    Raises:
        UserError: when the file is no recording, or there is nothing to open it with.
    """
    whole = path.absolute()
    checked_file(whole, ("recording",))
    command = player_command(whole, seconds)
    if command is None:
        open_file(whole, uses=("recording",))
        return False
    start_program(command, whole)
    return True
