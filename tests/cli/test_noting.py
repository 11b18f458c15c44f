# SPDX-License-Identifier: MIT
"""`note` and `notes`."""

from pathlib import Path

from tests.cli.conftest import Call
from tests.reading.transcripts import making


def test_a_note_is_written_and_listed(filled: Call) -> None:
    note = filled("note", "2", "## For Monday\n\n- ask the *network*", "--json").json
    assert (note["event_id"], note["text"], note["private"]) == (2, "## For Monday\n\n- ask the *network*", False)
    secret = filled("note", "2", "Only mine", "--private", "--json").json
    assert secret["private"] is True
    assert filled("notes", "2", "--json").json == [note, secret]
    assert filled("notes", "1", "--json").json == []


def test_notes_for_people_say_which_are_private(filled: Call) -> None:
    assert filled("notes", "1").out == "No notes.\n"
    assert filled("note", "1", "Shared").out == "Saved as note 1.\n"
    assert filled("note", "1", "Mine", "--private").out == "Saved as private note 2.\n"
    first, text, second, mine = filled("notes", "1").out.splitlines()
    assert (text, mine) == ("    Shared", "    Mine")
    assert "private" in second
    assert "private" not in first


def test_an_empty_note_is_refused(filled: Call) -> None:
    said = filled("note", "1", "  \n")
    assert (said.status, len(said.complaints)) == (1, 1)
    assert filled("notes", "1", "--json").json == []


def test_a_note_that_begins_with_a_dash_is_no_option(filled: Call) -> None:
    texts = ["- a bullet", "- something with an h\n- and more", "--private is how it is written", "-- a dash"]
    assert filled("note", "1", "--", texts[0]).status == 0
    assert filled("note", "1", texts[1]).status == 0
    assert filled("note", "--private", "1", texts[2], "--json").json["private"] is True
    assert filled("note", "1", texts[3], "--json").json["private"] is False
    assert [note["text"] for note in filled("notes", "1", "--json").json] == texts


def test_an_option_that_is_none_is_no_text(filled: Call) -> None:
    for words in (["1", "--privat", "x"], ["1", "--privat"], ["text", "- a b"]):
        assert filled("note", *words).status in (1, 2)
    assert filled("notes", "1", "--json").json == []


def test_the_help_says_where_private_notes_do_go(filled: Call) -> None:
    assert "private notes too" in " ".join(filled("note", "--help").out.split())


def test_a_note_is_tied_to_a_session_or_a_moment(filled: Call, tmp_path: Path) -> None:
    said = filled("note", "1", "When?", "--at", "1:02")
    assert (said.status, said.complaints[0]) == (
        1,
        "This event has no transcript. Attach one first: a .vtt or .srt file, or Teams' .docx.",
    )
    file = tmp_path / "Webinar.vtt"
    file.write_text(making.TEAMS, encoding="utf-8")
    filled("attach", "1", file)
    note = filled("note", "1", "A good point", "--at", "1:02", "--json").json
    assert (note["tie"]["kind"], note["tie"]["number"], note["place"]["title"]) == ("transcript", 62, "Webinar")
    assert "1:02 · Webinar" in filled("notes", "1").out
    for wrong in ("soon", "62", "1:2:3:4", "-1:00"):
        assert filled("note", "1", "When?", f"--at={wrong}").complaints[0].startswith(f"'{wrong}' is no time")
    filled("edit", "1", "title=With a programme")
    assert filled("note", "1", "x", "--session", "7").status == 1
    assert filled("note", "1", "x", "--session", "1", "--at", "1:02").status == 2


def test_all_notes_are_listed_the_one_written_last_first(filled: Call) -> None:
    filled("note", "1", "First")
    filled("note", "2", "Second", "--private")
    assert [note["text"] for note in filled("notes", "--json").json] == ["Second", "First"]
    heads = [line for line in filled("notes").out.splitlines() if not line.startswith(" ")]
    assert "private" in heads[0] and filled("show", "2", "--json").json["title"] in heads[0]
