# SPDX-License-Identifier: MIT
from datetime import UTC, datetime

from eqbrief.gui.dialogs.words import said_moment


def test_a_moment_is_said_in_local_time():
    local = datetime(2024, 2, 20, 9, 12).astimezone()
    assert said_moment(local.astimezone(UTC).isoformat()) == "20 February 2024, 09:12"
    assert said_moment(local.astimezone(UTC).isoformat().replace("+00:00", "Z")) == "20 February 2024, 09:12"


def test_what_is_no_moment_is_left_as_it_is():
    assert said_moment("long ago") == "long ago"
