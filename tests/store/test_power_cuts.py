# SPDX-License-Identifier: MIT
"""What is called done outlives a power cut; the long form is `python -m tests.bench.power_cut`."""

import shutil

import pytest

from tests.bench import power_cut

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace to log what is written")


def test_nothing_acknowledged_is_missing_after_cuts() -> None:
    tally = power_cut.run(25, rounds=2)
    assert tally.acknowledged > 0
    assert (tally.missing, tally.problems) == ([], [])


def test_without_waiting_for_the_disk_something_is_lost() -> None:
    tally = power_cut.run(25, rounds=2, carelessly=True)
    assert tally.missing or tally.problems, "the test above could not fail"
