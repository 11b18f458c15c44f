# SPDX-License-Identifier: MIT
"""Make a backup: the database at one moment, each file once by its hash, and the same in a second place."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from eqbrief.files import clear_leftovers, copy_whole, explain, file_sha256, is_leftover
from eqbrief.model import Backup, Progress, UserError, now
from eqbrief.store import Store, backing
from eqbrief.tasks.keeping.manifest import KeptFile, Manifest, write_manifest
from eqbrief.tasks.keeping.place import Found, found_in, own_place, places_of, second_home, shelf, shelve
from eqbrief.tasks.keeping.thinning import thin_out
from eqbrief.tasks.steps import Report, Stop, go_on, quiet

_NOT_OURS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
_OPEN_MARKS = ("~$", ".~lock.")
"""What PowerPoint and LibreOffice lay beside a file while it is open."""


class PartlyBackedUp(UserError):
    """A backup was made (`made`), but not in the second place, or not of every file."""

    def __init__(self, made: Backup, what: str, next_step: str) -> None:
        super().__init__(what, next_step)
        self.made = made


def backup(
    store: Store, *, second_place: Path | None = None, report: Report = quiet, stop: Stop = go_on
) -> Backup | None:
    """Back up the library into its own `backups/` and, where one is named, into a second place; thin out both.

    None when it was stopped; nothing is left of it then. Others can go on writing meanwhile.

    Raises:
        LibraryDamaged: when the library is damaged; earlier backups are left as they are.
        PartlyBackedUp: when the library's own backup was made, but the second place cannot be reached or written, or
            a file could not be read.
        UserError: when it cannot be written.
    """
    place = own_place(store.folder)
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise explain(error, place) from error
    clear_leftovers(place)
    second = None if second_place is None else _second(store.folder, second_place)
    report(Progress(0, 0, "Copying the database"))
    partial = place / f".eqbrief-{uuid4().hex}.part"
    try:
        held = backing.copy_database(store, partial)
        earlier = found_in(place)
        kept = _Gathering(store, place, earlier[0].manifest if earlier else None)
        if not kept.gather(report, stop):
            return None
        made = _finish(place, partial, held, kept, _next_number(store.folder, second_place))
    finally:
        with contextlib.suppress(OSError):  # on a disk that can only be read there is nothing to clear either
            partial.unlink(missing_ok=True)
    thin_out(place)
    if isinstance(second, Path):
        second = _carry_over(made, second, report)
    _say_what_failed(made.backup(ok=True), second, kept.unread)
    return made.backup(ok=True)


def backups(folder: Path, second_place: Path | None = None) -> list[Backup]:
    """List the backups of the library in a folder, newest first; its database need not be there or readable."""
    found = [one for place in places_of(folder, second_place) for one in found_in(place)]
    return [one.backup() for one in sorted(found, key=lambda one: one.rank, reverse=True)]


def newest_good(folder: Path, second_place: Path | None = None) -> Backup | None:
    """Give the newest backup whose database is sound, to be offered when the library is damaged."""
    found = [one for place in places_of(folder, second_place) for one in found_in(place)]
    for one in sorted(found, key=lambda one: one.rank, reverse=True):
        if not backing.trouble_in(one.database):
            return one.backup(ok=True)
    return None


def due(store: Store, second_place: Path | None = None) -> bool:
    """Say whether the daily backup is to be made: none of today yet, here or in a second place that can be reached.

    A newest backup from the future counts as none, since then the clock was wrong.
    """
    places = [own_place(store.folder)]
    if second_place is not None and second_place.is_dir():
        places += places_of(store.folder, second_place)[1:] or [second_place]
    return any(not _made_today(found_in(place)) for place in places)


def files_below(folder: Path) -> Iterator[tuple[str, Path]]:
    """Walk the files that a library keeps, as path within the library and full path, in order.

    Left out are links, half-written files of ours, and what systems and Office programs lay beside others' files.
    """
    for place, folders, names in os.walk(folder / "files", onerror=_unreadable):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            plain = name.casefold()
            if plain in _NOT_OURS or plain.startswith(_OPEN_MARKS) or is_leftover(name) or path.is_symlink():
                continue
            yield path.relative_to(folder).as_posix(), path


def _unreadable(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise explain(error, Path(error.filename)) from error


class _Gathering:
    """The files of one backup, put on the shelves one by one."""

    def __init__(self, store: Store, place: Path, earlier: Manifest | None) -> None:
        self.files: dict[str, KeptFile] = {}
        self.named: dict[str, KeptFile] = {}
        self.unread: list[UserError] = []
        self._store = store
        self._place = place
        self._earlier = earlier.files if earlier else {}

    def gather(self, report: Report, stop: Stop) -> bool:
        """Keep every file; False when stopped. One that cannot be read is remembered, and the rest goes on."""
        found = list(files_below(self._store.folder))
        for number, (name, path) in enumerate(found):
            if stop():
                return False
            report(Progress(number, len(found), f"Backing up {path.name}"))
            self._keep(name, path)
        self._keep_what_is_named()
        return True

    def _keep(self, name: str, path: Path) -> None:
        try:
            state = path.stat()
        except FileNotFoundError:
            return  # removed or moved since it was listed
        known = self._earlier.get(name)
        kept = known or KeptFile("", 0)
        if (kept.size_bytes, kept.modified_ns) != (state.st_size, state.st_mtime_ns) or not self._has(kept):
            try:
                kept = KeptFile(file_sha256(path), state.st_size, state.st_mtime_ns)
            except UserError as error:
                self.unread.append(error)
                if known and self._has(known):
                    self.files[name] = known
                return
            if not shelve(self._place, path, kept.sha256, kept.size_bytes):
                os.utime(shelf(self._place, kept.sha256))  # taken up again, so that nobody clears it away now
        self.files[name] = kept

    def _keep_what_is_named(self) -> None:
        """Hold on to what the database names and the disk no longer has: an earlier backup may be its last copy."""
        for one in backing.kept_files(self._store):
            lies = self.files.get(one.file)
            if one.sha256 is None or (lies is not None and lies.sha256 == one.sha256):
                continue
            copy = shelf(self._place, one.sha256)
            if copy.is_file():
                self.named[one.file] = KeptFile(one.sha256, copy.stat().st_size)

    def _has(self, kept: KeptFile) -> bool:
        copy = shelf(self._place, kept.sha256)
        return bool(kept.sha256) and copy.is_file() and copy.stat().st_size == kept.size_bytes


def _finish(place: Path, partial: Path, held: backing.Contents, kept: _Gathering, number: int) -> Found:
    """Give the copy its name, then write the manifest that vouches for it."""
    moment = now()
    stem = datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H%M")
    taken = {path.stem for path in place.iterdir()}
    name = next(n for count in range(1, 10_000) if (n := stem if count == 1 else f"{stem} ({count})") not in taken)
    manifest = Manifest(
        uid=str(uuid4()),
        number=number,
        made_at=moment,
        version=held.version,
        events=held.events,
        rows=held.rows,
        database=KeptFile(file_sha256(partial), partial.stat().st_size),
        files=kept.files,
        named=kept.named,
    )
    made = Found(place, name, manifest)
    try:
        partial.rename(made.database)
        backing.flush(place)
    except OSError as error:
        raise explain(error, made.database) from error
    write_manifest(made.note, manifest)
    return made


def _next_number(folder: Path, second_place: Path | None) -> int:
    found = (one for place in places_of(folder, second_place) for one in found_in(place))
    return 1 + max((one.manifest.number for one in found if one.manifest), default=0)


def _second(folder: Path, second_place: Path) -> Path | UserError:
    try:
        return second_home(folder, second_place)
    except UserError as error:
        return error


def _carry_over(made: Found, second: Path, report: Report) -> UserError | None:
    """Bring a finished backup into the second place: files, then the database, then the manifest, each whole."""
    assert made.manifest is not None, "it was written a moment ago"
    kept = (*made.manifest.files.values(), *made.manifest.named.values())
    wanted = {one.sha256: one.size_bytes for one in kept}
    there = replace(made, place=second)
    try:
        clear_leftovers(second)
        for number, (sha256, size) in enumerate(sorted(wanted.items())):
            report(Progress(number, len(wanted), "Copying to the second place"))
            shelve(second, shelf(made.place, sha256), sha256, size)
        copy_whole(made.database, there.database)
        write_manifest(there.note, made.manifest)
        thin_out(second)
    except UserError as error:
        return error
    return None


def _say_what_failed(made: Backup, second: Path | UserError | None, unread: list[UserError]) -> None:
    if isinstance(second, UserError):
        raise PartlyBackedUp(made, f"The backup was made in the library only. {second.what}", second.next_step)
    if unread:
        more = f" And {len(unread) - 1} more." if len(unread) > 1 else ""
        what = f"The backup was made, but not of every file. {unread[0].what}{more}"
        raise PartlyBackedUp(made, what, unread[0].next_step)


def _made_today(found: list[Found]) -> bool:
    if not found:
        return False
    moment, today = datetime.fromisoformat(found[0].made_at).astimezone(), datetime.now().astimezone()
    return moment.date() == today.date() and moment <= today
