# SPDX-License-Identifier: MIT
"""Have pages of PDFs drawn by the child process, and turn whatever becomes of it into a picture or a sentence."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eqbrief.decks.asking import PasswordWanted
from eqbrief.files.limited import Child, Crashed, TooSlow
from eqbrief.model import UserError

SECONDS = 16.0
"""How long a page may take, with the start of the process."""
_MOST_REQUESTS = 500
_OTHERWISE = "Read its words in the reading view, or open it in its own program."


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: rows of `stride` bytes, in which each pixel has four: blue, green, red and one of no meaning."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page and its box, in parts of the page's width and height from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class PageDrawer:
    """Draws pages one after the other in one child process, started at the first and replaced when it fails.

    One thread at a time may ask; `interrupt` may be called from any. Whoever makes one closes it.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._child = Child("eqbrief.decks.drawer", _MOST_REQUESTS)
        self._seconds = seconds

    def start(self) -> None:
        """Start the process ahead of the first page, and do not wait for it."""
        self._child.start()

    def interrupt(self) -> None:
        """End what is being drawn, from another thread."""
        self._child.interrupt()

    def close(self) -> None:
        """End the child process."""
        self._child.close()

    def pages(self, file: Path, password: str | None = None) -> tuple[tuple[float, float], ...]:
        """Give the width and height of each page of a PDF in points.

        Raises:
            PasswordWanted: when it needs a password that was not given, or another one.
            UserError: when it is no PDF, or cannot be opened.
        """
        answer, _ = self._ask({"do": "open", "file": str(file), "password": password}, file.name)
        return tuple((wide, high) for wide, high in answer["pages"])

    def draw(self, file: Path, page: int, width: int, password: str | None = None) -> Picture:
        """Draw a page, counted from 1, so many pixels wide; a page that would be too large is drawn smaller.

        Raises as `pages`, and UserError when there is no such page.
        """
        request = {"do": "draw", "file": str(file), "password": password, "page": page, "width": max(1, width)}
        about, data = self._ask(request, f"page {page}")
        return Picture(about["width"], about["height"], about["stride"], data)

    def words(self, file: Path, page: int, password: str | None = None) -> tuple[Word, ...]:
        """Give the words of a page, counted from 1, in the order of the file. Raises as `draw`."""
        answer, _ = self._ask({"do": "words", "file": str(file), "password": password, "page": page}, f"page {page}")
        return tuple(Word(*word) for word in answer["words"])

    def _ask(self, request: dict[str, Any], name: str) -> tuple[dict[str, Any], bytes]:
        try:
            answer, data = self._child.ask_with_data(request, self._seconds)
        except TooSlow as error:
            raise UserError(f"Could not draw {name}: it took too long.", _OTHERWISE) from error
        except Crashed as error:
            raise UserError(f"Could not draw {name}: it stops whatever draws it.", _OTHERWISE) from error
        if "password" in answer:
            raise PasswordWanted(name, wrong=answer["password"] == "wrong")
        if "error" in answer:
            raise UserError(f"Could not draw {name}: {answer['error']}.", _OTHERWISE)
        return answer, data
