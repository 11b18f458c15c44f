# SPDX-License-Identifier: MIT
"""`show`: everything about one event, by number, uid or a part of its title."""

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize("by", ["id", "uid", "title", "part of the title"])
def test_an_event_is_meant_in_four_ways(filled: Call, by: str) -> None:
    event = filled("list", "--json").json[0]
    words = "EXIT interviews" if by == "part of the title" else event[by]
    assert filled("show", words, "--json").json["uid"] == event["uid"]


@pytest.mark.parametrize(("words", "said"), [("absent", "No event is called 'absent'"), ("t", "may mean several")])
def test_none_and_several_are_said(filled: Call, words: str, said: str) -> None:
    shown = filled("show", words, "--json")
    assert (shown.status, shown.out, len(shown.complaints)) == (1, "", 1)
    assert said in shown.err


def test_show_gives_what_was_read_and_what_was_made_of_it(filled: Call, pdf) -> None:
    filled("attach", "1", pdf)
    filled("note", "1", "For the board")
    filled("edit", "1", "state=reviewing", "starred=yes")
    shown = filled("show", "1", "--json").json
    assert (shown["title"], shown["starts_at"]) == ("Listening on the night shift", "2019-03-20")
    assert (shown["state"], shown["starred"], shown["actions"]) == ("reviewing", True, [])
    assert [deck["state"] for deck in shown["decks"]] == ["here"]
    assert [note["text"] for note in shown["notes"]] == ["For the board"]
    assert shown["sources"][0]["file"].endswith("first.txt")
    for path, marks in shown["evidence"].items():
        for mark in marks:
            assert shown["text"][mark["start"] : mark["end"]] == mark["text"], path


def test_what_read_found_is_what_show_gives(eqbrief: Call, sample_page) -> None:
    page = sample_page("page.html")
    (draft,) = eqbrief("read", page, "--json").json
    eqbrief("add", page)
    shown = eqbrief("show", "1", "--json").json
    offered = [{key: deck[key] for key in draft["decks"][0]} for deck in shown["decks"]]
    kept = {key: value for key, value in shown.items() if key in draft and key not in ("decks", "source", "address")}
    assert kept == {key: draft[key] for key in kept}
    assert offered == draft["decks"]


def test_show_for_people(filled: Call, pdf) -> None:
    filled("attach", "1", pdf)
    filled("note", "1", "Only for me", "--private")
    said = filled("show", "1").out
    facts = ("Listening on the night shift", "Wednesday 20 March 2019", "Imogen Thistlewood", "(chair)", ": here")
    for words in (*facts, "How did the wards begin?", "Presentation 200323", "Private note", "Only for me"):
        assert words in said


def test_a_deck_whose_file_is_gone_is_missing(filled: Call, pdf, here) -> None:
    (deck,) = filled("attach", "1", pdf, "--json").json
    (here / deck["file"]).unlink()
    assert [one["state"] for one in filled("show", "1", "--json").json["decks"]] == ["missing"]
