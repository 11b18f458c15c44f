# SPDX-License-Identifier: MIT
"""Records are merged, unmerged, named and placed by the same functions in the window and on the command line."""

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DraftPerson, UserError
from eqbrief.store import Store
from eqbrief.tasks import naming
from eqbrief.tasks.telling_apart import KEYS, keys_for
from tests.store.filling import draft


@pytest.fixture
def peopled(library: Store) -> Store:
    """Give a library with three events: Ada twice, in two spellings that are not tied, and Tom beside her once."""
    for number, (people, where) in enumerate(
        ((("Ada Quill", "Tom Whitlock"), "Larkmoor Hospitals"), (("A. Quill",), "Larkmoor"), (("Tom Whitlock",), "LH")),
        1,
    ):
        made = draft(number, people=tuple(DraftPerson(name, organisations=(where,)) for name in people))
        with library.change(name="Add") as change:
            db.insert_event(library, change, made, keys_for(library), f"folder {number}")
    return library


def number(store: Store, name: str) -> int:
    return db.find_record(store, "person", name)


def test_a_merge_is_previewed_with_its_reason_and_changes_nothing(peopled: Store) -> None:
    shown = naming.preview_merge(peopled, "person", number(peopled, "Ada Quill"), number(peopled, "A. Quill"))
    assert (shown.kept.name, shown.other.name, shown.events) == ("Ada Quill", "A. Quill", 2)
    assert shown.reason == "The surname is the same, and one given name is an initial."
    assert shown.together == ()
    assert len(db.people(peopled)) == 3


def test_the_preview_warns_of_two_who_sat_on_one_panel(peopled: Store) -> None:
    shown = naming.preview_merge(peopled, "person", number(peopled, "Ada Quill"), number(peopled, "Tom Whitlock"))
    assert [one.name for one in shown.together] == ["Kinder rotas 1"]


def test_merging_and_unmerging_by_either_of_the_two(peopled: Store) -> None:
    ada, short = number(peopled, "Ada Quill"), number(peopled, "A. Quill")
    for way in ((short,), (ada,), (ada, short), (short, ada)):
        record = naming.merge(peopled, "person", ada, short)
        assert (record.id, record.other_names) == (ada, ("A. Quill",))
        assert naming.unmerge(peopled, "person", *way).id == short
        assert len(db.people(peopled)) == 3


def test_unmerging_asks_which_where_several_were_merged(peopled: Store) -> None:
    ada, short, tom = (number(peopled, name) for name in ("Ada Quill", "A. Quill", "Tom Whitlock"))
    with pytest.raises(UserError, match="Nothing was merged"):
        naming.unmerge(peopled, "person", ada)
    naming.merge(peopled, "person", ada, short)
    naming.merge(peopled, "person", ada, tom)
    with pytest.raises(UserError, match="Several were merged"):
        naming.unmerge(peopled, "person", ada)
    assert naming.unmerge(peopled, "person", ada, tom).name == "Tom Whitlock"


def test_undo_takes_back_a_merge_and_a_name(peopled: Store) -> None:
    ada = number(peopled, "Ada Quill")
    naming.merge(peopled, "person", ada, number(peopled, "A. Quill"))
    assert tasks.undo(peopled) == "Merge “A. Quill” into “Ada Quill”"
    naming.rename(peopled, "person", ada, "Ada Quill-Hartley")
    assert _named(peopled, "Hartley") == ["Ada Quill-Hartley"]
    assert tasks.undo(peopled) == "Call “Ada Quill” “Ada Quill-Hartley”"
    assert db.name_record(peopled, "person", ada).name == "Ada Quill"
    assert _named(peopled, "Hartley") == []


def _named(store: Store, word: str) -> list[str]:
    rows = store.db.execute(
        "SELECT title FROM passage WHERE kind = 'person' AND event_id IS NULL AND title LIKE ?", (f"%{word}%",)
    )
    return [row["title"] for row in rows]


def test_another_name_ties_what_is_printed_later(peopled: Store) -> None:
    ada = number(peopled, "Ada Quill")
    naming.rename(peopled, "person", ada, "Adeline Quill", also=True)
    made = draft(9, people=(DraftPerson("Dr Adeline Quill"),))
    with peopled.change() as change:
        db.insert_event(peopled, change, made, keys_for(peopled), "folder 9")
    assert len(db.name_record(peopled, "person", ada).appearances) == 2


def test_a_name_that_is_taken_or_empty_is_refused(peopled: Store) -> None:
    ada = number(peopled, "Ada Quill")
    with pytest.raises(UserError, match="called so already"):
        naming.rename(peopled, "person", ada, "Whitlock, Tom")
    with pytest.raises(UserError, match="empty"):
        naming.rename(peopled, "person", ada, "  ")


def test_an_organisation_has_a_place_and_acronyms(peopled: Store) -> None:
    hospitals, larkmoor = (db.find_record(peopled, "organisation", name) for name in ("Larkmoor Hospitals", "Larkmoor"))
    record = naming.belongs(peopled, larkmoor, hospitals)
    assert record.parent is not None and record.parent.name == "Larkmoor Hospitals"
    naming.merge(peopled, "organisation", hospitals, db.find_record(peopled, "organisation", "LH"))
    listed = {one["name"]: one for one in naming.organisations_json(peopled)}
    assert listed["Larkmoor Hospitals"]["acronyms"] == ["LH"]
    assert listed["Larkmoor"]["parent"]["name"] == "Larkmoor Hospitals"
    assert naming.belongs(peopled, larkmoor, None).parent is None


def test_two_that_are_not_the_same_are_remembered(peopled: Store) -> None:
    ada, short = number(peopled, "Ada Quill"), number(peopled, "A. Quill")
    naming.not_the_same(peopled, "person", short, ada)
    assert db.told_apart(peopled, "person") == {(ada, short)}
    tasks.undo(peopled)
    assert db.told_apart(peopled, "person") == set()


def test_an_older_library_gets_better_keys_before_it_is_written_to(peopled: Store) -> None:
    with peopled.change() as change:
        change.execute("UPDATE person SET match_key = lower(name)")
        change.execute("UPDATE derived SET version = 1")
    assert keys_for(peopled) is KEYS
    assert {row["match_key"] for row in peopled.db.execute("SELECT match_key FROM person")} == {
        "adaquill",
        "aquill",
        "tomwhitlock",
    }
