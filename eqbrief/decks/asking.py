# SPDX-License-Identifier: MIT
"""Have decks read by the child process, and turn whatever becomes of it into slides or a sentence."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from eqbrief.decks.older import written_anew
from eqbrief.files.limited import Child, Crashed, TooSlow
from eqbrief.files.running import Stopped
from eqbrief.model import DeckText, UserError, deck_text_from_json

SECONDS = 22.0
"""How long a deck may take; the child itself gives up what is left of it after some 15."""

EDITION = 1
"""Raised when decks are read better than before: what an older edition read is then read once more."""

_OTHERWISE = "Open it in its own program and save it anew, or as a PDF, then try that."


class PasswordWanted(UserError):
    """A deck needs a password, or another one (`wrong`); whoever can ask for it does, and tries once more."""

    def __init__(self, name: str, *, wrong: bool) -> None:
        self.wrong = wrong
        if wrong:
            super().__init__(f"Could not read '{name}': the password is wrong.", "Check it, and try once more.")
        else:
            super().__init__(
                f"Could not read '{name}': it is protected with a password.",
                "Enter its password, or add a copy without one; on the command line use `--password-stdin`.",
            )


class DeckReader:
    """Reads decks one after the other in one child process, started at the first and replaced when it fails.

    Use it as a context manager; `close` ends the process.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._child = Child("eqbrief.decks.worker")
        self._seconds = seconds
        self._given_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child process."""
        self._child.close()

    def interrupt(self) -> None:
        """End what is being read, from another thread: that `read` raises UserError at once."""
        self._given_up = True
        self._child.interrupt()

    def read(self, file: Path, password: str | None = None) -> DeckText:
        """Read a deck.

        Raises:
            PasswordWanted: when it needs a password that was not given, or another one.
            LibreOfficeWanted: when only that could read it, and it is not on this computer.
            UserError: when it is no deck, or nothing of it can be read, or the reading hangs or crashes.
        """
        self._given_up = False
        answer = self._ask(file, password)
        if "older" in answer:
            try:
                with written_anew(file, lambda: self._given_up) as anew:
                    answer = self._ask(anew, password, file.name)
            except Stopped as error:
                raise UserError(f"Could not read '{file.name}': it was stopped.", "Try once more.") from error
            if "deck" in answer:
                answer["deck"]["format"] = "ppt"
        if "password" in answer:
            raise PasswordWanted(file.name, wrong=answer["password"] == "wrong")
        if "error" in answer:
            what, next_step = answer["error"]
            raise UserError(what, next_step)
        return deck_text_from_json(answer["deck"])

    def _ask(self, file: Path, password: str | None, name: str = "") -> dict[str, Any]:
        name = name or file.name
        try:
            return self._child.ask({"file": str(file.absolute()), "password": password, "name": name}, self._seconds)
        except TooSlow as error:
            raise UserError(f"Could not read '{name}': it took too long.", _OTHERWISE) from error
        except Crashed as error:
            raise UserError(
                f"Could not read '{name}': it is damaged in a way that stops whatever reads it.", _OTHERWISE
            ) from error
