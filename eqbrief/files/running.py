# SPDX-License-Identifier: MIT
"""Run another program without a window, within limits, and end it whole when it is late or no longer wanted."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from eqbrief.files.limited import TooSlow, kill_whole

MEMORY_LIMIT = 4 << 30
"""The most memory in bytes that each of its processes may map; LibreOffice maps one and a half before it begins."""
FILE_LIMIT = 1 << 30
"""The longest file in bytes that it may write."""

_LOOK_EVERY = 0.05
# The limits are set by a process that then becomes the program: between a fork and its exec nothing of ours may run
# in a program of several threads.
_LIMITS = """
import os, resource, sys
seconds, memory, longest = (int(one) for one in sys.argv[1:4])
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest))
if sys.platform == "linux":
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
os.execv(sys.argv[4], sys.argv[4:])
"""


class Stopped(Exception):
    """The program was ended because it is no longer wanted."""


def run_limited(
    command: Sequence[str],
    *,
    seconds: float,
    folder: Path,
    variables: Mapping[str, str] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Run a program in `folder` until it ends, and give its exit code; `command` begins with its whole path.

    Raises:
        TooSlow: when it has not ended after so many seconds.
        Stopped: when `stop` says so.
        OSError: when it cannot be started.
    """
    process = subprocess.Popen(
        _limited(command, seconds),
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    until = time.monotonic() + seconds
    try:
        while True:
            try:
                return process.wait(_LOOK_EVERY)
            except subprocess.TimeoutExpired:
                if stop():
                    raise Stopped from None
                if time.monotonic() > until:
                    raise TooSlow from None
    finally:
        # Also what it started and left behind.
        kill_whole(process)
        process.wait()


def _limited(command: Sequence[str], seconds: float) -> list[str]:
    if sys.platform == "win32":
        return list(command)
    limits = (str(int(seconds) + 1), str(MEMORY_LIMIT), str(FILE_LIMIT))
    return [sys.executable, "-I", "-c", _LIMITS, *limits, *command]
