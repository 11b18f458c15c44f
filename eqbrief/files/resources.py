# SPDX-License-Identifier: MIT
"""Find what ships with the program: word tables, icons, fonts, themes, the sample library."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(*parts: str) -> Path:
    """Give the path of a shipped file, from a checkout (`resources/` beside the package) or an installed wheel."""
    installed = _PACKAGE / "resources"
    return (installed if installed.is_dir() else _PACKAGE.parent / "resources").joinpath(*parts)
