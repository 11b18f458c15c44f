# SPDX-License-Identifier: MIT
"""A place where backups lie: `backups/` of the library, or a folder of the same form elsewhere.

library.json            which library it is of, so that two may share a disk
2024-02-20 0912.db      the database at that moment
2024-02-20 0912.json    the manifest: what lay in files/, by hash
files/ab/<sha256>       each file once, whatever it is called
"""

import json
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from eqbrief.files import copy_whole, explain, file_sha256, make_folder, safe_name, unique_name, write_whole
from eqbrief.model import Backup, UserError
from eqbrief.store import backing
from eqbrief.tasks.keeping.manifest import Manifest, read_manifest

BACKUPS = "backups"
_MARK = "library.json"
_NAME = re.compile(r"\d{4}-\d{2}-\d{2} \d{4}(?: \(\d+\))?")


@dataclass(frozen=True, slots=True)
class Found:
    """A backup as it lies in a place. `manifest` is None where it is missing or cannot be read."""

    place: Path
    id: str
    manifest: Manifest | None

    @property
    def database(self) -> Path:
        """The copy of the database."""
        return self.place / f"{self.id}.db"

    @property
    def note(self) -> Path:
        """The manifest's file."""
        return self.place / f"{self.id}.json"

    @property
    def made_at(self) -> str:
        """When it was made, as ISO 8601 in UTC; by the file's own time where there is no manifest."""
        if self.manifest:
            return self.manifest.made_at
        moment = datetime.fromtimestamp(self.database.stat().st_mtime).astimezone()
        return moment.isoformat(timespec="seconds")

    @property
    def rank(self) -> tuple[int, str]:
        """What orders backups from old to new, also when the clock was put back between them."""
        return (self.manifest.number if self.manifest else -1, self.made_at)

    def backup(self, ok: bool | None = None) -> Backup:
        """Say what the lists of backups show. Without a manifest the database itself is asked."""
        known = self.manifest
        size = self.database.stat().st_size
        try:
            events = known.events if known else backing.contents(self.database).events
        except UserError:
            events, ok = 0, False
        files = sum(kept.size_bytes for kept in known.wanted.values()) if known else 0
        uid = known.uid if known else ""
        return Backup(self.id, uid, self.made_at, str(self.place), self.database.name, size + files, events, ok)


def own_place(folder: Path) -> Path:
    """Give the place inside a library's folder."""
    return folder / BACKUPS


def found_in(place: Path) -> list[Found]:
    """List the backups of a place, newest first; none where there is no such folder."""
    try:
        names = [path.stem for path in place.glob("*.db") if _NAME.fullmatch(path.stem)]
        found = [Found(place, name, read_manifest(place / f"{name}.json")) for name in names]
        return sorted(found, key=lambda one: one.rank, reverse=True)
    except OSError as error:
        raise explain(error, place) from error


def places_of(folder: Path, second_place: Path | None) -> list[Path]:
    """List the places where this library's backups may lie: its own, then what fits in the second one.

    A library that has lost its own mark takes every place of the second one, for a person to choose from.
    """
    own = own_place(folder)
    if second_place is None:
        return [own]
    mark = _marked(own)
    if _marked(second_place):
        return [own, second_place]
    try:
        inside = sorted(path for path in second_place.iterdir() if path.is_dir()) if second_place.is_dir() else []
    except OSError as error:
        raise explain(error, second_place) from error
    return [own, *(path for path in inside if (found := _marked(path)) and mark in (None, found))]


def second_home(folder: Path, second_place: Path) -> Path:
    """Give this library's folder within the second place, made and marked if need be.

    Raises:
        UserError: when the second place is not there, lies within the library, or cannot be written.
    """
    inside, library = Path(os.path.realpath(second_place)), Path(os.path.realpath(folder))
    if inside == library or inside.is_relative_to(library):
        raise UserError(
            f"'{second_place}' lies inside the library, so a copy there would be lost with it.",
            "Choose a folder on another disk, or one that is synced.",
        )
    if not second_place.is_dir():
        raise UserError(
            f"The second place for backups, '{second_place}', cannot be reached.",
            "Connect its disk, or choose another folder in the window, under Settings.",
        )
    uid = library_uid(folder)
    if _marked(second_place) == uid:
        return second_place
    try:
        for path in sorted(second_place.iterdir()):
            if path.is_dir() and _marked(path) == uid:
                return path
        home = second_place / unique_name(second_place, safe_name(f"EqBrief backups of {folder.name}"))
        home.mkdir()
    except OSError as error:
        raise explain(error, second_place) from error
    _mark(home, uid)
    return home


def library_uid(folder: Path) -> str:
    """Give the UUID by which a library's backups know it; it is made with the first backup."""
    own = own_place(folder)
    known = _marked(own)
    if known:
        return known
    uid = str(uuid4())
    _mark(own, uid)
    return uid


def adopt_mark(place: Path, other: Path) -> None:
    """Let a place that has no mark take that of another: a library restored elsewhere goes on with its backups."""
    uid = _marked(other)
    if uid and not _marked(place):
        _mark(place, uid)


def shelf(place: Path, sha256: str) -> Path:
    """Give the path of a kept file by its hash."""
    return place / "files" / sha256[:2] / sha256


def shelve(place: Path, source: Path, sha256: str, size_bytes: int) -> bool:
    """Put a file of this hash into a place, unless it is there in full; say whether it had to be copied.

    Copied and never hard-linked: a program that saves in place would change the backup with the deck.

    Raises:
        UserError: when it cannot be read or written, or is not what its hash says.
    """
    target = shelf(place, sha256)
    try:
        if target.is_file() and target.stat().st_size == size_bytes:
            return False
        make_folder(target.parent)
        copied = copy_whole(source, target, replace=True)
        if copied == sha256:
            return True
        target.unlink()
    except OSError as error:
        raise explain(error, target) from error
    raise UserError(
        f"'{source.name}' changed while it was being backed up.", "Wait until it is saved, then back up again."
    )


def take_copy(places: list[Path], sha256: str, target: Path) -> bool:
    """Put a kept file at `target`, in a folder that exists, from the first place that has it intact; else False.

    Raises:
        UserError: when it cannot be written.
    """
    for place in places:
        kept = shelf(place, sha256)
        if not kept.is_file() or file_sha256(kept) != sha256:
            continue
        copy_whole(kept, target)
        return True
    return False


def _marked(place: Path) -> str | None:
    try:
        return str(json.loads((place / _MARK).read_bytes())["library"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _mark(place: Path, uid: str) -> None:
    try:
        make_folder(place)
    except OSError as error:
        raise explain(error, place) from error
    write_whole(place / _MARK, json.dumps({"library": uid}).encode(), replace=True)
