# SPDX-License-Identifier: MIT
"""One line that presents people, with every divider that pages use."""

import pytest

from eqbrief.reading.cuts import Cut
from eqbrief.reading.lines import people_in_line

NAME, ROLE, BODY = "Imogen Thistlewood", "director of people", "Pennywick Care Trust"


@pytest.mark.parametrize(
    "line",
    [
        f"{NAME} – {ROLE}, {BODY}",
        f"{NAME} - {ROLE}, {BODY}",
        f"{NAME}, {ROLE}, {BODY}",
        f"{NAME}. {ROLE}, {BODY}",
        f"{NAME} ({ROLE}, {BODY})",
        f"{NAME}: {ROLE}, {BODY}",
        f"{NAME} | {ROLE} | {BODY}",
        f"{NAME}\t{ROLE}\t{BODY}",
        f"{NAME} (she/her) – {ROLE}, {BODY}",
        f"**{NAME}**, {ROLE} at {BODY}",
        f"{NAME}, {ROLE} – {BODY}",
        f"{NAME} · {ROLE} · {BODY}",
        f"{NAME}, {ROLE} @ {BODY}",
    ],
)
def test_dividers(line: str):
    [one] = people_in_line(Cut(line, 3))
    assert one.named.name.value == NAME
    assert [role.value for role in one.posts.roles] == [ROLE]
    assert [body.value for body in one.posts.organisations] == [BODY]
    assert line[one.named.name.start - 3 : one.named.name.end - 3] == NAME


@pytest.mark.parametrize(
    ("line", "capacity"),
    [
        (f"Chair: {NAME}, {ROLE}, {BODY}", "chair"),
        (f"Closing remarks: {NAME}, {ROLE}, {BODY}", "speaker"),
        (f"Présidente : {NAME}, {ROLE}, {BODY}", "chair"),
        (f"Referentinnen und Referenten: {NAME}, {ROLE}, {BODY}", "speaker"),
        (f"Moderated by: {NAME}, {ROLE}, {BODY}", "moderator"),
        (f"Respondent: Dr {NAME}, {ROLE}, {BODY}", "panellist"),
        (f"Presenter\tDr. {NAME}, {ROLE}, {BODY}", "speaker"),
        (f"Presented by Dr. {NAME}, {ROLE}, {BODY}", "speaker"),
        (f"{NAME} – {ROLE}, {BODY} (moderator)", "moderator"),
        (f"{NAME} (Chair), {ROLE}, {BODY}", "chair"),
        (f"{NAME} – chair, {BODY}", None),
        (f"{NAME}, panel host, {BODY}", None),
    ],
)
def test_capacities(line: str, capacity: str | None):
    [one] = people_in_line(Cut(line, 0))
    assert one.capacity == capacity


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anne Egan and Megan Fellows, GSA", ["Anne Egan", "Megan Fellows"]),
        (
            "Anne Egan (lead, GSA), Megan Fellows (FEMA) and Bo Lind (FEMA)",
            ["Anne Egan", "Megan Fellows", "Bo Lind"],
        ),
        ("Anne Egan, lead, GSA; Megan Fellows, nurse, FEMA", ["Anne Egan", "Megan Fellows"]),
        ("Anne Egan, Megan Fellows and Bo Lind", ["Anne Egan", "Megan Fellows", "Bo Lind"]),
        ("Anne Egan (Lark Centre (LC)) Megan Fellows (FEMA) Bo Lind (GSA)", ["Anne Egan", "Megan Fellows", "Bo Lind"]),
        ("Anne Egan, GSA and Megan Fellows, Lark Trust", ["Anne Egan", "Megan Fellows"]),
        ("Anne Egan, Institute of Physics and Bo Lind, nurse", ["Anne Egan"]),
    ],
)
def test_several_people(line: str, names: list[str]):
    assert [one.named.name.value for one in people_in_line(Cut(line, 0))] == names


@pytest.mark.parametrize(
    "line",
    ["Hosted by Digital.gov and the Community of Practice", "Slides", "How wards began?", "Tea, coffee and cake"],
)
def test_lines_without_people(line: str):
    assert people_in_line(Cut(line, 0)) == []


def test_labels_within_one_line_divide_it():
    line = "Chair: Imogen Thistlewood, editor, Care Gazette. Panel: Rafiq Umberley (nurse, Lark Trust), Li Marsh (GP)."
    found = people_in_line(Cut(line, 0))
    assert [(one.named.name.value, one.capacity) for one in found] == [
        ("Imogen Thistlewood", "chair"),
        ("Rafiq Umberley", "panellist"),
        ("Li Marsh", "panellist"),
    ]
    assert [[body.value for body in one.posts.organisations] for one in found] == [["Care Gazette"], ["Lark Trust"], []]


def test_pronouns_stand_before_the_post_in_brackets():
    found = people_in_line(Cut("Imogen Thistlewood (she/her) (nurse, Lark Trust) and Li Marsh (they/them) (GP)", 0))
    assert [[role.value for role in one.posts.roles] for one in found] == [["nurse"], ["GP"]]


def test_two_people_with_a_post_each_in_one_line():
    line = "Who: Imogen Thistlewood, chief nurse, NHS Lark, Wexcombe and Lyme ICB and Li Marsh, editor, Care Gazette"
    found = people_in_line(Cut(line, 0))
    assert [[body.value for body in one.posts.organisations] for one in found] == [
        ["NHS Lark, Wexcombe and Lyme ICB"],
        ["Care Gazette"],
    ]
