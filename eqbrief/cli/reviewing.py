# SPDX-License-Identifier: MIT
"""The command of the review: how far it is, what is ticked by hand, and what is new since somebody last looked."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import json_option, print_json, say, say_table, say_wrapped
from eqbrief.cli.session import DONE, Session
from eqbrief.model import REVIEW_ITEMS, REVIEW_STATES, Filter, UserError
from eqbrief.store import Store
from eqbrief.tasks import editing, reviewing
from eqbrief.tasks.looking import since_looked


@click.command("review", epilog=f"ITEM is one of {', '.join(REVIEW_ITEMS)}. Looking in the window ticks what was seen.")
@click.argument("event", required=False)
@click.option("--tick", "ticked", metavar="ITEM", multiple=True, help="Say that this is done.")
@click.option("--untick", "unticked", metavar="ITEM", multiple=True, help="Say that this is not done.")
@click.option("--state", type=click.Choice(REVIEW_STATES), help="Say how far the review is.")
@json_option(
    "a JSON object of id, uid, title, state, done, steps, looked_at, since, news. Each of the steps is an object of "
    "item, title, done, by_hand, detail; each of the news one of said, title, before, after, at."
)
@click.pass_obj
def review_(
    session: Session,
    event: str | None,
    ticked: tuple[str, ...],
    unticked: tuple[str, ...],
    state: str | None,
    as_json: bool,
) -> int:
    """Show or change how far the review of an event is.

    Below it stands what is new since somebody last looked at the event in the window.

    Without EVENT, the next one to review: the newest that is not reviewed.
    """
    with session.opened() as store:
        number = db.find_event(store, event) if event else _next(store)
        changes = [*((word, True) for word in ticked), *((word, False) for word in unticked)]
        for word, _done in changes:
            reviewing.read_item(word)  # before anything is changed
        for word, done in changes:
            reviewing.tick(store, number, word, done)
        if state:
            editing.set_state(store, [number], state)
        if as_json:
            print_json(reviewing.review_json(store, number))
        else:
            _say(store, number)
    return DONE


def _next(store: Store) -> int:
    number = reviewing.next_in_queue(store, db.event_ids(store, Filter()), None, 1)
    if number is None:
        raise UserError(
            "There is nothing to review.", "Every event is reviewed; name one to see its list all the same."
        )
    return number


def _say(store: Store, number: int) -> None:
    event, found, since = editing.event(store, number), db.review_of(store, number), since_looked(store, number)
    say_wrapped(f"{event.id} {event.draft.title}")
    say(f"{found.state.capitalize()}, {found.said}.")
    say_table(
        ("[x]" if step.done else "[ ]", step.title, step.detail, "by hand" if step.by_hand is not None else "")
        for step in found.steps
    )
    if since:
        say_wrapped(since.sentence)
        for one in since.news:
            change = " → ".join(part for part in (one.before, one.after) if part)
            say_wrapped(f"{one.title}: {change}", indent="    ", first="  - ")
