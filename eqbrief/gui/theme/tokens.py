# SPDX-License-Identifier: MIT
"""The colours by what they are for, so that no widget names a colour itself and the tests can compute contrast.

They stand in resources/theme.toml, one table a theme.
"""

import tomllib
from dataclasses import dataclass

from eqbrief.files.resources import resource


def load_themes() -> dict[str, "Theme"]:
    """Read every theme that ships with the program, by name: light, dark, contrast light, contrast dark."""
    with resource("theme.toml").open("rb") as file:
        tables = tomllib.load(file)
    return {name: Theme(name=name, **table) for name, table in tables.items()}


def contrast(first: str, second: str) -> float:
    """Compute the contrast ratio of two '#RRGGBB' colours, 1 to 21, by WCAG 2.2's definition."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Compute the relative luminance of a '#RRGGBB' colour, 0 to 1, by WCAG 2.2's definition."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@dataclass(frozen=True, slots=True)
class Theme:
    """All the colours of one theme, as '#RRGGBB'.

    `bg` carries bars and the sidebar, `pane` lists and notes, `card` the detail, fields and buttons. `mute` is
    for secondary text. A `_tint` is a background for the text of its own tone. `hairline` divides panes only;
    `border` is what fields, buttons and boxes are drawn with. A contrast theme has no tints: whatever a tint
    would mark has a border or a bar there.
    """

    name: str
    is_dark: bool
    is_contrast: bool
    bg: str
    pane: str
    card: str
    text: str
    mute: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_tint: str
    on_accent_tint: str
    selected: str
    found: str
    on_found: str
    good: str
    good_tint: str
    caution: str
    caution_tint: str
    danger: str
    danger_tint: str
    chip: str
    hover: str
    pressed: str
    hairline: str
    border: str
    disabled: str
    ring: str

    def tone(self, name: str) -> str:
        """Give a colour by its name, in which '-' stands for '_': 'on-accent-tint'."""
        return getattr(self, name.replace("-", "_"))
