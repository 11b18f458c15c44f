# SPDX-License-Identifier: MIT
"""The fixtures of `conftest.py` give what they promise."""

from pathlib import Path

from eqbrief.model import Filter
from eqbrief.store import event_ids


def test_library_is_empty_and_open_for_writing(library, tmp_path: Path) -> None:
    told: list[object] = []
    library.listen(told.append)
    with library.change("event"):
        pass
    assert told == [{"event"}]
    assert event_ids(library, Filter()) == []
    assert (tmp_path / "library" / "library.db").is_file()


def test_real_files_are_a_folder_or_the_test_is_left_out(real_files: Path) -> None:
    assert real_files.is_dir()
