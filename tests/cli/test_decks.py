# SPDX-License-Identifier: MIT
"""`attach`, `deck`, and `open` with a stand-in for the program that the system opens decks with."""

import io
import os
import random
import sys
from pathlib import Path

import pytest

from eqbrief.files import resource
from tests.cli.conftest import Call
from tests.decks.making import Made, deck, picture, shape
from tests.decks.making import pdf as made_pdf


@pytest.fixture
def viewer(tmp_path: Path, monkeypatch) -> Path:
    """Put a program on the path that writes down what it was to open; give the file it writes to."""
    if sys.platform != "linux":
        pytest.skip("The stand-in takes the place of xdg-open.")
    wrote, programs = tmp_path / "opened.txt", tmp_path / "programs"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{wrote}"\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return wrote


def test_a_file_becomes_the_deck_that_the_page_names(filled: Call, pdf: Path, here: Path) -> None:
    (deck,) = filled("attach", "1", pdf, "--json").json
    assert (deck["title"], deck["state"], deck["size_bytes"]) == ("Presentation 200323", "here", 1_400_000)
    assert deck["file_size_bytes"] == pdf.stat().st_size
    assert (here / deck["file"]).read_bytes() == pdf.read_bytes()
    assert len(filled("show", "1", "--json").json["decks"]) == 1


def test_another_file_becomes_a_further_deck(filled: Call, tmp_path: Path) -> None:
    file = resource("sample", "decks", "Presentation 140323.pptx")
    (deck,) = filled("attach", "1", file, "--json").json
    assert (deck["title"], deck["format"]) == ("Presentation 140323", "pptx")
    assert [one["state"] for one in filled("show", "1", "--json").json["decks"]] == ["named", "here"]


