# SPDX-License-Identifier: MIT
"""The mark of a downloaded file: its text, which is all of it that can be tried everywhere."""

import sys
from pathlib import Path

import pytest

from eqbrief.files.marking import mark_downloaded, mark_of


def test_it_says_the_internet_and_where_without_what_was_asked() -> None:
    mark = mark_of("https://larkmoor.example/a.pptx?key=of+mine")
    assert mark.split("\r\n") == ["[ZoneTransfer]", "ZoneId=3", "HostUrl=https://larkmoor.example/a.pptx", ""]


def test_an_address_adds_no_line_of_its_own() -> None:
    assert len(mark_of("https://larkmoor.example/a\r\nZoneId=0").splitlines()) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="there it writes a second stream")
def test_elsewhere_the_file_and_its_folder_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    mark_downloaded(file, "https://larkmoor.example/a.pdf")
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdf"] and file.read_bytes() == b"%PDF-1.7"
