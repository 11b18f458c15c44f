# SPDX-License-Identifier: MIT
"""Run one command line from its words to its exit status, without ever showing a traceback for a person's trouble.

0 is done, 1 something asked for could not be done, 2 wrong usage, 130 stopped with Ctrl+C.
"""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from eqbrief.cli.output import flush, hush, speak_utf8
from eqbrief.cli.session import DONE, FAILED, STOPPED, Opener, Session
from eqbrief.model import UserError


def run(argv: Sequence[str], opener: Opener) -> int:
    """Run what was asked (without the program's own name) and give the exit status."""
    speak_utf8()
    window = _window_asked(argv, opener)
    try:
        status = window() if window else _command(argv, opener)
        flush()
    except UserError as error:
        _complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        _complain("Stopped.")
        return STOPPED
    except BrokenPipeError:
        hush()
        return FAILED
    return status


def _window_asked(argv: Sequence[str], opener: Opener) -> Callable[[], int] | None:
    """Know the plain ways of asking for the window by sight: what parses the rest would cost it a tenth of a second."""
    rest, library = list(argv), os.environ.get("EQBRIEF_LIBRARY") or None
    if len(rest) > 1 and rest[0] == "--library" and rest[1] and not rest[1].startswith("-"):
        library, rest = rest[1], rest[2:]
    folder = Path(library) if library else None
    match rest:
        case []:
            return lambda: opener.window(folder)
        case ["--self-test", *options] if options in ([], ["--json"]):
            return lambda: opener.self_test(folder, bool(options))
        case ["demo"] if len(argv) == 1:
            return opener.demo
        case _:
            return None


def _command(argv: Sequence[str], opener: Opener) -> int:
    import click  # noqa: PLC0415 - 50 ms that the window does not need

    from eqbrief.cli.group import build  # noqa: PLC0415 - the same

    group = build(lambda library: Session(library, opener))
    try:
        with group.make_context("eqbrief", list(argv)) as context:
            status = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    return status or DONE


def _complain(sentence: str) -> None:
    from eqbrief.cli.printing import complain  # noqa: PLC0415 - only where there is something to say

    complain(sentence)
