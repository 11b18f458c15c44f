# SPDX-License-Identifier: MIT
from PySide6.QtCore import Qt

from eqbrief.gui.kit import Hairline
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import THEMES, colours, dress


def test_it_is_one_pixel_in_the_hairlines_colour(qapp, qtbot):
    for choice in THEMES:
        dress(qapp, choice)
        across, down = Hairline(), Hairline(Qt.Orientation.Vertical)
        qtbot.addWidget(across)
        qtbot.addWidget(down)
        across.resize(40, 1)
        assert set(colours(across)) == {theme_in_use().hairline.lower()}
        assert (across.maximumHeight(), down.maximumWidth()) == (1, 1)
