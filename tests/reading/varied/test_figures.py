# SPDX-License-Identifier: MIT
"""The figures over drawn pages: a sample of each form by which rules were made, and the third that was held out."""

from tests.reading.varied.cases import Case, closed_cases, open_cases
from tests.reading.varied.scoring import Count, compared, found_in, mean_f1, said_by, score

MEAN, NAMES = 0.97, 0.98


def figures(cases: tuple[Case, ...]) -> tuple[float, dict[str, Count]]:
    total = score((case.says, case.read()) for case in cases)
    return mean_f1(total), total


def test_a_sample_of_the_open_pages():
    mean, total = figures(open_cases()[::2])
    assert mean >= MEAN
    assert total["people.name"].precision >= NAMES
    assert total["kind"].f1 >= 0.98


def test_the_third_held_out():
    mean, total = figures(closed_cases())
    assert mean >= MEAN
    assert total["people.name"].precision >= NAMES
    assert total["people.name"].f1 >= 0.97


def test_the_score_tells_what_is_missed_from_what_is_invented():
    case = next(case for case in open_cases() if case.says["people"] and case.says["kind"] == "event")
    one = case.says["people"][0]
    said = case.says | {"people": [one | {"name": "Nobody Atall"}, *case.says["people"][1:]]}
    missed, invented, right = compared(said_by(said), found_in(case.read(), said))["people.name"]
    assert missed == {"nobody atall"}
    assert invented == {one["name"].casefold()} or len(invented) == 1
    assert right == len(case.says["people"]) - 1


def test_the_mean_pools_fields_of_few_labels():
    total = {"title": Count(right=10), "status": Count(right=1, missed=1), "decks": Count(right=1, invented=2)}
    assert mean_f1(total) == (1 + 2 * 2 / (2 * 2 + 2 + 1)) / 2
