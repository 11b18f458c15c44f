# SPDX-License-Identifier: MIT
"""What a deck can be drawn from: its own PDF, what was drawn before, what a renderer makes, or nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.decks import renderers
from eqbrief.decks.renderers import Renderer
from eqbrief.files import resource
from eqbrief.model import Draft, Slide, UserError
from eqbrief.tasks import accept, attach, delete
from eqbrief.tasks.drawing import FOLDER, Drawable, draw_slides, drawable, pages_of_slides
from eqbrief.tasks.keeping import backup
from eqbrief.tasks.keeping.emptying import purge_bin
from eqbrief.tasks.pages import Page
from tests.decks.making import pdf

DECKS = resource("sample", "decks")


@pytest.fixture
def keep(library):
    """Give a function that attaches a file to an event and gives the deck's id."""
    (added,) = accept(library, Page("page.html", b"page", Draft("p", "event", "Kinder rotas for night staff")))
    return lambda file: attach(library, added.event.id, file).id


@pytest.fixture
def drawn_decks(monkeypatch) -> list[str]:
    """Give the table a renderer of the test's own; the list holds what it was asked to draw."""
    asked: list[str] = []

    def make(_program: Path, deck: Path, folder: Path, _stop) -> Path:
        asked.append(deck.name)
        (folder / "made.pdf").write_bytes(pdf([("Drawn", 40, 440)]))
        return folder / "made.pdf"

    row = Renderer("The printer", frozenset({"pptx"}), lambda: Path("/bin/true"), make)
    monkeypatch.setattr(renderers, "RENDERERS", (row,))
    return asked


def test_a_pdf_is_drawn_from_itself(library, keep, drawn_decks):
    number = keep(DECKS / "Night staff wellbeing 110624.pdf")
    own = library.path(db.deck(library, number).file)
    assert drawable(library, number) == draw_slides(library, number) == Drawable(own)
    assert drawn_decks == []


def test_a_deck_is_drawn_once_and_kept_in_the_library(library, keep, drawn_decks):
    number = keep(DECKS / "Small tests fairer wards.pptx")
    assert drawable(library, number) == Drawable(None, waits=True)
    said: list[str] = []
    made = draw_slides(library, number, lambda progress: said.append(progress.what))
    assert made.file is not None and made.file.parent == library.folder / FOLDER
    assert draw_slides(library, number) == drawable(library, number) == made
    assert drawn_decks == ["deck.pptx"]
    assert said == ["Drawing the slides of Small tests fairer wards"]


def test_one_that_was_stopped_can_be_drawn_later(library, keep, drawn_decks):
    number = keep(DECKS / "Small tests fairer wards.pptx")
    assert draw_slides(library, number, stop=lambda: True) == Drawable(None, waits=True)
    assert draw_slides(library, number).file is not None


def test_without_a_renderer_there_are_only_the_words(library, keep, monkeypatch):
    monkeypatch.setattr(renderers, "RENDERERS", ())
    number = keep(DECKS / "Small tests fairer wards.pptx")
    assert drawable(library, number) == draw_slides(library, number) == Drawable(None)


def test_a_deck_whose_file_is_gone_cannot_be_drawn(library, keep):
    number = keep(DECKS / "Small tests fairer wards.pptx")
    library.path(db.deck(library, number).file).unlink()
    with pytest.raises(UserError, match="no longer"):
        drawable(library, number)


def test_what_was_drawn_goes_with_the_event_when_the_bin_is_emptied(library, keep, drawn_decks):
    number = keep(DECKS / "Small tests fairer wards.pptx")
    made = draw_slides(library, number)
    backup(library)
    delete(library, [db.deck(library, number).event_id])
    assert purge_bin(library, days=-1) == 1
    assert not made.file.exists()


def test_each_slide_knows_its_page():
    slides = [Slide(1), Slide(2, hidden=True), Slide(3)]
    assert pages_of_slides(slides, 3) == {1: 1, 2: 2, 3: 3}
    assert pages_of_slides(slides, 2) == {1: 1, 3: 2}
    assert pages_of_slides(slides, 4) == {}
    assert pages_of_slides([replace(slide, hidden=False) for slide in slides], 2) == {}
