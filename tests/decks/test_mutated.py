# SPDX-License-Identifier: MIT
"""A few decks damaged at random; tests/bench/mutating.py does the same hundreds of times."""

from pathlib import Path

import pytest

from tests.bench.mutating import bytes_changed, decks, parts_changed, run


@pytest.mark.parametrize(
    ("kind", "mutate"), [("pptx", parts_changed), ("pptx", bytes_changed), ("small.pdf", bytes_changed)]
)
def test_a_damaged_deck_is_read_or_refused_and_the_next_one_works(tmp_path: Path, kind: str, mutate) -> None:
    outcome = run(15, decks()[kind][0], kind, mutate, tmp_path)
    assert outcome.faults == [] and outcome.slowest_s < 25
    assert sum(outcome.ends.values()) == 15
