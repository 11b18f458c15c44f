# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtGui import QFont, QFontInfo

from eqbrief.gui.theme import fonts
from tests.gui.looks import dress


def test_sizes_are_the_designs_at_100_per_cent_and_twice_that_at_200():
    assert [fonts.font(role, 1.0).pixelSize() for role in ("body", "secondary", "title", "heading")] == [14, 13, 24, 17]
    assert [fonts.font(role, 2.0).pixelSize() for role in ("body", "secondary", "title", "small")] == [28, 26, 48, 25]
    assert fonts.line_height("body", 1.5) == 30


def test_no_reading_text_is_below_13_pixels_but_small_labels():
    assert min(size.px for role, size in fonts.ROLES.items() if role != "small") >= 13


def test_inter_is_bundled_in_every_weight_that_is_used(qapp, monkeypatch):
    monkeypatch.setenv("EQBRIEF_FONT", "Inter")
    chosen = fonts.interface_font(QFont("Sans Serif"))
    for weight in (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold):
        chosen.setWeight(weight)
        assert QFontInfo(chosen).family() == "Inter"
        assert QFontInfo(chosen).weight() == weight


def test_a_poor_system_font_is_replaced_and_a_good_one_kept(qapp, monkeypatch):
    dress(qapp)
    monkeypatch.delenv("EQBRIEF_FONT", raising=False)
    monkeypatch.setattr(fonts, "POOR", frozenset({QFontInfo(QFont("Serif")).family()}))
    assert fonts.interface_font(QFont("Serif")).family() == "Inter"
    monkeypatch.setattr(fonts, "POOR", frozenset())
    assert fonts.interface_font(QFont("Serif")).family() == "Serif"


def test_the_systems_larger_text_is_followed(qapp, monkeypatch):
    large = QFont("Inter")
    large.setPixelSize(30)
    monkeypatch.delenv("EQBRIEF_FONT", raising=False)
    monkeypatch.setattr(fonts.sys, "platform", "darwin")
    assert fonts.system_scale(large) == pytest.approx(30 / 13)
    large.setPixelSize(9)
    assert fonts.system_scale(large) == 1.0
