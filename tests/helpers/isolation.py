# SPDX-License-Identifier: MIT
"""A world of its own for the tests: a home that is not the person's, one zone, one font, no network."""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

# What every test can count on, wherever it runs. The zone has a summer time, as its users have.
SETTINGS = {
    "EQBRIEF_FONT": "Inter",
    "LANGUAGE": "",
    "LC_ALL": "C.UTF-8",
    "QT_ACCESSIBILITY": "1",
    "QT_FONT_DPI": "96",
    "QT_SCALE_FACTOR": "1",
    "TZ": "Europe/London",
}
HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".run",
}
UNSET = ("EQBRIEF_LIBRARY", "EQBRIEF_SETTINGS", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE")


def make_world(*, onscreen: bool) -> Path:
    """Point the environment at a new, empty home and give its path; the one who asks removes it in the end."""
    home = Path(tempfile.mkdtemp(prefix="eqbrief-tests-"))
    if onscreen:
        # The key to the person's screen lies in their own home.
        os.environ.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
    for name in UNSET:
        os.environ.pop(name, None)
    for name, part in HOMES.items():
        if onscreen and name == "XDG_RUNTIME_DIR":
            continue
        folder = home / part
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    os.environ.update(SETTINGS)
    if not onscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hasattr(time, "tzset"):
        time.tzset()
    return home


def forbid_network() -> None:
    """Let every attempt of Python to reach another machine fail, from now on and for good."""
    sys.addaudithook(_no_network)


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        address = arguments[1]
        # A path is a socket of this machine's own; of addresses only the loopback is.
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1"):
            raise PermissionError(f"A test tried to reach {address[0]}; tests need no network.")
    elif event == "socket.getaddrinfo" and arguments[0] not in (None, "", "localhost", "127.0.0.1", "::1"):
        raise PermissionError(f"A test tried to look up {arguments[0]}; tests need no network.")
