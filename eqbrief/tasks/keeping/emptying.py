# SPDX-License-Identifier: MIT
"""Empty the bin of what has lain there long enough, but only once a backup holds its files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from eqbrief.files import explain
from eqbrief.model import Progress, UserError
from eqbrief.store import Store, backing
from eqbrief.tasks.drawing import FOLDER
from eqbrief.tasks.keeping.place import own_place, shelf
from eqbrief.tasks.steps import Report, Stop, go_on, quiet


def purge_bin(store: Store, *, days: int = 30, report: Report = quiet, stop: Stop = go_on) -> int:
    """Remove for good what was deleted more than `days` days ago, events with their files, and notes; give the number.

    An event whose files no backup holds yet waits until one does. Files that the library does not know stay.

    Raises:
        UserError: when the library or its folder cannot be written.
    """
    before = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    numbers = backing.binned_before(store, before)
    removed = 0
    for done, number in enumerate(numbers):
        if stop():
            return removed
        report(Progress(done, len(numbers), "Emptying the bin"))
        removed += _purge(store, number)
    with store.change() as change:
        removed += backing.remove_notes_binned_before(store, change, before)
    return removed


def _purge(store: Store, number: int) -> bool:
    paths: list[Path] = []
    drawn: list[str] = []
    for file, sha256 in backing.files_of_event(store, number):
        try:
            path = store.path(file)
        except UserError:
            continue  # outside the library, so not ours to remove
        if path.is_file():
            if sha256 is None or not shelf(own_place(store.folder), sha256).is_file():
                return False
            paths.append(path)
            drawn += [sha256] if sha256 else []
    with store.change() as change:
        backing.remove_event(store, change, number)
    for path in paths:
        _remove(path)
    for sha256 in drawn:
        (store.folder / FOLDER / f"{sha256}.pdf").unlink(missing_ok=True)
    return True


def _remove(path: Path) -> None:
    """Remove a file, and its folder if nothing else is in it. After a kill in between, `check` names it as stray."""
    try:
        path.unlink(missing_ok=True)
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
    except OSError as error:
        raise explain(error, path) from error
