# SPDX-License-Identifier: MIT
"""Records that are likely one are proposed with the reason, those that were told apart are not."""

import pytest

from eqbrief import store as db
from eqbrief.model import DraftPerson
from eqbrief.store import Store
from eqbrief.tasks import naming
from eqbrief.tasks.likely import likely_for, likely_same
from eqbrief.tasks.telling_apart import keys_for
from tests.store.filling import draft


@pytest.fixture
def peopled(library: Store) -> Store:
    """Give a library of five people; Ada's two records share an organisation and a topic."""
    panels = (
        (("Ada Quill", "Larkmoor Hospitals"), ("Tom Whitlock", "Larkmoor Hospitals NHS Trust")),
        (("A. Quill", "Larkmoor Hospitals"),),
        (("Ada Quill", "Larkmoor Hospitals"), ("Tessa Whitlock", "Ashdown Network")),
        (("Anton Quill", "Marlshire ICB"),),
    )
    for number, panel in enumerate(panels, 1):
        people = tuple(DraftPerson(name, organisations=(where,)) for name, where in panel)
        with library.change() as change:
            made = draft(number, people=people, topics=("Rotas",) if number < 4 else ())
            db.insert_event(library, change, made, keys_for(library), f"folder {number}")
    return library


def test_the_most_likely_comes_first_with_its_reasons(peopled: Store) -> None:
    first, second = likely_same(peopled, "person")
    assert (first.one.name, first.other.name) == ("Ada Quill", "A. Quill")
    assert first.reason == (
        "The surname is the same, and one given name is an initial. "
        "Both spoke for Larkmoor Hospitals. Both at events on Rotas."
    )
    assert (second.one.name, second.other.name) == ("A. Quill", "Anton Quill")
    assert first.score > second.score


def test_organisations_too(peopled: Store) -> None:
    (only,) = likely_same(peopled, "organisation")
    assert {only.one.name, only.other.name} == {"Larkmoor Hospitals", "Larkmoor Hospitals NHS Trust"}


def test_one_record_is_asked_about(peopled: Store) -> None:
    anton = db.find_record(peopled, "person", "Anton Quill")
    assert [pair.one.name for pair in likely_for(peopled, "person", anton)] == ["A. Quill"]
    assert likely_for(peopled, "person", db.find_record(peopled, "person", "Tessa Whitlock")) == []
    assert likely_for(peopled, "person", 999) == []


def test_what_was_told_apart_or_merged_is_not_proposed(peopled: Store) -> None:
    ada, short = (db.find_record(peopled, "person", name) for name in ("Ada Quill", "A. Quill"))
    naming.not_the_same(peopled, "person", ada, short)
    assert [(pair.one.name, pair.other.name) for pair in likely_same(peopled, "person")] == [
        ("A. Quill", "Anton Quill")
    ]
    naming.merge(peopled, "person", short, db.find_record(peopled, "person", "Anton Quill"))
    assert likely_same(peopled, "person") == []


def test_comparing_can_be_stopped(peopled: Store) -> None:
    assert likely_same(peopled, "person", stop=lambda: True) == []
