# SPDX-License-Identifier: MIT
"""Every colour that words have in any format stands 4.5 to 1 on every ground they stand on (WCAG 2.2, 1.4.3)."""

import re

import pytest

from eqbrief.briefing.word import styles
from eqbrief.files import resource
from eqbrief.gui.briefing import preview
from eqbrief.gui.theme.tokens import contrast

GROUNDS = ("#ffffff", "#f4f3f0")
LINES = {"#dedbd4", "#84898c"}
"""Colours of rules between rows, which no words have."""
FOUND = "#ffe9a8"
"""The ground of what the search of a pack marks; the words on it are in the colour of all words."""


def colours(text: str) -> set[str]:
    found = {one.lower() for one in re.findall(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b", text)}
    return {f"#{''.join(sign * 2 for sign in one[1:])}" if len(one) == 4 else one for one in found}


def of_words(text: str) -> set[str]:
    return colours(text) - LINES - set(GROUNDS) - {FOUND}


@pytest.mark.parametrize("name", ["briefing.css", "briefing.typ", "site.css"])
def test_colours_of_words_in_web_pages_and_pdf(name: str) -> None:
    text = resource("briefing", name).read_text(encoding="utf-8")
    for colour in of_words(text):
        assert min(contrast(colour, ground) for ground in GROUNDS) >= 4.5, colour


def test_colours_of_words_in_word_and_in_the_preview() -> None:
    used = {f"#{str(one).lower()}" for one in (styles.INK, styles.MUTE, styles.ACCENT)} | of_words(preview._SHEET)
    assert len(used) >= 3
    for colour in used:
        assert min(contrast(colour, ground) for ground in GROUNDS) >= 4.5, colour
    assert contrast("#1e2326", FOUND) >= 4.5
    assert contrast("#84898c", "#ffffff") < 4.5, "a colour that is too pale is told from one that is not"
