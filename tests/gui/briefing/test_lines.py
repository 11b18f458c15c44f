# SPDX-License-Identifier: MIT
"""The outline's lines say what stands in a briefing and how much of it."""

from dataclasses import replace

from eqbrief.briefing import Material, compose
from eqbrief.gui.briefing.lines import TITLE, lines_of
from eqbrief.model import Piece
from tests.briefing.making import briefing, material


def test_each_section_and_piece_is_a_line_with_what_there_is_of_it() -> None:
    made, gathered = briefing(), material()
    lines = lines_of(made, gathered, compose(made, gathered))
    assert lines[0].uid == TITLE
    said = {line.text: (line.side, line.deep) for line in lines[1:]}
    assert said["Summary"] == ("6 words", 0) and said["What was said"] == ("3 events", 0)
    assert said["Kinder rotas & fair shifts 2"] == ("3 February 2023", 1)
    assert said["Slide 12, The bystander programme"] == ("picture", 1)
    assert said["Slide 3, Trained"] == ("as table", 1)
    assert said["Note: Herons: *a passage* of a note."] == ("passage", 1)
    assert said["Glossary"] == ("2 terms", 0) and said["Sources"] == ("11", 0)
    assert all(line.sentence.endswith(".") for line in lines)


def test_what_is_gone_says_so() -> None:
    made = briefing(1)
    lines = lines_of(made, Material({}), None)
    assert [line.side for line in lines if line.deep] == ["gone"] * 4
    term = replace(
        made.sections[5], pieces=(Piece("t", "term", "WDES", text="workforce disability equality standard"),)
    )
    assert "WDES" in [line.text for line in lines_of(made.with_section(term), material(), None)]


def test_every_icon_of_a_line_can_be_drawn(qapp) -> None:
    from eqbrief.gui.briefing.lines import PIECE_ICONS, SECTION_ICONS
    from eqbrief.gui.theme import icon
    from eqbrief.model.briefings import PIECES, SECTIONS

    assert set(SECTION_ICONS) == set(SECTIONS) and set(PIECE_ICONS) == set(PIECES)
    for name in {*SECTION_ICONS.values(), *PIECE_ICONS.values(), "text-t", "dots-six-vertical", "warning"}:
        assert not icon(name).pixmap(18, 18).isNull()
