# SPDX-License-Identifier: MIT
"""The commands for the glossary: list what the library writes out, and say what is right."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.model import say_date
from eqbrief.tasks import glossary

_KEYS = (
    "id, uid, short, long, state (found, accepted or rejected), edited, times (how often it is written out), events "
    "(how many), also (its other meanings)"
)


@click.command("terms")
@click.argument("words", nargs=-1)
@click.option("--rejected", is_flag=True, help="Those that were rejected too.")
@json_option(f"a JSON list with an object for each term, by its letters: {_KEYS}.")
@click.pass_obj
def terms_(session: Session, words: tuple[str, ...], rejected: bool, as_json: bool) -> int:
    """List acronyms and what they stand for.

    All of them, or those that have every word. What changed since the last time is read first.
    """
    with session.opened() as store:
        listed = glossary.list_terms(store, " ".join(words), rejected=rejected)
    if as_json:
        print_json([glossary.term_json(term) for term in listed])
        return DONE
    say_table((str(term.id), term.short, term.state, str(term.times), term.long) for term in listed)
    say(f"{count(len(listed), 'term')}." if listed else "No terms.")
    return DONE


@click.command("term")
@click.argument("term")
@click.argument("long", required=False)
@click.option("--accept", is_flag=True, help="It is right.")
@click.option("--reject", is_flag=True, help="It is wrong: never mark it again.")
@click.option("--new", is_flag=True, help="Add TERM with LONG to the glossary.")
@json_option(f"the term as a JSON object of {_KEYS}, places (objects of event_id, event_title, kind, times and so on).")
@click.pass_obj
def term_(session: Session, term: str, long: str | None, accept: bool, reject: bool, new: bool, as_json: bool) -> int:
    """Show a term and where it is written out.

    LONG corrects what it stands for. TERM is a number, a uid or letters that have one meaning.
    """
    if accept + reject + (long is not None) > 1 or (new and long is None):
        raise click.UsageError("Give one of LONG, --accept and --reject; --new wants LONG.")
    with session.opened() as store:
        if new:
            found = glossary.new_term(store, term, long or "")
        else:
            glossary.list_terms(store)
            number = db.find_term(store, term)
            found = (
                glossary.accept_term(store, number)
                if accept
                else glossary.reject_term(store, number)
                if reject
                else glossary.edit_term(store, number, long)
                if long is not None
                else glossary.read_term(store, number)
            )
        places = db.term_places(store, found.id)
    if as_json:
        print_json(glossary.term_json(found, places))
        return DONE
    say(f"{found.short}: {found.long} ({found.state})")
    say_table((say_date(place.event_date), place.kind, f"{place.times}×", place.event_title) for place in places)
    return DONE
