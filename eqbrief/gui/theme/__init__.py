# SPDX-License-Identifier: MIT
"""The look of the whole program: colours by purpose, type, icons, the style sheet and the focus ring."""

from eqbrief.gui.theme.current import colour, px, scale_in_use, theme_in_use, themes
from eqbrief.gui.theme.fonts import font, line_height
from eqbrief.gui.theme.icons import icon, paint_icon
from eqbrief.gui.theme.manager import CHOICES, Choice, ThemeManager
from eqbrief.gui.theme.tokens import Theme, contrast

__all__ = [
    "CHOICES",
    "Choice",
    "Theme",
    "ThemeManager",
    "colour",
    "contrast",
    "font",
    "icon",
    "line_height",
    "paint_icon",
    "px",
    "scale_in_use",
    "theme_in_use",
    "themes",
]
