# SPDX-License-Identifier: MIT
"""Times of schedules: lengths in all their ways of writing, and zones that are known, unknown and not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.schedules.clock import minutes_of, moment, period
from eqbrief.reading.schedules.programme import Period


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        *(("1:30", 90), ("01:30", 90), ("01:30:00", 90), ("1:01:30:00", 1530), ("0:00", 0), ("999:00", 59940)),
        *((odd, 0) for odd in ("soon", "", "99", "-1:30", "1:2:3:4:5", "9999:00", "99:00:00:00")),
    ],
)
def test_lengths(written: str, minutes: int):
    assert minutes_of(written) == minutes


@pytest.mark.parametrize(
    ("start", "end", "zone", "expected"),
    [
        ("2024-05-04T09:00:00+01:00", 30, "", ("2024-05-04T09:00", "2024-05-04T09:30", "UTC+01:00")),
        ("2024-05-04T09:00:00-03:30", 30, "", ("2024-05-04T09:00", "2024-05-04T09:30", "UTC-03:30")),
        ("2024-05-04T08:00:00Z", 30, "Europe/London", ("2024-05-04T09:00", "2024-05-04T09:30", "Europe/London")),
        (
            "2024-05-04T09:00",
            "2024-05-04T10:00",
            "Larkmoor Time",
            ("2024-05-04T09:00", "2024-05-04T10:00", "Larkmoor Time"),
        ),
        ("2024-05-04T09:00:00+01:00", 30, "Larkmoor Time", ("2024-05-04T09:00", "2024-05-04T09:30", "UTC+01:00")),
        # The clocks go forward in this hour.
        ("2024-03-31T00:30:00Z", 60, "Europe/London", ("2024-03-31T00:30", "2024-03-31T02:30", "Europe/London")),
        ("2024-05-04", "2024-05-05", "", ("2024-05-04", "2024-05-05", None)),
        ("2024-05-04", "2024-05-04", "", ("2024-05-04", None, None)),
        ("2024-05-04T09:00", "2024-05-04T08:00", "", ("2024-05-04T09:00", None, None)),
        ("0001-01-01T00:00:00Z", 30, "Pacific/Auckland", (None, None, None)),
        ("soon", 30, "Europe/London", (None, None, None)),
    ],
)
def test_periods(start: str, end: str | int, zone: str, expected: tuple):
    assert period(start, end, zone) == Period(*expected)


@given(st.text(max_size=30), st.integers(-(10**12), 10**12) | st.text(max_size=30), st.text(max_size=20))
def test_anything_is_a_period_or_none(start: str, end: str | int, zone: str):
    found = period(start, end, zone)
    assert found.starts is None or moment(found.starts) is not None
