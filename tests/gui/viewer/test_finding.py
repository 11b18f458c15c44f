# SPDX-License-Identifier: MIT
"""Words are found whatever their case and accents, at their beginning, and a place found is a place in the text."""

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.viewer.finding import fold, found_on, marked_in, places, wanted
from eqbrief.model import Slide, no_text


def slide(**text: str) -> Slide:
    return Slide(1, text.get("title"), text={**no_text(), **text}, alternatives=("A photograph of wards",))


def test_the_whole_word_is_marked_by_its_beginning():
    text = "Équality – EQUALITIES, unequal"
    assert [text[start:end] for start, end in places(text, wanted("equal"))] == ["Équality", "EQUALITIES"]
    assert places(text, ()) == []
    assert wanted("  A&E  wards wards ") == ("a", "e", "wards")


def test_a_slide_is_found_only_with_every_word():
    one = slide(title="Kinder rotas", body="Rotas for night staff", notes="Say why rotas matter")
    assert found_on(one, wanted("rotas")) == 3
    assert found_on(one, wanted("rotas photograph")) == 4
    assert found_on(one, wanted("rotas walrus")) == 0
    assert found_on(one, ()) == 0


def test_the_words_that_a_hit_marks_are_what_is_looked_for():
    assert marked_in("the <mark>challenges</mark> of <mark>work</mark> &amp; <mark>work</mark>") == "challenges work"


@given(st.text())
def test_folding_keeps_every_place(text):
    assert len(fold(text)) == len(text)
