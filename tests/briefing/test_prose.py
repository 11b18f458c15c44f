# SPDX-License-Identifier: MIT
"""What people wrote in Markdown becomes blocks: no markup passes, no link but of the web and of mail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.briefing.document import Cite, Document, Heading, Item, Listing, Paragraph, Table, Text, TitlePage
from eqbrief.briefing.mending import mend
from eqbrief.briefing.prose import clean, markdown, safe_link
from eqbrief.briefing.writing import write
from tests.briefing import reading_back as back


def test_paragraphs_lists_and_tables_say_where_they_are_from() -> None:
    text = "One **two** [three](https://example.org/3).\n\n- a\n  - b\n- c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"
    paragraph, listing, table = markdown(text, 7)
    assert isinstance(paragraph, Paragraph) and isinstance(listing, Listing) and isinstance(table, Table)
    assert paragraph.content == (
        Text("One "), Text("two", strong=True), Text(" "), Text("three", link="https://example.org/3"), Text("."),
        Cite((7,)),
    )  # fmt: skip
    assert [item.content[-1] for item in listing.items] == [Cite((7,)), Cite((7,))]
    assert listing.items[0].below == Listing((Item((Text("b"), Cite((7,)))),))
    assert table.rows == (((Text("1"),), (Text("2"), Cite((7,)))),)


def test_headings_lie_below_where_they_stand() -> None:
    levels = [block.level for block in markdown("# A\n\nx\n\n### B\n\ny", below=2) if isinstance(block, Heading)]
    assert levels == [3, 4]


def test_markup_and_code_are_words() -> None:
    (paragraph,) = markdown("<script>x</script>")
    assert paragraph == Paragraph((Text("<script>x</script>"),))
    assert markdown("![a cat](https://example.org/cat.png)") == [Paragraph((Text("a cat"),))]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//host/share", False),
        ("\\\\host\\share", False),
        ("https://", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_and_of_mail_are_links(address: str | None, kept: bool) -> None:
    assert (safe_link(address) is not None) is kept


def test_characters_that_no_document_may_hold_go() -> None:
    assert clean("a\x00b\x1bc\ud800d\u202ee\r\nf") == "abcde\nf"


@settings(max_examples=15)
@given(st.text(max_size=120))
def test_whatever_is_written_html_markdown_and_word_say_the_same(text: str) -> None:
    end = (Heading("End"), Paragraph((Text("."),)))
    made = mend(Document(TitlePage("Title"), (Heading("Begin"), *markdown(text), *end)))
    wanted = back.of_document(made)
    assert back.of_html(write(made, ".html")) == wanted
    assert [words for _, words in back.of_docx(write(made, ".docx"))] == [words for _, words in wanted]
    assert [words for _, words in back.of_markdown(write(made, ".md"))] == [words for _, words in wanted]
