# SPDX-License-Identifier: MIT
"""The colours that a person may give to topics, as each theme draws them; in high contrast there are none."""

from PySide6.QtGui import QColor

from eqbrief.gui.theme.current import theme_in_use

# In light and in dark: 3 to 1 at least on the grounds on which they stand; a test computes it.
HUES: dict[str, tuple[str, str]] = {
    "teal": ("#0A6670", "#63C7CF"),
    "blue": ("#1F5FA8", "#7FB2F0"),
    "violet": ("#6A3FA0", "#B79AE8"),
    "rose": ("#A8325E", "#F08FB0"),
    "amber": ("#8A5200", "#F2BE6C"),
    "green": ("#23703A", "#7FD49A"),
}


def hue(name: str) -> QColor | None:
    """Give a topic's colour in the theme in use; None where it has none, or the theme is one of high contrast."""
    theme = theme_in_use()
    if theme.is_contrast or name not in HUES:
        return None
    return QColor(HUES[name][1 if theme.is_dark else 0])
