# SPDX-License-Identifier: MIT
"""What runs in the child process: read one deck after the other, each within limits, and say what was read as JSON.

Nothing of a foreign deck is inflated, parsed or drawn anywhere else.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eqbrief.decks.opendocument import slides_of_opendocument
from eqbrief.decks.parts import Package, PasswordTrouble, Unreadable
from eqbrief.decks.pdf import slides_of_pdf
from eqbrief.decks.powerpoint import slides_of_powerpoint
from eqbrief.decks.protected import unlocked
from eqbrief.files.checking import look
from eqbrief.files.kinds import KINDS
from eqbrief.files.limited import limit_myself, serve
from eqbrief.model import DeckText, Slide, Unread, UserError, to_json

SECONDS = 15.0
"""How long one deck is read before what is left of it is given up."""
MOST_LETTERS = 20_000_000
"""How much text of one deck is taken; a long book has a million letters."""

_POWERPOINT = frozenset({"pptx", "ppsx", "potx", "pptm"})
_LATER = "Save it as a PowerPoint presentation (.pptx) or a PDF, and add that beside it."
_AGAIN = "Download it or ask for it once more, then try again with the new copy."

_ELSEWHERE = {
    "key": "a Keynote presentation, which only Keynote can read",
}

Slides = Iterator[tuple[Slide | None, list[Unread]]]


class Older(Exception):
    """The file is in PowerPoint's older format."""


def main() -> None:
    """Read decks as they are asked for on standard input, until it ends."""
    serve(answer)


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Read the deck at `file` with `password`; give `deck`, `password` (needed, wrong) or `error` (two sentences)."""
    limit_myself(SECONDS + 5)
    path, password = Path(request["file"]), request.get("password")
    name = request.get("name") or path.name
    try:
        return {"deck": to_json(read(path, password, name))}
    except Older:
        return {"older": True}
    except PasswordTrouble:
        return {"password": "needed" if password is None else "wrong"}
    except UserError as error:
        return {"error": [error.what, error.next_step]}
    except MemoryError:
        return {"error": [f"Could not read '{name}': it needs more memory than a presentation may.", _LATER]}
    except RecursionError:
        return {"error": [f"Could not read '{name}': it is nested more deeply than any presentation.", _AGAIN]}


def read(path: Path, password: str | None = None, name: str = "") -> DeckText:
    """Read a deck in this process.

    Raises:
        PasswordTrouble: when it needs a password that was not given, or another one.
        Older: when it is in PowerPoint's older format, which is not read here.
        UserError: when it is no deck, or nothing of it can be read.
    """
    content = look(path)
    kind, name = content.kind, name or path.name
    try:
        if kind in _POWERPOINT:
            return _of_package(Package(path), slides_of_powerpoint, kind)
        if kind == "protected":
            return _of_package(Package(unlocked(path, password)), slides_of_powerpoint, "pptx")
        if kind == "odp" and not content.protected:
            return _of_package(Package(path), slides_of_opendocument, kind)
        if kind == "ppt" and not content.protected:
            raise Older
        if kind == "pdf":
            return _gather(slides_of_pdf(path, password), kind)
    except Unreadable as trouble:
        raise UserError(f"Could not read '{name}': {trouble}.", _AGAIN) from trouble
    except ValueError as error:
        raise UserError(f"Could not read '{name}': it is damaged or incomplete.", _AGAIN) from error
    raise _not_read(name, kind, protected=content.protected)


def _of_package(package: Package, slides: Any, kind: str) -> DeckText:
    try:
        return _gather(slides(package), kind)
    finally:
        package.close()


def _gather(slides: Slides, kind: str) -> DeckText:
    until = time.monotonic() + SECONDS
    kept: list[Slide] = []
    unread: list[Unread] = []
    letters = 0
    for slide, troubles in slides:
        unread += troubles
        if slide is None:
            break
        kept.append(slide)
        letters += sum(map(len, slide.text.values()))
        reason = "it took too long" if time.monotonic() > until else "there is too much text"
        if time.monotonic() > until or letters > MOST_LETTERS:
            unread.append(Unread(None, f"what follows slide {slide.number} was not read, because {reason}"))
            break
    return DeckText(kind, tuple(kept), tuple(unread))


def _not_read(name: str, kind: str, *, protected: bool) -> UserError:
    """Say why a file is not read, by what it is."""
    if protected:
        return UserError(
            f"Could not read '{name}': it is protected with a password in a way that EqBrief cannot open.",
            "Open it in its own program, save it without the password or as a PDF, and add that.",
        )
    if kind in _ELSEWHERE:
        return UserError(f"Could not read '{name}': it is {_ELSEWHERE[kind]}.", _LATER)
    known = KINDS[kind]
    advice = _AGAIN if known.use == "damaged" else "Choose a presentation: PowerPoint, OpenDocument or PDF."
    return UserError(f"Could not read '{name}': it is {known.words}.", advice)
