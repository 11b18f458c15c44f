# SPDX-License-Identifier: MIT
"""What is printed is one JSON document or plain text, and never steers the terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.cli import printing

HOSTILE = "\x1b]0;gone\x07 \x9b31m \u202egnp.exe\u202c \x00 \ud800 caf\u00e9 – “quoted” 😀"


@pytest.mark.parametrize("show", [printing.say, printing.complain, printing.print_json])
def test_what_steers_a_terminal_never_arrives(show, capsys) -> None:
    show(HOSTILE)
    said = "".join(capsys.readouterr())
    assert not set(said) & set("\x1b\x07\x9b\u202e\u202c\x00\ud800")
    assert "caf\u00e9 – “quoted” 😀" in said.replace('\\"', '"')


def test_json_says_the_same_in_spite_of_that(capsys) -> None:
    printing.print_json({"title": HOSTILE})
    out = capsys.readouterr().out
    assert json.loads(out) == {"title": HOSTILE}
    assert out.count("\n") == 1


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner), max_leaves=8))
def test_any_json_comes_back_as_it_was(plain) -> None:
    text = printing.as_json(plain)
    assert json.loads(text.encode("utf-8")) == plain


def test_tables_stay_in_their_columns_and_each_row_on_its_line(capsys) -> None:
    long = "and long " * 20
    printing.say_table([("1", "a", "short"), ("100", "bcd", f"A title\nof two lines {long}")])
    first, second = capsys.readouterr().out.splitlines()
    assert first == "1    a    short"
    assert second == f"100  bcd  A title of two lines {long}".rstrip()


def test_an_empty_table_is_nothing(capsys) -> None:
    printing.say_table([])
    assert capsys.readouterr().out == ""


def test_wrapping_keeps_paragraphs_and_indents(capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    printing.say_wrapped("one two three four five six\n\nseven", indent="    ", first="  - ")
    assert capsys.readouterr().out.splitlines() == ["  - one two three four", "    five six", "", "    seven"]


@pytest.mark.parametrize("start", ["- ", "  * ", "12. ", "- [ ] ", "> "])
def test_a_bullets_lines_stand_under_its_words(start: str, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    printing.say_wrapped(f"{start}one two three four five six seven", indent=" ")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f" {start}one two")
    assert second[: len(start) + 1].strip() == ""
    assert second[len(start) + 1] != " "


@pytest.mark.parametrize(("number", "said"), [(0, "0 events"), (1, "1 event"), (2, "2 events")])
def test_numbers_agree_with_their_noun(number: int, said: str) -> None:
    assert printing.count(number, "event") == said
