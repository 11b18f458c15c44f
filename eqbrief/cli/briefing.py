# SPDX-License-Identifier: MIT
"""The commands that write a briefing and list those that are kept."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.printing import complain, count, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.files import Settings
from eqbrief.model import Piece
from eqbrief.store import Store
from eqbrief.tasks.briefing import (
    action_piece,
    add_pieces,
    brief,
    briefing_json,
    briefing_of,
    issue,
    keep_briefing,
    person_piece,
    pieces_of_events,
    plan_piece,
    table_piece,
    term_piece,
)
from eqbrief.tasks.frameworks import find_action, find_framework


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


@click.command("gather")
@click.argument("events", metavar="[EVENT]…", nargs=-1)
@click.option("--briefing", metavar="BRIEFING", help="Where to; else the one opened last, or a new one.")
@click.option("--person", "people", metavar="PERSON", multiple=True, help="A person, with what they took part in.")
@click.option("--action", "actions", metavar="ACTION", multiple=True, help="An action.")
@click.option("--term", "terms", metavar="TERM", multiple=True, help="A term, for the briefing's glossary.")
@click.option(
    "--enquiry",
    "enquiries",
    metavar="ENQUIRY",
    type=int,
    multiple=True,
    help="An enquiry, as the table of its answers.",
)
@click.option(
    "--evidence",
    "plans",
    metavar="FRAMEWORK[:N]",
    multiple=True,
    help="The evidence for a framework, or for its action N, with its gaps.",
)
@json_option("a JSON object of id, uid, title, added (how many), there (how many it had already).")
@click.pass_obj
def gather_(
    session: Session,
    events: tuple[str, ...],
    briefing: str | None,
    people: tuple[str, ...],
    actions: tuple[str, ...],
    terms: tuple[str, ...],
    enquiries: tuple[int, ...],
    plans: tuple[str, ...],
    as_json: bool,
) -> int:
    """Put what was chosen into a briefing that is kept.

    What is in it already stays as it is. `eqbrief briefings` lists the briefings, `eqbrief brief` writes one.
    """
    if not (events or people or actions or terms or enquiries or plans):
        raise click.UsageError("Name something to put into the briefing.")
    with session.opened() as store:
        pieces = pieces_of_events(store, [db.find_event(store, words) for words in events])
        records = (db.name_record(store, "person", db.find_record(store, "person", one)) for one in people)
        pieces += map(person_piece, records)
        pieces += [piece for one in actions if (piece := _action(store, one))]
        pieces += [term_piece(term) for one in terms if (term := db.term(store, db.find_term(store, one)))]
        pieces += [table_piece(db.enquiry(store, one)) for one in enquiries]
        pieces += [_plan(store, one) for one in plans]
        number = db.find_briefing(store, briefing) if briefing is not None else None
        done = add_pieces(store, pieces, number, author=Settings.load().own_name)
    if as_json:
        made = done.briefing
        print_json({"id": made.id, "uid": made.uid, "title": made.title, "added": done.added, "there": done.there})
    else:
        say(f"{done}.")
    return DONE


def _plan(store: Store, words: str) -> Piece:
    name, _, number = words.partition(":")
    plan = find_framework(store, name)
    return plan_piece(plan.key, find_action(plan, number).number if number else "")


def _action(store: Store, words: str) -> Piece | None:
    found = db.action(store, db.find_action(store, words))
    return action_piece(store, found) if found else None


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
