# SPDX-License-Identifier: MIT
"""Where words went out of a text and where they came in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.matching import changed_places


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("one two three", "one three", ["two"], []),
        ("one", "one two", [], ["two"]),
        ("", "one\n\ntwo words", [], ["one", "two words"]),
        ("- [ ] ask", "- [x] ask", [], ["x"]),
        ("the same", "the  same", [], []),
        ("a b c d", "a x y d", ["b c"], ["x y"]),
    ],
)
def test_places_hold_what_changed(before, after, gone, come):
    out, into = changed_places(before, after)
    assert [before[start:end] for start, end in out] == gone
    assert [after[start:end] for start, end in into] == come


@given(st.text("ab \n.", max_size=40), st.text("ab \n.", max_size=40))
def test_without_its_places_each_text_is_the_same(before, after):
    out, into = changed_places(before, after)
    assert _without(before, out).split() == _without(after, into).split()


def _without(text, places):
    for start, end in reversed(places):
        assert 0 <= start < end <= len(text) and "\n" not in text[start:end]
        text = f"{text[:start]} {text[end:]}"
    return text.replace(".", " . ")
