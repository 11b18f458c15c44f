# SPDX-License-Identifier: MIT
"""Decks that a renderer has drawn, kept as PDFs in a folder by the SHA-256 of the deck, the oldest let go first."""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from eqbrief.decks.renderers import renderer_for
from eqbrief.files import copy_whole, explain
from eqbrief.files.checking import look
from eqbrief.files.limited import TooSlow
from eqbrief.files.running import Stopped
from eqbrief.model import UserError

MOST_BYTES = 500_000_000
"""How much is kept at most, but for what was drawn last."""

_OTHERWISE = "Read its words in the reading view, or open it in its own program."


def kept(folder: Path, sha256: str) -> Path | None:
    """Give what was drawn of a deck before, and note that it was wanted; None where there is nothing."""
    file = folder / f"{sha256}.pdf"
    if not file.is_file():
        return None
    try:
        os.utime(file)
    except OSError:
        # It is only thought older than it is.
        return file
    return file


def draw_deck(deck: Path, name: str, sha256: str, folder: Path, stop: Callable[[], bool]) -> Path | None:
    """Let the first renderer that is here draw a deck, and keep that in `folder`; None where there is no renderer.

    Raises:
        UserError: when it cannot be drawn, or not kept; `name` is what the sentence calls the deck.
        Stopped: when `stop` says so.
    """
    kind = look(deck).kind
    found = renderer_for(kind)
    if found is None:
        return None
    renderer, program = found
    try:
        with tempfile.TemporaryDirectory(prefix="eqbrief-drawing-", ignore_cleanup_errors=True) as scratch:
            # A plain name in a folder of its own: no lock file beside the deck, and no name can be taken for an option.
            own = Path(shutil.copyfile(deck, Path(scratch) / f"deck.{kind}"))
            made = renderer.make(program, own, Path(scratch), stop)
            if stop():
                raise Stopped
            if not made.is_file() or look(made).kind != "pdf":
                raise UserError(f"{renderer.name} could not draw the slides of '{name}'.", _OTHERWISE)
            folder.mkdir(parents=True, exist_ok=True)
            target = folder / f"{sha256}.pdf"
            copy_whole(made, target, replace=True)
    except TooSlow as error:
        raise UserError(f"{renderer.name} took too long to draw the slides of '{name}'.", _OTHERWISE) from error
    except OSError as error:
        raise explain(error, folder) from error
    thin(folder, keep=target)
    return target


def thin(folder: Path, most: int = MOST_BYTES, keep: Path | None = None) -> None:
    """Let go of what was wanted longest ago, until no more than so many bytes are kept."""
    listed = sorted(((file.stat().st_mtime, file.stat().st_size, file) for file in folder.glob("*.pdf")), reverse=True)
    total = 0
    for _when, size, file in listed:
        total += size
        if total > most and file != keep:
            file.unlink(missing_ok=True)
