# SPDX-License-Identifier: MIT
"""The figures over the written pages by which rules were made; the third held out has a test of its own."""

from tests.reading.varied.calibration import graded, shares
from tests.reading.varied.scoring import mean_f1, score
from tests.reading.written.pages import is_held_out, written_cases

OPEN = tuple(case for case in written_cases() if not is_held_out(case))
CLOSED = tuple(case for case in written_cases() if is_held_out(case))


def test_the_open_pages():
    total = score((case.says, case.read()) for case in OPEN)
    assert mean_f1(total) >= 0.96
    assert total["people.name"].precision >= 0.97


def test_the_pages_held_out():
    total = score((case.says, case.read()) for case in CLOSED)
    assert mean_f1(total) >= 0.93
    assert total["people.name"].precision >= 0.97


def test_what_is_said_with_confidence_is_right():
    (right, every), _ = shares([one for case in OPEN for one in graded(case.says, case.read())])
    assert right >= 0.95 * every


def test_a_third_is_held_out():
    assert 0.2 < sum(map(is_held_out, written_cases())) / len(written_cases()) < 0.45
