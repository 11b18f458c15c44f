# SPDX-License-Identifier: MIT
"""Left alone, the program has nothing to do with a network: no socket of that kind, and no code for one loaded."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.habits import ROOT

FILES, TABLES = Path("/proc/self/fd"), ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
# The whole window is visited, every pane and dialog; then it says what is loaded and which sockets are open.
VISIT = """
import sys
from eqbrief.app import main
from tests.app.test_left_alone import internet_sockets
status = main(["--library", sys.argv[1], "--self-test"])
print(status, bool({"eqbrief.fetching.getting", "eqbrief.fetching.saving"} & set(sys.modules)), internet_sockets())
"""


def internet_sockets() -> list[str]:
    """List this process's open sockets of the internet's kind; local pipes between programs are none."""
    own = {str(link.readlink()) for link in FILES.iterdir() if link.is_symlink()}
    lines = [line.split() for table in TABLES for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]]
    return [line[1] for line in lines if f"socket:[{line[9]}]" in own]


pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="this system does not list a process's sockets so")


def test_a_socket_would_be_found() -> None:
    assert internet_sockets() == []
    with socket.create_server(("127.0.0.1", 0)) as found:
        assert [line.split(":")[1] for line in internet_sockets()] == [f"{found.getsockname()[1]:04X}"]


def test_a_visit_to_every_pane_and_dialog_opens_no_socket(sample_template: Path, tmp_path: Path) -> None:
    import shutil

    folder = shutil.copytree(sample_template, tmp_path / "library")
    done = subprocess.run(
        [sys.executable, "-c", VISIT, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "0 False []", done.stderr
