# SPDX-License-Identifier: MIT
"""Events as a table that a spreadsheet opens right and never runs, and as JSON with everything but private notes."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief import tasks
from eqbrief.model import Draft, DraftPerson, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.handing import export_list
from eqbrief.tasks.pages import Page
from eqbrief.tasks.sheets import harmless

HOSTILE = '=HYPERLINK("http://example.org")'


@pytest.fixture
def library(library: Store) -> Store:
    drafts = [
        Draft("a", "event", HOSTILE, publisher="@cmd", starts_at="2024-02-20", people=(DraftPerson("Zoë Ábel"),)),
        Draft("b", "event", 'Commas, "quotes"\nand lines', topics=("One", "Two"), summary="-1+2"),
    ]
    for draft in drafts:
        tasks.accept(library, Page(draft.source, draft.source.encode(), draft))
    return library


def written(library: Store, target: Path) -> int:
    done = export_list(library, "events", target)
    assert done is not None and done.file == target
    return done.number


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_says_what_the_library_holds(library: Store, tmp_path: Path) -> None:
    tasks.star(library, [1], True)
    assert written(library, tmp_path / "events.csv") == 2
    assert (tmp_path / "events.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    first, second = rows(tmp_path / "events.csv")
    assert (first["Date"], first["People"], first["Starred"]) == ("20 February 2024", "Zoë Ábel", "yes")
    assert (second["Title"], second["Topics"]) == ('Commas, "quotes"\nand lines', "One; Two")


def test_no_cell_is_a_formula(library: Store, tmp_path: Path) -> None:
    written(library, tmp_path / "events.csv")
    first, second = rows(tmp_path / "events.csv")
    assert (first["Title"], first["Publisher"], second["Summary"]) == (f"'{HOSTILE}", "'@cmd", "'-1+2")


@given(st.text(max_size=20) | st.from_regex(r"[=+\-@\t\r\n＝][\w.]*", fullmatch=True))
def test_what_looks_like_a_formula_is_a_number_or_quoted(cell: str) -> None:
    written = harmless(cell)
    assert written in (cell, f"'{cell}")
    if written.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
        float(written)


@pytest.mark.parametrize("cell", ["-inf", "+nan", "-1_000", "\n1", "＝1+1", "-٣"])
def test_what_only_python_takes_for_a_number_is_quoted(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-12.5", "+3", "-1e3"])
def test_numbers_stay_numbers(cell: str) -> None:
    assert harmless(cell) == cell


def test_json_holds_everything_but_private_notes(library: Store, tmp_path: Path) -> None:
    tasks.new_note(library, 1, "For all")
    tasks.new_note(library, 1, "Mine alone", private=True)
    written(library, tmp_path / "events.JSON")
    text = (tmp_path / "events.JSON").read_text(encoding="utf-8")
    assert "Mine alone" not in text
    assert [note["text"] for note in json.loads(text)[0]["notes"]] == ["For all"]
    assert "Zoë Ábel" in text
    assert "looked_at" not in text and "review" not in json.loads(text)[0]


@pytest.mark.parametrize("name", ["events.doc", "events", "absent/events.csv"])
def test_where_it_cannot_go_is_said(library: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError):
        written(library, tmp_path / name)
    assert list(tmp_path.glob("events*")) == []


def test_an_older_file_gives_way_whole_and_stays_when_stopped(library: Store, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    target.write_text("older", encoding="utf-8")
    seen: list[Progress] = []
    assert export_list(library, "events", target, seen.append, lambda: len(seen) == 1) is None
    assert target.read_text(encoding="utf-8") == "older"
    written(library, target)
    assert len(rows(target)) == 2
