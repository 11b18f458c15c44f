# SPDX-License-Identifier: MIT
"""Search tells the truth: what is asked, of an event as a whole, in the right order, counted, marked."""

import html
import re

import pytest

from eqbrief import store as db
from eqbrief.model import DraftPerson, Tally
from eqbrief.model.query import parse
from eqbrief.store import Store
from eqbrief.store.search import finding, sharing
from tests.store.filling import act, add_event, note

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
    ("Liatha\u0301in", True),
    ("challenges", True),
    ('"challenges"', False),
    ('"waiting room"', True),
    ('"room waiting"', False),
    ("wait*", True),
    ("8a", True),
    ("LGBTQ+", True),
    ("D/deaf", True),
    ('"', False),
    ("🦢", False),
    ("*", False),
    ("waiting NOT room", False),
    ("title:waiting", False),
    ("(waiting", True),
    ("waiting AND absent", False),
    ("waiting OR absent", True),
    ("waiting -absent", True),
    ("waiting -kinder", False),
    ("", False),
]


@pytest.fixture
def filled(library: Store) -> Store:
    people = (DraftPerson("Sorcha O'Neill", roles=("co-production lead",)), DraftPerson("Bram Ó Liatháin"))
    body = "A challenge 🦢, band 8a, LGBTQ+ and D/deaf staff."
    event = add_event(library, 1, title="Kinder rotas in A&E", people=people, questions=(), body=body)
    note(library, event, "The waiting room <b>was</b> kind & quiet.")
    return library


def found(store: Store, typed: str, **options) -> list[tuple[str, int]]:
    return [(hit.kind, hit.id) for hit in db.find(store, typed, **options).hits]


@pytest.mark.parametrize(("typed", "finds"), TYPED)
def test_what_people_type_is_found(filled: Store, typed: str, finds: bool) -> None:
    assert bool(found(filled, typed)) is finds
    assert bool(db.events_found(filled, typed)) is finds


def test_the_last_word_may_be_half_typed_until_it_is_finished(filled: Store) -> None:
    assert db.find(filled, parse("quiet wai", open_end=True)).hits
    assert not found(filled, "quiet wai")


def test_words_are_asked_of_an_event_as_a_whole_and_those_with_all_stand_first(library: Store) -> None:
    first, second = add_event(library, 1), add_event(library, 2)
    apart = note(library, first, "The heron stood by.")
    other = note(library, first, "A swallowtail came.")
    both = note(library, first, "Swallowtail and heron.")
    note(library, second, "Only a heron.")
    assert found(library, "heron swallowtail", kinds=["note"]) == [("note", both), ("note", other), ("note", apart)]
    assert found(library, "heron swallowtail -kinder") == []
    assert db.events_found(library, "heron -swallowtail") == {second}
    assert found(library, '"heron swallowtail"') == []


def test_people_are_asked_over_their_own_names_and_roles(library: Store) -> None:
    event = add_event(library, 1)
    note(library, event, "Kittiwake.")
    assert found(library, "imogen director", kinds=["person"]) == [("person", 1)]
    assert found(library, "imogen kittiwake kind:person") == []
    assert ("note", 1) in found(library, "imogen kittiwake")


CONDITIONS = [
    ("person:imogen", {1, 2, 3}),
    ('person:"Rafiq Umberley 2"', {2}),
    ("person:rafiq -person:2", {1, 3}),
    ("org:pennywick", {1, 2, 3}),
    ("org:nobody", set()),
    ("topic:flexible", {1, 2, 3}),
    ('topic:"topic 1"', {1}),
    ("series:fair", {1, 2, 3}),
    ("series:shift", {1, 2, 3}),
    ("series:hift", set()),
    ("year:2023", {1, 2, 3}),
    ("year:2022", set()),
    ("year:2022-2023", {1, 2, 3}),
    ("after:2023", {1, 2, 3}),
    ("after:2023-02-03", {2, 3}),
    ("after:2023-02", {1, 2, 3}),
    ("after:2024", set()),
    ("before:2023", {1, 2, 3}),
    ("before:2023-02-03", {1, 2}),
    ("before:2022", set()),
    ("after:2023-02-03 before:2023-02-03", {2}),
    ("is:starred", {2}),
    ("-is:starred", {1, 3}),
    ("state:reviewed", {3}),
    ("is:to-review", {1, 2}),
    ("has:deck", set()),
    ("has:note", {1}),
    ("-has:note", {2, 3}),
    ("is:starred OR has:note", {1, 2}),
    ("2023", {1, 2, 3}),
    ("2023-02-04", {3}),
    ("heron is:starred", set()),
    ("in:note heron", {1}),
    ("in:body heron", set()),
    ("in:title heron", {1}),
    ("in:title kinder", {1, 2, 3}),
    ("-in:note heron", set()),
    ("in:note", {1}),
    ("(in:note heron) OR (in:title kinder is:starred)", {1, 2}),
]


