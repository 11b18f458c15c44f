# SPDX-License-Identifier: MIT
"""Two versions of a deck from files and from the library, and which decks are proposed."""

from pathlib import Path

import pytest

from eqbrief import tasks
from eqbrief.matching.files import version_likeness
from eqbrief.model import UserError
from eqbrief.store import Store
from eqbrief.tasks.versions import (
    compare_versions,
    compared_json,
    file_version,
    older_first,
    stored_version,
    versions_of,
)
from tests.decks.making import Made, deck, picture, shape
from tests.files.making import open_document
from tests.store.filling import add_event


def slide(title: str, *lines: str, **more) -> Made:
    return Made(shape(title, holder="title") + shape(*lines), **more)


OLD = [slide("Rotas that hold", "Ask first"), slide("Who asks", "Everybody"), slide("What we learnt", "Much and more")]
NEW = [slide("Rotas that hold", "Ask twice"), slide("What we learnt", "Much and more"), slide("Next steps", "Go on")]


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Give the files of two versions."""
    paths = tmp_path / "Rotas v1.pptx", tmp_path / "Rotas v2 final.pptx"
    for path, slides in zip(paths, (OLD, NEW), strict=True):
        path.write_bytes(deck(*slides))
    return paths


def test_two_files_are_compared_slide_by_slide(two: tuple[Path, Path]) -> None:
    compared = compare_versions(*map(file_version, two))
    assert compared is not None
    plain = compared_json(compared)
    assert [(one["before"], one["after"], one["changes"]) for one in plain["slides"]] == [
        (1, 1, ["reworded"]), (2, None, ["removed"]), (3, 2, []), (None, 3, ["added"]),
    ]  # fmt: skip
    (words,) = plain["slides"][0]["words"]
    assert (words["place"], words["taken_out"], words["put_in"]) == ("body", ["first"], ["twice"])
    assert plain["counts"] == {"added": 1, "removed": 1, "reworded": 1} and not plain["same"]
    assert (plain["before"]["id"], plain["before"]["slides"], plain["after"]["title"]) == (None, 3, "Rotas v2 final")


def test_pictures_of_packages_are_told_apart_by_their_content(tmp_path: Path) -> None:
    def with_picture(content: bytes, name: str) -> Path:
        shown = picture("A ward").replace("<p:blipFill/>", '<p:blipFill><a:blip r:embed="r1"/></p:blipFill>')
        made = slide("Rotas", "Ask", links=[("r1", "image", "../media/a.png")], parts={"ppt/media/a.png": content})
        path = tmp_path / name
        path.write_bytes(deck(Made(made.shapes + shown, links=made.links, parts=made.parts)))
        return path

    one, same, other = with_picture(b"one", "1.pptx"), with_picture(b"one", "2.pptx"), with_picture(b"two", "3.pptx")
    found = compare_versions(file_version(one), file_version(same))
    assert found is not None and found.changes.is_same and found.old.slides[0].prints
    found = compare_versions(file_version(one), file_version(other))
    assert found is not None and found.changes.counts == {"pictures": 1}


def test_a_stop_between_the_two_gives_nothing(two: tuple[Path, Path]) -> None:
    assert compare_versions(*map(file_version, two), stop=lambda: True) is None


def test_what_is_no_deck_is_said(two: tuple[Path, Path], tmp_path: Path) -> None:
    text = tmp_path / "notes.odp"
    text.write_bytes(open_document("application/vnd.oasis.opendocument.text"))
    with pytest.raises(UserError, match=r"notes\.odp"):
        compare_versions(file_version(two[0]), file_version(text))


def test_decks_of_the_library_are_proposed_by_their_titles(library: Store, two, tmp_path: Path) -> None:
    other = tmp_path / "Pay gaps.pptx"
    other.write_bytes(deck(slide("Pay gaps", "Mind them")))
    first, second = (
        add_event(library, 1, title="Rotas in 2023", starts_at="2023-03-20"),
        add_event(library, 2, title="Rotas in 2024", starts_at="2024-03-20"),
    )
    old, pay = tasks.attach(library, first, two[0]), tasks.attach(library, first, other)
    new = tasks.attach(library, second, two[1])
    assert [(one.deck.id, one.likely) for one in versions_of(library, old.id)] == [(new.id, True), (pay.id, False)]
    assert [one.event for one in versions_of(library, pay.id)] == ["Rotas in 2024", "Rotas in 2023"][::-1]
    assert older_first(library, new.id, old.id) == (old.id, new.id)
    library.path(str(new.file)).unlink()
    assert [one.deck.id for one in versions_of(library, old.id)] == [pay.id], "one that is not here cannot be compared"
    with pytest.raises(UserError, match="no longer at"):
        stored_version(library, new.id)
    assert stored_version(library, old.id).event == "Rotas in 2023"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Rotas v1", "Rotas_v2_FINAL", 1.0),
        ("Presentation 140323", "Presentation 151123", 1.0),
        ("Leading through discomfort", "Leading through discomfort (revised) 2", 1.0),
        ("Leading through discomfort", "Leading discomfort", 0.8),
        ("Leading through discomfort", "Pay gaps", 0.0),
        ("2024", "2024", 1.0),
        ("2024", "2023", 0.0),
    ],
)
def test_titles_of_versions(one: str, other: str, alike: float) -> None:
    assert version_likeness(one, other) == version_likeness(other, one) == alike
