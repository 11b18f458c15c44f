# SPDX-License-Identifier: MIT
"""How a task tells how far it is and is asked to stop: two plain functions, given by whoever runs it."""

from collections.abc import Callable

from eqbrief.model import Progress

Report = Callable[[Progress], None]
Stop = Callable[[], bool]


def quiet(progress: Progress) -> None:
    """Report to nobody."""


def go_on() -> bool:
    """Never ask a task to stop."""
    return False
