# SPDX-License-Identifier: MIT
"""The commands for actions: write one, list them across events, say that one is done or not, take one away."""

import click

from eqbrief import store as db
from eqbrief.cli.describing import action_line
from eqbrief.cli.noting import TakesText
from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.files import Settings
from eqbrief.model import today
from eqbrief.tasks import acting

_KEYS = (
    "id, uid, event (an object of id, title, date), text, owner, person_id, due, state, outcome, done_at, evidence "
    "(an object of kind, uid, text, or null), created_at, updated_at, overdue"
)
_ACTION = click.argument("action")
_ONE = json_option(f"the action as a JSON object of {_KEYS}.")


@click.command("action", cls=TakesText)
@click.argument("event")
@click.argument("text")
@click.option("--owner", default="", metavar="NAME", help="Who does it; 'me' is the name in your settings.")
@click.option("--due", default="", metavar="DATE", help="Such as Friday, 14 March or 2026-03-14.")
@_ONE
@click.pass_obj
def action_(session: Session, event: str, text: str, owner: str, due: str, as_json: bool) -> int:
    """Write down what is to be done about an event."""
    own_name = Settings.load().own_name
    with session.opened() as store:
        number = acting.new_action(store, db.find_event(store, event), text, owner=owner, due=due, own_name=own_name)
        _print(store, number, as_json)
    return DONE


@click.command("actions")
@click.option("--mine", is_flag=True, help="Only your own, by the name in your settings.")
@click.option("--overdue", is_flag=True, help="Only those that should have been done by now.")
@click.option("--owner", default="", metavar="NAME", help="Only those of this person, or of this part of a name.")
@click.option("--event", metavar="EVENT", help="Only those of this event.")
@click.option("--all", "done", is_flag=True, help="Those that are done too.")
@json_option(f"a JSON list with an object for each action: {_KEYS}.")
@click.pass_obj
def actions_(
    session: Session, mine: bool, overdue: bool, owner: str, event: str | None, done: bool, as_json: bool
) -> int:
    """List what is to be done, what is due first at the top."""
    own_name = Settings.load().own_name if mine else None
    with session.opened() as store:
        number = db.find_event(store, event) if event else None
        found = acting.list_actions(store, mine=own_name, overdue=overdue, owner=owner, event_id=number, done=done)
    if as_json:
        print_json([acting.action_json(action) for action in found])
        return DONE
    say_table((str(action.id), action_line(action, today()), action.event_title) for action in found)
    say(f"{count(len(found), 'action')}." if found else "No actions.")
    return DONE


@click.command("done", cls=TakesText)
@_ACTION
@click.argument("outcome", required=False)
@_ONE
@click.pass_obj
def done_(session: Session, action: str, outcome: str | None, as_json: bool) -> int:
    """Say that an action is done, and what came of it.

    ACTION is a number or a uid, as `eqbrief actions` lists them.
    """
    with session.opened() as store:
        number = db.find_action(store, action)
        acting.finish_action(store, number, outcome)
        _print(store, number, as_json)
    return DONE


@click.command("reopen")
@_ACTION
@_ONE
@click.pass_obj
def reopen_(session: Session, action: str, as_json: bool) -> int:
    """Say that an action is not done after all."""
    with session.opened() as store:
        number = db.find_action(store, action)
        acting.reopen_action(store, number)
        _print(store, number, as_json)
    return DONE


@click.command("drop")
@_ACTION
@json_option(f"the action that was deleted as a JSON object of {_KEYS}.")
@click.pass_obj
def drop_(session: Session, action: str, as_json: bool) -> int:
    """Delete an action; `eqbrief undo` brings it back."""
    with session.opened() as store:
        found = acting.action(store, db.find_action(store, action))
        acting.delete_action(store, found.id)
    if as_json:
        print_json(acting.action_json(found))
    else:
        say(f"Deleted the action “{found.text}”. `eqbrief undo` brings it back.")
    return DONE


def _print(store: db.Store, number: int, as_json: bool) -> None:
    found = acting.action(store, number)
    if as_json:
        print_json(acting.action_json(found))
    else:
        say(f"Action {found.id}: {action_line(found, today())}.")
