# SPDX-License-Identifier: MIT
"""`rules` and `forget`: what was learnt is listed in words, and can be taken away and brought back."""

import re
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.model import Rule
from eqbrief.store import Store
from tests.cli.conftest import Call
from tests.cli.test_promises import promised

SAID = "On pages of talks.example, the title is what stands after “What”."


@pytest.fixture
def learnt(filled: Call, here: Path) -> Call:
    store = Store.open(here)
    with store.change("rule") as change:
        db.add_rule(change, Rule("talks.example", "title", "label", "What", example="“Rest” was filled in"))
    store.close()
    return filled


def test_there_is_nothing_learnt_at_first(filled: Call) -> None:
    assert filled("rules", "--json").json == []
    assert filled("rules").out.startswith("Nothing learnt yet.")


def test_rules_are_listed_in_words(learnt: Call) -> None:
    said = learnt("rules")
    assert (said.status, said.err) == (0, "")
    assert SAID in said.out


def test_a_rule_is_forgotten_and_brought_back(learnt: Call) -> None:
    assert learnt("forget", "1").out == f"Forgotten: {SAID}\n"
    assert learnt("rules", "--json").json == []
    assert learnt("undo", "--json").json == {"undone": "Forget a rule for talks.example"}
    assert [rule["says"] for rule in learnt("rules", "--json").json] == [SAID]


def test_a_rule_that_is_not_there(learnt: Call) -> None:
    said = learnt("forget", "9")
    assert said.status == 1
    assert said.complaints == [
        "There is no rule with the number 9. Look at the list of rules again: it may have been forgotten already."
    ]
    assert learnt("forget", "What").status == 2


@pytest.mark.parametrize(("name", "words"), [("rules", ()), ("forget", ("1",))])
def test_json_has_exactly_the_keys_that_the_help_names(name: str, words: tuple[str, ...], learnt: Call) -> None:
    plain = learnt(name, *words, "--json").json
    one = plain[0] if isinstance(plain, list) else plain
    keys = re.findall(
        r"[a-z_]+", re.sub(r"\([^()]*\)", "", promised(name)).rpartition(": " if name == "rules" else " of ")[2]
    )
    assert set(one) == set(keys)
