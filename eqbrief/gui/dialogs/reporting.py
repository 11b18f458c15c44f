# SPDX-License-Identifier: MIT
"""Write the report of a fault so that it can be shown to anyone: where in the program, and in which versions.

Nothing of the library or the person gets in, because only names from lists that ship with programs are let through.
"""

import errno
import platform
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType, TracebackType

import PySide6
from PySide6.QtCore import qVersion

_PACKAGE = Path(__file__).resolve().parents[2]
_OURS = _PACKAGE.name
# Modules of these may be named: they come with the program, so their names say nothing of the person.
_KNOWN = frozenset({_OURS, "PySide6", "sqlite_utils", "selectolax", "dateutil", "markdown_it", "click"})
_MOST = 40


def make_report(error: BaseException) -> str:
    """Write what went wrong as text: kinds of exceptions, places in the program, versions.

    Left out is what may come from the library or the person: messages, values, paths outside the program.
    """
    parts = [f"EqBrief {_version()} met a fault.", *_versions(), ""]
    for number, one in enumerate(_chain(error)):
        parts += ["Before that:"] if number else []
        parts += [_kind(one), *_places(one.__traceback__), ""]
    return "\n".join(parts).rstrip() + "\n"


def _chain(error: BaseException) -> list[BaseException]:
    """List an error and those that led to it, the last first."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [error]
    while waiting and len(found) < _MOST:
        one = waiting.pop(0)
        if one is None or one in found:
            continue
        found.append(one)
        waiting.append(one.__cause__ or (None if one.__suppress_context__ else one.__context__))
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions
    return found


def _kind(error: BaseException) -> str:
    """Name the kind of an exception, with the system's or SQLite's own name for the trouble."""
    kind = type(error)
    if _top(kind.__module__) not in _KNOWN | sys.stdlib_module_names:
        return "An exception of another program"
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    symbol = getattr(error, "sqlite_errorname", None)
    if isinstance(error, OSError) and error.errno is not None:
        symbol = errno.errorcode.get(error.errno)
    return f"{name} ({symbol})" if isinstance(symbol, str) and symbol.replace("_", "").isalnum() else name


def _places(trace: TracebackType | None) -> list[str]:
    """List the places that a traceback goes through, the first call first."""
    steps = [_place(frame, line) for frame, line in traceback.walk_tb(trace)]
    if len(steps) > _MOST:
        steps = [*steps[: _MOST // 2], f"  … {len(steps) - _MOST} more …", *steps[-_MOST // 2 :]]
    return steps


def _place(frame: FrameType, line: int) -> str:
    """Name a place in our own files by file, line and function, in known ones by module; else say nothing of it."""
    code = frame.f_code
    path = Path(code.co_filename)
    if path.is_relative_to(_PACKAGE):
        return f"  {_OURS}/{path.relative_to(_PACKAGE).as_posix()}, line {line}, in {code.co_qualname}"
    module = str(frame.f_globals.get("__name__", ""))
    if _top(module) in _KNOWN | sys.stdlib_module_names and module != "__main__":
        return f"  {module}, line {line}, in {code.co_qualname}"
    return "  (elsewhere)"


def _top(module: str) -> str:
    return module.partition(".")[0]


def _version() -> str:
    try:
        return version(_OURS)
    except PackageNotFoundError:
        return "of unknown version"


def _versions() -> list[str]:
    # The store has loaded it, and is the only one that may: its version is all that is asked here.
    sqlite = getattr(sys.modules.get("sqlite3"), "sqlite_version", "not loaded")
    return [
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}, SQLite {sqlite}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
    ]
