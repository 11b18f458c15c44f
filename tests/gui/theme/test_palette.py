# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtGui import QColor, QPalette

from eqbrief.gui.theme import contrast, themes
from eqbrief.gui.theme.palette import palette_of, theme_of
from tests.gui.looks import THEMES, dress

Role = QPalette.ColorRole
PAIRS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.PlaceholderText, Role.Base),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.BrightText, Role.Base),
]


@pytest.mark.parametrize("choice", THEMES)
def test_the_palette_in_use_can_be_read_in_active_and_inactive_windows(qapp, choice):
    dress(qapp, choice)
    least = 7 if themes()[choice].is_contrast else 4.5
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        for ink, back in PAIRS:
            colours = [qapp.palette().color(group, role).name() for role in (ink, back)]
            assert contrast(*colours) >= least, (choice, group, ink, back)


def test_disabled_text_is_paler_but_not_gone():
    for theme in themes().values():
        disabled = palette_of(theme).color(QPalette.ColorGroup.Disabled, Role.Text).name()
        assert 3 <= contrast(disabled, theme.card) < contrast(theme.text, theme.card)


def test_the_systems_own_contrast_palette_is_taken_as_it_comes():
    system = QPalette()
    for role, colour in (
        (Role.Window, "#000000"),
        (Role.WindowText, "#ffff00"),
        (Role.Highlight, "#00ffff"),
        (Role.HighlightedText, "#000000"),
        (Role.Link, "#8080ff"),
    ):
        system.setColor(role, QColor(colour))
    theme = theme_of(system)
    assert (theme.is_dark, theme.is_contrast) == (True, True)
    assert {theme.bg, theme.card, theme.selected} == {"#000000"}
    assert {theme.text, theme.mute, theme.border} == {"#ffff00"}
    assert (theme.accent, theme.found, theme.on_found) == ("#8080ff", "#00ffff", "#000000")
