# SPDX-License-Identifier: MIT
"""What a presentation takes from elsewhere when it is opened is named, and nothing of it is asked for."""

import socket
from pathlib import Path

import pytest

from eqbrief.files.outside import MOST, taken_from_outside
from tests.files.making import OFFICE, PDF, office, office_parts, old_deck, open_document, zipped


def relations(*rows: tuple[str, str], mode: str = "External") -> str:
    links = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}{kind}" Target="{target}" TargetMode="{mode}"/>'
        for at, (kind, target) in enumerate(rows)
    )
    return f"<Relationships xmlns='urn:links'>{links}</Relationships>"


@pytest.fixture
def of(tmp_path: Path, monkeypatch):
    """Give a function from a file's bytes to what it takes; no socket may be opened meanwhile."""

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("nothing is followed")

    monkeypatch.setattr(socket, "socket", refuse)

    def read(data: bytes) -> tuple[str, ...]:
        path = tmp_path / "deck.bin"
        path.write_bytes(data)
        return taken_from_outside(path)

    return read


@pytest.mark.parametrize(
    ("kind", "target", "said"),
    [
        ("image", "https://pictures.example/a.png", "pictures.example"),
        ("image", "HTTP://Pictures.example:8080/a.png?who=me", "pictures.example"),
        ("video", "https://films.example/embed/1", "films.example"),
        ("oleObject", "file:///C:/Users/b/Budget%202023.xlsx!Sheet1", "Budget 2023.xlsx!Sheet1"),
        ("oleObject", "file:///\\\\server\\share\\Budget.xlsx", "Budget.xlsx"),
        ("image", "\\\\server\\share\\a.png", "a.png on server"),
        ("attachedTemplate", "//server/templates/t.potx", "t.potx on server"),
        ("package", "../../Budget.xlsx", "Budget.xlsx"),
        ("slideUpdateUrl", "http://[bad/x", "http://[bad/x"),
        ("audio", "a\u202eb.mp3", "ab.mp3"),
    ],
)
def test_a_linked_part_of_a_slide_is_named(of, kind: str, target: str, said: str) -> None:
    deck = office(ppt__slides___rels__slide1_dot_xml_dot_rels=relations((kind, target)))
    assert of(deck) == (said,)


def test_what_is_only_clicked_or_lies_inside_is_not_named(of) -> None:
    clicked = relations(("hyperlink", "https://larkmoor.example/"), ("hyperlink", "file:///etc/passwd"))
    inside = relations(("image", "../media/a.png"), mode="Internal")
    parts = {"ppt/slides/_rels/slide1.xml.rels": clicked, "ppt/slides/_rels/slide2.xml.rels": inside}
    assert of(zipped(office_parts() | parts)) == ()
    assert of(office()) == of(PDF) == of(old_deck()) == of(b"") == ()


def test_each_place_is_named_once_and_not_without_end(of) -> None:
    twice = relations(
        ("image", "https://a.example/1"), ("image", "https://a.example/2"), ("image", "https://b.example/")
    )
    assert of(office(ppt__slides___rels__slide1_dot_xml_dot_rels=twice)) == ("a.example", "b.example")
    many = relations(*(("image", f"https://a{n}.example/") for n in range(200)))
    assert len(of(office(ppt__slides___rels__slide1_dot_xml_dot_rels=many))) == MOST


def test_of_an_open_document_what_is_shown_is_named(of) -> None:
    content = (
        '<o xmlns:draw="urn:d" xmlns:xlink="urn:x" xmlns:text="urn:t">'
        '<draw:image xlink:href="https://pictures.example/a.png"/><draw:image xlink:href="Pictures/1.png"/>'
        '<draw:object xlink:href="./Object 1"/><draw:object xlink:href="../Budget.ods"/>'
        '<text:a xlink:href="https://larkmoor.example/"/><draw:plugin xlink:href="file:///home/x/film.mp4"/></o>'
    )
    assert of(open_document(content_dot_xml=content)) == ("pictures.example", "Budget.ods", "film.mp4")


def test_damage_and_malice_give_what_was_told_before_or_nothing(of) -> None:
    broken = relations(("image", "https://a.example/")).removesuffix("</Relationships>")
    assert of(office(ppt___rels__presentation_dot_xml_dot_rels=broken)) == ("a.example",)
    entity = f'<!DOCTYPE a [<!ENTITY b "c">]>{relations(("image", "https://a.example/"))}'
    assert of(office(ppt___rels__presentation_dot_xml_dot_rels=entity)) == ()
    huge = relations(("image", "https://a.example/")) + " " * (5 << 20)
    assert of(office(ppt___rels__presentation_dot_xml_dot_rels=huge)) == ()
    assert of(office()[:-30]) == ()
