# SPDX-License-Identifier: MIT
"""What lines of Markdown are, and what keys make of them; all of it without a window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.gui.notes import lines

LINES = st.text(alphabet="-*+#>[] x1.|\tab é", max_size=24)


@pytest.mark.parametrize(
    ("text", "kind", "mark", "level"),
    [
        ("# One", "heading", 2, 1),
        ("###   Three", "heading", 6, 3),
        ("#none", "text", 0, 0),
        ("#", "text", 0, 0),
        ("- one", "item", 2, 0),
        ("  * two", "item", 4, 1),
        ("-none", "text", 0, 0),
        ("- [ ] open", "check", 6, 0),
        ("    + [X] done", "check", 10, 2),
        ("- [y] none", "item", 2, 0),
        ("12. twelve", "number", 4, 0),
        ("12.none", "text", 0, 0),
        ("> said", "quote", 2, 0),
        ("| a | b |", "table", 0, 0),
        ("---", "rule", 3, 0),
        ("   ", "blank", 0, 0),
    ],
)
def test_what_a_line_is(text, kind, mark, level):
    found = lines.read_line(text)
    assert (found.kind, found.mark, found.level) == (kind, mark, level)


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("- one", "- "),
        ("  * two", "  * "),
        ("9. nine", "10. "),
        ("1) one", "2) "),
        ("- [x] done", "- [ ] "),
        ("> said", "> "),
        ("plain", ""),
        ("# Heading", ""),
        ("- ", None),
        ("- [ ] ", None),
        ("2. ", None),
        ("> ", None),
    ],
)
def test_enter_goes_on_with_a_list_and_an_empty_item_ends_it(text, begun):
    assert lines.continued(text) == begun


def test_tab_moves_items_in_and_out_and_nothing_else():
    assert lines.indented("- one", 1) == "  - one" and lines.indented("  - one", -1) == "- one"
    assert lines.indented("\t1. one", -1) == "1. one" and lines.indented("- one", -1) == "- one"
    assert lines.indented("plain", 1) == "plain" and lines.indented("            - deep", 1) == "            - deep"


@pytest.mark.parametrize("make", ["heading", "list", "check", "quote"])
def test_what_a_key_makes_of_a_line_the_key_takes_back(make):
    made = lines.LINES[make]("Ask the wards")
    while made != "Ask the wards" and make != "check":
        made = lines.LINES[make](made)
    if make == "check":
        assert [made, lines.as_check(made), lines.as_check(lines.as_check(made))] == [
            "- [ ] Ask the wards", "- [x] Ask the wards", "- [ ] Ask the wards",
        ]  # fmt: skip


def test_one_kind_becomes_another_without_its_old_sign():
    assert lines.as_check("- one") == "- [ ] one" and lines.as_item("- [x] one") == "- one"
    assert lines.as_heading("# One") == "### One" and lines.as_heading("### One") == "One"
    assert lines.as_item("  3. one") == "  - one" and lines.as_quote("> said") == "said"


def test_stresses_go_round_the_words_and_come_off_again():
    assert lines.stressed(" some words ", "**") == " **some words** "
    assert lines.stressed("**some words**", "**") == "some words" and lines.stressed("", "*") == "**"


@given(LINES)
def test_no_key_loses_a_word(text):
    words = lines.words_of(text)
    for make in lines.LINES.values():
        assert words in make(text)
    assert lines.words_of(lines.as_check(text)) == words
    for by in (1, -1):
        assert lines.indented(text, by).strip() == text.strip()


@given(LINES, st.booleans())
def test_ticking_changes_the_box_alone(text, on):
    made = lines.ticked(text, on)
    assert len(made) == len(text) and lines.ticked(made, on) == made
    if lines.read_line(text).kind == "check":
        assert lines.read_line(made).ticked is on


def test_words_are_counted_without_signs():
    assert lines.count_words("## One two\n- [ ] three – four\n\n| five |") == 5
