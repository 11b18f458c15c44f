# SPDX-License-Identifier: MIT
"""Erasing takes a person out of the file, byte for byte, and says what else still holds the name."""

import json
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DraftPerson, DraftSession, UserError
from eqbrief.store import Store
from eqbrief.store.soundness import unsound
from eqbrief.tasks import erasing, keeping, naming
from eqbrief.tasks.about import about_person, export_person
from tests.store.filling import act, add_event, note

ADA = "Adeline Quillington"


@pytest.fixture
def peopled(library: Store) -> Store:
    """Give a library in which Ada, printed in two ways, takes part in two events, and owns an action."""
    panel = (DraftPerson(ADA, organisations=("Larkmoor",)), DraftPerson("Tom Whitlock"))
    add_event(library, 1, people=panel, sessions=(DraftSession("Opening", None, None, (ADA, "Tom Whitlock")),))
    add_event(library, 2, people=(DraftPerson("A. Quillington", spoke_on="rotas"),))
    naming.merge(library, "person", *(db.find_record(library, "person", name) for name in (ADA, "A. Quillington")))
    act(library, 1, "Send the rota", owner=ADA, person_id=db.find_record(library, "person", ADA))
    naming.rename(library, "person", db.find_record(library, "person", ADA), "Ada Quillington-Hartley", also=True)
    return library


def ada(store: Store) -> int:
    return db.find_record(store, "person", ADA)


def held(store: Store, *names: str) -> list[str]:
    """Name the files of the library's database in which a name stands, as bytes."""
    files = [path for path in store.folder.glob("library.db*") if path.is_file()]
    return [path.name for path in files if any(name.encode() in path.read_bytes() for name in names)]


def test_the_preview_changes_nothing_and_names_what_goes(peopled: Store) -> None:
    shown = erasing.preview_erase(peopled, ada(peopled))
    assert (shown.appearances, shown.done) == (2, False)
    assert set(shown.names) == {ADA, "A. Quillington", "Ada Quillington-Hartley"}
    assert (shown.mentions, shown.kept, shown.backups) == ((), (), ())
    assert len(db.people(peopled)) == 2


def test_nothing_is_left_in_the_file(peopled: Store) -> None:
    assert held(peopled, ADA)
    done = erasing.erase_person(peopled, ada(peopled))
    assert done.done and done.compacted
    assert held(peopled, "Quillington") == []
    assert [card.name for card in db.people(peopled)] == ["Tom Whitlock"]
    assert not db.find(peopled, "Quillington").hits
    event = db.event(peopled, 1)
    assert event is not None
    assert [one.owner for one in event.actions] == [None]
    assert event.draft.sessions[0].people == ("Tom Whitlock",)
    assert "people" in event.edited
    assert unsound(peopled.db) == []


def test_the_rest_can_still_be_undone_but_not_this(peopled: Store) -> None:
    tasks.star(peopled, [2], True)
    erasing.erase_person(peopled, ada(peopled))
    names = [row["name"] for row in peopled.db.execute("SELECT name FROM change_log")]
    assert "Quillington" not in " ".join(names)
    assert tasks.undo(peopled).startswith("Star")


def test_what_still_holds_the_name_is_listed_with_what_to_do(peopled: Store) -> None:
    note(peopled, 1, f"Ask {ADA} about the herons.")
    with peopled.change() as change:
        change.execute("UPDATE source SET text = ? WHERE event_id = 1", (f"Chair: {ADA}",))
    keeping.backup(peopled)
    done = erasing.erase_person(peopled, ada(peopled))
    assert [(one.what, one.event_id) for one in done.mentions] == [("Note", 1)]
    assert done.mentions[0].excerpt == f"Ask {ADA} about the herons."
    assert [(one.what, one.event_id) for one in done.kept] == [("Kept page", 1)]
    assert all(one.next_step.endswith(".") for one in (*done.mentions, *done.kept))
    assert len(done.backups) == 1
    assert erasing.said_left(done) == "Still holding the name: 1 text to edit, 1 kept file, 1 backup."


def test_the_name_has_to_be_typed(peopled: Store) -> None:
    shown = erasing.preview_erase(peopled, ada(peopled))
    erasing.confirm_name(shown, ADA)
    with pytest.raises(UserError, match="cannot be undone"):
        erasing.confirm_name(shown, "Ada")


def test_everything_about_a_person_is_written_out(peopled: Store, tmp_path: Path) -> None:
    note(peopled, 1, f"{ADA} knows.")
    plain = about_person(peopled, ada(peopled))
    assert [one["event"]["id"] for one in plain["appearances"]] == [2, 1]
    assert [one["text"] for one in plain["said"]] == ["rotas", "Opening"]
    assert [one["text"] for one in plain["actions"]] == ["Send the rota"]
    assert "note" in {one["in"] for one in plain["mentions"]}
    for name in ("ada.json", "ada.md"):
        export_person(peopled, ada(peopled), tmp_path / name)
    assert json.loads((tmp_path / "ada.json").read_text(encoding="utf-8"))["name"] == ADA
    assert f"# {ADA}" in (tmp_path / "ada.md").read_text(encoding="utf-8")
    with pytest.raises(UserError, match="not a kind of file"):
        export_person(peopled, ada(peopled), tmp_path / "ada.exe")


def test_notes_on_the_person_go_and_are_counted_first(peopled: Store) -> None:
    tie = tasks.tie_name(peopled, "person", ada(peopled))
    tasks.new_note(peopled, None, "Knows the herons.", tie=tie)
    assert erasing.preview_erase(peopled, ada(peopled)).notes == 1
    erasing.erase_person(peopled, ada(peopled))
    assert held(peopled, "Quillington", "herons") == []
