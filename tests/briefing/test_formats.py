# SPDX-License-Identifier: MIT
"""The four formats say the same: headings, order, statements and references, compared by reading each of them back."""

import re

import pytest

from eqbrief.briefing import compose, write
from eqbrief.briefing.document import Cite, Listing, Paragraph, Table
from eqbrief.model import UserError
from tests.briefing import reading_back as back
from tests.briefing.making import MARKER, briefing, document, material


def test_html_markdown_and_word_hold_the_same_lines_in_the_same_order() -> None:
    made = document()
    wanted = back.of_document(made)
    assert len(wanted) > 90
    assert {"title", "contents", "heading 1", "heading 3", "item", "cell", "header", "picture", "source"} <= {
        kind for kind, _ in wanted
    }
    assert back.of_html(write(made, ".html")) == wanted
    assert back.of_docx(write(made, ".docx")) == wanted
    assert back.of_markdown(write(made, ".md")) == wanted


def test_a_pdf_holds_the_same_words_in_the_same_order() -> None:
    made = document()
    assert back.pdf_words(write(made, ".pdf"), made) == back.document_words(made)


def test_a_line_that_one_format_lacked_would_be_found() -> None:
    made = document()
    lame = write(made, ".html").replace(b"Nobody went", b"Everybody went")
    assert back.of_html(lame) != back.of_document(made)
    astray = write(made, ".html").replace(b'href="#source-1"', b'href="#source-99"', 1)
    assert "⟦?⟧" in "".join(words for _, words in back.of_html(astray))


def test_every_statement_has_a_reference_that_stands_in_sources() -> None:
    made = document()
    assert made.cited() == set(range(1, len(made.references) + 1))
    own_words = {"All three train teams, not people."}
    for block in made.blocks:
        if isinstance(block, Paragraph):
            said = "".join(run.text for run in block.content if not isinstance(run, Cite))
            assert any(isinstance(run, Cite) for run in block.content) or said in own_words
        elif isinstance(block, Listing):
            assert all(any(isinstance(run, Cite) for run in item.content) for item in block.items)
        elif isinstance(block, Table) and "Short form" not in block.header:
            assert all(any(isinstance(run, Cite) for cell in row for run in cell) for row in block.rows)


def test_references_in_brackets_say_event_day_and_slide_and_lead_to_sources() -> None:
    made = document(references="bracketed")
    page = write(made, ".html").decode()
    said = "Kinder rotas &amp; fair shifts 1, 2 February 2023, slide 12 of “Rotas”"
    assert f'">{said}</a>)' in page
    assert said.replace("&amp;", "&") in write(made, ".md").decode().replace("\\", "")


def test_brackets_do_not_say_again_what_stands_beside_them() -> None:
    made = document(references="bracketed")
    people = next(block for block in made.blocks if isinstance(block, Table) and block.header[0] == "Name")
    cite = people.rows[0][-1][-1]
    assert isinstance(cite, Cite) and made.mark(cite) == (("source", f"source-{cite.numbers[0]}"),)
    page = write(made, ".html").decode()
    assert f'<a href="#source-{cite.numbers[0]}">source</a>' in page
    assert set(re.findall(r'href="#(source-\d+)"', page)) == set(re.findall(r'id="(source-\d+)"', page))


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".html", ".md"])
def test_private_notes_stay_out(ending: str) -> None:
    assert MARKER not in "".join(words for _, words in back.of_document(document()))
    data = write(document(), ending)
    assert MARKER.encode() not in data
    if ending == ".pdf":
        assert MARKER not in back.pdf_words(data, document())


def test_a_private_note_goes_out_when_it_is_chosen_by_hand() -> None:
    from dataclasses import replace

    from eqbrief.model import Piece

    made = briefing()
    said = made.sections[2]
    for by_hand in (True, False):
        piece = Piece("x", "note", "secret-2", "event-2", by_hand=by_hand)
        whole = compose(made.with_section(replace(said, pieces=(*said.pieces, piece))), material())
        assert (f"{MARKER} 2" in str(whole.blocks)) is by_hand


def test_an_unknown_ending_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UserError, match=r"\.docx, \.pdf, \.html or \.md"):
        write(document(), ".exe")
