# SPDX-License-Identifier: MIT
"""The fixtures of the desk's tests: the jobs of a library, and a desk on it."""

from collections.abc import Iterator

import pytest

from eqbrief.gui.desk import Desk
from eqbrief.gui.jobs import Jobs
from eqbrief.store import Store
from tests.gui.looks import dress


@pytest.fixture
def jobs(qtbot, library: Store) -> Iterator[Jobs]:
    made = Jobs(library)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def desk(qtbot, qapp, library: Store, jobs: Jobs) -> Desk:
    dress(qapp)
    made = Desk(library, jobs)
    qtbot.addWidget(made, before_close_func=lambda one: one.hide())
    made.show()
    made.activateWindow()
    return made
