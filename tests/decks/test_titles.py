# SPDX-License-Identifier: MIT
"""Which lines of a page are its title."""

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.decks.titles import Line, title_lines

BODY = [Line("• Ask first", 0.06, 0.3), Line("• then listen", 0.06, 0.4), Line("• then act, and say so", 0.06, 0.5)]


def said(lines: list[Line], bookmark: str = "") -> str:
    first, last = title_lines(lines, bookmark)
    return " ".join(line.text for line in lines[first:last])


def test_a_line_alone_at_the_top_is_the_title_though_the_body_is_larger() -> None:
    assert said([Line("Rota reform", 0.05, 0.04), *BODY]) == "Rota reform"


def test_a_title_of_two_lines() -> None:
    assert said([Line("Rota reform and", 0.08, 0.04), Line("what followed", 0.08, 0.13), *BODY]) == (
        "Rota reform and what followed"
    )


def test_the_largest_text_in_the_middle_is_the_title_of_a_title_slide() -> None:
    assert said([Line("A trust somewhere", 0.03, 0.1), Line("Rota reform", 0.1, 0.45), Line("May", 0.03, 0.7)]) == (
        "Rota reform"
    )


def test_bullets_small_print_and_numbers_are_no_titles() -> None:
    assert said(BODY) == ""
    assert said([Line("A small header", 0.02, 0.02), *BODY]) == ""
    assert said([Line("42", 0.2, 0.1), *BODY]) == ""


def test_a_bookmark_finds_its_words_whatever_their_size() -> None:
    lines = [Line("LARGE", 0.2, 0.05), Line("Rota", 0.03, 0.3), Line("reform!", 0.03, 0.34), *BODY]
    assert said(lines, "Rota Reform") == "Rota reform!"
    assert said(lines, "Something else") == "LARGE"


@given(
    st.lists(
        st.builds(Line, st.text(max_size=20), st.floats(0, 1, allow_nan=False), st.floats(-1, 2, allow_nan=False)),
        max_size=12,
    ),
    st.text(max_size=20),
)
def test_whatever_stands_there_the_answer_is_a_part_of_it(lines: list[Line], bookmark: str) -> None:
    first, last = title_lines(lines, bookmark)
    assert 0 <= first <= last <= len(lines)
    assert len(said(lines, bookmark)) <= 200
