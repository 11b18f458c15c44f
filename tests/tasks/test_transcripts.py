# SPDX-License-Identifier: MIT
"""Attaching transcripts: the file is kept, speakers are tied to the event's people, nothing doubtful is."""

from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import Deck, DraftPerson, Transcript, UserError
from eqbrief.store import Store
from eqbrief.tasks.keeping import backup, check, purge_bin, repair
from eqbrief.tasks.transcripts import spoken_name
from tests.reading.transcripts import making
from tests.store.filling import add_event

PEOPLE = (
    DraftPerson("Imogen Heron", "Dr", None, "chair", ("director",), ("Larkmoor Alliance",)),
    DraftPerson("Rafiq Umberley", None, None, "panellist", ("lead",), ("Pennywick",)),
    DraftPerson("Rafiq Umbra", None, None, "panellist", ("lead",), ("Pennywick",)),
)


@pytest.fixture
def number(library: Store) -> int:
    return add_event(library, people=PEOPLE)


@pytest.fixture
def captions(tmp_path: Path) -> Path:
    file = tmp_path / "Kinder rotas.vtt"
    file.write_text(making.TEAMS, encoding="utf-8")
    return file


def test_the_file_is_kept_and_its_speakers_are_the_people_of_the_event(
    library: Store, number: int, captions: Path
) -> None:
    found = tasks.attach_transcript(library, number, captions)
    assert library.path(found.file).read_bytes() == captions.read_bytes()
    people = {one.person_id: one.printed.name for one in db.event(library, number).appearances}
    assert [people.get(turn.person_id) for turn in found.turns] == ["Imogen Heron", "Rafiq Umberley"]
    assert check(library) == []


def test_the_same_file_is_kept_once(library: Store, number: int, captions: Path) -> None:
    first = tasks.attach_transcript(library, number, captions)
    assert tasks.attach_transcript(library, number, captions) == first
    assert len(list(library.path(first.file).parent.glob("*.vtt"))) == 1


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Heron, Imogen", "Imogen Heron"),
        ("Heron, Imogen (LARKMOOR ALLIANCE)", "Imogen Heron"),
        ("Rafiq Umberley [Pennywick]", "Rafiq Umberley"),
        ("Room 4, first floor, left", "Room 4, first floor, left"),
        ("(unknown)", "(unknown)"),
    ],
)
def test_names_are_written_as_pages_print_them(speaker: str, name: str) -> None:
    assert spoken_name(speaker) == name


def test_who_may_be_either_of_two_is_nobody(library: Store, tmp_path: Path) -> None:
    twins = tuple(replace(PEOPLE[0], name=name) for name in ("Imogen Heron", "Ines Heron"))
    event = add_event(library, people=twins)
    file = tmp_path / "x.vtt"
    file.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v I Heron>Good morning.</v>\n", encoding="utf-8")
    assert [turn.person_id for turn in tasks.attach_transcript(library, event, file).turns] == [None]


def test_several_files_are_decks_transcripts_or_a_sentence(library: Store, number: int, tmp_path: Path) -> None:
    contents = {
        "film.srt": making.SRT.encode(),
        "teams.docx": making.TEAMS_WORD,
        "minutes.docx": making.word("Minutes", "We met."),
        "rotas.pdf": b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n",
        "empty.vtt": b"",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    results = tasks.attach_many(library, number, [tmp_path / name for name in contents])
    kinds = [type(result) for result in results]
    assert kinds == [Transcript, Transcript, UserError, Deck, UserError]
    assert "Word document" in str(results[2]) and "empty" in str(results[4])
    folder = library.folder / "files" / db.event(library, number).folder
    assert {path.name for path in folder.iterdir()} == {"film.srt", "teams.docx", "rotas.pdf", "page 1.html"}


def test_a_missing_file_is_named_and_put_back_from_a_backup(library: Store, number: int, captions: Path) -> None:
    found = tasks.attach_transcript(library, number, captions)
    backup(library)
    library.path(found.file).unlink()
    (problem,) = check(library)
    assert problem.kind == "missing file" and "transcript 'Kinder rotas'" in problem.what
    repair(library)
    assert check(library) == [] and library.path(found.file).read_bytes() == captions.read_bytes()


def test_it_goes_with_its_event_when_the_bin_is_emptied(library: Store, number: int, captions: Path) -> None:
    found = tasks.attach_transcript(library, number, captions)
    backup(library)
    tasks.delete(library, [number])
    assert purge_bin(library, days=-1) == 1
    assert not library.path(found.file).exists()
    assert library.db.execute("SELECT count(*) FROM turn").fetchone()[0] == 0
