# SPDX-License-Identifier: MIT
"""Files that are whole or absent, whatever is killed, pulled out or full in between.

A temporary name in the same folder, flush, fsync, rename, fsync of the folder: nothing else makes a rename durable.
"""

import contextlib
import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from eqbrief.files.trouble import explain
from eqbrief.model import UserError

CHUNK_BYTES = 1 << 20
STALE_S = 600.0
BESIDE_S = 60.0
"""In somebody's own folder a leftover is seen, so it goes sooner."""
_PREFIX, _SUFFIX = ".eqbrief-", ".part"


def write_whole(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file so that under its name there is only ever all of it, or what was there before.

    The folder must exist. With `replace` an older file gives way; without, it is left alone.

    Raises:
        UserError: when a file of that name is there already (without `replace`), or it cannot be written.
    """

    def fill(out: BinaryIO) -> None:
        out.write(data)

    _put(path, fill, replace=replace)


def copy_whole(source: Path, target: Path, *, replace: bool = False) -> str:
    """Copy a file as `write_whole` writes one, and give the SHA-256 of what was copied, in hexadecimal.

    Raises:
        UserError: when the source is no ordinary file, cannot be read or changes while it is copied; when the
            target is there already (without `replace`) or cannot be written.
    """
    import hashlib  # noqa: PLC0415 - not needed by the first frame

    digest = hashlib.sha256()

    def fill(out: BinaryIO) -> None:
        for chunk in _chunks(source):
            digest.update(chunk)
            out.write(chunk)

    _put(target, fill, replace=replace)
    return digest.hexdigest()


def link_whole(source: Path, target: Path) -> str:
    """Give a whole file of ours a second name on the same disk, and its SHA-256; a copy, where a disk has no links.

    Raises:
        UserError: as `copy_whole` does.
    """
    digest = file_sha256(source)
    try:
        os.link(source, target)
        _sync_folder(target.parent)
    except FileExistsError as error:
        raise explain(error, target) from error
    except OSError:
        return copy_whole(source, target)
    return digest


def make_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, so that a power cut after this takes none of them away.

    Raises:
        OSError: when one cannot be made.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir(exist_ok=True)
        with contextlib.suppress(PermissionError):  # one that may not even be read
            _sync_folder(one.parent)  # what is written into a folder is lost with the folder's own name
    if not folder.is_dir():
        folder.mkdir()


def file_sha256(path: Path) -> str:
    """Give the SHA-256 of a file's content, in hexadecimal.

    Raises:
        UserError: when it is no ordinary file, cannot be read or changes meanwhile.
    """
    import hashlib  # noqa: PLC0415 - not needed by the first frame

    digest = hashlib.sha256()
    for chunk in _chunks(path):
        digest.update(chunk)
    return digest.hexdigest()


def passing_name() -> str:
    """Give a new name for a temporary file of ours: should the program be killed, it is known as a leftover."""
    import secrets  # noqa: PLC0415 - not needed by the first frame

    return f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"


def take_name(passing: Path, path: Path) -> None:
    """Give a whole file that bears a temporary name its own.

    Raises:
        UserError: when a file of that name is there already, or it cannot be given.
    """
    try:
        _name(passing, path, replace=False)
        passing.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise explain(error, path) from error


def is_leftover(name: str) -> bool:
    """Say whether a file's name is that of a temporary file of ours."""
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def clear_leftovers(folder: Path, *, older_than_s: float = STALE_S) -> int:
    """Remove the temporary files that a killed program left in a folder and those below it; give their number.

    Only those untouched for `older_than_s` seconds: a younger one may be another program's, still being written.
    """
    removed = 0
    for place, _, names in os.walk(folder):
        for left in (Path(place, name) for name in names if is_leftover(name)):
            # One that is gone or cannot be removed now is tried again at the next start.
            with contextlib.suppress(OSError):
                if abs(time.time() - left.lstat().st_mtime) >= older_than_s:
                    left.unlink()
                    removed += 1
    return removed


def clear_beside(path: Path, *, older_than_s: float = BESIDE_S) -> int:
    """Remove what a killed program left beside a file or folder that it was writing, and give how many there were.

    Only what lies in the same folder, and was not touched for `older_than_s` seconds: what is being written is.
    """
    removed = 0
    with contextlib.suppress(OSError):
        for left in [one for one in path.parent.iterdir() if is_leftover(one.name)]:
            newest = max(one.lstat().st_mtime for one in (left, *(left.rglob("*") if left.is_dir() else ())))
            if abs(time.time() - newest) < older_than_s:
                continue
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()
            removed += 1
    return removed


def _put(path: Path, fill: Callable[[BinaryIO], None], *, replace: bool) -> None:
    if not replace and os.path.lexists(path):
        raise explain(FileExistsError(errno.EEXIST, "exists"), path)
    partial = path.with_name(passing_name())
    try:
        try:
            with partial.open("xb") as out:
                fill(out)
                out.flush()
                _sync(out.fileno())
            _name(partial, path, replace=replace)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise explain(error, path) from error


def _name(partial: Path, path: Path, *, replace: bool) -> None:
    if replace:
        partial.replace(path)
        return
    if sys.platform == "win32":
        partial.rename(path)  # Refuses a name that is taken; on other systems it would overwrite.
        return
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:
        # exFAT and some FUSE file systems know no hard links; there the name is looked at once more.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "exists") from None
        partial.rename(path)


def _chunks(path: Path) -> Iterator[bytes]:
    try:
        # A pipe or a device would block or never end.
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise UserError(f"'{path.name}' is no ordinary file.", "Choose a file that is kept on a disk.")
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            while chunk := file.read(CHUNK_BYTES):
                yield chunk
            after = os.fstat(file.fileno())
    except OSError as error:
        raise explain(error, path) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UserError(f"'{path.name}' changed while it was being read.", "Wait until it is saved, then try again.")


def _sync(handle: int) -> None:
    if sys.platform == "darwin":
        # There fsync leaves the data in the drive's own memory.
        import fcntl  # noqa: PLC0415 - not on Windows

        try:
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
        except OSError:
            os.fsync(handle)  # Network volumes know no other.
    else:
        os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # A folder cannot be opened there, and NTFS keeps a journal of names.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network and FUSE file systems know no fsync for folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
