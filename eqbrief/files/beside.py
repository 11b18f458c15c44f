# SPDX-License-Identifier: MIT
"""Write a document where one of that name may be open in another program: then it gets a name of its own beside it."""

import errno
from pathlib import Path

from eqbrief.files.names import unique_name
from eqbrief.files.trouble import explain
from eqbrief.files.whole import write_whole
from eqbrief.model import UserError

_IN_USE = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


def put_or_beside(target: Path, data: bytes) -> Path:
    """Write a file, in place of an older one, and give the path that it has.

    Where the older one is open in Word or LibreOffice, or cannot be replaced, it stays as it is, and the new one is
    written beside it: 'Briefing.docx' becomes 'Briefing (2).docx'.

    Raises:
        UserError: when the folder cannot be written either.
    """
    if is_open(target):
        return _beside(target, data)
    try:
        write_whole(target, data, replace=True)
    except UserError as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in _IN_USE and target.is_file():
            try:
                return _beside(target, data)
            except UserError:
                raise error from cause
        raise
    return target


def is_open(target: Path) -> bool:
    """Say whether Word or LibreOffice has a document open, by the file that each leaves beside it meanwhile."""
    # Word leaves out the first two letters of a longer name: https://support.microsoft.com/kb/211632
    name = target.name
    signs = (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")
    return target.is_file() and any((target.parent / sign).exists() for sign in signs)


def _beside(target: Path, data: bytes) -> Path:
    try:
        path = target.with_name(unique_name(target.parent, target.name))
    except OSError as error:
        raise explain(error, target) from error
    write_whole(path, data)
    return path