@pytest.mark.parametrize(("typed", "events"), CONDITIONS)
def test_conditions(library: Store, typed: str, events: set[int]) -> None:
    for number in (1, 2, 3):
        add_event(library, number)
    note(library, 1, "A heron.")
    with library.change("event") as change:
        change.update("event", 2, starred=1)
        change.update("event", 3, state="reviewed")
    assert db.events_found(library, typed) == events
    hits = db.find(library, typed).hits
    assert {hit.event[0] for hit in hits if hit.event} == events


def test_a_date_known_to_the_month_overlaps_its_days(library: Store) -> None:
    add_event(library, 1, starts_at="2023-05")
    assert db.events_found(library, "after:2023-05-20") == {1}
    assert db.events_found(library, "before:2023-05-02") == {1}
    assert db.events_found(library, "after:2023-06") == set()
    assert db.events_found(library, "before:2023-04") == set()


def test_conditions_alone_list_events_and_whoever_was_named(library: Store) -> None:
    add_event(library, 1)
    assert found(library, "person:imogen") == [("event", 1), ("person", 1)]
    assert found(library, "year:2023") == [("event", 1)]
    assert found(library, "year:2023 kind:question") == [("question", 2), ("question", 1)]
    assert found(library, "-absent") == [("event", 1)]


def test_kind_lists_and_in_looks(library: Store) -> None:
    event = add_event(library, 1)
    made = note(library, event, "A heron.")
    act(library, event, "Ask about the kinder heron")
    assert found(library, "heron kinder in:note") == []
    assert found(library, "heron kinder kind:note") == []
    assert found(library, "in:note heron") == [("note", made)]
    assert {kind for kind, _ in found(library, "heron -kind:note")} == {"action"}


def test_titles_and_recent_events_stand_first(library: Store) -> None:
    old = add_event(library, 1, title="Herons", starts_at="2001-01-01")
    new = add_event(library, 2, title="Rotas", body="A heron.", starts_at="2024-01-01")
    newer = add_event(library, 3, title="More rotas", body="A heron.", starts_at="2025-01-01")
    assert found(library, "heron", kinds=["event"]) == [("event", old), ("event", newer), ("event", new)]


def test_no_kind_is_left_out_because_another_has_many(filled: Store) -> None:
    for turn in range(30):
        note(filled, 1, f"Sorcha O'Neill, turn {turn}")
    answer = db.find(filled, "sorcha", limit=10)
    assert answer.tallies == (Tally("person", 1), Tally("note", 30))
    assert [hit.kind for hit in answer.hits] == ["person"] + ["note"] * 9
    assert answer.total == Tally("event", 31)
    assert found(filled, "sorcha", limit=1)[0][0] == "person"


