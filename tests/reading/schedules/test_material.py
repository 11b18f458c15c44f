# SPDX-License-Identifier: MIT
"""What a schedule's event offers, sorted: decks, recordings, and everything else as links."""

import pytest

from eqbrief.reading.schedules.material import sorted_material, title_of_piece
from eqbrief.reading.schedules.programme import Piece, Slot


def use(title: str, address: str, kind: str = "", *, attached: bool) -> str:
    piece = Piece(title, address, kind)
    found = sorted_material(Slot("Tea", files=(piece,) if attached else (), links=() if attached else (piece,)))
    [name] = [name for name in ("decks", "recordings", "links") if getattr(found, name)]
    return name


@pytest.mark.parametrize(
    ("title", "address", "attached", "expected"),
    [
        ("Beds", "https://x.example/beds.pptx?1577", True, "decks"),
        ("Beds", "https://x.example/beds.odp", False, "decks"),
        ("Beds", "https://x.example/beds.pdf", True, "decks"),
        ("Beds", "https://x.example/beds.pdf", False, "links"),
        ("Slides", "https://x.example/beds.pdf", False, "decks"),
        ("beds.key", "", True, "decks"),
        ("Slides", "https://slides.example/beds", False, "decks"),
        ("Slides of all the talks that we gave before", "https://anita.example/", False, "links"),
        ("Slides", "https://x.example/missing.png", True, "links"),
        ("Transcript of the slides", "https://x.example/t", False, "links"),
        ("Beds", "https://x.example/beds.zip", True, "links"),
        ("Beds", "https://x.example/Beds.MP4", False, "recordings"),
        ("Recording", "https://vimeo.com/123", False, "recordings"),
        ("Our band", "https://vimeo.com/123", False, "links"),
        ("Recording", "https://anita.example/", False, "links"),
        ("https://x.example/slides/1", "https://x.example/slides/1", False, "links"),
        ("Beds", "https://[x", False, "links"),
    ],
)
def test_what_is_offered(title: str, address: str, attached: bool, expected: str):
    assert use(title, address, attached=attached) == expected


def test_the_files_own_word_for_it_counts():
    assert use("Beds", "https://x.example/b", "slides", attached=True) == "decks"


def test_an_address_is_offered_once_and_files_without_one_by_name():
    pieces = (
        Piece("Beds", "https://x.example/b.odp"),
        Piece("Again", "https://x.example/b.odp"),
        Piece("a.odp"),
        Piece("b.odp"),
    )
    assert [piece.title for piece in sorted_material(Slot("Tea", files=pieces)).decks] == ["Beds", "a.odp", "b.odp"]


@pytest.mark.parametrize(
    ("title", "address", "expected"),
    [
        (" Beds\n2024 ", "https://x.example/b.odp", "Beds 2024"),
        ("", "https://x.example/The%20beds.odp", "The beds.odp"),
        ("https://x.example/b.odp", "https://x.example/b.odp", "b.odp"),
        ("", "https://x.example/", "Slides"),
    ],
)
def test_what_is_offered_has_a_name(title: str, address: str, expected: str):
    assert title_of_piece(Piece(title, address), "Slides") == expected
