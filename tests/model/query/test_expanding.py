# SPDX-License-Identifier: MIT
"""An acronym finds its long form, and the other way round."""

import pytest

from eqbrief.model.query import All, AnyOf, Not, Words, expanded, explain, parse

W = Words
PAIRS = [
    ("ICB", "Integrated Care Board"),
    ("ICB", "Independent Complaints Body"),
    ("WRES", "Workforce Race Equality Standard"),
    ("A&E", "accident and emergency"),
]
CASES = [
    ("icb", W("icb", also=("Integrated Care Board", "Independent Complaints Body"))),
    ("A&E", W("A&E", also=("accident and emergency",))),
    ('"integrated care board"', W("integrated care board", together=True, also=("ICB",))),
    (
        "integrated care board budget",
        All((AnyOf((All((W("integrated"), W("care"), W("board"))), W("ICB", together=True))), W("budget"))),
    ),
    ("pay -wres", All((W("pay"), Not(W("wres", also=("Workforce Race Equality Standard",)))))),
    ("integrated care", All((W("integrated"), W("care")))),
    ('"icb"', W("icb", together=True)),
    ("icb*", W("icb", begins=True)),
    ("", None),
]


@pytest.mark.parametrize(("typed", "root"), CASES)
def test_either_form_asks_for_both(typed: str, root) -> None:
    assert expanded(parse(typed), PAIRS).root == root
    assert expanded(parse(typed), []).root == parse(typed).root


def test_it_is_said() -> None:
    assert explain(expanded(parse("wres"), PAIRS)) == "Events with “wres” (or “Workforce Race Equality Standard”)."
