# SPDX-License-Identifier: MIT
"""What the tests of the viewer share: a library with decks whose slides are known, and a viewer on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eqbrief.decks import renderers
from eqbrief.decks.renderers import Renderer
from eqbrief.gui.jobs import Jobs
from eqbrief.gui.viewer.viewer import Viewer
from eqbrief.model import Draft
from eqbrief.tasks import accept, attach
from eqbrief.tasks.pages import Page
from tests.decks.making import Made, deck, pdf, shape, table
from tests.gui.looks import dress

SLIDES = (
    Made(shape("Kinder rotas", holder="title") + shape("For night staff", "By day"), notes=shape("Begin slowly")),
    Made(shape("What wards said", holder="title") + table(["Ward", "Said"], ["Larch", "Better rotas"]), hidden=True),
    Made(shape("What comes next", holder="title") + shape("Rotas for all wards")),
)
PAGES = (
    [("Kinder rotas", 40, 440), ("For night staff", 20, 300)],
    [("What wards said", 40, 440), ("Better rotas", 20, 300)],
    [("What comes next", 40, 440), ("Rotas for all wards", 20, 300)],
)


@pytest.fixture
def keep(library, tmp_path) -> Callable[[str, bytes], int]:
    """Give a function that keeps a deck of these bytes beside one event and gives its id."""
    draft = Draft("p", "event", "Kinder rotas for night staff", starts_at="2023-03-20")
    (added,) = accept(library, Page("page.html", b"page", draft))

    def put(name: str, data: bytes) -> int:
        file = tmp_path / name
        file.write_bytes(data)
        return attach(library, added.event.id, file).id

    return put


@pytest.fixture
def powerpoint(keep) -> int:
    """Give the id of a PowerPoint deck of three slides, the second hidden."""
    return keep("Rotas.pptx", deck(*SLIDES))


@pytest.fixture
def paper(keep) -> int:
    """Give the id of a PDF of three pages."""
    return keep("Paper.pdf", pdf(*PAGES))


@pytest.fixture
def printer(monkeypatch) -> list[str]:
    """Give the table a renderer of the test's own, which draws the three slides; the list holds what it was asked."""
    asked: list[str] = []

    def make(_program: Path, given: Path, folder: Path, _stop) -> Path:
        asked.append(given.name)
        (folder / "made.pdf").write_bytes(pdf(*PAGES))
        return folder / "made.pdf"

    row = Renderer("The printer", frozenset({"pptx", "ppt"}), lambda: Path("/bin/true"), make)
    monkeypatch.setattr(renderers, "RENDERERS", (row,))
    return asked


@pytest.fixture
def nothing_draws(monkeypatch) -> None:
    """Let there be no program that draws decks."""
    monkeypatch.setattr(renderers, "RENDERERS", ())


@pytest.fixture
def viewer(qapp, library):
    """Give a viewer on the library, on the screen."""
    dress(qapp)
    jobs = Jobs(library)
    made = Viewer(library, jobs)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    yield made
    made.end()
    jobs.shutdown()
    made.hide()
    made.deleteLater()
    jobs.deleteLater()
