# SPDX-License-Identifier: MIT
"""The commands for what was learnt from corrections: list the rules, forget one."""

import click

from eqbrief.cli.printing import json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.tasks.learning import forget, rule_json, rules_for

_KEYS = "id, uid, site, field, says (the rule in words), example, learnt_at"


@click.command("rules")
@json_option(f"a JSON list with an object for each rule, by site: {_KEYS}.")
@click.pass_obj
def rules_(session: Session, as_json: bool) -> int:
    """List what was learnt from your corrections.

    Each rule is for the pages of one site, and is applied when the next page from there is read.
    """
    with session.opened() as store:
        found = [rule_json(rule) for rule in rules_for(store)]
    if as_json:
        print_json(found)
        return DONE
    say_table((str(rule["id"]), rule["says"]) for rule in found)
    if not found:
        say("Nothing learnt yet. Correct a page in the window before you accept it, and the next one comes right.")
    return DONE


@click.command("forget")
@click.argument("number", metavar="RULE", type=int)
@json_option(f"the rule that was forgotten as a JSON object of {_KEYS}.")
@click.pass_obj
def forget_(session: Session, number: int, as_json: bool) -> int:
    """Forget one rule.

    RULE is its number in `eqbrief rules`. Pages are then read as before; `eqbrief undo` brings it back.
    """
    with session.opened() as store:
        plain = rule_json(forget(store, number))
    if as_json:
        print_json(plain)
    else:
        say(f"Forgotten: {plain['says']}")
    return DONE
