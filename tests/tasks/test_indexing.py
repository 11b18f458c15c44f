# SPDX-License-Identifier: MIT
"""Decks of the library are read in the background, each once; what goes wrong costs one deck a sentence."""

import os
import signal
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.decks import EDITION, DeckReader
from eqbrief.model import Progress
from eqbrief.store import Store
from eqbrief.tasks import indexing
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.slides import read_stored
from tests.decks.making import Made, deck, picture, shape
from tests.decks.making import pdf as made_pdf
from tests.store.filling import add_event


def write(folder: Path, name: str, word: str) -> Path:
    file = folder / name
    slides = Made(shape(f"About {word}", holder="title"), notes=shape(f"Say {word}", holder="body")), Made(picture())
    file.write_bytes(deck(*slides))
    return file


def attached(library: Store, folder: Path, count: int = 3) -> list[int]:
    event = add_event(library, 1, decks=())
    files = [write(folder, f"Deck {n}.pptx", f"heron{n}") for n in range(count)]
    return [tasks.attach(library, event, file).id for file in files]


def states(library: Store, decks: list[int]) -> list[str]:
    return [db.reading_of(library, number).state for number in decks]


def test_decks_are_read_and_every_word_is_found_at_its_slide(library: Store, tmp_path: Path) -> None:
    decks = attached(library, tmp_path)
    told: list[Progress] = []
    outcomes = index_decks(library, told.append)
    assert sorted(outcome.deck.id for outcome in outcomes) == decks
    assert [slide.title for slide in db.slides_of(library, decks[1])] == ["About heron1", None]
    (hit,) = db.find(library, '"say heron1"', kinds=["slide"]).hits
    assert (hit.deck, hit.slide, hit.where) == ((decks[1], "Deck 1"), 1, "speaker-notes")
    assert [(one.slide, one.reason) for one in db.reading_of(library, decks[0]).unread] == [
        (2, "pictures only, no text")
    ]
    assert told[0].what == "Reading 1 of 3 decks"
    assert index_decks(library) == []


def test_what_cannot_be_read_is_noted_and_the_rest_goes_on(library: Store, tmp_path: Path) -> None:
    decks = attached(library, tmp_path)
    event = db.deck(library, decks[0]).event_id
    locked = tmp_path / "Locked.pdf"
    locked.write_bytes(made_pdf([("Rota reform", 30, 480)], password="quince"))
    broken = write(tmp_path, "Broken.pptx", "plum")
    cut = broken.read_bytes().replace(b"ppt/slides/slide1.xml", b"ppt/slides/slide9.xml")
    broken.write_bytes(cut)
    number = tasks.attach(library, event, locked).id
    more = tasks.attach(library, event, broken).id
    index_decks(library)
    assert states(library, [*decks, number, more]) == ["read", "read", "read", "password", "read"]
    assert "protected with a password" in db.reading_of(library, number).reason
    assert db.reading_of(library, more).unread[0].slide == 1
    with pytest.raises(indexing.PasswordWanted) as wrong:
        read_stored(library, number, "plum")
    assert wrong.value.wrong
    assert read_stored(library, number, "quince")[1].slides[0].title == "Rota reform"
    assert states(library, [number]) == ["read"]
    assert len(db.find(library, '"rota reform"', kinds=["slide"]).hits) == 1


def test_a_reader_that_is_killed_costs_one_deck_a_sentence(library: Store, tmp_path: Path, monkeypatch) -> None:
    decks = attached(library, tmp_path, 5)
    read = DeckReader.read

    def killed(self: DeckReader, file: Path, password: str | None = None):
        if file.name == "Deck 2.pptx":
            read(self, tmp_path / "Deck 0.pptx")
            os.kill(self._child._process.pid, signal.SIGKILL)  # type: ignore[union-attr]
        return read(self, file, password)

    monkeypatch.setattr(DeckReader, "read", killed)
    index_decks(library)
    found = states(library, decks)
    assert found.count("read") >= 4
    assert found.count("failed") + found.count("read") == 5


def test_it_stops_between_decks_and_goes_on_later(library: Store, tmp_path: Path) -> None:
    decks = attached(library, tmp_path, 6)
    done = index_decks(library, stop=lambda: "read" in states(library, decks))
    assert 1 <= len(done) < 6
    assert states(library, decks).count("read") == len(done)
    index_decks(library)
    assert set(states(library, decks)) == {"read"}


def test_a_file_that_was_changed_or_is_gone_is_not_taken_for_the_one_that_was_added(
    library: Store, tmp_path: Path
) -> None:
    changed, gone = attached(library, tmp_path, 2)
    path = library.path(str(db.deck(library, changed).file))
    path.write_bytes(write(tmp_path, "Other.pptx", "plum").read_bytes())
    library.path(str(db.deck(library, gone).file)).unlink()
    (outcome,) = index_decks(library)
    assert (outcome.deck.id, outcome.lasts) == (changed, False)
    assert states(library, [changed, gone]) == ["waiting", "waiting"]
    assert index_decks(library, leave=[changed]) == []
    assert read_stored(library, changed)[1].slides[0].title == "About plum"
    assert db.slides_of(library, changed) == ()


def test_what_an_older_edition_read_is_read_once_more(library: Store, tmp_path: Path, monkeypatch) -> None:
    (number,) = attached(library, tmp_path, 1)
    index_decks(library)
    monkeypatch.setattr(indexing, "EDITION", EDITION + 1)
    assert len(index_decks(library)) == 1
    assert db.reading_of(library, number).edition == EDITION + 1
    assert len(db.find(library, "heron0", kinds=["slide"]).hits) == 2
