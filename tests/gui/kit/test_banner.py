# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtWidgets import QToolButton

from eqbrief.gui.kit import Banner, Button
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import THEMES, colours, dress, near, spoken


@pytest.mark.parametrize("choice", THEMES)
def test_it_has_a_tint_or_in_contrast_a_frame(qapp, qtbot, choice):
    dress(qapp, choice)
    banner = Banner("warning", "Two pages could not be read.", "caution", [Button("Show")])
    qtbot.addWidget(banner)
    banner.resize(500, 60)
    theme = theme_in_use()
    seen = colours(banner)
    assert near(seen, theme.caution_tint, 0) > 5000
    assert (near(seen, theme.caution) > 800) == theme.is_contrast


def test_it_can_be_put_away_and_say_something_else(qapp, qtbot):
    banner = Banner("check-circle", "12 added.", "good", closable=True)
    qtbot.addWidget(banner)
    assert spoken(banner) == "12 added."
    banner.set_text("13 added.")
    assert spoken(banner) == "13 added."
    cross = banner.findChild(QToolButton)
    assert spoken(cross) == "Close this message"
    with qtbot.waitSignal(banner.closed, timeout=0):
        cross.click()
    assert banner.isHidden()
