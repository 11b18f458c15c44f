# SPDX-License-Identifier: MIT
"""What the operating system's errors mean to a person: which folder, what is wrong, what to do.

The system's own words differ by language and platform, so the error's number decides, never its text.
"""

import errno
import os
from pathlib import Path

from eqbrief.model import UserError

# {name} is the file's or folder's own name, {folder} the folder that it lies in.
_FULL = (
    "The disk that holds '{folder}' is full, so '{name}' could not be saved.",
    "Free some space on it, then try again; nothing that was saved before has changed.",
)
_QUOTA = (
    "Your allowance on the disk that holds '{folder}' is used up, so '{name}' could not be saved.",
    "Delete files that you no longer need, or ask your IT team for more space, then try again.",
)
_READ_ONLY = (
    "'{folder}' can only be read, so '{name}' could not be changed.",
    "Choose a folder that you may write to, or make this disk writable, then try again.",
)
_REFUSED = (
    "You are not allowed to use '{name}' in '{folder}'.",
    "Check the permissions of the file and its folder, or choose another folder.",
)
_TOO_LONG = (
    "The name '{name}' in '{folder}' is too long for this disk.",
    "Give it a shorter name, or keep it in a folder nearer to the top of the disk.",
)
_BAD_NAME = (
    "This disk does not take the name '{name}' in '{folder}'.",
    "Give it a name of plain letters, digits and spaces, then try again.",
)
_ABSENT = (
    "'{name}' was not found in '{folder}'.",
    "Check whether it was moved, renamed or deleted, and that its disk is connected.",
)
_NO_FOLDER = (
    "There is no folder '{folder}', so '{name}' could not be read or saved there.",
    "Make the folder first, or choose another one; check that its disk is connected.",
)
_FOLDER = ("'{name}' in '{folder}' is a folder, not a file.", "Choose a file inside it.")
_FILE = ("'{name}' in '{folder}' is a file, not a folder.", "Choose a folder.")
_EXISTS = (
    "There is already a '{name}' in '{folder}', and it was left as it is.",
    "Choose another name, or move the older file away first.",
)
_LOCKED = (
    "'{name}' in '{folder}' is in use by another program.",
    "Close it there (PowerPoint, a preview, a sync program), then try again.",
)
_NOT_EMPTY = ("The folder '{name}' in '{folder}' is not empty.", "Choose an empty folder, or a new one.")
_TOO_BIG = ("'{name}' is too big for the disk that holds '{folder}'.", "Use another disk, then try again.")
_TOO_MANY = (
    "Too many files are open, so '{name}' in '{folder}' could not be opened.",
    "Close some windows and programs, then try again.",
)
_DISK = (
    "The disk that holds '{folder}' did not answer properly, so '{name}' could not be read or saved.",
    "Check that the disk is connected and sound, then try again.",
)
_NETWORK = (
    "The network folder '{folder}' cannot be reached, so '{name}' could not be read or saved.",
    "Connect to the network, or work with a folder on this computer.",
)
_LOOP = ("'{name}' in '{folder}' is a link that leads nowhere.", "Choose the file itself.")
_OTHER = (
    "'{name}' in '{folder}' could not be read or saved (the system's error {code}).",
    "Try again; if it happens again, try a copy of the file in another folder.",
)

_BY_NAME = {
    "ENOSPC": _FULL,
    "EDQUOT": _QUOTA,
    "EROFS": _READ_ONLY,
    "EACCES": _REFUSED,
    "EPERM": _REFUSED,
    "ENAMETOOLONG": _TOO_LONG,
    "EINVAL": _BAD_NAME,
    "EILSEQ": _BAD_NAME,
    "ENOENT": _ABSENT,
    "EISDIR": _FOLDER,
    "ENOTDIR": _FILE,
    "EEXIST": _EXISTS,
    "ENOTEMPTY": _NOT_EMPTY,
    "EBUSY": _LOCKED,
    "ETXTBSY": _LOCKED,
    "EDEADLK": _LOCKED,
    "EFBIG": _TOO_BIG,
    "EMFILE": _TOO_MANY,
    "ENFILE": _TOO_MANY,
    "EIO": _DISK,
    "ENXIO": _DISK,
    "ENODEV": _DISK,
    "ESTALE": _NETWORK,
    "ENOTCONN": _NETWORK,
    "EHOSTDOWN": _NETWORK,
    "EHOSTUNREACH": _NETWORK,
    "ENETUNREACH": _NETWORK,
    "ETIMEDOUT": _NETWORK,
    "ELOOP": _LOOP,
}
# By name, because not every system has every number.
_BY_ERRNO = {getattr(errno, name): words for name, words in _BY_NAME.items() if hasattr(errno, name)}
# https://learn.microsoft.com/windows/win32/debug/system-error-codes; these say more than the errno made of them,
# which for a locked file is that of a missing permission.
_BY_WINERROR = {
    2: _ABSENT,
    3: _ABSENT,
    4: _TOO_MANY,
    5: _REFUSED,
    15: _ABSENT,
    19: _READ_ONLY,
    21: _DISK,
    23: _DISK,
    32: _LOCKED,
    33: _LOCKED,
    39: _FULL,
    53: _NETWORK,
    59: _NETWORK,
    64: _NETWORK,
    67: _NETWORK,
    80: _EXISTS,
    110: _ABSENT,
    112: _FULL,
    123: _BAD_NAME,
    145: _NOT_EMPTY,
    183: _EXISTS,
    206: _TOO_LONG,
    223: _TOO_BIG,
    1117: _DISK,
    1231: _NETWORK,
    1295: _QUOTA,
    1816: _QUOTA,
}


def explain(error: OSError, path: Path) -> UserError:
    """Turn an error of the operating system into a sentence and a next step that name the folder.

    `path` is what was being read or written. The error is to be kept as the cause:
    `raise explain(error, path) from error`.
    """
    windows: int | None = getattr(error, "winerror", None)
    words = _BY_WINERROR.get(windows or -1) or _BY_ERRNO.get(error.errno or -1) or _OTHER
    whole = path.absolute()
    if words is _ABSENT and not os.path.lexists(whole.parent):
        words = _NO_FOLDER
    facts = {"name": whole.name or str(whole), "folder": str(whole.parent), "code": windows or error.errno or "?"}
    what, next_step = (sentence.format(**facts) for sentence in words)
    return UserError(what, next_step)
