# SPDX-License-Identifier: MIT
"""The colours of topics can be told from every ground they stand on, and are the ones that can be chosen."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from eqbrief.gui.theme.hues import HUES, hue
from eqbrief.tasks.topics import COLOURS
from tests.gui.looks import dress


def light(colour: QColor) -> float:
    """Give the relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_colour_that_can_be_chosen_is_drawn():
    assert set(HUES) == set(COLOURS)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", HUES)
def test_it_stands_out_from_every_ground(qapp, theme, name):
    dress(QApplication.instance(), theme)
    from eqbrief.gui.theme import colour

    for ground in ("bg", "selected", "hover"):
        assert ratio(hue(name), colour(ground)) >= 3
    dress(QApplication.instance())


def test_high_contrast_has_none(qapp):
    dress(QApplication.instance(), "contrast dark")
    assert hue("teal") is None
    dress(QApplication.instance())
    assert hue("no colour") is None
