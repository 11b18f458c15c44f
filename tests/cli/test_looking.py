# SPDX-License-Identifier: MIT
"""`list` and `search`: what they give, and in which order."""

import pytest

from tests.cli.conftest import Call


def test_list_gives_events_newest_first(filled: Call) -> None:
    said = filled("list", "--json")
    assert [(one["id"], one["title"], one["date"]) for one in said.json] == [
        (3, "What exit interviews tell us", "2023-03-20"),
        (2, "A fair rota for everyone", "2021-03-20"),
        (1, "Listening on the night shift", "2019-03-20"),
    ]
    assert all(len(one["uid"]) == 36 for one in said.json)
    assert {one["state"] for one in said.json} == {"to review"}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("--limit", "2"), [3, 2]),
        (
            (
                "in:title",
                "rota",
            ),
            [2],
        ),
        (("exit interviews",), [3]),
        (("night", "listening"), [1]),
        (("thistlewood",), [3, 2, 1]),
        (("2021",), [2]),
        (("nothing like it",), []),
        (("100%_\\",), []),
    ],
)
def test_list_goes_by_words_and_limit(filled: Call, words, ids) -> None:
    said = filled("list", *words, "--json")
    assert [one["id"] for one in said.json] == ids
    assert said.status == 0


def test_list_for_people(filled: Call) -> None:
    filled("edit", "2", "starred=yes", "state=reviewed")
    assert filled("list").out.splitlines() == [
        "3  20 March 2023  to review     What exit interviews tell us",
        "2  20 March 2021  reviewed   *  A fair rota for everyone",
        "1  20 March 2019  to review     Listening on the night shift",
        "3 events.",
    ]
    assert filled("list", "absent").out == "No events.\n"


def test_search_finds_events_people_questions_and_notes(filled: Call) -> None:
    filled("note", "2", "Ask about the **swallowtail** figures")
    (note,) = filled("search", "swallowtail", "--json").json
    assert note["kind"] == "note"
    assert note["event"] == {"id": 2, "title": "A fair rota for everyone", "date": "2021-03-20"}
    assert "<mark>swallowtail</mark>" in note["snippet"]
    kinds = {hit["kind"] for hit in filled("search", "Thistlewood", "--json").json}
    assert "person" in kinds
    assert {hit["kind"] for hit in filled("search", "wards begin", "--json").json} >= {"question"}


def test_search_goes_by_kind_and_limit(filled: Call) -> None:
    assert {hit["kind"] for hit in filled("search", "Thistlewood", "--in", "person", "--json").json} == {"person"}
    assert filled("search", "Thistlewood", "--in", "note,question", "--json").json == []
    assert len(filled("search", "wards begin", "--limit", "2", "--json").json) == 2
    assert len(filled("search", '"wards begin"', "--json").json) == 3
    assert [hit["kind"] for hit in filled("search", "wards begin", "--json").json[:3]] == ["question"] * 3
    assert filled("search", "x", "--in", "unicorn").status == 2


@pytest.mark.parametrize(
    "typed", ["A&E", "O'Neill", "co-production", '"', "'", "(", "*", "NEAR(", "a OR", "😀", "-- x"]
)
def test_no_search_fails(filled: Call, typed: str) -> None:
    said = filled("search", "--json", "--", typed)
    assert said.status == 0
    assert isinstance(said.json, list)


def test_search_for_people(filled: Call) -> None:
    lines = filled("search", "exit interviews").out.splitlines()
    assert lines[0].startswith("event  event 3")
    assert "*exit* *interviews*" in lines[0]
    assert lines[-1] == "Events with “exit” and “interviews” anywhere. 1 thing found."
    assert filled("search", "absolutely").out == "Events with “absolutely”. Nothing found.\n"