def test_of_a_folder_comes_what_the_page_names(filled: Call, pdf: Path, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    (folder / "below").mkdir(parents=True)
    file = folder / "below" / "presentation 200323.pptx"
    film = {"ppt/media/film.mp4": random.Random(1).randbytes(1_390_000)}
    file.write_bytes(deck(Made(shape("Rota reform", holder="title"), parts=film)))
    (folder / "Other.pdf").write_bytes(pdf.read_bytes())
    said = filled("attach", "1", folder, "--json")
    assert [one["title"] for one in said.json] == ["Presentation 200323"]
    assert (said.status, len(said.complaints)) == (0, 1)
    assert "'Other.pdf'" in said.err and "not named by the page" in said.err
    again = filled("attach", "1", folder)
    assert (again.status, again.out) == (1, "")
    assert "Name what is to be attached" in again.err


def test_what_is_no_deck_is_said_and_the_rest_attached(filled: Call, pdf: Path, tmp_path: Path) -> None:
    wolf = tmp_path / "slides.pptx"
    wolf.write_bytes(b"MZ" + bytes(200))
    said = filled("attach", "1", wolf, tmp_path / "absent.pptx", pdf, "--json")
    assert [deck and deck["title"] for deck in said.json] == [None, None, "Presentation 200323"]
    assert said.status == 1
    assert len(said.complaints) == 2
    assert "slides.pptx" in said.complaints[0]
    assert "absent.pptx" in said.complaints[1]


def test_attach_for_people_tells_the_number_to_open_it_by(filled: Call, pdf: Path) -> None:
    (deck,) = filled("attach", "1", pdf, "--json").json
    assert filled("attach", "1", pdf).out == f"Attached {deck['id']} Presentation 200323, 750 bytes: here.\n"


def test_open_hands_the_librarys_own_file_to_the_system(filled: Call, pdf: Path, viewer: Path, here: Path) -> None:
    (deck,) = filled("attach", "1", pdf, "--json").json
    said = filled("open", deck["id"])
    assert (said.status, said.out) == (0, "Opened “Presentation 200323”.\n")
    assert viewer.read_text(encoding="utf-8") == str(here / deck["file"])


def test_open_refuses_what_is_not_here_or_not_any_more_what_it_was(filled: Call, pdf: Path, viewer, here: Path) -> None:
    named = filled("show", "1", "--json").json["decks"][0]["id"]
    assert "not in the library yet" in filled("open", named).err
    (deck,) = filled("attach", "1", pdf, "--json").json
    (here / deck["file"]).write_bytes(b"MZ" + bytes(200))
    assert filled("open", deck["id"]).status == 1
    (here / deck["file"]).unlink()
    assert "no longer at" in filled("open", deck["id"]).err
    assert filled("open", 999).status == 1
    assert not viewer.exists()


def test_open_warns_in_a_sentence_of_what_lies_elsewhere(filled: Call, tmp_path: Path, viewer: Path) -> None:
    film = ("r9", "video", "→https://films.example/1")
    linked = tmp_path / "Linked.pptx"
    linked.write_bytes(deck(Made(shape("Rotas"), links=[film, ("r8", "hyperlink", "→https://larkmoor.example/")])))
    (kept,) = filled("attach", "1", linked, "--json").json
    said = filled("open", kept["id"])
    assert (said.status, said.out) == (0, "Opened “Linked”.\n") and viewer.exists()
    (warning,) = said.complaints
    assert "'films.example'" in warning and "may fetch" in warning and "larkmoor" not in warning


@pytest.fixture
def slides(tmp_path: Path) -> Path:
    """Give a deck of three slides, the last of them a picture only."""
    path = tmp_path / "Rota reform.pptx"
    first = Made(shape("Rota reform", holder="title") + shape("Ask first"), notes=shape("Slowly", holder="body"))
    path.write_bytes(deck(first, Made(shape("Then listen"), hidden=True), Made(picture("A full ward"))))
    return path


def test_a_file_is_read_without_being_stored(eqbrief: Call, slides: Path, here: Path) -> None:
    found = eqbrief("deck", slides, "--json").json
    assert (found["id"], found["uid"], found["state"]) == (None, None, None)
    assert (found["title"], found["file"], len(found["sha256"])) == ("Rota reform", str(slides), 64)
    assert found["slides"][0] == {
        "number": 1,
        "title": "Rota reform",
        "hidden": False,
        "text": {
            "title": "Rota reform", "body": "Ask first", "table": "", "diagram": "", "chart": "", "notes": "Slowly"
        },
        "pictures": 0,
        "alternatives": [],
        "links": [],
    }  # fmt: skip
    assert found["unread"] == [{"slide": 3, "reason": "pictures only, no text"}]
    assert not here.exists()


def test_a_deck_of_the_library_is_read_by_its_number(filled: Call, slides: Path) -> None:
    (kept,) = filled("attach", "1", slides, "--json").json
    found = filled("deck", kept["id"], "--json").json
    assert [found[key] for key in ("id", "uid", "file", "sha256")] == [
        kept[key] for key in ("id", "uid", "file", "sha256")
    ]
    assert [one["hidden"] for one in found["slides"]] == [False, True, False]
    assert "no deck with the number 999" in filled("deck", "999").err


def test_what_stands_on_slides_is_found_once_a_deck_is_attached(filled: Call, slides: Path) -> None:
    (kept,) = filled("attach", "1", slides, "--json").json
    (hit,) = filled("search", "slowly", "--json").json
    event = filled("show", "1", "--json").json
    assert hit == {
        "kind": "slide",
        "id": hit["id"],
        "event": {"id": event["id"], "title": event["title"], "date": event["starts_at"]},
        "title": "Rota reform",
        "snippet": "<mark>Slowly</mark>",
        "deck": {"id": kept["id"], "title": "Rota reform"},
        "slide": 1,
        "where": "speaker-notes",
    }
    assert filled("search", "slowly").out.startswith(f"slide  event 1, deck {kept['id']}, slide 1  *Slowly*\n")


def test_a_deck_that_cannot_be_read_is_attached_and_that_is_said(filled: Call, pdf: Path) -> None:
    pdf.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n")
    said = filled("attach", "1", pdf)
    assert (said.status, len(said.complaints)) == (0, 1)
    assert "Could not read 'Presentation 200323.pdf'" in said.err
    assert filled("deck", "1").status == 1


def test_the_password_of_a_deck_is_asked_for_once(filled: Call, tmp_path: Path, here: Path, monkeypatch) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(made_pdf([("Rota reform", 30, 480)], password="quince"))
    (kept,) = filled("attach", "1", path, "--json").json
    assert "`--password-stdin`" in filled("deck", kept["id"]).err
    monkeypatch.setattr(sys, "stdin", io.StringIO("quince\n"))
    assert filled("deck", kept["id"], "--password-stdin").status == 0
    assert filled("deck", kept["id"], "--json").json["slides"][0]["title"] == "Rota reform"
    assert len(filled("search", "reform", "--in", "slide", "--json").json) == 1
    written = b"".join(file.read_bytes() for file in here.rglob("*") if file.is_file())
    assert b"quince" not in written


def test_a_deck_in_words(eqbrief: Call, slides: Path) -> None:
    assert eqbrief("deck", slides).out.split("\n") == [
        "Rota reform", "", "Slide 1: Rota reform", "    Ask first", "  Speaker notes", "    Slowly", "",
        "Slide 2 (hidden): no title", "    Then listen", "", "Slide 3: no title", "    Picture: A full ward", "",
        "Not read", "  Slide 3: pictures only, no text", "",
    ]  # fmt: skip


def test_the_password_comes_from_standard_input(eqbrief: Call, tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(made_pdf([("Rota reform", 30, 480)], password="quince"))
    said = eqbrief("deck", path, "--json")
    assert (said.status, said.out) == (1, "")
    assert "`--password-stdin`" in said.err
    monkeypatch.setattr(sys, "stdin", io.StringIO("plum\n"))
    assert "the password is wrong" in eqbrief("deck", path, "--password-stdin").err
    monkeypatch.setattr(sys, "stdin", io.StringIO("quince\n"))
    assert eqbrief("deck", path, "--password-stdin", "--json").json["slides"][0]["title"] == "Rota reform"


def two_versions(folder: Path) -> list[Path]:
    files = [folder / "Rotas v1.pptx", folder / "Rotas v2.pptx"]
    files[0].write_bytes(deck(Made(shape("Rotas", holder="title") + shape("Ask first")), Made(shape("Thanks"))))
    files[1].write_bytes(deck(Made(shape("Welcome")), Made(shape("Rotas", holder="title") + shape("Ask twice"))))
    return files


def test_two_versions_in_words(eqbrief: Call, tmp_path: Path) -> None:
    assert eqbrief("compare", *two_versions(tmp_path)).out.split("\n") == [
        "“Rotas v1” (2 slides), then", "“Rotas v2” (2 slides)", "",
        "1 added, 1 removed, 1 re-worded", "",
        "+ Slide 1: no title", "    added", "",
        "  Slide 2 (was 1): Rotas", "    re-worded", "    Text: Ask [-first-] {+twice+}", "",
        "- Slide 2 of the first: no title", "    removed", "",
    ]  # fmt: skip


def test_decks_of_the_library_and_files_are_compared_alike(filled: Call, tmp_path: Path) -> None:
    one, other = two_versions(tmp_path)
    (kept,) = filled("attach", "1", one, "--json").json
    found = filled("compare", kept["id"], other, "--json").json
    assert (found["before"]["uid"], found["after"]["uid"], found["same"]) == (kept["uid"], None, False)
    assert [slide["changes"] for slide in found["slides"]] == [["added"], ["reworded"], ["removed"]]
    assert filled("compare", kept["id"], one, "--json").json["same"]
    assert filled("compare", kept["id"], one).out.endswith("Nothing was changed.\n")


def test_what_cannot_be_compared_is_said(filled: Call, tmp_path: Path) -> None:
    one, _ = two_versions(tmp_path)
    assert "cannot be compared with itself" in filled("compare", one, one).err
    said = filled("compare", one, tmp_path / "absent.pptx", "--json")
    assert (said.status, said.out) == (1, "") and "absent.pptx" in said.err
    assert "no deck with the number 99" in filled("compare", "99", one).err
