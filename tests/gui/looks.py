# SPDX-License-Identifier: MIT
"""Dress the tests' application, and look at what a widget draws."""

from collections import Counter

from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QWidget

from eqbrief.gui.theme import Choice, ThemeManager

THEMES: tuple[Choice, ...] = ("light", "dark", "contrast light", "contrast dark")


def dress(app: QApplication, choice: Choice = "light", text_size: int = 100) -> ThemeManager:
    """Put a theme on the tests' one application, with the one manager that it has."""
    manager = app.findChild(ThemeManager) or ThemeManager(app)
    manager.apply(choice, text_size)
    return manager


def colours(widget: QWidget) -> Counter[str]:
    """Count the colours of the pixels that a widget draws."""
    image = widget.grab().toImage()
    return Counter(image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()))


def near(found: Counter[str], wanted: str, reach: int = 6) -> int:
    """Count the pixels that are nearly of one colour."""
    aim = QColor(wanted)
    return sum(
        count
        for name, count in found.items()
        if all(abs(a - b) <= reach for a, b in zip(QColor(name).getRgb()[:3], aim.getRgb()[:3], strict=True))
    )


def spoken(widget: QWidget) -> str:
    """Give the name that a screen reader is told. (On Unix Qt answers a combo box's text there, and tells its name.)"""
    interface = QAccessible.queryAccessibleInterface(widget)
    return widget.accessibleName() or (interface.text(QAccessible.Text.Name) if interface else "")
