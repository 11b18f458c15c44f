# SPDX-License-Identifier: MIT
"""What stands on the slides of a PowerPoint deck, each word under its number and in its place."""

from pathlib import Path

import pytest

from eqbrief.decks.worker import read
from eqbrief.model import DeckText, SlideLink, Unread
from tests.decks.making import (
    Made,
    chart,
    deck,
    diagram,
    frame,
    group,
    paragraph,
    picture,
    shape,
    table,
    without,
)

CHART = ("c1", "chart", "../charts/chart1.xml")
CHART_FRAME = frame('<c:chart r:id="c1"/>')
DIAGRAM = ("d1", "diagramData", "../diagrams/data1.xml")
DIAGRAM_FRAME = frame('<dgm:relIds r:dm="d1"/>')


@pytest.fixture
def of(tmp_path: Path):
    """Give a function that reads a deck made of slides, or of bytes."""

    def make(*slides: Made | bytes, **how) -> DeckText:
        path = tmp_path / "deck.pptx"
        whole = slides[0] if isinstance(slides[0], bytes) else deck(*slides, **how)  # pyright: ignore
        path.write_bytes(whole)
        return read(path)

    return make


def test_title_and_body_with_levels(of) -> None:
    body = shape(paragraph("First"), paragraph("below it", level=1), holder="body")
    (slide,) = of(Made(shape("Rota reform", holder="title") + body)).slides
    assert (slide.number, slide.title, slide.hidden) == (1, "Rota reform", False)
    assert slide.text["title"] == "Rota reform"
    assert slide.text["body"] == "First\n  below it"


def test_runs_join_and_paragraphs_breaks_and_cells_never_do(of) -> None:
    words = shape(paragraph("Equ", "ality"), paragraph("one", "<a:br/>", "two"))
    (slide,) = of(Made(words + table(["left", "right"], ["below", ""]))).slides
    assert slide.text["body"] == "Equality\none\ntwo"
    assert slide.text["table"] == "left\tright\nbelow"


def test_fields_and_formulas_are_words(of) -> None:
    field = '<a:fld type="datetime"><a:t>3 May 2031</a:t></a:fld>'
    formula = "<mc:AlternateContent><mc:Choice><m><t>x=2</t></m></mc:Choice><mc:Fallback><a:r><a:t>[]</a:t></a:r>"
    words = shape(paragraph("On ", field), paragraph("so ", formula + "</mc:Fallback></mc:AlternateContent>"))
    assert of(Made(words)).slides[0].text["body"] == "On 3 May 2031\nso x=2"


def test_groups_within_groups_in_their_order(of) -> None:
    (slide,) = of(Made(shape("one") + group(shape("two"), group(shape("three"))) + shape("four"))).slides
    assert slide.text["body"] == "one\ntwo\nthree\nfour"


def test_groups_too_deep_are_said_and_the_rest_read(of) -> None:
    deep = shape("lost")
    for _ in range(230):
        deep = group(deep)
    found = of(Made(deep + shape("kept")))
    assert found.slides[0].text["body"] == "kept"
    assert found.unread == (Unread(1, "its groups are nested too deeply to be followed"),)


def test_of_alternate_forms_the_first_that_says_anything_counts(of) -> None:
    both = f"<mc:AlternateContent><mc:Choice>{shape('new')}</mc:Choice><mc:Fallback>{shape('old')}</mc:Fallback>"
    ink = f"<mc:AlternateContent><mc:Choice><x/></mc:Choice><mc:Fallback>{picture('A sketch')}</mc:Fallback>"
    end = "</mc:AlternateContent>"
    (slide,) = of(Made(both + end + ink + end)).slides
    assert slide.text["body"] == "new"
    assert (slide.pictures, slide.alternatives) == (1, ("A sketch",))


def test_charts_give_title_series_and_categories(of) -> None:
    part = {"ppt/charts/chart1.xml": chart("Staff who stayed", ["2030", "2031"], ["Nurses", "Porters"])}
    (slide,) = of(Made(CHART_FRAME, links=[CHART], parts=part)).slides
    assert slide.text["chart"].splitlines() == ["Staff who stayed", "2030", "2031", "Nurses", "Porters"]
    assert slide.text["body"] == ""


def test_a_chart_with_values_is_a_table(of) -> None:
    values = [["4.2999999999999998", "12"], ["", "7.5"]]
    made = chart("Staff who stayed", ["2030", "2031"], ["Nurses", "Porters"], values)
    (slide,) = of(Made(CHART_FRAME, links=[CHART], parts={"ppt/charts/chart1.xml": made})).slides
    rows = ["\t2030\t2031", "Nurses\t4.3", "Porters\t12\t7.5"]
    assert slide.text["chart"].splitlines() == ["Staff who stayed", *rows]
    made = chart("", ["Stayed"], ["Nurses"], [["0.125"]], "0.0%")
    (slide,) = of(Made(CHART_FRAME, links=[CHART], parts={"ppt/charts/chart1.xml": made})).slides
    assert slide.text["chart"].splitlines() == ["\tStayed", "Nurses\t12.5%"]


