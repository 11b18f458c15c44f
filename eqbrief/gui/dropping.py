# SPDX-License-Identifier: MIT
"""What was dropped on the window: files and folders of this computer, or links from a browser."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_ASCII = QUrl.ComponentFormattingOption.FullyEncoded


def files_in(dropped: QMimeData) -> list[Path]:
    """List the files and folders."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def links_in(dropped: QMimeData) -> list[str]:
    """List the web addresses; a link to anything else is none."""
    return [url.toString(_ASCII) for url in dropped.urls() if url.scheme() in ("http", "https")]  # pyright: ignore[reportArgumentType]
