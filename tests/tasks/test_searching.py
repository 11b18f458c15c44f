# SPDX-License-Identifier: MIT
"""Saved searches tell what is new, and close spellings are offered when little is found."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks import searching
from tests.store.filling import add_event, fill, note


@pytest.fixture
def filled(library: Store) -> Store:
    fill(library)
    return library


def now(store: Store) -> tuple[int, int]:
    (saved,) = db.saved_searches(store)
    found = searching.standing(store, saved)
    return found.number, found.new


def test_a_saved_search_tells_what_is_new_since_it_was_looked_at(filled: Store) -> None:
    saved = searching.save_search(filled, "Herons", "heron")
    assert now(filled) == (3, 0)
    other = add_event(filled, 9)
    note(filled, other, "Another heron.")
    assert now(filled) == (4, 1)
    searching.look_at(filled, saved.id)
    assert now(filled) == (4, 0)


def test_what_was_seen_stays_seen_when_an_event_is_indexed_anew(filled: Store) -> None:
    searching.save_search(filled, "", "wards OR imogen")
    found, _ = now(filled)
    tasks.edit_fields(filled, 1, {"title": "Kinder rotas told again"})
    assert now(filled) == (found, 0)


def test_saving_renaming_and_deleting_are_undone(filled: Store) -> None:
    saved = searching.save_search(filled, " ", '  heron "ward 2" ')
    assert (saved.name, saved.query) == ('heron "ward 2"', 'heron "ward 2"')
    assert searching.rename_search(filled, saved.id, "Birds").name == "Birds"
    searching.delete_search(filled, saved.id)
    assert db.saved_searches(filled) == []
    assert tasks.undo(filled) == "Delete the search “Birds”"
    assert [one.name for one in db.saved_searches(filled)] == ["Birds"]
    tasks.undo(filled)
    assert [one.name for one in db.saved_searches(filled)] == ['heron "ward 2"']
    tasks.undo(filled)
    assert db.saved_searches(filled) == []


def test_nothing_is_not_saved_and_what_is_gone_is_said(filled: Store) -> None:
    with pytest.raises(UserError, match="nothing to save"):
        searching.save_search(filled, "x", ' " ')
    for gone in (lambda: searching.rename_search(filled, 9, "x"), lambda: searching.delete_search(filled, 9)):
        with pytest.raises(UserError, match="no longer saved"):
            gone()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("heroon", ["heron"]),
        ("Flexibel", ["flexible"]),
        ("rafik heron", ["rafiq heron"]),
        ("thistelwood -rotas", ["thistlewood -rotas"]),
        ("heron", []),
        ('"heroon"', ['"heron"']),
        ("xyzzyq", []),
        ("abc", []),
        ("", []),
    ],
)
def test_close_spellings_are_the_librarys_own(filled: Store, typed: str, offered: list[str]) -> None:
    assert searching.spellings(filled, db.find(filled, typed))[:1] == offered


def test_names_are_offered_by_any_word_of_theirs(filled: Store) -> None:
    assert db.names_beginning(filled, "person", "thi") == ["Imogen Thistlewood"]
    assert db.names_beginning(filled, "person", "IMÓ") == ["Imogen Thistlewood"]
    assert db.names_beginning(filled, "org", "lark") == ["Larkmoor Alliance"]
    assert db.names_beginning(filled, "topic", "flex") == ["Flexible working"]
    assert db.names_beginning(filled, "series", "") == ["Fair Shifts programme"]
    assert db.names_beginning(filled, "topic", "working zz") == []
