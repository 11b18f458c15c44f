# SPDX-License-Identifier: MIT
"""Decks read in the child process: slides, or a sentence whatever became of it."""

import os
import signal
import sys
from pathlib import Path

import pytest

from eqbrief.decks import DeckReader, PasswordWanted
from eqbrief.model import UserError
from tests.decks.making import Made, deck, pdf, shape


@pytest.fixture(scope="module")
def reader():
    """Give one reader for all tests here, as a person's afternoon would use it."""
    with DeckReader() as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Rota reform ’31.pptx"
    path.write_bytes(deck(Made(shape("Rota reform", holder="title") + shape("Kölner Straße"))))
    return path


def test_slides_come_back_whole(reader: DeckReader, file: Path) -> None:
    found = reader.read(file)
    assert (found.format, found.slides[0].title, found.slides[0].text["body"]) == (
        "pptx",
        "Rota reform",
        "Kölner Straße",
    )


def test_a_relative_path_is_of_the_current_folder(reader: DeckReader, file: Path, monkeypatch) -> None:
    monkeypatch.chdir(file.parent)
    assert reader.read(Path(file.name)).slides[0].title == "Rota reform"


def test_a_password_is_asked_for_and_a_wrong_one_said(reader: DeckReader, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf([("Rota reform", 30, 480)], password="quince"))
    with pytest.raises(PasswordWanted, match="protected with a password") as wanted:
        reader.read(path)
    assert not wanted.value.wrong
    with pytest.raises(PasswordWanted, match="the password is wrong") as wanted:
        reader.read(path, "plum")
    assert wanted.value.wrong
    assert reader.read(path, "quince").slides[0].title == "Rota reform"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("absent.pptx", None, "'absent.pptx' was not found"),
        ("empty.pdf", b"", "it is empty"),
        ("page.pptx", b"<!doctype html><p>Sign in", "it is a web page"),
        ("short.pptx", b"PK\x03\x04", "it is damaged or incomplete"),
        ("short.pdf", b"%PDF-1.7\n", "it is damaged or incomplete"),
    ],
)
def test_what_is_no_deck_is_a_sentence(reader: DeckReader, tmp_path, name: str, content: bytes | None, said) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UserError, match=said):
        reader.read(path)


def test_slow_reading_is_a_sentence_and_the_next_deck_works(file: Path) -> None:
    with DeckReader(seconds=0.0) as hasty:
        with pytest.raises(UserError, match="it took too long"):
            hasty.read(file)
        with pytest.raises(UserError, match="it took too long"):
            hasty.read(file)


@pytest.mark.skipif(sys.platform == "win32", reason="each deck has its own process there")
def test_a_killed_process_costs_nothing(reader: DeckReader, file: Path) -> None:
    reader.read(file)
    process = reader._child._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert reader.read(file).slides[0].title == "Rota reform"
