# SPDX-License-Identifier: MIT
"""What every command is given: which library is meant, who can open the window, and how to open and make a library.

Nothing heavy is imported here, because every start of the program passes by, also those that only ask the version.
"""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from eqbrief.store import Store

DONE, FAILED, STOPPED = 0, 1, 130
"""The exit statuses; 2, wrong usage, is click's."""


class Opener(Protocol):
    """The three things that need the window, each giving the program's exit status; and what fetching needs."""

    def window(self, folder: Path | None) -> int:
        """Open the window on a library, or on the one that was open last when none was named."""
        ...

    def demo(self) -> int:
        """Open the window on a fresh copy of the sample library."""
        ...

    def self_test(self, folder: Path | None, json: bool) -> int:
        """Open the real window, visit every pane and dialog, and print what was found, as JSON if asked."""
        ...

    def network(self) -> None:
        """Make ready what a fetch needs, for as long as the program runs; without it nothing of a network is there."""
        ...


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line. `library` is the folder that was named, None for the usual one."""

    library: Path | None
    opener: Opener

    @property
    def folder(self) -> Path:
        """The library's folder."""
        from eqbrief.files import default_library  # noqa: PLC0415 - the version and the help need no files

        return (self.library or default_library()).absolute()

    def warn_of_place(self) -> None:
        """Say so when a library is about to be made where it could be damaged."""
        from eqbrief.cli.printing import complain  # noqa: PLC0415 - as above
        from eqbrief.files import unsafe_place  # noqa: PLC0415 - as above

        reason = None if self.folder.exists() else unsafe_place(self.folder)
        if reason:
            complain(f"{reason} Name a folder on this computer's own disk with --library; backups may lie there.")

    @contextmanager
    def opened(self) -> Generator["Store"]:
        """Open the library for as long as the command lasts.

        Raises:
            UserError: when the folder is no library, or cannot be read.
        """
        from eqbrief.store import Store  # noqa: PLC0415 - as above

        store = Store.open(self.folder)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def made(self) -> Generator["Store"]:
        """Open the library, making it first where there is none.

        Raises:
            UserError: when the folder cannot be written.
        """
        from eqbrief.store import Store  # noqa: PLC0415 - as above

        store = Store.create(self.folder)
        try:
            yield store
        finally:
            store.close()
