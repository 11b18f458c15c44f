# SPDX-License-Identifier: MIT
"""A confidence keeps its word: what is called sure is right, and what is marked to be checked is worth checking."""

import json
from pathlib import Path

from eqbrief.reading import read_path, read_text
from tests.reading.varied.calibration import from_label, graded, shares
from tests.reading.varied.cases import open_cases

SURE_ENOUGH, DOUBTED_TOO_MUCH = 0.95, 0.75


def test_over_drawn_pages():
    grades = [grade for case in open_cases()[::3] for grade in graded(case.says, case.read())]
    (sure_right, sure), (doubted_right, doubted) = shares(grades)
    assert sure > 500
    assert sure_right >= SURE_ENOUGH * sure
    assert doubted_right <= DOUBTED_TOO_MUCH * doubted


def test_over_labelled_pages(real_files: Path):
    grades = []
    for label in sorted((real_files / "pages").glob("*.gold.json")):
        page = label.with_name(label.name.replace(".gold.json", ".txt"))
        grades += graded(from_label(json.loads(label.read_text(encoding="utf-8"))), read_path(page))
    (sure_right, sure), _ = shares(grades)
    assert sure > 100
    assert sure_right >= SURE_ENOUGH * sure


def test_what_only_looks_like_a_question_or_a_topic_is_doubted():
    text = (
        "Kinder rotas: a webinar\n\n4 May 2024, 10:00\n\nQuestions\n\n  • How hot is it?\n"
        "  • Session led by the team\n\n"
        "Topics: Night work, and an update on what became of the rotas of old\n"
    )
    draft = read_text(text, "page.txt")
    found = {path: marks[0].confidence for path, marks in draft.evidence.items()}
    assert draft.questions == ("How hot is it?", "Session led by the team")
    assert found["questions.0"] >= 0.9
    assert found["questions.1"] < 0.6
    assert found["topics.0"] < 0.6


def test_a_grade_is_given_by_the_label():
    text = "Kinder rotas: a webinar\n\nDate: 4 May 2024\n\nPanel\n\n  • Ann Egerton – nurse, Lark Trust\n"
    person = {"name": "Ann Egerton", "honorific": None, "credentials": None, "capacity": "chair"}
    says = {
        "kind": "event",
        "title": "Kinder rotas: a webinar",
        "starts_at": "2024-05-05",
        "people": [person | {"roles": ["nurse"], "organisations": ["Lark Trust"]}],
    }
    grades = {grade.path: grade.right for grade in graded(says, read_text(text, "page.txt"))}
    assert grades["title"]
    assert grades["people.0.name"] and grades["people.0.roles.0"] and grades["people.0.organisations.0"]
    assert not grades["people.0.capacity"]
    assert not grades["starts_at"]
