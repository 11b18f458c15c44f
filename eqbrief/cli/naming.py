# SPDX-License-Identifier: MIT
"""The commands for people, organisations, topics and terms: who is who, and what is called what."""

import click

from eqbrief.cli.printing import json_option, print_json, say
from eqbrief.cli.session import DONE, Session
from eqbrief.tasks import telling_apart

_SAID = {True: "The same", False: "Different", None: "Perhaps the same: you have to say"}


@click.command("match")
@click.argument("kind", type=click.Choice(["person", "organisation"]))
@click.argument("first")
@click.argument("second")
@json_option("a JSON object of same (true, false, or null where a person has to say), score, reason.")
@click.pass_obj
def match_(session: Session, kind: telling_apart.Who, first: str, second: str, as_json: bool) -> int:
    """Say whether two names mean the same one.

    It is the function by which a library ties what pages print; it needs none.
    """
    found = telling_apart.match(kind, first, second)
    if as_json:
        print_json(telling_apart.match_json(found))
    else:
        say(f"{_SAID[found.same]} ({found.score:.0%}). {found.reason}")
    return DONE
