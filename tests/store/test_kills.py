# SPDX-License-Identifier: MIT
"""What is called saved outlives `kill -9`; the long form is `python -m tests.bench.kill_notes`."""

import sys
from pathlib import Path

import pytest

from tests.bench import kill_notes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")


def test_no_acknowledged_note_is_missing_after_kills(tmp_path: Path) -> None:
    tally = kill_notes.run(tmp_path / "library", 8)
    assert tally.acknowledged > 0
    assert (tally.missing, tally.problems) == ([], [])


def test_acknowledging_before_the_commit_loses_notes(tmp_path: Path) -> None:
    tally = kill_notes.run(tmp_path / "library", 40, early=True, until_lost=True)
    assert tally.missing, "the test above could not fail"
    assert tally.problems == []
