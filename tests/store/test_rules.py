# SPDX-License-Identifier: MIT
"""Rules that were learnt are kept as they are, and one that is damaged does no harm."""

import pytest

from eqbrief import store as db
from eqbrief.model import Rule, UserError
from eqbrief.store import Store

RULE = Rule("talks.example", "decks", "place", ".file", ",", "PPTX", "“Rotas” was filled in")


def test_a_rule_comes_back_as_it_was_kept(library: Store) -> None:
    with library.change("rule") as change:
        number = db.add_rule(change, RULE)
    (rule,) = db.rules(library)
    assert rule.same(RULE)
    assert (rule.id, rule.example, len(rule.uid)) == (number, RULE.example, 36)
    assert rule.learnt_at.endswith("Z")


def test_rules_stand_by_site_and_in_their_order(library: Store) -> None:
    with library.change("rule") as change:
        for site, field in (("b.example", "title"), ("a.example", "topics"), ("b.example", "people")):
            db.add_rule(change, Rule(site, field, "label", "What"))
    assert [(one.site, one.field) for one in db.rules(library)] == [
        ("a.example", "topics"),
        ("b.example", "title"),
        ("b.example", "people"),
    ]


@pytest.mark.parametrize("says", ["", "[]", "{}", '{"how": "guess", "what": "x"}', '{"how": "label", "what": 3}', "\0"])
def test_a_damaged_rule_is_left_out(library: Store, says: str) -> None:
    with library.change("rule") as change:
        db.add_rule(change, RULE)
        change.insert_uid("rule", site="x.example", field="title", says=says, learnt_at="2024")
    assert [rule.site for rule in db.rules(library)] == ["talks.example"]


def test_a_rule_that_is_gone_cannot_be_removed(library: Store) -> None:
    with pytest.raises(UserError), library.change("rule") as change:
        db.remove_rule(change, 5)
