# SPDX-License-Identifier: MIT
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from eqbrief.gui.kit import Chip, ChipButton, CountBadge
from eqbrief.gui.theme import theme_in_use
from tests.gui.looks import THEMES, colours, dress, near, spoken


def test_a_chip_is_named_by_its_word_and_its_cross_by_what_it_removes(qapp, qtbot):
    dress(qapp)
    chip = Chip("Race equality", "accent", removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.grab()
    cross = chip.findChild(QAbstractButton)
    assert (spoken(chip), spoken(cross)) == ("Race equality", "Remove Race equality")
    with qtbot.waitSignal(chip.removed, timeout=0):
        qtbot.keyClick(cross, Qt.Key.Key_Space)
    assert (cross.width(), cross.height()) == (24, 24)
    assert chip.rect().contains(cross.geometry())
    assert chip.text() == "Race equality"


@pytest.mark.parametrize("choice", THEMES)
def test_each_tone_is_painted_and_framed_where_there_are_no_tints(qapp, qtbot, choice):
    dress(qapp, choice)
    theme = theme_in_use()
    for tone, ink in (("accent", "on_accent_tint"), ("good", "good"), ("caution", "caution"), ("neutral", "mute")):
        chip = Chip("Words", tone)
        qtbot.addWidget(chip)
        chip.resize(chip.sizeHint())
        top = [chip.grab().toImage().pixelColor(x, 0).name() for x in range(14, chip.width() - 14)]
        assert set(top) == {
            theme.tone(ink if theme.is_contrast else {"neutral": "chip"}.get(tone, f"{tone}_tint")).lower()
        }


def test_a_filter_says_by_more_than_colour_that_it_is_on(qapp, qtbot):
    dress(qapp, "contrast light")
    chip = ChipButton("Slides 19", checkable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    off = near(colours(chip), theme_in_use().accent)
    chip.click()
    assert chip.isChecked() and spoken(chip) == "Slides 19"
    assert near(colours(chip), theme_in_use().accent) > off + 200
    assert chip.sizeHint().height() >= 24


def test_a_badge_says_what_it_counts(qapp, qtbot):
    dress(qapp)
    badge = CountBadge(2, "events in the briefing")
    qtbot.addWidget(badge)
    assert spoken(badge) == "2 events in the briefing"
    one = badge.sizeHint()
    badge.set_count(1234)
    assert spoken(badge) == "1234 events in the briefing"
    assert one.width() == one.height() < badge.sizeHint().width()
