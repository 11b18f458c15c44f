# SPDX-License-Identifier: MIT
"""`python -m tests.check` says which steps failed, shows why, and does not run the tests on top."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.habits import ROOT


def check(folder: Path, source: str, *steps: str) -> tuple[int, str]:
    """Run steps in a checkout that holds one source; give the exit and what was said."""
    tests = folder / "tests"
    tests.mkdir()
    shutil.copy(ROOT / "tests" / "check.py", tests)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (tests / "__init__.py").touch()
    (tests / "test_planted.py").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.check", *steps], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("source", "code", "said"),
    [
        ("x = 1\n", 0, ["format    passed", "lint      passed"]),
        ("x  =  1\n", 1, ["format    FAILED", "lint      passed", "Failed: format."]),
        ("import os\n", 1, ["format    passed", "F401", "lint      FAILED", "Failed: lint."]),
    ],
)
def test_each_step_is_told_in_order(tmp_path: Path, source: str, code: int, said: list[str]) -> None:
    done, output = check(tmp_path, source, "lint", "format")
    assert done == code, output
    places = [output.find(words) for words in said]
    assert places == sorted(places)
    assert -1 not in places


def test_a_failing_step_keeps_the_tests_from_running(tmp_path: Path) -> None:
    code, output = check(tmp_path, "x  =  1\n", "format", "tests")
    assert code == 1
    assert output.splitlines()[-1] == "Failed: format. The tests were not run."


def test_the_exit_and_the_last_line_are_pytests(tmp_path: Path) -> None:
    code, output = check(tmp_path, "def test_a(): assert 0", "tests")
    assert code == 1
    assert output.splitlines()[-1].strip("= ").startswith("1 failed in ")
