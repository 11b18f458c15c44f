# SPDX-License-Identifier: MIT
"""Nothing that can be typed raises, and nothing that stands there is said not to (5,000 of each in tests/bench)."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief.model.query import parse
from eqbrief.store import Store
from eqbrief.store.search import match_expressions
from eqbrief.store.search.ranges import CODES, code_of, event_of, kind_of
from tests.store.filling import add_event, note

WRITTEN = (
    "A&E", "LGBTQ+", "D/deaf", "co-production", "O'Neill", "8a", "Zoë", "WRES", "Ngāti", "naïve", "e.g.", "50%", "C#",
    "staff’s", "https://a.example/b", "year:soon", "in:nowhere", "“so-called”", "10:30", "(ICB)", "24/7", "ﬁnance",
    "İz", "straße", "Łódź", "ὀδός", "日本語", "x_y", "R&D", "re:", "and/or",
)  # fmt: skip
"""Words as people write them, each of which finds itself."""

TYPED = (
    st.text(max_size=60)
    | st.text("\"'*()&-^:{}+ANDORNEAR abc\0\x1b\ud800", max_size=30)
    | st.lists(
        st.sampled_from([*WRITTEN, *'"()-*:', "OR", "person:", "kind:note", "after:2023", "in:note"]), max_size=12
    ).map(" ".join)
)
NOISE = st.text("\0\x01\t'.,;!?…·()*&%$£#", max_size=4)
"""No quotes, since two of them ask for the words between them to stand together."""


class SHARED:
    """One library for every example of the properties."""

    store: Store


@pytest.fixture(autouse=True)
def _shared(library: Store) -> None:
    event = add_event(library, 1)
    note(library, event, " ".join(WRITTEN))
    SHARED.store = library


@given(TYPED)
@example('"a" OR "b')
@example("NEAR(a b, 5)")
@example("a" * 100_000)
@example("a " * 50_000)
@example(" ".join("abc") * 100)
@example("(" * 2000)
@example('person:"\ud800"')
@example("title : a")
def test_nothing_that_is_typed_raises(typed: str) -> None:
    for open_end in (False, True):
        query = parse(typed, open_end=open_end)
        found = db.find(SHARED.store, query)
        db.events_found(SHARED.store, query)
        for hit in found.hits:
            assert set(re.findall(r"<[^>]*>", hit.snippet)) <= {"<mark>", "</mark>"}


@pytest.mark.parametrize("word", WRITTEN)
def test_what_is_written_finds_itself(word: str) -> None:
    # Letters whose other case is two letters are left as they are written.
    cases = [case for case in (word.upper(), word.lower()) if len(case) == len(word)]
    for typed in (word, f'"{word}"', f"({word})", *cases, f"{word} nowhere OR kinder"):
        assert db.events_found(SHARED.store, typed) == {1}, typed
        assert db.find(SHARED.store, typed).hits, typed


@settings(max_examples=60)
@given(st.lists(st.tuples(NOISE, st.sampled_from(WRITTEN), NOISE), min_size=1, max_size=6), st.sampled_from(" \t\n"))
def test_words_that_stand_there_are_found_whatever_stands_around_them(words, space: str) -> None:
    typed = space.join(f"{before}{word}{after}" for before, word, after in words)
    assert db.events_found(SHARED.store, typed) == {1}
    assert db.find(SHARED.store, typed).hits


@given(st.text(min_size=1, max_size=40))
def test_an_expression_is_made_of_strings_only(text: str) -> None:
    for words in (parse(text).root,):
        if hasattr(words, "text"):
            for expression in match_expressions(words, "title").values():  # pyright: ignore[reportArgumentType]
                assert re.fullmatch(r'\{title\} : \("[^"]*"( \*)?( OR "[^"]*")*\)', expression)


def test_the_numbers_say_what_the_passages_are(library: Store) -> None:
    for kind, place in CODES:
        with library.change() as change:
            change.execute(
                "INSERT INTO passage(kind, place, record_id, event_id, title, text) VALUES (?, ?, 9, 1, '', 'x')",
                (kind, place),
            )
    for row in library.db.execute("SELECT docid, kind, place, event_id FROM passage"):
        place = row["place"] if row["kind"] == "slide" else None
        assert code_of(row["docid"]) == CODES[row["kind"], place]
        assert kind_of(code_of(row["docid"])) == row["kind"]
        assert event_of(row["docid"]) == (row["event_id"] or 0)
