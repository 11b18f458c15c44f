# SPDX-License-Identifier: MIT
"""What the tests of the command line share: a call of it within this process, and what it said."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from eqbrief.cli import run
from tests.decks.making import pdf as made_pdf
from tests.helpers.pages import Page, write_page

PDF = made_pdf([("Kinder rotas", 30, 480)])


@dataclass
class StandIn:
    """An opener that notes what it was asked instead of opening a window; the app gives the real one."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)
    status: int = 0

    def window(self, folder: Path | None) -> int:
        self.asked.append(("window", folder))
        return self.status

    def demo(self) -> int:
        self.asked.append(("demo",))
        return self.status

    def self_test(self, folder: Path | None, json: bool) -> int:
        self.asked.append(("self-test", folder, json))
        return self.status

    def network(self) -> None:
        self.asked.append(("network",))


@dataclass(frozen=True)
class Said:
    """What a call of the command line gave: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


Call = Callable[..., Said]


@pytest.fixture
def opener() -> StandIn:
    return StandIn()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Give the folder of the library that `eqbrief` means; it is not made yet."""
    return tmp_path / "library"


@pytest.fixture
def eqbrief(capsys, opener: StandIn, here: Path) -> Call:
    """Give a function that calls the command line with words: `eqbrief("show", 1, "--json").json["title"]`."""

    def call(*words: Any) -> Said:
        capsys.readouterr()
        status = run(["--library", str(here), *map(str, words)], opener)
        return Said(status, *capsys.readouterr())

    return call


@pytest.fixture
def filled(eqbrief: Call, sample_page) -> Call:
    """Give the same function with three events in its library, two years apart, the last one the newest.

    The page of the first names the deck that `pdf` is.
    """
    pages = [
        sample_page("first.txt", title="Listening on the night shift", held="20 March 2019"),
        sample_page("second.html", title="A fair rota for everyone", held="20 March 2021"),
        sample_page("third.html", title="What exit interviews tell us", held="20 March 2023"),
    ]
    offer_slides(pages[0])
    assert eqbrief("add", *pages).status == 0
    return eqbrief


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Give a deck's file, named as the invented pages name it."""
    path = tmp_path / "Presentation 200323.pdf"
    path.write_bytes(PDF)
    return path


def two_pages(folder: Path) -> Path:
    """Make a folder with two pages in it and one file that is none."""
    folder.mkdir()
    write_page(folder / "one.txt", Page(title="The first of two"))
    write_page(folder / "two.html", Page(title="The second of two"))
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def offer_slides(page: Path) -> None:
    """Let a text page offer its deck as organisers do, near the top."""
    text = page.read_text(encoding="utf-8").replace("Presentation 200323 (1.4 MB)\n\n", "")
    offer = "Flexible working\n\nDownload event slides: Presentation 200323 1.4 MB\n"
    page.write_text(text.replace("Flexible working\n", offer), encoding="utf-8")
