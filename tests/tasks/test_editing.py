# SPDX-License-Identifier: MIT
"""Changing events by hand: fields, star, state, topics, the bin, and undo."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Draft, DraftDeck, DraftPerson, DraftRecording, DraftSession, Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks.editing import EDITABLE
from eqbrief.tasks.pages import Page

FULL = Draft(
    source="page.html",
    kind="event",
    title="Kinder rotas",
    publisher="Larkmoor Alliance",
    series="Fair Shifts programme",
    starts_at="2023-03-20",
    summary="In short",
    body="At length",
    topics=("Rotas", "Night work"),
    people=(DraftPerson("Imogen Thistlewood", capacity="chair", roles=("director",), organisations=("Larkmoor",)),),
    decks=(DraftDeck("Slides", 1_400_000),),
    recordings=(DraftRecording("The film"),),
    questions=("How?", "Why?"),
    sessions=(DraftSession("Opening", people=("Imogen Thistlewood",)),),
)


@pytest.fixture
def number(library: Store) -> int:
    (added,) = tasks.accept(library, Page("page.html", b"page", FULL))
    assert added.event is not None
    return added.event.id


CHANGES = [
    ("title", "Other"),
    ("publisher", None),
    ("series", "Another series"),
    ("series", None),
    ("starts_at", "2023-03-20T09:30"),
    ("summary", None),
    ("body", "# Anew"),
    ("topics", ("Night work", "Rotas", "More")),
    ("people", (replace(FULL.people[0], capacity="speaker", roles=()), DraftPerson("Rafiq Umberley"))),
    ("people", ()),
    ("decks", (DraftDeck("Slides"), DraftDeck("More slides", url="https://example.org/x.pptx"))),
    ("recordings", ()),
    ("questions", ("Why?",)),
    ("sessions", (DraftSession("Closing", "T15:00"),)),
]


@pytest.mark.parametrize(("field", "value"), CHANGES, ids=lambda value: value if isinstance(value, str) else "")
def test_a_field_is_set_remembered_and_undone(library: Store, number: int, field: str, value: object) -> None:
    before = tasks.event(library, number)
    wanted = replace(before.draft, **{field: value})
    assert tasks.edit(library, number, wanted) == [field]
    after = tasks.event(library, number)
    assert getattr(after.draft, field) == value
    assert replace(after.draft, **{field: getattr(before.draft, field)}) == before.draft
    assert after.edited == (field,)
    assert tasks.edit(library, number, wanted) == []
    tasks.undo(library)
    assert tasks.event(library, number) == before


def test_every_field_that_edit_takes_can_be_given_as_text(library: Store, number: int) -> None:
    values = {
        "title": "T", "publisher": "P", "series": "S", "language": "cy", "status": "cancelled",
        "timezone": "Europe/London", "summary": "Sum", "body": "B", "published_on": "2024-01-02",
        "starts_at": "2024-02", "ends_at": "2024-02-20T10:00", "topics": "A; B", "questions": "Q1;Q2",
        "state": "reviewed", "starred": "yes",
    }  # fmt: skip
    assert set(values) == set(EDITABLE)
    assert set(tasks.edit_fields(library, number, values)) == set(values)
    event = tasks.event(library, number)
    for field in set(values) - {"topics", "questions", "state", "starred"}:
        assert getattr(event.draft, field) == values[field]
    assert (event.draft.topics, event.draft.questions) == (("A", "B"), ("Q1", "Q2"))
    assert (event.state, event.starred) == ("reviewed", True)
    tasks.undo(library)
    assert tasks.event(library, number).draft == replace(FULL, address="page.html")


@pytest.mark.parametrize(
    "values",
    [
        {"nonsense": "x"},
        {"starts_at": "20 February"},
        {"starts_at": "2024-02-20", "ends_at": "2024-02-19"},
        {"ends_at": "1999"},
        {"status": "called off"},
        {"state": "finished"},
        {"starred": "maybe"},
        {"title": " \n "},
    ],
)
def test_a_wrong_value_leaves_everything_as_it_was(library: Store, number: int, values: dict[str, str]) -> None:
    before = tasks.event(library, number)
    with pytest.raises(UserError):
        tasks.edit_fields(library, number, {"publisher": "Changed", **values})
    assert tasks.event(library, number) == before
    assert db.next_undo(library) == "Add “Kinder rotas”"


def test_dates_as_people_write_them_and_lines_are_kept_in_order(library: Store, number: int) -> None:
    given = {"starts_at": "20 February 2031", "ends_at": "20/2/2031", "title": "Two\nlines", "questions": "Why\nnot?;"}
    tasks.edit_fields(library, number, given)
    draft = tasks.event(library, number).draft
    assert (draft.starts_at, draft.ends_at) == ("2031-02-20", "2031-02-20")
    assert (draft.title, draft.questions) == ("Two lines", ("Why not?",))
    tasks.edit_fields(library, number, {"starts_at": "", "ends_at": "", "status": ""})
    assert tasks.event(library, number).draft.status is None


def test_dates_that_a_page_has_wrong_do_not_keep_the_rest_from_being_edited(library: Store) -> None:
    wrong = replace(FULL, title="Backwards", source="b", starts_at="2024-02-20", ends_at="2024-02-19")
    (added,) = tasks.accept(library, Page("b", b"b", wrong))
    assert tasks.edit_fields(library, added.event.id, {"publisher": "Larkmoor"}) == ["publisher"]


def test_the_star_and_the_state_of_several_at_once(library: Store, number: int) -> None:
    (second,) = tasks.accept(library, Page("b", b"b", replace(FULL, title="Second", source="b")))
    both = [number, second.event.id]
    tasks.star(library, both, True)
    tasks.set_state(library, both, "reviewing")
    assert db.event_ids(library, Filter(scope="starred")) == sorted(both, reverse=True)
    assert db.event_ids(library, Filter(scope="to review")) == []
    assert tasks.undo(library) == "Mark as reviewing: 2 events"
    assert tasks.undo(library) == "Star 2 events"
    assert db.event_ids(library, Filter(scope="starred")) == []


def test_topics_are_kept_once_and_in_order(library: Store, number: int) -> None:
    tasks.set_topics(library, number, [" B ", "A", "B", "", "C"])
    assert tasks.event(library, number).draft.topics == ("B", "A", "C")


def test_the_bin(library: Store, number: int) -> None:
    tasks.new_note(library, number, "A swallowtail")
    tasks.delete(library, [number])
    assert db.event_ids(library, Filter()) == []
    assert db.find(library, "swallowtail").hits == ()
    tasks.put_back(library, [number])
    assert db.event_ids(library, Filter()) == [number]
    assert len(db.find(library, "swallowtail").hits) == 1


def test_what_was_changed_again_since_is_not_undone_by_force(library: Store, number: int) -> None:
    """Two programs may write by turns; undo never throws away what came after."""
    tasks.set_state(library, [number], "reviewing")
    with library.change("event") as change:
        db.set_on_event(library, change, number, state="reviewed")
    with pytest.raises(UserError, match="cannot be undone"):
        tasks.undo(library)
    assert tasks.event(library, number).state == "reviewed"


def test_an_event_that_is_gone_is_said(library: Store) -> None:
    for act in (
        lambda: tasks.event(library, 7),
        lambda: tasks.edit(library, 7, FULL),
        lambda: tasks.star(library, [7], True),
        lambda: tasks.delete(library, [7]),
    ):
        with pytest.raises(UserError):
            act()


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).filter(str.strip)
drafts = st.builds(
    Draft,
    source=st.just("page.html"),
    kind=st.just("event"),
    title=words,
    publisher=st.none() | words,
    series=st.none() | words,
    summary=st.none() | words,
    topics=st.lists(words, max_size=3, unique_by=str.casefold).map(tuple),
    people=st.lists(st.builds(DraftPerson, name=words, roles=st.lists(words, max_size=2).map(tuple)), max_size=3).map(
        tuple
    ),
    questions=st.lists(words, max_size=3).map(tuple),
)


@settings(max_examples=15)
@given(steps=st.lists(drafts, min_size=1, max_size=4))
def test_any_edits_are_undone_one_by_one(tmp_path_factory: pytest.TempPathFactory, steps: list[Draft]) -> None:
    folder: Path = tmp_path_factory.mktemp("edits")
    store = Store.create(folder / "library")
    try:
        (added,) = tasks.accept(store, Page("page.html", b"page", FULL))
        seen = [tasks.event(store, added.event.id)]
        for step in steps:
            if tasks.edit(store, added.event.id, step):
                seen.append(tasks.event(store, added.event.id))
        for before in reversed(seen[:-1]):
            tasks.undo(store)
            assert tasks.event(store, added.event.id) == before
    finally:
        store.close()
