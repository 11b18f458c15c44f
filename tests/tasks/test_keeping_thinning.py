# SPDX-License-Identifier: MIT
"""Which backups stay: days, weeks and months, and the newest whatever the clock says."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.tasks.keeping.thinning import superfluous


def days_back(*ages: float) -> list[datetime]:
    return [NOON - timedelta(days=back) for back in ages]


NOON = datetime(2024, 6, 15, 12, tzinfo=UTC)


def test_a_year_of_daily_backups_thins_out_to_days_weeks_and_months() -> None:
    made = days_back(*range(400))
    stay = [int((NOON - made[number]).days) for number in sorted(set(range(400)) - superfluous(made, NOON))]
    assert stay[:7] == list(range(7))
    assert 18 <= len(stay) <= 23
    assert sum(7 <= back < 35 for back in stay) >= 3
    assert stay[-1] > 300


def test_every_backup_of_the_last_day_stays_and_one_of_each_older_day() -> None:
    made = days_back(0, 0.1, 0.2, 3, 3.1, 3.2, 4)
    assert superfluous(made, NOON) == {4, 5}


def test_a_long_absence_empties_nothing() -> None:
    assert superfluous(days_back(300, 301, 302, 500), NOON) == set()


@given(st.lists(st.floats(-1000, 3000, allow_nan=False), max_size=120))
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(ages: list[float]) -> None:
    made = days_back(*ages)
    go = superfluous(made, NOON)
    assert not go & {0, 1}
    left = [moment for number, moment in enumerate(made) if number not in go]
    assert superfluous(left, NOON) == set()
    assert len([moment for moment in left if moment <= NOON - timedelta(days=1)]) <= 2 + 7 + 4 + 12
