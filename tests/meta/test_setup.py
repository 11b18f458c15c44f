# SPDX-License-Identifier: MIT
"""`.ci/setup` on machines that lack something, played by stand-ins for apt, ldd, sudo and Python.

What it does on a machine where all is well is shown by every run of the continuous integration.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.helpers.habits import ROOT

TOOLS = ("sh", "cat", "cksum", "dirname", "env", "id", "mktemp", "rm", "sed", "sort", "tail", "tr")
# Runs `-c`, `-m venv` and `-m pip` without doing any of it; notes what it was asked.
PYTHON = """#!/bin/sh
echo "python $*" >>"$CALLS"
case "$*" in
    *find_spec*) echo /qt ;;
    *ensurepip*) [ -e "$HAVE/venv" ] ;;
    *"print("*) echo 3.11 ;;
    "-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *"pip install"*) [ ! -e "$HAVE/no-network" ] || { echo "no route"; exit 1; } ;;
esac
"""
APT = """#!/bin/sh
echo "apt-get $*" >>"$CALLS"
case "$*" in *install*-venv*) : >"$HAVE/venv" ;; *install*) : >"$HAVE/libraries" ;; esac
"""
LDD = """#!/bin/sh
[ -e "$HAVE/libraries" ] || printf '\\tlibxcb-cursor.so.0 => not found\\n\\tlibEGL.so.1 => not found\\n'
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell's script")


class Machine:
    """A machine with some commands and nothing else; `have` holds what it has been given."""

    def __init__(self, folder: Path, commands: dict[str, str]) -> None:
        self.checkout, self.bin, self.have = folder / "check out", folder / "bin", folder / "have"
        self.calls = folder / "calls"
        for one in (self.checkout / ".ci", self.bin, self.have):
            one.mkdir(parents=True)
        shutil.copy(ROOT / ".ci" / "setup", self.checkout / ".ci")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        for tool in (*TOOLS, "mkdir", "cp"):
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        for name, text in {"uname": "#!/bin/sh\necho Linux\n", **commands}.items():
            (self.bin / name).unlink(missing_ok=True)
            (self.bin / name).write_text(text, encoding="utf-8")
            (self.bin / name).chmod(0o755)

    def give(self, *names: str) -> None:
        """Put something onto the machine, by the name that the stand-ins look for."""
        for name in names:
            (self.have / name).touch()

    def set_up(self, *arguments: str) -> tuple[int, str, list[str]]:
        """Run the script; give its exit, all it said, and what it asked the stand-ins to do that counts."""
        self.calls.write_text("")
        done = subprocess.run(
            ["sh", ".ci/setup", *arguments],
            cwd=self.checkout,
            env={"PATH": str(self.bin), "CALLS": str(self.calls), "HAVE": str(self.have), "PYTHON": ""},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        wanted = ("install", "-m venv", "update")
        return (
            done.returncode,
            done.stdout,
            [one for one in self.calls.read_text().splitlines() if any(w in one for w in wanted)],
        )


ROOT_USER = {"id": "#!/bin/sh\necho 0\n"}
USER = {"id": "#!/bin/sh\necho 1000\n", "sudo": "#!/bin/sh\nexit 1\n"}
FULL = {"python3": PYTHON, "apt-get": APT, "ldd": LDD}


def test_a_bare_machine_gets_all_of_it_once(tmp_path: Path) -> None:
    machine = Machine(tmp_path, {**FULL, **ROOT_USER})
    code, said, calls = machine.set_up("dev")
    assert code == 0, said
    assert [call.split(" --")[0].split(" -y")[0] for call in calls] == [
        "apt-get -q update",
        "apt-get -q",
        "python -m venv .venv",
        "python -m pip install",
        "apt-get -q update",
        "apt-get -q",
    ]
    assert calls[1].endswith(" python3.11-venv")
    assert calls[3].endswith(" --editable .[dev]")
    assert {"libegl1", "libxcb-cursor0", "libxkbcommon-x11-0"} <= set(calls[5].split())
    for again in ((), ("dev",)):
        assert machine.set_up(*again) == (0, "", [])


def test_without_dev_the_tools_stay_away_until_asked_for(tmp_path: Path) -> None:
    machine = Machine(tmp_path, {**FULL, **ROOT_USER})
    machine.give("venv", "libraries")
    assert [call.split()[-1] for call in machine.set_up()[2]] == [".venv", "."]
    assert [call.split()[-1] for call in machine.set_up("dev")[2]] == [".[dev]"]


@pytest.mark.parametrize(
    ("commands", "given", "said"),
    [
        ({**FULL, **USER}, ("venv",), "Run this, then try again: sudo apt-get install libegl1 "),
        ({"python3": PYTHON, "ldd": LDD, **USER}, ("venv",), "this system has no apt"),
        ({**FULL, **ROOT_USER}, ("venv", "libraries", "no-network"), "it needs a network"),
        ({**ROOT_USER, "python3": "#!/bin/sh\nexit 1\n"}, (), "Install what your system calls these"),
        ({**ROOT_USER, "apt-get": "#!/bin/sh\necho gone; exit 100\n"}, (), "without a network, install these by hand"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_next_step(tmp_path: Path, commands, given, said: str) -> None:
    machine = Machine(tmp_path, commands)
    machine.give(*given)
    code, output, _ = machine.set_up()
    assert code == 1
    assert "EqBrief could not be set up: " in output
    assert said in output


def test_a_broken_environment_is_made_anew(tmp_path: Path) -> None:
    machine = Machine(tmp_path, {**FULL, **ROOT_USER})
    machine.give("venv", "libraries")
    assert machine.set_up()[0] == 0
    (machine.checkout / ".venv" / "bin" / "python").unlink()
    code, _, calls = machine.set_up()
    assert code == 0
    assert [call for call in calls if "venv" in call] == ["python -m venv .venv"]


def test_an_unknown_argument_is_wrong_usage(tmp_path: Path) -> None:
    assert Machine(tmp_path, ROOT_USER).set_up("test")[:2] == (2, "Usage: sh .ci/setup [dev]\n")
