# SPDX-License-Identifier: MIT
"""Standard output as it is: an old code page, a full disk behind it, a reader that has gone, or not there at all.

A program without a console has no `sys.stdout` on Windows; then everything here does nothing.
"""

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager

from eqbrief.model import UserError


def speak_utf8() -> None:
    """Write UTF-8 wherever the output goes; Windows would choose an old code page for a file or a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # pyright: ignore[reportAttributeAccessIssue]


def write(text: str) -> None:
    """Write text on standard output.

    Raises:
        BrokenPipeError: when nobody reads it any more.
        UserError: when it cannot be written.
    """
    if sys.stdout is not None:
        with _said_in_words():
            sys.stdout.write(text)


def flush() -> None:
    """See what was written on its way. Raises as `write` does."""
    if sys.stdout is not None:
        with _said_in_words():
            sys.stdout.flush()


def hush() -> None:
    """Let what is still to be written go nowhere, since Python would try again at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


@contextmanager
def _said_in_words() -> Generator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hush()
        raise UserError(
            f"The result could not be written out ({error.strerror}).",
            "If it goes to a file, check that its disk has space left; then try again.",
        ) from error
