# SPDX-License-Identifier: MIT
"""Texts of fields: dates in the ways that people write them, what is refused, and what must be in order."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import UserError, say_date, say_period
from eqbrief.tasks.typed import date_of, in_order, one_line, period_of, size_of, status_of

DATES = [
    ("20 February 2024", "2024-02-20"),
    (" Tuesday 20  February 2024 ", "2024-02-20"),
    ("20/2/2024", "2024-02-20"),
    ("  20   Feb 2024 ", "2024-02-20"),
    ("20th February 2024", "2024-02-20"),
    ("20 February 2024 9.30am", "2024-02-20T09:30"),
    ("20 February 2024 2pm", "2024-02-20T14:00"),
    ("2024-02-10T09:30:00+01:00", "2024-02-10T09:30:00+01:00"),
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
    "soon", "Tuesday", "14 Mai 2024x", "20", "1e999", "٣٤",
]  # fmt: skip

PERIODS = [
    ("8 May 2024", ("2024-05-08", None)),
    ("3 to 4 May 2024", ("2024-05-03", "2024-05-04")),
    ("30 April – 2 May 2024", ("2024-04-30", "2024-05-02")),
    ("3 May 2024 to 4 May 2024", ("2024-05-03", "2024-05-04")),
    ("20 February 2024, 09:30 to 11:00", ("2024-02-20T09:30", "2024-02-20T11:00")),
    ("20 February 2024, 9.30am – 2pm", ("2024-02-20T09:30", "2024-02-20T14:00")),
    ("20 February 2024, 09:30–11:00", ("2024-02-20T09:30", "2024-02-20T11:00")),
    ("2024-02-20 to 2024-02-21", ("2024-02-20", "2024-02-21")),
    ("09:30 to 10:15", ("T09:30", "T10:15")),
    ("09:30", ("T09:30", None)),
    ("", (None, None)),
]


@pytest.mark.parametrize(("typed", "iso"), DATES)
def test_a_date_is_read_at_the_precision_that_was_given(typed: str, iso: str | None) -> None:
    assert date_of(typed, "starts_at") == iso


@pytest.mark.parametrize("typed", NONSENSE)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is not a date for starts_at"):
        date_of(typed, "starts_at")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_that_eqbrief_writes_is_read_back(day) -> None:
    assert date_of(say_date(day.isoformat())) == day.isoformat()
    assert date_of(say_date(day.isoformat(), weekday=True)) == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_sentence(typed: str) -> None:
    try:
        iso = date_of(typed, "starts_at")
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


@pytest.mark.parametrize(("typed", "period"), PERIODS)
def test_periods(typed: str, period: tuple[str | None, str | None]) -> None:
    assert period_of(typed) == period


def test_a_date_that_wants_its_year_says_so() -> None:
    with pytest.raises(UserError) as refused:
        date_of("20 February")
    assert refused.value.what == "“20 February” has no year."
    assert "20 February 2024" in refused.value.next_step
    with pytest.raises(UserError, match="“soon” is not a date"):
        date_of("soon")


def test_an_end_before_its_beginning_is_refused() -> None:
    with pytest.raises(UserError, match="ends before it begins"):
        period_of("4 May 2024 to 3 May 2024")
    with pytest.raises(UserError, match="ends before it begins"):
        period_of("20 February 2024, 11:00 to 09:30")


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(1, 600))
def test_a_period_comes_back_as_it_was_said(begins: datetime, minutes: int) -> None:
    begins = begins.replace(second=0, microsecond=0)
    ends = begins.replace(hour=23, minute=59)
    first, last = (moment.isoformat(timespec="minutes") for moment in (begins, ends))
    assert period_of(say_period(first, last, weekday=minutes % 2 == 0)) == (first, last if first != last else None)


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it(typed: str) -> None:
    for parse in (date_of, period_of, size_of):
        try:
            parse(typed)
        except UserError as refused:
            assert refused.next_step


@pytest.mark.parametrize(
    ("typed", "size"),
    [("2.3 MB", 2_300_000), ("480kb", 480_000), ("4,1 MB", 4_100_000), ("1 GB", 10**9), ("12 bytes", 12), ("", None)],
)
def test_sizes_are_decimal(typed: str, size: int | None) -> None:
    assert size_of(typed) == size


@pytest.mark.parametrize("typed", ["big", "2.3", "2.3.4 MB", "MB"])
def test_what_is_no_size_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is not a size"):
        size_of(typed)
