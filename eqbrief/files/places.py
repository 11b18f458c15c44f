# SPDX-License-Identifier: MIT
"""Where a library lies well, and which folders would damage it.

A live database that a sync program copies was bad in 60 of 60 trials; over a network its locks cannot be relied on.
"""

import os
import re
import sys
from pathlib import Path

import platformdirs

# What a folder on the way is called, and whose it is: whole names, in any case. macOS mounts them all under
# ~/Library/CloudStorage as 'OneDrive-Someone' or 'Box-Box'.
_NAMES: tuple[tuple[str, str], ...] = (
    (r"OneDrive(?: ?- ?.+|-.+)?", "OneDrive"),
    (r"SharePoint(?: ?- ?.+|-.+)?", "SharePoint"),
    (r"Dropbox(?: ?\(.+\)|-.+)?", "Dropbox"),
    (r"Google ?Drive(?: ?\(.+\)|-.+)?|GoogleDriveFS", "Google Drive"),
    (r"iCloud ?Drive(?: ?\(.+\))?|com~apple~CloudDocs|Mobile Documents", "iCloud Drive"),
    (r"Nextcloud\d*", "Nextcloud"),
    (r"ownCloud\d*", "ownCloud"),
    (r"Box Sync|Box-.+", "Box"),
    (r"MEGA(?:sync)?", "MEGA"),
    (r"pCloud ?(?:Drive|Sync)", "pCloud"),
    (r"Proton ?Drive(?: ?- ?.+|-.+)?", "Proton Drive"),
    (r"Seafile", "Seafile"),
    (r"SynologyDrive", "Synology Drive"),
)
# What a sync program leaves in the top folder that it keeps, whatever the folder's name.
_MARKS: tuple[tuple[str, str], ...] = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".SynologyWorkingDirectory", "Synology Drive"),
)
# OneDrive tells programs on Windows where it is.
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "afpfs", "9p", "davfs", "fuse.sshfs", "sshfs", "fuse.rclone"}
    | {"fuse.gvfsd-fuse", "fuse.davfs2", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.smbnetfs"}
    | {"fuse.glusterfs", "fuse.curlftpfs", "fuse.s3fs", "ceph", "afs", "coda", "ncpfs", "webdav"}
)
_MOUNTS = Path("/proc/mounts")


def default_library() -> Path:
    """Give the folder of the library to open: what EQBRIEF_LIBRARY names, else one in local application data."""
    named = os.environ.get("EQBRIEF_LIBRARY")
    if named:
        return Path(named)
    # Roaming data is copied at every log-in and log-out.
    return platformdirs.user_data_path("eqbrief", appauthor=False, roaming=False) / "library"


def unsafe_place(folder: Path) -> str | None:
    """Say in a sentence why a folder is a bad place for a live library, naming what is there; None if it is fine.

    The folder need not exist yet. A share is known by its text alone, without asking the network for it.
    """
    # A long local path of Windows begins alike: '\\\\?\\C:\\'.
    if re.match(r"\\\\(?!\?\\[A-Za-z]:)", str(folder)):
        return _network(folder, "on the network")
    real = Path(os.path.realpath(folder))
    owner = _synced(folder) or _synced(real)
    if owner:
        return (
            f"'{folder}' is kept by {owner}, which copies files while they are being written: "
            "the library could be damaged or doubled there."
        )
    if sys.platform == "win32":
        return _network(folder, "on a network drive") if _remote_drive(real) else None
    kind = mount_type(real, _MOUNTS.read_text(errors="replace")) if _MOUNTS.exists() else ""
    return _network(folder, f"on a network or shared disk ({kind})") if kind in _NETWORK_TYPES else None


def mount_type(folder: Path, mounts: str) -> str:
    """Give the file system's type under a folder, from the text of /proc/mounts; '' when no line fits."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Spaces and the like are written as three octal digits.
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
        # Of two on the same folder the later covers the earlier.
        if folder.is_relative_to(point) and len(point) >= best:
            best, kind = len(point), fields[2]
    return kind


def _network(folder: Path, where: str) -> str:
    return f"'{folder}' is {where}, where a database cannot protect itself: the library could be damaged there."


def _synced(folder: Path) -> str:
    for part in folder.parts:
        for pattern, owner in _NAMES:
            if re.fullmatch(pattern, part, re.IGNORECASE):
                return owner
    home = Path.home()
    # Box's folder has too common a name to be known by it anywhere else.
    if folder.is_relative_to(home / "Box"):
        return "Box"
    for variable in _VARIABLES:
        place = os.environ.get(variable)
        if place and folder.is_relative_to(place):
            return "OneDrive"
    for level in (folder, *folder.parents):
        for mark, owner in _MARKS:
            # Dropbox keeps its own settings in a folder of that name in the home folder, which is not synced.
            if level != home and os.path.lexists(level / mark):
                return owner
    return ""


def _remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - only on Windows

    # https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew: 4 is a network drive.
    return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == 4
