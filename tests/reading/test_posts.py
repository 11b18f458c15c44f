# SPDX-License-Identifier: MIT
"""Roles and organisations out of one line, by rule: commas and "and" divide some and join others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.reading.cuts import Cut
from eqbrief.reading.posts import posts_of

CASES = [
    ("head of rostering, Pennywick Care Trust", ["head of rostering"], ["Pennywick Care Trust"]),
    (
        "deputy lead for culture, skills and inclusion, NHS Wexcombe, Thornbury and Lyme ICB",
        ["deputy lead for culture, skills and inclusion"],
        ["NHS Wexcombe, Thornbury and Lyme ICB"],
    ),
    (
        "ward programme lead & learning specialist, NHS Wexcombe and Lyme (WL) Integrated Care Board (ICB)",
        ["ward programme lead", "learning specialist"],
        ["NHS Wexcombe and Lyme (WL) Integrated Care Board (ICB)"],
    ),
    ("chief nurse and deputy chief executive, Larkmoor Hospitals", ["chief nurse", "deputy chief executive"], None),
    ("director of strategy and engagement, Larkmoor Alliance", ["director of strategy and engagement"], None),
    ("Director and Chief Executive, Lark House", ["Director", "Chief Executive"], ["Lark House"]),
    ("Manager, Council Standards, Office of Odd Affairs", ["Manager, Council Standards"], ["Office of Odd Affairs"]),
    ("Fellow, Rivers Programme, Lark House", ["Fellow"], ["Rivers Programme, Lark House"]),
    ("Product Lead, Touchstones, GSA", ["Product Lead"], ["Touchstones, GSA"]),
    ("Author, Consultant, and Former Commissioner", ["Author", "Consultant", "Former Commissioner"], []),
    (
        "Professor of Policy, University of Lark and Trustee, Open Wards",
        ["Professor of Policy", "Trustee"],
        ["University of Lark", "Open Wards"],
    ),
    (
        "Secretary General, Basin Organization (BO); Foreign Minister, Tarava (2011-16)",
        ["Secretary General", "Foreign Minister"],
        ["Basin Organization (BO)", "Tarava"],
    ),
    (
        "manager for the Lark Analytics Programme (LAP)",
        ["manager"],
        ["Lark Analytics Programme (LAP)"],
    ),
    ("GSA’s Chief Customer Officer", ["Chief Customer Officer"], ["GSA"]),
    ("Senior Lecturer in Law, University of Lark, UK", ["Senior Lecturer in Law"], ["University of Lark"]),
    ("Assistant Professor, Lark University (Paris, France)", ["Assistant Professor"], ["Lark University"]),
    ("Lark National Laboratory", [], ["Lark National Laboratory"]),
    (
        "nurse in the Department of Rest at Lark University",
        ["nurse"],
        ["Department of Rest at Lark University"],
    ),
    (
        "Full Professor of Rest at the Rest and Tea cluster of Lark University (LU)",
        ["Full Professor of Rest"],
        ["Rest and Tea cluster of Lark University (LU)"],
    ),
    ("Larkware42, FR", [], ["Larkware42"]),
    ("Lark Community of Practice Manager", ["Manager"], ["Lark Community of Practice"]),
    ("Office of the Chief Odd Affairs Officer", [], ["Office of the Chief Odd Affairs Officer"]),
    ("Department of Odd Health and Human Services", [], ["Department of Odd Health and Human Services"]),
    ("Wexcombe Council and the Lark Office", [], ["Wexcombe Council", "Lark Office"]),
    ("University of Lark and Pennywick Trust", [], ["University of Lark", "Pennywick Trust"]),
    ("fellow at the University of Lark at Thornbury", ["fellow"], ["University of Lark at Thornbury"]),
    ("head of people – operations, Larkmoor ICB", ["head of people – operations"], ["Larkmoor ICB"]),
    ("community lead", ["community lead"], []),
    ("lead nurse, Larkmoor Health and Social Care Partnership", None, ["Larkmoor Health and Social Care Partnership"]),
    ("adviser at Night Work Unit, Larkmoor Trust", ["adviser"], ["Night Work Unit, Larkmoor Trust"]),
    ("Dean of NHS Lark, Wexcombe and Lyme Care Board", ["Dean"], ["NHS Lark, Wexcombe and Lyme Care Board"]),
    (
        "Senior Vice President, Learning at Larkmoor Trust",
        ["Senior Vice President, Learning"],
        ["Larkmoor Trust"],
    ),
    ("Vice President, Learning", ["Vice President, Learning"], []),
    ("editor at The Marsh Fund", ["editor"], ["The Marsh Fund"]),
    ("chief nurse @ Marsh & Oak", ["chief nurse"], ["Marsh & Oak"]),
    ("head of policy · Larkmoor Trust", ["head of policy"], ["Larkmoor Trust"]),
    ("Freedom to Speak Up Guardian", ["Freedom to Speak Up Guardian"], []),
    ("Gleichstellungsbeauftragte, Stadt Lark", ["Gleichstellungsbeauftragte"], ["Stadt Lark"]),
    ("Rektor der Larkischen Universität Au", ["Rektor"], ["Larkischen Universität Au"]),
    ("Präsidentin des Teezentrums Larkau", ["Präsidentin"], ["Teezentrums Larkau"]),
    ("Director of Public Health", ["Director of Public Health"], []),
    ("Head of Adult Social Care Services", ["Head of Adult Social Care Services"], []),
    ("Executive Director of Larkledger", ["Executive Director"], ["Larkledger"]),
    ("chief executive of Nine Lamps", ["chief executive"], ["Nine Lamps"]),
    ("nurse at Lark Hospital and chair, Lark Trust", ["nurse", "chair"], ["Lark Hospital", "Lark Trust"]),
    ("nurse at Lark Hospital and head of tea at Lark Trust", ["nurse", "head of tea"], ["Lark Hospital", "Lark Trust"]),
    (
        "fellow at Lark College of Physicians and Surgeons of Au",
        ["fellow"],
        ["Lark College of Physicians and Surgeons of Au"],
    ),
    ("Directeur de l'Institut du Lac et professeur à l'Université de Lark", ["Directeur", "professeur"], None),
]


@pytest.mark.parametrize(("text", "roles", "bodies"), CASES)
def test_a_post_is_divided(text: str, roles: list[str] | None, bodies: list[str] | None):
    found = posts_of(Cut(text, 5))
    assert roles is None or [role.value for role in found.roles] == roles
    assert bodies is None or [body.value for body in found.organisations] == bodies
    for cut in found.roles + found.organisations:
        assert text[cut.start - 5 : cut.end - 5] == cut.text


def test_a_known_body_in_front_of_a_post_is_turned_round():
    found = posts_of(Cut("openLark Community Manager", 0), frozenset({"openlark"}))
    assert [cut.text for cut in found.roles + found.organisations] == ["Community Manager", "openLark"]


@given(st.text(alphabet="aB ,;()–-&'’.\tand of at Trust Lead é", max_size=60))
def test_every_part_stands_where_it_says(text: str):
    found = posts_of(Cut(text, 0))
    for cut in found.roles + found.organisations:
        assert cut.text
        assert text[cut.start : cut.end] == cut.text
