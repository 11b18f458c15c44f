# SPDX-License-Identifier: MIT
"""The command that hands the library's events out as a table."""

from pathlib import Path

import click

from eqbrief.cli.printing import complain, count, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.tasks.exporting import export_events


@click.command("export")
@click.argument("what", metavar="events", type=click.Choice(["events"]))
@click.option(
    "--to", "target", metavar="FILE", required=True, type=click.Path(path_type=Path), help="A .csv or .json file."
)
@json_option("a JSON object of file, events (how many).")
@click.pass_obj
def export_(session: Session, what: str, target: Path, as_json: bool) -> int:
    """Write the events to a table.

    A .csv has a line for each event; a .json has all that is known of it. Private notes stay here.
    """
    with session.opened() as store, long_work() as (report, stop):
        number = export_events(store, target, report, stop)
        if stop() and not number:
            complain(f"Stopped; '{target.name}' was not written.")
            return STOPPED
    if as_json:
        print_json({"file": str(target), "events": number})
    else:
        say(f"Wrote {count(number, 'event')} to '{target}'.")
    return DONE
