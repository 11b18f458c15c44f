# SPDX-License-Identifier: MIT
"""PowerPoint's older format: written anew by LibreOffice and then read, or said that it would be needed."""

import shutil
import subprocess
import threading
import time
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.decks import DeckReader, LibreOfficeWanted, older
from eqbrief.decks.renderers import find_libreoffice
from eqbrief.files import resource
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks.indexing import index_decks
from tests.files.making import old_deck
from tests.store.filling import add_event

office = pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice is not on this computer")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let LibreOffice write a deck in the older format."""
    folder = tmp_path_factory.mktemp("older")
    source = resource("sample", "decks", "Presentation 140323.pptx")
    office = [str(find_libreoffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run([*office, "--convert-to", "ppt", "--outdir", str(folder), str(source)], timeout=120, check=True)
    return folder / "Presentation 140323.ppt"


@office
def test_libreoffice_writes_it_anew_and_its_slides_are_read(made: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(made, tmp_path / "--help; rm.ppt"))
    before = sorted(tmp_path.iterdir())
    with DeckReader() as reader:
        text = reader.read(file)
        same = reader.read(resource("sample", "decks", "Presentation 140323.pptx"))
    assert text.format == "ppt"
    assert [slide.title for slide in text.slides] == [slide.title for slide in same.slides]
    assert [slide.text["notes"] for slide in text.slides] == [slide.text["notes"] for slide in same.slides]
    assert sorted(tmp_path.iterdir()) == before


@office
def test_a_deck_in_it_is_read_like_any_other_of_the_library(library: Store, made: Path) -> None:
    number = tasks.attach(library, add_event(library, decks=()), made).id
    index_decks(library)
    assert db.reading_of(library, number).state == "read"
    title = db.slides_of(library, number)[0].title
    assert db.find(library, f'"{title}"', kinds=["slide"]).hits[0].deck == (number, made.stem)


@office
def test_it_is_given_up_when_it_is_no_longer_wanted(made: Path) -> None:
    with DeckReader() as reader:
        timer = threading.Timer(0.6, reader.interrupt)
        timer.start()
        begun = time.monotonic()
        with pytest.raises(UserError, match="Could not read"):
            reader.read(made)
        timer.join()
        assert time.monotonic() - begun < 20


def test_without_libreoffice_that_is_said_and_tried_again_at_the_next_start(
    library: Store, tmp_path: Path, monkeypatch
) -> None:
    file = tmp_path / "Herons.ppt"
    file.write_bytes(old_deck())
    number = tasks.attach(library, add_event(library, decks=()), file).id
    monkeypatch.setattr(older, "find_libreoffice", lambda: None)
    (outcome,) = index_decks(library)
    assert isinstance(outcome.error, LibreOfficeWanted)
    assert outcome.comes_again
    reading = db.reading_of(library, number)
    assert (reading.state, "LibreOffice" in reading.reason, "Install" in reading.next_step) == ("failed", True, True)
    assert [outcome.deck.id for outcome in index_decks(library)] == [number]
    assert index_decks(library, leave=[number]) == []
