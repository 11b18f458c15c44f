# SPDX-License-Identifier: MIT
"""`action`, `actions`, `done`, `reopen` and `drop`."""

from eqbrief.files import Settings, save_settings
from tests.cli.conftest import Call


def test_an_action_is_written_and_listed(filled: Call) -> None:
    made = filled(
        "action", "2", "Ask for the rota", "--owner", "Rafiq Umberley", "--due", "14 March 2024", "--json"
    ).json
    assert (made["text"], made["owner"], made["due"]) == ("Ask for the rota", "Rafiq Umberley", "2024-03-14")
    assert made["event"] == {"id": 2, "title": "A fair rota for everyone", "date": "2021-03-20"}
    assert (made["state"], made["overdue"], made["outcome"]) == ("open", True, None)
    assert filled("actions", "--json").json == [made]
    assert filled("show", "2", "--json").json["actions"] == [made]
    assert filled("actions", "--event", "1", "--json").json == []
    assert [hit["kind"] for hit in filled("search", "umberley", "--in", "action", "--json").json] == ["action"]


def test_actions_for_people_say_what_is_overdue(filled: Call) -> None:
    assert filled("actions").out == "No actions.\n"
    said = filled("action", "1", "Ask", "--due", "2024-03-14").out
    assert said == "Action 1: Ask (overdue since 14 March 2024).\n"
    filled("action", "1", "Tell", "--owner", "me", "--due", "14 March 2099")
    assert filled("actions").out.splitlines()[1:] == [
        "2  Tell (me, by 14 March 2099)        Listening on the night shift",
        "2 actions.",
    ]
    assert "  - 1 Ask (overdue since 14 March 2024)" in filled("show", "1").out.splitlines()
    assert filled("done", "1", "They agreed").out == "Action 1: done: Ask – They agreed.\n"


def test_filters_narrow_the_list(filled: Call) -> None:
    save_settings(Settings(own_name="Perpetua Quill"))
    filled("action", "1", "mine", "--owner", "me")
    filled("action", "2", "late", "--owner", "Rafiq Umberley", "--due", "2024-03-14")
    filled("action", "3", "old")
    filled("done", "3")
    assert filled("action", "1", "mine too", "--owner", "perpetua quill", "--json").json["owner"] == "perpetua quill"

    def listed(*words: str) -> list[str]:
        return [one["text"] for one in filled("actions", *words, "--json").json]

    assert listed() == ["late", "mine", "mine too"]
    assert listed("--mine") == ["mine", "mine too"]
    assert listed("--overdue") == ["late"]
    assert listed("--owner", "umberley") == ["late"]
    assert listed("--event", "fair rota") == ["late"]
    assert listed("--all") == ["late", "mine", "mine too", "old"]


def test_an_action_is_done_reopened_deleted_and_brought_back(filled: Call) -> None:
    uid = filled("action", "1", "Ask", "--json").json["uid"]
    done = filled("done", uid, "- they agreed", "--json").json
    assert (done["state"], done["outcome"]) == ("done", "- they agreed")
    assert done["done_at"] is not None
    again = filled("reopen", "1", "--json").json
    assert (again["state"], again["done_at"]) == ("open", None)
    assert filled("drop", "1").out == "Deleted the action “Ask”. `eqbrief undo` brings it back.\n"
    assert filled("actions", "--all", "--json").json == []
    assert filled("undo").out == "Undone: Delete the action “Ask”.\n"
    assert filled("actions", "--json").json[0]["uid"] == uid


def test_what_cannot_be_is_said_in_a_sentence(filled: Call) -> None:
    for words in (
        ("action", "1", " "),
        ("action", "1", "Ask", "--due", "next Friday"),
        ("action", "no such event", "Ask"),
        ("done", "7"),
        ("reopen", "7"),
        ("drop", "some-uid"),
    ):
        said = filled(*words)
        assert (said.status, len(said.complaints)) == (1, 1)
    assert filled("actions", "--json").json == []


def test_a_text_that_begins_with_a_dash_is_no_option(filled: Call) -> None:
    made = filled("action", "1", "- ask for it", "--owner", "Rafiq Umberley", "--json").json
    assert (made["text"], made["owner"]) == ("- ask for it", "Rafiq Umberley")
