# SPDX-License-Identifier: MIT
"""Hand a file to the system's own program for it, after making sure that it is what it says it is.

No shell, whole paths, a process group of its own. On Windows not yet tried.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eqbrief.files.checking import checked_file
from eqbrief.files.kinds import Use
from eqbrief.files.trouble import explain
from eqbrief.model import UserError

if TYPE_CHECKING:
    from subprocess import Popen

START_S = 1.0
_USES: tuple[Use, ...] = ("deck", "document", "picture")
# The programs that open things, by platform, best first; what is to be opened follows as the last argument. It is
# always a whole path, so that no name can be taken for an option; `--` itself is not known to all of them.
_OPENERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "linux": (("xdg-open",), ("gio", "open")),
    "darwin": (("/usr/bin/open",),),
}
_REVEALERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("/usr/bin/open", "-R"),),
    "win32": (("explorer.exe", "/select,"),),
}
# xdg-open stays until the viewer is closed where there is no desktop to hand over to. Such processes are held here,
# and the next opening takes leave of those that ended: no thread, no second fork, at most one zombie.
_STILL_OPEN: list["Popen[bytes]"] = []


def open_file(path: Path, *, confirm_macros: bool = False, uses: tuple[Use, ...] = _USES) -> None:
    """Open a presentation, document or picture in the system's program for it, and do not wait for that.

    `confirm_macros` says that the person was warned and wants it, this once; `deck_file` tells whether to ask. `uses`
    are what the file may be.

    Raises:
        UserError: when the file is not what it says it is or not of a kind to open, when it may hold macros and
            that was not confirmed, and when there is nothing to open it with.
    """
    whole = path.absolute()
    seen = checked_file(whole, uses)
    if seen.macros and not confirm_macros:
        raise UserError(
            f"'{path.name}' may hold macros, which are programs, so it was not opened.",
            "If you know and trust whoever made it, open it in the window, which asks first, or with `--macros-ok`.",
        )
    if sys.platform == "win32":
        _start_on_windows(whole)
    else:
        _start(_OPENERS.get(sys.platform, _OPENERS["linux"]), whole, path)


def show_in_folder(path: Path) -> None:
    """Show a file's folder in the system's file manager, with the file chosen where the system can do that.

    Raises:
        UserError: when the file is not there, and when there is no file manager.
    """
    whole = path.absolute()
    try:
        whole.lstat()
    except OSError as error:
        raise explain(error, path) from error
    if sys.platform in _REVEALERS:
        _start(_REVEALERS[sys.platform], whole, path)
    else:
        _start(_OPENERS["linux"], whole.parent, path)


def _start(programs: tuple[tuple[str, ...], ...], what: Path, path: Path) -> None:
    found = next((known for known in programs if shutil.which(known[0])), None)
    if found is None:
        raise _nothing_to_open_with(path)
    start_program([str(shutil.which(found[0])), *found[1:], str(what)], path)


def start_program(command: list[str], path: Path) -> None:
    """Start a program by its whole path to open the file `path`, in a group of its own, and do not wait for its end.

    Raises:
        UserError: when it cannot be started, or ends at once and says that it failed.
    """
    import subprocess  # noqa: PLC0415 - 10 ms that the first frame does not need

    _STILL_OPEN[:] = [process for process in _STILL_OPEN if process.poll() is None]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise explain(error, Path(command[0])) from error
    try:
        code = process.wait(START_S)
    except subprocess.TimeoutExpired:
        _STILL_OPEN.append(process)
        return
    # Windows' Explorer gives 1 whatever happened.
    if code and sys.platform != "win32":
        raise _nothing_to_open_with(path)


def _start_on_windows(whole: Path) -> None:
    if sys.platform != "win32":
        return
    try:
        os.startfile(whole)
    except OSError as error:
        if error.winerror == 1155:  # ERROR_NO_ASSOCIATION
            raise _nothing_to_open_with(whole) from error
        raise explain(error, whole) from error


def _nothing_to_open_with(path: Path) -> UserError:
    return UserError(
        f"This computer found no program to open '{path.name}' with.",
        f"Install one (PowerPoint or LibreOffice, or a PDF viewer), or copy the file from '{path.absolute().parent}'.",
    )
