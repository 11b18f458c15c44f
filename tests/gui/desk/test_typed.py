# SPDX-License-Identifier: MIT
"""What people type is understood as they mean it, comes back as it was said, or is refused with a sentence."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.desk.typed import parse_date, parse_period, parse_size
from eqbrief.model import UserError, say_date, say_period

DATES = [
    ("20 February 2024", "2024-02-20"),
    ("Tuesday 20 February 2024", "2024-02-20"),
    ("  20   Feb 2024 ", "2024-02-20"),
    ("20/2/2024", "2024-02-20"),
    ("5/6/2024", "2024-06-05"),
    ("20th February 2024", "2024-02-20"),
    ("2024-02-10", "2024-02-10"),
    ("2024-02-10T09:30", "2024-02-10T09:30"),
    ("2024-02-10T09:30:00+01:00", "2024-02-10T09:30:00+01:00"),
    ("20 February 2024, 09:30", "2024-02-20T09:30"),
    ("20 February 2024 9.30am", "2024-02-20T09:30"),
    ("20 February 2024 2pm", "2024-02-20T14:00"),
    ("February 2024", "2024-02"),
    ("2024", "2024"),
    ("2024-02", "2024-02"),
    ("", None),
    ("   ", None),
]
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
REFUSED = ["soon", "20 February", "Tuesday", "30 February 2024", "2024-13-01", "14 Mai 2024x", "20", "1e999", "٣٤"]


@pytest.mark.parametrize(("typed", "iso"), DATES)
def test_dates(typed: str, iso: str | None) -> None:
    assert parse_date(typed) == iso


@pytest.mark.parametrize(("typed", "period"), PERIODS)
def test_periods(typed: str, period: tuple[str | None, str | None]) -> None:
    assert parse_period(typed) == period


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_date_is_refused_with_a_next_step(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_date(typed)
    assert f"“{typed}”" in refused.value.what
    assert "20 February 2024" in refused.value.next_step


def test_an_end_before_its_beginning_is_refused() -> None:
    with pytest.raises(UserError, match="ends before it begins"):
        parse_period("4 May 2024 to 3 May 2024")
    with pytest.raises(UserError, match="ends before it begins"):
        parse_period("20 February 2024, 11:00 to 09:30")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.booleans())
def test_a_day_comes_back_as_it_was_said(day: date, weekday: bool) -> None:
    assert parse_date(say_date(day.isoformat(), weekday=weekday)) == day.isoformat()


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.integers(1, 600))
def test_a_period_comes_back_as_it_was_said(begins: datetime, minutes: int) -> None:
    begins = begins.replace(second=0, microsecond=0)
    ends = begins.replace(hour=23, minute=59)
    first, last = (moment.isoformat(timespec="minutes") for moment in (begins, ends))
    assert parse_period(say_period(first, last, weekday=minutes % 2 == 0)) == (first, last if first != last else None)


@given(st.text(max_size=30))
def test_nothing_typed_breaks_it(typed: str) -> None:
    for parse in (parse_date, parse_period, parse_size):
        try:
            parse(typed)
        except UserError as refused:
            assert refused.next_step


@pytest.mark.parametrize(
    ("typed", "size"),
    [("2.3 MB", 2_300_000), ("480kb", 480_000), ("4,1 MB", 4_100_000), ("1 GB", 10**9), ("12 bytes", 12), ("", None)],
)
def test_sizes_are_decimal(typed: str, size: int | None) -> None:
    assert parse_size(typed) == size


@pytest.mark.parametrize("typed", ["big", "2.3", "2.3.4 MB", "MB"])
def test_what_is_no_size_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is not a size"):
        parse_size(typed)
