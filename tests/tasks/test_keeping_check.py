# SPDX-License-Identifier: MIT
"""Check names what is out of order exactly; repair mends what it can and deletes nothing; the bin is emptied late."""

import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import UserError
from eqbrief.store import FILE, Store, backing
from eqbrief.tasks.keeping import backup, check, purge_bin, repair
from eqbrief.tasks.keeping.place import own_place
from tests.store.filling import add_event, attach, files, fill, note, put, rows


@pytest.fixture
def filled(library: Store) -> Store:
    fill(library)
    return library


def deck_file(store: Store, number: int) -> Path:
    return store.folder / "files" / f"2023 Kinder rotas {number}" / f"Rotas {number}.pptx"


def page_file(store: Store, number: int) -> Path:
    return store.folder / "files" / f"2023 Kinder rotas {number}" / f"page {number}.html"


def kinds(store: Store) -> list[str]:
    return sorted(problem.kind for problem in check(store))


def disturb(store: Store) -> dict[str, set[str]]:
    """Do to the files what people and sync programs do; give what check must name, by kind."""
    deck_file(store, 1).unlink()
    with page_file(store, 1).open("ab") as file:
        file.write(b"one line more")
    moved = store.folder / "files" / "Sorted by hand" / "Rotas.pptx"
    moved.parent.mkdir()
    deck_file(store, 2).rename(moved)
    put(store, "files/holiday.jpg", b"nobody's")
    for noise in ("files/.DS_Store", "files/Thumbs.db", "files/~$Rotas.pptx", "files/.eqbrief-0123.part"):
        put(store, noise, b"noise")
    return {
        "missing file": {"files/2023 Kinder rotas 1/Rotas 1.pptx"},
        "changed file": {"files/2023 Kinder rotas 1/page 1.html"},
        "moved file": {"files/2023 Kinder rotas 2/Rotas 2.pptx' to 'files/Sorted by hand/Rotas.pptx"},
        "stray file": {"files/holiday.jpg"},
    }


def named(problems: list, expected: dict[str, set[str]]) -> bool:
    """Say whether the problems are those expected, one for each, no more."""
    return len(problems) == sum(map(len, expected.values())) and all(
        any(problem.kind == kind and f"'{name}'" in problem.what for problem in problems)
        for kind, names in expected.items()
        for name in names
    )


@pytest.fixture
def only_read(filled: Store, monkeypatch) -> Iterator[Store]:
    """Give the library opened again as somebody finds it who may read its folder and not write there."""
    filled.close()
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: filled.folder not in (path, path.parent) and allowed(path, mode)
    )
    store = Store.open(filled.folder)
    yield store
    store.close()


def test_a_library_that_may_only_be_read_is_checked_all_the_same(only_read: Store) -> None:
    before = files(only_read.folder)
    assert check(only_read) == [] == repair(only_read)
    assert files(only_read.folder) == before


def test_a_search_index_that_lies_is_found_where_nothing_may_be_written(filled: Store, only_read: Store) -> None:
    writer = sqlite3.connect(only_read.folder / FILE)
    writer.execute("DELETE FROM passage_plain_docsize")
    writer.commit()
    writer.close()
    assert {problem.kind for problem in check(only_read)} == {"search index"}
    with pytest.raises(UserError, match="can only be read"):
        repair(only_read)


def test_what_can_be_mended_names_repair_in_both_front_ends(filled: Store) -> None:
    expected = disturb(filled)
    filled.db.execute("DROP TRIGGER passage_inserted")
    told = {problem.kind: problem.next_step for problem in check(filled)}
    assert set(told) == {*expected, "search index"}
    for kind in ("search index", "moved file"):
        assert "`eqbrief check --repair`" in told[kind] and "in the window" in told[kind]
    assert not any("Choose Repair" in next_step for next_step in told.values())


def test_a_library_in_order_has_no_problems(filled: Store) -> None:
    assert check(filled) == []
    assert any(deck.state == "named" for deck in db.event(filled, 1).decks)  # pyright: ignore[reportOptionalMemberAccess]
    backup(filled)
    assert check(filled) == [], "backups are no strays"


def test_check_names_files_exactly_and_changes_nothing(filled: Store) -> None:
    expected = disturb(filled)
    before = files(filled.folder / "files"), rows(filled.folder)
    problems = check(filled)
    assert named(problems, expected), problems
    assert all(problem.next_step.endswith(".") for problem in problems)
    assert (files(filled.folder / "files"), rows(filled.folder)) == before


