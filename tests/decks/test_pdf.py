# SPDX-License-Identifier: MIT
"""What stands on the pages of a PDF, what each is called, and passwords."""

from pathlib import Path

import pypdfium2
import pytest

from eqbrief.decks.parts import PasswordTrouble
from eqbrief.decks.pdf import plain_text
from eqbrief.decks.worker import read
from eqbrief.model import DeckText, Unread
from tests.decks.making import PdfLine, pdf

SLIDE: list[PdfLine] = [
    ("Rota reform", 30, 480),
    ("Ask before the rota is made", 18, 380),
    ("and again after it", 18, 350),
    ("7", 10, 20),
]


@pytest.fixture
def of(tmp_path: Path):
    """Give a function that reads a PDF of pages."""

    def make(*pages, password: str | None = None, **how) -> DeckText:
        path = tmp_path / "deck.pdf"
        path.write_bytes(pdf(*pages, **how))
        return read(path, password)

    return make


def test_the_largest_text_at_the_top_is_the_title(of) -> None:
    (slide,) = of(SLIDE).slides
    assert slide.title == slide.text["title"] == "Rota reform"
    assert slide.text["body"] == "Ask before the rota is made\nand again after it\n7"


def test_a_page_of_even_text_has_no_title(of) -> None:
    lines = [(f"Line {number} of a page of even text", 12, 500 - 15 * number) for number in range(9)]
    (slide,) = of(lines).slides
    assert (slide.title, len(slide.text["body"].splitlines())) == (None, 9)


def test_a_bookmark_names_a_page_but_not_by_its_number_alone(of) -> None:
    found = of(SLIDE, [("even text", 12, 300)], [], bookmarks={1: "Ask before the rota is made", 3: "Slide 3"})
    assert found.slides[0].title == "Ask before the rota is made"
    assert found.slides[2].title is None


def test_pictures_only_is_said(of) -> None:
    found = of(SLIDE, [])
    assert [one.pictures for one in found.slides] == [0, 1]
    assert found.unread == (Unread(2, "pictures only, no text"),)


def test_the_words_are_pdfiums_own(of, tmp_path: Path) -> None:
    (slide,) = of(SLIDE).slides
    document = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    page = document[0]
    words = page.get_textpage()
    own = words.get_text_range().split()
    words.close()
    page.close()
    document.close()
    assert sorted(own) == sorted("\n".join(slide.text.values()).split())


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("e\ufb03cient \ufb02ow", "efficient flow"),
        ("reten\u00adtion", "retention"),
        ("reten\ufffetion", "retention"),
        ("reten\u0002\r\ntion", "retention"),
        ("one\r\ntwo\tthree", "one\ntwo three"),
        ("\ufee3\ufeae\ufea3\ufe92\ufe8e", "مرحبا"),
        ("½ ² ① stay", "½ ² ① stay"),
    ],
)
def test_ligatures_and_soft_hyphens_become_letters(raw: str, plain: str) -> None:
    assert plain_text(raw) == plain


def test_no_password_is_asked_for_where_none_is_needed(of) -> None:
    assert of(SLIDE, password=None).slides[0].title == "Rota reform"


def test_passwords_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf(SLIDE, password=""))
    assert read(path).slides[0].title == "Rota reform"
    path.write_bytes(pdf(SLIDE, password="quince"))
    for wrong in (None, "", "plum"):
        with pytest.raises(PasswordTrouble):
            read(path, wrong)
    assert read(path, "quince").slides[0].title == "Rota reform"


def test_a_page_without_anything_to_read_is_said(of, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "deck.pdf"
    drawn, blank = pdf([]).replace(b"q 300 0 0 300 40 40 cm /I1 Do Q", b"20 20 300 300 re f             "), pdf([])
    blank = blank.replace(b"q 300 0 0 300 40 40 cm /I1 Do Q", b" " * 31)
    for data, said in ((drawn, "drawings only, no text"), (blank, "nothing was found on the page")):
        path.write_bytes(data)
        assert read(path).unread == (Unread(1, said),)
