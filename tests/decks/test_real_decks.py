# SPDX-License-Identifier: MIT
"""Real decks, where `EQBRIEF_TEST_DATA` names some: every word under its number, and nothing hostile does harm.

What is expected is counted here by other means than the program's: Python's own XML parser and PDFium's own text.
"""

import csv
import posixpath
import re
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2
import pytest

from eqbrief.decks import DeckReader
from eqbrief.decks.pdf import plain_text
from eqbrief.model import DeckText, UserError

REPEATED = {"sldNum", "hdr", "ftr", "dt", "sldImg"}


def said(deck: DeckText, number: int) -> str:
    return plain(" ".join(deck.slides[number - 1].text.values()))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"_x00[01][0-9A-F]_", " ", text)).strip()


def related(package: zipfile.ZipFile, name: str) -> dict[str, tuple[str, str]]:
    folder, _, last = name.rpartition("/")
    told = f"{folder}/_rels/{last}.rels"
    if told not in package.namelist():
        return {}
    return {
        row.get("Id", ""): (
            row.get("Type", "").rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join("/", folder, row.get("Target", ""))).lstrip("/"),
        )
        for row in ElementTree.fromstring(package.read(told))
        if row.get("TargetMode") != "External"
    }


def runs(package: zipfile.ZipFile, name: str, *, notes: bool = False) -> list[str]:
    """Give the visible runs of text of a part, as plain as they are written there."""
    if name not in package.namelist():
        return []
    root = ElementTree.fromstring(package.read(name))
    for holder in list(root.iter()) if notes else ():
        for shape in [one for one in holder if one.tag.endswith("}sp")]:
            holders = [one.get("type") for one in shape.iter() if one.tag.endswith("}ph")]
            fields = [one for one in shape.iter() if one.tag.endswith("}fld")]
            # A number that was copied out of its placeholder is still the slide's number.
            if REPEATED & set(holders) or (not holders and fields and "".join(shape.itertext()).strip().isdecimal()):
                holder.remove(shape)
    return [text for one in root.iter() if one.tag.endswith("/main}t") and (text := plain(one.text or ""))]


def expected_runs(path: Path) -> list[tuple[int, str]]:
    """Give each visible run of a PowerPoint file with the number of its slide."""
    found: list[tuple[int, str]] = []
    with zipfile.ZipFile(path) as package:
        main = "ppt/presentation.xml"
        to = related(package, main)
        root = ElementTree.fromstring(package.read(main))
        rows = [row for one in root if one.tag.endswith("}sldIdLst") for row in one]
        for number, row in enumerate(rows, start=1):
            name = to[next(value for key, value in row.items() if key.endswith("}id"))][1]
            words = runs(package, name)
            for kind, target in related(package, name).values():
                if kind in ("diagramData", "chart", "notesSlide"):
                    words += runs(package, target, notes=kind == "notesSlide")
            found += [(number, one) for one in words]
    return found


def test_slides_phrases_and_notes_are_where_they_are_expected(real_files: Path) -> None:
    wrong: list[str] = []
    with (real_files / "decks" / "EXPECT.tsv").open(encoding="utf-8") as table, DeckReader() as reader:
        for row in csv.DictReader(table, delimiter="\t"):
            deck = reader.read(real_files / "decks" / row["file"])
            if len(deck.slides) != int(row["slides"]):
                wrong.append(f"{row['file']}: {len(deck.slides)} slides")
            if row["phrase"] and plain(row["phrase"]) not in said(deck, int(row["phrase_slide"])):
                wrong.append(f"{row['file']}: '{row['phrase']}'")
            with_notes = sum(bool(slide.text["notes"]) for slide in deck.slides)
            if with_notes != int(re.findall(r"\d+", row["slides_with_notes_text"])[0]):
                wrong.append(f"{row['file']}: {with_notes} slides with notes")
            number = int(row["notes_phrase_slide"] or 0)
            if number and plain(row["notes_phrase"]) not in plain(deck.slides[number - 1].text["notes"]):
                wrong.append(f"{row['file']}: '{row['notes_phrase']}' in the notes")
    assert wrong == []


def test_every_visible_run_stands_under_its_slide(real_files: Path) -> None:
    wanted, missing = 0, []
    with DeckReader() as reader:
        for path in sorted((real_files / "decks").glob("*.pp[ts][xm]")):
            deck = reader.read(path)
            for number, words in expected_runs(path):
                wanted += 1
                if words not in said(deck, number):
                    missing.append((path.name, number, words))
    assert wanted > 5000
    assert missing == []


def test_pages_have_pdfiums_own_words(real_files: Path) -> None:
    pages, different = 0, []
    with DeckReader() as reader:
        for path in sorted((real_files / "decks").glob("*.pdf")):
            if path.name.startswith("enc_"):
                continue
            deck = reader.read(path)
            document = pypdfium2.PdfDocument(path)
            for slide, page in zip(deck.slides, document, strict=True):
                words = page.get_textpage()
                own = set(plain_text(words.get_text_range()).split())
                mine = set("\n".join(slide.text.values()).split())
                pages += 1
                # What no text may hold (control characters) may make two words of one or one of two.
                if len(own ^ mine) > 0.005 * len(own):
                    different.append((path.name, slide.number, own ^ mine))
                words.close()
                page.close()
            document.close()
    assert pages > 100
    assert different == []


def test_scans_are_named_page_by_page(real_files: Path) -> None:
    with DeckReader() as reader:
        for path in sorted((real_files / "decks").glob("textless_*.pdf")):
            deck = reader.read(path)
            assert [one.slide for one in deck.unread] == [slide.number for slide in deck.slides]
            assert {one.reason for one in deck.unread} == {"pictures only, no text"}


@pytest.mark.parametrize("folder", ["decks", "hostile"])
def test_every_file_gives_slides_or_a_sentence_and_soon(real_files: Path, folder: str) -> None:
    slow: list[str] = []
    with DeckReader() as reader:
        for path in sorted((real_files / folder).iterdir()):
            begun = time.monotonic()
            try:
                assert reader.read(path).slides or path.name == "pythonpptx_no_slides.pptx"
            except UserError as error:
                assert path.name in error.what
            if time.monotonic() - begun > 10 and path.suffix != ".ppt":  # those wait for LibreOffice
                slow.append(path.name)
    assert slow == []
