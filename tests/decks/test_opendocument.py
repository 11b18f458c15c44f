# SPDX-License-Identifier: MIT
"""What stands on the slides of an OpenDocument presentation."""

from pathlib import Path

import pytest

from eqbrief.decks.worker import read
from eqbrief.model import DeckText, SlideLink, Unread
from tests.decks.making import odf, odp

HIDDEN = (
    '<style:style style:name="dp2" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)


def box(text: str, kind: str = "", more: str = "") -> str:
    """Make a frame with text; `kind` is the class of its placeholder."""
    held = f' presentation:class="{kind}"' if kind else ""
    return f"<draw:frame{held}{more}><draw:text-box>{text}</draw:text-box></draw:frame>"


def line(text: str) -> str:
    return f"<text:p>{text}</text:p>"


@pytest.fixture
def of(tmp_path: Path):
    """Give a function that reads pages, with a style for the hidden ones called dp2."""

    def make(*pages: str, **parts: str | bytes) -> DeckText:
        path = tmp_path / "deck.odp"
        wrapped = "".join(one if one.startswith("<draw:page ") else f"<draw:page>{one}</draw:page>" for one in pages)
        path.write_bytes(odp(wrapped, styles=HIDDEN, **parts))
        return read(path)

    return make


def test_title_body_and_nested_lists(of) -> None:
    inner = f"<text:list><text:list-item>{line('below it')}</text:list-item></text:list>"
    body = f"<text:list><text:list-item>{line('First')}{inner}</text:list-item></text:list>"
    (slide,) = of(box(line("Rota reform"), "title") + box(body, "outline")).slides
    assert (slide.title, slide.text["body"]) == ("Rota reform", "First\n  below it")


def test_spans_join_and_blanks_tabs_and_breaks_are_kept(of) -> None:
    words = line('Equ<text:span>ality</text:span><text:s text:c="2"/>now<text:line-break/>and<text:tab/>then')
    assert of(box(words)).slides[0].text["body"] == "Equality  now\nand\tthen"


def test_shapes_groups_and_links(of) -> None:
    shape = f"<draw:custom-shape>{line('in a shape')}</draw:custom-shape>"
    grouped = f"<draw:g>{box(line('in a group'))}<draw:g>{shape}</draw:g></draw:g>"
    linked = box(line('see <text:a xlink:href="https://survey.example.org/">the survey</text:a>'))
    (slide,) = of(grouped + linked).slides
    assert slide.text["body"] == "in a group\nin a shape\nsee the survey"
    assert slide.links == (SlideLink("the survey", "https://survey.example.org/"),)


def test_tables_row_by_row(of) -> None:
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{line(cell)}</table:table-cell>' for cell in row)}"
        "</table:table-row>"
        for row in (["left", "right"], ["below", "there"])
    )
    (slide,) = of(f"<draw:frame><table:table>{rows}</table:table></draw:frame>").slides
    assert slide.text["table"] == "left\tright\nbelow\tthere"


def test_charts_and_other_objects(of) -> None:
    def row(*cells: str) -> str:
        inner = "".join(f"<table:table-cell>{line(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{inner}</table:table-row>"

    rows = row("", "2031") + row("Nurses", "7")
    chart = odf(
        f"<office:chart><chart:chart><chart:title>{line('Who stayed')}</chart:title>"
        f"<table:table>{rows}</table:table></chart:chart></office:chart>"
    )
    image = '<draw:image xlink:href="./ObjectReplacements/1"/>'
    page = (
        f'<draw:frame><draw:object xlink:href="./One"/>{image}</draw:frame>'
        f'<draw:frame><draw:object xlink:href="./Gone"/>{image}</draw:frame>'
    )
    found = of(page, One__content_dot_xml=chart)
    assert found.slides[0].text["chart"].splitlines() == ["Who stayed", "\t2031", "Nurses\t7"]
    assert found.slides[0].pictures == 1
    assert found.unread == (Unread(1, "holds an object of another program, of which only the picture is shown"),)


def test_notes_without_what_their_pages_repeat_and_invitations_to_type(of) -> None:
    repeated = box(line("4"), "page-number") + box(line("A header"), "header")
    spoken = box(line("Say this slowly"), "notes")
    invited = box(line("Click to add text"), "outline", ' presentation:placeholder="true"')
    (slide,) = of(f"{invited}<presentation:notes>{repeated}{spoken}</presentation:notes>").slides
    assert (slide.text["notes"], slide.text["body"]) == ("Say this slowly", "")


def test_hidden_pages_and_pictures_only(of) -> None:
    picture = '<draw:frame><svg:desc>A full ward</svg:desc><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    found = of(f'<draw:page draw:style-name="dp2">{picture}</draw:page>', box(line("words")))
    assert [one.hidden for one in found.slides] == [True, False]
    assert (found.slides[0].pictures, found.slides[0].alternatives) == (1, ("A full ward",))
    assert found.unread == (Unread(1, "pictures only, no text"),)
