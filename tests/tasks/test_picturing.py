# SPDX-License-Identifier: MIT
"""A slide's title and picture in a note."""

from urllib.parse import unquote

import pytest

from eqbrief import store as db
from eqbrief.files import safe_join
from eqbrief.model import UserError
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.keeping import check
from eqbrief.tasks.picturing import picture_line, slide_line

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


@pytest.fixture
def deck(filled_library):
    index_decks(filled_library)
    return next(deck for deck in db.decks_here(filled_library) if deck.offered.title == "Small tests fairer wards")


def test_a_title_leads_to_its_slide(filled_library, deck):
    title = " ".join(db.slides_of(filled_library, deck.id)[1].text["title"].split())
    assert slide_line(filled_library, deck.id, 2) == f"**{title}** ([[slide 2 of Small tests fairer wards]])"
    assert slide_line(filled_library, deck.id, 99) == "[[slide 99 of Small tests fairer wards]]"


def test_a_picture_is_kept_once_and_named_by_a_path_within_the_library(filled_library, deck):
    line = picture_line(filled_library, deck.id, 2, PNG)
    path = unquote(line.rpartition("(")[2].removesuffix(")"))
    assert line.startswith("![Slide 2 of Small tests fairer wards: ")
    assert safe_join(filled_library.folder, path).read_bytes() == PNG
    assert picture_line(filled_library, deck.id, 2, PNG) == line
    other = picture_line(filled_library, deck.id, 2, PNG + b"1")
    assert other != line and len(list((filled_library.folder / "pictures").iterdir())) == 2
    assert not [problem for problem in check(filled_library) if problem.kind == "stray file"]


def test_where_it_cannot_be_kept_a_sentence_says_so(filled_library, deck):
    (filled_library.folder / "pictures").write_bytes(b"in the way")
    with pytest.raises(UserError):
        picture_line(filled_library, deck.id, 2, PNG)
