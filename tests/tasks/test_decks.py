# SPDX-License-Identifier: MIT
"""Decks beside their event: attached, opened, shown in their folder, missing, and found again."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.files import file_sha256
from eqbrief.model import Deck, Draft, DraftDeck, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.keeping import check
from eqbrief.tasks.pages import Page

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
OFFERED = (DraftDeck("Presentation 200323", 1_400_000), DraftDeck("Handout"))


@pytest.fixture
def number(library: Store) -> int:
    draft = Draft("p", "event", "Rotas", starts_at="2023-03-20", decks=OFFERED)
    (added,) = tasks.accept(library, Page("page.html", b"page", draft))
    assert added.event is not None
    return added.event.id


def pdf(path: Path, mark: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PDF + mark.encode())
    return path


def decks(library: Store, number: int) -> list[tuple[str, str]]:
    shown = tasks.event_json(library, tasks.event(library, number))
    return [(deck["title"], deck["state"]) for deck in shown["decks"]]


@pytest.mark.parametrize(
    ("file", "becomes"),
    [
        ("Presentation 200323.pdf", "Presentation 200323"),
        ("presentation-200323_final (1).pdf", "Presentation 200323"),
        ("HANDOUT.pdf", "Handout"),
        ("Something else.pdf", "Something else"),
    ],
)
def test_a_file_finds_the_deck_that_it_is(library: Store, number: int, tmp_path: Path, file: str, becomes: str) -> None:
    deck = tasks.attach(library, number, pdf(tmp_path / file))
    assert (deck.offered.title, deck.state, deck.size_bytes) == (becomes, "here", len(PDF))
    assert (library.folder / str(deck.file)).read_bytes() == PDF
    assert deck.sha256 == file_sha256(tmp_path / file)
    assert (becomes, "here") in decks(library, number)


def test_the_person_may_say_which_deck_it_is(library: Store, number: int, tmp_path: Path) -> None:
    handout = tasks.event(library, number).decks[1].id
    tasks.attach(library, number, pdf(tmp_path / "Presentation 200323.pdf"), handout)
    assert decks(library, number) == [("Presentation 200323", "named"), ("Handout", "here")]


def test_the_same_file_again_is_the_same_deck(library: Store, number: int, tmp_path: Path) -> None:
    first = tasks.attach(library, number, pdf(tmp_path / "Slides.pdf"))
    again = tasks.attach(library, number, pdf(tmp_path / "again" / "Slides.pdf"))
    assert again.id == first.id
    assert len(list((library.folder / str(first.file)).parent.glob("*.pdf"))) == 1


def test_two_files_of_one_name_are_both_kept(library: Store, number: int, tmp_path: Path) -> None:
    files = [tasks.attach(library, number, pdf(tmp_path / mark / "Slides.pdf", mark)).file for mark in ("a", "b")]
    assert [Path(str(file)).name for file in files] == ["Slides.pdf", "Slides (2).pdf"]


def test_several_at_once_go_on_after_a_bad_one_and_stop_between(library: Store, number: int, tmp_path: Path) -> None:
    wolf = tmp_path / "wolf.pdf"
    wolf.write_bytes(b"MZ" + bytes(100))
    files = [wolf, pdf(tmp_path / "a.pdf", "a"), tmp_path / "absent.pdf", pdf(tmp_path / "b.pdf", "b")]
    assert [type(one) for one in tasks.attach_many(library, number, files)] == [UserError, Deck, UserError, Deck]
    seen: list[Progress] = []
    assert len(tasks.attach_many(library, number, files, seen.append, lambda: len(seen) == 2)) == 2


def test_what_is_no_deck_leaves_nothing_in_the_library(library: Store, number: int, tmp_path: Path) -> None:
    before = sorted((library.folder / "files").rglob("*"))
    for name, data in (("a.pptx", b"MZ"), ("b.exe", PDF), ("c.pdf", b""), ("d.html", b"<html></html>")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(UserError):
            tasks.attach(library, number, tmp_path / name)
    with pytest.raises(UserError):
        tasks.attach(library, number, tmp_path)
    with pytest.raises(UserError):
        tasks.attach(library, 77, pdf(tmp_path / "fine.pdf"))
    assert sorted((library.folder / "files").rglob("*")) == before


def test_attaching_is_undone_and_the_file_is_not_lost(library: Store, number: int, tmp_path: Path) -> None:
    deck = tasks.attach(library, number, pdf(tmp_path / "Presentation 200323.pdf"))
    assert tasks.undo(library) == "Attach “Presentation 200323.pdf”"
    assert decks(library, number) == [("Presentation 200323", "named"), ("Handout", "named")]
    assert (library.folder / str(deck.file)).read_bytes() == PDF


def test_a_deck_that_is_not_here_says_why(library: Store, number: int, tmp_path: Path) -> None:
    named = tasks.event(library, number).decks[0]
    with pytest.raises(UserError, match="not in the library yet"):
        tasks.path_of(library, named)
    deck = tasks.attach(library, number, pdf(tmp_path / "Slides.pdf"))
    assert tasks.path_of(library, deck) == library.folder / str(deck.file)
    (library.folder / str(deck.file)).unlink()
    with pytest.raises(UserError, match="no longer at"):
        tasks.open_deck(library, deck.id)
    assert tasks.with_state(library, deck).state == "missing"
    with pytest.raises(UserError, match="no deck with the number"):
        tasks.open_deck(library, 999)


def test_a_moved_file_is_found_again_within_the_library(library: Store, number: int, tmp_path: Path) -> None:
    deck = tasks.attach(library, number, pdf(tmp_path / "Slides.pdf"))
    elsewhere = library.folder / "files" / "tidied" / "Renamed.pdf"
    elsewhere.parent.mkdir()
    (library.folder / str(deck.file)).rename(elsewhere)
    found = tasks.find_again(library, deck.id)
    assert (found.state, found.file) == ("here", "files/tidied/Renamed.pdf")
    assert check(library) == []


def test_a_lost_file_is_found_in_another_folder_by_its_content(library: Store, number: int, tmp_path: Path) -> None:
    deck = tasks.attach(library, number, pdf(tmp_path / "Slides.pdf"))
    (library.folder / str(deck.file)).unlink()
    pdf(tmp_path / "downloads" / "Slides.pdf", "not the same").touch()
    with pytest.raises(UserError, match="bears its name and has another content"):
        tasks.find_again(library, deck.id, tmp_path / "downloads")
    pdf(tmp_path / "downloads" / "deep" / "odd name.pdf")
    found = tasks.find_again(library, deck.id, tmp_path / "downloads")
    assert (found.state, found.file) == ("here", deck.file)
    assert check(library) == []


def test_a_deck_without_a_file_cannot_be_looked_for(library: Store, number: int) -> None:
    named = tasks.event(library, number).decks[0]
    with pytest.raises(UserError, match="not in the library yet"):
        tasks.find_again(library, named.id)


def test_a_file_is_taken_back_when_its_deck_cannot_be_stored(library: Store, number: int, tmp_path: Path) -> None:
    library.db.execute("CREATE TRIGGER no BEFORE UPDATE ON deck BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(sqlite3.IntegrityError):
        tasks.attach(library, number, pdf(tmp_path / "Slides.pdf"))
    assert list((library.folder / "files").rglob("*.pdf")) == []
    assert decks(library, number) == [("Presentation 200323", "named"), ("Handout", "named")]


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in takes the place of xdg-open")
@pytest.mark.parametrize("verb", [tasks.open_deck, tasks.show_deck], ids=["open", "show"])
def test_the_system_gets_the_librarys_own_path(verb, library: Store, number: int, tmp_path: Path, monkeypatch) -> None:
    wrote, programs = tmp_path / "wrote.txt", tmp_path / "programs"
    programs.mkdir()
    (programs / "xdg-open").write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{wrote}"\n', encoding="utf-8")
    (programs / "xdg-open").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    deck = tasks.attach(library, number, pdf(tmp_path / "-rf 'odd' \"name\".pdf"))
    verb(library, deck.id)
    path = library.folder / str(db.deck(library, deck.id).file)
    assert wrote.read_text(encoding="utf-8") == str(path if verb is tasks.open_deck else path.parent)
