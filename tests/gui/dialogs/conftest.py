# SPDX-License-Identifier: MIT
"""What the tests of dialogs share: the application dressed, and jobs on the library that end with the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store
from tests.gui.looks import dress

HERE = Path(__file__).parent


def pytest_itemcollected(item: pytest.Item) -> None:
    # What is drawn unseen has no window manager to tell of a new least size; the plugin says so each time.
    if item.path.is_relative_to(HERE):
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))


@pytest.fixture(autouse=True)
def dressed(qapp) -> None:
    dress(qapp)


@pytest.fixture
def jobs(library: Store, qapp) -> Iterator[Jobs]:
    """Give jobs on the empty library."""
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def shown(qtbot) -> Callable[[QDialog], QDialog]:
    """Give a function that shows a dialog and waits until it has the keyboard."""

    def show(dialog: QDialog) -> QDialog:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return show
