# SPDX-License-Identifier: MIT
"""`match` says whether two names mean the same one, and needs no library for it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("kind", "first", "second", "same"),
    [
        (
            "organisation",
            "NHS Leicester, Leicestershire and Rutland (LLR) Integrated Care Board (ICB)",
            "NHS Leicester, Leicestershire and Rutland ICB",
            True,
        ),
        ("organisation", "Pennywick Hospitals", "Pennywick Hospitals Group", None),
        ("person", "Professor Ada Quill, CBE", "Quill, Ada", True),
        ("person", "A. Quill", "Ada Quill", None),
        ("person", "Ada Quill", "Tom Whitlock", False),
    ],
)
def test_two_names_are_compared(eqbrief: Call, here: Path, kind: str, first: str, second: str, same: bool | None):
    said = eqbrief("match", kind, first, second, "--json")
    assert (said.status, said.err) == (0, "")
    assert said.json["same"] is same
    assert said.json["reason"].endswith(".")
    assert not here.exists()


def test_the_answer_reads_as_a_sentence(eqbrief: Call):
    assert eqbrief("match", "person", "A. Quill", "Ada Quill").out.startswith(
        "Perhaps the same: you have to say (75%)."
    )


def test_an_empty_name_is_not_compared(eqbrief: Call):
    said = eqbrief("match", "person", " ", "Ada Quill")
    assert said.status == 1
    assert said.complaints == ["There are no two names to compare. Give both of them, each in quotation marks."]


def test_records_are_merged_and_unmerged(filled: Call):
    before = filled("people", "--json").json
    names = [one["name"] for one in before]
    shown = filled("merge", "person", names[0], names[1], "--preview", "--json").json
    assert (shown["name"], shown["other"]["name"]) == (names[0], names[1])
    assert filled("people", "--json").json == before
    merged = filled("merge", "person", names[0], names[1], "--json").json
    assert [one["name"] for one in merged["merged"]] == [names[1]]
    assert merged["uid"] == before[0]["uid"]
    (one,) = [one for one in filled("people", "--json").json if one["id"] == merged["id"]]
    assert one["other_names"] == [names[1]]
    apart = filled("unmerge", "person", names[1], "--json").json
    assert (apart["name"], apart["merged"]) == (names[1], [])
    assert filled("people", "--json").json == before


def test_an_organisation_is_renamed_and_placed(filled: Call):
    one, *_ = filled("organisations", "--json").json
    assert filled("rename", "organisation", one["id"], "Quillmere Alliance").status == 0
    (found,) = filled("organisations", "quillmere", "alliance", "--json").json
    assert (found["id"], found["other_names"]) == (one["id"], [one["name"]])
    said = filled("belongs", one["id"], one["id"])
    assert said.complaints == ["An organisation cannot be a part of itself. Choose one that is not among its parts."]


def test_nobody_of_that_name(filled: Call):
    said = filled("merge", "person", "Nobody Here", "1")
    assert said.complaints == [
        "No person is called 'Nobody Here'. Use `eqbrief people` to see them with their numbers."
    ]


def test_likely_ones_are_listed_and_told_apart(filled: Call):
    filled("rename", "person", "1", "Adaline Quill")
    filled("rename", "person", "2", "A. Quill")
    (pair,) = filled("likely", "person", "--json").json
    assert {pair["one"]["name"], pair["other"]["name"]} == {"Adaline Quill", "A. Quill"}
    assert set(pair) == {"one", "other", "score", "reason"}
    assert filled("apart", "person", "1", "2").status == 0
    assert filled("likely", "person", "--json").json == []


def test_topics_are_kept_in_order(filled: Call):
    filled("edit", "2", "topics=Quiet rest; Fair rotas")
    topic = next(one for one in filled("topics", "--json").json if one["name"] == "Quiet rest")
    renamed = filled(
        "topics", "--rename", topic["name"], "Workforce/Rest", "--colour", topic["id"], "teal", "--json"
    ).json
    (one,) = [one for one in renamed if one["id"] == topic["id"]]
    assert (one["name"], one["parent"], one["colour"]) == ("Workforce/Rest", "Workforce", "teal")
    assert {one["name"] for one in filled("topics", "--for", "1", "--json").json} == {"Workforce/Rest", "Fair rotas"}
    assert filled("topics", "--drop", "Workforce/Rest", "--json").json == [
        other for other in renamed if other["id"] != topic["id"]
    ]


def test_who_speaks_for_whom(filled: Call):
    table = filled("speakers", "--by", "year", "--json").json
    assert [row["name"] for row in table["rows"]] == ["2019", "2021", "2023"]
    assert filled("speakers", "1", "--by", "year", "--json").json["events"] == 1
    assert "appearances at 3 events" in filled("speakers").out
