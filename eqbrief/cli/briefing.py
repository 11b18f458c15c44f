# SPDX-License-Identifier: MIT
"""The command that makes a briefing of events."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.printing import complain, count, json_option, long_work, print_json, say
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.files import Settings
from eqbrief.tasks.briefing import brief


@click.command("brief")
@click.argument("events", metavar="EVENT…", nargs=-1, required=True)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="A .docx, .pdf, .html or .md file.",
)
@click.option("--title", default="", metavar="TEXT", help="Its title; else that of the event, or how many there are.")
@json_option("a JSON object of file, title, events (how many), sources (how many).")
@click.pass_obj
def brief_(session: Session, events: tuple[str, ...], target: Path, title: str, as_json: bool) -> int:
    """Write a briefing of events, every statement with its source.

    Summary, who spoke, what was said, questions, shared notes, actions. Private notes stay here. Where the file is
    open in another program, the briefing is written beside it under a new name.
    """
    with session.opened() as store, long_work() as (report, stop):
        numbers = list(dict.fromkeys(db.find_event(store, event) for event in events))
        author = Settings.load().own_name
        made = brief(store, numbers, target, title=title, author=author, report=report, stop=stop)
    if made is None:
        complain(f"Stopped; '{target.name}' was not written.")
        return STOPPED
    if made.file != target:
        complain(f"'{target.name}' is open in another program, so the briefing was saved as '{made.file.name}'.")
    if as_json:
        facts = {"title": made.document.title.title, "events": len(numbers), "sources": len(made.document.references)}
        print_json({"file": str(made.file), **facts})
    else:
        sources = count(len(made.document.references), "source")
        say(f"Wrote a briefing of {count(len(numbers), 'event')} with {sources} to '{made.file}'.")
    return DONE
