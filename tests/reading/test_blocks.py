# SPDX-License-Identifier: MIT
"""Plain text as blocks: what is a bullet, a heading, a wrapped line, and where each stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.blocks import page_of_text


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("  • Tea and toast", "bullet", "Tea and toast"),
        ("- Tea and toast", "bullet", "Tea and toast"),
        ("  3. Tea and toast", "bullet", "Tea and toast"),
        ("10:00\tTea and toast", "row", "10:00 Tea and toast"),
        ("Tea and toast", "heading", "Tea and toast"),
        ("Tea and toast were served.", "paragraph", "Tea and toast were served."),
        ("10.30 Tea and toast.", "paragraph", "10.30 Tea and toast."),
        ("17. Juni 2024, 10:00 Uhr.", "paragraph", "17. Juni 2024, 10:00 Uhr."),
    ],
)
def test_kinds(line: str, kind: str, text: str):
    [block] = page_of_text(line, "page.txt").blocks
    assert (block.kind, block.text) == (kind, text)


def test_lines_wrapped_at_a_width_are_one_and_keep_their_places():
    text = (
        "Night staff told the network that a rota known six weeks ahead matters\n"
        "more to them than its pattern, and three wards set out to see whether\n"
        "that could be done.\n\nChair: Imogen Thistlewood\nHost: Rafiq Umberley\n"
    )
    page = page_of_text(text, "page.txt")
    assert len(page.text) == len(text)
    assert [block.text[:12] for block in page.blocks] == ["Night staff ", "Chair: Imoge", "Host: Rafiq "]
    assert "matters more to them" in page.blocks[0].text


def test_an_address_in_the_first_line_is_no_part_of_the_page():
    page = page_of_text("URL: https://pennywick.example/a/b\n\nTea with the board\n", "page.txt")
    assert page.hints["address"] == "https://pennywick.example/a/b"
    assert [block.furniture for block in page.blocks] == [True, False]


@pytest.mark.parametrize("line", ["", " ", "\ufeff", "\u200b", "• \ufeff", "1. \u200b", "\x1c", "\u2028"])
def test_a_line_of_nothing_to_see_is_no_block(line: str):
    page = page_of_text(f"Tea.\n{line}\nCake", "page.txt")
    assert [(block.text, block.gap) for block in page.blocks] == [("Tea.", True), ("Cake", True)]


@given(st.text(max_size=200))
def test_every_block_stands_where_it_says(text: str):
    page = page_of_text(text, "page.txt")
    for block in page.blocks:
        assert page.text[block.cut.start : block.cut.end] == block.cut.text
        assert block.cut.text.strip()


def test_a_wrapped_paragraph_of_names_is_one_though_its_lines_start_with_capitals():
    text = (
        "The session was chaired by Baroness Li Osei (Policy Adviser, School of Slow\n"
        "Medicine, Quarry University), with much help from Xanthe and from Imogen\n"
        "Thistlewood (chief nurse and deputy chief executive, Department of Odd\n"
        "affairs).\n"
    )
    [block] = page_of_text(text, "page.txt").blocks
    assert block.text.endswith(
        "Imogen Thistlewood (chief nurse and deputy chief executive, Department of Odd affairs)."
    )


def test_lines_of_people_of_one_length_stay_lines():
    text = "\n".join(
        f"{name}, director of nursing and of rest, Larkmoor Care Trust" for name in ("Ann Egan", "Bea Holm")
    )
    assert len(page_of_text(text, "page.txt").blocks) == 2
