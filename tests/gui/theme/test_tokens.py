# SPDX-License-Identifier: MIT
import pytest

from eqbrief.gui.theme.tokens import contrast, load_themes

THEMES = load_themes()
SURFACES = ("bg", "pane", "card")
PLACES = (*SURFACES, "selected", "hover", "chip")

# Which text may stand on which background.
TEXT = [
    *(("text", back) for back in (*PLACES, "pressed", "good_tint", "caution_tint", "danger_tint", "accent_tint")),
    *(("mute", back) for back in PLACES),
    *(("accent", back) for back in (*SURFACES, "selected", "hover")),
    *((tone, back) for tone in ("good", "caution", "danger") for back in SURFACES),
    *((tone, f"{tone}_tint") for tone in ("good", "caution", "danger")),
    *(("on_accent", back) for back in ("accent", "accent_hover", "accent_pressed")),
    ("on_accent_tint", "accent_tint"),
    ("on_found", "found"),
]
# What must be seen but is not text: borders of fields and boxes, the focus ring, icons of disabled things.
SIGNS = [(tone, back) for tone in ("border", "ring", "accent", "disabled") for back in SURFACES]


def test_there_are_four_themes_and_two_of_them_are_for_high_contrast():
    assert set(THEMES) == {"light", "dark", "contrast light", "contrast dark"}
    assert [theme.is_contrast for theme in THEMES.values()] == [False, False, True, True]
    assert [theme.is_dark for theme in THEMES.values()] == [False, True, False, True]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "back"), TEXT)
def test_text_can_be_read(name, ink, back):
    theme = THEMES[name]
    assert contrast(theme.tone(ink), theme.tone(back)) >= (7 if theme.is_contrast else 4.5)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("sign", "back"), SIGNS)
def test_signs_can_be_seen(name, sign, back):
    assert contrast(THEMES[name].tone(sign), THEMES[name].tone(back)) >= 3


@pytest.mark.parametrize("name", ["contrast light", "contrast dark"])
def test_a_contrast_theme_has_no_tints(name):
    theme = THEMES[name]
    tints = ("selected", "accent_tint", "good_tint", "caution_tint", "danger_tint", "chip", "hover", "pressed")
    assert {theme.tone(tint) for tint in tints} == {theme.card}


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)
    # Worked examples that can be found in many places: #767676 is the lightest grey for text on white.
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_a_tone_is_found_by_its_name_with_hyphens():
    assert THEMES["light"].tone("on-accent-tint") == THEMES["light"].on_accent_tint
    with pytest.raises(AttributeError):
        THEMES["light"].tone("mauve")
