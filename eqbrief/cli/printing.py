# SPDX-License-Identifier: MIT
"""Write what a command has to say: JSON for programs, plain aligned text for people, troubles and progress aside.

What comes from a page is written without the characters by which a terminal could be made to do or show something else.
"""

import json
import re
import shutil
import signal
import sys
import textwrap
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

from eqbrief.cli.output import write
from eqbrief.model import Progress

Report = Callable[[Progress], None]
Stop = Callable[[], bool]

# The control characters and the marks that turn the direction of writing: https://www.unicode.org/reports/tr9/
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BULLET = re.compile(r"\s*(?:[-*+•>]|\d+[.)])\s+(?:\[.\]\s+)?")
_WIDEST, _ENDLESS = 100, 1 << 30


def json_option(says: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command `--json`, and say in its help what that prints: these words are the promise that a test holds."""
    return click.option("--json", "as_json", is_flag=True, help=f"Print {says}")


def print_json(plain: Any) -> None:
    """Print one JSON document in UTF-8 on standard output."""
    write(as_json(plain) + "\n")


def as_json(plain: Any) -> str:
    """Write a JSON document on one line, with every character escaped that could steer a terminal."""
    text = json.dumps(plain, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def say(text: str = "") -> None:
    """Print text for people on standard output."""
    write(_UNSAFE.sub("�", text) + "\n")


def complain(sentence: str) -> None:
    """Print a sentence on standard error."""
    if sys.stderr is not None:
        print(_UNSAFE.sub("�", sentence), file=sys.stderr, flush=True)


def say_table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns; on a terminal the last column is cut where the line ends, elsewhere it stays whole."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    if not cells:
        return
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    room = max(20, _terminal() - sum(widths) - 2 * len(widths)) if sys.stdout and sys.stdout.isatty() else _ENDLESS
    for row in cells:
        start = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        say(f"{start}  {_cut(row[-1], room)}".strip() if widths else _cut(row[-1], room))


def say_wrapped(text: str, *, indent: str = "", first: str | None = None) -> None:
    """Print paragraphs in lines of reading length, a bullet's under its words, the first with a start of its own."""
    width = min(_WIDEST, _terminal())
    start = indent if first is None else first
    for line in text.splitlines() or [""]:
        bullet = _BULLET.match(line)
        under = indent + " " * (bullet.end() if bullet else 0)
        say(textwrap.fill(line, width, initial_indent=start, subsequent_indent=under, break_on_hyphens=False))
        start = indent


@contextmanager
def long_work() -> Generator[tuple[Report, Stop]]:
    """Show progress on a terminal, and let Ctrl+C ask to stop at the next good place; a second one stops at once."""
    asked = threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def ask(number: int, frame: FrameType | None) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    shown = sys.stderr is not None and sys.stderr.isatty()
    signal.signal(signal.SIGINT, ask)
    try:
        yield (_show if shown else _quiet), asked.is_set
    finally:
        signal.signal(signal.SIGINT, before)
        if shown:
            _over("")


def count(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: '1 event', '3 events'."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def _show(progress: Progress) -> None:
    of = f" {progress.done} of {progress.total}" if progress.total and progress.counts else ""
    _over(f"{progress.what}{of}")


def _quiet(progress: Progress) -> None:
    """Say nothing where nobody watches."""


def _over(line: str) -> None:
    """Write over the terminal's last line, in spaces, since not every console of Windows knows the codes for it."""
    width = _terminal() - 1
    sys.stderr.write(f"\r{_UNSAFE.sub('�', _cut(line, width)).ljust(width)}\r")
    sys.stderr.flush()


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _terminal() -> int:
    return shutil.get_terminal_size((_WIDEST, 24)).columns
