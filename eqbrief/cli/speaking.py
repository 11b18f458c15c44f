# SPDX-License-Identifier: MIT
"""The command that counts who speaks for whom."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.tasks import speaking


@click.command("speakers")
@click.argument("events", nargs=-1)
@click.option(
    "--by", type=click.Choice(list(speaking.GROUPS)), default="organisation", help="What the rows are: organisation…"
)
@json_option(
    "a JSON object of by, events (how many), total, columns (the capacities that occur), rows (objects of id, name, a "
    "number for each column, total)."
)
@click.pass_obj
def speakers_(session: Session, events: tuple[str, ...], by: db.By, as_json: bool) -> int:
    """Count who speaks for whom, in which capacity.

    At all events, or at those that are named. Only what was printed counts; nothing about a person is guessed.
    """
    with session.opened() as store:
        chosen = [db.find_event(store, words) for words in events] if events else None
        table = speaking.who_speaks(store, by, chosen)
    if as_json:
        print_json(speaking.table_json(table))
        return DONE
    say_table(
        [("Total", *table.columns, speaking.GROUPS[by])]
        + [(str(row.total), *(str(number or "") for number in row.counts), row.name) for row in table.rows]
    )
    say(f"{table.total} appearances at {table.events} events.")
    return DONE
