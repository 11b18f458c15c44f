# SPDX-License-Identifier: MIT
"""Search tells the truth, and nothing that can be typed breaks it."""

import html
import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief.model import DraftPerson
from eqbrief.store import Store
from eqbrief.store.search import match_expression
from tests.store.filling import add_event, note

TYPED = [
    ("A&E", True),
    ("a & e", True),
    ("O'Neill", True),
    ("oneill", False),
    ("O’Neill", True),
    ("co-production", True),
    ("co production", True),
    ("Liathain", True),
    ("LIATHÁIN", True),
    ("challenges", True),
    ('"waiting room"', True),
    ('"room waiting"', False),
    ('"', False),
    ("'", False),
    ("🦢", False),
    ("*", False),
    ("waiting NOT room", False),
    ("title:waiting", False),
    ("waiting*", True),
    ("(waiting", True),
    ("waiting AND", False),
    ("", False),
]


@pytest.fixture
def filled(library: Store) -> Store:
    people = (DraftPerson("Sorcha O'Neill", roles=("co-production lead",)), DraftPerson("Bram Ó Liatháin"))
    event = add_event(library, 1, title="Kinder rotas in A&E", people=people, questions=(), body="A challenge 🦢.")
    note(library, event, "The waiting room <b>was</b> kind & quiet.")
    return library


@pytest.mark.parametrize(("typed", "found"), TYPED)
def test_what_people_type_is_found(filled: Store, typed: str, found: bool) -> None:
    assert bool(db.search(filled, typed)) is found
    assert bool(db.search(filled, typed, finished=True)) is found


def test_the_last_word_may_be_half_typed_until_it_is_finished(filled: Store) -> None:
    assert db.search(filled, "quiet wai")
    assert not db.search(filled, "quiet wai", finished=True)
    assert not db.search(filled, '"wai"')


def test_a_snippet_holds_no_markup_but_the_mark(filled: Store) -> None:
    (hit,) = db.search(filled, "waiting room", kinds=["note"])
    assert "<mark>waiting</mark> <mark>room</mark>" in hit.snippet
    assert "&lt;b&gt;was&lt;/b&gt; kind &amp; quiet" in hit.snippet
    assert set(re.findall(r"<[^>]*>", hit.snippet)) == {"<mark>", "</mark>"}
    assert hit.event is not None
    assert hit.event[1:] == ("Kinder rotas in A&E", "2023-02-02")


def test_only_the_kinds_asked_for_are_found(filled: Store) -> None:
    assert {hit.kind for hit in db.search(filled, "rotas")} >= {"event"}
    assert {hit.kind for hit in db.search(filled, "sorcha", kinds=["person"])} == {"person"}
    assert db.search(filled, "sorcha", kinds=["note"]) == []
    assert db.search(filled, "rotas", limit=1)[0].kind == "event"


def test_an_old_record_is_found_among_thousands_of_newer_ones_of_another_kind(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["eqbrief.store.search"], "_CANDIDATES", 5)
    event = db.find_event(filled, "Kinder rotas")
    for turn in range(8):
        note(filled, event, f"Sorcha O'Neill, turn {turn}")
    assert [hit.title for hit in db.search(filled, "sorcha", kinds=["person"])] == ["Sorcha O'Neill"]


@pytest.mark.parametrize("kinds", [(), ("event",)], ids=["all", "one kind"])
def test_a_common_beginning_costs_one_pass_over_the_index(library: Store, kinds: tuple[str, ...]) -> None:
    with library.change() as change:
        for number in range(3000):
            words = " ".join(f"ward{(number * 7 + place) % 400}" for place in range(20))
            change.execute(
                "INSERT INTO passage(kind, record_id, title, text) VALUES ('event', ?, 'T', ?)", (number, words)
            )
    steps: list[int] = []
    library.db.set_progress_handler(lambda: steps.append(1), 1000)
    try:
        assert len(db.search(library, "ward", kinds=kinds)) == 200
    finally:
        library.db.set_progress_handler(None, 0)
    assert len(steps) < 400, "thousands of virtual machine steps"


def test_an_interrupted_search_says_so_to_its_lane(filled: Store) -> None:
    filled.db.set_progress_handler(lambda: 1, 1)
    try:
        with pytest.raises(Exception, match="interrupted"):
            db.search(filled, "rotas")
    finally:
        filled.db.set_progress_handler(None, 0)


@given(st.text(max_size=60) | st.text("\"'*()&-^:{}+ANDORNEAR abc\0\ud800", max_size=30))
@example('"a" OR "b')
@example("NEAR(a b, 5)")
@example("a" * 3000)
@example(" ".join("abc") * 100)
def test_nothing_that_is_typed_raises(typed: str) -> None:
    for finished in (False, True):
        expression = match_expression(typed, finished=finished)
        assert expression is None or re.fullmatch(r'("[^"]+")( AND "[^"]+")*\*?', expression)
        for hit in db.search(SHARED.store, typed, finished=finished):
            assert set(re.findall(r"<[^>]*>", hit.snippet)) <= {"<mark>", "</mark>"}
            assert html.unescape(hit.snippet)


class SHARED:
    """One library for every example of the property."""

    store: Store


@pytest.fixture(autouse=True)
def _shared(filled: Store) -> None:
    SHARED.store = filled