def test_diagrams_in_the_order_of_their_parts(of) -> None:
    points = {"0": "", "b": "Listen", "a": "Act", "c": "to whom"}
    part = {"ppt/diagrams/data1.xml": diagram(points, [("0", "a", 1), ("0", "b", 0), ("b", "c", 0)])}
    (slide,) = of(Made(DIAGRAM_FRAME, links=[DIAGRAM], parts=part)).slides
    assert slide.text["diagram"] == "Listen\n  to whom\nAct"


def test_a_diagram_in_a_ring_is_read_once(of) -> None:
    part = {"ppt/diagrams/data1.xml": diagram({"a": "Plan", "b": "Do"}, [("a", "b", 0), ("b", "a", 0)])}
    (slide,) = of(Made(DIAGRAM_FRAME, links=[DIAGRAM], parts=part)).slides
    assert sorted(slide.text["diagram"].split()) == ["Do", "Plan"]


def test_notes_without_what_every_page_of_them_repeats(of) -> None:
    number = '<a:fld type="slidenum"><a:t>7</a:t></a:fld>'
    copied = shape(paragraph(number))
    feet = shape("7", holder="sldNum") + shape("A header", holder="hdr") + shape("3 May", holder="dt") + copied
    (slide,) = of(Made(notes=shape("", holder="sldImg") + feet + shape("Say this slowly", holder="body"))).slides
    assert slide.text["notes"] == "Say this slowly"


def test_footers_of_the_slide_stand_last_in_its_body(of) -> None:
    (slide,) = of(Made(shape("A footer", holder="ftr") + shape("4", holder="sldNum") + shape("Words"))).slides
    assert slide.text["body"] == "Words\nA footer\n4"


def test_the_order_is_that_of_the_presentation_and_hidden_slides_count(of) -> None:
    found = of(Made(shape("made first")), Made(shape("made second"), hidden=True), order=[2, 1])
    assert [(one.number, one.text["body"], one.hidden) for one in found.slides] == [
        (1, "made second", True),
        (2, "made first", False),
    ]


def test_an_empty_placeholder_says_nothing(of) -> None:
    found = of(Made(shape("", holder="title") + shape("", holder="body")))
    assert (found.slides[0].title, set(found.slides[0].text.values()), found.unread) == (None, {""}, ())


def test_links_that_leave_the_deck_with_the_words_they_lie_on(of) -> None:
    run = '<a:r><a:rPr><a:hlinkClick r:id="h1"/></a:rPr><a:t>our survey</a:t></a:r>'
    shapes = shape(paragraph("See ", run)) + shape("A button", link="h2") + shape("next", link="h3")
    links = [
        ("h1", "hyperlink", "→https://survey.example.org/"),
        ("h2", "hyperlink", "→mailto:rota@example.org"),
        ("h3", "slide", "slide1.xml"),
    ]
    assert of(Made(shapes, links=links)).slides[0].links == (
        SlideLink("our survey", "https://survey.example.org/"),
        SlideLink("A button", "mailto:rota@example.org"),
    )


def test_pictures_only_is_said(of) -> None:
    found = of(Made(shape("words") + picture()), Made(picture("A full ward") + picture()), Made())
    assert [one.pictures for one in found.slides] == [1, 2, 0]
    assert found.slides[1].alternatives == ("A full ward",)
    assert found.unread == (Unread(2, "pictures only, no text"),)


def test_an_object_of_another_program_is_said(of) -> None:
    (trouble,) = of(Made(shape("x") + frame('<p:oleObj progId="Excel.Sheet.12"/>'))).unread
    assert trouble == Unread(1, "holds an object of another program (Excel), of which only the picture is shown")


@pytest.mark.parametrize("broken", ["<p:sld", "", "<!DOCTYPE x [<!ENTITY e 'boom'>]><x>&e;</x>", "\0\0"])
def test_one_broken_slide_costs_one_slide(of, broken: str) -> None:
    found = of(Made(shape("one")), Made(parts={"ppt/slides/slide2.xml": broken}), Made(shape("three")))
    assert [one.text["body"] for one in found.slides] == ["one", "", "three"]
    (trouble,) = found.unread
    assert trouble.slide == 2
    assert trouble.reason.startswith("the slide could not be read, because its part 'ppt/slides/slide2.xml' ")


def test_one_broken_part_costs_what_hangs_on_it(of) -> None:
    slide = Made(shape("words") + CHART_FRAME, notes=shape("spoken", holder="body"), links=[CHART])
    for name, reason in (
        ("ppt/charts/chart1.xml", "its chart could not be read"),
        ("ppt/notesSlides/notesSlide1.xml", "its speaker notes could not be read"),
        ("ppt/slides/slide1.xml", "the slide could not be read"),
    ):
        part = {"ppt/charts/chart1.xml": chart("t", ["s"], ["c"])}
        found = of(without(deck(Made(slide.shapes, slide.notes, links=slide.links, parts=part)), name))
        (trouble,) = found.unread
        assert trouble.reason.startswith(reason)
        assert "missing" in trouble.reason
        assert (found.slides[0].text["body"] == "words") == ("slide1" not in name or "notes" in name)


def test_a_slide_that_is_listed_and_not_there_keeps_the_others_numbers(of) -> None:
    found = of(Made(shape("one")), Made(shape("two")), order=[1, 9, 2])
    assert [one.text["body"] for one in found.slides] == ["one", "", "two"]
    assert found.unread == (Unread(2, "the slide is missing from the file"),)
