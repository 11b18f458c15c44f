# SPDX-License-Identifier: MIT
"""The command that hands the library's events, people or actions out as a list, and events as a pack."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.printing import Report, Stop, complain, count, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.model import Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks.handing import Exported, export_list, make_pack

_WHAT = ("events", "people", "actions", "pack")


@click.command("export")
@click.argument("what", metavar="|".join(_WHAT), type=click.Choice(_WHAT))
@click.option(
    "--to",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="A .csv, .xlsx or .json file; for events and actions also .ics; for a pack a .zip, or a new folder.",
)
@click.option("--event", "chosen", metavar="EVENT", multiple=True, help="For a pack: only these; else all events.")
@click.option("--no-decks", is_flag=True, help="For a pack: leave the decks here.")
@json_option("a JSON object of file, and how many under the name of what was written (people, pack…): file, events.")
@click.pass_obj
def export_(session: Session, what: str, target: Path, chosen: tuple[str, ...], no_decks: bool, as_json: bool) -> int:
    """Write events, people, actions or a pack to a file.

    A .csv or .xlsx has a line for each, a .json has all that is known of it, an .ics has each event, or each action as
    a to-do. A pack is a small site that opens in any browser, and that EqBrief adds again. Private notes stay here.
    """
    if what != "pack" and (chosen or no_decks):
        raise click.UsageError("--event and --no-decks belong to a pack.")
    with session.opened() as store, long_work() as (report, stop):
        if what == "pack":
            made = _pack(store, target, chosen, not no_decks, report, stop)
        else:
            made = export_list(store, what, target, report, stop)
    if made is None:
        complain(f"Stopped; '{target.name}' was not written.")
        return STOPPED
    if made.file != target:
        complain(f"'{target.name}' is open in another program, so the list was saved as '{made.file.name}'.")
    number = made.number
    if as_json:
        print_json({"file": str(made.file), what: number})
    else:
        noun = {"people": count(number, "appearance"), "pack": f"a pack of {count(number, 'event')}"}
        say(f"Wrote {noun.get(what) or count(number, what.removesuffix('s'))} to '{made.file}'.")
    return DONE


def _pack(
    store: Store, target: Path, chosen: tuple[str, ...], decks: bool, report: Report, stop: Stop
) -> Exported | None:
    numbers = [db.find_event(store, words) for words in chosen] or db.event_ids(store, Filter())
    if not numbers:
        raise UserError("There is no event to hand over.", "Add one first.")
    made = make_pack(store, list(dict.fromkeys(numbers)), target, decks=decks, report=report, stop=stop)
    return Exported(made.path, made.events) if made else None
