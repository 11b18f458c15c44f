# SPDX-License-Identifier: MIT
"""Reading sources and storing what was accepted: added, updated, unchanged, skipped, failed."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Choice, Draft, DraftPerson, Filter, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.pages import Page
from tests.helpers.pages import Page as Facts
from tests.helpers.pages import page_text, write_page


def accept_one(store: Store, page: Page, draft: Draft | None = None):
    (added,) = tasks.accept(store, page, draft)
    return added


def listing(*titles: str) -> Draft:
    events = tuple(Draft(source="schedule.html", kind="event", title=title) for title in titles)
    return Draft(source="schedule.html", kind="listing", title="A conference", events=events, text="the schedule")


def test_files_are_listed_by_name_and_pages_of_a_folder_by_ending(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "deck.pptx", "inside/c.MHT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = tasks.pages_in([tmp_path, tmp_path / "deck.pptx"])
    assert [path.name for path in found] == ["a.txt", "b.html", "c.MHT", "deck.pptx"]


@pytest.mark.parametrize(
    ("path", "said"),
    [("absent", "There is no file"), ("", "holds no saved page"), ("https://example.org/x", "is an address")],
)
def test_a_path_without_a_page_is_said(path: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=said):
        tasks.pages_in([Path(path) if "://" in path else tmp_path / path])


def test_reading_goes_on_after_what_cannot_be_read(tmp_path: Path) -> None:
    good = write_page(tmp_path / "good.html")
    (tmp_path / "empty.txt").write_bytes(b"")
    pages = list(tasks.read_pages([tmp_path / "absent.txt", tmp_path / "empty.txt", good]))
    assert [page.draft is not None for page in pages] == [False, False, True]
    assert all(page.reason and page.reason.count(". ") for page in pages[:2])
    assert pages[2].data == good.read_bytes()


def test_reading_reports_and_stops_between_files(tmp_path: Path) -> None:
    for number in range(5):
        write_page(tmp_path / f"{number}.txt")
    seen: list[Progress] = []
    pages = list(tasks.read_pages([tmp_path], seen.append, lambda: len(seen) == 3))
    assert [page.name for page in pages] == ["0.txt", "1.txt", "2.txt"]
    assert seen == [Progress(number, 5, f"Reading {number}.txt") for number in range(3)]


def test_pasted_text_is_kept_as_it_was(library: Store) -> None:
    page = tasks.pasted_page(page_text(Facts(title="Pasted from the browser – “as it was”")))
    added = accept_one(library, page)
    assert added.action == "added"
    event = tasks.event(library, added.event.id)
    assert (library.folder / str(event.sources[0].file)).read_bytes() == page.data
    with pytest.raises(UserError):
        tasks.pasted_page(" \n ")


def test_an_event_is_stored_with_its_page_beside_it(library: Store, sample_page) -> None:
    path = sample_page("page.html", title="Rotas: what now?")
    (added,) = tasks.add(library, [path])
    event = tasks.event(library, added.event.id)
    assert (added.action, added.event.uid) == ("added", event.uid)
    file = library.folder / str(event.sources[0].file)
    assert file.read_bytes() == path.read_bytes()
    assert file.parent.name.startswith("2023-03-20 Rotas")


def test_the_same_page_is_unchanged_and_another_of_the_same_event_updates(library: Store, sample_page) -> None:
    path = sample_page("page.html", questions=("First?",))
    assert [one.action for one in tasks.add(library, [path])] == ["added"]
    assert [one.action for one in tasks.add(library, [path])] == ["unchanged"]
    write_page(path, Facts(questions=("First?", "Second?")))
    (updated,) = tasks.add(library, [path])
    event = tasks.event(library, updated.event.id)
    assert updated.action == "updated"
    assert event.draft.questions == ("First?", "Second?")
    assert len(event.sources) == 2
    assert len(db.event_ids(library, Filter())) == 1


def test_updating_leaves_what_was_edited_by_hand_and_never_clears(library: Store, sample_page) -> None:
    path = sample_page("page.html")
    (added,) = tasks.add(library, [path])
    tasks.edit_fields(library, added.event.id, {"topics": "Mine"})
    tasks.new_note(library, added.event.id, "Stays")
    write_page(path, Facts(topic="Theirs", questions=()))
    tasks.add(library, [path])
    event = tasks.event(library, added.event.id)
    assert event.draft.topics == ("Mine",)
    assert event.draft.questions == Facts().questions
    assert [note.text for note in event.notes] == ["Stays"]


def test_a_listing_becomes_an_event_each(library: Store) -> None:
    page = Page("schedule.html", b"<html>schedule</html>", listing("Opening", "Closing"))
    assert [(one.action, one.event.name) for one in tasks.accept(library, page)] == [
        ("added", "Opening"),
        ("added", "Closing"),
    ]
    assert [one.action for one in tasks.accept(library, page)] == ["unchanged", "unchanged"]
    assert {event.draft.text for event in (tasks.event(library, number) for number in (1, 2))} == {"the schedule"}


def test_what_a_person_made_of_it_counts(library: Store) -> None:
    page = Page("odd.txt", b"odd", Draft(source="odd.txt", kind="other", text="odd"))
    assert accept_one(library, page).action == "skipped"
    assert accept_one(library, page, Draft(source="odd.txt", kind="event", title="Filled in")).action == "added"


def test_pages_that_could_not_be_read_are_not_taken_for_one_another(library: Store) -> None:
    """Two files that gave no bytes have the same hash, and nothing in common."""
    actions = [
        accept_one(library, Page(name, b"", None, "why"), Draft(source=name, kind="event", title=name)).action
        for name in ("one.html", "two.html")
    ]
    assert actions == ["added", "added"]


def test_an_event_in_the_bin_is_said_and_not_doubled(library: Store, sample_page) -> None:
    path = sample_page("page.html")
    (added,) = tasks.add(library, [path])
    tasks.delete(library, [added.event.id])
    (again,) = tasks.add(library, [path])
    assert (again.action, again.event.id) == ("skipped", added.event.id)
    assert "bin" in str(again.reason)


def test_two_spellings_of_a_person_and_of_an_organisation_are_one(library: Store) -> None:
    people = [("Dr Imogen Thistlewood", "Pennywick Care Trust (PCT)"), ("Imogen Thistlewood", "Pennywick Care Trust")]
    for number, (name, organisation) in enumerate(people):
        draft = Draft(
            source=f"{number}.html",
            kind="event",
            title=f"Event {number}",
            people=(DraftPerson(name, organisations=(organisation,)),),
        )
        accept_one(library, Page(f"{number}.html", str(number).encode(), draft))
    assert len(db.people(library)) == 1
    assert len(db.organisations(library)) == 1
    printed = {one.printed.organisations[0] for n in (1, 2) for one in tasks.event(library, n).appearances}
    assert printed == {"Pennywick Care Trust (PCT)", "Pennywick Care Trust"}


def test_events_of_the_same_name_and_day_have_a_folder_each(library: Store) -> None:
    for number in range(3):
        draft = Draft(
            source="x",
            kind="event",
            title="Same",
            publisher=f"Publisher {number}",
            starts_at="2024-02-20",
            address=str(number),
        )
        tasks.accept(library, Page("page.html", str(number).encode(), draft), choice=Choice(apart=True))
    folders = [tasks.event(library, number).folder for number in (1, 2, 3)]
    assert folders == ["2024-02-20 Same", "2024-02-20 Same (2)", "2024-02-20 Same (3)"]


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_stored(library: Store, sample_page) -> None:
    (library.folder / "files").rmdir()
    (library.folder / "files").write_text("in the way", encoding="utf-8")
    (failed,) = tasks.add(library, [sample_page("page.html")])
    assert failed.action == "failed"
    assert failed.reason
    assert db.event_ids(library, Filter()) == []


def test_hostile_titles_and_names_stay_inside_the_library(library: Store) -> None:
    for number, title in enumerate(("../../out", "CON", "a/b\\c:d", "\u202egnp.exe", "." * 300, "x" * 5000, "\x00")):
        draft = Draft(source="x", kind="event", title=title, address=str(number))
        added = accept_one(library, Page(f"../{title[:200]}.html", str(number).encode(), draft))
        assert added.action == "added", added.reason
        file = library.path(str(tasks.event(library, added.event.id).sources[0].file))
        assert file.is_file()
    assert [path.name for path in library.folder.parent.iterdir()] == ["library"]


def test_undoing_an_add_puts_the_event_into_the_bin_and_its_page_stays(library: Store, sample_page) -> None:
    (added,) = tasks.add(library, [sample_page("page.html", title="Undone")])
    assert tasks.undo(library) == "Add “Undone”"
    assert db.event_ids(library, Filter()) == []
    assert db.event_ids(library, Filter(scope="bin")) == [added.event.id]
    event = tasks.event(library, added.event.id)
    assert (library.folder / str(event.sources[0].file)).is_file()
    assert [one.action for one in tasks.add(library, [sample_page("page.html", title="Undone")])] == ["skipped"]
    tasks.put_back(library, [event.id])
    assert tasks.event(library, event.id).draft.text == event.draft.text != ""


def test_a_page_that_says_nothing_new_leaves_nothing_to_undo(library: Store, sample_page) -> None:
    path = sample_page("page.html")
    tasks.add(library, [path])
    path.write_text(path.read_text(encoding="utf-8") + "<!-- saved again -->", encoding="utf-8")
    (again,) = tasks.add(library, [path])
    assert again.action == "unchanged"
    assert str(db.next_undo(library)).startswith("Add")


def test_a_page_is_taken_back_when_its_event_cannot_be_stored(library: Store, sample_page) -> None:
    library.db.execute("CREATE TRIGGER no BEFORE INSERT ON source BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(sqlite3.IntegrityError):
        tasks.add(library, [sample_page("page.html")])
    assert list((library.folder / "files").iterdir()) == []
    assert db.event_ids(library, Filter()) == []


def test_a_read_page_can_be_corrected_before_it_is_stored(library: Store, sample_page) -> None:
    page = tasks.read_page(sample_page("page.html"))
    assert page.draft is not None
    added = accept_one(library, page, replace(page.draft, title="As it should be"))
    assert tasks.event(library, added.event.id).draft.title == "As it should be"


def test_what_was_corrected_in_the_desk_outlives_a_newer_copy_of_the_page(library: Store, sample_page) -> None:
    first = tasks.read_page(sample_page("page.html"))
    assert first.draft is not None
    added = accept_one(library, first, replace(first.draft, publisher="Quillmere Community Health"))
    newer = tasks.read_page(sample_page("page.html", questions=("What was learnt since?",)))
    assert accept_one(library, newer).action == "updated"
    found = tasks.event(library, added.event.id)
    assert found.edited == ("publisher",)
    assert found.draft.publisher == "Quillmere Community Health"
    assert found.draft.questions == ("What was learnt since?",)


def test_what_a_browser_saved_beside_a_page_is_not_read(tmp_path: Path) -> None:
    for name in ("Rotas.html", "Rotas_files/frame.html", "Other_files/page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write_page(tmp_path / name)
    found = [path.relative_to(tmp_path).as_posix() for path in tasks.pages_in([tmp_path])]
    assert found == ["Other_files/page.html", "Rotas.html"]


def test_data_in_a_folder_that_is_no_schedule_is_passed_over_unless_it_was_chosen(tmp_path: Path) -> None:
    write_page(tmp_path / "page.html")
    data = tmp_path / "data.json"
    data.write_text('{"rows": [1, 2]}', encoding="utf-8")
    assert [page.name for page in tasks.read_pages([tmp_path])] == ["page.html"]
    assert [page.draft for page in tasks.read_pages([data])] == [None]
