# SPDX-License-Identifier: MIT
"""The way in: what is read, what is refused and with which words, and that nothing but a UserError ever comes out."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.model import Draft, UserError, to_json
from eqbrief.reading import read_bytes, read_path, read_text
from eqbrief.reading.readers import FILE_LIMIT
from tests.reading.forms import as_html
from tests.reading.invented import PANEL

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
DECK = b"PK\x03\x04" + b"\0" * 26 + b"ppt/presentation.xml" + b"\0" * 40


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "it is empty"),
        (b" \n\t\0 ", "it is empty"),
        (PNG, "it is a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "it is a PDF"),
        (DECK, "it is a PowerPoint presentation"),
        (b"MZ\x90\0" + b"\0" * 100, "it is a program"),
        (bytes(range(1, 32)) * 40, "of a kind that EqBrief does not know"),
    ],
)
def test_what_is_no_page_is_said_by_its_name(data: bytes, says: str):
    with pytest.raises(UserError) as caught:
        read_bytes(data, "thing.html")
    assert says in str(caught.value)
    assert "'thing.html'" in str(caught.value)


def test_a_deck_is_to_be_attached():
    with pytest.raises(UserError) as caught:
        read_bytes(DECK, "talk.pptx")
    assert "attach" in caught.value.next_step


def test_too_much_is_refused_at_once(tmp_path: Path):
    big = tmp_path / "big.txt"
    with big.open("wb") as file:
        file.truncate(FILE_LIMIT + 1)
    for read in (lambda: read_path(big), lambda: read_bytes(b"word and word\n" * 4_000_000, "big.txt")):
        before = time.perf_counter()
        with pytest.raises(UserError, match="more than any event's page"):
            read()
        assert time.perf_counter() - before < 2


def test_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(UserError):
        read_path(tmp_path / "gone.html")


def test_a_file_and_its_bytes_and_its_text_give_the_same(tmp_path: Path):
    path = tmp_path / "page.txt"
    path.write_text(PANEL.text, encoding="utf-8", newline="\n")
    drafts = [read_path(path), read_bytes(PANEL.text.encode(), "page.txt"), read_text(PANEL.text, "page.txt")]
    assert [draft.charset for draft in drafts] == ["utf-8", "utf-8", None]
    assert drafts[0] == drafts[1]
    assert drafts[0].people == drafts[2].people


def test_windows_line_ends_change_nothing():
    draft = read_bytes(PANEL.text.replace("\n", "\r\n").encode("utf-8-sig"), "page.txt")
    assert draft.title == PANEL.says["title"]
    assert "\r" not in draft.text


def test_broken_utf8_is_read_all_the_same():
    data = PANEL.text.encode().replace(b"six weeks", b"s\xffx weeks")
    draft = read_bytes(data, "page.txt")
    assert draft.charset == "utf-8"
    assert draft.title == PANEL.says["title"]


@pytest.mark.parametrize(("encoding", "charset"), [("cp1252", "cp1252"), ("utf-16", "utf-16"), ("utf-8-sig", "utf-8")])
def test_any_encoding(encoding: str, charset: str):
    page = as_html(PANEL.text, "lists").replace(' charset="utf-8"', ' name="x"')
    draft = read_bytes(page.encode(encoding, "ignore"), "page.html")
    assert draft.charset == charset
    assert [person.name for person in draft.people] == [name for name, *_ in PANEL.people]
    assert draft.people[1].roles == ("head of rostering", "ward matron")


def test_the_declared_encoding_is_taken_where_it_fits():
    page = '<html><head><meta charset="iso-8859-7"></head><body><p>Καλημέρα κόσμε και καλή αρχή</p></body></html>'
    draft = read_bytes(page.encode("iso-8859-7"), "page.html")
    assert draft.charset == "iso8859-7"
    assert "Καλημέρα" in draft.text


def test_the_form_goes_by_content_and_not_by_name():
    assert "<p>" not in read_bytes(as_html(PANEL.text, "lists").encode(), "page.txt").text
    assert read_bytes(PANEL.text.encode(), "page.html").text == PANEL.text.rstrip("\n") + "\n"


def test_markdown_with_lines_about_itself():
    text = (
        "---\ntitle: Tea with the board\nlang: en\n---\n\nHeld on Tuesday 4 July 2023, 09:30 to 12:30.\n\n"
        "**Topics:** Co-production, Race equality\n\n## Chair\n\n- Imogen Thistlewood – director, Pennywick Trust\n\n"
        "**Slides:** [Summer slides 040723](https://pennywick.example/slides.pdf) (PDF, 40 KB)\n"
    )
    draft = read_bytes(text.encode(), "page.md")
    assert (draft.title, draft.starts_at, draft.ends_at) == (
        "Tea with the board",
        "2023-07-04T09:30",
        "2023-07-04T12:30",
    )
    assert draft.topics == ("Co-production", "Race equality")
    [deck] = draft.decks
    assert (deck.title, deck.size_bytes, deck.url) == (
        "Summer slides 040723",
        40_000,
        "https://pennywick.example/slides.pdf",
    )


def read_or_refuse(data: bytes, name: str) -> object:
    try:
        draft = read_bytes(data, name)
    except UserError as error:
        return (error.what, error.next_step)
    assert isinstance(draft, Draft)
    for path, marks in draft.evidence.items():
        assert all(draft.text[mark.start : mark.end] == mark.text for mark in marks), path
    return to_json(draft)


NAMES = st.sampled_from(["page.html", "page.txt", "page.md", "page.mhtml", "x"])
PIECES = (
    *("Chair", ":", "\n", "\n\n", "  • ", "Imogen Thistlewood", ", ", " – ", "(", ")", "Some Trust", "director"),
    *("5 May 2024", "10am", "-", "\t", "<p>", "</p>", "<li>", "<table><tr><td>", "<h2>", "slides", " 2 MB", "Agenda"),
    *("?", "é", "\u202e", "# ", "**", "[x](y.pptx)", "MIME-Version: 1.0\n", "Content-Type: text/html\n\n"),
    *("---\ntitle: x\n---\n", "to", "and "),
)
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
BYTES = st.one_of(st.binary(max_size=300), WORDS.map(str.encode), WORDS.map(lambda text: text.encode("utf-16")))


@settings(max_examples=150)
@given(data=BYTES, name=NAMES)
def test_any_bytes_give_a_draft_or_a_sentence_and_the_same_twice(data: bytes, name: str):
    assert read_or_refuse(data, name) == read_or_refuse(data, name)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 30_000 + "x",
        "<table><tr><td>" * 3_000 + "x",
        "<a href=x>a" * 20_000,
        "Imogen Thistlewood, " * 20_000,
        "(" * 50_000 + ")" * 50_000,
        "  • 5 May 2024 – Tea, with the board\n" * 6_000,
        "word " * 100_000,
        "a: b\n" * 40_000,
    ],
    ids=["deep", "tables", "links", "names", "brackets", "bullets", "one line", "headers"],
)
def test_a_strange_page_takes_no_longer_than_its_length_asks(page: str):
    before = time.perf_counter()
    read_or_refuse(page.encode(), "page.html")
    # The machine may be busy; what grows with the square of the length takes minutes.
    assert time.perf_counter() - before < 20


@pytest.mark.parametrize("folder", ["html", "schedules", "hostile"])
def test_every_real_file_gives_a_draft_or_a_sentence(folder: str, real_files: Path):
    paths = sorted((real_files / folder).iterdir())
    assert paths
    for path in paths:
        before = time.perf_counter()
        read_or_refuse(path.read_bytes(), path.name)
        # Two seconds are the promise for one reading on a machine that does nothing else.
        assert time.perf_counter() - before < 8, path.name
