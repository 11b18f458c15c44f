# SPDX-License-Identifier: MIT
"""A document is mended so that everyone can read it."""

from hypothesis import given
from hypothesis import strategies as st

from eqbrief.briefing.document import (
    Block,
    Cite,
    Document,
    Heading,
    Paragraph,
    Picture,
    Reference,
    Table,
    Text,
    TitlePage,
)
from eqbrief.briefing.mending import mend
from tests.briefing.making import png

ONE, TWO, THREE = Reference("One"), Reference("Two"), Reference("Three")


def document(*blocks: Block, references: tuple[Reference, ...] = ()) -> Document:
    return Document(TitlePage("T"), blocks, references)


def said(*numbers: int) -> Paragraph:
    return Paragraph((Text("x"), Cite(numbers)) if numbers else (Text("x"),))


@given(st.lists(st.one_of(st.integers(1, 6), st.none()), max_size=14))
def test_no_heading_lies_more_than_one_level_below_the_one_before_it(levels: list[int | None]) -> None:
    blocks = [Heading(f"{level}", level) if level else said() for level in levels]
    made = mend(document(*blocks))
    found = [one.level for one in made.headings()]
    assert all(1 <= level <= before + 1 for before, level in zip([0, *found], found, strict=False))
    assert len({one.anchor for one in made.headings()}) == len(found)
    assert sum(isinstance(block, Paragraph) for block in made.blocks) == levels.count(None)
    assert not made.blocks or not isinstance(made.blocks[-1], Heading)


def test_a_section_with_nothing_in_it_is_left_out_with_what_is_above_it() -> None:
    made = mend(document(Heading("A"), Heading("B", 2), Heading("C"), said(), Heading("D")))
    assert [one.text for one in made.headings()] == ["C"]


def test_references_are_numbered_as_they_come_and_those_not_led_to_go() -> None:
    made = mend(document(said(3), said(1, 3), references=(ONE, TWO, THREE)))
    assert made.references == (THREE, ONE)
    assert [run.numbers for run in made.runs() if isinstance(run, Cite)] == [(1,), (1, 2)]
    assert made.headings()[-1].text == "Sources"


def test_pictures_without_words_and_tables_with_gaps_are_mended() -> None:
    picture = Picture(png(), " ", (Text("Slide 3"),), 1, 1)
    table = Table("", ("A", ""), (((Text("1"),),), ((Text("1"),), (Text("2"),), (Text("3"),))))
    shown, grid = mend(document(picture, table)).blocks
    assert isinstance(shown, Picture) and shown.alternative == "Picture without a description: Slide 3"
    assert isinstance(grid, Table) and grid.header == ("A", "Column 2") and grid.widths == (1, 1)
    assert [len(row) for row in grid.rows] == [2, 2]
