# SPDX-License-Identifier: MIT
"""The command line as a real process, for what only a process shows: signals, limits, pipes, terminals, other users."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.helpers.habits import ROOT

PROGRAM = """
import sys
from eqbrief.cli import run
from tests.cli.conftest import StandIn
sys.exit(run(sys.argv[1:], StandIn()))
"""


def start(*words: Any, library: Path | None = None, **how: Any) -> subprocess.Popen[bytes]:
    """Start the command line; whoever starts it waits for it."""
    named = [] if library is None else ["--library", str(library)]
    how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **how.pop("env", {})}
    command = [sys.executable, "-c", PROGRAM, *named, *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, **how)


def call(*words: Any, library: Path | None = None, **how: Any) -> tuple[int, str, str]:
    """Run the command line to its end; give its status and what it said."""
    with start(*words, library=library, **how) as process:
        out, err = process.communicate(timeout=60)
    return process.returncode, (out or b"").decode("utf-8"), (err or b"").decode("utf-8")
