# SPDX-License-Identifier: MIT
"""What Word and a screen reader find in a .docx: styles, header rows, words for pictures, language, title, sizes."""

import io
import re
from zipfile import ZipFile

import pytest
from docx import Document as open_document
from lxml import etree

from eqbrief.briefing import write
from tests.briefing.making import briefing, document
from tests.briefing.reading_back import WP, W


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(document(), ".docx")


def part(data: bytes, name: str):
    with ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def test_every_style_that_is_used_is_defined_and_headings_are_headings(data: bytes) -> None:
    body, styles = part(data, "word/document.xml"), part(data, "word/styles.xml")
    used = {one.get(f"{W}val") for one in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    defined = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    assert {"Title", "Heading1", "Heading2", "ListBullet", "Hyperlink"} <= used <= defined


def test_no_letter_is_smaller_than_twelve_points(data: bytes) -> None:
    word = open_document(io.BytesIO(data))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    used = {p.style.name for p in (*word.paragraphs, *(p for cell in cells for p in cell.paragraphs))}
    assert len(used) > 10
    assert min(word.styles[name].font.size.pt for name in used) >= 12
    assert not [one for one in part(data, "word/document.xml").iter(f"{W}sz") if one.getparent().tag == f"{W}rPr"]


def test_tables_have_header_rows_and_pictures_have_words(data: bytes) -> None:
    body = part(data, "word/document.xml")
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) == 4
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
    words = [one.get("descr") for one in body.iter(f"{WP}docPr")]
    assert len(words) == 1 and "The bystander programme" in words[0]


def test_language_and_title_are_said(data: bytes) -> None:
    lang = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang.get(f"{W}val") == "en-GB"
    about = open_document(io.BytesIO(data)).core_properties
    assert (about.title, about.language) == ("Active bystanders: what three events tell us", "en-GB")
    assert (about.author, about.comments) == ("Amal Farrow", "")


def test_contents_and_references_are_links_to_bookmarks_that_are_there(data: bytes) -> None:
    body = part(data, "word/document.xml")
    marks = [one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")]
    links = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    assert len(marks) == len(set(marks)) and max(map(len, marks)) <= 40
    assert set(links) <= set(marks) and len(links) > 30
    assert len([name for name in links if name.startswith("h_")]) == len(document().listed())
    numbers = [one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")]
    assert len(numbers) == len(set(numbers))


def test_properties_stand_in_the_order_that_the_standard_asks_for(data: bytes) -> None:
    # ECMA-376 part 1, 17.4.60: Word refuses a table whose properties stand in another order.
    order = (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd"
    )
    order += " tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    cell = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    row = "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
    body = part(data, "word/document.xml")
    for tag, names in (("tblPr", order), ("tcPr", cell), ("trPr", row)):
        for one in body.iter(f"{W}{tag}"):
            found = [names.split().index(re.sub(r"\{.*\}", "", child.tag)) for child in one]
            assert found == sorted(found), tag


def test_numbered_lists_begin_at_one() -> None:
    from dataclasses import replace

    made = briefing()
    text = "1. One\n2. Two\n\nBetween.\n\n1. One again\n"
    summary = replace(made.sections[0], lead=text)
    from eqbrief.briefing import compose
    from tests.briefing.making import material

    body = part(write(compose(made.with_section(summary), material()), ".docx"), "word/document.xml")
    lists = [
        one.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for one in body.iter(f"{W}p")
        if one.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    ]
    assert lists[0] == lists[1] != lists[2]
