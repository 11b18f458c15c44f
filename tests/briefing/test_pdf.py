# SPDX-License-Identifier: MIT
"""A PDF always comes out, tagged and after PDF/UA-1, and nothing that a page says is ever run by typst."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw
import pytest

from eqbrief.briefing import compose, write
from eqbrief.briefing.document import Document, Heading, Paragraph, Picture, Text, TitlePage
from eqbrief.briefing.mending import mend
from eqbrief.files import resource
from tests.briefing import reading_back as back
from tests.briefing.making import briefing, document, event, material, png

HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.1.0": canvas',
    "= A heading",
    '#panic("x")',
    "$ x^2 $ `raw` *b* _i_ <label> @source-1 \\ // c /* d */",
    '"]} #{ } [',
    "#eval(\"1+1\") #include \"x\" #image(\"/etc/passwd\")",
]  # fmt: skip


def tags(data: bytes) -> list[str]:
    """Name the PDF's structure elements in order, as a screen reader meets them."""
    pdf = pypdfium2.PdfDocument(data)
    names: list[str] = []
    for at in range(len(pdf)):
        page = pdf[at]
        tree = raw.FPDF_StructTree_GetForPage(page)
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, number), names)
        raw.FPDF_StructTree_Close(tree)
        page.close()
    pdf.close()
    return names


def _walk(node, names: list[str]) -> None:
    if not node:
        return
    size = raw.FPDF_StructElement_GetType(node, None, 0)
    held = (raw.c_char * size)()
    raw.FPDF_StructElement_GetType(node, held, size)
    names.append(bytes(held).decode("utf-16-le").rstrip("\0"))
    for number in range(raw.FPDF_StructElement_CountChildren(node)):
        _walk(raw.FPDF_StructElement_GetChildAtIndex(node, number), names)


def test_it_is_tagged_and_says_its_language_its_title_and_its_standard() -> None:
    data = write(document(), ".pdf")
    assert b"/Lang(en-GB)" in data
    assert b"/Marked true" in data and b"/DisplayDocTitle true" in data
    assert b"pdfuaid:part" in data and b"<pdfuaid:part>1<" in data.replace(b" ", b"")
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.get_metadata_value("Title") == document().title.title
    pdf.close()
    found = tags(data)
    assert {"H1", "H2", "L", "LI", "Table", "TH", "TD", "Figure", "Link", "P"} <= set(found)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_page_says_is_never_run(text: str) -> None:
    facts = {"title": text, "summary": text, "body": f"{text}\n\n{text}", "questions": (text,), "publisher": text}
    whole = replace(material(), events={"event-1": event(1, **facts)})
    made = compose(briefing(1, title=text, audience=text, classification=""), whole)
    said = back.pdf_words(write(made, ".pdf"), made)
    assert said == back.document_words(made)
    assert said.count("".join(text.split())) >= 3


def test_our_template_holds_no_package_and_no_word_of_a_briefing() -> None:
    template = resource("briefing", "briefing.typ").read_text(encoding="utf-8")
    assert "@preview" not in template and "#import" not in template and "eval(" not in template


def test_it_comes_out_whatever_is_wrong_with_the_document() -> None:
    blocks = (
        Heading("Too deep at once", 4),
        Paragraph((Text("Words."),)),
        Heading("Up", 2),
        Picture(png(), "", (), 320, 180),
        Heading("Nothing below", 3),
    )
    made = mend(Document(TitlePage(""), blocks, contents=True))
    assert [one.level for one in made.headings()] == [1, 1]
    assert write(made, ".pdf").startswith(b"%PDF-")


@pytest.mark.parametrize(
    "text", ["😀 hello", "中文標題", "العربية", "\ue000 private", "\ufffd", "a\u0301e\u200b", "ﬁne\u00ad"]
)
def test_it_comes_out_in_whatever_letters(text: str) -> None:
    whole = replace(material(), events={"event-1": event(1, title=text, body=text)})
    made = compose(briefing(1, title=text), whole)
    assert write(made, ".pdf").startswith(b"%PDF-")
