# SPDX-License-Identifier: MIT
"""Put a file back from the backups, and keep what stood in its place: nothing is overwritten, nothing deleted."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from eqbrief.files import copy_whole, explain, file_sha256, safe_join
from eqbrief.store import backing
from eqbrief.tasks.keeping.place import own_place, take_copy

PutAside = Callable[[Path], None]


def put_back_file(folder: Path, name: str, sha256: str, places: list[Path], put_aside: PutAside) -> bool:
    """Put a file back from the backups if it is missing or different; say whether that was done.

    What is there and different goes to `put_aside` first, and only once a good copy is known to exist.
    """
    target = safe_join(folder, name)
    there = os.path.lexists(target)
    if there and target.is_file() and file_sha256(target) == sha256:
        return False
    waiting = target.with_name(f".eqbrief-{uuid4().hex}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise explain(error, target.parent) from error
    try:
        if not take_copy(places, sha256, waiting):
            return False
        if there:
            put_aside(target)
        waiting.replace(target)
        backing.flush(target.parent)
    except OSError as error:
        raise explain(error, target) from error
    finally:
        waiting.unlink(missing_ok=True)
    return True


class Aside:
    """The folder `backups/set aside …`, made when the first thing is put there."""

    def __init__(self, folder: Path) -> None:
        self.made: Path | None = None
        self._folder = folder

    def take(self, path: Path) -> None:
        """Move a file there, under the path that it had in the library."""
        target = self._place_for(path)
        path.rename(target)

    def keep(self, path: Path) -> None:
        """Give the file a second name there, or copy it where the disk knows no second names."""
        target = self._place_for(path)
        try:
            os.link(path, target)
        except OSError:
            copy_whole(path, target)

    def _place_for(self, path: Path) -> Path:
        if self.made is None:
            stem = f"set aside {datetime.now().astimezone():%Y-%m-%d %H%M}"
            names = (stem if count == 1 else f"{stem} ({count})" for count in range(1, 10_000))
            self.made = next(p for name in names if not (p := own_place(self._folder) / name).exists())
        target = self.made / path.relative_to(self._folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        return target
