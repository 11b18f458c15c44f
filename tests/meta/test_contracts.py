# SPDX-License-Identifier: MIT
"""Imports go downwards only: the contracts in pyproject.toml hold, and a planted import breaks them."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.helpers.habits import ROOT

# A file that is added, what it imports, and the contract that must catch it.
PLANTED = [
    ("model/planted.py", "import eqbrief.store", "Imports go downwards only"),
    ("reading/planted.py", "import eqbrief.matching", "Imports go downwards only"),
    ("tasks/planted.py", "import eqbrief.gui", "Imports go downwards only"),
    ("model/planted.py", "import click", "The model knows the standard library only"),
    ("tasks/planted.py", "import PySide6.QtCore", "Only the window, the app and fetching know Qt"),
    ("tasks/planted.py", "import sqlite3", "Only the store knows SQL"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the copy of the program in a folder."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy what the contracts look at."""
    shutil.copytree(ROOT / "eqbrief", tmp_path / "eqbrief", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold_without_exceptions() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert [one["name"] for one in contracts["contracts"] if one.get("ignore_imports")] == []


@pytest.mark.parametrize(("name", "line", "contract"), PLANTED)
def test_a_planted_import_is_caught(copy: Path, name: str, line: str, contract: str) -> None:
    (copy / "eqbrief" / name).write_text(f"{line}\n", encoding="utf-8")
    done = lint_imports(copy)
    assert done.returncode == 1
    assert f"{contract} BROKEN" in done.stdout


def test_a_layer_that_no_contract_names_is_caught(copy: Path) -> None:
    (copy / "eqbrief" / "planted.py").write_text('"""A layer of nowhere."""\n', encoding="utf-8")
    done = lint_imports(copy)
    assert done.returncode == 1
    assert "eqbrief.planted" in done.stdout
