# SPDX-License-Identifier: MIT
"""Every text that can be typed has a meaning, and what is not valid is taken literally."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eqbrief.model.query import MOST_WORDS, All, AnyOf, Field, Not, Query, Scope, Words, explain, parse, words_of

W = Words

READ = [
    ("bystander", W("bystander")),
    ("active bystander", All((W("active"), W("bystander")))),
    ('"executive sponsor"', W("executive sponsor", together=True)),
    ("“executive sponsor”", W("executive sponsor", together=True)),
    ("equalit*", W("equalit", begins=True)),
    ('"staff net"*', W("staff net", together=True, begins=True)),
    ("a -b", All((W("a"), Not(W("b"))))),
    ('a -"b c"', All((W("a"), Not(W("b c", together=True))))),
    ("a -(b c)", All((W("a"), Not(All((W("b"), W("c"))))))),
    ("a OR b", AnyOf((W("a"), W("b")))),
    ("a OR b c", All((AnyOf((W("a"), W("b"))), W("c")))),
    ("a OR (b c)", AnyOf((W("a"), All((W("b"), W("c")))))),
    ("(a b) c", All((W("a"), W("b"), W("c")))),
    ('person:"Wren Ashdown"', Field("person", "Wren Ashdown")),
    ("Person:wren", Field("person", "wren")),
    ("org:larkmoor", Field("org", "larkmoor")),
    ("-topic:pay", Not(Field("topic", "pay"))),
    ("kind:slides", Scope("kind", ("slide",))),
    ("in:notes,table", Scope("in", ("note", "table"))),
    ("in:speaker-notes", Scope("in", ("speaker-notes",))),
    ('in:"speaker notes"', Scope("in", ("speaker-notes",))),
    ("-in:title", Scope("in", ("title",), out=True)),
    ("in:note OR in:question", Scope("in", ("note", "question"))),
    ("series:winter", Field("series", "winter")),
    ("tag:edi:6", Field("tag", "edi:6")),
    ("year:2024", Field("year", "2024")),
    ("year:2021-2024", Field("year", "2021..2024")),
    ("after:2023", Field("after", "2023")),
    ("before:2023-5", Field("before", "2023-05")),
    ("after:3/5/2023", Field("after", "2023-05-03")),
    ("has:decks", Field("has", "deck")),
    ("is:starred", Field("is", "starred")),
    ("is:to-review", Field("is", "to review")),
    ('state:"to review"', Field("state", "to review")),
    ("A&E", W("A&E")),
    ("LGBTQ+", W("LGBTQ")),
    ("D/deaf", W("D/deaf")),
    ("co-production", W("co-production")),
    ("O'Neill", W("O'Neill")),
    ("8a", W("8a")),
    ("f(x)", W("f(x")),
    ("(bystander)", W("bystander")),
    ('he said "so"-called', All((W("he"), W("said"), W("so", together=True), W("called")))),
]

LITERAL = [
    ("colour:red", W("colour:red"), ("colour:red",)),
    ("year:soon", W("year:soon"), ("year:soon",)),
    ("after:2023-02-30", W("after:2023-02-30"), ("after:2023-02-30",)),
    ("kind:unicorn", W("kind:unicorn"), ("kind:unicorn",)),
    ("in:note,unicorn", W("in:note,unicorn"), ("in:note,unicorn",)),
    ("is:blue", W("is:blue"), ("is:blue",)),
    ("state:done", W("state:done"), ("state:done",)),
    ("has:wings", W("has:wings"), ("has:wings",)),
    ("https://a.example/x", W("https://a.example/x"), ("https://a.example/x",)),
    ("OR", W("OR"), ("OR",)),
    ("a OR", All((W("a"), W("OR"))), ("OR",)),
    ("OR a", All((W("OR"), W("a"))), ("OR",)),
    ("a AND b", All((W("a"), W("AND"), W("b"))), ()),
    ('"a b', All((W("a"), W("b"))), ()),
    ("(a b", All((W("a"), W("b"))), ()),
    ("a) b", All((W("a"), W("b"))), ()),
    ("--a", W("a"), ()),
    ("- a", W("a"), ()),
    ("person:", W("person"), ()),
]

NOTHING = ["", " ", '"', "'", "(", ")", "()", "*", "-", "--", "🦢", "\0", '""', "-()", "( ( (", "…", "&"]


@pytest.mark.parametrize(("typed", "root"), READ)
def test_the_language(typed: str, root) -> None:
    query = parse(typed)
    assert query == Query(typed, root)
    assert parse(f"  {typed}  ").root == root


@pytest.mark.parametrize(("typed", "root", "literal"), LITERAL)
def test_what_is_not_valid_is_taken_literally_and_said(typed: str, root, literal: tuple[str, ...]) -> None:
    query = parse(typed)
    assert (query.root, query.literal) == (root, literal)
    for piece in literal:
        assert f"“{piece}”" in explain(query)


@pytest.mark.parametrize("typed", NOTHING)
def test_nothing_to_look_for_is_nothing(typed: str) -> None:
    assert parse(typed).root is None
    assert ("no letter or digit" in explain(parse(typed))) is bool(typed.strip())


def test_the_last_word_goes_on_while_it_is_typed() -> None:
    assert parse("quiet wai", open_end=True).root == All((W("quiet"), W("wai", begins=True)))
    assert parse("quiet wai ", open_end=True).root == All((W("quiet"), W("wai")))
    assert parse('"wai"', open_end=True).root == W("wai", together=True)
    assert parse("quiet -wai", open_end=True).root == All((W("quiet"), Not(W("wai"))))
    assert parse("w", open_end=True).root == W("w"), "one letter begins too many words to be of use"
    assert parse('person:"Wren Ash', open_end=True).root == Field("person", "Wren Ash")
    assert parse('"quiet wai', open_end=True).root == W("quiet wai", together=True, begins=True)
    assert parse('"quiet wai', open_end=False).root == All((W("quiet"), W("wai")))
    assert parse('8" x 12', open_end=True).root == All((W("8"), W("x"), W("12", begins=True))), "inches quote nothing"


def test_accents_are_one_letter_however_they_are_written() -> None:
    assert parse("Zoe\u0308").root == parse("Zo\u00eb").root == W("Zoë")


def test_a_pasted_page_asks_for_its_first_words() -> None:
    page = " ".join(f"word{number}" for number in range(12_000))
    query = parse(page)
    assert len(words_of(query.root)) == MOST_WORDS
    assert query.cut and "first words" in explain(query)


def test_no_depth_of_brackets_is_too_deep() -> None:
    assert parse("(" * 5000 + "a" + ")" * 5000 + " b").root == All((W("a"), W("b")))
    assert parse("-(" * 5000 + "a").root is not None


_PIECES = st.sampled_from(
    [
        *'"()*-:&',
        "OR",
        "-",
        "a",
        "bystander",
        "A&E",
        "person:",
        'person:"',
        "in:",
        "year:2024",
        "after:",
        "kind:slide",
        " ",
    ]
)


@given(
    st.text(max_size=80) | st.lists(_PIECES, max_size=20).map("".join) | st.lists(_PIECES, max_size=20).map(" ".join)
)
@example('-person:"a"b(c OR')
def test_whatever_is_typed_has_a_meaning_and_an_explanation(typed: str) -> None:
    for open_end in (False, True):
        query = parse(typed, open_end=open_end)
        assert parse(typed, open_end=open_end) == query
        said = explain(query)
        assert bool(said) is bool(typed.strip()) or not said
        assert hash(query) == hash(parse(typed, open_end=open_end))


@given(st.lists(st.text(string.ascii_lowercase + "éñ", min_size=2, max_size=9), min_size=1, max_size=8))
def test_plain_words_are_all_asked_for_and_nothing_else_is(words: list[str]) -> None:
    assert [one.text for one in words_of(parse(" ".join(words)).root)] == list(dict.fromkeys(words))


@given(st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=9), min_size=1, max_size=8), st.data())
def test_punctuation_around_words_changes_nothing(words: list[str], data) -> None:
    noise = st.text("'.,;!?…·–()*&%$£#", max_size=3)
    typed = " ".join(f"{data.draw(noise)}{word}" for word in words)
    assert {one.text for one in words_of(parse(typed).root)} == set(words)
