# SPDX-License-Identifier: MIT
"""Texts of fields: dates in the ways that people write them, what is refused, and what must be in order."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import UserError, say_date
from eqbrief.tasks.typed import date_of, in_order, one_line, status_of

DATES = [
    ("20 February 2024", "2024-02-20"),
    (" Tuesday 20  February 2024 ", "2024-02-20"),
    ("20/2/2024", "2024-02-20"),
    ("3/4/2024", "2024-04-03"),
    ("20.2.2024", "2024-02-20"),
    ("20 Feb 2024, 9:30am", "2024-02-20T09:30"),
    ("20 February 2024, 14:00", "2024-02-20T14:00"),
    ("February 2024", "2024-02"),
    ("2024", "2024"),
    ("2024-02", "2024-02"),
    ("2024-02-20", "2024-02-20"),
    ("2024-02-20T09:30", "2024-02-20T09:30"),
    ("2024-02-20T09:30+01:00", "2024-02-20T09:30+01:00"),
    ("", None),
    ("  ", None),
]
NONSENSE = [
    "30 February 2024", "2024-02-30", "2024-13", "2024-02-20T25:00", "31/11/2024", "tomorrow", "hello 2024",
    "20 February", "3/4/05", "1/2/3 2024", "10:00 2024", "20240220", "2024-W08-2", "0001-01-01", "9999-12-31",
    "20 February 1024",
    "20 February 2024 10:00 BST", "20 February 2024 10:00 +0300",
    "20 February 2024 to 21 February 2024", "2024 2025", "-", "9" * 400,
]  # fmt: skip


@pytest.mark.parametrize(("typed", "iso"), DATES)
def test_a_date_is_read_at_the_precision_that_was_given(typed: str, iso: str | None) -> None:
    assert date_of("starts_at", typed) == iso


@pytest.mark.parametrize("typed", NONSENSE)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is not a date for starts_at"):
        date_of("starts_at", typed)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_that_eqbrief_writes_is_read_back(day) -> None:
    assert date_of("starts_at", say_date(day.isoformat())) == day.isoformat()
    assert date_of("starts_at", say_date(day.isoformat(), weekday=True)) == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_sentence(typed: str) -> None:
    try:
        iso = date_of("starts_at", typed)
    except UserError:
        return
    assert iso is None or re.match(r"\d{4}", iso)


@pytest.mark.parametrize(
    ("starts", "ends", "fits"),
    [
        ("2024-02-20", None, True),
        (None, "2024-02-20", True),
        ("2024-02-20", "2024-02-20", True),
        ("2024-02", "2024-02-20T10:00", True),
        ("2024-02-20T10:00", "2024-02-20", True),
        ("2024-02-20T10:00", "2024-02-20T09:59", False),
        ("2024-02-20", "2024-02-19", False),
        ("2024-02-20", "2023", False),
        ("2024-02-20T10:00+02:00", "2024-02-20T09:00Z", True),
        ("2024-02-20T10:00Z", "2024-02-20T10:30+02:00", False),
    ],
)
def test_an_event_ends_when_it_has_begun(starts: str | None, ends: str | None, fits: bool) -> None:
    assert in_order(starts, ends) is fits


def test_a_status_is_one_of_two_or_none() -> None:
    assert [status_of(word) for word in ("Cancelled", " postponed ", "", " ")] == ["cancelled", "postponed", None, None]
    with pytest.raises(UserError, match="'moved to May' is not a status"):
        status_of("moved\nto May")


def test_a_line_is_one_line() -> None:
    assert one_line(" Fair \r\n rotas\tfor all\u2028now ") == "Fair rotas for all now"
