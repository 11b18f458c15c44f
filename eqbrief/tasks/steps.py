# SPDX-License-Identifier: MIT
"""How a task tells how far it is and is asked to stop: two plain functions, given by whoever runs it."""

from collections.abc import Callable

from eqbrief.model import Progress

Report = Callable[[Progress], None]
Stop = Callable[[], bool]


def quiet(progress: Progress) -> None:
    """Report to nobody."""


def amount(here: int, whole: int) -> str:
    """Say how much of a file is here: ', 1.2 of 2.3 MB'; '' for what is too little to tell."""
    if here < 100_000:
        return ""
    of = f" of {whole / 1e6:.1f}" if whole else ""
    return f", {here / 1e6:.1f}{of} MB"


def go_on() -> bool:
    """Never ask a task to stop."""
    return False
