# SPDX-License-Identifier: MIT
"""The commands for what is asked more than once: enquiries with their tables, and saved searches."""

from pathlib import Path

import click

from eqbrief import store as db
from eqbrief.cli.noting import TakesText
from eqbrief.cli.printing import complain, count, json_option, long_work, print_json, say, say_table
from eqbrief.cli.session import DONE, STOPPED, Session
from eqbrief.model import say_date
from eqbrief.tasks import enquiring, searching

_KEYS = "id, uid, name, query, asked_at, rows (objects of id, uid, event, date, person, kind, says, text, left_out…)"
_LISTED = "id, uid, name, query, asked_at, rows, left_out"


@click.command("ask", cls=TakesText)
@click.argument("question")
@click.option("--query", default="", help="What to search for, where the question is not itself a query.")
@json_option(f"the enquiry as a JSON object of {_KEYS}.")
@click.pass_obj
def ask_(session: Session, question: str, query: str, as_json: bool) -> int:
    """Put a question to all events and keep the table of answers."""
    with session.opened() as store, long_work() as (report, stop):
        made = enquiring.enquire(store, question, query or question, report, stop)
        if as_json:
            print_json(enquiring.enquiry_json(store, made))
        else:
            say(f"Kept as enquiry {made.id}: {count(made.rows, 'answer')}.")
    return DONE


@click.command("enquiries")
@json_option(f"a JSON list with an object for each enquiry: {_LISTED}.")
@click.pass_obj
def enquiries_(session: Session, as_json: bool) -> int:
    """List the questions that were put to all events."""
    with session.opened() as store:
        found = db.enquiries(store)
    if as_json:
        keys = ("id", "uid", "name", "query", "asked_at", "rows", "left_out")
        print_json([{key: getattr(one, key) for key in keys} for one in found])
        return DONE
    say_table((str(one.id), say_date(one.asked_at[:10]), count(one.rows, "answer"), one.name) for one in found)
    say(f"{count(len(found), 'enquiry', 'enquiries')}." if found else "No enquiries.")
    return DONE


@click.command("enquiry")
@click.argument("number", type=int, metavar="ENQUIRY")
@click.option("--again", is_flag=True, help="Put the question once more first; what was left out stays so.")
@click.option(
    "--to", "target", metavar="FILE", type=click.Path(path_type=Path), help="Write the table to a .csv or .xlsx file."
)
@json_option(f"the enquiry as a JSON object of {_KEYS}.")
@click.pass_obj
def enquiry_(session: Session, number: int, again: bool, target: Path | None, as_json: bool) -> int:
    """Show the table of answers, or write it to a file.

    ENQUIRY is a number, as `eqbrief enquiries` lists them. Answers out of private notes are not written to a file.
    """
    with session.opened() as store, long_work() as (report, stop):
        known = enquiring.ask_again(store, number, report, stop) if again else db.enquiry(store, number)
        if stop():
            complain("Stopped; nothing was written.")
            return STOPPED
        if target is not None:
            written = enquiring.export_enquiry(store, number, target)
            if not as_json:
                say(f"Wrote {count(written, 'answer')} to '{target}'.")
                return DONE
        if as_json:
            print_json(enquiring.enquiry_json(store, known))
            return DONE
        rows = db.enquiry_rows(store, number)
    say(known.name)
    say_table(enquiring.cells(row) for row in rows)
    say(f"{count(len(rows), 'answer')}." if rows else "No answers.")
    return DONE


@click.command("searches")
@json_option("a JSON list with an object for each saved search: id, uid, name, query, found, new.")
@click.pass_obj
def searches_(session: Session, as_json: bool) -> int:
    """List the saved searches and what is new in each."""
    with session.opened() as store:
        found = [(one, searching.standing(store, one)) for one in db.saved_searches(store)]
    if as_json:
        print_json([searching.saved_json(*one) for one in found])
        return DONE
    say_table(
        (str(one.id), f"{now.number:,}{'+' * now.more}", f"{now.new} new" if now.new else "", one.name, one.query)
        for one, now in found
    )
    say(f"{count(len(found), 'saved search', 'saved searches')}." if found else "No saved searches.")
    return DONE
