# SPDX-License-Identifier: MIT
"""The check around every test finds what a test leaves behind: each kind is planted once."""

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.helpers.leaks import left_behind, running


def test_a_clean_test_leaves_nothing(tmp_path: Path) -> None:
    before = running(tmp_path)
    (tmp_path / "a.txt").write_text("written and closed")
    assert left_behind(before, tmp_path) == []


@pytest.mark.parametrize("daemon", [False, True])
def test_a_thread_is_found(tmp_path: Path, daemon: bool) -> None:
    before, enough = running(tmp_path), threading.Event()
    thread = threading.Thread(target=enough.wait, name="forgotten", daemon=daemon)
    thread.start()
    try:
        assert left_behind(before, tmp_path) == ["a thread still runs: forgotten"]
    finally:
        enough.set()
        thread.join()
    assert left_behind(before, tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not tell which files are open")
def test_an_open_database_is_found(tmp_path: Path) -> None:
    before = running(tmp_path)
    connection = sqlite3.connect(tmp_path / "library.db")
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY)")
    assert left_behind(before, tmp_path) == [f"a file is still open: {tmp_path / 'library.db'}"]
    connection.close()
    assert left_behind(before, tmp_path) == []


def test_a_timer_and_a_window_are_found(tmp_path: Path, qapp) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    before = running(tmp_path)
    timer, idle, window = QTimer(objectName="ticking"), QTimer(), QWidget(objectName="left open")
    timer.start(60_000)
    assert sorted(left_behind(before, tmp_path)) == [
        "Qt still holds: QTimer 'ticking'",
        "Qt still holds: QWidget 'left open'",
    ]
    timer.stop()
    window.deleteLater()
    assert left_behind(before, tmp_path) == []
    assert not idle.isActive()


def test_a_qt_thread_is_found(tmp_path: Path, qapp) -> None:
    from PySide6.QtCore import QThread

    before = running(tmp_path)
    thread = QThread(objectName="lane")
    thread.start()
    assert left_behind(before, tmp_path) == ["Qt still holds: QThread 'lane'"]
    thread.quit()
    assert thread.wait(5_000)
    assert left_behind(before, tmp_path) == []
