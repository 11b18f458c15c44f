# SPDX-License-Identifier: MIT
"""`edit`, `delete` and `undo`."""

import pytest

from tests.cli.conftest import Call


def test_edit_sets_fields_and_prints_the_event(filled: Call) -> None:
    shown = filled("edit", "1", "title=A = B", "topics=Rotas; Night work ;", "starts_at=2020-03-20T09:30",
                   "starred=yes", "state=reviewed", "summary=", "--json").json  # fmt: skip
    assert (shown["title"], shown["topics"], shown["starts_at"]) == (
        "A = B",
        ["Rotas", "Night work"],
        "2020-03-20T09:30",
    )
    assert (shown["starred"], shown["state"], shown["summary"]) == (True, "reviewed", None)
    assert shown == filled("show", "1", "--json").json


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("colour=red", "no field called 'colour'"),
        ("starts_at=yesterday", "not a date"),
        ("state=done", "not a review state"),
        ("title=", "needs a title"),
        ("starred=perhaps", "neither yes nor no"),
    ],
)
def test_a_wrong_value_changes_nothing(filled: Call, value: str, said: str) -> None:
    before = filled("show", "1", "--json").json
    done = filled("edit", "1", "publisher=Somebody else", "starred=yes", value)
    assert (done.status, done.out, len(done.complaints)) == (1, "", 1)
    assert said in done.err
    assert filled("show", "1", "--json").json == before


def test_what_was_edited_is_said(filled: Call) -> None:
    assert filled("edit", "1", "publisher=Larkmoor").out == "Changed publisher of “Listening on the night shift”.\n"
    assert filled("edit", "1", "publisher=Larkmoor").out == "“Listening on the night shift” says so already.\n"


def test_one_edit_is_one_undo(filled: Call) -> None:
    before = filled("show", "1", "--json").json
    filled("edit", "1", "title=Changed", "topics=A;B", "state=reviewed", "starred=yes")
    assert filled("undo", "--json").json == {"undone": "Edit “Listening on the night shift”"}
    assert filled("show", "1", "--json").json == before


def test_delete_and_undo(filled: Call) -> None:
    filled("note", "2", "Not to be lost")
    before = filled("show", "2", "--json").json
    assert filled("delete", "2", "--json").json == before
    assert [one["id"] for one in filled("list", "--json").json] == [3, 1]
    assert filled("show", "2").status == 1
    assert filled("search", "Not to be lost", "--json").json == []
    assert filled("undo").out == "Undone: Delete “A fair rota for everyone”.\n"
    assert filled("show", "2", "--json").json == before
    assert len(filled("search", '"not to be lost"', "--json").json) == 1


def test_undo_goes_back_to_the_empty_library_and_then_says_so(filled: Call) -> None:
    for left in (2, 1, 0):
        assert filled("undo").status == 0
        assert len(filled("list", "--json").json) == left
    done = filled("undo")
    assert (done.status, len(done.complaints)) == (1, 1)
    assert "nothing to undo" in done.err
