# SPDX-License-Identifier: MIT
"""What a field of a note asks of those that help in writing it; a field without them is a plain one."""

from typing import Any, Protocol

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect
from PySide6.QtWidgets import QMenu


class Offers(Protocol):
    """A list that has the keys before the text has."""

    def takes(self, event: QEvent) -> bool:
        """Do what a key means for the list, and say whether it meant anything."""
        ...


class Pastes(Protocol):
    """What puts into the field what is pasted, maybe bit by bit."""

    def take(self, source: QMimeData) -> None:
        """Take what is pasted."""

    def finish(self) -> None:
        """Put in at once what is still on its way."""


class Spells(Protocol):
    """What underlines words that are wrong, and offers others."""

    def paint(self, field: Any, area: QRect) -> None:
        """Underline the wrong words within an area of a field."""

    def offer(self, field: Any, menu: QMenu, at: QPoint) -> None:
        """Put what may have been meant at a place above the other lines of a menu."""
