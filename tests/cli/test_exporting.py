# SPDX-License-Identifier: MIT
"""`export`: events to a table and to JSON, actions to a table and to a calendar."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_export_writes_a_table(filled: Call, tmp_path: Path) -> None:
    target = tmp_path / "events.csv"
    assert filled("export", "events", "--to", target).out == f"Wrote 3 events to '{target}'.\n"
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Title"] for row in rows] == [
        "What exit interviews tell us", "A fair rota for everyone", "Listening on the night shift",
    ]  # fmt: skip
    assert rows[0]["Date"] == "20 March 2023"


def test_export_to_json_leaves_private_notes_here(filled: Call, tmp_path: Path) -> None:
    filled("note", "3", "For all")
    filled("note", "3", "Only mine", "--private")
    target = tmp_path / "events.json"
    assert filled("export", "events", "--to", target, "--json").json == {"file": str(target), "events": 3}
    plain = json.loads(target.read_text(encoding="utf-8"))
    assert [note["text"] for note in plain[0]["notes"]] == ["For all"]
    assert "Only mine" not in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["events.exe", "events", "absent folder/events.csv"])
def test_where_it_cannot_be_written_is_said(filled: Call, tmp_path: Path, name: str) -> None:
    said = filled("export", "events", "--to", tmp_path / name)
    assert (said.status, said.out, len(said.complaints)) == (1, "", 1)
    assert not (tmp_path / name).exists()


def test_export_writes_actions_as_to_dos_with_their_dates(filled: Call, tmp_path: Path) -> None:
    filled("action", "3", "Ask for the guide", "--due", "14 March 2031")
    target = tmp_path / "actions.ics"
    assert filled("export", "actions", "--to", target, "--json").json == {"file": str(target), "actions": 1}
    said = target.read_bytes()
    assert said.startswith(b"BEGIN:VCALENDAR\r\n") and b"DUE;VALUE=DATE:20310314\r\n" in said
    assert filled("export", "actions", "--to", tmp_path / "a.csv").out == f"Wrote 1 action to '{tmp_path / 'a.csv'}'.\n"


@pytest.mark.parametrize("name", ["Pack.zip", "Pack"])
def test_a_pack_is_added_to_another_library_once(filled: Call, tmp_path: Path, name: str) -> None:
    filled("note", "3", "For all")
    filled("note", "3", "Only mine", "--private")
    filled("action", "3", "Send the rota")
    target = tmp_path / name
    assert filled("export", "pack", "--to", target).out == f"Wrote a pack of 3 events to '{target}'.\n"
    elsewhere = ("--library", tmp_path / "elsewhere")
    added = filled(*elsewhere, "add", target, "--json").json
    assert [one["action"] for one in added] == ["added", "added", "added"]
    again = filled(*elsewhere, "add", target, "--json").json
    assert [one["action"] for one in again] == ["unchanged", "unchanged", "unchanged"]
    for one in filled("list", "--json").json:
        here = filled("show", one["uid"], "--json").json
        there = filled(*elsewhere, "show", one["uid"], "--json").json
        for key in ("title", "starts_at", "people", "questions", "topics", "summary", "body"):
            assert there[key] == here[key]
        shared = [note["text"] for note in here["notes"] if not note["private"]]
        assert [note["text"] for note in there["notes"]] == shared
        assert [act["text"] for act in there["actions"]] == [act["text"] for act in here["actions"]]
