# SPDX-License-Identifier: MIT
"""Put a backup back, also where the library cannot be opened any more, and rehearse that before it is needed.

The old database is put aside with its write-ahead log, never deleted: beside an old log a good copy is damaged at once.
"""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from eqbrief.files import copy_whole, explain, file_sha256, make_folder
from eqbrief.model import Backup, Problem, Progress, UserError
from eqbrief.store import FILE, Store, backing
from eqbrief.tasks.keeping.aside import Aside, put_back_file
from eqbrief.tasks.keeping.place import Found, adopt_mark, found_in, own_place, places_of, shelf
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_LOGS = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did: the folder with what was put aside, the files put back, and those that no place holds."""

    backup: Backup
    aside: Path | None
    files: tuple[str, ...]
    missing: tuple[Problem, ...]


def restore(
    folder: Path,
    backup: str | Backup,
    *,
    second_place: Path | None = None,
    report: Report = quiet,
    stop: Stop = go_on,
) -> Restored:
    """Make the library in a folder what it was at a backup. It must be closed everywhere; it need not be readable.

    `backup` is one from `backups`, or its id ('2024-02-20 0912'). Decks and pages that are missing or different come
    back byte for byte; what was different, and the database with its log, is kept in `backups/set aside …`. Files
    that the backup does not know stay where they are. The database is replaced last, in one step: after an error or
    when stopped, the old one is still in its place.

    Raises:
        UserError: when there is no such backup, it is damaged or of a newer EqBrief, somebody has the library open,
            it was stopped, or the disk is full.
    """
    found = _choose(folder, backup, second_place)
    fresh = folder / f".eqbrief-{uuid4().hex}.part"
    aside = Aside(folder)
    places = list(dict.fromkeys((found.place, *places_of(folder, second_place))))
    try:
        try:
            for part in (folder, folder / "files", own_place(folder)):
                make_folder(part)
        except OSError as error:
            raise explain(error, folder) from error
        copy_whole(found.database, fresh)
        backing.settle(fresh)
        _must_be_alone(folder)
        files, missing = _files_back(folder, found, places, aside, report, stop)
        report(Progress(0, 0, "Putting the database in its place"))
        _swap(folder, fresh, aside)
    finally:
        for end in ("", *_LOGS):
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)
    adopt_mark(own_place(folder), found.place)
    return Restored(found.backup(ok=True), aside.made, files, missing)


def rehearse(backup: Backup, *, report: Report = quiet, stop: Stop = go_on) -> Backup:
    """Restore a backup into a temporary folder, compare it with its manifest, and remove it; `ok` says how it went.

    None of the library is touched. A kept file that turns out damaged is renamed, so that the next backup keeps it
    anew. `ok` stays None when it was stopped.
    """
    place = Path(backup.place)
    found = next((one for one in found_in(place) if one.id == backup.id), None)
    if found is None or (found.manifest and file_sha256(found.database) != found.manifest.database.sha256):
        return replace(backup, ok=False)
    try:
        with tempfile.TemporaryDirectory(prefix="eqbrief-rehearsal-") as scratch:
            result = restore(Path(scratch, "library"), backup, report=report, stop=stop)
            good = not result.missing and _as_noted(Path(scratch, "library"), found)
    except UserError:
        return replace(backup, ok=None if stop() else False)
    if found.manifest and result.missing:
        _part_with_damaged(place, found.manifest.hashes)
    return replace(backup, ok=good)


def _choose(folder: Path, backup: str | Backup, second_place: Path | None) -> Found:
    """Find the backup meant; of one that lies in both places, the copy that is sound."""
    if isinstance(backup, Backup):
        listed = [one for one in found_in(Path(backup.place)) if one.id == backup.id]
    else:
        every = [one for place in places_of(folder, second_place) for one in found_in(place)]
        listed = [one for one in every if one.id == backup.strip()]
    name = backup.id if isinstance(backup, Backup) else backup
    if not listed:
        raise UserError(f"There is no backup called '{name}'.", "Use `eqbrief backups` to see those that there are.")
    for one in listed:
        if not backing.trouble_in(one.database):
            return one
    raise UserError(
        f"The backup '{name}' is damaged, so nothing was changed.",
        "Choose an earlier one, or one from the second place.",
    )


def _must_be_alone(folder: Path) -> None:
    """Refuse while anybody has the database open: what they write next would go into the file put aside."""
    if (folder / FILE).is_file() and not backing.alone(folder / FILE):
        raise UserError(
            f"The library in '{folder}' is open in another window or command, so nothing was restored.",
            "Close EqBrief everywhere, then restore again.",
        )


def _files_back(
    folder: Path, found: Found, places: list[Path], aside: Aside, report: Report, stop: Stop
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    wanted = found.manifest.wanted if found.manifest else {}
    back: list[str] = []
    missing: list[Problem] = []
    for number, (name, kept) in enumerate(wanted.items()):
        if stop():
            raise UserError("Restoring was stopped; the library is as it was.", "Restore again when it suits you.")
        report(Progress(number, len(wanted), f"Looking at {Path(name).name}"))
        if put_back_file(folder, name, kept.sha256, places, aside.take):
            back.append(name)
        elif not (folder / name).is_file() or file_sha256(folder / name) != kept.sha256:
            missing.append(
                Problem("missing file", f"No backup holds '{name}' any more.", "Attach it once more from elsewhere.")
            )
    return tuple(back), tuple(missing)


def _swap(folder: Path, fresh: Path, aside: Aside) -> None:
    """Put the old database aside with its logs, and the new one in its place; the name is never without a file."""
    current = folder / FILE
    _must_be_alone(folder)  # asked once more, since bringing back the files may have taken a while
    try:
        if current.is_file():
            aside.keep(current)
        elif current.exists():
            aside.take(current)
        for end in _LOGS:
            log = current.with_name(current.name + end)
            if log.exists():
                aside.take(log)
        fresh.replace(current)
        backing.flush(folder)
    except OSError as error:
        raise explain(error, current) from error


def _as_noted(folder: Path, found: Found) -> bool:
    """Say whether a restored library opens, is sound, and holds what the manifest says: every row, every file."""
    rows = backing.contents(folder / FILE).rows
    store = Store.open(folder)
    try:
        if any(backing.troubles(store)):
            return False
    finally:
        store.close()
    if found.manifest is None:
        return True
    return rows == found.manifest.rows and all(
        file_sha256(folder / name) == kept.sha256 and (folder / name).stat().st_size == kept.size_bytes
        for name, kept in found.manifest.wanted.items()
    )


def _part_with_damaged(place: Path, hashes: set[str]) -> None:
    for sha256 in hashes:
        kept = shelf(place, sha256)
        if kept.is_file() and file_sha256(kept) != sha256:
            kept.replace(kept.with_suffix(".damaged"))
