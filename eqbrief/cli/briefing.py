# SPDX-License-Identifier: MIT
"""The commands that write a briefing and list those that are kept."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.printing import complain, count, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.files import Settings
from eqbrief.tasks.briefing import brief, briefing_json, briefing_of, issue, keep_briefing


@click.command("brief")
@click.argument("events", metavar="[EVENT]…", nargs=-1)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="A .docx, .pdf, .html or .md file.",
)
@click.option(
    "--briefing", metavar="BRIEFING", help="One that is kept, instead of events; `eqbrief briefings` lists them."
)
@click.option("--keep", is_flag=True, help="Keep the briefing in the library too, so that it can be changed there.")
@click.option("--template", default="", metavar="NAME", help="What it begins with; else the full report.")
@click.option("--title", default="", metavar="TEXT", help="Its title; else that of the event, or how many there are.")
@json_option("a JSON object of file, title, events (how many), sources (how many).")
@click.pass_obj
def brief_(
    session: Session,
    events: tuple[str, ...],
    target: Path,
    briefing: str | None,
    keep: bool,
    template: str,
    title: str,
    as_json: bool,
) -> int:
    """Write a briefing of events, every statement with its source.

    Summary, who spoke, what was said, questions, shared notes, actions. Private notes stay here. Where the file is
    open in another program, the briefing is written beside it under a new name.
    """
    if bool(events) == (briefing is not None):
        raise click.UsageError("Name the events, or a briefing that is kept with --briefing.")
    with session.opened() as store, long_work() as (report, stop):
        if briefing is not None:
            made = issue(store, db.find_briefing(store, briefing), target, report, stop)
        else:
            numbers = list(dict.fromkeys(db.find_event(store, event) for event in events))
            plan = briefing_of(store, numbers, title=title, author=Settings.load().own_name, template=template)
            made = brief(store, plan, target, report, stop)
            if keep and made is not None:
                keep_briefing(store, made.briefing)
    if made is None:
        complain(f"Stopped; '{target.name}' was not written.")
        return STOPPED
    if made.file != target:
        complain(f"'{target.name}' is open in another program, so the briefing was saved as '{made.file.name}'.")
    number = len(made.briefing.events())
    if as_json:
        facts = {"title": made.document.title.title, "events": number, "sources": len(made.document.references)}
        print_json({"file": str(made.file), **facts})
    else:
        sources = count(len(made.document.references), "source")
        say(f"Wrote a briefing of {count(number, 'event')} with {sources} to '{made.file}'.")
    return DONE


@click.command("briefings")
@json_option(
    "a JSON list with an object for each briefing: id, uid, title, audience, author, date, classification, template, "
    "references, cover, contents, sections, created_at, updated_at, opened_at, issued_at."
)
@click.pass_obj
def briefings_(session: Session, as_json: bool) -> int:
    """List the briefings that are kept, the one opened last first."""
    with session.opened() as store:
        found = db.briefings(store)
    if as_json:
        print_json([briefing_json(one) for one in found])
        return DONE
    say_table((str(one.id), count(len(one.pieces), "thing"), one.title) for one in found)
    say(f"{count(len(found), 'briefing')}." if found else "No briefings.")
    return DONE
