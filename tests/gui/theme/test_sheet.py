# SPDX-License-Identifier: MIT
import re

import pytest

from eqbrief.gui.theme import themes
from eqbrief.gui.theme.sheet import render
from tests.gui.looks import THEMES


@pytest.mark.parametrize("choice", THEMES)
def test_every_colour_of_the_sheet_is_one_of_the_theme(choice):
    sheet = render(themes()[choice], 1.0)
    assert "@" not in sheet
    theme = themes()[choice]
    known = {theme.tone(name) for name in theme.__dataclass_fields__ if name not in ("name", "is_dark", "is_contrast")}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= known


def test_lengths_grow_with_the_text_and_lines_stay_lines():
    once, twice = render(themes()["light"], 1.0), render(themes()["light"], 2.0)
    assert "font-size: 24px" in once and "font-size: 48px" in twice
    assert "min-height: 30px" in once and "min-height: 60px" in twice
    assert once.count("1px solid") == twice.count("1px solid")
    assert "2px solid" in twice


def test_a_selected_row_has_a_bar_and_in_contrast_a_frame():
    assert f"border-left: 3px solid {themes()['light'].accent}" in render(themes()["light"], 1.0)
    assert f"border-color: {themes()['contrast dark'].accent}" in render(themes()["contrast dark"], 1.0)
