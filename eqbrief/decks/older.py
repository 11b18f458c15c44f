# SPDX-License-Identifier: MIT
"""Decks in PowerPoint's older format: LibreOffice, where it is on this computer, writes them anew, and that is read."""

import shutil
import tempfile
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from eqbrief.decks.renderers import convert_with_libreoffice, find_libreoffice
from eqbrief.files import explain
from eqbrief.files.limited import TooSlow
from eqbrief.model import UserError

SECONDS = 90.0
"""How long one deck may take; most take 2 to 5."""

_BY_HAND = "Save it as a PowerPoint presentation (.pptx) or a PDF, and add that beside it."


class LibreOfficeWanted(UserError):
    """A deck can be read once LibreOffice is on this computer; it is worth trying again then."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Could not read '{name}': it is in PowerPoint's older format, and LibreOffice, which could read it, is "
            "not on this computer.",
            f"Install LibreOffice, or {_BY_HAND[:1].lower()}{_BY_HAND[1:]}",
        )


@contextmanager
def written_anew(deck: Path, stop: Callable[[], bool]) -> Generator[Path]:
    """Give a copy of a deck in today's format for as long as the block lasts.

    Raises:
        LibreOfficeWanted: when there is no LibreOffice.
        UserError: when it cannot be written anew.
        Stopped: when `stop` says so.
    """
    program = find_libreoffice()
    if program is None:
        raise LibreOfficeWanted(deck.name)
    try:
        with tempfile.TemporaryDirectory(prefix="eqbrief-older-", ignore_cleanup_errors=True) as scratch:
            # A plain name in a folder of its own: no lock file beside the deck, and no name can be taken for an option.
            own = Path(shutil.copyfile(deck, Path(scratch) / "deck.ppt"))
            form = "pptx:Impress MS PowerPoint 2007 XML"
            made = convert_with_libreoffice(program, own, Path(scratch), form, stop, SECONDS)
            if not made.is_file():
                raise UserError(f"Could not read '{deck.name}': LibreOffice could not open it.", _BY_HAND)
            yield made
    except TooSlow as error:
        raise UserError(f"Could not read '{deck.name}': LibreOffice took too long.", _BY_HAND) from error
    except OSError as error:
        raise explain(error, deck) from error
