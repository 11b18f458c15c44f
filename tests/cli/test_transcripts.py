# SPDX-License-Identifier: MIT
"""Transcripts from the command line: attached, shown with their turns, and 'who said it' answered by search."""

from pathlib import Path

from tests.cli.conftest import Call
from tests.reading.transcripts import making


def test_who_said_co_production(eqbrief: Call, sample_page, tmp_path: Path) -> None:
    eqbrief("add", sample_page("page.html"))
    files = {"teams.vtt": making.TEAMS.encode(), "zoom.vtt": making.ZOOM.encode(), "teams.docx": making.TEAMS_WORD}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        attached = eqbrief("attach", "1", tmp_path / name, "--json")
        assert attached.status == 0 and attached.json[0]["file"].endswith(name)
    shown = eqbrief("show", "1", "--json").json["transcripts"]
    assert [len(one["turns"]) for one in shown] == [2, 2, 2]
    assert shown[0]["turns"][1]["starts_at"] == 62.0
    hits = eqbrief("search", "co-production", "--in", "transcript", "--json").json
    assert {hit["title"] for hit in hits} == {"Rafiq Umberley (PENNYWICK) · 1:02", "Rafiq Umberley · 1:02"}
    assert all("<mark>co-production</mark>" in hit["snippet"] and hit["event"]["id"] == 1 for hit in hits)
