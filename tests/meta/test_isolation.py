# SPDX-License-Identifier: MIT
"""The tests' own world: no real home, no network, a fixed zone and platform."""

import os
import socket
import time
from datetime import datetime
from pathlib import Path

import pytest


def test_home_is_not_the_persons(settings_folder: Path) -> None:
    home = Path.home()
    assert home.name.startswith("eqbrief-tests-")
    assert Path(os.environ["EQBRIEF_SETTINGS"]) == settings_folder
    assert not settings_folder.exists()


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_reaching_another_machine_fails(address) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as plug, pytest.raises(PermissionError, match="tests need no network"):
        plug.connect(address)


def test_looking_a_name_up_fails() -> None:
    with pytest.raises(PermissionError, match="look up"):
        socket.getaddrinfo("example.org", 443)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zone for one process")
def test_the_zone_has_summer_time() -> None:
    assert datetime(2024, 7, 1).astimezone().utcoffset() != datetime(2024, 1, 1).astimezone().utcoffset()


def test_qt_draws_unseen_unless_asked(request: pytest.FixtureRequest, qapp) -> None:
    if request.config.getoption("--onscreen"):
        pytest.skip("run with --onscreen")
    assert qapp.platformName() == "offscreen"
