# SPDX-License-Identifier: MIT
"""Which font the window uses, and its sizes by role: the system's own, or Inter where the system has none of quality.

A bare Linux gives DejaVu or a substitute for Helvetica; tests ask for Inter so that pictures are the same everywhere.
"""

import os
import sys
from typing import Literal, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from eqbrief.files.resources import resource
from eqbrief.gui.theme.current import scale_in_use

Role = Literal["body", "strong", "secondary", "title", "heading", "subheading", "small", "reading"]


class Size(NamedTuple):
    """A size of type: pixels at 100 %, the distance of its lines, and its weight."""

    px: float
    line: float
    weight: int


ROLES: dict[Role, Size] = {
    "body": Size(14, 20, 400),
    "strong": Size(14, 20, 600),
    "secondary": Size(13, 18, 400),
    "title": Size(24, 30, 600),
    "heading": Size(17, 24, 600),
    "subheading": Size(15, 21, 600),
    "small": Size(12.5, 18, 600),
    "reading": Size(14, 21, 400),
}

# What fontconfig hands out where nobody has chosen a font.
POOR = frozenset(
    {"DejaVu Sans", "Bitstream Vera Sans", "Sans Serif", "Sans", "Liberation Sans", "Nimbus Sans", "FreeSans", ""}
)

# The usual size of interface text in pixels, where the person has not asked their system for another.
USUAL_PX = {"win32": 12.0, "darwin": 13.0}
USUAL_PX_ELSEWHERE = 14.7


def interface_font(system: QFont) -> QFont:
    """Choose the family for the window from the system's font; EQBRIEF_FONT names another ('Inter' is bundled)."""
    wanted = os.environ.get("EQBRIEF_FONT", "")
    resolved = QFontInfo(system).family()
    if not wanted and resolved not in POOR:
        return QFont(system)
    family = wanted or "Inter"
    if family == "Inter" and "Inter" not in QFontDatabase.families():
        for weight in ("Regular", "SemiBold", "Medium", "Italic"):
            QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.otf")))
    return QFont(family)


def system_scale(system: QFont) -> float:
    """Compute how much larger than usual the system's text is, never below 1; 1.0 where EQBRIEF_FONT fixes the font."""
    if os.environ.get("EQBRIEF_FONT"):
        return 1.0
    usual = USUAL_PX.get(sys.platform, USUAL_PX_ELSEWHERE)
    return max(1.0, QFontInfo(system).pixelSize() / usual)


def font(role: Role = "body", scale: float | None = None) -> QFont:
    """Give the font of a role at a scale (else the one in use), in the application's family."""
    size = ROLES[role]
    made = QFont(QApplication.font())
    made.setPixelSize(max(1, round(size.px * (scale or scale_in_use()))))
    made.setWeight(QFont.Weight(size.weight))
    return made


def line_height(role: Role = "body", scale: float | None = None) -> int:
    """Give the distance of a role's lines at a scale (else the one in use), in pixels."""
    return round(ROLES[role].line * (scale or scale_in_use()))
