# SPDX-License-Identifier: MIT
"""Decoys are refused with the reason, honest decks are let in, and nothing of either is changed or run."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.files.checking import DeckFile, checked_file, deck_file, look
from eqbrief.files.kinds import KINDS
from eqbrief.model import UserError
from tests.files import making
from tests.files.decoys import DECOYS, HONEST, LOCKED, LOGIN, PNG
from tests.files.making import office, open_document


def put(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    try:
        path.write_bytes(content)
    except OSError:
        pytest.skip("this system does not take the name at all")
    return path


@pytest.mark.parametrize(("name", "content", "found"), HONEST, ids=[ascii(name) for name, _, _ in HONEST])
def test_honest_decks_are_let_in(tmp_path: Path, name: str, content: bytes, found: DeckFile) -> None:
    path = put(tmp_path, name, content)
    assert deck_file(path) == found
    assert path.read_bytes() == content


@pytest.mark.parametrize(("name", "content", "reason"), DECOYS, ids=[ascii(name) for name, _, _ in DECOYS])
def test_decoys_are_refused_with_the_reason(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = put(tmp_path, name, content)
    with pytest.raises(UserError) as caught:
        deck_file(path)
    assert reason in caught.value.what
    assert "was not accepted" in caught.value.what
    assert caught.value.what.endswith(".")
    assert not {"\u202e", "\n", "\u2067"} & set(caught.value.what)
    assert path.read_bytes() == content


def test_there_are_decoys_enough() -> None:
    assert len(DECOYS) >= 70
    assert len({name for name, _, _ in DECOYS}) == len(DECOYS)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.key").mkdir()
    with pytest.raises(UserError, match="a folder, not a file"):
        deck_file(tmp_path / "folder.key")
    with pytest.raises(UserError, match="was not found"):
        deck_file(tmp_path / "absent.pptx")


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    with pytest.raises(UserError, match="no ordinary file"):
        deck_file(tmp_path / "pipe.pptx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("minutes.docx", office(making.WORD)),
        ("figures.xlsx", office(making.EXCEL)),
        ("minutes.odt", open_document("application/vnd.oasis.opendocument.text")),
        ("locked.docx", LOCKED),
        ("slide.png", PNG),
        ("slide.jpg", b"\xff\xd8\xff\xe0"),
        ("slide.bmp", b"BM" + b"\0" * 12 + b"\x28\0\0\0" + b"\0" * 30),
        ("talk.pptx", office()),
    ],
)
def test_documents_and_pictures_pass_where_they_are_wanted(tmp_path: Path, name: str, content: bytes) -> None:
    path = put(tmp_path, name, content)
    assert checked_file(path, ("deck", "document", "picture")).format == path.suffix[1:]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("minutes.docx", office(making.WORD, word__vbaProject_dot_bin=b"x"), "must not"),
        ("minutes.odt", open_document("application/vnd.oasis.opendocument.text", Basic__a_dot_xml="x"), "holds macros"),
        ("slide.png", b"\xff\xd8\xff\xe0", "but its name ends in '.png'"),
        ("slide.html", LOGIN, "asks for a password"),
        ("slide.svg", b"<svg/>", "an XML file"),
    ],
)
def test_others_do_not_pass_even_there(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        checked_file(put(tmp_path, name, content), ("deck", "document", "picture"))


def test_plain_words_are_not_taken_for_a_script(tmp_path: Path) -> None:
    for number, text in enumerate(
        (
            "Let us begin with a question.",
            "Import duties were not discussed.",
            "Function rooms were full.",
            "Echo chambers",
        )
    ):
        assert look(put(tmp_path, f"{number}.txt", text.encode())).kind == "text"


def test_a_page_of_comments_is_read_in_no_time(tmp_path: Path) -> None:
    path = put(tmp_path, "comments.pptx", b"<!---->" * 1100 + b"?")
    started = time.perf_counter()
    assert look(path).kind in KINDS
    assert time.perf_counter() - started < 1


@given(st.binary(max_size=400), st.sampled_from([b"", b"MZ", b"PK\x03\x04", making.OLE_MARK, b"%PDF-", b"<!--", b"BM"]))
def test_no_content_surprises(tmp_path_factory: pytest.TempPathFactory, rest: bytes, start: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.pptx"
    path.write_bytes(start + rest)
    assert look(path).kind in KINDS


REAL = Path(os.environ.get("EQBRIEF_TEST_DATA", "/nowhere"))
WITHOUT = pytest.mark.skipif(not (REAL / "decks").is_dir(), reason="EQBRIEF_TEST_DATA names no folder of real files")


@WITHOUT
def test_real_decks_are_let_in() -> None:
    real = [path for path in sorted((REAL / "decks").iterdir()) if path.suffix != ".tsv"]
    assert len(real) > 50
    for path in real:
        found = deck_file(path)
        assert found.format == path.suffix[1:]
        assert found.macros == ("macro" in path.name or path.suffix == ".pptm"), path.name
        assert found.protected == path.name.startswith("enc_"), path.name


@WITHOUT
def test_hostile_files_surprise_nobody() -> None:
    for path in sorted((REAL / "hostile").iterdir()):
        started = time.perf_counter()
        try:
            found = deck_file(path)
        except UserError as error:
            assert path.suffix in (".pptx", ".ppt", ".pdf") or "was not accepted" in error.what
        else:
            assert path.suffix in (".pdf", ".ppt"), found
        assert time.perf_counter() - started < 1
