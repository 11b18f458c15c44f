# SPDX-License-Identifier: MIT
"""Topics are renamed with those below them, merged, coloured and dropped, and each of it can be taken back."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DraftPerson, Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks import topics
from tests.store.filling import add_event, passages


@pytest.fixture
def filed(library: Store) -> Store:
    """Give a library with three events, filed under topics of which two lie below another."""
    add_event(library, 1, topics=("Workforce/Retention", "Race equality"))
    add_event(library, 2, topics=("Workforce", "Equality of race"))
    add_event(library, 3, topics=("Workforce/Rotas", "Race equality", "Equality of race"))
    return library


def named(store: Store) -> dict[str, int]:
    return {card.name: card.events for card in db.topics(store)}


def number(store: Store, name: str) -> int:
    return db.find_record(store, "topic", name)


def test_a_topic_is_renamed_with_those_below_it(filed: Store) -> None:
    before = passages(filed.folder)
    topics.rename_topic(filed, number(filed, "Workforce"), " People / Staff ")
    assert set(named(filed)) == {
        *("People/Staff", "People/Staff/Retention", "People/Staff/Rotas", "Race equality", "Equality of race")
    }
    assert next(hit.title for hit in db.find(filed, "staff", kinds=["topic"]).hits).startswith("People/Staff")
    tasks.undo(filed)
    assert "Workforce/Rotas" in named(filed)
    assert passages(filed.folder) == before


def test_a_name_that_is_taken_is_refused(filed: Store) -> None:
    with pytest.raises(UserError, match="already"):
        topics.rename_topic(filed, number(filed, "Equality of race"), "race equality")
    with pytest.raises(UserError, match="empty"):
        topics.rename_topic(filed, number(filed, "Equality of race"), " / ")


def test_topics_are_merged_and_come_apart_again(filed: Store) -> None:
    before = passages(filed.folder)
    topics.merge_topics(filed, number(filed, "Race equality"), number(filed, "Equality of race"))
    assert named(filed)["Race equality"] == 3
    assert "Equality of race" not in named(filed)
    tasks.undo(filed)
    assert (named(filed)["Race equality"], named(filed)["Equality of race"]) == (2, 2)
    assert passages(filed.folder) == before


def test_a_topic_stands_for_those_below_it(filed: Store) -> None:
    assert set(db.event_ids(filed, Filter("topic", number(filed, "Workforce")))) == {1, 2, 3}
    assert db.event_ids(filed, Filter("topic", number(filed, "Workforce/Rotas"))) == [3]
    assert topics.parent_of("Workforce/Rotas") == "Workforce"
    assert topics.parent_of("Workforce") is None


def test_colours_and_dropping(filed: Store) -> None:
    rotas = number(filed, "Workforce/Rotas")
    topics.colour_topic(filed, rotas, "teal")
    assert db.topic_colours(filed) == {rotas: "teal"}
    with pytest.raises(UserError, match="not a colour"):
        topics.colour_topic(filed, rotas, "mauve")
    topics.drop_topic(filed, rotas)
    assert "Workforce/Rotas" not in named(filed)
    tasks.undo(filed)
    assert named(filed)["Workforce/Rotas"] == 1


def test_topics_are_proposed_from_series_people_and_the_page(library: Store) -> None:
    add_event(library, 1, topics=("Breaks",), series="Fair Shifts", people=(DraftPerson("Ada Quill"),))
    add_event(library, 2, topics=("Pay",), series=None, people=(DraftPerson("Ada Quill"),))
    add_event(library, 3, topics=("Herons",), series=None, people=())
    event = add_event(
        library, 4, topics=(), series="Fair Shifts", people=(DraftPerson("Ada Quill"),), summary="Equal pay at last."
    )
    found = topics.suggested_topics(library, event)
    assert [(one.topic.name, one.reason) for one in found] == [
        ("Pay", "Its words stand on the page; another event of one of these people has it."),
        ("Breaks", "An event of the series has it; another event of one of these people has it."),
    ]
