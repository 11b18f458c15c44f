# SPDX-License-Identifier: MIT
"""Tell Windows that a file came from the internet, so that Office opens it in its protected view.

The mark is a second stream of the file; only the text of it can be tried elsewhere. On Windows not yet tried.
"""

import contextlib
import sys
from pathlib import Path

_INTERNET = 3


def mark_of(address: str) -> str:
    """Write the mark for a file from this address: an INI file of one section, in lines that end as Windows' do.

    https://learn.microsoft.com/openspecs/windows_protocols/ms-fscc/6e3f7352-d11c-4d76-8c39-2516a9df36e8
    """
    safe = "".join(letter for letter in address if letter.isprintable()).partition("?")[0]
    return f"[ZoneTransfer]\r\nZoneId={_INTERNET}\r\nHostUrl={safe}\r\n"


def mark_downloaded(path: Path, address: str) -> None:
    """Mark a file as downloaded from this address; elsewhere than on Windows this does nothing."""
    if sys.platform != "win32":
        return
    # A disk of another kind (exFAT, a share) knows no second stream; there no program can mark anything.
    with contextlib.suppress(OSError):
        Path(f"{path}:Zone.Identifier").write_bytes(mark_of(address).encode("utf-8"))
