# SPDX-License-Identifier: MIT
"""`brief`: a file of each kind, whole or not at all, with no private word in it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md", "HTML"])
def test_brief_writes_each_kind(filled: Call, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"Briefing.{ending}"
    made = filled("brief", "1", "A fair rota", "--to", target, "--title", "For the board", "--json").json
    assert made == {"file": str(target), "title": "For the board", "events": 2, "sources": made["sources"]}
    assert made["sources"] >= 2 and target.stat().st_size > 1000
    said = filled("brief", "1", "--to", target)
    assert said.out.startswith("Wrote a briefing of 1 event with ") and said.status == 0


def test_shared_notes_go_out_and_private_ones_do_not(filled: Call, tmp_path: Path) -> None:
    filled("note", "3", "Words for *all*")
    filled("note", "3", "Words for me alone", "--private")
    target = tmp_path / "Briefing.md"
    filled("brief", "3", "--to", target)
    text = target.read_text(encoding="utf-8")
    assert "Words for *all*" in text and "me alone" not in text
    assert "# What exit interviews tell us" in text and "## Sources" in text


def test_one_that_is_open_elsewhere_gets_a_new_name_and_that_is_said(filled: Call, tmp_path: Path) -> None:
    target = tmp_path / "Briefing.docx"
    filled("brief", "1", "--to", target)
    before = target.read_bytes()
    (tmp_path / ".~lock.Briefing.docx#").touch()
    said = filled("brief", "1", "--to", target)
    assert said.complaints == [
        "'Briefing.docx' is open in another program, so the briefing was saved as 'Briefing (2).docx'."
    ]
    assert target.read_bytes() == before and (tmp_path / "Briefing (2).docx").is_file()


@pytest.mark.parametrize("name", ["Briefing.exe", "Briefing", "absent folder/Briefing.pdf"])
def test_where_it_cannot_be_written_is_said(filled: Call, tmp_path: Path, name: str) -> None:
    said = filled("brief", "1", "--to", tmp_path / name)
    assert (said.status, said.out, len(said.complaints)) == (1, "", 1)
    assert not (tmp_path / name).exists()


def test_an_event_that_is_not_there_is_said(filled: Call, tmp_path: Path) -> None:
    said = filled("brief", "99", "--to", tmp_path / "Briefing.pdf")
    assert (said.status, len(said.complaints)) == (1, 1)
    assert not (tmp_path / "Briefing.pdf").exists()


def test_one_that_is_kept_is_listed_and_written_again(filled: Call, tmp_path: Path) -> None:
    filled("brief", "1", "--to", tmp_path / "a.md", "--title", "Kept", "--template", "one-page", "--keep")
    (listed,) = filled("briefings", "--json").json
    assert (listed["title"], listed["template"], listed["issued_at"]) == ("Kept", "1-one-page", None)
    assert filled("briefings").out == "1  1 thing  Kept\n1 briefing.\n"
    said = filled("brief", "--briefing", "kept", "--to", tmp_path / "b.md")
    assert said.status == 0 and "# Kept" in (tmp_path / "b.md").read_text(encoding="utf-8")
    assert filled("briefings", "--json").json[0]["issued_at"]


@pytest.mark.parametrize("words", [(), ("1", "--briefing", "1")])
def test_events_or_a_kept_one_is_wanted(filled: Call, tmp_path: Path, words: tuple[str, ...]) -> None:
    assert filled("brief", *words, "--to", tmp_path / "x.md").status == 2


def test_things_are_gathered_in_one_that_is_kept_and_stand_in_it(filled: Call, tmp_path: Path) -> None:
    filled("action", "1", "Send the rota to all")
    asked = filled("ask", "What is said of rotas?", "--query", "rota", "--json").json
    person = filled("people", "--json").json[0]
    filled("term", "QZX", "Quiet zone exchange", "--new")
    made = filled("gather", "1", "--person", person["id"], "--action", "1", "--enquiry", asked["id"], "--json").json
    assert (made["added"], made["there"]) == (4, 0)
    again = filled("gather", "1", "2", "--term", "QZX", "--briefing", made["id"])
    assert again.out.strip() == f"2 added to “{made['title']}”; 1 was there already."
    target = tmp_path / "Board.md"
    filled("brief", "--briefing", made["id"], "--to", target)
    text = target.read_text(encoding="utf-8")
    for words in ("What is said of rotas?", "Send the rota to all", "Quiet zone exchange", person["name"]):
        assert words in text, words
    assert filled("gather").status == 2 and filled("gather", "--enquiry", "99").status == 1
