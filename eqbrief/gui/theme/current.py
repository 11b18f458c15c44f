# SPDX-License-Identifier: MIT
"""What is in use now: the application object carries the theme, as it carries the palette, the font and the style.

So a widget that paints itself needs nothing handed to it, and can hold nothing stale.
"""

from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from eqbrief.gui.theme.tokens import Theme, load_themes

_THEME, _SCALE = "eqbriefTheme", "eqbriefScale"


@cache
def themes() -> dict[str, Theme]:
    """Give the shipped themes by name, read once."""
    return load_themes()


def theme_in_use() -> Theme:
    """Give the theme that the window wears now; the light one before any was applied."""
    app = QCoreApplication.instance()
    return (app.property(_THEME) if app else None) or themes()["light"]


def scale_in_use() -> float:
    """Give how large text and controls are drawn: 1.0 to 2.0."""
    app = QCoreApplication.instance()
    return (app.property(_SCALE) if app else None) or 1.0


def colour(tone: str) -> QColor:
    """Give a colour of the theme in use by its name: 'text', 'mute', 'on-accent'."""
    return QColor(theme_in_use().tone(tone))


def px(length: float) -> int:
    """Scale a length that is meant for 100 %, in device-independent pixels."""
    return round(length * scale_in_use())


def put_in_use(theme: Theme, scale: float) -> None:
    """Make the application carry a theme and a scale. Only ThemeManager calls this."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(_THEME, theme)
        app.setProperty(_SCALE, scale)