def test_many_are_counted_to_a_thousand(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (finding, sharing):
        monkeypatch.setattr(module, "MOST_COUNTED", 5)
    event = add_event(library, 1)
    for turn in range(8):
        note(library, event, f"heron {turn}")
    (tally,) = db.find(library, "heron").tallies
    assert str(tally) == "5+"
    assert str(Tally("note", 1000, more=True)) == "1,000+"


def test_a_snippet_holds_no_markup_but_the_mark(filled: Store) -> None:
    (hit,) = db.find(filled, "waiting room", kinds=["note"]).hits
    assert "<mark>waiting</mark> <mark>room</mark>" in hit.snippet
    assert "&lt;b&gt;was&lt;/b&gt; kind &amp; quiet" in hit.snippet
    assert set(re.findall(r"<[^>]*>", hit.snippet)) == {"<mark>", "</mark>"}
    assert hit.event is not None
    assert hit.event[1:] == ("Kinder rotas in A&E", "2023-02-02")
    assert html.unescape(re.sub("</?mark>", "", hit.marked_title)) == hit.title


def test_a_title_is_marked_too(filled: Store) -> None:
    (hit,) = db.find(filled, "rotas", kinds=["event"]).hits
    assert hit.marked_title == "Kinder <mark>rotas</mark> in A&amp;E"
    (half,) = db.find(filled, parse("kin rot", open_end=True), kinds=["event"]).hits or [None]
    assert half is None or "<mark>rotas</mark>" in half.marked_title


def test_a_pasted_page_finds_the_event_it_is_of(filled: Store) -> None:
    stored = db.event(filled, 1)
    assert stored is not None
    page = f"{stored.draft.title}\n{stored.draft.summary}\n{stored.draft.body}"
    assert db.events_found(filled, page) == {1}
    assert db.events_found(filled, f"{page} " * 900) == {1}
    assert found(filled, "x" * 100_000) == []


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
        assert len(db.find(library, parse("ward", open_end=True), kinds=kinds).hits) == 200
    finally:
        library.db.set_progress_handler(None, 0)
    assert len(steps) < 400, "thousands of virtual machine steps"


def test_a_search_ends_when_nobody_waits_or_its_connection_is_interrupted(filled: Store) -> None:
    with pytest.raises(db.search.Stopped):
        db.find(filled, "rotas", stop=lambda: True)
    filled.db.set_progress_handler(lambda: 1, 1)
    try:
        with pytest.raises(Exception, match="interrupted"):
            db.find(filled, "rotas")
    finally:
        filled.db.set_progress_handler(None, 0)


def test_of_merged_people_the_one_that_stands_is_found_by_either_name(library: Store) -> None:
    first = add_event(library, 1, people=(DraftPerson("Wren Ashdown", roles=("chief heron",)),))
    second = add_event(library, 2, people=(DraftPerson("Dr W. Ashdown", roles=("night lead",)),))
    (one, other) = [row["id"] for row in library.db.execute("SELECT id FROM person ORDER BY id DESC LIMIT 2")]
    with library.change("person") as change:
        change.update("person", other, same_as=one)
    assert found(library, "wren kind:person") == [("person", one)]
    assert found(library, "ashdown kind:person") == [("person", one)]
    assert found(library, "heron lead kind:person") == [("person", one)], "over the passages of both"
    assert db.events_found(library, "person:wren") == db.events_found(library, 'person:"W. Ashdown"') == {first, second}


def test_somebody_whose_only_event_lies_in_the_bin_is_not_found(library: Store) -> None:
    event = add_event(library, 1, people=(DraftPerson("Wren Ashdown"),))
    assert found(library, "wren") == [("person", 1)]
    with library.change("event") as change:
        db.set_on_event(library, change, event, deleted_at="2024-01-01T00:00:00Z")
    assert found(library, "wren") == found(library, "pennywick OR flexible") == []


def test_an_acronym_of_the_glossary_finds_its_long_form_and_the_other_way_round(library: Store) -> None:
    add_event(library, 1, title="Herons of the wetland trust", body="")
    add_event(library, 2, title="What WWT did", body="")
    with library.change("term") as change:
        db.add_term(library, change, "WWT", "Wetland Trust", "wwt wetland trust")
    assert db.events_found(library, "wwt") == db.events_found(library, '"wetland trust"') == {1, 2}
    assert db.events_found(library, "wetland trust") == {1, 2}
    assert db.events_found(library, '"WWT"') == {2}
    (hit,) = [hit for hit in db.find(library, "wwt").hits if hit.id == 1]
    assert "<mark>wetland trust</mark>" in hit.marked_title
