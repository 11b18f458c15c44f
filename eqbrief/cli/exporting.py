# SPDX-License-Identifier: MIT
"""The command that hands the library's events or actions out as a table or a calendar."""

from collections.abc import Callable
from pathlib import Path

import click

from eqbrief.cli.printing import Report, Stop, complain, count, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.store import Store
from eqbrief.tasks.exporting import export_events
from eqbrief.tasks.todos import export_actions

_WAYS: dict[str, Callable[[Store, Path, Report, Stop], int]] = {
    "events": export_events,
    "actions": lambda store, target, _report, _stop: export_actions(store, target),
}
"""What can be handed out, each with the task that writes it and gives how many there were."""


@click.command("export")
@click.argument("what", metavar="|".join(_WAYS), type=click.Choice(list(_WAYS)))
@click.option(
    "--to",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="A .csv file; for events also .json, for actions also .ics.",
)
@json_option("a JSON object of file, and how many under the name of what was written (events, actions): file, events.")
@click.pass_obj
def export_(session: Session, what: str, target: Path, as_json: bool) -> int:
    """Write the events or the actions to a file.

    A .csv has a line for each; a .json has all that is known of an event; an .ics has each action as a to-do, and
    what is due as an entry on its day. Private notes stay here.
    """
    with session.opened() as store, long_work() as (report, stop):
        number = _WAYS[what](store, target, report, stop)
        if stop() and not number:
            complain(f"Stopped; '{target.name}' was not written.")
            return STOPPED
    if as_json:
        print_json({"file": str(target), what: number})
    else:
        say(f"Wrote {count(number, what.removesuffix('s'))} to '{target}'.")
    return DONE