def test_repair_mends_what_a_backup_holds_and_leaves_strays(filled: Store) -> None:
    backup(filled)
    disturb(filled)
    left = repair(filled)
    assert [(problem.kind, problem.what) for problem in left] == [
        ("stray file", "'files/holiday.jpg' belongs to no event.")
    ]
    assert kinds(filled) == ["stray file"]
    assert deck_file(filled, 1).read_bytes() == b"slides of 1 " * 700
    (aside,) = own_place(filled.folder).glob("set aside *")
    changed = aside / page_file(filled, 1).relative_to(filled.folder)
    assert changed.read_bytes().endswith(b"one line more")
    assert backing.kept_files(filled)[-1].file == "files/Sorted by hand/Rotas.pptx"
    assert (filled.folder / "files" / "holiday.jpg").exists()


def test_without_a_backup_only_the_moved_file_can_be_mended(filled: Store) -> None:
    disturb(filled)
    assert sorted(problem.kind for problem in repair(filled)) == ["changed file", "missing file", "stray file"]
    assert kinds(filled) == ["changed file", "missing file", "stray file"]


def test_only_the_chosen_problems_are_mended(filled: Store) -> None:
    backup(filled)
    disturb(filled)
    chosen = [problem for problem in check(filled) if problem.kind == "moved file"]
    assert sorted(problem.kind for problem in repair(filled, chosen)) == ["changed file", "missing file", "stray file"]
    assert not deck_file(filled, 1).exists()


def test_the_second_place_mends_what_the_first_cannot(filled: Store, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    backup(filled, second_place=second)
    deck_file(filled, 3).unlink()
    for path in (own_place(filled.folder) / "files").glob("*/*"):
        path.unlink()
    assert [problem.kind for problem in repair(filled)] == ["missing file"]
    assert repair(filled, second_place=second) == []
    assert deck_file(filled, 3).read_bytes() == b"slides of 3 " * 700


def test_a_copy_elsewhere_of_a_deck_that_is_here_is_a_stray(filled: Store) -> None:
    put(filled, "files/copy.pptx", deck_file(filled, 1).read_bytes())
    assert kinds(filled) == ["stray file"]


def test_two_missing_files_of_the_same_content_need_two_strays(filled: Store) -> None:
    for event, name in ((1, "A.pptx"), (2, "B.pptx")):
        attach(filled, event, b"the same slides", name)
        (filled.folder / "files" / f"2023 Kinder rotas {event}" / name).unlink()
    put(filled, "files/found.pptx", b"the same slides")
    assert kinds(filled) == ["missing file", "moved file"]


def test_a_path_out_of_the_library_is_named_and_never_followed(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "secret.pptx").write_bytes(b"outside")
    with filled.change() as change:
        change.update("deck", 1, file="../secret.pptx", sha256="0" * 64)
    (problem,) = [one for one in check(filled) if one.kind == "database"]
    assert "outside the library" in problem.what
    assert repair(filled)
    assert (tmp_path / "secret.pptx").read_bytes() == b"outside"


def test_files_of_events_in_the_bin_are_no_strays(filled: Store) -> None:
    with filled.change() as change:
        db.set_on_event(filled, change, 1, deleted_at="2024-01-01T00:00:00Z")
    assert check(filled) == []


def test_check_ends_early_when_stopped(filled: Store) -> None:
    disturb(filled)
    assert check(filled, stop=lambda: True) == []


@pytest.mark.parametrize("what", ["trigger", "rows", "index gone", "index bytes"])
def test_a_search_index_that_lies_is_found_and_built_anew(filled: Store, what: str) -> None:
    note(filled, 1, "A heron in the rota.")
    if what == "trigger":
        filled.db.execute("DROP TRIGGER passage_inserted")
        note(filled, 1, "Another heron.")
    elif what == "rows":
        filled.db.execute("DELETE FROM passage_stem WHERE rowid = (SELECT max(docid) FROM passage)")
    elif what == "index gone":
        filled.db.execute("DROP TABLE passage_stem")
    else:
        filled.db.execute("UPDATE passage_plain_data SET block = x'00' WHERE id > 10")
    found = check(filled)
    assert {problem.kind for problem in found} == {"search index"}
    assert "Repair" in found[0].next_step
    assert repair(filled) == []
    assert check(filled) == []
    assert len(db.find(filled, "heron", kinds=["note"]).hits) == (5 if what == "trigger" else 4)
    note(filled, 2, "A third heron, found as soon as it is written.")
    assert len(db.find(filled, '"third heron"').hits) == 1


def test_an_index_that_disagrees_with_its_table_is_built_anew(filled: Store) -> None:
    filled.close()
    unlist_rows(filled.folder / FILE)
    assert kinds(filled) == ["database"] * 3
    assert repair(filled) == []
    assert check(filled) == []


def unlist_rows(path: Path) -> None:
    """Write rows behind an index's back, by hiding it from SQLite meanwhile."""
    connection = sqlite3.connect(path, isolation_level=None)
    row = connection.execute("SELECT * FROM sqlite_master WHERE name = 'note_event'").fetchone()
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = 'note_event'")
    connection.close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE note SET event_id = event_id % 3 + 1")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", row)
    connection.close()


