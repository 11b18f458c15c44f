# SPDX-License-Identifier: MIT
"""When something is due: what people write, and what is refused because it may mean several days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import UserError, is_past, say_date
from eqbrief.tasks.due import due_of

TUESDAY = date(2026, 11, 24)

WRITTEN = {
    "": None,
    "today": "2026-11-24",
    "Tomorrow": "2026-11-25",
    "Friday": "2026-11-27",
    "on Monday": "2026-11-30",
    "this thurs": "2026-11-26",
    "Tuesday": "2026-12-01",
    "in 3 days": "2026-11-27",
    "in two weeks": "2026-12-08",
    "in a month": "2026-12-24",
    "in 3 months": "2027-02-24",
    "in a year": "2027-11-24",
    "end of the month": "2026-11-30",
    "the end of March": "2027-03-31",
    "end of February 2028": "2028-02-29",
    "end of the year": "2026-12-31",
    "24 November": "2026-11-24",
    "23 November": "2027-11-23",
    "14 March.": "2027-03-14",
    "14th March": "2027-03-14",
    "March 14": "2027-03-14",
    "14/3": "2027-03-14",
    "14/3/2028": "2028-03-14",
    "14 March 2024": "2024-03-14",
    "2027-03-14": "2027-03-14",
    "29 February": "2028-02-29",
    "November": "2026-11",
    "March": "2027-03",
    "March 2028": "2028-03",
    "2027": "2027",
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_what_people_write_is_understood(typed: str) -> None:
    assert due_of(typed, TUESDAY) == WRITTEN[typed]


@pytest.mark.parametrize(
    "typed",
    [
        *("next Friday", "next week", "end of the week", "soon", "14", "10", "3/4/05", "5pm", "Jan", "31 February"),
        *("in some weeks", "in 2 moons", "3 to 4 May", "end of Tuesday", "by hand", "-", "."),
    ],
)
def test_what_may_mean_several_days_or_none_is_refused(typed: str) -> None:
    if typed == ".":
        assert due_of(typed, TUESDAY) is None
        return
    with pytest.raises(UserError, match="is not a date"):
        due_of(typed, TUESDAY)


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(0, 364))
def test_a_day_without_its_year_is_the_next_one(today: date, ahead: int) -> None:
    meant = today + timedelta(ahead)
    if (meant.month, meant.day) != (2, 29):
        assert due_of(f"{meant.day} {say_date(meant.isoformat()).split()[1]}", today) == meant.isoformat()
    weekday = due_of(say_date(meant.isoformat(), weekday=True).split()[0], today)
    assert weekday is not None
    assert 1 <= (date.fromisoformat(weekday) - today).days <= 7


@given(st.text(max_size=30), st.dates(date(1990, 1, 1), date(2080, 1, 1)))
def test_nothing_typed_is_a_fault(typed: str, today: date) -> None:
    try:
        found = due_of(typed, today)
    except UserError:
        return
    assert found is None or found[:4].isdecimal()


@pytest.mark.parametrize(
    ("due", "today", "past"),
    [
        ("2026-11-24", "2026-11-24", False),
        ("2026-11-23", "2026-11-24", True),
        ("2026-11-24T09:00", "2026-11-24", False),
        ("2026-11", "2026-11-30", False),
        ("2026-11", "2026-12-01", True),
        ("2026", "2026-12-31", False),
        ("2026", "2027-01-01", True),
    ],
)
def test_a_day_month_or_year_is_past_once_it_is_over(due: str, today: str, past: bool) -> None:
    assert is_past(due, today) is past
