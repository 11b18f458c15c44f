# SPDX-License-Identifier: MIT
"""`frameworks`, `tag`, `untag`, `evidence` and `suggestions`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call

ROTAS = """name = "Kinder rotas"
[[action]]
number = "1"
title = "Ask first"
terms = ["night shift"]
[[action]]
number = "2"
title = "Rest after nights"
"""


@pytest.fixture
def planned(filled: Call, tmp_path: Path) -> Call:
    (tmp_path / "rotas.toml").write_text(ROTAS, encoding="utf-8")
    assert filled("frameworks", "--add", tmp_path / "rotas.toml").out == "Added “Kinder rotas” (rotas).\n"
    return filled


def test_frameworks_are_listed_written_and_taken_away(planned: Call, tmp_path: Path) -> None:
    assert [one["key"] for one in planned("frameworks", "--json").json] == ["nhs-edi-improvement-plan", "rotas"]
    assert planned("frameworks", "--save", "rotas", tmp_path / "again.toml").status == 0
    assert "Rest after nights" in (tmp_path / "again.toml").read_text(encoding="utf-8")
    assert planned("frameworks", "--remove", "nhs-edi-improvement-plan").status == 1
    assert planned("frameworks", "--remove", "rotas").status == 0
    assert planned("evidence", "rotas").status == 1
    assert planned("undo").out == "Undone: Remove the framework “Kinder rotas”.\n"
    assert planned("evidence", "rotas").status == 0


def test_a_wrong_file_is_said_in_a_sentence(filled: Call, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("name = 'x'\n[[action]]\n", encoding="utf-8")
    said = filled("frameworks", "--add", tmp_path / "x.toml")
    assert (said.status, len(said.complaints)) == (1, 1)
    assert "line 2: this action has no number" in said.err
    assert filled("frameworks", "--add", tmp_path / "none.toml").status == 1


def test_an_event_a_question_and_a_note_are_tagged_and_untagged(planned: Call) -> None:
    assert planned("tag", "fair rota", "2", "--framework", "rotas").status == 0
    (written,) = [planned("note", "fair rota", "Heron", "--json").json]
    assert planned("tag", "fair rota", "rest", "--note", written["id"], "--framework", "rotas").status == 0
    tagged = planned("tag", "fair rota", "2", "--question", "1", "--json").json
    assert sorted(one["kind"] for one in tagged) == ["event", "note", "question"]
    first, second = planned("evidence", "--json").json
    assert (first["total"], second["total"], second["events"]) == (0, 3, 1)
    assert "None yet." in planned("evidence").out
    shown = planned("show", "fair rota").out
    assert "Evidence\n" in shown
    assert "action 2 of rotas: Question 1" in shown
    said = planned("untag", tagged[0]["id"], "99")
    assert (said.status, said.complaints) == (1, ["There is no tag 99. `eqbrief evidence` lists them."])
    assert planned("evidence", "--json").json[1]["total"] == 2
    assert planned("undo").status == 0
    assert planned("evidence", "--json").json[1]["total"] == 3


def test_wrong_targets_are_said(planned: Call) -> None:
    assert planned("tag", "fair rota", "9", "--framework", "rotas").status == 1
    assert planned("tag", "fair rota", "2", "--note", "77").status == 1
    assert planned("tag", "fair rota", "2", "--note", "77", "--question", "1").status == 2


def test_the_table_goes_to_a_spreadsheet(planned: Call, tmp_path: Path) -> None:
    planned("tag", "fair rota", "2", "--framework", "rotas")
    lines = planned("evidence", "rotas", "--csv").out.splitlines()
    assert lines[0] == "Number,Action,Kind,Event,Date,Where,Text"
    assert lines[1] == "1,Ask first,None yet,,,,"
    assert lines[2].startswith("2,Rest after nights,Event,A fair rota for everyone,20 March 2021,,")
    assert planned("evidence", "rotas", "--to", tmp_path / "out.csv").out.startswith("Wrote 1 piece of evidence")
    told = planned("evidence", "rotas", "--to", tmp_path / "out.csv", "--json").json
    assert [one["total"] for one in told] == [0, 1]
    assert planned("evidence", "rotas", "--csv", "--json").status == 2


def test_the_evidence_goes_into_a_briefing(planned: Call, tmp_path: Path) -> None:
    planned("tag", "fair rota", "2", "--framework", "rotas")
    assert planned("gather", "--evidence", "rotas", "--evidence", "rotas:1").status == 0
    assert planned("gather", "--evidence", "rotas:9").status == 1
    assert planned("brief", "--briefing", "1", "--to", tmp_path / "out.md").status == 0
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "### Action 2: Rest after nights" in text
    assert "1 of 2 actions have evidence; there is none yet for action 1." in text


def test_suggestions_say_why_and_are_accepted_or_dismissed(planned: Call) -> None:
    planned("note", "2", "The night shifts again")
    found = planned("suggestions", "rotas", "--json").json
    assert [one["words"] for one in found] == [["night shift"]] * 2
    assert planned("suggestions", "rotas", "--accept", "1").out == "Accepted 1 suggestion.\n"
    assert planned("suggestions", "rotas", "--dismiss", "all").out == "Dismissed 1 suggestion.\n"
    assert planned("suggestions", "rotas").out == "No suggestions.\n"
    assert planned("evidence", "rotas", "--json").json[0]["total"] == 1
    assert planned("undo").out == "Undone: Dismiss a suggestion for action 1.\n"
    assert len(planned("suggestions", "rotas", "--json").json) == 1
    assert planned("suggestions", "rotas", "--accept", "99").status == 1