def test_a_row_that_points_nowhere_is_named_with_the_backup_to_restore(filled: Store) -> None:
    made = backup(filled)
    assert made is not None
    filled.db.execute("PRAGMA foreign_keys = OFF")
    filled.db.execute("UPDATE note SET event_id = 99 WHERE id = 1")
    filled.db.execute("PRAGMA foreign_keys = ON")
    (problem,) = check(filled)
    assert problem.kind == "database"
    assert "'note' points to a missing row of 'event'" in problem.what
    assert made.id in problem.next_step
    assert repair(filled) == [problem]


def binned_days_ago(store: Store, event: int, days: float) -> None:
    moment = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    with store.change("event", name="Delete") as change:
        db.set_on_event(store, change, event, deleted_at=moment)


def test_the_bin_keeps_for_thirty_days_and_then_lets_go(filled: Store) -> None:
    binned_days_ago(filled, 1, 31)
    binned_days_ago(filled, 2, 29)
    backup(filled)
    assert purge_bin(filled) == 1
    assert db.event(filled, 1) is None
    assert db.event(filled, 2) is not None
    assert not deck_file(filled, 1).parent.exists()
    assert deck_file(filled, 2).exists()
    assert check(filled) == []
    left = rows(filled.folder)
    assert {len(left[table]) for table in ("event", "note", "deck", "source", "session")} <= {2, 4}
    assert purge_bin(filled) == 0


def test_what_no_backup_holds_waits_in_the_bin(filled: Store) -> None:
    binned_days_ago(filled, 1, 31)
    assert purge_bin(filled) == 0
    assert deck_file(filled, 1).exists()
    backup(filled)
    assert purge_bin(filled) == 1


def test_files_that_another_event_or_nobody_owns_stay(filled: Store) -> None:
    shared = "files/2023 Kinder rotas 1/Rotas 1.pptx"
    with filled.change() as change:
        change.update("deck", 4, file=shared, sha256=backing.kept_files(filled)[0].sha256)
    put(filled, "files/2023 Kinder rotas 1/mine.txt", b"mine")
    binned_days_ago(filled, 1, 31)
    backup(filled)
    assert purge_bin(filled) == 1
    assert (filled.folder / shared).exists()
    assert (filled.folder / "files/2023 Kinder rotas 1/mine.txt").exists()
    assert not page_file(filled, 1).exists()


def test_notes_in_the_bin_go_too_and_undo_does_not_stumble(filled: Store) -> None:
    with filled.change(name="Star") as change:
        db.set_on_event(filled, change, 3, starred=1)
    binned_days_ago(filled, 1, 31)
    with filled.change("note", name="Delete a note") as change:
        db.bin_note(filled, change, 2)
        change.execute("UPDATE note SET deleted_at = '2020-01-01T00:00:00Z' WHERE id = 2")
    backup(filled)
    assert purge_bin(filled) == 2
    assert [row[0] for row in rows(filled.folder)["note"]] == [3]
    assert db.next_undo(filled) == "Star"
    db.undo_last(filled)
    assert check(filled) == []


def test_a_purge_can_be_stopped(filled: Store) -> None:
    binned_days_ago(filled, 1, 31)
    backup(filled)
    assert purge_bin(filled, stop=lambda: True) == 0
    assert db.event(filled, 1) is not None


def test_repair_in_a_folder_that_cannot_be_written_is_said(filled: Store) -> None:
    backup(filled)
    deck_file(filled, 1).unlink()
    deck_file(filled, 1).parent.rename(filled.folder / "files" / "gone")
    (filled.folder / "files" / "2023 Kinder rotas 1").write_bytes(b"a file in the way")
    with pytest.raises(UserError, match="2023 Kinder rotas 1"):
        repair(filled, [one for one in check(filled) if one.kind == "missing file"])


def test_an_event_without_files_is_purged(library: Store) -> None:
    event = add_event(library)
    page_file(library, 1).unlink()
    binned_days_ago(library, event, 40)
    assert purge_bin(library) == 1


def test_the_file_of_an_undone_attachment_is_no_stray(filled: Store, tmp_path: Path) -> None:
    deck = tmp_path / "Further slides.pdf"
    deck.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    tasks.attach(filled, 1, deck)
    assert tasks.undo(filled) == "Attach “Further slides.pdf”"
    assert check(filled) == []
