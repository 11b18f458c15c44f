# SPDX-License-Identifier: MIT
import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QToolButton

from eqbrief.gui.theme import icon, themes
from tests.gui.looks import THEMES, colours, dress, near


def inks(made: QIcon, mode=QIcon.Mode.Normal, state=QIcon.State.Off, side: int = 64) -> set[str]:
    """Give the colours of the pixels that are wholly covered."""
    image = made.pixmap(QSize(side, side), 1.0, mode, state).toImage()
    every = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(each.rgb()).name() for each in every if each.alpha() == 255}


def test_an_icon_takes_the_colour_of_the_theme_in_use_each_time_it_is_drawn(qapp):
    made = icon("books", "mute")
    for choice in (*THEMES, "light"):
        dress(qapp, choice)
        assert inks(made) == {themes()[choice].mute.lower()}


def test_a_button_on_screen_is_recoloured_by_a_switch_at_run_time(qapp, qtbot):
    dress(qapp, "light")
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("star-fill", "accent"))
    button.setIconSize(QSize(32, 32))
    button.show()
    assert near(colours(button), themes()["light"].accent) > 100
    dress(qapp, "dark")
    seen = colours(button)
    assert near(seen, themes()["dark"].accent) > 100
    assert near(seen, themes()["light"].accent) == 0


def test_disabled_and_on_have_colours_of_their_own(qapp):
    dress(qapp, "light")
    star = icon("star", "text", on="star-fill", on_tone="accent")
    assert inks(star, QIcon.Mode.Disabled) == {themes()["light"].disabled.lower()}
    assert inks(star, state=QIcon.State.On) == {themes()["light"].accent.lower()}


def test_an_icon_has_as_many_pixels_as_the_screen_wants(qapp):
    drawn = icon("star").pixmap(QSize(20, 20), 2.0, QIcon.Mode.Normal, QIcon.State.Off)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)
    assert QIcon(icon("star")).pixmap(QSize(16, 16)).isNull() is False


def test_an_unknown_name_is_a_mistake_that_shows_at_once(qapp):
    with pytest.raises(KeyError):
        icon("no-such-picture")
    with pytest.raises(KeyError):
        icon("star", on="no-such-picture")


def test_drawing_icons_does_not_load_qtawesome():
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from eqbrief.gui.theme import icon; assert not icon('star').pixmap(16).isNull();"
        "sys.exit('qtawesome' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
