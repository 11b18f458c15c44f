# SPDX-License-Identifier: MIT
"""`review`, and what `show` tells of a review."""

from tests.cli.conftest import Call


def done(review: dict) -> list[str]:
    return [step["item"] for step in review["steps"] if step["done"]]


def test_a_review_is_shown_and_ticked(filled: Call) -> None:
    review = filled("review", "1", "--json").json
    assert (review["state"], review["done"], done(review)) == ("to review", 0, [])
    assert (review["looked_at"], review["since"], review["news"]) == (None, None, [])
    review = filled("review", "1", "--tick", "page", "--tick", "Slides seen", "--state", "reviewing", "--json").json
    assert (review["state"], done(review)) == ("reviewing", ["page", "slides"])
    assert done(filled("review", "1", "--untick", "page", "--json").json) == ["slides"]
    assert filled("undo").out == f"Undone: Take the tick from “Page read” of “{review['title']}”.\n"
    shown = filled("show", "1", "--json").json["review"]
    assert done(shown) == ["page", "slides"]
    assert shown["steps"][0] == {"item": "page", "title": "Page read", "done": True, "by_hand": True, "detail": ""}


def test_a_review_is_said_in_words(filled: Call) -> None:
    filled("note", "1", "Ask the ward.")
    title, said, *lines = filled("review", "1").out.splitlines()
    assert title.startswith("1 ")
    assert said == "To review, 1 of 5."
    assert next(line for line in lines if "Notes written" in line).split()[:2] == ["[x]", "Notes"]


def test_without_an_event_it_is_the_next_to_review(filled: Call) -> None:
    numbers = [event["id"] for event in filled("list", "--json").json]
    assert filled("review", "--json").json["id"] == numbers[0]
    for number in numbers:
        filled("review", str(number), "--state", "reviewed")
    said = filled("review")
    assert (said.status, said.complaints[0].split(".")[0]) == (1, "There is nothing to review")


def test_what_there_is_not_is_refused_before_anything_is_changed(filled: Call) -> None:
    said = filled("review", "1", "--tick", "page", "--untick", "tea")
    assert (said.status, len(said.complaints)) == (1, 1)
    assert filled("review", "1", "--json").json["done"] == 0
    assert filled("review", "1", "--state", "finished").status == 2
