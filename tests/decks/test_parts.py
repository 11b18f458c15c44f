# SPDX-License-Identifier: MIT
"""What keeps a foreign package from doing harm while it is read."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eqbrief.decks import parts
from eqbrief.decks.parts import Package, Unreadable
from eqbrief.decks.worker import read
from eqbrief.model import UserError
from tests.decks.making import Made, deck, deck_parts, relations, shape
from tests.files.making import zipped


@pytest.fixture
def package(tmp_path: Path):
    """Give a function that opens a package of parts; it is closed in the end."""
    made: list[Package] = []

    def make(given: dict[str, str | bytes]) -> Package:
        path = tmp_path / "package.zip"
        path.write_bytes(zipped(given))
        made.append(Package(path))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_names_are_found_however_they_are_written(package) -> None:
    whole = package({"PPT\\Slides/Slide1.xml": "<a/>"})
    assert whole.data("/ppt/slides/slide1.XML") == b"<a/>"
    with pytest.raises(Unreadable, match="missing"):
        whole.data("ppt/slides/slide2.xml")


def test_relations_are_told_within_the_package_whatever_way_they_point(package) -> None:
    told = relations(("a", "slide", "../up%20here/x.xml"), ("b", "image", "/top.png"), ("c", "link", "→file:///etc"))
    found = package({"ppt/slides/_rels/s.xml.rels": told}).relations("ppt/slides/s.xml")
    assert [(one.target, one.outside) for one in found.values()] == [
        ("ppt/up here/x.xml", False),
        ("top.png", False),
        ("file:///etc", True),
    ]
    up = relations(("a", "slide", "../../../../../etc/passwd"))
    assert package({"_rels/.rels": up}).relations("")["a"].target == "etc/passwd"


def test_a_part_that_swells_is_not_inflated(package, monkeypatch) -> None:
    monkeypatch.setattr(parts, "PART_LIMIT", 1000)
    whole = package({"small.xml": b"<a/>", "big.xml": b"<a>" + b" " * 2000 + b"</a>"})
    assert whole.data("small.xml") == b"<a/>"
    with pytest.raises(Unreadable, match="too big"):
        whole.data("big.xml")


def test_all_parts_together_have_a_limit(package) -> None:
    whole = package({"a.xml": b"<a>" + b" " * 600 + b"</a>"})
    whole.left = 1000
    whole.data("a.xml")
    with pytest.raises(Unreadable, match="too big"):
        whole.data("a.xml")


@pytest.mark.parametrize(
    "evil",
    [
        "<!DOCTYPE a [<!ENTITY b 'boom'>]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    ],
)
def test_a_document_type_is_refused(package, evil: str) -> None:
    with pytest.raises(Unreadable, match="document type"):
        package({"a.xml": evil}).xml("a.xml")


def test_a_bomb_of_entities_costs_one_slide_and_no_memory(tmp_path: Path) -> None:
    lines = ["<!ENTITY e0 'ha'>"] + [f"<!ENTITY e{n} '{f'&e{n - 1};' * 20}'>" for n in range(1, 12)]
    bomb = f"<!DOCTYPE a [{''.join(lines)}]><a>&e11;</a>"
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck(Made(parts={"ppt/slides/slide1.xml": bomb}), Made(shape("kept"))))
    found = read(path)
    assert found.slides[1].text["body"] == "kept"
    assert [one.slide for one in found.unread] == [1]


def test_a_part_with_another_length_or_sum_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in deck_parts(Made(shape("first words")), Made(shape("kept"))).items():
            package.writestr(name, content)
    path.write_bytes(path.read_bytes().replace(b"first words", b"other words", 1))
    found = read(path)
    assert [one.text["body"] for one in found.slides] == ["", "kept"]
    assert "is damaged" in found.unread[0].reason


WHOLE = deck(Made(shape("some words"), notes=shape("spoken", holder="body")), Made(shape("more words")))


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_changed_bytes_give_slides_or_a_sentence(tmp_path_factory, changes: list[tuple[int, int]]) -> None:
    path = tmp_path_factory.getbasetemp() / "changed.pptx"
    broken = bytearray(WHOLE)
    for at, value in changes:
        broken[at] = value
    path.write_bytes(broken)
    try:
        assert len(read(path).slides) <= 2
    except UserError as error:
        assert error.what.startswith("Could not read 'changed.pptx': ")
